import base64
import contextlib
import time
from io import BytesIO

import pytest
import requests
from PIL import Image

from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_songs import song

SONG = song("Good Day", "Nova")


@pytest.fixture
def fake():
    with FakeSpotify(tracks=[SONG, song("Good Night", "Nova")]) as fake:
        yield fake


def send(fake, method, path, *, token=None, **options):
    token = fake.accounts.login() if token is None else token
    headers = {"Authorization": f"Bearer {token.get('access_token')}"}
    return requests.request(method, fake.api_url + path, headers=headers, timeout=5, **options)


def make(fake):
    return send(fake, "POST", "me/playlists", json={"name": "A", "public": True}).json()["id"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "users/me/playlists"),
        ("POST", "playlists/x/tracks"),
        ("DELETE", "playlists/x/followers"),
        ("GET", "tracks?ids=a,b"),
        ("GET", "audio-features/a"),
        ("GET", "recommendations"),
    ],
)
def test_closed_endpoints_are_forbidden(fake, method, path):
    assert send(fake, method, path).status_code == 403
    assert fake.violations


@pytest.mark.parametrize(("limit", "status"), [(1, 200), (10, 200), (11, 400), (0, 400), (50, 400)])
def test_search_takes_at_most_ten(fake, limit, status):
    assert send(fake, "GET", "search", params={"q": "good", "type": "track", "limit": limit}).status_code == status


@pytest.mark.parametrize(("count", "status"), [(100, 200), (101, 400)])
def test_a_call_takes_a_hundred_items(fake, count, status):
    answer = send(fake, "PUT", f"playlists/{make(fake)}/items", json={"uris": [SONG.uri] * count})
    assert answer.status_code == status


def test_a_bare_list_of_items_is_refused(fake):
    assert send(fake, "POST", f"playlists/{make(fake)}/items", json=[SONG.uri]).status_code == 400


def test_an_unknown_track_is_refused(fake):
    unknown = song("Never", "Recorded").uri
    assert send(fake, "PUT", f"playlists/{make(fake)}/items", json={"uris": [unknown]}).status_code == 400


def test_put_replaces_and_post_adds(fake):
    items = f"playlists/{make(fake)}/items"
    other = fake.tracks[1].uri
    for method in ("PUT", "PUT", "POST"):
        send(fake, method, items, json={"uris": [other if method == "POST" else SONG.uri]})
    rows = send(fake, "GET", items).json()["items"]
    assert [row["item"]["uri"] for row in rows] == [SONG.uri, other]


def test_deleting_from_the_library_removes_the_playlist(fake):
    playlist_id = make(fake)
    answer = send(fake, "DELETE", "me/library", params={"uris": f"spotify:playlist:{playlist_id}"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert fake.playlists == {}


def test_newest_playlists_are_listed_first(fake):
    first, second = make(fake), make(fake)
    rows = send(fake, "GET", "me/playlists", params={"limit": 50}).json()["items"]
    assert [row["id"] for row in rows] == [second, first]


@pytest.mark.parametrize("login", [{}, {"access_token": "made-up"}])
def test_a_call_without_a_good_token_is_unauthorised(fake, login):
    assert send(fake, "GET", "me", token=login or {"access_token": ""}).status_code == 401


def test_an_expired_token_is_unauthorised(fake):
    assert send(fake, "GET", "me", token=fake.accounts.login(expires_in_s=-1)).status_code == 401


def test_a_scope_that_was_not_granted_is_forbidden(fake):
    token = fake.accounts.login(scopes=())
    assert send(fake, "POST", "me/playlists", token=token, json={"name": "A"}).status_code == 403
    assert send(fake, "GET", "me", token=token).status_code == 200


def test_one_track_has_its_isrc(fake):
    assert send(fake, "GET", f"tracks/{SONG.id}").json()["external_ids"]["isrc"]
    assert send(fake, "GET", f"tracks/{'0' * 22}").status_code == 404


@pytest.mark.parametrize("redirect_uri", ["http://localhost:8888/callback", "http://example.org/callback"])
def test_an_insecure_redirect_is_refused(fake, redirect_uri):
    query = {"client_id": fake.client_id, "response_type": "code", "redirect_uri": redirect_uri}
    assert requests.get(f"{fake.accounts_url}/authorize", params=query, timeout=5).status_code == 400


def test_a_code_needs_its_verifier(fake):
    query = {"client_id": fake.client_id, "response_type": "code", "redirect_uri": "http://127.0.0.1:1/callback"}
    query |= {"code_challenge_method": "S256", "code_challenge": "abc", "state": "s"}
    page = requests.get(f"{fake.accounts_url}/authorize", params=query, timeout=5, allow_redirects=False)
    assert page.headers["Location"].startswith("http://127.0.0.1:1/callback?code=")
    (code,) = fake.accounts.codes
    form = {"client_id": fake.client_id, "grant_type": "authorization_code", "code": code, "code_verifier": "wrong"}
    answer = requests.post(f"{fake.accounts_url}/api/token", data=form, timeout=5)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


def test_a_planned_fault_strikes_as_often_as_asked(fake):
    fake.fail("GET", "/me", status=503, times=2, headers={"Retry-After": "7"})
    answers = [send(fake, "GET", "me") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [503, 503, 200]
    assert answers[0].headers["Retry-After"] == "7"


def test_a_lost_answer_has_its_effect(fake):
    fake.fail("POST", "/me/playlists", reset=True, after=True)
    with pytest.raises(requests.ConnectionError):
        make(fake)
    assert len(fake.playlists) == 1


def test_a_reset_before_has_no_effect(fake):
    fake.fail("POST", "/me/playlists", reset=True)
    with pytest.raises(requests.ConnectionError):
        make(fake)
    assert fake.playlists == {}


def test_closing_does_not_wait_for_hanging_requests():
    started_s = time.monotonic()
    with FakeSpotify() as fake:
        fake.fail("GET", "/me", hang_s=30)
        with pytest.raises(requests.Timeout):
            requests.get(f"{fake.api_url}me", timeout=0.1)
    assert time.monotonic() - started_s < 3


def jpeg(side_px=64, kind="JPEG"):
    file = BytesIO()
    Image.effect_noise((side_px, side_px), 90).save(file, kind, quality=95)
    return base64.b64encode(file.getvalue())


def put_cover(fake, body, *, content_type="image/jpeg", playlist_id=None, token=None):
    token = token or fake.accounts.login()
    headers = {"Authorization": f"Bearer {token['access_token']}", "Content-Type": content_type}
    url = f"{fake.api_url}playlists/{playlist_id or make(fake)}/images"
    return requests.put(url, data=body, headers=headers, timeout=5).status_code


def test_a_cover_is_a_jpeg_in_base64(fake):
    assert put_cover(fake, jpeg()) == 202
    assert [playlist.cover is not None for playlist in fake.playlists.values()] == [True]


@pytest.mark.parametrize(
    "body", [b"", b"hello", base64.b64encode(b"hello"), jpeg(kind="PNG"), jpeg()[:500], base64.b64decode(jpeg())]
)
def test_what_is_no_jpeg_in_base64_is_no_cover(fake, body):
    assert put_cover(fake, body) == 400


def test_a_cover_of_more_than_256_kb_is_refused(fake):
    assert len(jpeg(1000)) > 256_000
    assert put_cover(fake, jpeg(1000)) == 400


def test_a_cover_needs_its_type_its_playlist_and_its_scope(fake):
    assert put_cover(fake, jpeg(), content_type="application/json") == 400
    assert put_cover(fake, jpeg(), playlist_id="none") == 404
    narrow = fake.accounts.login(scopes=("playlist-modify-public",))
    assert put_cover(fake, jpeg(), token=narrow) == 403


def test_a_spent_quota_says_so(fake):
    fake.quota = 2
    answers = [send(fake, "GET", "me") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].json()["error"]["reason"] == "QUOTA_EXCEEDED"


def test_a_dead_track_is_found_nowhere_and_taken_nowhere(fake):
    fake.dead = {SONG.uri}
    found = send(fake, "GET", "search", params={"q": "good day", "type": "track", "limit": 10}).json()
    assert SONG.uri not in [row["uri"] for row in found["tracks"]["items"]]
    assert send(fake, "GET", f"tracks/{SONG.id}").status_code == 404
    assert send(fake, "PUT", f"playlists/{make(fake)}/items", json={"uris": [SONG.uri]}).status_code == 400


def test_search_by_isrc_finds_that_recording_only(fake):
    found = send(fake, "GET", "search", params={"q": f"isrc:{SONG.isrc}", "type": "track", "limit": 10}).json()
    assert [row["uri"] for row in found["tracks"]["items"]] == [SONG.uri]


def test_chaos_strikes_a_share_of_the_calls(fake):
    send(fake, "GET", "me")
    fake.chaos, well = 0.5, 0
    for _ in range(12):
        with contextlib.suppress(requests.RequestException):
            well += requests.get(f"{fake.accounts_url}/none", timeout=1).status_code == 404
    assert 0 < well < 12


TOP = ("user-top-read",)


def test_each_account_has_its_own_library(fake):
    own, other = fake.accounts.login(), fake.accounts.login(account_id="other")
    playlist_id = send(fake, "POST", "me/playlists", token=own, json={"name": "A"}).json()["id"]
    listed = [send(fake, "GET", "me/playlists", token=token).json()["total"] for token in (own, other)]
    assert listed == [1, 0]
    assert [playlist.id for playlist in fake.library()] == [playlist_id]
    assert fake.library("other") == []


def test_nobody_changes_or_removes_a_playlist_of_another_account(fake):
    playlist_id, other = make(fake), fake.accounts.login(account_id="other")
    items = f"playlists/{playlist_id}/items"
    assert send(fake, "PUT", items, token=other, json={"uris": [SONG.uri]}).status_code == 403
    assert send(fake, "GET", items, token=other).status_code == 403
    assert put_cover(fake, jpeg(), playlist_id=playlist_id, token=other) == 403
    removal = {"uris": f"spotify:playlist:{playlist_id}"}
    assert send(fake, "DELETE", "me/library", token=other, params=removal).status_code == 200
    assert list(fake.playlists) == [playlist_id]


def test_an_account_says_who_it_is_and_keeps_that_through_a_refresh(fake):
    login = fake.accounts.login(account_id="other")
    form = {"grant_type": "refresh_token", "client_id": fake.client_id, "refresh_token": login["refresh_token"]}
    renewed = requests.post(f"{fake.accounts_url}/api/token", data=form, timeout=5).json()
    told = [send(fake, "GET", "me", token=token).json()["account_id"] for token in (login, renewed)]
    assert told == ["other", "other"]


def test_the_quota_is_the_developers_and_all_accounts_spend_it(fake):
    fake.quota = 2
    logins = [fake.accounts.login(account_id=name) for name in ("one", "two", "three")]
    assert [send(fake, "GET", "me", token=login).status_code for login in logins] == [200, 200, 429]


def test_top_artists_are_each_accounts_own_and_need_their_scope(fake):
    fake.top = {"one": ["Nova", "Kite"]}
    one, two = (fake.accounts.login(account_id=name, scopes=TOP) for name in ("one", "two"))
    rows = [send(fake, "GET", "me/top/artists", token=token).json()["items"] for token in (one, two)]
    assert [[row["name"] for row in some] for some in rows] == [["Nova", "Kite"], []]
    assert send(fake, "GET", "me/top/artists").status_code == 403


@pytest.mark.parametrize(("limit", "status"), [(1, 200), (50, 200), (51, 400), (0, 400)])
def test_top_artists_come_fifty_at_most(fake, limit, status):
    token = fake.accounts.login(scopes=TOP)
    assert send(fake, "GET", "me/top/artists", token=token, params={"limit": limit}).status_code == status

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from app.measured import measured
from app.metrics import Metrics
from core.errors import (
    MoodtapeError,
    SpotifyForbidden,
    SpotifyLoginNeeded,
    SpotifyRateLimited,
    SpotifyUnavailable,
    StorageUnavailable,
    TracksNotOnSpotify,
)
from core.language import Language
from tests.fakes.services import PLAYLIST_URL, FakePublisher, services
from tests.fakes.words import ENGLISH, LANGUAGES
from tests.web.visitor import visitor, words

MAKE = ENGLISH("web-make-playlist")


@pytest.fixture
def spotify() -> FakePublisher:
    return FakePublisher(error=SpotifyRateLimited(600))


@pytest.fixture
async def client(spotify: FakePublisher) -> AsyncIterator[httpx.AsyncClient]:
    async with visitor(services(publisher=spotify)) as opened:
        yield opened


async def make_tape(client: httpx.AsyncClient, **fields: str) -> httpx.Response:
    return await client.post("/tape", data={"mood": "calm", "tracks": "7"} | fields)


async def press(client: httpx.AsyncClient, page: httpx.Response) -> httpx.Response:
    """Press the button as a browser does: the fields of its form go along."""
    (address,) = re.findall(r'formaction="([^"]+)"', page.text)
    fields = dict(re.findall(r'<input [^>]*name="(\w+)"[^>]* value="([^"]*)"', page.text))
    return await client.post(address, data=fields)


@pytest.mark.parametrize("problem", [SpotifyRateLimited(600), SpotifyUnavailable(), StorageUnavailable()])
async def test_a_tape_without_its_playlist_for_now_offers_it_later(problem: MoodtapeError) -> None:
    async with visitor(services(publisher=FakePublisher(error=problem))) as client:
        assert MAKE in words(await make_tape(client))


@pytest.mark.parametrize("spotify", [FakePublisher(), FakePublisher(url=None), FakePublisher(error=SpotifyForbidden())])
async def test_no_playlist_is_offered_where_waiting_does_not_help(client: httpx.AsyncClient) -> None:
    assert MAKE not in words(await make_tape(client))


async def test_the_playlist_of_exactly_this_tape_comes_when_spotify_allows(
    client: httpx.AsyncClient, spotify: FakePublisher
) -> None:
    page = await make_tape(client)
    spotify.error = None
    made = await press(client, page)
    assert made.status_code == 200
    assert PLAYLIST_URL in made.text
    assert "data-address" in made.text
    assert "frame-src https://open.spotify.com" in made.headers["content-security-policy"]
    assert spotify.tapes[0] == spotify.tapes[1]
    assert MAKE not in words(made)


async def test_while_spotify_makes_us_wait_the_page_says_how_long_and_offers_it_again(
    client: httpx.AsyncClient, spotify: FakePublisher
) -> None:
    page = await make_tape(client)
    spotify.error = SpotifyRateLimited(7000)
    again = await press(client, page)
    assert "Spotify asks me to wait 2 hours" in words(again)
    assert MAKE in words(again)
    assert "Song 7" in words(again)


async def test_however_often_it_is_asked_for_there_is_one_playlist(
    client: httpx.AsyncClient, spotify: FakePublisher
) -> None:
    page = await make_tape(client)
    for _ in range(2):
        await press(client, page)
    spotify.error = None
    for _ in range(3):
        await press(client, page)
    assert len(spotify.request_ids) == 4
    assert len(set(spotify.request_ids[1:])) == 1
    assert re.fullmatch(r"web-[\w-]{22}", spotify.request_ids[1] or "")


async def test_the_next_tape_still_knows_what_was_felt_wished_and_heard(
    client: httpx.AsyncClient, spotify: FakePublisher
) -> None:
    page = await make_tape(client)
    again = await press(client, page)
    for pattern in (r'name="feeling" value="([^"]+)"', r'name="heard" value="([^"]+)"', r'max="50" value="(\d+)"'):
        assert re.findall(pattern, again.text) == re.findall(pattern, page.text) != []


async def test_the_tapes_own_page_shows_it_and_asks_spotify_for_nothing(
    client: httpx.AsyncClient, spotify: FakePublisher
) -> None:
    (address,) = re.findall(r'data-page="([^"]+)"', (await make_tape(client)).text)
    shown = await client.get(address)
    assert len(spotify.tapes) == 1
    assert "There is no playlist of this tape yet." in words(shown)
    assert "wait 10 minutes" not in words(shown)
    assert 'max="50" value="7"' in shown.text
    spotify.error = None
    await press(client, shown)
    assert PLAYLIST_URL in (await client.get(address)).text


async def test_the_files_hold_the_playlists_tracks_once_there_is_one(
    client: httpx.AsyncClient, spotify: FakePublisher
) -> None:
    page = await make_tape(client)
    spotify.error = None
    await press(client, page)
    (address,) = re.findall(r'href="(/tapes/[\w-]+\.csv)"', page.text)
    assert "spotify:track:0000000000000000000001" in (await client.get(address)).text


@pytest.mark.parametrize("tracks", ["0", "99", "many"])
async def test_what_is_wrong_in_the_next_tapes_form_stops_no_playlist(
    client: httpx.AsyncClient, spotify: FakePublisher, tracks: str
) -> None:
    (address,) = re.findall(r'formaction="([^"]+)" formnovalidate', (await make_tape(client)).text)
    spotify.error = None
    made = await client.post(address, data={"feeling": "calm", "tracks": tracks})
    assert made.status_code == 200
    assert PLAYLIST_URL in made.text
    assert "Song 7" in words(made)
    assert 'max="50" value="7"' in made.text


async def test_another_problem_than_a_wait_is_said_and_not_offered_again(
    client: httpx.AsyncClient, spotify: FakePublisher
) -> None:
    page = await make_tape(client)
    spotify.error = SpotifyForbidden()
    told = await press(client, page)
    assert "Spotify does not let my account make playlists" in words(told)
    assert MAKE not in words(told)


@pytest.mark.parametrize("language", Language)
async def test_a_tape_that_is_gone_is_said_with_the_form(client: httpx.AsyncClient, language: Language) -> None:
    spoken = {"Accept-Language": language.value}
    shown = await client.get("/tapes/gone", headers=spoken)
    pressed = await client.post("/tapes/gone/playlist", data={"feeling": "calm"}, headers=spoken)
    for answer in (shown, pressed):
        assert answer.status_code == 404
        assert LANGUAGES.words_for(language)("web-tape-unknown") in words(answer)
        assert 'name="mood" value="calm"' in answer.text


async def test_reloading_by_address_leads_to_the_tape_and_makes_nothing(client: httpx.AsyncClient) -> None:
    answer = await client.get("/tapes/name/playlist")
    assert (answer.status_code, answer.headers["location"]) == (303, "/tapes/name")


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
async def test_another_sites_page_makes_no_playlist(
    client: httpx.AsyncClient, spotify: FakePublisher, headers: dict[str, str]
) -> None:
    (address,) = re.findall(r'formaction="([^"]+)"', (await make_tape(client)).text)
    answer = await client.post(address, data={"feeling": "calm"}, headers=headers)
    assert answer.status_code == 403
    assert len(spotify.tapes) == 1


async def api_tape(client: httpx.AsyncClient) -> dict[str, object]:
    return (await client.post("/api/v1/tapes", json={"feeling": {"mood": "calm"}, "length": 7})).json()


async def test_a_program_gets_the_playlist_when_spotify_allows(
    client: httpx.AsyncClient, spotify: FakePublisher
) -> None:
    tape = await api_tape(client)
    refused = await client.post(f"/api/v1/tapes/{tape['id']}/playlist")
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "600")
    assert refused.json()["type"] == "urn:moodtape:problem:spotify-rate-limited"
    spotify.error = None
    made = [await client.post(f"/api/v1/tapes/{tape['id']}/playlist") for _ in range(2)]
    assert made[0].json() == made[1].json() == (await client.get(f"/api/v1/tapes/{tape['id']}")).json()
    told = made[0].json()
    assert (told["playlist"], told["playlist_problem"], told["id"]) == ({"url": PLAYLIST_URL}, None, tape["id"])
    assert told["expires_at"] == tape["expires_at"]
    assert len(spotify.tapes) == 3


async def test_a_program_that_asks_again_hears_that_there_is_none_yet(client: httpx.AsyncClient) -> None:
    made = await api_tape(client)
    again = (await client.get(f"/api/v1/tapes/{made['id']}")).json()
    assert "wait 10 minutes" in str(made["playlist_problem"])
    assert again == made | {"playlist_problem": "There is no playlist of this tape yet."}


@pytest.mark.parametrize(
    ("problem", "status", "kind"),
    [
        (TracksNotOnSpotify(), 422, "tracks-not-on-spotify"),
        (SpotifyForbidden(), 503, "spotify-forbidden"),
        (SpotifyLoginNeeded(), 503, "spotify-login-needed"),
    ],
)
async def test_a_program_hears_what_only_another_tape_or_the_operator_mends(
    client: httpx.AsyncClient, spotify: FakePublisher, problem: MoodtapeError, status: int, kind: str
) -> None:
    tape = await api_tape(client)
    spotify.error = problem
    answer = await client.post(f"/api/v1/tapes/{tape['id']}/playlist")
    assert (answer.status_code, answer.json()["type"]) == (status, f"urn:moodtape:problem:{kind}")


@pytest.mark.parametrize("address", ["/api/v1/tapes/{id}/playlist", "/tapes/{id}/playlist"])
async def test_a_playlist_that_is_refused_counts_once(address: str) -> None:
    metrics = Metrics()
    rooms = measured(services(publisher=FakePublisher(error=SpotifyUnavailable())), metrics, readers=1)
    async with visitor(rooms) as client:
        tape = await api_tape(client)
        await client.post(address.format(**tape), data={"feeling": "calm"})
    assert metrics.registry.get_sample_value("moodtape_refusals_total", {"error": "SpotifyUnavailable"}) == 2


async def test_a_program_hears_that_a_tape_is_unknown(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/v1/tapes/guessed/playlist")
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:moodtape:problem:tape-unknown")


@pytest.mark.parametrize("spotify", [FakePublisher(url=None)])
async def test_where_playlists_are_not_set_up_a_program_gets_the_tape_without_one(client: httpx.AsyncClient) -> None:
    tape = await api_tape(client)
    answer = await client.post(f"/api/v1/tapes/{tape['id']}/playlist")
    assert (answer.status_code, answer.json()) == (200, tape)

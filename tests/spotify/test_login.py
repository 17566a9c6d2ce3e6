from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, urlsplit, urlunsplit

import pytest
import requests

from core.errors import SpotifyForbidden, SpotifyLoginFailed, SpotifyLoginNeeded, SpotifyUnavailable
from spotify.account import Account, LoginStatus, check_login
from spotify.login import MemoryStore, login
from tests.fakes.spotify_accounts import ACCOUNT
from tests.spotify.kit import app_of, free_port, store_of


class Operator(ThreadPoolExecutor):
    """Opens the announced address in a browser of their own, and keeps what it showed."""

    def __init__(self, *, change=lambda url: url):
        super().__init__(1)
        self.change = change
        self.pages = []

    def announce(self, url):
        self.submit(self.browse, url)

    def browse(self, url):
        self.pages.append(requests.get(self.change(url), timeout=5))


def log_in(fake, store, operator, **options):
    with operator:
        return login(app_of(fake, login_port=free_port()), store, announce=operator.announce, **options)


def test_login_stores_a_working_login_and_says_whose_it_is(fake_spotify):
    store, operator = MemoryStore(), Operator()
    account = log_in(fake_spotify, store, operator)
    assert account == Account("fixed-account-id", "Moodtape Bot")
    assert store.load()["access_token"] in fake_spotify.accounts.access
    assert store.load()["logged_in_at"] > 1_700_000_000
    assert (store.load()["account_id"], store.load()["display_name"]) == ("fixed-account-id", "Moodtape Bot")
    assert operator.pages[0].text.startswith("Thank you")


def test_login_asks_with_pkce_and_state_for_the_scopes_it_needs(fake_spotify):
    asked = []
    with pytest.raises(SpotifyLoginFailed):
        login(app_of(fake_spotify, login_port=free_port()), MemoryStore(), announce=asked.append, wait_s=0.01)
    query = {key: values[0] for key, values in parse_qs(urlsplit(asked[0]).query).items()}
    assert query["code_challenge_method"] == "S256"
    assert len(query["state"]) >= 32
    assert query["redirect_uri"].startswith("http://127.0.0.1:")
    assert set(query["scope"].split()) == {"playlist-modify-public", "playlist-read-private", "ugc-image-upload"}


def test_an_account_without_account_id_goes_by_its_id(fake_spotify):
    fake_spotify.profiles[ACCOUNT] = {"id": "old-style", "display_name": None}
    assert log_in(fake_spotify, MemoryStore(), Operator()) == Account("old-style", "old-style")


def test_a_callback_with_a_foreign_state_is_turned_away(fake_spotify):
    def forged(url):
        parts = urlsplit(url)
        port = urlsplit(parse_qs(parts.query)["redirect_uri"][0]).port
        return urlunsplit(("http", f"127.0.0.1:{port}", "/callback", "code=stolen&state=guessed", ""))

    store, operator = MemoryStore(), Operator(change=forged)
    with pytest.raises(SpotifyLoginFailed):
        log_in(fake_spotify, store, operator, wait_s=0.3)
    assert operator.pages[0].status_code == 400
    assert store.load() is None


def test_a_declined_login_stores_nothing(fake_spotify):
    fake_spotify.accounts.declines = True
    store = MemoryStore()
    with pytest.raises(SpotifyLoginFailed) as raised:
        log_in(fake_spotify, store, Operator())
    assert "declined" in raised.value.reason
    assert store.load() is None


def test_an_error_of_spotifys_page_is_not_told_as_a_refusal(fake_spotify):
    fake_spotify.accounts.stumbles = True
    operator = Operator()
    with pytest.raises(SpotifyLoginFailed) as raised:
        log_in(fake_spotify, MemoryStore(), operator)
    assert "reported an error" in raised.value.reason
    assert "Spotify reported an error" in operator.pages[0].text


def test_a_login_without_the_permission_to_make_playlists_stores_nothing(fake_spotify):
    fake_spotify.accounts.withholds = frozenset({"playlist-modify-public"})
    store = MemoryStore()
    with pytest.raises(SpotifyLoginFailed) as raised:
        log_in(fake_spotify, store, Operator())
    assert "permission" in raised.value.reason
    assert store.load() is None


def test_an_account_that_is_not_allow_listed_is_told_so(fake_spotify):
    fake_spotify.allow_listed = False
    with pytest.raises(SpotifyLoginFailed) as raised:
        log_in(fake_spotify, MemoryStore(), Operator())
    assert "User Management" in raised.value.reason


@pytest.mark.parametrize(
    ("fault", "problem"), [({"status": 400}, SpotifyLoginFailed), ({"status": 503}, SpotifyUnavailable)]
)
def test_a_code_that_is_not_taken_stores_nothing(fake_spotify, fault, problem):
    fake_spotify.fail("POST", "/api/token", **fault)
    store = MemoryStore()
    with pytest.raises(problem):
        log_in(fake_spotify, store, Operator())
    assert store.load() is None


def test_a_taken_port_is_told(fake_spotify):
    taken = int(urlsplit(fake_spotify.api_url).port)
    with pytest.raises(SpotifyLoginFailed) as raised:
        login(app_of(fake_spotify, login_port=taken), MemoryStore(), announce=print)
    assert str(taken) in raised.value.reason


def test_no_app_is_told_as_not_configured():
    assert check_login(None, MemoryStore()) == LoginStatus(configured=False)


def test_no_login_is_told_as_not_stored(fake_spotify):
    assert check_login(app_of(fake_spotify), MemoryStore()) == LoginStatus(configured=True)


def test_a_good_login_is_refreshed_and_told_with_its_account(fake_spotify):
    status = check_login(app_of(fake_spotify), store_of(fake_spotify))
    assert status.account == Account("fixed-account-id", "Moodtape Bot")
    assert fake_spotify.count("POST", "/api/token") == 1


def test_a_dead_login_is_told_as_a_problem(fake_spotify):
    store = store_of(fake_spotify)
    fake_spotify.accounts.refresh.clear()
    assert type(check_login(app_of(fake_spotify), store).problem) is SpotifyLoginNeeded


def test_a_forbidden_login_is_told_as_a_problem(fake_spotify):
    fake_spotify.allow_listed = False
    assert type(check_login(app_of(fake_spotify), store_of(fake_spotify)).problem) is SpotifyForbidden

import asyncio
import logging
from dataclasses import replace
from datetime import date
from math import inf
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from core.errors import LinkDeclined, LinkExpired, LinkFailed, LinkNotAllowed, SpotifyUnavailable
from spotify.account import six_months_after
from spotify.linking import LINK_LASTS_S, AccountLinker, forget
from spotify.stores import BOT, PlaylistRecord, Stage
from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_parts import FakePlaylist
from tests.fakes.stores import MemoryLedger, MemoryLinks, MemoryLogins
from tests.spotify.kit import app_of

ALICE, BOB = 111, 222


def record(
    person_id: int, request_id: str, stage: Stage = Stage.MAKING, *, tag: str = "tag", playlist_id: str | None = None
) -> PlaylistRecord:
    return PlaylistRecord(request_id, str(person_id), tag, 1_794_000_000.0, stage, playlist_id)


class Clock:
    def __init__(self) -> None:
        self.now = 1_795_000_000.0

    def __call__(self) -> float:
        return self.now


class Linking:
    """A linker on the fake, and the browser of those who use it."""

    def __init__(self, fake: FakeSpotify) -> None:
        self.clock, self.logins = Clock(), MemoryLogins()
        app = replace(app_of(fake), public_url="https://mood.example.org")
        self.ledger = MemoryLedger(record(ALICE, "a", Stage.MADE), record(ALICE, "b"), record(BOB, "c"))
        self.linker = AccountLinker(app, self.logins, pending=MemoryLinks(), ledger=self.ledger, clock=self.clock)

    async def go(self, person_id: int, *, name: str = "alice") -> dict[str, str]:
        """Follow a fresh link to Spotify's page and give what its redirect says."""
        url = await self.linker.begin(person_id, name=name)
        return await asyncio.to_thread(follow, url)

    async def link(self, person_id: int, **options: str):
        return await self.linker.finish(**await self.go(person_id, **options))


def follow(url: str) -> dict[str, str]:
    page = requests.get(url, timeout=5, allow_redirects=False)
    back = urlsplit(page.headers["Location"])
    assert f"{back.scheme}://{back.netloc}{back.path}" == "https://mood.example.org/spotify/callback"
    query = {key: values[0] for key, values in parse_qs(back.query).items()}
    return {"code": "", **query}


@pytest.fixture
def linking(fake_spotify: FakeSpotify) -> Linking:
    return Linking(fake_spotify)


async def test_a_linked_account_is_kept_under_its_account_id_with_working_tokens(linking, fake_spotify):
    linked = await linking.link(ALICE)
    stored = linking.logins.of("111").load()
    assert (linked.name, linked.person, linked.ends_on) == ("Moodtape Bot", "alice", date(2027, 5, 18))
    assert stored["account_id"] == "fixed-account-id"
    assert stored["access_token"] in fake_spotify.accounts.access


async def test_the_account_of_a_person_is_told_without_asking_spotify(linking, fake_spotify):
    await linking.link(ALICE)
    calls = len(fake_spotify.calls)
    account = await linking.linker.account_of(ALICE)
    assert (account.name, await linking.linker.account_of(BOB)) == ("Moodtape Bot", None)
    assert len(fake_spotify.calls) == calls


async def test_the_link_asks_with_pkce_and_a_state_that_cannot_be_guessed(linking):
    urls = [await linking.linker.begin(person, name="") for person in (ALICE, BOB)]
    queries = [parse_qs(urlsplit(url).query) for url in urls]
    assert [query["code_challenge_method"] for query in queries] == [["S256"]] * 2
    assert all(len(query["state"][0]) >= 32 for query in queries)
    assert queries[0]["state"] != queries[1]["state"]
    assert queries[0]["code_challenge"] != queries[1]["code_challenge"]


async def test_a_link_serves_once(linking):
    back = await linking.go(ALICE)
    await linking.linker.finish(**back)
    with pytest.raises(LinkExpired):
        await linking.linker.finish(**back)


async def test_of_two_callbacks_at_once_one_links(linking):
    back = await linking.go(ALICE)
    outcomes = await asyncio.gather(*(linking.linker.finish(**back) for _ in range(8)), return_exceptions=True)
    assert sum(isinstance(outcome, LinkExpired) for outcome in outcomes) == 7


async def test_a_link_ends_after_ten_minutes(linking):
    back = await linking.go(ALICE)
    linking.clock.now += LINK_LASTS_S + 1
    with pytest.raises(LinkExpired):
        await linking.linker.finish(**back)
    assert linking.logins.owners() == []


async def test_a_new_link_ends_the_one_before(linking):
    first = await linking.go(ALICE)
    await linking.go(ALICE)
    with pytest.raises(LinkExpired):
        await linking.linker.finish(**first)


async def test_a_made_up_state_links_nothing_and_asks_spotify_nothing(linking, fake_spotify):
    with pytest.raises(LinkExpired):
        await linking.linker.finish("made-up", code="stolen")
    assert fake_spotify.calls == []


async def test_each_person_gets_their_own_login(linking, fake_spotify):
    back = [await linking.go(ALICE)]
    fake_spotify.accounts.visitor = "another"
    back.append(await linking.go(BOB))
    await linking.linker.finish(**back[0])
    await linking.linker.finish(**back[1])
    accounts = {owner: linking.logins.of(owner).load()["account_id"] for owner in linking.logins.owners()}
    assert accounts == {"111": "fixed-account-id", "222": "another"}


async def test_a_code_of_one_link_is_no_use_for_another(linking):
    stolen = (await linking.go(ALICE))["code"]
    own = (await linking.go(BOB))["state"]
    with pytest.raises(LinkExpired):
        await linking.linker.finish(own, code=stolen)
    assert linking.logins.owners() == []


async def test_who_declines_is_not_linked(linking, fake_spotify):
    fake_spotify.accounts.declines = True
    with pytest.raises(LinkDeclined):
        await linking.link(ALICE)
    assert linking.logins.owners() == []


@pytest.mark.parametrize("fault", ["server_error", "temporarily_unavailable", "something new"])
async def test_an_error_of_spotifys_page_is_not_told_as_a_refusal(linking, fake_spotify, fault):
    fake_spotify.accounts.stumbles = True
    back = {**await linking.go(ALICE), "error": fault}
    with pytest.raises(LinkFailed):
        await linking.linker.finish(**back)
    assert linking.logins.owners() == []


async def test_who_links_another_account_leaves_the_playlists_of_the_first_behind(linking, fake_spotify):
    await linking.link(ALICE)
    await linking.link(ALICE)
    assert "a" in linking.ledger.records
    fake_spotify.accounts.visitor = "another"
    await linking.link(ALICE)
    assert list(linking.ledger.records) == ["c"]
    assert linking.logins.of("111").load()["account_id"] == "another"


async def test_who_withholds_a_permission_is_not_linked(linking, fake_spotify):
    fake_spotify.accounts.withholds = frozenset({"playlist-modify-public"})
    with pytest.raises(LinkDeclined):
        await linking.link(ALICE)
    assert linking.logins.owners() == []


async def test_who_is_not_allow_listed_is_told_so_and_nothing_is_kept(linking, fake_spotify):
    fake_spotify.allow_listed = False
    with pytest.raises(LinkNotAllowed):
        await linking.link(ALICE)
    assert linking.logins.owners() == []


async def test_a_spotify_that_does_not_answer_links_nothing(linking, fake_spotify):
    back = await linking.go(ALICE)
    fake_spotify.fail("POST", "/api/token", status=503)
    with pytest.raises(SpotifyUnavailable):
        await linking.linker.finish(**back)
    assert linking.logins.owners() == []


async def test_a_failed_attempt_keeps_the_link_from_before(linking, fake_spotify):
    await linking.link(ALICE)
    before = linking.logins.of("111").load()
    fake_spotify.accounts.declines = True
    with pytest.raises(LinkDeclined):
        await linking.link(ALICE)
    assert linking.logins.of("111").load() == before


async def test_an_account_belongs_to_who_proved_it_last(linking):
    await linking.link(ALICE)
    await linking.link(BOB)
    assert linking.logins.owners() == ["222"]


async def test_the_bots_own_login_stays_when_a_person_links_the_same_account(linking, fake_spotify):
    bots = {**fake_spotify.accounts.login(), "account_id": "fixed-account-id"}
    linking.logins.of(BOT).save(bots)
    await linking.link(ALICE)
    assert linking.logins.of(BOT).load() == bots


async def test_unlinking_deletes_at_once_and_says_whether_there_was_a_link(linking):
    await linking.link(ALICE)
    assert [await linking.linker.unlink(ALICE), await linking.linker.unlink(ALICE)] == [True, False]
    assert linking.logins.owners() == []
    assert await linking.linker.account_of(ALICE) is None


async def test_unlinking_forgets_the_persons_playlists_and_nobody_elses(linking):
    await linking.link(ALICE)
    await linking.linker.unlink(ALICE)
    assert list(linking.ledger.records) == ["c"]


def put(fake, name, *, about=""):
    fake.playlists[name] = FakePlaylist(name, name, about, True, "fixed-account-id")


async def test_unlinking_removes_what_did_not_become_whole(linking, fake_spotify):
    await linking.link(ALICE)
    for name, about in (("known", ""), ("lost", "Tape tagd."), ("whole", "Tape tage.")):
        put(fake_spotify, name, about=about)
    for stray in (record(ALICE, "known-one", playlist_id="known"), record(ALICE, "lost-one", tag="tagd")):
        linking.ledger.begin(stray)
    assert await linking.linker.unlink(ALICE)
    assert list(fake_spotify.playlists) == ["whole"]
    assert (linking.logins.owners(), list(linking.ledger.records)) == ([], ["c"])


class Finishing(MemoryLedger):
    """Gets its playlists whole just before they are cleared."""

    def clear(self, owner):
        for made in self.unfinished(owner, before=inf):
            self.change(replace(made, stage=Stage.MADE))
        return super().clear(owner)


def test_a_playlist_that_becomes_whole_while_its_person_unlinks_stays(fake_spotify):
    put(fake_spotify, "known")
    logins, ledger = MemoryLogins(**{"111": fake_spotify.accounts.login()}), Finishing()
    ledger.begin(record(ALICE, "known-one", playlist_id="known"))
    assert forget("111", logins=logins, ledger=ledger, app=app_of(fake_spotify))
    assert (list(fake_spotify.playlists), ledger.records) == (["known"], {})


def test_forgetting_asks_spotify_nothing_once_its_time_is_over(fake_spotify):
    logins = MemoryLogins(**{"111": fake_spotify.accounts.login()})
    ledger = MemoryLedger(record(ALICE, "known-one", playlist_id="known"))
    assert forget("111", logins=logins, ledger=ledger, app=app_of(fake_spotify), until_s=0.0)
    assert (logins.owners(), ledger.records, fake_spotify.calls) == ([], {}, [])


@pytest.mark.parametrize("fault", [{"status": 403}, {"status": 500}, {"hang_s": 9}], ids=["403", "500", "silence"])
async def test_unlinking_deletes_the_login_even_where_spotify_does_not_remove(linking, fake_spotify, fault):
    await linking.link(ALICE)
    linking.ledger.begin(record(ALICE, "known-one", playlist_id="known"))
    fake_spotify.fail("DELETE", "/me/library", **fault, times=9)
    unlinking = asyncio.create_task(linking.linker.unlink(ALICE))
    await asyncio.to_thread(fake_spotify.wait_for, "DELETE")
    assert linking.logins.owners() == []
    assert await unlinking
    assert list(linking.ledger.records) == ["c"]


async def test_no_secret_reaches_the_log_or_a_repr(linking, fake_spotify, caplog):
    caplog.set_level(logging.DEBUG)
    back = await linking.go(ALICE)
    caplog.clear()
    linked = await linking.linker.finish(**back)
    accounts = fake_spotify.accounts
    secrets = [*accounts.access, *accounts.refresh, *back.values()]
    told = f"{caplog.text} {linked!r} {linking.linker!r}"
    assert [secret for secret in secrets if secret in told] == []


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 11, 23), date(2027, 5, 23)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2026, 1, 31), date(2026, 7, 31)),
        (date(2026, 12, 1), date(2027, 6, 1)),
    ],
)
def test_six_months_are_counted_by_the_calendar(day, end):
    assert six_months_after(day) == end

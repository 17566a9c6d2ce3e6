"""The artists that a person hears most, as their Spotify account tells, lean their first tapes."""

import json
from datetime import date
from typing import Any

import pytest

from bot.making import FEW_OPINIONS
from core.errors import StorageUnavailable
from core.music import Why
from core.people import PersonSettings
from core.ports import LinkedAccount, Services
from core.taste import Taste, Verdict, opinion_on
from recommender.catalogue import load_starter
from recommender.pick import CatalogueRecommender
from tests.bot.contract import PATH, all_complaints
from tests.bot.helpers import AgreedPeople, shown, speak, world
from tests.fakes.accounts import FakeAccounts
from tests.fakes.people import people
from tests.fakes.services import FakePublisher, FakeReader, FakeRecommender, services, track
from tests.fakes.words import ENGLISH, LANGUAGES

TOP = ("ABBA", "A band that nobody else hears")


class CountingAccounts(FakeAccounts):
    """Where everybody is linked and hears `TOP`; counts who was asked about."""

    def __init__(self, *, top: tuple[str, ...] = TOP, broken: bool = False) -> None:
        super().__init__()
        self.told = top
        self.broken = broken
        self.asked: list[int] = []

    async def account_of(self, person_id: int) -> LinkedAccount | None:
        return LinkedAccount("Alice's Spotify", date(2027, 5, 23))

    async def top_artists(self, person_id: int) -> tuple[str, ...]:
        self.asked.append(person_id)
        if self.broken:
            raise StorageUnavailable
        return self.told


def rooms(accounts: FakeAccounts, recommender: Any = None) -> Services:
    return Services(FakeReader(), recommender or FakeRecommender(), FakePublisher(), accounts)


async def favourites_of_a_tape(accounts: FakeAccounts, *, settings: PersonSettings, opinions: int = 0):
    recommender, memory = FakeRecommender(), AgreedPeople()
    async with world(rooms(accounts, recommender), stores=people(memory)) as (_, channel, alice):
        memory.settings[alice.id] = settings
        up = tuple(opinion_on(track(n), Verdict.UP, when_s=float(n)) for n in range(opinions))
        memory.tastes[alice.id] = Taste(up)
        result = await alice.slash(channel, "mood", mood="calm")
        assert "Song 1" in shown(result.response.components)
    return recommender.requests[0].favourites


async def test_nobody_is_asked_about_unless_they_switched_it_on():
    accounts = CountingAccounts()
    assert await favourites_of_a_tape(accounts, settings=PersonSettings()) == ()
    assert accounts.asked == []


async def test_favourite_artists_lean_the_tapes_of_who_switched_it_on():
    accounts = CountingAccounts()
    assert await favourites_of_a_tape(accounts, settings=PersonSettings(favourites=True)) == TOP


@pytest.mark.parametrize(("opinions", "asked"), [(FEW_OPINIONS - 1, 1), (FEW_OPINIONS, 0)])
async def test_who_gave_a_tape_of_thumbs_is_asked_about_no_more(opinions: int, asked: int):
    accounts = CountingAccounts()
    await favourites_of_a_tape(accounts, settings=PersonSettings(favourites=True), opinions=opinions)
    assert len(accounts.asked) == asked


@pytest.mark.parametrize("accounts", [CountingAccounts(top=()), CountingAccounts(broken=True), FakeAccounts()])
async def test_a_tape_is_made_also_where_spotify_tells_nothing(accounts: FakeAccounts):
    assert await favourites_of_a_tape(accounts, settings=PersonSettings(favourites=True)) == ()


async def test_another_tape_asks_anew():
    accounts, recommender, memory = CountingAccounts(), FakeRecommender(), AgreedPeople()
    async with world(rooms(accounts, recommender), stores=people(memory)) as (_, channel, alice):
        memory.settings[alice.id] = PersonSettings(favourites=True)
        result = await alice.slash(channel, "mood", mood="calm")
        accounts.told = ("Queen",)
        await alice.click(result.response, label="Another tape")

    assert [request.favourites for request in recommender.requests] == [TOP, ("Queen",)]


async def test_nothing_of_it_is_stored_or_exported():
    memory, recommender = AgreedPeople(), CatalogueRecommender(load_starter())
    links_only = Services(FakeReader(), recommender, FakePublisher(url=None), CountingAccounts())
    async with world(links_only, stores=people(memory)) as (_, channel, alice):
        memory.settings[alice.id] = PersonSettings(favourites=True, history=True)
        result = await alice.slash(channel, "mood", mood="happy")
        exported = await memory.export(alice.id)

    assert "by ABBA" in shown(result.response.components)
    assert (len(exported["tapes"]), len(exported["history"])) == (1, 1)
    told = json.dumps(exported, default=str)
    assert TOP[1] not in told
    assert f'"{Why.LIKED.value}"' not in told
    assert exported["tapes"][0]["request"]["favourites"] == ()


async def test_switching_it_on_says_what_it_means():
    accounts, memory = CountingAccounts(), AgreedPeople()
    async with world(rooms(accounts), stores=people(memory)) as (_, channel, alice):
        result = await alice.slash(channel, "preferences", favourites=True)
        text = shown(result.response.components)
        off = shown((await alice.slash(channel, "preferences", favourites=False)).response.components)

    assert ENGLISH("people-setting-favourites", value="yes") in text
    assert text.endswith(ENGLISH("people-favourites-on"))
    assert off.endswith(ENGLISH("people-setting-favourites", value="no"))
    assert memory.settings[alice.id] == PersonSettings(favourites=False)


@pytest.mark.parametrize(
    ("accounts", "told"),
    [(FakeAccounts(), "people-favourites-not-linked"), (CountingAccounts(top=()), "people-favourites-none")],
)
async def test_switching_it_on_says_kindly_what_is_still_to_be_done(accounts: FakeAccounts, told: str):
    memory = AgreedPeople()
    async with world(rooms(accounts), stores=people(memory)) as (env, channel, alice):
        speak(env, {alice.id: "fr"})
        result = await alice.slash(channel, "preferences", favourites=True)

    assert shown(result.response.components).endswith(LANGUAGES.words_for("fr")(told))
    assert memory.settings[alice.id].favourites


async def test_without_own_accounts_there_is_no_such_choice():
    async with world(services()) as (env, channel, alice):
        command = env.bot.tree.get_command("preferences")
        page = await alice.slash(channel, "preferences")
        privacy = await alice.slash(channel, "privacy")

    assert "favourites" not in {option.name for option in command.parameters}
    assert "Favourite" not in shown(page.response.components)
    assert ENGLISH("people-privacy-favourites") not in shown(privacy.response.components)


async def test_privacy_and_the_way_to_a_link_say_what_spotify_may_be_asked():
    async with world(rooms(FakeAccounts())) as (env, channel, alice):
        command = env.bot.tree.get_command("preferences")
        privacy = await alice.slash(channel, "privacy")
        link = await alice.slash(channel, "spotify link")

    assert "favourites" in {option.name for option in command.parameters}
    assert ENGLISH("people-privacy-favourites") in shown(privacy.response.components)
    assert "artists you hear most" in shown(link.response.components)


@pytest.mark.skipif(not PATH.exists(), reason="Discord's description is in ../shared, which is absent here")
async def test_requests_fit_discords_own_description():
    async with world(rooms(CountingAccounts())) as (env, channel, alice):
        await alice.slash(channel, "preferences", favourites=True)

        assert all_complaints(env.http_requests) == []

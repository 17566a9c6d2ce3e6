"""The same rules hold for the database's stores and for the one in memory that other tests use."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from core.emotion import EmotionScores
from core.mood import Goal, Mood, MoodName, MoodPoint
from core.music import Shortage, Steps, Tape, Track
from core.people import DAY_S, Consent, Feedback, GuildSettings, HistoryEntry, PersonSettings, Retention
from core.ports import (
    ConsentStore,
    FeedbackStore,
    HistoryStore,
    KeptTape,
    PeopleStore,
    SettingsStore,
    TapeRequest,
    TapeStore,
    TasteStore,
)
from core.taste import Opinion, Taste, Verdict, learn
from storage.people import StoredConsents, StoredFeedback, StoredSettings, StoredTastes
from storage.privacy import StoredPeople
from storage.tapes import StoredHistory, StoredTapes
from tests.fakes.people import MemoryPeople

ANA, BO = 2**62 + 1, 1002
FACE = EmotionScores((0.1, 0.0, 0.1, 0.5, 0.1, 0.1, 0.1))
TRACKS = tuple(Track(f'Song {n}: "é" ☃', "Björk & 坂本", MoodPoint(0.5, -0.25), year=1990 + n) for n in range(3))
TAPE = Tape(
    Mood(MoodName.HAPPY, MoodPoint(0.8, 0.5), 0.1), TRACKS[:2], Goal.LIFT, Steps(0.2, 0.1), Shortage(20), TRACKS[2:]
)
KEPT = KeptTape("tape-1", ANA, TapeRequest(FACE, length=20, goal=Goal.LIFT, decades=frozenset({1990})), TAPE, 1000.0)


class Stores:
    """One object for each port, over one database or over memory."""

    def __init__(self, database=None):
        memory = MemoryPeople()
        self.consents: ConsentStore = StoredConsents(database) if database else memory
        self.settings: SettingsStore = StoredSettings(database) if database else memory
        self.tastes: TasteStore = StoredTastes(database) if database else memory
        self.history: HistoryStore = StoredHistory(database) if database else memory
        self.feedback: FeedbackStore = StoredFeedback(database) if database else memory
        self.tapes: TapeStore = StoredTapes(database) if database else memory
        self.people: PeopleStore = StoredPeople(database) if database else memory


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
async def stores(kind: str, request: pytest.FixtureRequest) -> AsyncIterator[Stores]:
    if kind == "memory":
        yield Stores()
        return
    database = request.getfixturevalue("database")
    yield Stores(database)
    await database.close_async()


def entry(number: int, *, made_at: float) -> HistoryEntry:
    return HistoryEntry(made_at, MoodName.SAD, Goal.MATCH, (Track(f"Song {number}", "Nova", MoodPoint(0, 0)),))


def thumb(number: int) -> Opinion:
    return Opinion(Verdict.UP, MoodPoint(0.5, 0.5), number, float(number))


async def remember(stores: Stores, person_id: int) -> None:
    """Let something of the person be in every table that memory has too."""
    await stores.consents.give_consent(person_id, Consent(1, 10.0))
    await stores.settings.change_settings(person_id, lambda settings: replace(settings, history=True))
    await stores.tastes.learn(person_id, thumb(1))
    await stores.history.record(person_id, entry(1, made_at=10.0))
    await stores.feedback.add_feedback(Feedback(person_id, f"from {person_id}", 10.0))
    await stores.tapes.keep_tape(replace(KEPT, tape_id=f"of {person_id}", owner_id=person_id))


async def test_consent_is_to_one_notice_and_can_be_revoked(stores):
    await stores.consents.give_consent(ANA, Consent(1, 10.0))
    await stores.consents.give_consent(ANA, Consent(2, 20.0))
    assert await stores.consents.consent_of(ANA) == Consent(2, 20.0)
    assert await stores.consents.consent_of(BO) is None
    await stores.consents.revoke_consent(ANA)
    assert await stores.consents.consent_of(ANA) is None


async def test_who_chose_nothing_has_the_defaults(stores):
    assert await stores.settings.settings_of(ANA) == PersonSettings()
    assert await stores.settings.guild_settings(7) == GuildSettings()


async def test_settings_are_kept_and_are_the_persons_alone(stores):
    chosen = PersonSettings("pt-BR", private=False, history=True, explicit=False)
    assert await stores.settings.change_settings(ANA, lambda _: chosen) == chosen
    assert await stores.settings.settings_of(ANA) == chosen
    assert await stores.settings.settings_of(BO) == PersonSettings()


async def test_a_servers_settings_are_kept_until_it_is_forgotten(stores):
    chosen = GuildSettings(Goal.LET_OUT, 30, False, frozenset({2**61, 3}), private=False, language="ja")
    await stores.settings.change_guild(7, lambda _: chosen)
    assert await stores.settings.guild_settings(7) == chosen
    await stores.settings.forget_guild(7)
    assert await stores.settings.guild_settings(7) == GuildSettings()


async def test_two_changes_at_once_both_count(stores):
    changes = [{"language": "fr"}, {"private": True}, {"history": True}, {"explicit": False}]
    await asyncio.gather(
        *(stores.settings.change_settings(ANA, lambda old, new=new: replace(old, **new)) for new in changes)
    )
    assert await stores.settings.settings_of(ANA) == PersonSettings("fr", True, True, False)


async def test_the_first_thumb_teaches(stores):
    assert await stores.tastes.taste_of(ANA) == Taste()
    assert await stores.tastes.learn(ANA, thumb(1)) == learn(Taste(), thumb(1))
    assert await stores.tastes.taste_of(ANA) == learn(Taste(), thumb(1))
    assert await stores.tastes.taste_of(BO) == Taste()


async def test_of_opposite_thumbs_on_a_whole_tape_at_once_one_counts(stores):
    def whole(verdict):
        return (replace(thumb(number), verdict=verdict) for number in range(12))

    verdicts = (Verdict.UP, Verdict.DOWN) * 3
    await asyncio.gather(*(stores.tastes.learn(ANA, *whole(verdict)) for verdict in verdicts))
    opinions = (await stores.tastes.taste_of(ANA)).opinions
    assert (len(opinions), len({opinion.verdict for opinion in opinions})) == (12, 1)


async def test_of_many_thumbs_at_once_none_is_lost(stores):
    await asyncio.gather(*(stores.tastes.learn(ANA, thumb(number)) for number in range(12)))
    assert [opinion.key for opinion in (await stores.tastes.taste_of(ANA)).opinions] == list(range(12))


async def test_nothing_is_recorded_for_whom_has_not_asked(stores):
    assert not await stores.history.record(ANA, entry(1, made_at=10.0))
    assert await stores.history.history_of(ANA, since=0, until=99) == []


async def test_history_is_given_by_time_and_is_the_persons_alone(stores):
    await stores.settings.change_settings(ANA, lambda settings: replace(settings, history=True))
    for made_at in (30.0, 10.0, 20.0):
        assert await stores.history.record(ANA, entry(int(made_at), made_at=made_at))
    assert await stores.history.history_of(ANA, since=10, until=30) == [entry(n, made_at=n) for n in (10, 20)]
    assert await stores.history.history_of(BO, since=0, until=99) == []


async def test_recent_keys_are_those_of_the_last_tapes(stores):
    await stores.settings.change_settings(ANA, lambda settings: replace(settings, history=True))
    for number in (1, 2, 3):
        await stores.history.record(ANA, entry(number, made_at=number))
    expected = {track.key for number in (2, 3) for track in entry(number, made_at=0).tracks}
    assert await stores.history.recent_keys(ANA, tapes=2) == expected
    assert await stores.history.recent_keys(BO, tapes=2) == frozenset()


async def test_cleared_history_is_gone(stores):
    await remember(stores, ANA)
    await remember(stores, BO)
    await stores.history.clear_history(ANA)
    assert await stores.history.history_of(ANA, since=0, until=99) == []
    assert len(await stores.history.history_of(BO, since=0, until=99)) == 1


async def test_feedback_comes_newest_first_and_any_text_is_taken(stores):
    await stores.feedback.add_feedback(Feedback(ANA, "a\0b\ud800 ☃", 1.0))
    await stores.feedback.add_feedback(Feedback(BO, "x" * 9000, 2.0))
    newest, oldest = await stores.feedback.latest_feedback(limit=5)
    assert (newest.person_id, len(newest.text)) == (BO, 4000)
    assert oldest == Feedback(ANA, "ab? ☃", 1.0)


async def test_a_kept_tape_comes_back_whole_to_its_owner(stores):
    await stores.tapes.keep_tape(KEPT)
    assert await stores.tapes.tape("tape-1", person_id=ANA, now=999.0) == KEPT


@pytest.mark.parametrize("feeling", [MoodName.CALM, MoodPoint(-0.5, 1.0), FACE])
async def test_every_kind_of_feeling_comes_back(stores, feeling):
    kept = replace(KEPT, request=TapeRequest(feeling, energy=-0.5, goal=Goal.TAKE_ME, destination=MoodName.HAPPY))
    await stores.tapes.keep_tape(kept)
    assert (await stores.tapes.tape("tape-1", person_id=ANA, now=0.0)).request == kept.request


async def test_what_is_asked_for_afresh_is_not_kept(stores):
    request = replace(KEPT.request, avoid=frozenset({1}), gone=frozenset({2}), tastes=(Taste((thumb(1),)),))
    await stores.tapes.keep_tape(replace(KEPT, request=request))
    assert await stores.tapes.tape("tape-1", person_id=ANA, now=0.0) == KEPT


async def test_a_late_tape_is_none(stores):
    await stores.tapes.keep_tape(KEPT)
    assert await stores.tapes.tape("tape-1", person_id=ANA, now=1000.0) is None


async def test_others_see_a_shared_tape_without_how_its_owner_looked(stores):
    await stores.tapes.keep_tape(KEPT)
    assert await stores.tapes.tape("tape-1", person_id=BO, now=0.0) is None
    assert not await stores.tapes.share_tape("tape-1", person_id=BO)
    assert await stores.tapes.share_tape("tape-1", person_id=ANA)
    await stores.tapes.await_playlist("tape-1", person_id=ANA, language="de")
    seen = await stores.tapes.tape("tape-1", person_id=BO, now=0.0)
    assert (seen.tape, seen.request.feeling, seen.awaited_in, seen.own) == (TAPE, MoodName.HAPPY, None, False)


async def test_of_several_who_share_a_tape_at_once_one_hears_that_it_is_news(stores):
    await stores.tapes.keep_tape(KEPT)
    shared = await asyncio.gather(*(stores.tapes.share_tape("tape-1", person_id=ANA) for _ in range(4)))
    assert sorted(shared) == [False, False, False, True]
    assert await stores.tapes.share_tape("tape-1", person_id=ANA, shared=False)
    assert await stores.tapes.tape("tape-1", person_id=BO, now=0.0) is None


async def test_tapes_whose_playlists_are_awaited_come_by_age_and_a_few_at_a_time(stores):
    for number in (3, 1, 2):
        await stores.tapes.keep_tape(replace(KEPT, tape_id=f"tape-{number}", expires_at=float(number)))
    for number in (1, 3):
        assert await stores.tapes.await_playlist(f"tape-{number}", person_id=ANA, language="ja")
    assert [kept.tape_id for kept in await stores.tapes.awaited(after=0.0, limit=9)] == ["tape-1", "tape-3"]
    (first,) = await stores.tapes.awaited(after=0.0, limit=1)
    assert (first.tape_id, first.awaited_in) == ("tape-1", "ja")
    assert [kept.tape_id for kept in await stores.tapes.awaited(after=1.0, limit=9)] == ["tape-3"]


async def test_only_its_owner_waits_for_a_playlist_and_only_while_there_is_none(stores):
    await stores.tapes.keep_tape(KEPT)
    assert not await stores.tapes.await_playlist("tape-1", person_id=BO, language="de")
    assert await stores.tapes.fulfil("tape-1", playlist_url="https://a.example")
    assert not await stores.tapes.await_playlist("tape-1", person_id=ANA, language="de")
    assert await stores.tapes.awaited(after=0.0, limit=9) == []


async def test_a_wish_that_is_given_up_is_not_awaited_any_more(stores):
    await stores.tapes.keep_tape(KEPT)
    assert not await stores.tapes.give_up("tape-1")
    await stores.tapes.await_playlist("tape-1", person_id=ANA, language="de")
    assert await stores.tapes.give_up("tape-1")
    assert await stores.tapes.awaited(after=0.0, limit=9) == []


async def test_of_several_who_fulfil_a_wish_at_once_one_is_the_one(stores):
    await stores.tapes.keep_tape(KEPT)
    await stores.tapes.await_playlist("tape-1", person_id=ANA, language="de")
    urls = [f"https://a.example/{number}" for number in range(4)]
    told = await asyncio.gather(*(stores.tapes.fulfil("tape-1", playlist_url=url) for url in urls))
    kept = await stores.tapes.tape("tape-1", person_id=ANA, now=0.0)
    assert (kept.playlist_url, kept.awaited_in) == (urls[told.index(True)], None)
    assert sorted(told) == [False, False, False, True]
    assert not await stores.tapes.fulfil("gone", playlist_url=urls[0])


async def test_an_export_is_json_and_holds_one_persons_data(stores):
    await remember(stores, ANA)
    await remember(stores, BO)
    exported = await stores.people.export(ANA)
    assert set(exported) == {"consents", "feedback", "history", "person_settings", "tapes", "tastes"}
    assert f"from {ANA}" in json.dumps(exported, default=sorted)
    assert str(BO) not in json.dumps(exported, default=sorted)


async def test_a_deleted_person_has_nothing_left_and_others_have_all(stores):
    await remember(stores, ANA)
    await remember(stores, BO)
    kept = await stores.people.export(BO)
    await stores.people.delete(ANA)
    assert await stores.people.export(ANA) == {}
    assert await stores.people.export(BO) == kept


async def test_what_is_older_than_it_may_be_is_purged(stores):
    await remember(stores, ANA)
    retention = Retention(history_days=1, taste_days=2, feedback_days=3)
    assert await stores.people.purge(now=999.0, retention=retention) == 0
    assert await stores.people.purge(now=10.0 + DAY_S + 1, retention=retention) == 2
    assert await stores.people.purge(now=10.0 + 3 * DAY_S + 1, retention=retention) == 2
    assert set(await stores.people.export(ANA)) == {"consents", "person_settings"}

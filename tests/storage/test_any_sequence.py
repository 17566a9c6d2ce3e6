"""Whatever several people do in whatever order, the database agrees with a simple model and mixes nobody up."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from core.emotion import EmotionScores
from core.ledger import BOT, PendingLink, PlaylistRecord, Stage
from core.mood import Goal, Mood, MoodName, MoodPoint
from core.music import Tape, Track
from core.people import Consent, Feedback, HistoryEntry, Retention
from core.ports import KeptTape, TapeRequest
from core.taste import Opinion, Verdict
from storage.accounts import StoredLinks, StoredLogins
from storage.database import Database
from storage.ledger import StoredLedger, StoredTracks
from storage.models import Base
from storage.people import StoredConsents, StoredFeedback, StoredSettings, StoredTastes
from storage.privacy import StoredPeople
from storage.tapes import StoredHistory, StoredTapes
from tests.fakes.people import MemoryPeople
from tests.fakes.stores import MemoryLedger, MemoryLinks, MemoryLogins, MemoryTracks

PEOPLE = (9001, 9002)
OWNERS = (BOT, "9001")
FACE = EmotionScores((0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0))
HAPPY = Mood(MoodName.HAPPY, MoodPoint(0.8, 0.5))
SOON = Retention(history_days=0.0001, taste_days=0.0001, feedback_days=0.0001)
ONE_DATABASE = settings(
    max_examples=25, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

people = st.sampled_from(PEOPLE)
owners = st.sampled_from(OWNERS)
times = st.integers(0, 40).map(float)
few = st.integers(0, 3)


class StoredEverything(
    StoredConsents, StoredSettings, StoredTastes, StoredFeedback, StoredHistory, StoredTapes, StoredPeople
):
    """All stores for people in one object, as `MemoryPeople` is."""


def song(person_id: int, number: int) -> Track:
    return Track(f"of {person_id}, {number}", "Nova", MoodPoint(0.5, 0.5))


def entry(person_id: int, number: int, at: float) -> HistoryEntry:
    return HistoryEntry(at, MoodName.SAD, Goal.MATCH, (song(person_id, number),))


def kept(person_id: int, number: int, until: float) -> KeptTape:
    tape = Tape(HAPPY, (song(person_id, number),))
    return KeptTape(f"{person_id}-{number}", person_id, TapeRequest(FACE), tape, until)


def thumb(number: int, at: float) -> Opinion:
    return Opinion(Verdict.UP, MoodPoint(0.5, 0.5), number, at)


def link(drawn: tuple[str, int, float]) -> Any:
    owner, number, until = drawn
    return "links.put", (f"{owner}-{number}", PendingLink(owner, f"of {owner}", until, owner)), {}


def call(name: str, *args: Any, **more: Any) -> st.SearchStrategy[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """Draw a call of one method; strategies among the arguments are drawn, other values stand."""
    drawn = [arg if isinstance(arg, st.SearchStrategy) else st.just(arg) for arg in args]
    return st.tuples(st.just(name), st.tuples(*drawn), st.fixed_dictionaries(more))


def of_one(name: str, make: Any, *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw a call with a person and something made for that person."""
    return st.tuples(people, *parts).map(lambda drawn: (name, (drawn[0], make(*drawn)), {}))


PEOPLES_CALLS = st.one_of(
    of_one("give_consent", lambda _, number, at: Consent(number, at), few, times),
    call("revoke_consent", people),
    call("consent_of", people),
    call("change_settings", people, lambda old: replace(old, history=True)),
    call("change_settings", people, lambda old: replace(old, history=not old.history, language="fr")),
    call("settings_of", people),
    of_one("learn", lambda _, number, at: thumb(number, at), few, times),
    call("taste_of", people),
    of_one("record", entry, few, times),
    call("history_of", people, since=times, until=times),
    call("recent_keys", people, tapes=few),
    call("clear_history", people),
    call("add_feedback", st.builds(lambda who, at: Feedback(who, f"of {who}", at), people, times)),
    call("keep_tape", st.builds(kept, people, few, times)),
    call("share_tape", st.builds(lambda who, number: f"{who}-{number}", people, few), person_id=people),
    call("tape", st.builds(lambda who, number: f"{who}-{number}", people, few), person_id=people, now=times),
    call("delete", people),
    call("purge", now=times, retention=st.just(SOON)),
)

RECORDS = st.builds(
    PlaylistRecord,
    st.sampled_from("abcd"),
    owners,
    st.sampled_from(("Tape 1", "Tape 2")),
    times,
    st.sampled_from(Stage),
    st.sampled_from((None, "id")),
    st.sampled_from(((), ("u:1",), ("u:2", "u:1"))),
)
SPOTIFYS_CALLS = st.one_of(
    call("ledger.begin", RECORDS),
    call("ledger.change", RECORDS),
    call("ledger.forget", RECORDS),
    call("ledger.unfinished", owners, before=times),
    call("ledger.made", owners, before=times, limit=few),
    call("tracks.keep", few, st.sampled_from((None, "u:1")), until=times),
    call("tracks.find", st.lists(few), now=times),
    call("tracks.missing", now=times),
    st.tuples(owners, few, times).map(link),
    call("links.take", st.builds("{}-{}".format, owners, few), now=times),
    call("login.save", owners),
    call("login.load", owners),
    call("login.delete", owners),
    call("logins.owners"),
)


PEOPLE_AT_FIRST = [("change_settings", (who, lambda old: replace(old, history=True)), {}) for who in PEOPLE]
PEOPLE_AT_THE_END = [
    *[(name, (who,), {}) for who in PEOPLE for name in ("consent_of", "settings_of", "taste_of")],
    *[("history_of", (who,), {"since": 0.0, "until": 99.0}) for who in PEOPLE],
    *[("recent_keys", (who,), {"tapes": 2}) for who in PEOPLE],
    *[
        ("tape", (f"{owner}-{number}",), {"person_id": who, "now": 20.0})
        for owner in PEOPLE
        for who in PEOPLE
        for number in range(4)
    ],
    ("latest_feedback", (), {"limit": 99}),
]
ACCOUNTS_AT_THE_END = [
    *[("links.take", (f"{owner}-{number}",), {"now": 20.0}) for owner in OWNERS for number in range(4)],
    *[("ledger.unfinished", (owner,), {"before": 99.0}) for owner in OWNERS],
    *[("ledger.made", (owner,), {"before": 99.0, "limit": 99}) for owner in OWNERS],
    *[("login.load", (owner,), {}) for owner in OWNERS],
    ("tracks.find", (range(4),), {"now": 20.0}),
]


class Accounts:
    """Spotify's stores under names that a drawn call can have."""

    def __init__(self, ledger: Any, tracks: Any, links: Any, logins: Any) -> None:
        self.stores = {"ledger": ledger, "tracks": tracks, "links": links, "logins": logins}

    def do(self, name: str, args: Any, more: Any) -> Any:
        store, method = name.split(".")
        if store != "login":
            return getattr(self.stores[store], method)(*args, **more)
        (owner,) = args
        return getattr(self.stores["logins"].of(owner), method)(*([{"of": owner}] if method == "save" else []))


def seen(answer: Any) -> Any:
    """What can be compared; a link shows nothing of itself on purpose."""
    return (
        (answer.owner, answer.verifier, answer.expires_at, answer.name) if isinstance(answer, PendingLink) else answer
    )


def shows_another(answer: Any, name: str, args: Any, more: Any) -> bool:
    """Say whether a person is shown what is another's; of a shared tape, how its owner looked."""
    if isinstance(answer, KeptTape):
        return answer.owner_id != more["person_id"] and answer.request.feeling == FACE
    others = [str(who) for who in PEOPLE if not args or who != args[0]]
    return name == "history_of" and any(other in str(answer) for other in others)


def emptied(database: Database) -> Database:
    for table in Base.metadata.sorted_tables:
        database.write(lambda session, table=table: session.execute(delete(table)))
    return database


@ONE_DATABASE
@given(calls=st.lists(SPOTIFYS_CALLS, min_size=5, max_size=40))
def test_accounts_and_playlists_are_as_in_the_model(database, calls):
    emptied(database)
    model = Accounts(MemoryLedger(), MemoryTracks(), MemoryLinks(), MemoryLogins())
    stored = Accounts(StoredLedger(database), StoredTracks(database), StoredLinks(database), StoredLogins(database))
    for drawn in [*calls, *ACCOUNTS_AT_THE_END]:
        assert seen(stored.do(*drawn)) == seen(model.do(*drawn)), drawn


@ONE_DATABASE
@given(calls=st.lists(PEOPLES_CALLS, min_size=5, max_size=40))
async def test_people_are_as_in_the_model_and_nobody_sees_anothers_data(database, calls):
    emptied(database)
    model, stored = MemoryPeople(), StoredEverything(database)
    for name, args, more in [*PEOPLE_AT_FIRST, *calls, *PEOPLE_AT_THE_END]:
        answer = await getattr(stored, name)(*args, **more)
        assert answer == await getattr(model, name)(*args, **more), (name, args, more)
        assert not shows_another(answer, name, args, more), (name, args, more)
    for person_id in PEOPLE:
        exported, expected = await stored.export(person_id), await model.export(person_id)
        assert {name: len(rows) for name, rows in exported.items()} == {n: len(rows) for n, rows in expected.items()}
        assert not any(str(other) in json.dumps(exported) for other in PEOPLE if other != person_id)
    await database.close_async()

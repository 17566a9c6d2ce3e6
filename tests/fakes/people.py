"""All that is kept about people, in memory: every store port of `core.ports` in one object."""

from collections.abc import Callable
from dataclasses import asdict, replace
from functools import reduce
from typing import Any

from core.people import (
    DAY_S,
    LONGEST_FEEDBACK,
    Consent,
    Feedback,
    GuildSettings,
    HistoryEntry,
    PersonSettings,
    Retention,
)
from core.ports import KeptTape, People
from core.taste import Opinion, Taste, learn


class MemoryPeople:
    """Its dictionaries may be looked into; keys are people's ids unless their names say otherwise."""

    def __init__(self) -> None:
        self.consents: dict[int, Consent] = {}
        self.settings: dict[int, PersonSettings] = {}
        self.guilds: dict[int, GuildSettings] = {}
        self.tastes: dict[int, Taste] = {}
        self.history: dict[int, list[HistoryEntry]] = {}
        self.feedback: list[Feedback] = []
        self.tapes_by_id: dict[str, KeptTape] = {}

    async def consent_of(self, person_id: int) -> Consent | None:
        return self.consents.get(person_id)

    async def give_consent(self, person_id: int, consent: Consent) -> None:
        self.consents[person_id] = consent

    async def revoke_consent(self, person_id: int) -> None:
        self.consents.pop(person_id, None)

    async def settings_of(self, person_id: int) -> PersonSettings:
        return self.settings.get(person_id, PersonSettings())

    async def change_settings(
        self, person_id: int, change: Callable[[PersonSettings], PersonSettings]
    ) -> PersonSettings:
        self.settings[person_id] = change(await self.settings_of(person_id))
        return self.settings[person_id]

    async def guild_settings(self, guild_id: int) -> GuildSettings:
        return self.guilds.get(guild_id, GuildSettings())

    async def change_guild(self, guild_id: int, change: Callable[[GuildSettings], GuildSettings]) -> GuildSettings:
        self.guilds[guild_id] = change(await self.guild_settings(guild_id))
        return self.guilds[guild_id]

    async def forget_guild(self, guild_id: int) -> None:
        self.guilds.pop(guild_id, None)

    async def taste_of(self, person_id: int) -> Taste:
        return self.tastes.get(person_id, Taste())

    async def learn(self, person_id: int, *opinions: Opinion) -> Taste:
        self.tastes[person_id] = reduce(learn, opinions, await self.taste_of(person_id))
        return self.tastes[person_id]

    async def record(self, person_id: int, entry: HistoryEntry) -> bool:
        wanted = (await self.settings_of(person_id)).history
        if wanted:
            entries = [*self.history.get(person_id, []), entry]
            self.history[person_id] = sorted(entries, key=lambda one: one.made_at)
        return wanted

    async def history_of(self, person_id: int, *, since: float, until: float) -> list[HistoryEntry]:
        return [entry for entry in self.history.get(person_id, []) if since <= entry.made_at < until]

    async def recent_keys(self, person_id: int, *, tapes: int) -> frozenset[int]:
        last = self.history.get(person_id, [])[::-1][:tapes]
        return frozenset(track.key for entry in last for track in entry.tracks)

    async def clear_history(self, person_id: int) -> None:
        self.history.pop(person_id, None)

    async def add_feedback(self, feedback: Feedback) -> None:
        text = feedback.text.replace("\0", "").encode(errors="replace").decode()[:LONGEST_FEEDBACK]
        self.feedback.append(replace(feedback, text=text))

    async def latest_feedback(self, *, limit: int) -> list[Feedback]:
        return sorted(self.feedback, key=lambda one: one.at)[::-1][:limit]

    async def keep_tape(self, kept: KeptTape) -> None:
        request = replace(kept.request, avoid=frozenset(), tastes=(), gone=frozenset())
        self.tapes_by_id[kept.tape_id] = replace(kept, request=request)

    async def tape(self, tape_id: str, *, person_id: int, now: float) -> KeptTape | None:
        kept = self.tapes_by_id.get(tape_id)
        if kept is None or kept.expires_at <= now:
            return None
        if kept.owner_id == person_id:
            return kept
        bare = replace(kept.request, feeling=kept.tape.mood.name)
        return replace(kept, request=bare, awaited_in=None, own=False) if kept.shared else None

    async def share_tape(self, tape_id: str, *, person_id: int, shared: bool = True) -> bool:
        kept = self.tapes_by_id.get(tape_id)
        if kept is None or kept.owner_id != person_id or kept.shared == shared:
            return False
        self.tapes_by_id[tape_id] = replace(kept, shared=shared)
        return True

    async def await_playlist(self, tape_id: str, *, person_id: int, language: str) -> bool:
        kept = self.tapes_by_id.get(tape_id)
        if kept is None or kept.owner_id != person_id or kept.playlist_url is not None:
            return False
        self.tapes_by_id[tape_id] = replace(kept, awaited_in=language)
        return True

    async def awaited(self, *, after: float, limit: int) -> list[KeptTape]:
        waiting = (kept for kept in self.tapes_by_id.values() if kept.awaited_in and kept.expires_at > after)
        return sorted(waiting, key=lambda kept: (kept.expires_at, kept.tape_id))[:limit]

    async def fulfil(self, tape_id: str, *, playlist_url: str) -> bool:
        kept = self.tapes_by_id.get(tape_id)
        if kept is None or kept.playlist_url is not None:
            return False
        self.tapes_by_id[tape_id] = replace(kept, playlist_url=playlist_url, awaited_in=None)
        return True

    async def give_up(self, tape_id: str) -> bool:
        kept = self.tapes_by_id.get(tape_id)
        if kept is None or kept.awaited_in is None:
            return False
        self.tapes_by_id[tape_id] = replace(kept, awaited_in=None)
        return True

    async def export(self, person_id: int) -> dict[str, list[dict[str, Any]]]:
        tables: dict[str, list[Any]] = {
            "consents": [self.consents.get(person_id)],
            "feedback": [one for one in self.feedback if one.person_id == person_id],
            "history": self.history.get(person_id, []),
            "person_settings": [self.settings.get(person_id)],
            "tapes": [kept for kept in self.tapes_by_id.values() if kept.owner_id == person_id],
            "tastes": [self.tastes.get(person_id)],
        }
        rows = {name: [asdict(row) for row in table if row is not None] for name, table in tables.items()}
        return {name: table for name, table in rows.items() if table}

    async def delete(self, person_id: int) -> None:
        for table in (self.consents, self.settings, self.tastes, self.history):
            table.pop(person_id, None)
        self.feedback = [one for one in self.feedback if one.person_id != person_id]
        self.tapes_by_id = {key: kept for key, kept in self.tapes_by_id.items() if kept.owner_id != person_id}

    async def purge(self, *, now: float, retention: Retention) -> int:
        before = self._rows()
        self.tapes_by_id = {key: kept for key, kept in self.tapes_by_id.items() if now < kept.expires_at}
        oldest = now - retention.history_days * DAY_S
        self.history = {who: [one for one in all_ if one.made_at >= oldest] for who, all_ in self.history.items()}
        oldest = now - retention.taste_days * DAY_S
        self.tastes = {
            who: taste for who, taste in self.tastes.items() if max(o.when_s for o in taste.opinions) >= oldest
        }
        oldest = now - retention.feedback_days * DAY_S
        self.feedback = [one for one in self.feedback if one.at >= oldest]
        return before - self._rows()

    def _rows(self) -> int:
        history = sum(len(entries) for entries in self.history.values())
        return len(self.tastes) + len(self.feedback) + len(self.tapes_by_id) + history


def people(memory: MemoryPeople | None = None) -> People:
    """Every store, all in one memory."""
    kept = memory or MemoryPeople()
    return People(kept, kept, kept, kept, kept, kept, kept)

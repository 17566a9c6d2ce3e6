"""Makes tapes with what is remembered about a person, and remembers them for their buttons."""

import asyncio
import logging
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from secrets import token_urlsafe
from time import time
from typing import TypeVar

from bot.asks import Ask, Turn, Variation
from bot.attachments import Download, read_photo
from bot.chart import chart_of
from bot.preferences import Preferences, preferences
from core.errors import StorageUnavailable, TapeGone
from core.faces import Reading
from core.flow import OnStep, Result, Step, playlist_from_request, read_faces
from core.language import Words
from core.mood import Goal, MoodName
from core.music import Track
from core.people import DAY_S, HistoryEntry, PersonSettings
from core.ports import AccountLinks, KeptTape, People, Services, TapeRequest
from core.taste import Opinion, Taste, Verdict

logger = logging.getLogger(__name__)

KEPT_DAYS = 7
RECENT_TAPES = 5
ENERGY_STEP = 0.4
FEW_OPINIONS = 20
"""Who has given fewer is new: taste does not yet say more than favourite artists, so Spotify may be asked for these.

One thumb on a usual tape gives twenty. The simulated listeners of tests/recommender/test_cold_start.py like .31 of a
tape's tracks where nothing is known of them, .43 where their favourite artists are, and .54 after twenty opinions.
"""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made:
    """A tape, ready to be shown.

    Attributes:
        picture: The chart as PNG; None without a photo.
        tape_id: Under which its buttons find it; None where it could not be kept.
        corrected: The person's own word on their mood was learnt from.
        energy: How it was shifted, -1 (calmer) to 1 (more energy).
    """

    result: Result
    picture: bytes | None = None
    tape_id: str | None = None
    corrected: bool = False
    energy: float = 0.0


async def make_tape(
    ask: Ask, *, services: Services, people: People, download: Download, words: Words, on_step: OnStep
) -> Made:
    """Do what a person asked; where their memory cannot be reached, make the tape without it.

    Raises:
        BadPhoto, NoFace, FaceUnclear: Their photo cannot be used.
        TapeGone: The tape that they want another of is not theirs, or no longer kept.
        NoTracks: No track of the catalogue fits.
    """
    request, reading, own = await _request(ask, services=services, people=people, download=download, on_step=on_step)
    request = await _personal(request, ask.person_id, people, services.accounts)
    result = await playlist_from_request(
        request,
        reading=reading,
        services=services,
        request_id=ask.request_id,
        language=words.language.value,
        on_step=on_step,
    )
    picture = await asyncio.to_thread(chart_of, reading) if reading else None
    corrected = await _learn_correction(ask, result, people)
    tape_id = await _remember(ask, request, result, people, own=own)
    return Made(result, picture, tape_id, corrected, request.energy)


async def kept_tape(tape_id: str, *, person_id: int, people: People) -> KeptTape:
    """Give a tape to whom it belongs or is shared with.

    Raises:
        TapeGone: It is not theirs, or no longer kept.
    """
    kept = await people.tapes.tape(tape_id, person_id=person_id, now=time())
    if kept is None:
        raise TapeGone
    return kept


def varied(kept: KeptTape, variation: Variation) -> TapeRequest:
    """Ask for another tape, without the tracks of the last."""
    request = replace(kept.request, seed=None, avoid=frozenset(track.key for track in kept.tape.tracks))
    match variation.turn:
        case Turn.MORE:
            return replace(request, energy=min(1.0, request.energy + ENERGY_STEP))
        case Turn.LESS:
            return replace(request, energy=max(-1.0, request.energy - ENERGY_STEP))
        case Turn.LIFT:
            return replace(request, goal=Goal.LIFT)
        case Turn.CORRECT:
            return replace(request, feeling=variation.mood or kept.tape.mood.name, energy=0.0)
        case _:
            return request


async def _request(
    ask: Ask, *, services: Services, people: People, download: Download, on_step: OnStep
) -> tuple[TapeRequest, Reading | None, bool]:
    """Give what to make a tape from, the photo's reading, and whether it is of the person's own look or word."""
    chosen = await _or_else(preferences(people.settings, person_id=ask.person_id, guild_id=ask.guild_id), Preferences())
    if isinstance(ask.source, Variation):
        kept = await kept_tape(ask.source.tape_id, person_id=ask.person_id, people=people)
        request = varied(kept, ask.source)
        own = kept.own or ask.source.turn is Turn.CORRECT
        return replace(request, explicit=request.explicit and chosen.explicit), None, own
    reading, feeling = None, ask.source
    if not isinstance(feeling, MoodName):
        on_step(Step.READING)
        reading = await read_faces(await read_photo(feeling, download=download), services=services)
        feeling = reading.room()
    length = ask.length or chosen.length
    goal, to = ask.goal or chosen.goal, ask.destination
    goal = None if goal is Goal.TAKE_ME and to is None else goal
    request = TapeRequest(feeling, length=length, goal=goal, destination=to, explicit=chosen.explicit)
    return request, reading, ask.author_id is None


async def _personal(request: TapeRequest, person_id: int, people: People, accounts: AccountLinks | None) -> TapeRequest:
    taste = await _or_else(people.tastes.taste_of(person_id), Taste())
    recent, favourites = await asyncio.gather(
        _or_else(people.history.recent_keys(person_id, tapes=RECENT_TAPES), frozenset[int]()),
        _favourites(person_id, people, accounts if len(taste.opinions) < FEW_OPINIONS else None),
    )
    tastes = (taste,) if taste.opinions else ()
    return replace(request, avoid=request.avoid | recent, tastes=tastes, favourites=favourites)


async def _favourites(person_id: int, people: People, accounts: AccountLinks | None) -> tuple[str, ...]:
    """Ask for the artists that a person hears most, where they switched that on; for one tape, and stored nowhere."""
    if accounts is None:
        return ()
    settings = await _or_else(people.settings.settings_of(person_id), PersonSettings())
    return await _or_else(accounts.top_artists(person_id), ()) if settings.favourites else ()


async def _learn_correction(ask: Ask, result: Result, people: People) -> bool:
    if not isinstance(ask.source, Variation) or ask.source.turn is not Turn.CORRECT:
        return False
    opinion = Opinion(Verdict.CORRECTION, result.tape.mood.point, None, time())
    return await _or_else(people.tastes.learn(ask.person_id, opinion), None) is not None


async def _remember(ask: Ask, request: TapeRequest, result: Result, people: People, *, own: bool) -> str | None:
    """Keep the tape for its buttons; of somebody else's photo only the mood's name.

    What is not the person's `own` look or word, or made from that, is not in their history.

    Why a track is there is not kept, since that would tell the artists that a person hears; spares are kept only
    where Spotify may still have to take them.
    """
    spares = result.tape.spares if result.spotify_problem else ()
    now, tape = time(), replace(result.tape, tracks=_unexplained(result.tracks), spares=_unexplained(spares))
    entry = HistoryEntry(now, tape.mood.name, tape.goal, tape.tracks)
    if own:
        await _or_else(people.history.record(ask.person_id, entry), False)
    feeling = request.feeling if ask.author_id is None else tape.mood.name
    bare = replace(request, feeling=feeling, seed=None, avoid=frozenset(), tastes=(), favourites=(), gone=frozenset())
    url = result.playlist.url if result.playlist else None
    kept = KeptTape(token_urlsafe(12), ask.person_id, bare, tape, now + KEPT_DAYS * DAY_S, url, own=own)
    try:
        await people.tapes.keep_tape(kept)
    except StorageUnavailable:
        logger.warning("a tape is shown without its buttons: the storage is unavailable")
        return None
    return kept.tape_id


def _unexplained(tracks: tuple[Track, ...]) -> tuple[Track, ...]:
    return tuple(replace(track, why=None) for track in tracks)


async def _or_else(store: Awaitable[T], otherwise: T) -> T:
    try:
        return await store
    except StorageUnavailable:
        logger.warning("a tape is made without what is remembered: the storage is unavailable")
        return otherwise

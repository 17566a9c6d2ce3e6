"""What a playlist is called, and what its description says: the mood and the day, and no person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from core.music import Tape
from core.wording import MOOD_WORDS, leads

LONGEST_NAME = 100
LONGEST_ABOUT = 250
"""Spotify takes 300 characters; the tag comes after them."""


@dataclass(frozen=True, slots=True)
class Title:
    """A playlist's name and the beginning of its description, in one language."""

    name: str
    about: str


Naming = Callable[[Tape, date, str], Title]
"""Words a title for a tape of a day in a language, as in "en"; unknown languages get English."""


def english(tape: Tape, day: date, _: str) -> Title:
    """Say the mood, where the tape leads, and the day; plain letters only, since Spotify escapes others."""
    mood = MOOD_WORDS[tape.mood.name]
    when = format_date(day, "d MMMM y", locale="en_GB")
    article = "An" if mood[0] in "aeiou" else "A"
    way = f" {lead}" if (lead := leads(tape)) else ""
    about = f"{article} {mood} tape, made by Moodtape on {when}.{way}"
    return Title(f"Moodtape: {mood}, {when}"[:LONGEST_NAME], about[:LONGEST_ABOUT])

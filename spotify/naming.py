"""What a playlist is called, and what its description says: the mood and the day, and no person."""

from dataclasses import dataclass
from datetime import date

from core.language import Words
from core.music import Tape
from core.wording import leads

LONGEST_NAME = 100
LONGEST_ABOUT = 250
"""Spotify takes 300 characters; the tag comes after them."""


@dataclass(frozen=True, slots=True)
class Title:
    """A playlist's name and the beginning of its description, in one language."""

    name: str
    about: str


def title_of(tape: Tape, day: date, words: Words) -> Title:
    """Say the mood, where the tape leads, and the day."""
    mood, lead = tape.mood.name.value, leads(tape, words)
    about = words("playlist-about", mood=mood, made_on=day)
    told = words("list-sentences", first=about, next=lead) if lead else about
    return Title(words("playlist-title", mood=mood, made_on=day)[:LONGEST_NAME], told[:LONGEST_ABOUT])

"""What only the bot says, where that takes more than a message; the words are in `language/messages`."""

from math import ceil
from typing import Any

import discord

from core.emotion import Emotion
from core.flow import Step
from core.language import Languages, Words
from core.wording import percent, wait

WORTH_TELLING_S = 5.0


def words_of(interaction: discord.Interaction[Any], languages: Languages) -> Words:
    """Speak the language that the person has set in Discord."""
    return languages.words_for(interaction.locale.value)


def words_of_message(message: discord.Message, languages: Languages) -> Words:
    """Speak the language that the server has set, since a message does not tell its author's."""
    return languages.words_for(message.guild.preferred_locale.value if message.guild else None)


def progress_line(wait_s: float, step: Step | None, words: Words, *, began: bool) -> str | None:
    """Tell a wait in steps of 5 s if it is long or telling `began`, else the step; nothing where there is no news."""
    if wait_s > (0 if began else WORTH_TELLING_S):
        return words("bot-in-line", **wait(ceil(wait_s / 5) * 5))
    return words("bot-step", step=step.value) if step else None


def chance(emotion: Emotion, probability: float, words: Words) -> str:
    return words("bot-chance", mood=emotion.value, percent=percent(probability, words))


def and_more(count: int, words: Words, *, in_playlist: bool) -> str:
    return words("bot-more-in-playlist", count=count) if in_playlist else words("bot-more", count=count)

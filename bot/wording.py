"""What only the bot says, where that takes more than a message; the words are in `language/messages`."""

from typing import Any

import discord

from core.emotion import Emotion
from core.flow import Step
from core.language import Languages, Words
from core.wording import percent


def words_of(interaction: discord.Interaction[Any], languages: Languages) -> Words:
    """Speak the language that the person has set in Discord."""
    return languages.words_for(interaction.locale.value)


def words_of_message(message: discord.Message, languages: Languages) -> Words:
    """Speak the language that the server has set, since a message does not tell its author's."""
    return languages.words_for(message.guild.preferred_locale.value if message.guild else None)


def step_line(step: Step, words: Words) -> str:
    return words("bot-step", step=step.value)


def chance(emotion: Emotion, probability: float, words: Words) -> str:
    return words("bot-chance", mood=emotion.value, percent=percent(probability, words))


def and_more(count: int, words: Words, *, in_playlist: bool) -> str:
    return words("bot-more-in-playlist", count=count) if in_playlist else words("bot-more", count=count)

"""Buttons that still work after a restart: all they need is in their custom id."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.guarded import Guarded
from core.errors import UnknownMood
from core.language import Words
from core.mood import PICKABLE_MOODS, Goal, MoodName
from core.wording import mood_label, sentence

if TYPE_CHECKING:
    from bot.desk import Desk

TEMPLATE = (
    r"mood:(?P<mood>[a-z]{1,20}):(?P<length>[0-9]{1,2})"
    rf"(?::(?P<goal>{'|'.join(Goal)})(?:>(?P<to>[a-z]{{1,20}}))?)?(?::(?P<asker>[0-9]{{1,20}}))?"
)


class MoodButton(Guarded, discord.ui.DynamicItem[discord.ui.Button[Any]], template=TEMPLATE):
    """Makes a tape from one mood, for the goal that was asked for; with an asker, it answers to that person only."""

    def __init__(
        self,
        mood: str,
        *,
        label: str,
        length: int,
        asker_id: int | None,
        goal: Goal | None = None,
        destination: MoodName | None = None,
    ) -> None:
        self.mood = mood
        self.length = length
        self.asker_id = asker_id
        self.goal = goal
        self.destination = destination
        where = "" if goal is None else f":{goal}>{destination}" if destination else f":{goal}"
        asker = "" if asker_id is None else f":{asker_id}"
        super().__init__(discord.ui.Button(label=label, custom_id=f"mood:{mood}:{length}{where}{asker}"))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        asker = match["asker"]
        label = str(getattr(item, "label", None) or match["mood"])
        goal = Goal(match["goal"]) if match["goal"] else None
        to = MoodName(match["to"]) if match["to"] in list(MoodName) else None
        asker_id, length = int(asker) if asker else None, int(match["length"])
        return cls(match["mood"], label=label, length=length, asker_id=asker_id, goal=goal, destination=to)

    async def answer(self, interaction: discord.Interaction[Any], desk: "Desk") -> None:
        if self.asker_id not in (None, interaction.user.id):
            await desk.refuse(interaction, (await desk.words(interaction))("bot-not-yours"))
        elif self.mood not in list(MoodName):
            await desk.refuse(interaction, sentence(UnknownMood(self.mood), await desk.words(interaction)))
        else:
            await desk.answer_pick(
                interaction,
                MoodName(self.mood),
                length=self.length,
                asker_id=self.asker_id,
                goal=self.goal,
                destination=self.destination,
            )


def mood_buttons(
    words: Words,
    *,
    length: int,
    asker_id: int | None,
    goal: Goal | None = None,
    destination: MoodName | None = None,
) -> Iterable[MoodButton]:
    wanted: dict[str, Any] = {"length": length, "asker_id": asker_id, "goal": goal, "destination": destination}
    return (MoodButton(mood.value, label=mood_label(mood, words), **wanted) for mood in PICKABLE_MOODS)

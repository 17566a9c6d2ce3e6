"""The buttons under a tape: they carry its random id only, and the desk asks whether it is theirs who presses."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.asks import Turn, Variation
from bot.guarded import Guarded
from core.language import Words
from core.mood import PICKABLE_MOODS, MoodName
from core.wording import mood_label

if TYPE_CHECKING:
    from bot.desk import Desk


class Act(StrEnum):
    """What can be done with a tape without a new one."""

    UP = "up"
    DOWN = "down"
    SAVE = "save"
    EXPORT = "export"
    SHARE = "share"
    LATER = "later"


TURNS = {
    Turn.ANOTHER: "button-another",
    Turn.MORE: "button-more-energy",
    Turn.LESS: "button-calmer",
    Turn.LIFT: "button-lift",
}
ACTS = {
    Act.UP: "button-good",
    Act.DOWN: "button-bad",
    Act.SAVE: "button-save",
    Act.EXPORT: "button-export",
    Act.SHARE: "button-share",
    Act.LATER: "button-later",
}
EMOJI = {Act.UP: "👍", Act.DOWN: "👎"}
TAPE_ID = r"(?P<tape>[A-Za-z0-9_-]{1,40})"
TURN_TEMPLATE = rf"turn:(?P<turn>{'|'.join(TURNS)}):{TAPE_ID}"
ACT_TEMPLATE = rf"act:(?P<act>{'|'.join(ACTS)}):{TAPE_ID}"
MOOD_TEMPLATE = rf"feel:{TAPE_ID}"
FEELING_TEMPLATE = rf"felt:(?P<mood>{'|'.join(MoodName)}):{TAPE_ID}"


class TurnButton(Guarded, ui.DynamicItem[ui.Button[Any]], template=TURN_TEMPLATE):
    """Makes a new tape out of the last."""

    def __init__(self, turn: Turn, tape_id: str, *, label: str | None = None) -> None:
        self.variation = Variation(tape_id, turn)
        super().__init__(ui.Button(label=label or turn.value, custom_id=f"turn:{turn}:{tape_id}"))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(Turn(match["turn"]), match["tape"])

    async def answer(self, interaction: discord.Interaction[Any], desk: "Desk") -> None:
        await desk.vary(interaction, self.variation)


class ActButton(Guarded, ui.DynamicItem[ui.Button[Any]], template=ACT_TEMPLATE):
    """Does something with a tape."""

    def __init__(self, act: Act, tape_id: str, *, label: str | None = None) -> None:
        self.act = act
        self.tape_id = tape_id
        custom_id = act_id(act, tape_id)
        super().__init__(ui.Button(label=label or act.value, custom_id=custom_id, emoji=EMOJI.get(act)))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(Act(match["act"]), match["tape"])

    async def answer(self, interaction: discord.Interaction[Any], desk: "Desk") -> None:
        await desk.act(interaction, self.act, tape_id=self.tape_id)


class FeelingSelect(Guarded, ui.DynamicItem[ui.Select[Any]], template=MOOD_TEMPLATE):
    """Takes a person's own word on how they feel."""

    def __init__(self, tape_id: str, *, words: Words | None = None) -> None:
        self.tape_id = tape_id
        moods = [mood for mood in MoodName if mood not in PICKABLE_MOODS]
        options = [
            discord.SelectOption(label=mood_label(mood, words) if words else mood.value, value=mood.value)
            for mood in (*PICKABLE_MOODS, *moods)
        ]
        placeholder = words("bot-not-how-i-feel") if words else None
        super().__init__(ui.Select(custom_id=f"feel:{tape_id}", placeholder=placeholder, options=options))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match["tape"])

    async def answer(self, interaction: discord.Interaction[Any], desk: "Desk") -> None:
        await desk.vary(interaction, Variation(self.tape_id, Turn.CORRECT, MoodName(self.item.values[0])))


class FeelingButton(Guarded, ui.DynamicItem[ui.Button[Any]], template=FEELING_TEMPLATE):
    """Takes a person's own word on how they feel, with one tap."""

    def __init__(self, mood: MoodName, tape_id: str, *, words: Words | None = None) -> None:
        self.variation = Variation(tape_id, Turn.CORRECT, mood)
        label = mood_label(mood, words) if words else mood.value
        super().__init__(ui.Button(label=label, custom_id=f"felt:{mood}:{tape_id}"))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(MoodName(match["mood"]), match["tape"])

    async def answer(self, interaction: discord.Interaction[Any], desk: "Desk") -> None:
        await desk.vary(interaction, self.variation)


def act_id(act: Act, tape_id: str) -> str:
    """Give the custom id of an act's button."""
    return f"act:{act}:{tape_id}"


def tape_rows(
    tape_id: str, words: Words, *, can_save: bool, can_correct: bool, can_share: bool, can_wait: bool
) -> list[ui.ActionRow[Any]]:
    """Two rows of buttons, before them the one for a playlist that waits, and the list of moods for a face."""
    hidden = {act for act, shown in ((Act.SAVE, can_save), (Act.SHARE, can_share)) if not shown} | {Act.LATER}
    turns = (TurnButton(turn, tape_id, label=words(name)) for turn, name in TURNS.items())
    acts = (ActButton(act, tape_id, label=words(name)) for act, name in ACTS.items() if act not in hidden)
    later = [_row([ActButton(Act.LATER, tape_id, label=words(ACTS[Act.LATER]))])] if can_wait else []
    feelings = [_row([FeelingSelect(tape_id, words=words)])] if can_correct else []
    return [*later, _row(turns), _row(acts), *feelings]


def feeling_row(tape_id: str, words: Words) -> ui.ActionRow[Any]:
    """A button for each mood that people pick by hand; a tap is their own word on this tape's mood."""
    return _row(FeelingButton(mood, tape_id, words=words) for mood in PICKABLE_MOODS)


def _row(items: Iterable[ui.Item[Any]]) -> ui.ActionRow[Any]:
    row: ui.ActionRow[Any] = ui.ActionRow()
    for item in items:
        row.add_item(item)
    return row

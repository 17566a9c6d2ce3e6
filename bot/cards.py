"""Replies as cards (Discord's Components V2), built from values alone.

Discord allows 4,000 characters over all text of a message and 40 components.
"""

import re
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot import wording
from bot.buttons import mood_buttons
from core.emotion import EMOTIONS, EmotionScores
from core.flow import Result
from core.language import Words
from core.music import Track
from core.wording import about_tape, headline, instead_of_playlist

TEXT_LIMIT = 4000
MORE_CHARS = 40
NAME_CHARS = 60
BAR_CHARS = 10
ACCENT = discord.Colour(0xA23812)


def note(text: str) -> ui.LayoutView:
    """One sentence."""
    return _layout(ui.TextDisplay(text))


def way_out(text: str, *, label: str, url: str) -> ui.LayoutView:
    """A few sentences, and a button that leads to a page."""
    return _layout(ui.TextDisplay(text), ui.ActionRow(ui.Button(label=label, url=url)))


def mood_picker(text: str, words: Words, *, length: int, asker_id: int | None) -> ui.LayoutView:
    """One sentence, and a button for each mood; only the asker, if given, may use them."""
    row: ui.ActionRow[Any] = ui.ActionRow()
    for button in mood_buttons(words, length=length, asker_id=asker_id):
        row.add_item(button)
    return _layout(ui.TextDisplay(text), row)


def result_card(result: Result, words: Words) -> ui.LayoutView:
    """The mood, the probabilities, the tracks, the playlist's link, and what did not work."""
    head, tail, title = _head(result, words), _tail(result, words), f"**{words('bot-tracks')}**"
    budget_chars = TEXT_LIMIT - _size(head + tail + title) - 1
    tracks = track_lines(result.tracks, words, budget_chars=budget_chars, in_playlist=result.playlist is not None)
    container = ui.Container(ui.TextDisplay(head), ui.Separator(), accent_colour=ACCENT)
    container.add_item(ui.TextDisplay("\n".join((title, *tracks))))
    if result.playlist:
        container.add_item(ui.ActionRow(ui.Button(label=words("button-open-playlist"), url=result.playlist.url)))
    if tail:
        container.add_item(ui.TextDisplay(tail))
    return _layout(container)


def probability_lines(scores: EmotionScores, words: Words) -> list[str]:
    """One line per emotion, most probable first: words before the bar, for those who listen."""
    ranked = sorted(EMOTIONS, key=scores.__getitem__, reverse=True)
    return [f"{wording.chance(e, scores[e], words)} {'█' * round(scores[e] * BAR_CHARS)}".rstrip() for e in ranked]


def track_lines(tracks: Sequence[Track], words: Words, *, budget_chars: int, in_playlist: bool) -> list[str]:
    """Number the tracks: as links while there is room for all names, then as names, then as a count."""
    plain = [f"{n}. {_name(track, words, link=False)}" for n, track in enumerate(tracks, 1)]
    linked = [f"{n}. {_name(track, words, link=True)}" for n, track in enumerate(tracks, 1)]
    room = budget_chars - MORE_CHARS
    while sum(_size(line) + 1 for line in plain) > room:
        plain.pop()
    left = room - sum(_size(line) + 1 for line in plain)
    lines = list[str]()
    for short, long in zip(plain, linked, strict=False):
        cost = _size(long) - _size(short)
        lines.append(long if cost <= left else short)
        left -= cost if cost <= left else 0
    hidden = len(tracks) - len(lines)
    return [*lines, wording.and_more(hidden, words, in_playlist=in_playlist)] if hidden else lines


def escape(text: str, *, limit_chars: int = NAME_CHARS) -> str:
    """Show foreign text as it is: on one line, shortened, without Markdown, links or mentions."""
    flat = " ".join(text.split())
    short = flat if len(flat) <= limit_chars else flat[: limit_chars - 1].rstrip() + "…"
    return re.sub(r"([\\*_`~|<>#@:])", r"\\\1", short.translate(str.maketrans("[]", "()")))


def _size(text: str) -> int:
    """Count as the strictest reader would: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _name(track: Track, words: Words, *, link: bool) -> str:
    title = escape(track.title)
    return f"{f'[{title}]({track.url})' if link else title} {words('bot-by-artist', artist=escape(track.artist))}"


def _head(result: Result, words: Words) -> str:
    chances = probability_lines(result.reading.room(), words) if result.reading else []
    return "\n".join((f"## {headline(result, words)}", *chances, *about_tape(result.tape, words)))


def _tail(result: Result, words: Words) -> str:
    lost = len(result.playlist.missing) if result.playlist else 0
    lines = [words("bot-missing", count=lost)] if lost else []
    if result.spotify_problem:
        lines.append(instead_of_playlist(result.spotify_problem, words))
    if result.reading:
        lines.append(f"-# {words('bot-photo-not-kept')}")
    return "\n".join(lines)


def _layout(*items: ui.Item[Any]) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    for item in items:
        view.add_item(item)
    return view

"""Replies as cards (Discord's Components V2), built from values alone.

Discord allows 4,000 characters over all text of a message and 40 components.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import discord
from discord import ui

from bot import wording
from bot.buttons import mood_buttons
from bot.chart import ranked
from bot.faces import chances, described, face_lines
from bot.tape_buttons import feeling_row, tape_rows
from core.emotion import EmotionScores
from core.errors import SpotifyRateLimited, SpotifyUnavailable
from core.flow import Result
from core.language import Words
from core.mood import Goal, MoodName
from core.music import Tape, Track
from core.wording import about_tape, headline, instead_of_playlist

TEXT_LIMIT = 4000
MORE_CHARS = 40
NAME_CHARS = 60
BAR_CHARS = 10
ALT_CHARS = 1024
SPOILS_LINK = re.compile(r"[\\*_`~|<>\[\]@\u2139\u203c\u2049\u2194\u25fd\u2934\u3030\ufe0f]|://|:\w+:")
EMOJI_KINDS = frozenset({"So", "Cn"})
"""Unicode categories of emoji; those that Python does not know yet are in the last."""
JOINER = "\u200d"
NAMELESS = "—"
CHART = "moodtape.png"
ACCENT = discord.Colour(0xA23812)


@dataclass(frozen=True, slots=True)
class Controls:
    """What a tape's buttons need: its random id, and whether people can link their own Spotify accounts.

    Attributes:
        corrected: The tape is for the mood with which a person has just corrected the last one's.
        energy: How it was shifted, -1 (calmer) to 1 (more energy).
        own_photo: It is the asker's own face, on which they have the last word.
    """

    tape_id: str
    can_save: bool = False
    corrected: bool = False
    energy: float = 0.0
    own_photo: bool = True

    def rows(
        self, words: Words, *, can_correct: bool, can_share: bool = True, can_wait: bool = False
    ) -> list[ui.ActionRow[Any]]:
        shown = {"can_save": self.can_save, "can_correct": can_correct, "can_share": can_share, "can_wait": can_wait}
        return tape_rows(self.tape_id, words, **shown)


class CardWithFiles(ui.LayoutView):
    """A card that shows files, which are sent along with it."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(timeout=None)
        self.files = files


def note(text: str) -> ui.LayoutView:
    """One sentence."""
    return _layout(ui.TextDisplay(text))


def way_out(text: str, *, label: str, url: str) -> ui.LayoutView:
    """A few sentences, and a button that leads to a page."""
    return _layout(ui.TextDisplay(text), ui.ActionRow(ui.Button(label=label, url=url)))


def mood_picker(
    text: str,
    words: Words,
    *,
    length: int,
    asker_id: int | None,
    goal: Goal | None = None,
    destination: MoodName | None = None,
) -> ui.LayoutView:
    """One sentence, and a button for each mood; only the asker, if given, may use them."""
    row: ui.ActionRow[Any] = ui.ActionRow()
    for button in mood_buttons(words, length=length, asker_id=asker_id, goal=goal, destination=destination):
        row.add_item(button)
    return _layout(ui.TextDisplay(text), row)


def result_card(
    result: Result,
    words: Words,
    *,
    picture: bytes | None = None,
    controls: Controls | None = None,
    asker_id: int | None = None,
) -> ui.LayoutView:
    """The mood, the chart, the tracks, the playlist's link, what did not work, and the tape's buttons.

    Without its picture, the chart is text; only the asker, if given, may use the moods that it offers.
    """
    head, tail = _head(result, words, controls, pictured=picture is not None), _tail(result, words, controls)
    container = ui.Container(ui.TextDisplay(head), accent_colour=ACCENT)
    if picture and result.reading:
        alt = described(result.reading, words)[:ALT_CHARS]
        container.add_item(ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{CHART}", description=alt)))
    _add_unsure(container, result, words, controls=controls, asker_id=asker_id)
    container.add_item(ui.Separator())
    spent = sum(_size(item.content) for item in container.walk_children() if isinstance(item, ui.TextDisplay))
    url = result.playlist.url if result.playlist else None
    _add_tracks(container, result.tracks, words, budget_chars=TEXT_LIMIT - spent - _size(tail), playlist_url=url)
    if tail:
        container.add_item(ui.TextDisplay(tail))
    if controls:
        can_correct = controls.own_photo and result.reading is not None and not _is_unsure(result)
        can_wait = isinstance(result.spotify_problem, SpotifyRateLimited | SpotifyUnavailable)
        for row in controls.rows(words, can_correct=can_correct, can_wait=can_wait):
            container.add_item(row)
    return _layout(container, files={CHART: picture} if picture else {})


def shared_card(tape: Tape, words: Words, *, controls: Controls, playlist_url: str | None) -> ui.LayoutView:
    """A tape for everybody: the mood that it is for, and nothing of how anybody looked."""
    head = "\n".join((f"## {words('headline-picked', mood=tape.mood.name.value)}", *about_tape(tape, words)))
    container = ui.Container(ui.TextDisplay(head), ui.Separator(), accent_colour=ACCENT)
    _add_tracks(container, tape.tracks, words, budget_chars=TEXT_LIMIT - _size(head), playlist_url=playlist_url)
    for row in controls.rows(words, can_correct=False, can_share=False):
        container.add_item(row)
    return _layout(container)


def files_card(text: str, files: Mapping[str, bytes]) -> ui.LayoutView:
    """One sentence, and files to take away."""
    return _layout(ui.TextDisplay(text), *(ui.File(f"attachment://{name}") for name in files), files=files)


def uploads(view: ui.LayoutView) -> list[discord.File]:
    """Give the files that a card shows, to be sent along with it."""
    files = view.files if isinstance(view, CardWithFiles) else {}
    return [discord.File(BytesIO(data), filename=name) for name, data in files.items()]


def probability_lines(scores: EmotionScores, words: Words) -> list[str]:
    """One line per emotion, most probable first: words before the bar, for those who listen."""
    return [
        f"{wording.chance(e, scores[e], words)} {'█' * round(scores[e] * BAR_CHARS)}".rstrip() for e in ranked(scores)
    ]


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
    return re.sub(r"([\\*_`~|<>#@:\[\]])", r"\\\1", _short(text, limit_chars=limit_chars))


def linked(title: str, url: str, *, then: str = "") -> str:
    """Make a title a link, with `then` behind it; one that a link would spoil stays text, with the link at the end.

    Inside a link Discord shows backslashes instead of heeding them, and shows no link where there is an emoji.
    Source: https://github.com/discord/discord-api-docs/issues/6185 and /6088 (2023).
    """
    flat = _short(title, limit_chars=NAME_CHARS) or NAMELESS
    if SPOILS_LINK.search(flat) or any(unicodedata.category(char) in EMOJI_KINDS for char in flat):
        return f"{' '.join(part for part in (escape(title), then) if part)} ([Spotify]({url}))"
    return f"[{flat}]({url}) {then}".rstrip()


def _short(text: str, *, limit_chars: int) -> str:
    """Cut foreign text to one line, without characters that nobody sees."""
    seen = "".join(char for char in text if char == JOINER or unicodedata.category(char) != "Cf")
    flat = " ".join(seen.split()) if seen.strip(JOINER) else ""
    return flat if len(flat) <= limit_chars else flat[: limit_chars - 1].rstrip() + "…"


def _size(text: str) -> int:
    """Count as the strictest reader would: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _name(track: Track, words: Words, *, link: bool) -> str:
    by = words("bot-by-artist", artist=escape(track.artist) or NAMELESS)
    return linked(track.title, track.url, then=by) if link else f"{escape(track.title) or NAMELESS} {by}"


def _head(result: Result, words: Words, controls: Controls | None, *, pictured: bool) -> str:
    title = f"## {headline(result, words)}"
    lines = about_tape(result.tape, words)
    if result.tape.goal is Goal.MATCH:
        lines = [words("bot-stays"), *lines]
    if controls and controls.energy:
        lines = [*lines, words("bot-shift", energy="more" if controls.energy > 0 else "less")]
    if result.reading is None:
        return "\n".join((title, *lines))
    faces = face_lines(result.reading, words) if len(result.reading.faces) > 1 else []
    told = [chances(result.reading, words, most=3)] if pictured else probability_lines(result.reading.room(), words)
    return "\n".join((title, *told, *faces, *lines))


def _is_unsure(result: Result) -> bool:
    return result.reading is not None and not any(face.sure for face in result.reading.faces)


def _add_unsure(
    container: ui.Container[Any], result: Result, words: Words, *, controls: Controls | None, asker_id: int | None
) -> None:
    """Where no face is sure, say how to do better, and offer the moods at once; for one's own face a tap teaches."""
    if not _is_unsure(result):
        return
    container.add_item(ui.TextDisplay(words("bot-unsure")))
    if controls and controls.own_photo:
        container.add_item(feeling_row(controls.tape_id, words))
        return
    row: ui.ActionRow[Any] = ui.ActionRow()
    for button in mood_buttons(words, length=min(max(len(result.tracks), 5), 50), asker_id=asker_id):
        row.add_item(button)
    container.add_item(row)


def _add_tracks(
    container: ui.Container[Any], tracks: Sequence[Track], words: Words, *, budget_chars: int, playlist_url: str | None
) -> None:
    title = f"**{words('bot-tracks')}**"
    room = budget_chars - _size(title) - 1
    lines = track_lines(tracks, words, budget_chars=room, in_playlist=playlist_url is not None)
    container.add_item(ui.TextDisplay("\n".join((title, *lines))))
    if playlist_url:
        container.add_item(ui.ActionRow(ui.Button(label=words("button-open-playlist"), url=playlist_url)))


def _tail(result: Result, words: Words, controls: Controls | None) -> str:
    lost = len(result.playlist.missing) if result.playlist else 0
    lines = [words("bot-missing", count=lost)] if lost else []
    if result.spotify_problem:
        lines.append(instead_of_playlist(result.spotify_problem, words))
    if controls and controls.corrected:
        lines.append(words("bot-corrected"))
    if result.reading:
        lines.append(f"-# {words('bot-photo-not-kept')}")
    return "\n".join(lines)


def _layout(*items: ui.Item[Any], files: Mapping[str, bytes] | None = None) -> ui.LayoutView:
    view = CardWithFiles(files) if files else ui.LayoutView(timeout=None)
    for item in items:
        view.add_item(item)
    return view

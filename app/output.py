"""What the command line shows to people."""

from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.markup import escape
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from core.emotion import EMOTIONS, EmotionScores
from core.flow import Result
from core.language import Words
from core.music import Track
from core.wording import about_tape, headline, instead_of_playlist, mood_word, percent, why

if TYPE_CHECKING:
    from app.doctor import Finding


def show_result(result: Result, console: Console, words: Words) -> None:
    """Print how the photo looks, the tracks with their links, and the playlist."""
    console.print(headline(result, words), style="bold")
    if result.reading:
        console.print(_bars(result.reading.room(), words))
    for line in about_tape(result.tape, words):
        console.print(line, markup=False, soft_wrap=True)
    console.print("Tracks on Spotify:")
    for number, track in enumerate(result.tracks, 1):
        console.print(_track(number, track, words, linked=console.is_terminal), soft_wrap=True)
    if result.playlist:
        console.print(f"Open in Spotify: {result.playlist.url}")
    if result.spotify_problem:
        console.print(escape(instead_of_playlist(result.spotify_problem, words)))


def _bars(scores: EmotionScores, words: Words) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    for emotion in sorted(EMOTIONS, key=lambda emotion: -scores[emotion]):
        bar = ProgressBar(total=1, completed=scores[emotion], width=24)
        table.add_row(mood_word(emotion, words), bar, percent(scores[emotion], words))
    return table


def _track(number: int, track: Track, words: Words, *, linked: bool) -> Text:
    """One line with a clickable title; where nothing can be clicked, the link on a line of its own."""
    line = Text.assemble(f"{number:>3}. ", (track.title, f"link {track.url}" if linked else ""), " by ", track.artist)
    if reason := why(track, words):
        line.append(f" ({reason})", "dim")
    return line if linked else line.append(f"\n     {track.url}")


def show_findings(findings: "list[Finding]", console: Console) -> None:
    """Print what the doctor found, one line each."""
    table = Table.grid(padding=(0, 2))
    for finding in findings:
        mark = {True: "[green]ok[/green]", None: "[yellow]off[/yellow]", False: "[red]mend[/red]"}[finding.ok]
        table.add_row(mark, finding.subject, Text(finding.told))
    console.print(table)

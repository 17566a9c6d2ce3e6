"""What the command line shows to people."""

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from app.doctor import Finding
from core.emotion import EMOTIONS, EmotionScores
from core.flow import Result
from core.wording import EMOTION_WORDS, headline, percent, sentence


def show_result(result: Result, console: Console) -> None:
    """Print how the photo looks, the tracks with their links, and the playlist."""
    console.print(headline(result), style="bold")
    if result.reading:
        console.print(_bars(result.reading.room()))
    console.print(_tracks(result))
    if result.playlist:
        console.print(f"Open in Spotify: {result.playlist.url}")
    if result.spotify_problem:
        console.print(escape(sentence(result.spotify_problem)))


def _bars(scores: EmotionScores) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    for emotion in sorted(EMOTIONS, key=lambda emotion: -scores[emotion]):
        bar = ProgressBar(total=1, completed=scores[emotion], width=24)
        table.add_row(EMOTION_WORDS[emotion], bar, percent(scores[emotion]))
    return table


def _tracks(result: Result) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    for number, track in enumerate(result.tracks, 1):
        title = Text(track.title, style=f"link {track.url}")
        table.add_row(f"{number}.", Group(Text.assemble(title, " by ", track.artist)))
    return table


def show_findings(findings: list[Finding], console: Console) -> None:
    """Print what the doctor found, one line each."""
    table = Table.grid(padding=(0, 2))
    for finding in findings:
        mark = {True: "[green]ok[/green]", None: "[yellow]off[/yellow]", False: "[red]mend[/red]"}[finding.ok]
        table.add_row(mark, finding.subject, Text(finding.told))
    console.print(table)

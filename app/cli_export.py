"""`--export`: a tape as a file for another player."""

from pathlib import Path
from typing import Annotated

import typer

from app.words import english
from core.export import FORMATS
from core.flow import Result
from core.wording import mood_word

ENDINGS = ", ".join(f".{ending}" for ending in FORMATS)
Export = Annotated[
    Path | None, typer.Option("--export", metavar="FILE", help=f"Write the tracks to a new file too: {ENDINGS}.")
]


def check_export(file: Path | None) -> None:
    """Refuse a file that cannot be written before any work is done.

    Raises:
        typer.BadParameter: Its ending names no format, it is there already, or its folder is not.
    """
    if file is None:
        return
    if _ending(file) not in FORMATS:
        raise typer.BadParameter(f"the file's name must end in one of {ENDINGS}", param_hint="--export")
    if file.exists():
        raise typer.BadParameter(f"{file} is there already; name another file", param_hint="--export")
    if not file.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {file.parent}", param_hint="--export")


def export(result: Result, file: Path | None) -> None:
    """Write a result's tracks to a new file.

    Raises:
        OSError: It cannot be written.
    """
    if file is None:
        return
    title = f"Moodtape: {mood_word(result.tape.mood.name, english())}"
    text = FORMATS[_ending(file)].write(result.tracks, title)
    with file.open("x", encoding="utf-8", newline="") as opened:
        opened.write(text)
    typer.echo(f"{file} holds {len(result.tracks)} tracks.", err=True)


def _ending(file: Path) -> str:
    return file.suffix.removeprefix(".").lower()

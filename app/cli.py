"""The command line: errors are one sentence on stderr, exit status 2 for bad input."""

import asyncio
import json
import sys
import warnings
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from app import cli_catalogue, cli_faces, cli_feedback, cli_setup, cli_spotify, cli_storage, cli_tape, cli_training
from app.cli_export import Export, check_export, export
from app.photos import read_photo
from app.words import english
from core.errors import (
    BadPhoto,
    CatalogueInvalid,
    CatalogueMissing,
    DataInvalid,
    FaceUnclear,
    MoodtapeError,
    NoFace,
    SettingsInvalid,
    UnknownMood,
)
from core.flow import OnStep, Result, Step, playlist_from_mood, playlist_from_selfie
from core.mood import PICKABLE_MOODS, MoodName
from core.payload import result_payload
from core.wording import instead_of_playlist, sentence

BAD_INPUT = (
    BadPhoto,
    NoFace,
    FaceUnclear,
    UnknownMood,
    SettingsInvalid,
    CatalogueMissing,
    CatalogueInvalid,
    DataInvalid,
)
STEPS = {
    Step.READING: "Looking at the photo ...",
    Step.PICKING: "Choosing tracks ...",
    Step.PUBLISHING: "Making the playlist ...",
}

cli = typer.Typer(
    help="A selfie goes in, a Spotify playlist comes out.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
cli.add_typer(cli_training.train, name="train")
cli.add_typer(cli_training.evaluate, name="evaluate")
cli.add_typer(cli_training.report, name="report")
cli.add_typer(cli_catalogue.catalogue, name="catalogue")
cli.add_typer(cli_spotify.spotify, name="spotify")
cli.command()(cli_faces.faces)
cli.command()(cli_tape.tape)
cli.command()(cli_setup.setup)
cli.command()(cli_storage.rotate)
cli.command()(cli_feedback.feedback)


def main() -> None:
    """Run the command line; the outermost handler of its errors."""
    warnings.filterwarnings("ignore", module="PIL")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        cli()
    except MoodtapeError as error:
        typer.echo(sentence(error, english()), err=True)
        sys.exit(2 if isinstance(error, BAD_INPUT) else 1)
    except OSError as error:
        typer.echo(f"{error.filename or 'A file'} cannot be used: {error.strerror or 'unknown reason'}.", err=True)
        sys.exit(1)


@cli.command()
def run() -> None:
    """Serve the page, and the Discord bot where DISCORD_TOKEN is set."""
    from app.service import run_service
    from app.settings import load_settings

    run_service(load_settings())


@cli.command()
def mood(
    photo: Annotated[Path | None, typer.Argument(help="A JPEG, HEIC, PNG, WebP, AVIF, GIF, BMP or TIFF file.")] = None,
    pick: Annotated[str | None, typer.Option(help=f"A mood instead of a photo: {', '.join(PICKABLE_MOODS)}.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    tracks: Annotated[int, typer.Option(min=1, max=100, help="Length of the tape.")] = 20,
    seed: Annotated[int | None, typer.Option(min=0, help="Make the same tape again.")] = None,
    file: Export = None,
) -> None:
    """Turn a photo, or a mood that you pick, into a tape."""
    from app.output import show_result

    check_export(file)
    if (photo is None) == (pick is None):
        raise typer.BadParameter("give either a photo or --pick with a mood")
    with Console(stderr=True).status(STEPS[Step.PICKING]) as status:
        result = _tape(photo, pick, length=tracks, seed=seed, on_step=lambda step: status.update(STEPS[step]))
    if not as_json:
        show_result(result, Console(), english())
    else:
        typer.echo(json.dumps(result_payload(result, english())))
        if result.spotify_problem:
            typer.echo(instead_of_playlist(result.spotify_problem, english()), err=True)
    export(result, file)


@cli.command()
def doctor() -> None:
    """Say what is configured, reachable and missing, and what to do."""
    from app.doctor import examine
    from app.output import show_findings
    from app.settings import load_settings

    with Console(stderr=True).status("Looking around ..."):
        findings = asyncio.run(examine(load_settings()))
    show_findings(findings, Console())
    if any(finding.broken for finding in findings):
        raise typer.Exit(1)


def _tape(photo: Path | None, pick: str | None, *, length: int, seed: int | None, on_step: OnStep) -> Result:
    from app.compose import open_services
    from app.settings import load_settings
    from emotion.limits import PhotoLimits

    mood = _picked(pick) if pick else None
    content = read_photo(photo, limit_bytes=PhotoLimits().size_bytes) if photo else b""
    with open_services(load_settings(), warm_readers=1 if photo else 0) as services:
        if mood:
            story = playlist_from_mood(mood, services=services, length=length, seed=seed, on_step=on_step)
        else:
            story = playlist_from_selfie(content, services=services, length=length, seed=seed, on_step=on_step)
        return asyncio.run(story)


def _picked(name: str) -> MoodName:
    if name not in PICKABLE_MOODS:
        raise UnknownMood(name)
    return MoodName(name)

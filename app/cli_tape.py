"""`moodtape tape`: a tape without a photo."""

import json
from math import isfinite
from typing import Annotated

import typer
from rich.console import Console

from app.cli_export import Export, check_export, export
from app.words import english
from core.errors import UnknownMood
from core.flow import Result
from core.mood import Goal, MoodName, MoodPoint
from core.payload import result_payload
from core.ports import MAX_LENGTH, TapeRequest

MOODS = ", ".join(MoodName)


def tape(
    mood: Annotated[str | None, typer.Option(help=f"Where the tape starts: {MOODS}.")] = None,
    valence: Annotated[float | None, typer.Option(min=-1, max=1, help="Or a point: unpleasant to pleasant.")] = None,
    arousal: Annotated[float | None, typer.Option(min=-1, max=1, help="And how still or stirred it is.")] = None,
    goal: Annotated[str | None, typer.Option(help=f"Where it leads: {', '.join(Goal)}.")] = None,
    to: Annotated[str | None, typer.Option(help="The mood that it goes to.")] = None,
    tracks: Annotated[int, typer.Option(min=1, max=MAX_LENGTH, help="Length of the tape.")] = 20,
    seed: Annotated[int | None, typer.Option(min=0, help="Make the same tape again.")] = None,
    energy: Annotated[float, typer.Option(min=-1, max=1, help="Calmer (-1) to more energy (1).")] = 0.0,
    no_explicit: Annotated[bool, typer.Option("--no-explicit", help="Only tracks known not to be explicit.")] = False,
    genre: Annotated[list[str] | None, typer.Option(help="Only this genre; may be given again.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="Only this language; may be given again.")] = None,
    artist: Annotated[list[str] | None, typer.Option(help="Rather this artist; may be given again.")] = None,
    decade: Annotated[list[str] | None, typer.Option(help="Only this decade, such as 1990s; again for more.")] = None,
    catalogue: Annotated[str | None, typer.Option(help="Only this catalogue.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    file: Export = None,
) -> None:
    """Make a tape from a mood, or from a point of the mood plane."""
    check_export(file)
    request = TapeRequest(
        _feeling(mood, valence, arousal),
        length=tracks,
        seed=seed,
        goal=_goal(goal, to),
        destination=_mood(to) if to else None,
        energy=_number(energy, "--energy"),
        explicit=not no_explicit,
        genres=frozenset(genre or ()),
        languages=frozenset(language or ()),
        decades=frozenset(map(_decade, decade or ())),
        favourites=tuple(artist or ()),
    )
    result = _result(request, catalogue)
    if as_json:
        typer.echo(json.dumps(result_payload(result, english())))
    else:
        from app.output import show_result

        show_result(result, Console(), english())
    export(result, file)


def _result(request: TapeRequest, catalogue: str | None) -> Result:
    from app.compose import open_catalogue
    from app.settings import load_settings
    from recommender.pick import CatalogueRecommender

    recommender = CatalogueRecommender(open_catalogue(load_settings(), name=catalogue))
    return Result(None, recommender.pick_now(request), None)


def _feeling(mood: str | None, valence: float | None, arousal: float | None) -> MoodName | MoodPoint:
    if mood is not None and valence is None and arousal is None:
        return _mood(mood)
    if mood is not None or valence is None or arousal is None:
        raise typer.BadParameter("give either --mood, or --valence and --arousal")
    return MoodPoint(_number(valence, "--valence"), _number(arousal, "--arousal"))


def _goal(name: str | None, to: str | None) -> Goal | None:
    if name is not None and name not in list(Goal):
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(Goal)}", param_hint="--goal")
    goal = Goal(name) if name else Goal.TAKE_ME if to else None
    if (goal is Goal.TAKE_ME) != bool(to):
        raise typer.BadParameter(f"--goal {Goal.TAKE_ME} and --to with a mood belong together", param_hint="--goal")
    return goal


def _mood(name: str) -> MoodName:
    if name not in list(MoodName):
        raise UnknownMood(name)
    return MoodName(name)


def _number(value: float, option: str) -> float:
    if not isfinite(value):
        raise typer.BadParameter("it is not a number in -1..1", param_hint=option)
    return value


def _decade(name: str) -> int:
    year = name.removesuffix("s")
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise typer.BadParameter(f"{name!r} is not a decade such as 1990s", param_hint="--decade")
    return int(year) // 10 * 10

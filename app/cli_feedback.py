"""`moodtape feedback`: what people wrote to the operator."""

import asyncio
from datetime import UTC, datetime
from typing import Annotated

import typer

from core.people import Feedback


def feedback(
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many, newest first.")] = 20,
) -> None:
    """Show what people wrote with /feedback."""
    found = asyncio.run(_latest(limit))
    for one in found:
        day = datetime.fromtimestamp(one.at, UTC)
        typer.echo(f"{day:%Y-%m-%d %H:%M} UTC, person {one.person_id}:\n{printable(one.text)}\n")
    if not found:
        typer.echo("There is no feedback.")


def printable(text: str) -> str:
    """Leave out what could steer a terminal."""
    return "".join(letter for letter in text if letter.isprintable() or letter == "\n")


async def _latest(limit: int) -> list[Feedback]:
    from app.compose import open_people
    from app.settings import load_settings

    async with open_people(load_settings()) as people:
        return await people.feedback.latest_feedback(limit=limit)

"""`moodtape setup`: from nothing to an invited bot, step by step."""

import sys
from pathlib import Path

import typer
from rich.console import Console

STOPPED = 130


def setup() -> None:
    """Ask for what is missing, try each answer, and write it to .env."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        typer.echo("Setup asks questions: run it in a terminal, or copy .env.example to .env and edit it.", err=True)
        raise typer.Exit(2)
    console = Console()
    try:
        with console.status("Starting ..."):
            from app.setup import set_up
            from app.terminal import RealTerminal
        set_up(RealTerminal(console), env_file=Path(".env"))
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("\nStopped. What was saved is kept; `moodtape setup` goes on from there.", err=True)
        raise typer.Exit(STOPPED) from None

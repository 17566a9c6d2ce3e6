"""Asking a person at a terminal."""

from typing import Protocol

import typer
from rich.console import Console


class Terminal(Protocol):
    """Every question may be answered with nothing; Ctrl-C raises `typer.Abort`."""

    def say(self, text: str) -> None: ...

    def ask(self, question: str) -> str: ...

    def ask_secret(self, question: str) -> str:
        """Ask without showing what is typed."""
        ...

    def confirm(self, question: str, *, default: bool) -> bool: ...


class RealTerminal:
    def __init__(self, console: Console) -> None:
        self._console = console

    def say(self, text: str) -> None:
        self._console.print(text, markup=False, highlight=False, soft_wrap=True)

    def ask(self, question: str) -> str:
        return str(typer.prompt(question, default="", show_default=False)).strip()

    def ask_secret(self, question: str) -> str:
        return str(typer.prompt(question, default="", show_default=False, hide_input=True)).strip()

    def confirm(self, question: str, *, default: bool) -> bool:
        return typer.confirm(question, default=default)

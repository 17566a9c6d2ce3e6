"""A person at a terminal who gives prepared answers."""

from collections.abc import Iterable

import typer

CTRL_C = "\x03"


class FakeTerminal:
    """Answers questions in turn, and all further ones with nothing; `CTRL_C` stops, "y" and "n" confirm."""

    def __init__(self, answers: Iterable[str] = ()) -> None:
        self._answers = list(answers)
        self.said: list[str] = []
        self.asked: list[str] = []
        self.asked_secretly: list[str] = []

    @property
    def text(self) -> str:
        return "\n".join(self.said)

    def say(self, text: str) -> None:
        self.said.append(text)

    def ask(self, question: str) -> str:
        self.asked.append(question)
        return self._next()

    def ask_secret(self, question: str) -> str:
        self.asked_secretly.append(question)
        return self._next()

    def confirm(self, question: str, *, default: bool) -> bool:
        self.asked.append(question)
        answer = self._next()
        return answer == "y" if answer else default

    def _next(self) -> str:
        answer = self._answers.pop(0) if self._answers else ""
        if answer == CTRL_C:
            raise typer.Abort
        return answer

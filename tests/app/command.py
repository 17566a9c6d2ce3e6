"""Running `moodtape` as people do: a process of its own, in an empty folder, with no settings of this machine."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.settings import Settings


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


PROGRAM = (sys.executable, "-c", "from app.cli import main; main()")
HOME = Path(__file__).parents[2]


def environment(**settings: str) -> dict[str, str]:
    """This machine's environment without Moodtape's settings, and then those given."""
    names = {name.upper() for name in Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name not in names}
    return kept | {"PYTHONPATH": str(HOME), "COLUMNS": "120"} | settings


def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take this machine's settings away from a test."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def moodtape(*arguments: str | Path, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        cwd=folder,
        env=environment(**settings),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

"""Running `moodtape` as people do: a process of its own, in an empty folder, with no settings of this machine."""

import os
import subprocess
import sys
from pathlib import Path

from app.settings import Settings

PROGRAM = (sys.executable, "-c", "from app.cli import main; main()")
HOME = Path(__file__).parents[2]


def environment(**settings: str) -> dict[str, str]:
    """This machine's environment without Moodtape's settings, and then those given."""
    names = {name.upper() for name in Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name not in names}
    return kept | {"PYTHONPATH": str(HOME), "COLUMNS": "120"} | settings


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

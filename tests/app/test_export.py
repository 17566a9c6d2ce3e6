import csv
import json
from xml.etree import ElementTree

import pytest

from app.cli import main
from core.export import XSPF
from tests.app.command import Done, clean_environment


@pytest.fixture
def moodtape(monkeypatch, capfd, tmp_path):
    """Run `moodtape` in this process, in an empty folder."""
    clean_environment(monkeypatch)
    monkeypatch.chdir(tmp_path)

    def run(*options: str) -> Done:
        monkeypatch.setattr("sys.argv", ["moodtape", *options])
        with pytest.raises(SystemExit) as left:
            main()
        return Done(left.value.code or 0, *capfd.readouterr())

    return run


def titles_m3u8(path):
    return [line.partition(" - ")[2] for line in path.read_text("utf-8").splitlines() if line.startswith("#EXTINF")]


def titles_xspf(path):
    return [title.text for title in ElementTree.parse(path).iterfind(f".//{{{XSPF}}}track/{{{XSPF}}}title")]


def titles_csv(path):
    with path.open(encoding="utf-8", newline="") as file:
        return [row["title"] for row in csv.DictReader(file)]


@pytest.mark.parametrize(("name", "titles"), [("a.m3u8", titles_m3u8), ("b.XSPF", titles_xspf), ("c.csv", titles_csv)])
def test_the_ending_decides_the_format_and_the_file_holds_the_tape(moodtape, tmp_path, name, titles):
    done = moodtape("tape", "--mood", "calm", "--seed", "3", "--json", "--export", name)
    assert (done.returncode, done.stderr) == (0, f"{name} holds 20 tracks.\n")
    assert titles(tmp_path / name) == [track["title"] for track in json.loads(done.stdout)["tracks"]]


def test_a_picked_mood_is_exported_too(moodtape, tmp_path):
    done = moodtape("mood", "--pick", "calm", "--tracks", "5", "--export", "calm.csv")
    assert done.returncode == 0
    assert len(titles_csv(tmp_path / "calm.csv")) == 5


@pytest.mark.parametrize("name", ["tape", "tape.txt", "nowhere/tape.csv", "there.csv"])
def test_a_file_that_cannot_be_is_refused_before_the_tape_is_made(moodtape, tmp_path, name):
    (tmp_path / "there.csv").write_text("mine")
    done = moodtape("tape", "--mood", "calm", "--export", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--export" in done.stderr
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("there.csv", "mine")]

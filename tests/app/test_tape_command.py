import json

import pytest

from app.cli import main
from tests.app.command import Done, clean_environment


@pytest.fixture
def tape(monkeypatch, capfd, tmp_path):
    """Run `moodtape tape` in this process, in an empty folder."""
    clean_environment(monkeypatch)
    monkeypatch.chdir(tmp_path)

    def run(*options: str) -> Done:
        monkeypatch.setattr("sys.argv", ["moodtape", "tape", *options])
        with pytest.raises(SystemExit) as left:
            main()
        return Done(left.value.code or 0, *capfd.readouterr())

    return run


def test_a_tape_needs_no_photo_and_explains_each_track(tape):
    answer = json.loads(tape("--mood", "sad", "--json").stdout)
    assert (answer["mood"]["name"], answer["goal"], len(answer["tracks"])) == ("sad", "lift", 20)
    assert set(answer["tracks"][0]) == {"title", "artist", "uri", "url", "valence", "arousal", "why"}
    assert all(track["why"] for track in answer["tracks"])
    assert answer["steps"]["largest"] <= 0.35


def test_a_point_of_the_plane_is_kept_to(tape):
    answer = json.loads(tape("--valence", "-0.5", "--arousal", "-0.4", "--json", "--tracks", "5").stdout)
    assert (answer["goal"], answer["mood"]["valence"], answer["mood"]["arousal"]) == ("match", -0.5, -0.4)


def test_a_mood_to_go_to_is_a_goal(tape):
    answer = json.loads(tape("--mood", "angry", "--to", "calm", "--json").stdout)
    assert answer["goal"] == "take-me"


def test_a_seed_makes_the_same_tape_again(tape):
    assert tape("--mood", "calm", "--seed", "3", "--json") == tape("--mood", "calm", "--seed", "3", "--json")


def test_a_tape_that_is_short_says_why(tape):
    options = ("--mood", "happy", "--genre", "bollywood", "--decade", "1990s")
    answer = json.loads(tape(*options, "--json").stdout)
    assert 0 < len(answer["tracks"]) < 20
    assert answer["shortage"]["asked"] == 20
    assert "of other genres" in tape(*options).stdout


def test_wishes_that_no_track_fits_are_one_sentence(tape):
    done = tape("--mood", "happy", "--genre", "no such genre")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert "428 of other genres" in done.stderr


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--valence", "0.5"),
        ("--mood", "sad", "--valence", "0", "--arousal", "0"),
        ("--valence", "nan", "--arousal", "0"),
        ("--valence", "0", "--arousal", "inf"),
        ("--mood", "sad", "--energy", "nan"),
        ("--mood", "zen"),
        ("--mood", "sad", "--goal", "win"),
        ("--mood", "sad", "--goal", "take-me"),
        ("--mood", "sad", "--goal", "lift", "--to", "calm"),
        ("--mood", "sad", "--to", "zen"),
        ("--mood", "sad", "--decade", "long ago"),
        ("--mood", "sad", "--tracks", "0"),
        ("--mood", "sad", "--tracks", "101"),
    ],
)
def test_what_makes_no_sense_has_status_2_and_no_traceback(tape, options):
    done = tape(*options)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr

import asyncio

from app.cli_feedback import printable
from app.compose import open_people
from app.settings import Settings
from core.people import Feedback
from tests.app.command import moodtape


async def write(folder, text):
    async with open_people(Settings(_env_file=None, data_dir=folder / "data")) as people:
        await people.feedback.add_feedback(Feedback(7, text, 0.0))


def test_feedback_is_shown_to_the_operator(tmp_path):
    asyncio.run(write(tmp_path, "more jazz, please"))
    done = moodtape("feedback", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "1970-01-01 00:00 UTC, person 7:\nmore jazz, please\n\n")


def test_without_feedback_one_sentence_says_so(tmp_path):
    assert moodtape("feedback", folder=tmp_path).stdout == "There is no feedback.\n"


def test_feedback_cannot_steer_the_terminal():
    assert printable("a\x1b[31mb\nc\u202e") == "a[31mb\nc"

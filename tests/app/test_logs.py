import asyncio
import json
import logging
import subprocess
import sys
from io import StringIO

import pytest

from app.logs import JsonLines, in_request
from bot.incidents import report
from core.errors import SettingsInvalid
from tests.app.command import environment
from tests.fakes.words import ENGLISH


@pytest.fixture
def lines():
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logger = logging.getLogger("bot.incidents")
    logger.addHandler(handler)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logger.removeHandler(handler)


def record(message: str, **fields: object) -> dict[str, object]:
    made = logging.getLogger("app").makeRecord("app", logging.INFO, "", 0, message, (), None, extra=fields)
    return json.loads(JsonLines().format(made))


def test_a_line_is_one_object_with_time_level_logger_and_message():
    told = record("first\nsecond")
    assert list(told) == ["time", "level", "logger", "message"]
    assert (told["level"], told["logger"], told["message"]) == ("INFO", "app", "first\nsecond")
    assert str(told["time"]).endswith("+00:00")


def test_stage_and_incident_are_fields_of_their_own():
    told = record("done", stage="pick", ms=12, incident="ab12")
    assert (told["stage"], told["ms"], told["incident"]) == ("pick", 12, "ab12")


def test_what_else_a_library_attaches_stays_out():
    assert "planted-secret" not in json.dumps(record("done", token="planted-secret", user="alice"))


def test_an_incident_carries_its_id_and_its_cause(lines):
    try:
        raise ValueError("cause")
    except ValueError as error:
        incident = report(error, ENGLISH)
    [line] = lines()
    assert line["incident"] == incident
    assert "ValueError: cause" in line["exc_info"]


async def test_all_lines_of_a_request_carry_its_id_and_no_other():
    async def ask() -> tuple[str, object]:
        known = in_request()
        await asyncio.sleep(0)
        return known, record("done")["request"]

    first, second = await asyncio.gather(asyncio.create_task(ask()), asyncio.create_task(ask()))
    assert first[0] == first[1]
    assert first[0] != second[0]
    assert "request" not in record("done")


def test_an_operators_problem_is_told_in_a_sentence(lines):
    report(SettingsInvalid("WEB_PORT", "it is wrong"), ENGLISH)
    assert "Please check the setting WEB_PORT" in lines()[0]["message"]


TROUBLE = """
import asyncio, logging, threading, warnings
from app.logs import set_up_logging
set_up_logging(form="json")

def fail(words):
    raise ValueError(words)

async def forgotten():
    asyncio.get_running_loop().call_soon(fail, "in a callback")
    await asyncio.sleep(0.01)

logging.getLogger("third.party").error("two\\nlines %s", {"a": "b"}, stack_info=True)
try:
    fail("caught")
except ValueError:
    logging.getLogger("uvicorn.error").exception("a request failed")
warnings.warn("getting old", UserWarning)
asyncio.run(forgotten())
thread = threading.Thread(target=fail, args=("in a thread",))
thread.start()
thread.join()
fail("at the end")
"""


ENDS = """
import threading
from app.logs import set_up_logging
set_up_logging(form="json")

def leave():
    raise SystemExit(0)

thread = threading.Thread(target=leave)
thread.start()
thread.join()
raise KeyboardInterrupt
"""


def test_leaving_a_thread_and_interrupting_are_no_unexpected_errors():
    done = subprocess.run(
        [sys.executable, "-c", ENDS], env=environment(), capture_output=True, text=True, timeout=60, check=False
    )
    assert "Ended by an error" not in done.stderr
    assert done.stderr.splitlines()[-1] == "KeyboardInterrupt"


def test_tracebacks_warnings_and_other_libraries_are_json_too():
    done = subprocess.run(
        [sys.executable, "-c", TROUBLE], env=environment(), capture_output=True, text=True, timeout=60, check=False
    )
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert [line["logger"] for line in told] == ["third.party", "uvicorn.error", "py.warnings", "asyncio", "app", "app"]
    causes = [line["exc_info"].splitlines()[-1].removeprefix("ValueError: ") for line in told if "exc_info" in line]
    assert causes == ["caught", "in a callback", "in a thread", "at the end"]
    assert done.returncode == 1

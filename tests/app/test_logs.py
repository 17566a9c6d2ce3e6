import asyncio
import json
import logging
from io import StringIO

import pytest

from app.logs import JsonLines, in_request
from bot.incidents import report
from core.errors import SettingsInvalid
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

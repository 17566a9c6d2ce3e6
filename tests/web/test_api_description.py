"""The API keeps to its own description, whatever it is sent.

What fits may still be refused, as described: a schema cannot say that probabilities sum to 1.
"""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import validate
from schemathesis import BaseSchema, Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.fakes.services import services
from tests.fakes.words import LANGUAGES
from web.rates import Rates
from web.server import create_page

MANY = 10**9
MAKES = [("/mood", "POST"), ("/tapes", "POST")]
CALLS = [*MAKES, ("/tapes/{number}", "GET"), ("/tapes/{number}/playlist", "POST")]
BOUNDED = settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None
)


@pytest.fixture(scope="module")
def described() -> BaseSchema:
    page = create_page(services(), languages=LANGUAGES, allowed_hosts=["testserver"], rates=Rates(MANY, MANY, MANY))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", page)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "method"), CALLS)
def test_what_fits_the_description_is_answered_as_described(described: BaseSchema, path: str, method: str) -> None:
    @BOUNDED
    @given(described[path][method].as_strategy(generation_mode=GenerationMode.POSITIVE))
    def every_case(case: Case) -> None:
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    every_case()


@pytest.mark.slow
@pytest.mark.parametrize(("path", "method"), MAKES)
def test_what_does_not_fit_the_description_is_refused_as_described(
    described: BaseSchema, path: str, method: str
) -> None:
    @BOUNDED
    @given(described[path][method].as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def every_case(case: Case) -> None:
        case.call_and_validate()

    every_case()


def test_the_description_is_openapi_and_every_problem_is_a_document(described: BaseSchema) -> None:
    validate(described.raw_schema)
    answers = [answer for path in described.raw_schema["paths"].values() for answer in _problems(path)]
    assert len(answers) >= 20
    assert all(list(answer["content"]) == ["application/problem+json"] for answer in answers)


def _problems(path: dict[str, Any]) -> list[dict[str, Any]]:
    calls = path.values()
    return [answer for call in calls for status, answer in call["responses"].items() if status >= "400"]


def test_every_call_is_tried(described: BaseSchema) -> None:
    told = [operation.ok() for operation in described.get_all_operations()]
    assert [(one.path, one.method.upper()) for one in told] == CALLS

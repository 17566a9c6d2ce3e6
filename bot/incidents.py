"""Errors that a person is not told: only the operator's log has them."""

import logging
import secrets

from core.errors import OperatorProblem
from core.language import Words
from core.wording import sentence

logger = logging.getLogger(__name__)


def report(error: BaseException, words: Words) -> str:
    """Log an error, in English, under a short incident id and return the id."""
    incident_id = secrets.token_hex(4)
    what = sentence(error, words.in_english) if isinstance(error, OperatorProblem) else type(error).__name__
    logger.error("incident %s: %s", incident_id, what, exc_info=error, extra={"incident": incident_id})
    return incident_id

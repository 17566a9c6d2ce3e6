import pytest

from core.errors import MoodtapeError
from core.wording import SENTENCES, sentence
from tests.fakes.errors import EXAMPLES, leaves


def test_each_leaf_has_a_sentence_and_nothing_else_has():
    assert set(SENTENCES) == leaves()


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda e: type(e).__name__)
def test_a_sentence_is_one_short_plain_line(error: MoodtapeError):
    told = sentence(error)

    assert told[0].isupper()
    assert told.endswith(".")
    assert ". " not in told
    assert "\n" not in told
    assert len(told) <= 200

import pytest

from tests.spotify.fault_matrix import PAGE, outcomes, page

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def found():
    return outcomes()


def test_every_fault_of_every_call_ends_well(found):
    assert [outcome for outcome in found if not outcome.good] == []


def test_the_page_of_faults_is_current(found):
    assert page(found) == PAGE.read_text(encoding="utf-8")

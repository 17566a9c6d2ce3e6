import json

import pytest

from core.mood import MoodPoint
from core.taste import MOST_OPINIONS, Opinion, Taste, Verdict, learn, opinion_on, taste_from_dict
from tests.fakes.services import track


def taste_of(*verdicts: Verdict) -> Taste:
    taste = Taste()
    for number, verdict in enumerate(verdicts):
        taste = learn(taste, opinion_on(track(number), verdict, when_s=number))
    return taste


def test_a_new_verdict_on_a_track_replaces_the_old():
    taste = learn(taste_of(Verdict.UP), opinion_on(track(0), Verdict.DOWN, when_s=9))
    assert [(opinion.verdict, opinion.when_s) for opinion in taste.opinions] == [(Verdict.DOWN, 9)]


def test_the_oldest_opinions_go():
    taste = taste_of(*[Verdict.SKIP] * (MOST_OPINIONS + 5))
    assert (len(taste.opinions), taste.opinions[0].when_s) == (MOST_OPINIONS, 5)


def test_corrections_do_not_replace_each_other():
    taste = Taste()
    for day in (1, 2):
        taste = learn(taste, Opinion(Verdict.CORRECTION, MoodPoint(0.5, 0), None, day))
    assert len(taste.opinions) == 2


def test_a_taste_survives_its_export():
    taste = learn(taste_of(Verdict.UP, Verdict.SAVE), Opinion(Verdict.CORRECTION, MoodPoint(0, 1), None, 7.5))
    assert taste_from_dict(json.loads(json.dumps(taste.as_dict()))) == taste


GOOD = {"verdict": "up", "valence": 0.5, "arousal": 0, "key": 1, "when_s": 3}


@pytest.mark.parametrize(
    "opinion",
    [
        GOOD | {"valence": float("nan")},
        GOOD | {"valence": 2},
        GOOD | {"arousal": "0"},
        GOOD | {"verdict": "adore"},
        GOOD | {"key": -1},
        GOOD | {"key": 2**63},
        GOOD | {"key": True},
        GOOD | {"key": None},
        GOOD | {"when_s": float("inf")},
        GOOD | {"when_s": 10**400},
        {"verdict": "up"},
        [],
        None,
    ],
)
def test_a_damaged_export_is_refused(opinion):
    with pytest.raises(ValueError, match=r"."):
        taste_from_dict({"opinions": [opinion]})


@pytest.mark.parametrize("data", [None, [], {}, {"opinions": {}}, {"opinions": "many"}, 7])
def test_what_is_no_taste_is_refused(data):
    with pytest.raises(ValueError, match="opinions"):
        taste_from_dict(data)

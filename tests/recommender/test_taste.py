import numpy as np
import pytest

from core.mood import MoodPoint
from core.taste import Opinion, Taste, Verdict, learn
from recommender.near import lookup
from recommender.taste import draw_likes, group_likes, liked_rows, unwanted_rows
from tests.recommender.generated import catalogue_of

NOW_S = 1.8e9
YEAR_S = 365 * 86_400

CATALOGUE = catalogue_of(
    *[(0.5, 0.5)] * 6,
    artist=["Queen", "Queen", "Abba", "Blur", "Nas", "Air"],
    genre=["rock", "rock", "pop", "pop", "rap", "jazz"],
    year=[1975, 1985, 1976, 1996, 1994, 1998],
)
BY_KEY = lookup(CATALOGUE.key)


def taste_of(**verdicts: Verdict) -> Taste:
    taste = Taste()
    for song, verdict in verdicts.items():
        row = int(song.removeprefix("song"))
        taste = learn(taste, Opinion(verdict, MoodPoint(0.5, 0.5), int(CATALOGUE.key[row]), NOW_S))
    return taste


def liking(*tastes: Taste, now_s: float = NOW_S) -> np.ndarray:
    """How much each track is liked, over many draws."""
    rows, dice = np.arange(len(CATALOGUE)), np.random.default_rng(1)
    draws = [
        group_likes(
            [draw_likes(taste, catalogue=CATALOGUE, by_key=BY_KEY, dice=dice, now_s=now_s) for taste in tastes],
            CATALOGUE,
            rows,
        )
        for _ in range(200)
    ]
    return np.mean(draws, axis=0)


def test_the_first_event_counts_most_for_what_is_most_alike():
    likes = liking(taste_of(song0=Verdict.UP))
    assert likes[1] > max(likes[3:]) + 0.1


def test_a_thumb_down_counts_against_an_artist():
    likes = liking(taste_of(song0=Verdict.DOWN))
    assert likes[1] < min(likes[3:])


def test_to_save_says_more_than_a_thumb_and_to_skip_less():
    up, save, down, skip = (
        liking(taste_of(song0=v))[1] for v in (Verdict.UP, Verdict.SAVE, Verdict.DOWN, Verdict.SKIP)
    )
    assert down < skip < 0 < up < save


def test_an_opinion_fades_with_time():
    taste = taste_of(song0=Verdict.UP)
    fresh, faded = liking(taste)[1], liking(taste, now_s=NOW_S + 3 * YEAR_S)[1]
    assert abs(faded) < fresh / 4


def test_a_correction_speaks_for_a_place_on_the_plane():
    taste = learn(Taste(), Opinion(Verdict.CORRECTION, MoodPoint(0.6, 0.6), None, NOW_S))
    assert np.all(liking(taste) > 0.05)


def test_without_opinions_nothing_is_preferred():
    assert liking(Taste()) == pytest.approx(np.zeros(6), abs=0.15)


def test_nobody_in_a_group_is_made_miserable():
    rock, no_rap = taste_of(song0=Verdict.UP, song4=Verdict.UP), taste_of(song4=Verdict.DOWN, song0=Verdict.UP)
    likes = liking(rock, no_rap)
    assert likes[4] < np.mean([liking(rock)[4], liking(no_rap)[4]])
    assert likes[1] > likes[4]


def test_songs_that_the_catalogue_has_not_are_no_error():
    taste = learn(Taste(), Opinion(Verdict.UP, MoodPoint(0.5, 0.5), 12345, NOW_S))
    assert np.all(np.isfinite(liking(taste)))


def test_liked_and_turned_down_tracks_are_known():
    taste = taste_of(song0=Verdict.UP, song2=Verdict.SAVE, song3=Verdict.DOWN, song4=Verdict.SKIP)
    assert sorted(liked_rows(taste, BY_KEY)) == [0, 2]
    assert unwanted_rows(taste, BY_KEY).tolist() == [3]

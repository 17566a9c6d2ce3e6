from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from core.emotion import Emotion
from core.errors import NoTracks
from core.mood import PICKABLE_MOODS, Goal, MoodName, MoodPoint
from core.music import Lack, Reason, Tape, Why
from core.ports import TapeRequest
from core.taste import Taste, Verdict, learn, opinion_on
from recommender.catalogue import catalogue_from, load_starter
from recommender.pick import CatalogueRecommender
from tests.fakes.services import scores
from tests.recommender.generated import catalogue_of, generated

NOON_S = 1.8e9


@pytest.fixture(scope="module")
def starter():
    return CatalogueRecommender(load_starter())


@pytest.fixture(scope="module")
def generated_tracks():
    return generated(3000)


@pytest.fixture(scope="module")
def many(generated_tracks):
    return CatalogueRecommender(generated_tracks, clock=lambda: NOON_S)


def keys(tape: Tape) -> frozenset[int]:
    return frozenset(track.key for track in tape.tracks)


@pytest.mark.parametrize("name", PICKABLE_MOODS)
async def test_a_tape_that_matches_keeps_to_its_mood(starter, name):
    tape = await starter.pick(TapeRequest(name, length=20, seed=3, goal=Goal.MATCH))
    assert len(tape.tracks) == 20
    assert np.mean([track.point.distance_to(tape.mood.point) for track in tape.tracks]) < 0.35


@pytest.mark.parametrize("goal", set(Goal) - {Goal.TAKE_ME})
@pytest.mark.parametrize("name", PICKABLE_MOODS)
def test_neighbours_on_a_tape_are_near_each_other(starter, name, goal):
    tape = starter.pick_now(TapeRequest(name, seed=3, goal=goal))
    steps = [a.point.distance_to(b.point) for a, b in pairwise(tape.tracks)]
    assert max(steps) <= 0.35
    assert (tape.steps.largest, tape.steps.mean) == pytest.approx((max(steps), np.mean(steps)), abs=1e-6)


def test_tempo_and_loudness_change_by_bounded_steps(many):
    tapes = [many.pick_now(TapeRequest(MoodName.SAD, seed=seed)) for seed in range(5)]
    assert max(tape.steps.tempo_bpm for tape in tapes) <= 40
    assert max(tape.steps.loudness_db for tape in tapes) <= 6


def test_an_artist_comes_once(starter):
    tape = starter.pick_now(TapeRequest(MoodName.HAPPY, length=100))
    artists = [track.artist.casefold() for track in tape.tracks]
    assert len(set(artists)) == len(artists) == 100


def test_a_seed_makes_the_same_tape_again(many):
    request = TapeRequest(scores(Emotion.SAD), seed=11)
    assert many.pick_now(request) == many.pick_now(request)


def test_without_a_seed_tapes_differ(starter):
    first, second = [starter.pick_now(TapeRequest(MoodName.HAPPY)) for _ in range(2)]
    assert first.tracks != second.tracks


def test_another_tape_shares_nothing_with_those_that_a_person_had(starter):
    first = starter.pick_now(TapeRequest(MoodName.ANGRY))
    second = starter.pick_now(TapeRequest(MoodName.ANGRY, avoid=keys(first)))
    assert (len(second.tracks), keys(first) & keys(second)) == (20, frozenset())


def test_where_all_were_had_lately_they_come_again_and_fresh_ones_first():
    recommender = CatalogueRecommender(catalogue_of(*[(0.9, 0.3)] * 5))
    everything = recommender.pick_now(TapeRequest(MoodName.HAPPY))
    had = keys(everything) - {everything.tracks[0].key}
    assert len(recommender.pick_now(TapeRequest(MoodName.HAPPY, avoid=had)).tracks) == 5
    assert everything.tracks[0] in recommender.pick_now(TapeRequest(MoodName.HAPPY, length=2, avoid=had)).tracks


@pytest.mark.parametrize("goal", [Goal.MATCH, Goal.LIFT])
def test_two_seeds_share_few_tracks_on_average(many, goal):
    asked = TapeRequest(MoodName.SAD, goal=goal)
    shared = [
        len(keys(many.pick_now(replace(asked, seed=n))) & keys(many.pick_now(replace(asked, seed=n + 50))))
        for n in range(5)
    ]
    assert np.mean(shared) <= 4


def test_a_sad_face_gets_sad_music_first_and_then_happier(many):
    tape = many.pick_now(TapeRequest(scores(Emotion.SAD, probability=0.94), seed=1))
    valences = [track.point.valence for track in tape.tracks]
    assert tape.goal is Goal.LIFT
    assert np.mean(valences[:4]) < -0.3 < 0.5 < np.mean(valences[-4:])


def test_more_energy_is_more_stirred(many):
    low, high = [many.pick_now(TapeRequest(MoodName.HAPPY, seed=1, energy=energy)) for energy in (-0.8, 0.8)]
    stirred = [np.mean([track.point.arousal for track in tape.tracks]) for tape in (low, high)]
    assert stirred[1] - stirred[0] > 0.4


def test_a_way_to_a_mood_ends_there(many):
    asked = TapeRequest(MoodName.ANGRY, seed=1, goal=Goal.TAKE_ME, destination=MoodName.CALM)
    end = many.pick_now(asked).tracks[-1].point
    assert end.distance_to(MoodPoint(0.61, -0.82)) < 0.4


def test_filters_leave_out_what_was_not_wanted(many, generated_tracks):
    asked = TapeRequest(
        MoodName.HAPPY,
        explicit=False,
        genres=frozenset({"Genre 1", "genre 2"}),
        languages=frozenset({"en", "es", "de"}),
        decades=frozenset({1980, 1990}),
    )
    rows = np.flatnonzero(np.isin(generated_tracks.key, [*keys(many.pick_now(asked))]))
    assert len(rows)
    assert set(generated_tracks.genre[rows]) <= {1, 2}
    assert set(generated_tracks.explicit[rows]) == {0}
    assert set(generated_tracks.language[rows]) <= {0, 1, 2}
    assert np.all((generated_tracks.year[rows] >= 1980) & (generated_tracks.year[rows] < 2000))


def test_filters_never_return_fewer_tracks_than_exist():
    catalogue = generated(30_000)
    passing = (catalogue.genre == 3) & (catalogue.explicit == 0) & (catalogue.year >= 1990) & (catalogue.year < 2000)
    artists = len(set(catalogue.artist[passing & (catalogue.language == 5)]))
    asked = TapeRequest(
        MoodName.CALM,
        length=100,
        explicit=False,
        genres=frozenset({"genre 3"}),
        languages=frozenset({"ja"}),
        decades=frozenset({1990}),
    )
    assert 0 < artists < 100
    assert len(CatalogueRecommender(catalogue).pick_now(asked).tracks) == artists


def test_few_artists_among_many_tracks_are_all_found():
    tape = CatalogueRecommender(generated(30_000, artists=12)).pick_now(TapeRequest(MoodName.CALM))
    assert len(tape.tracks) == 12
    assert tape.shortage.left_out == ((Lack.ARTIST, 29_988),)


def test_a_short_tape_counts_what_was_left_out():
    catalogue = catalogue_of(*[(0.1 * n, 0.1) for n in range(6)], genre=["pop"] * 4 + ["jazz"] * 2)
    tape = CatalogueRecommender(catalogue).pick_now(TapeRequest(MoodName.HAPPY, genres=frozenset({"jazz"})))
    assert (len(tape.tracks), tape.shortage.asked, tape.shortage.left_out) == (2, 20, ((Lack.GENRE, 4),))


def test_a_small_catalogue_still_goes_the_whole_way():
    catalogue = catalogue_of(*[(-0.6 + 0.25 * n, -0.3 + 0.1 * n) for n in range(7)])
    tape = CatalogueRecommender(catalogue).pick_now(TapeRequest(MoodName.SAD, length=20))
    assert [track.title for track in tape.tracks] == [f"Song {n}" for n in range(7)]


@pytest.mark.parametrize("length", [1, 2, 20, 100])
def test_one_track_makes_a_tape(length):
    tape = CatalogueRecommender(catalogue_of((0, 0))).pick_now(TapeRequest(MoodName.ANGRY, length=length))
    assert [track.title for track in tape.tracks] == ["Song 0"]


def test_one_artist_makes_a_tape_of_one():
    catalogue = catalogue_of((0, 0), (0.1, 0), (0.9, 0.4), artist=["Queen"] * 3)
    assert len(CatalogueRecommender(catalogue).pick_now(TapeRequest(MoodName.HAPPY)).tracks) == 1


@pytest.mark.parametrize("nowhere", [float("nan"), float("inf"), -7])
def test_tracks_that_lie_nowhere_are_left_out(nowhere):
    catalogue = catalogue_of((nowhere, 0), (0.9, 0.3), (0, nowhere))
    tape = CatalogueRecommender(catalogue).pick_now(TapeRequest(MoodName.HAPPY))
    assert [track.title for track in tape.tracks] == ["Song 1"]
    assert tape.shortage.left_out == ((Lack.UNPLACED, 2),)


def test_wishes_that_no_track_fits_are_told_by_reason(starter):
    with pytest.raises(NoTracks) as refused:
        starter.pick_now(TapeRequest(MoodName.HAPPY, genres=frozenset({"no such genre"})))
    assert refused.value.shortage.left_out == ((Lack.GENRE, 428),)


def test_an_empty_catalogue_has_no_tracks():
    empty = catalogue_from(load_table(0))
    with pytest.raises(NoTracks):
        CatalogueRecommender(empty).pick_now(TapeRequest(MoodName.HAPPY))


def load_table(count: int):
    import pandas as pd

    columns = {name: [0.0] * count for name in ("valence", "arousal")}
    return pd.DataFrame({"title": [""] * count, "artist": [""] * count} | columns)


def test_each_track_says_why_it_is_there(many):
    tape = many.pick_now(TapeRequest(scores(Emotion.SAD, probability=0.94), seed=2))
    assert tape.tracks[0].why == Reason(Why.LOOK)
    assert tape.tracks[-1].why == Reason(Why.ARRIVED, MoodName.HAPPY)
    assert {track.why for track in tape.tracks[6:14]} == {Reason(Why.STEP, MoodName.HAPPY)}


def test_a_tape_too_short_for_the_whole_way_does_not_claim_to_arrive(many):
    tape = many.pick_now(TapeRequest(MoodName.SAD, length=3, seed=2))
    assert tape.tracks[-1].why == Reason(Why.STEP, MoodName.HAPPY)


def test_the_first_thumb_up_brings_the_artist_back_and_says_so(many):
    track = many.pick_now(TapeRequest(MoodName.CALM, seed=1)).tracks[9]
    taste = learn(Taste(), opinion_on(track, Verdict.UP, when_s=NOON_S))
    tapes = [many.pick_now(TapeRequest(MoodName.CALM, seed=seed, tastes=(taste,))) for seed in range(6)]
    again = [one for tape in tapes for one in tape.tracks if one.artist == track.artist]
    assert again
    assert {one.why for one in again} == {Reason(Why.LIKED)}


def test_a_track_that_was_turned_down_does_not_come_again(many):
    request = TapeRequest(MoodName.CALM, seed=1)
    track = many.pick_now(request).tracks[0]
    taste = learn(Taste(), opinion_on(track, Verdict.DOWN, when_s=NOON_S))
    assert track.key not in keys(many.pick_now(replace(request, tastes=(taste,))))


def test_spares_are_by_artists_who_are_not_on_the_tape(starter):
    tape = starter.pick_now(TapeRequest(MoodName.SAD, length=20, seed=1))
    artists = [track.artist for track in (*tape.tracks, *tape.spares)]
    assert len(tape.spares) == 5
    assert len(set(artists)) == len(artists)


def test_what_spotify_lacks_never_comes(starter):
    first = starter.pick_now(TapeRequest(MoodName.SAD, length=20, seed=1))
    again = starter.pick_now(TapeRequest(MoodName.SAD, length=20, seed=1, gone=keys(first)))
    assert not keys(first) & {track.key for track in (*again.tracks, *again.spares)}


def test_a_catalogue_that_spotify_lacks_says_so():
    recommender = CatalogueRecommender(catalogue_of(*[(0.5, -0.5)] * 8))
    everything = keys(recommender.pick_now(TapeRequest(MoodName.CALM, length=8)))
    with pytest.raises(NoTracks) as nothing:
        recommender.pick_now(TapeRequest(MoodName.CALM, length=5, gone=everything))
    assert dict(nothing.value.shortage.left_out) == {Lack.GONE: 8}


def test_favourite_artists_come_more_often_and_leave_no_trace(starter):
    plain = TapeRequest(MoodName.HAPPY, length=10)
    wanted = replace(plain, favourites=("ABBA", "Pharrell Williams", "Nobody at all"))
    tapes = [[starter.pick_now(replace(one, seed=seed)) for seed in range(20)] for one in (plain, wanted)]
    by_favourites = [
        sum(track.artist in ("ABBA", "Pharrell Williams") for tape in each for track in tape.tracks) for each in tapes
    ]
    assert by_favourites[1] >= 2 * by_favourites[0] + 5
    assert starter.pick_now(replace(plain, seed=1)) == tapes[0][1]


def test_a_favourite_artist_is_the_reason(starter):
    tape = starter.pick_now(TapeRequest(MoodName.HAPPY, seed=1, favourites=("ABBA",)))
    assert {track.why for track in tape.tracks if track.artist == "ABBA"} <= {Reason(Why.LIKED)}

"""What favourite artists are worth beside a person's own thumbs, on simulated listeners."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from core.mood import MoodName
from core.ports import TapeRequest
from core.taste import Opinion, Taste, Verdict, learn
from recommender.catalogue import Catalogue, artist_key
from recommender.pick import CatalogueRecommender
from tests.recommender.generated import GENRES, generated

NOW_S = 1.8e9
LISTENERS = 12
FAVOURITES = 20
SEEDS = 3


@dataclass(frozen=True)
class Listener:
    """Whom the recommender does not know: the keys of what they like, and the artists whom they hear most."""

    likes: frozenset[int]
    favourites: tuple[str, ...]


def listener(catalogue: Catalogue, number: int) -> Listener:
    """Somebody who likes three in ten of all tracks, by genre, artist and whim."""
    dice = np.random.default_rng(number)
    by_artist = dice.normal(0, 0.5, int(catalogue.artist.max()) + 1)
    joy = dice.normal(0, 1, len(GENRES) + 1)[catalogue.genre] + by_artist[catalogue.artist]
    joy += dice.normal(0, 0.5, len(catalogue))
    tracks = np.bincount(catalogue.artist)
    mean_joy = np.where(tracks >= 4, np.bincount(catalogue.artist, joy) / np.maximum(tracks, 1), -np.inf)
    heard = np.argsort(-mean_joy)[:FAVOURITES].tolist()
    likes = catalogue.key[joy > np.quantile(joy, 0.7)]
    return Listener(frozenset(likes.tolist()), tuple(f"Artist {artist}" for artist in heard))


def liked_share(recommender: CatalogueRecommender, who: Listener, **known: object) -> float:
    """The share of liked tracks on a few tapes."""
    tapes = [recommender.pick_now(TapeRequest(MoodName.HAPPY, seed=seed, **known)) for seed in range(SEEDS)]
    return float(np.mean([track.key in who.likes for tape in tapes for track in tape.tracks]))


def thumbs_on_a_tape(recommender: CatalogueRecommender, who: Listener) -> tuple[Taste, frozenset[int]]:
    taste, tape = Taste(), recommender.pick_now(TapeRequest(MoodName.CALM, seed=9))
    for track in tape.tracks:
        verdict = Verdict.UP if track.key in who.likes else Verdict.DOWN
        taste = learn(taste, Opinion(verdict, track.point, track.key, NOW_S))
    return taste, frozenset(track.key for track in tape.tracks)


@pytest.fixture(scope="module")
def shares() -> dict[str, float]:
    plain = generated(3000)
    keys = np.array([artist_key(f"Artist {number}") for number in plain.artist], np.int64)
    catalogue = replace(plain, artist_key=keys)
    recommender = CatalogueRecommender(catalogue, clock=lambda: NOW_S)
    found: dict[str, list[float]] = {"nothing": [], "favourites": [], "thumbs": []}
    for number in range(LISTENERS):
        who = listener(catalogue, number)
        taste, had = thumbs_on_a_tape(recommender, who)
        found["nothing"].append(liked_share(recommender, who))
        found["favourites"].append(liked_share(recommender, who, favourites=who.favourites))
        found["thumbs"].append(liked_share(recommender, who, tastes=(taste,), avoid=had))
    return {known: float(np.mean(each)) for known, each in found.items()}


def test_favourite_artists_help_whom_nothing_is_known_of(shares):
    assert shares["favourites"] >= shares["nothing"] + 0.05


def test_the_thumbs_of_one_tape_say_more_than_favourite_artists(shares):
    assert shares["thumbs"] >= shares["favourites"] + 0.05

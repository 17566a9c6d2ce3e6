import numpy as np
import pandas as pd

from core.music import track_key
from recommender.catalogue import catalogue_from, join, load_starter


def rows(*numbers: int) -> np.ndarray:
    return np.array(numbers, np.intp)


def of(*tracks: tuple[str, str], **columns: object):
    table = pd.DataFrame(tracks, columns=["title", "artist"]).assign(valence=0.5, arousal=-0.5, **columns)
    return catalogue_from(table)


def test_a_fresh_machine_has_music():
    assert len(load_starter()) >= 240


def test_no_starter_track_has_an_invented_id():
    starter = load_starter()
    assert not any(track.uri for track in starter.tracks(np.arange(len(starter))))


def test_the_starter_knows_years_genres_and_languages():
    starter = load_starter()
    assert min(starter.year.min(), starter.genre.min() + 1, starter.language.min() + 1) > 0


def test_tracks_come_in_the_order_asked():
    tracks = of(("a", "x"), ("b", "y"), ("c", "z")).tracks(rows(2, 0, 2))
    assert [track.title for track in tracks] == ["c", "a", "c"]


def test_what_is_not_known_is_unknown():
    one = of(("a", "x"))
    assert np.isnan([one.tempo_bpm[0], one.loudness_db[0]]).all()
    assert (one.year[0], one.explicit[0], one.genre[0], one.language[0]) == (0, -1, -1, -1)
    assert one.tracks(rows(0))[0].year is None


def test_a_key_is_the_tracks_own():
    one = of(("a", "x"))
    assert one.key[0] == one.tracks(rows(0))[0].key == track_key("A", artist=" X")


def test_letter_case_makes_no_other_artist():
    assert of(("a", "ABBA"), ("b", "Abba"), ("c", "other")).artist.tolist() == [0, 0, 1]


def test_each_various_artists_is_somebody_else():
    assert of(("a", "Various Artists"), ("b", "various artists")).artist.tolist() == [0, 1]


def test_a_track_in_two_catalogues_counts_once():
    both = join([of(("a", "x"), uri="spotify:track:1"), of(("A", "X"), ("b", "y"))])
    assert [(track.title, track.uri) for track in both.tracks(rows(0, 1))] == [("a", "spotify:track:1"), ("b", None)]


def test_artists_are_numbered_together():
    assert join([of(("a", "x"), ("b", "y")), of(("c", "y"), ("d", "z"))]).artist.tolist() == [0, 1, 1, 2]


def test_genres_are_numbered_together():
    both = join([of(("a", "x"), genre="pop"), of(("b", "y"), genre="rock"), of(("c", "z"))])
    assert [*both.genre, *both.genres] == [0, 1, -1, "pop", "rock"]


def test_joined_catalogues_read_each_its_own_words():
    both = join([of(("a", "x"), ("b", "y")), of(("c", "z"), ("d", "w"))])
    assert [track.title for track in both.tracks(rows(3, 0, 2, 3))] == ["d", "a", "c", "d"]


def test_nothing_is_a_catalogue_too():
    assert len(catalogue_from(pd.DataFrame(columns=["title", "artist", "valence", "arousal"]))) == 0

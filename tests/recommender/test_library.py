from pathlib import Path

import numpy as np
import pytest

from core.errors import CatalogueInvalid
from core.mood import MoodName
from core.ports import TapeRequest
from recommender import library
from recommender.catalogue import join
from recommender.importing import import_catalogue
from recommender.pick import CatalogueRecommender
from tests.tables import foreign, spread_table


def add(name: str, content: bytes, *, folder: Path) -> Path:
    source = folder.parent / "table.csv"
    source.write_bytes(content)
    import_catalogue(source, target := library.path_of(name, folder=folder))
    return target


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "catalogues"


def test_several_catalogues_live_together(folder):
    add("one", spread_table(3), folder=folder)
    add("two", foreign(), folder=folder)
    assert [len(catalogue) for catalogue in library.open_imported(folder)] == [3, 1]


def test_remove_leaves_no_trace(folder):
    add("one", spread_table(3), folder=folder)
    (folder / ".one.importing").mkdir()
    library.remove("one", folder=folder)
    assert list(folder.iterdir()) == []


def test_a_catalogue_that_is_removed_while_open_goes_on(folder):
    add("one", spread_table(4500), folder=folder)
    (catalogue,) = library.open_imported(folder)
    library.remove("one", folder=folder)
    assert [track.title for track in catalogue.tracks(np.array([4000, 1]))] == ["Song 4000", "Song 1"]


def test_a_catalogue_that_is_replaced_while_open_goes_on(folder):
    add("one", spread_table(9), folder=folder)
    (catalogue,) = library.open_imported(folder)
    add("one", foreign(), folder=folder)
    assert catalogue.tracks(np.array([8]))[0].title == "Song 8"


def test_a_table_is_opened_without_a_trace(tmp_path):
    (tmp_path / "table.csv").write_bytes(spread_table(5))
    assert len(library.open_table(tmp_path / "table.csv")) == 5
    assert [path.name for path in tmp_path.iterdir()] == ["table.csv"]


def test_an_export_can_be_imported_again(folder, tmp_path):
    add("one", spread_table(7), folder=folder)
    library.export("one", tmp_path / "out.csv", folder=folder)
    add("two", (tmp_path / "out.csv").read_bytes(), folder=folder)
    one, two = library.open_imported(folder)
    assert np.array_equal(one.valence, two.valence)
    assert np.array_equal(one.arousal, two.arousal)
    assert one.tracks(np.arange(7)) == two.tracks(np.arange(7))


def test_an_isrc_goes_through_a_tape_and_an_export_into_the_next_catalogue(folder, tmp_path):
    add("one", foreign(isrc="us-rc1-76-07839"), folder=folder)
    tape = CatalogueRecommender(library.open_imported(folder)[0]).pick_now(TapeRequest(MoodName.CALM, length=1))
    library.export("one", tmp_path / "out.csv", folder=folder)
    add("two", (tmp_path / "out.csv").read_bytes(), folder=folder)
    again = library.open_imported(folder)[1].tracks(np.array([0]))
    assert [track.isrc for track in (*tape.tracks, *again)] == ["USRC17607839"] * 2


def test_isrcs_stay_with_their_tracks_where_catalogues_are_joined(folder):
    add("one", foreign(), folder=folder)
    add("two", foreign(title="Other", isrc="USRC17607839"), folder=folder)
    tracks = join(library.open_imported(folder)).tracks(np.array([1, 0]))
    assert [(track.title, track.isrc) for track in tracks] == [("Other", "USRC17607839"), ("Song", None)]


@pytest.mark.parametrize(("columns", "known"), [({}, 0), ({"isrc": "USRC17607839"}, 1), ({"isrc": "none"}, 0)])
def test_statistics_count_isrcs_also_where_there_is_no_column(folder, columns, known):
    add("one", foreign(**columns), folder=folder)
    assert library.statistics("one", folder=folder).known["ISRC"] == known


def test_statistics_count_what_is_known(folder):
    add("one", foreign(year="1987", tempo="120", genre="pop"), folder=folder)
    counts = library.statistics("one", folder=folder)
    assert (counts.tracks, counts.artists, counts.decades) == (1, 1, {1980: 1})
    assert (counts.known["tempo"], counts.known["genre"], counts.known["language"]) == (1, 1, 0)
    assert sum(counts.moods.values()) == 1


@pytest.mark.parametrize("content", [b"", b"no parquet", b"PAR1" * 20])
def test_a_damaged_catalogue_is_said_so(folder, content):
    path = add("one", foreign(), folder=folder)
    path.write_bytes(content)
    with pytest.raises(CatalogueInvalid):
        library.open_imported(folder)


@pytest.mark.parametrize("name", ["../one", "", "One", "a b", "starter", ".hidden", "x" * 65])
def test_a_name_is_no_path(folder, name):
    with pytest.raises(CatalogueInvalid):
        library.path_of(name, folder=folder)


@pytest.mark.parametrize("name", ["none", "../secrets", ""])
def test_an_unknown_catalogue_is_said_so(folder, name):
    with pytest.raises(CatalogueInvalid):
        library.existing(name, folder=folder)


@pytest.mark.parametrize(
    ("file", "name"), [("data_moods.csv", "data_moods"), ("My Songs (1).csv", "my-songs-1"), ("x.CSV", "x")]
)
def test_a_file_gives_its_name(file, name):
    assert library.name_for(Path(file)) == name

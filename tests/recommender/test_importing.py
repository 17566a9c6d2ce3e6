"""Some tests read ../shared/data/data_moods.csv and are skipped where it is absent."""

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from core.errors import CatalogueInvalid, CatalogueMissing
from recommender.importing import import_catalogue
from recommender.stored import about_stored, open_stored
from tests.tables import COLUMNS, foreign, renamed, row, spread_table, table

SHARED = Path(__file__).parents[3] / "shared" / "data"
with_kaggle_file = pytest.mark.skipif(not (SHARED / "data_moods.csv").exists(), reason="needs ../shared/data")


def written(folder: Path, content: bytes) -> Path:
    path = folder / "table.csv"
    path.write_bytes(content)
    return path


def imported(folder: Path, content: bytes, **options):
    return import_catalogue(written(folder, content), folder / "own.parquet", **options)


def first(folder: Path, content: bytes, **options) -> dict:
    imported(folder, content, **options)
    return pq.read_table(folder / "own.parquet").to_pylist()[0]


def opened(folder: Path, content: bytes):
    imported(folder, content)
    return open_stored(folder / "own.parquet")


@with_kaggle_file
def test_the_kaggle_file_is_used_whole(tmp_path):
    about = import_catalogue(SHARED / "data_moods.csv", tmp_path / "own.parquet")
    catalogue = open_stored(tmp_path / "own.parquet")
    assert (about.read, about.kept, about.left_out, len(catalogue)) == (686, 686, {}, 686)
    assert (catalogue.year >= 1950).all()


@with_kaggle_file
def test_the_second_labels_are_added(tmp_path):
    labels = SHARED / "data_moods_two_labels.csv"
    import_catalogue(SHARED / "data_moods.csv", tmp_path / "own.parquet", two_labels=labels)
    moods = pq.read_table(tmp_path / "own.parquet")["moods"].to_pylist()
    assert moods.count("Energetic|Happy") == 95


def test_valence_and_arousal_are_quantiles_from_end_to_end(tmp_path):
    catalogue = opened(tmp_path, spread_table(200))
    for axis in (catalogue.valence, catalogue.arousal):
        assert np.median(axis) == pytest.approx(0, abs=1e-6)
        assert (axis.min(), axis.max()) == pytest.approx((-0.995, 0.995))


def test_one_track_lies_in_the_middle(tmp_path):
    catalogue = opened(tmp_path, foreign())
    assert (catalogue.valence[0], catalogue.arousal[0]) == (0, 0)


def test_tracks_are_read_back_in_the_order_asked(tmp_path):
    catalogue = opened(tmp_path, spread_table(4500))
    asked = np.array([4499, 3, 2000, 1999, 3])
    assert [track.title for track in catalogue.tracks(asked)] == [f"Song {number}" for number in asked]
    assert [track.key for track in catalogue.tracks(asked)] == catalogue.key[asked].tolist()


def test_every_row_is_kept_or_counted(tmp_path):
    rows = (
        row(1),
        row(1),
        row(2, name="SONG 1", artist="artist 1"),
        row(3, valence="nan"),
        row(4, energy=7),
        row(5, name="  "),
        row(6, valence="inf"),
        row(7, valence=""),
        "too,few",
    )
    about = imported(tmp_path, table(*rows))
    assert (about.read, about.kept) == (9, 1)
    assert about.left_out == {
        "a line with too few or too many cells": 1,
        "no title or artist": 1,
        "no valence, or one out of range": 3,
        "no energy, or one out of range": 1,
        "id seen before": 1,
        "title and artist seen before": 1,
    }


def test_an_invented_id_is_dropped_and_the_track_kept(tmp_path):
    about = imported(tmp_path, table(row(1, id="not an id")))
    assert about.repaired["an id that is not Spotify's, dropped"] == 1
    assert open_stored(tmp_path / "own.parquet").tracks(np.array([0]))[0].uri is None


@pytest.mark.parametrize(
    "cell", ["USRC1760783", "USRC176078390", "U1RC17607839", "USRC1760783X", "unknown", "ÜSRC1760783"]
)
def test_what_is_no_isrc_is_dropped_and_the_track_kept(tmp_path, cell):
    about = imported(tmp_path, foreign(isrc=cell))
    assert (about.kept, about.repaired) == (1, {"an ISRC that is none, dropped": 1})
    assert open_stored(tmp_path / "own.parquet").tracks(np.array([0]))[0].isrc is None


def test_a_row_without_an_isrc_is_no_oddity(tmp_path):
    assert imported(tmp_path, foreign(isrc="")).repaired == {}


def test_isrcs_are_read_back_in_the_order_asked(tmp_path):
    cells = [row(n, album=f"ZZ-A00-26-{n:05d}" if n % 2 else "") for n in range(4500)]
    imported(tmp_path, table(*cells), given={"isrc": "album"})
    tracks = open_stored(tmp_path / "own.parquet").tracks(np.array([4499, 3, 2000]))
    assert [track.isrc for track in tracks] == ["ZZA002604499", "ZZA002600003", None]


def test_a_catalogue_without_isrcs_holds_no_column_of_them(tmp_path):
    imported(tmp_path, foreign())
    assert "isrc" not in pq.read_schema(tmp_path / "own.parquet").names


def test_a_byte_order_mark_and_line_breaks_in_titles_are_read(tmp_path):
    content = b"\xef\xbb\xbf" + table(row(1, name='"Two\r\nlines, one *song*"'))
    assert first(tmp_path, content)["title"] == "Two lines, one *song*"


@pytest.mark.parametrize(
    ("theirs", "cell", "ours", "value"),
    [
        ("duration_ms", "225000", "duration_s", 225),
        ("duration", "225", "duration_s", 225),
        ("length", "225000", "duration_s", 225),
        ("duration", "3:45", "duration_s", 225),
        ("duration", "1:00:01", "duration_s", 3601),
        ("key", "C#", "pitch_class", 1),
        ("key", "Db", "pitch_class", 1),
        ("key", "11", "pitch_class", 11),
        ("key", "-1", "pitch_class", -1),
        ("mode", "Major", "mode", 1),
        ("mode", "0", "mode", 0),
        ("time_signature", "4-Apr", "time_signature", 4),
        ("time_signature", "4-Mar", "time_signature", 3),
        ("time_signature", "3-Apr", "time_signature", 3),
        ("time_signature", "4/4", "time_signature", 4),
        ("time_signature", "7-Aug", "time_signature", 0),
        ("explicit", "True", "explicit", 1),
        ("explicit", "no", "explicit", 0),
        ("explicit", "perhaps", "explicit", -1),
        ("release_date", "24/12/1987", "year", 1987),
        ("release_date", "soon", "year", 0),
        ("track_genre", "Hip-Hop", "genre", "hip-hop"),
        ("genres", "['dance pop', 'pop']", "genre", "dance pop"),
        ("artist", "['Ann O\\'Neil', \"B's\"]", "artist", "Ann O'Neil, B's"),
        ("artist", "Ann;Ben", "artist", "Ann, Ben"),
        ("uri", "spotify:track:0000000000000000000007", "spotify_id", "0000000000000000000007"),
        ("url", "", "spotify_id", None),
        ("isrc", "USRC17607839", "isrc", "USRC17607839"),
        ("track_isrc", " us-rc1-76-07839 ", "isrc", "USRC17607839"),
        ("external_ids.isrc", "gbayE0601498", "isrc", "GBAYE0601498"),
    ],
)
def test_what_is_certain_is_repaired(tmp_path, theirs, cell, ours, value):
    assert first(tmp_path, foreign(**{theirs: cell.replace('"', '""')}))[ours] == value


@pytest.mark.parametrize(("column", "cell"), [("tempo", "0"), ("tempo", "inf"), ("loudness", "400"), ("tempo", "x")])
def test_what_is_out_of_range_is_unknown(tmp_path, column, cell):
    found = first(tmp_path, foreign(**{column: cell}))
    assert np.isnan(found["tempo_bpm" if column == "tempo" else "loudness_db"] or np.nan)


def test_percent_become_shares_all_together(tmp_path):
    found = first(tmp_path, foreign(**{"valence": "40", "energy": "60", "instrumentalness_%": "1"}))
    assert [found["raw_valence"], found["raw_energy"], found["instrumentalness"]] == pytest.approx([0.4, 0.6, 0.01])


def test_muse_is_known_by_its_columns(tmp_path):
    names = {"title": "track", "valence": "valence_tags", "energy": "arousal_tags"}
    found = first(tmp_path, renamed(**names).replace(b"0.4", b"5").replace(b"0.6", b"9"))
    assert (found["title"], found["raw_valence"], found["raw_energy"]) == ("Song", 0.5, 1)


def test_the_operator_says_which_column_is_which(tmp_path):
    found = first(tmp_path, renamed(artist="who"), given={"artist": "who"})
    assert found["artist"] == "Artist"


@pytest.mark.parametrize("given", [{"artist": "nowhere"}, {"singer": "title"}])
def test_a_wrong_map_is_said_so(tmp_path, given):
    with pytest.raises(CatalogueInvalid):
        imported(tmp_path, foreign(), given=given)


@pytest.mark.parametrize("missing", ["title", "artist", "valence", "energy"])
def test_a_column_that_is_not_found_is_named_with_what_to_do(tmp_path, missing):
    with pytest.raises(CatalogueInvalid) as error:
        imported(tmp_path, renamed(**{missing: "x"}))
    assert f"--map {missing}=" in error.value.reason


def test_semicolons_separate_too(tmp_path):
    assert first(tmp_path, foreign().replace(b",", b";"))["artist"] == "Artist"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"\xff\xfe\x00\x01",
        b"hello",
        COLUMNS.encode(),
        table(row(1, valence="x")),
        b"id,name\r\n1,2\r\n",
        b'id,name\r\n"1,2\r\n3',
        b"a,b\r\n1,2,3,4\r\n1,2,3,4,5,6",
        b"\x00" * 100,
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00" * 50,
        foreign(title="caf\xe9").decode().encode("latin-1"),
    ],
)
def test_what_is_no_such_table_is_said_so_and_leaves_nothing(tmp_path, content):
    with pytest.raises(CatalogueInvalid):
        imported(tmp_path, content)
    assert [path.name for path in tmp_path.iterdir()] == ["table.csv"]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CatalogueMissing):
        import_catalogue(tmp_path / "none.csv", tmp_path / "own.parquet")


def test_a_folder_is_no_catalogue(tmp_path):
    with pytest.raises(CatalogueInvalid):
        import_catalogue(tmp_path, tmp_path / "own.parquet")


def test_an_interrupted_import_leaves_the_old_catalogue(tmp_path):
    imported(tmp_path, spread_table(5))

    def interrupted(_bytes: int, _rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imported(tmp_path, spread_table(9), on_progress=interrupted)
    assert about_stored(tmp_path / "own.parquet").kept == 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own.parquet", "table.csv"]


def test_progress_is_told_in_bytes_and_rows(tmp_path):
    told = []
    imported(tmp_path, spread_table(50), on_progress=lambda size_bytes, rows: told.append((size_bytes, rows)))
    assert told[-1][1] == 50

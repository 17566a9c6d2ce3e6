from pathlib import Path

import pytest

from core.errors import CatalogueInvalid, CatalogueMissing
from recommender.catalogue import load_data_moods, load_starter
from tests.tables import COLUMNS, row, spread_table, table

KAGGLE_FILE = Path(__file__).parents[3] / "shared" / "data" / "data_moods.csv"


def written(folder: Path, content: bytes) -> Path:
    path = folder / "data_moods.csv"
    path.write_bytes(content)
    return path


def test_a_fresh_machine_has_music():
    assert len(load_starter()) >= 240


def test_no_starter_track_has_an_invented_id():
    assert load_starter().table["uri"].isna().all()


@pytest.mark.skipif(not KAGGLE_FILE.exists(), reason="needs ../shared/data/data_moods.csv")
def test_the_kaggle_file_is_used_whole():
    catalogue = load_data_moods(KAGGLE_FILE)
    assert (len(catalogue), catalogue.left_out) == (686, {})
    assert catalogue.table["year"].between(1950, 2021).all()


def test_valence_and_arousal_are_quantiles_from_end_to_end(tmp_path):
    catalogue = load_data_moods(written(tmp_path, spread_table(200)))
    for axis in ("valence", "arousal"):
        assert catalogue.table[axis].median() == pytest.approx(0, abs=1e-9)
        assert (catalogue.table[axis].min(), catalogue.table[axis].max()) == pytest.approx((-0.995, 0.995))


def test_equal_values_share_a_quantile(tmp_path):
    catalogue = load_data_moods(written(tmp_path, table(*(row(n, valence=0.3) for n in range(5)))))
    assert catalogue.table["valence"].tolist() == pytest.approx([0] * 5, abs=1e-9)


def test_ids_become_uris(tmp_path):
    catalogue = load_data_moods(written(tmp_path, table(row(7))))
    assert catalogue.table["uri"].tolist() == ["spotify:track:0000000000000000000007"]


def test_unusable_rows_are_left_out_and_counted(tmp_path):
    rows = (
        row(1),
        row(1),
        row(2, id="not an id"),
        row(3, valence="nan"),
        row(4, energy=7),
        row(5, name="  "),
        row(6, valence="inf"),
        row(7, id=""),
    )
    catalogue = load_data_moods(written(tmp_path, table(*rows)))
    assert len(catalogue) == 1
    assert catalogue.left_out == {
        "no Spotify id": 2,
        "no title or artist": 1,
        "valence not in 0..1": 2,
        "energy not in 0..1": 1,
        "id seen before": 1,
    }


def test_a_byte_order_mark_and_line_breaks_in_titles_are_read(tmp_path):
    content = b"\xef\xbb\xbf" + table(row(1, name='"Two\r\nlines, one *song*"'))
    assert load_data_moods(written(tmp_path, content)).table["title"].tolist() == ["Two lines, one *song*"]


def test_a_date_without_a_year_is_no_year(tmp_path):
    catalogue = load_data_moods(written(tmp_path, table(row(1, release_date=""))))
    assert catalogue.table["year"].isna().all()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00\x01",
        b"hello",
        COLUMNS.encode(),
        table(row(1, id="x")),
        b"id,name\r\n1,2\r\n",
        b'id,name\r\n"1,2\r\n3',
        b"a,b\r\n1,2,3,4\r\n1,2,3,4,5,6",
        b"\x00" * 100,
    ],
)
def test_what_is_no_such_table_is_said_so(tmp_path, content):
    with pytest.raises(CatalogueInvalid):
        load_data_moods(written(tmp_path, content))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CatalogueMissing):
        load_data_moods(tmp_path / "none.csv")


def test_a_folder_is_no_catalogue(tmp_path):
    with pytest.raises(CatalogueInvalid):
        load_data_moods(tmp_path)

"""The catalogue command in this process, with settings of its own."""

import json

import pytest
from typer.testing import CliRunner

from app.cli_catalogue import catalogue
from app.compose import open_catalogue
from app.settings import load_settings
from core.errors import CatalogueInvalid
from tests.app.command import clean_environment
from tests.tables import foreign, renamed, row, spread_table, table


@pytest.fixture
def command(monkeypatch, tmp_path):
    clean_environment(monkeypatch)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(catalogue, [str(argument) for argument in arguments])


def test_an_import_ends_with_a_report(command, tmp_path):
    (tmp_path / "songs.csv").write_bytes(table(row(1), row(1), row(2, id="x")))
    done = command("import", "songs.csv")
    assert "3 rows read, 2 kept as songs, 1 left out" in done.stdout
    assert "left out, id seen before: 1" in done.stdout
    assert "repaired, an id that is not Spotify's, dropped: 1" in done.stdout


def test_imported_catalogues_make_tapes_together(command, tmp_path):
    (tmp_path / "one.csv").write_bytes(spread_table(5))
    (tmp_path / "two.csv").write_bytes(foreign())
    command("import", "one.csv")
    command("import", "two.csv", "--name", "second")
    assert len(open_catalogue(load_settings())) == 6
    assert len(open_catalogue(load_settings(), name="second")) == 1


def test_a_fetched_table_is_read_at_each_start(command, tmp_path):
    fetched = tmp_path / "data" / "data_moods.csv"
    fetched.parent.mkdir()
    fetched.write_bytes(spread_table(5))
    assert len(open_catalogue(load_settings())) == 5
    fetched.write_bytes(spread_table(7))
    assert len(open_catalogue(load_settings(), name="data_moods")) == 7


def test_the_starter_can_be_asked_for(command, tmp_path):
    (tmp_path / "one.csv").write_bytes(spread_table(5))
    command("import", "one.csv")
    assert len(open_catalogue(load_settings(), name="starter")) >= 240


def test_an_unknown_name_is_said_so(command):
    with pytest.raises(CatalogueInvalid):
        open_catalogue(load_settings(), name="nothing")


def test_columns_are_mapped(command, tmp_path):
    (tmp_path / "one.csv").write_bytes(renamed(artist="who"))
    assert isinstance(command("import", "one.csv").exception, CatalogueInvalid)
    assert "1 kept as one" in command("import", "one.csv", "--map", "artist=who").stdout


def test_a_map_without_a_column_is_bad_input(command, tmp_path):
    (tmp_path / "one.csv").write_bytes(foreign())
    assert command("import", "one.csv", "--map", "artist").exit_code == 2


def test_list_and_stats_name_what_there_is(command, tmp_path):
    assert "starter" in command("list").stdout
    (tmp_path / "one.csv").write_bytes(spread_table(5))
    command("import", "one.csv")
    assert "one: 5 tracks from one.csv" in command("list").stdout
    assert "one: 5 tracks by 5 artists" in command("stats").stdout
    assert json.loads(command("stats", "one", "--json").stdout)["one"]["tracks"] == 5


def test_remove_leaves_no_trace_of_a_fetched_table_either(command, tmp_path):
    (tmp_path / "data_moods.csv").write_bytes(spread_table(5))
    command("import", "data_moods.csv")
    (tmp_path / "data" / "data_moods.csv").write_bytes(spread_table(5))
    command("remove", "data_moods")
    assert [path.name for path in (tmp_path / "data").rglob("*")] == ["catalogues"]


def test_an_export_never_overwrites(command, tmp_path):
    (tmp_path / "one.csv").write_bytes(spread_table(5))
    command("import", "one.csv")
    assert command("export", "one", "one.csv").exit_code == 2
    assert "holds 5 tracks" in command("export", "one", "out.csv").stdout

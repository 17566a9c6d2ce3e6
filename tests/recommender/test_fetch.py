import socket

import pytest
from kagglesdk import kaggle_env

from core.errors import CatalogueInvalid, DownloadFailed
from recommender.fetch import fetch_data_moods
from tests.fakes.kaggle import FakeKaggle, serving
from tests.tables import spread_table


@pytest.fixture(autouse=True)
def kaggle_settings(monkeypatch, tmp_path):
    monkeypatch.setenv("KAGGLE_API_ENVIRONMENT", "TEST")
    monkeypatch.setenv("KAGGLE_CONFIG_DIR", str(tmp_path / "no-credentials"))
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def kaggle(monkeypatch):
    def at(url: str) -> None:
        monkeypatch.setitem(kaggle_env._env_to_endpoint, kaggle_env.KaggleEnv.TEST, url)

    return at


def test_the_file_is_downloaded_and_kept(kaggle, tmp_path):
    with serving(FakeKaggle(spread_table(30))) as fake:
        kaggle(fake.url)
        path = fetch_data_moods(tmp_path / "data")
    assert path.read_bytes() == spread_table(30)
    assert [child.name for child in path.parent.iterdir()] == ["data_moods.csv"]
    assert fake.asked[0] == {
        "ownerSlug": "musicblogger",
        "datasetSlug": "spotify-music-data-to-identify-the-moods",
    }


@pytest.mark.parametrize(
    ("status", "told"), [(401, "credentials"), (403, "login"), (404, "any more"), (429, "wait"), (500, "trouble")]
)
def test_what_kaggle_refuses_is_one_reason(kaggle, tmp_path, status, told):
    with serving(FakeKaggle(b"", status=status)) as fake:
        kaggle(fake.url)
        with pytest.raises(DownloadFailed) as error:
            fetch_data_moods(tmp_path / "data")
    assert told in error.value.reason


def test_no_kaggle_is_one_reason(kaggle, tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        kaggle(f"http://127.0.0.1:{free.getsockname()[1]}")
        with pytest.raises(DownloadFailed) as error:
            fetch_data_moods(tmp_path / "data")
    assert error.value.reason == "Kaggle cannot be reached"


def test_a_bad_download_leaves_the_old_file(kaggle, tmp_path):
    (tmp_path / "data_moods.csv").write_text("old")
    with serving(FakeKaggle(b"<html>please log in</html>")) as fake:
        kaggle(fake.url)
        with pytest.raises(CatalogueInvalid):
            fetch_data_moods(tmp_path)
    assert [child.name for child in tmp_path.iterdir()] == ["data_moods.csv"]
    assert (tmp_path / "data_moods.csv").read_text() == "old"

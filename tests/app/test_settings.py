import re
from pathlib import Path

import pytest

from app.settings import Settings, load_settings, unknown_names
from core.errors import SettingsInvalid
from tests.app.command import clean_environment

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch):
    clean_environment(monkeypatch)


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / ".env"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_nothing_needs_to_be_set(tmp_path):
    settings = load_settings(tmp_path / ".env")
    assert (settings.discord_token, settings.web_host, settings.web_port) == (None, "127.0.0.1", 8080)


def test_each_setting_is_in_the_example():
    named = set(re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(), flags=re.MULTILINE))
    assert named == {name.upper() for name in Settings.model_fields}


def test_the_example_as_it_is_changes_nothing(tmp_path):
    assert load_settings(written(tmp_path, EXAMPLE.read_text())) == load_settings(tmp_path / "none")


def test_a_wrong_value_is_named_and_not_shown(tmp_path):
    with pytest.raises(SettingsInvalid) as error:
        load_settings(written(tmp_path, "WEB_PORT=hunter2\n"))
    assert error.value.setting == "WEB_PORT"
    assert "hunter2" not in repr(error.value.__dict__)


def test_a_blank_value_is_unset(tmp_path):
    assert load_settings(written(tmp_path, "DISCORD_TOKEN=   \nWEB_PORT=\n")).web_port == 8080


def test_the_environment_wins_over_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv("WEB_PORT", "9000")
    assert load_settings(written(tmp_path, "WEB_PORT=9100")).web_port == 9000


def test_tokens_are_not_in_a_repr(tmp_path):
    settings = load_settings(written(tmp_path, "DISCORD_TOKEN=planted-secret"))
    assert "planted-secret" not in f"{settings!r} {settings} {settings.model_dump()}"


def test_a_file_that_is_no_text_is_one_sentence(tmp_path):
    with pytest.raises(SettingsInvalid):
        load_settings(written(tmp_path, b"\xff\xfe\x00DISCORD"))


def test_a_log_level_may_be_written_small(tmp_path):
    assert load_settings(written(tmp_path, "LOG_LEVEL=debug")).log_level == "DEBUG"


def test_a_path_may_begin_at_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = load_settings(written(tmp_path, "DATA_DIR=~/data\nCATALOGUE_PATH=~/moods.csv"))
    assert (settings.data_dir, settings.catalogue_path) == (tmp_path / "data", tmp_path / "moods.csv")


@pytest.mark.parametrize("hosts", ["https://mood.example.org", "mood.example.org:443/", "a b"])
def test_hosts_are_names_only(tmp_path, hosts):
    with pytest.raises(SettingsInvalid) as error:
        load_settings(written(tmp_path, f"WEB_ALLOWED_HOSTS={hosts}"))
    assert error.value.setting == "WEB_ALLOWED_HOSTS"


def test_several_hosts_are_told_apart(tmp_path):
    settings = load_settings(written(tmp_path, "WEB_ALLOWED_HOSTS=mood.example.org, [::1] ,*"))
    assert settings.extra_hosts == ("mood.example.org", "[::1]", "*")


def test_a_misspelt_name_is_found(tmp_path):
    assert unknown_names(written(tmp_path, "DISCORD_TOKN=x\nWEB_PORT=1\n")) == ["DISCORD_TOKN"]


@pytest.mark.parametrize(
    ("setting", "value"),
    [("WEB_TRUSTED_PROXIES", "proxy.example"), ("WEB_API_ORIGINS", "tape.example"), ("WEB_API_ORIGINS", "https://a/b")],
)
def test_a_proxy_is_an_address_and_an_origin_has_no_path(tmp_path, setting, value):
    with pytest.raises(SettingsInvalid) as error:
        load_settings(written(tmp_path, f"{setting}={value}\n"))
    assert error.value.setting == setting


def test_several_proxies_and_origins_can_be_named(tmp_path):
    lines = "WEB_TRUSTED_PROXIES=127.0.0.1, 10.0.0.0/8\nWEB_API_ORIGINS=https://a.example,http://b.example:81\n"
    settings = load_settings(written(tmp_path, lines))
    assert settings.trusted_proxies == ("127.0.0.1", "10.0.0.0/8")
    assert settings.api_origins == ("https://a.example", "http://b.example:81")


@pytest.mark.parametrize(
    "line", ["", "WEB_PUBLIC_URL=http://127.0.0.1:8080", "WEB_HOST=localhost", "WEB_HOST=::1", "METRICS_HOST=0.0.0.0"]
)
def test_a_page_on_loopback_is_not_published(tmp_path, line):
    assert not load_settings(written(tmp_path, line)).is_published


@pytest.mark.parametrize(
    "line",
    [
        "WEB_HOST=0.0.0.0",
        "WEB_PUBLIC_URL=https://mood.example.org",
        "WEB_ALLOWED_HOSTS=mood.example.org",
        "WEB_TRUSTED_PROXIES=127.0.0.1",
    ],
)
def test_a_page_that_others_reach_is_published(tmp_path, line):
    assert load_settings(written(tmp_path, line)).is_published

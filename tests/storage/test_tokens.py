import json
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from storage.tokens import TokenFile

TOKEN = {"access_token": "planted-secret", "refresh_token": "planted-refresh", "expires_at": 1_790_000_000}


@pytest.fixture
def file(tmp_path):
    return TokenFile(tmp_path / "data" / "spotify-token.json")


def path_of(tmp_path):
    return tmp_path / "data" / "spotify-token.json"


def test_what_is_saved_is_loaded(file):
    file.save(TOKEN)
    assert file.load() == TOKEN


def test_no_file_is_no_login_and_no_complaint(file, caplog):
    assert file.load() is None
    assert caplog.text == ""


def test_only_the_owner_may_read_it(file, tmp_path):
    file.save(TOKEN)
    assert stat.S_IMODE(path_of(tmp_path).stat().st_mode) == 0o600
    assert stat.S_IMODE(path_of(tmp_path).parent.stat().st_mode) == 0o700


def test_a_folder_that_was_there_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)
    TokenFile(tmp_path / "token.json").save(TOKEN)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.parametrize("damage", ['{"access_token": "planted-sec', "", "[1]", "null", "\udcff"])
def test_a_damaged_file_is_no_login_and_the_log_does_not_quote_it(file, tmp_path, caplog, damage):
    file.save(TOKEN)
    path_of(tmp_path).write_bytes(damage.encode("utf-8", "surrogateescape"))
    assert file.load() is None
    assert "cannot be read" in caplog.text
    assert "planted" not in caplog.text


def test_deleting_forgets_the_login_and_may_be_repeated(file):
    file.save(TOKEN)
    file.delete()
    file.delete()
    assert file.load() is None


def test_a_failed_save_keeps_the_old_login_and_leaves_no_scraps(file, tmp_path):
    file.save(TOKEN)
    with pytest.raises(TypeError):
        file.save({"access_token": object()})
    assert file.load() == TOKEN
    assert [entry.name for entry in path_of(tmp_path).parent.iterdir()] == ["spotify-token.json"]


def test_a_reader_never_sees_half_a_login(file):
    tokens = [{"access_token": str(number) * 5000} for number in range(8)]
    file.save(tokens[0])
    with ThreadPoolExecutor(8) as threads:
        saves = [threads.submit(file.save, token) for token in tokens * 5]
        seen = [threads.submit(file.load) for _ in range(100)]
    assert all(save.exception() is None for save in saves)
    assert all(json.dumps(load.result()) in map(json.dumps, tokens) for load in seen)


def test_repr_shows_no_secret(file):
    file.save(TOKEN)
    assert "planted" not in repr(file)

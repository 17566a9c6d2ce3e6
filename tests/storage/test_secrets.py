import logging
import stat

import pytest
from cryptography.fernet import Fernet

from core.errors import FolderUnusable, SecretKeyWrong, SettingsInvalid
from core.ledger import BOT, PendingLink
from storage.accounts import StoredLinks, StoredLogins
from storage.database import Database
from storage.rotation import rotate, unreadable
from storage.secrets import Vault
from tests.storage.test_spotify_stores import at_once

TOKEN = {"access_token": "planted-access", "refresh_token": "planted-refresh"}


def keys(count: int) -> list[str]:
    return [Fernet.generate_key().decode() for _ in range(count)]


def with_vault(database: Database, vault: Vault) -> Database:
    database.vault = vault
    return database


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "secret.key"


def test_a_key_is_made_at_first_need_for_its_owner_only(file):
    vault = Vault(file)
    assert not file.exists()
    vault.seal("planted")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_is_sealed_is_opened_after_a_restart_and_cannot_be_read(file):
    sealed = Vault(file).seal("planted")
    assert "planted" not in sealed
    assert Vault(file).unseal(sealed) == "planted"


def test_many_first_needs_at_once_make_one_key(file):
    vaults = [Vault(file) for _ in range(8)]
    sealed = at_once(*[lambda vault=vault: vault.seal("planted") for vault in vaults])
    assert {Vault(file).unseal(text) for text in sealed} == {"planted"}
    assert [entry.name for entry in file.parent.iterdir()] == ["secret.key"]


def test_set_keys_need_no_file_and_the_newest_seals(file):
    old, new = keys(2)
    sealed = Vault(file, keys=[new, old]).seal("planted")
    assert Vault(file, keys=[new]).unseal(sealed) == "planted"
    assert not file.exists()


def test_a_file_still_opens_what_it_sealed_after_keys_are_set(file):
    sealed = Vault(file).seal("planted")
    assert Vault(file, keys=keys(1)).unseal(sealed) == "planted"


def test_another_key_opens_nothing(file):
    sealed = Vault(file, keys=keys(1)).seal("planted")
    with pytest.raises(SecretKeyWrong):
        Vault(file, keys=keys(1)).unseal(sealed)


@pytest.mark.parametrize("wrong", ["hunter2", "", "é" * 44, "A" * 43])
def test_a_wrong_key_is_one_sentence_that_does_not_show_it(file, wrong):
    with pytest.raises(SettingsInvalid) as error:
        Vault(file, keys=[wrong])
    assert error.value.setting == "SECRET_KEYS"
    assert not wrong or wrong not in f"{error.value.__dict__}"


def test_a_damaged_key_file_is_one_sentence_and_is_left_as_it_is(file):
    file.parent.mkdir()
    file.write_bytes(b"\xff\x00rubbish")
    with pytest.raises(SettingsInvalid) as error:
        Vault(file).seal("planted")
    assert error.value.setting == str(file)
    assert file.read_bytes() == b"\xff\x00rubbish"


def test_a_key_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(FolderUnusable):
        Vault(tmp_path / "taken" / "secret.key").seal("planted")


def test_a_renewed_key_is_taken_up_by_running_processes(file):
    running, other = Vault(file), Vault(file)
    old = running.seal("old")
    other.renew()
    new = other.seal("new")
    assert (running.unseal(old), running.unseal(new), other.unseal(old)) == ("old", "new", "old")


def test_set_keys_are_renewed_where_they_are_set(file):
    with pytest.raises(SettingsInvalid):
        Vault(file, keys=keys(1)).renew()


def test_repr_shows_no_key(file):
    (key,) = keys(1)
    assert key not in repr(Vault(file, keys=[key]))


def test_after_rotation_the_newest_key_alone_opens_everything(database, file):
    old, new = keys(2)
    before = with_vault(database, Vault(file, keys=[old]))
    StoredLogins(before).of(BOT).save(TOKEN)
    StoredLinks(before).put("state", PendingLink("1001", "planted-verifier", 100.0))
    assert rotate(with_vault(database, Vault(file, keys=[new, old]))) == 2
    after = with_vault(database, Vault(file, keys=[new]))
    assert StoredLogins(after).of(BOT).load() == TOKEN
    assert StoredLinks(after).take("state", now=50.0).verifier == "planted-verifier"


def test_a_rotation_without_the_old_key_changes_nothing(database, file):
    old, other, new = keys(3)
    StoredLogins(with_vault(database, Vault(file, keys=[old]))).of("1").save(TOKEN)
    StoredLogins(with_vault(database, Vault(file, keys=[other]))).of("2").save(TOKEN)
    with pytest.raises(SecretKeyWrong):
        rotate(with_vault(database, Vault(file, keys=[new, other])))
    assert unreadable(with_vault(database, Vault(file, keys=[new]))) == 2
    assert unreadable(with_vault(database, Vault(file, keys=[old, other]))) == 0


def test_without_its_key_a_login_counts_as_none_and_is_not_lost(database, file, caplog):
    caplog.set_level(logging.DEBUG)
    (old,) = keys(1)
    StoredLogins(with_vault(database, Vault(file, keys=[old]))).of(BOT).save(TOKEN)
    assert StoredLogins(with_vault(database, Vault(file, keys=keys(1)))).of(BOT).load() is None
    assert "put it back, or log in again" in caplog.text
    assert StoredLogins(with_vault(database, Vault(file, keys=[old]))).of(BOT).load() == TOKEN


def test_without_its_key_a_link_in_the_making_is_none(database, file):
    StoredLinks(with_vault(database, Vault(file, keys=keys(1)))).put("state", PendingLink("1", "verifier", 100.0))
    assert StoredLinks(with_vault(database, Vault(file, keys=keys(1)))).take("state", now=50.0) is None

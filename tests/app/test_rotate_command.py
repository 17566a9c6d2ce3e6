from contextlib import closing

from app.compose import open_database
from app.settings import Settings
from storage.accounts import StoredLogins
from tests.app.command import moodtape

LOGIN = {"access_token": "a", "refresh_token": "r", "expires_at": 1}


def test_stored_logins_are_readable_under_the_new_key(tmp_path):
    settings = Settings(_env_file=None, data_dir=tmp_path / "data")
    with closing(open_database(settings)) as database:
        StoredLogins(database).of("bot").save(LOGIN)
    before = (tmp_path / "data/secret.key").read_text()

    done = moodtape("rotate", folder=tmp_path)

    assert (done.returncode, done.stdout) == (0, "Logins encrypted under the newest key: 1\n")
    assert (tmp_path / "data/secret.key").read_text() != before
    with closing(open_database(settings)) as database:
        assert StoredLogins(database).of("bot").load() == LOGIN

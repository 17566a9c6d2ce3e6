import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from storage.database import Database
from storage.opening import FILE, open_database
from tests.storage.postgres import programs, running_server

NUMBERS = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    bin_folder = programs()
    if bin_folder is None:
        pytest.skip("PostgreSQL is not installed here (apt-get install postgresql)")
    with running_server(bin_folder) as url:
        yield url


@pytest.fixture(scope="session")
def new_postgres(postgres: str) -> Callable[..., str]:
    """Make a database, empty or a copy of another, and give its URL."""

    def make(template: str = "template1") -> str:
        name = f"moodtape_{next(NUMBERS)}"
        with psycopg.connect(f"{postgres}/postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE {name} TEMPLATE "{template.rsplit("/", 1)[-1]}"')
        return f"{postgres}/{name}"

    return make


@pytest.fixture(scope="session")
def migrated_postgres(new_postgres: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    url = new_postgres()
    open_database(tmp_path_factory.mktemp("postgres"), url=url).close()
    return url


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sqlite")
    open_database(folder).close()
    return folder / FILE


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def opened(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Database]:
    """Open one fresh database, as often as asked, as if by several processes."""
    if kind == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path / FILE)
        return lambda: open_database(tmp_path)
    url = request.getfixturevalue("new_postgres")(request.getfixturevalue("migrated_postgres"))
    return lambda: open_database(tmp_path, url=url)


@pytest.fixture
def database(opened: Callable[[], Database]) -> Iterator[Database]:
    database = opened()
    yield database
    database.close()

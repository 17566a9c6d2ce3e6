"""What `/readyz` asks of each room, from the database's going to its coming back."""

from collections.abc import Iterator
from contextlib import closing

import httpx
import psycopg
import pytest

from app.compose import open_people
from app.metrics import Metrics
from app.readiness import Checks, can_be_read, is_connected, is_there
from app.settings import Settings
from storage.database import Database
from storage.opening import open_database
from tests.storage.postgres import programs, running_server
from web.operating import Operating, create_operating


@pytest.fixture
def server() -> Iterator[str]:
    bin_folder = programs()
    if bin_folder is None:
        pytest.skip("PostgreSQL is not installed here (apt-get install postgresql)")
    with running_server(bin_folder) as url:
        yield url


def let_nobody_in(server: str, *, database: str) -> None:
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {database} ALLOW_CONNECTIONS false")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [database])


def let_all_in(server: str, *, database: str) -> None:
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {database} ALLOW_CONNECTIONS true")


async def ready(database: Database) -> tuple[int, str]:
    doors = create_operating(Operating(checks={"database": can_be_read(database)}))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(doors), base_url="http://127.0.0.1") as client:
        answer = await client.get("/readyz")
    return answer.status_code, answer.json()["checks"]["database"]


@pytest.mark.slow
async def test_a_database_that_is_down_is_said_until_it_is_back(server, tmp_path):
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE moodtape")
    with closing(open_database(tmp_path, url=f"{server}/moodtape")) as database:
        assert await ready(database) == (200, "ready")
        let_nobody_in(server, database="moodtape")
        assert await ready(database) == (503, "the database does not answer")
        let_all_in(server, database="moodtape")
        assert await ready(database) == (200, "ready")


async def test_a_file_that_opens_is_ready(tmp_path):
    with closing(open_database(tmp_path)) as database:
        assert await ready(database) == (200, "ready")


async def test_an_empty_catalogue_is_said():
    assert await is_there([])() == "the catalogue is empty"
    assert await is_there(["a track"])() is None


async def test_discord_is_ready_while_it_is_connected():
    metrics = Metrics()
    assert await is_connected(metrics)() == "not connected"
    metrics.discord_connected(True)
    assert await is_connected(metrics)() is None


async def test_a_bot_without_spotify_is_ready_only_with_its_database(tmp_path):
    checks: Checks = {}
    async with open_people(Settings(_env_file=None, data_dir=tmp_path), checks=checks):
        assert await checks["database"]() is None

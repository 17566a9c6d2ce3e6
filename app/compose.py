"""The composition root: settings in, concrete rooms out."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.readiness import Checks, can_be_read, is_there, reads_photos
from app.settings import Settings, usable_data_dir
from app.words import open_languages
from core.errors import OperatorProblem, SettingsInvalid
from core.ledger import BOT
from core.metrics import Meter, NoMeter
from core.ports import AccountLinks, People, PlaylistPublisher, Services
from emotion.workers import PhotoWorkers
from recommender.catalogue import Catalogue, join, load_starter
from recommender.pick import CatalogueRecommender
from spotify.app import SpotifyApp
from spotify.links import LinksOnlyPublisher

if TYPE_CHECKING:
    from app.metrics import Metrics
    from spotify.client import Connections
    from spotify.stores import Logins
    from storage.database import Database


@contextmanager
def open_services(
    settings: Settings, *, warm_readers: int = 0, metrics: "Metrics | None" = None, checks: Checks | None = None
) -> Iterator[Services]:
    """Load the catalogue, and meanwhile the networks of so many readers; end the readers afterwards.

    Further readers start with the first photo that finds no free one.

    Args:
        metrics: Counts what passes through.
        checks: Gets a check of each room that is opened.

    Raises:
        OperatorProblem: A network or the catalogue is missing or broken.
    """
    app = spotify_app(settings)
    with ExitStack() as at_the_end:
        reader = _workers(settings, settings.reader_workers)
        at_the_end.callback(reader.close)
        reader.start(warm_readers)
        catalogue = open_catalogue(settings)
        recommender = CatalogueRecommender(catalogue)
        checks = {} if checks is None else checks
        checks |= {"networks": reads_photos(reader), "catalogue": is_there(catalogue)}
        publisher, accounts = LinksOnlyPublisher(), None
        if app is not None:
            database = open_database(settings)
            at_the_end.callback(database.close)
            checks["database"] = can_be_read(database)
            keep_days, meter = settings.spotify_keep_days, metrics or NoMeter()
            connect = _open_connections(app, database, meter=meter)
            publisher = _open_publisher(app, database, at_the_end, keep_days=keep_days, connect=connect)
            accounts = _open_accounts(app, database, connect=connect)
        reader.wait()
        services = Services(reader, recommender, publisher, accounts)
        yield _measured(services, metrics, reader, readers=settings.reader_workers) if metrics else services


def _measured(services: Services, metrics: "Metrics", reader: PhotoWorkers, *, readers: int) -> Services:
    from app.measured import measured

    metrics.watch_memory(lambda: reader.pids)
    return measured(services, metrics, readers=readers)


def open_reader(settings: Settings) -> PhotoWorkers:
    """Start one reader and wait until it is ready.

    Raises:
        ModelMissing: A file is not there.
        ModelMismatch: A file is not the one on record.
        ReaderCannotStart: Its process ends instead.
    """
    reader = _workers(settings, 1)
    reader.start(1)
    try:
        reader.wait()
    except OperatorProblem:
        reader.close()
        raise
    return reader


def open_catalogue(settings: Settings, *, name: str | None = None) -> Catalogue:
    """Open one catalogue by its name, or else all that there are together: the table that was set or fetched, then
    the imported ones; our own starter where there is none.

    Raises:
        CatalogueMissing: There is no file at the path that was set.
        CatalogueInvalid: A file is not a catalogue, or none has that name.
    """
    from recommender import library
    from recommender.stored import open_stored

    table = table_path(settings)
    if name == library.STARTER_NAME:
        return load_starter()
    if name is not None and not (table and name == library.name_for(table)):
        return open_stored(library.existing(name, folder=settings.catalogue_folder))
    tables = [library.open_table(table)] if table else []
    if name is not None:
        return tables[0]
    return join([*tables, *library.open_imported(settings.catalogue_folder)] or [load_starter()])


def table_path(settings: Settings) -> Path | None:
    """Name the table that is read at each start: the one that was set, else the one that was fetched."""
    fetched = settings.data_dir / "data_moods.csv"
    return settings.catalogue_path or (fetched if fetched.exists() else None)


def catalogue_names(settings: Settings) -> list[str]:
    """Name what `open_catalogue` puts together; nothing for the starter alone."""
    from recommender import library

    table = table_path(settings)
    return [*([str(table)] if table else []), *(path.stem for path in library.imported(settings.catalogue_folder))]


def spotify_app(settings: Settings) -> SpotifyApp | None:
    """The operator's Spotify app; None where there is none.

    Raises:
        SettingsInvalid: People may link their accounts, and there is no app or no page for them to come back to.
    """
    linking = settings.spotify_personal_accounts
    if linking and settings.web_public_url is None:
        raise SettingsInvalid("WEB_PUBLIC_URL", "people come back to it when they link their Spotify accounts")
    if linking and settings.spotify_client_id is None:
        raise SettingsInvalid("SPOTIFY_CLIENT_ID", "without an app nobody can link a Spotify account")
    if settings.spotify_client_id is None:
        return None
    public_url = settings.web_public_url if linking else None
    return SpotifyApp(settings.spotify_client_id, login_port=settings.spotify_login_port, public_url=public_url)


def open_database(settings: Settings) -> "Database":
    """Open what must survive a restart; whoever opens it closes it.

    Raises:
        OperatorProblem: A setting is wrong, or the database cannot be reached, made or brought up to date.
    """
    from storage.opening import open_database as opened

    url = settings.database_url.get_secret_value() if settings.database_url else None
    return opened(usable_data_dir(settings), url=url, keys=settings.sealing_keys)


def _workers(settings: Settings, workers: int) -> PhotoWorkers:
    yunet = [str(settings.face_detector_model.absolute())] if settings.face_detector_model else []
    return PhotoWorkers(workers=workers, program=["emotion.worker", *yunet])


@asynccontextmanager
async def open_people(settings: Settings, *, checks: Checks | None = None) -> "AsyncIterator[People]":
    """Open what is kept about people and servers, for the running event loop; `checks` gets one of their database.

    Raises:
        OperatorProblem: As `open_database`.
    """
    from storage.people import stored_people

    database = await asyncio.to_thread(open_database, settings)
    if checks is not None:
        checks["database"] = can_be_read(database)
    try:
        yield stored_people(database)
    finally:
        await database.close_async()


@contextmanager
def open_logins(settings: Settings) -> "Iterator[Logins]":
    """Open the database for its logins alone.

    Raises:
        OperatorProblem: As `open_database`.
    """
    from storage.accounts import StoredLogins

    with closing(open_database(settings)) as database:
        yield StoredLogins(database)


def lost_secrets(settings: Settings) -> int:
    """Count the stored logins that no key opens.

    Raises:
        OperatorProblem: As `open_database`.
    """
    from storage.rotation import unreadable

    with closing(open_database(settings)) as database:
        return unreadable(database)


def unlink_everyone(settings: Settings) -> int:
    """Delete the logins that people linked, and count them; the bot's own stays.

    What is known of the playlists of those whose login died before goes too.

    Raises:
        OperatorProblem: As `open_database`.
    """
    from spotify.linking import forget
    from storage.accounts import StoredLogins
    from storage.ledger import StoredLedger

    with closing(open_database(settings)) as database:
        logins, ledger = StoredLogins(database), StoredLedger(database)
        people = sorted({*logins.owners(), *ledger.owners()} - {BOT})
        app = spotify_app(settings)
        return sum(forget(owner, logins=logins, ledger=ledger, app=app) for owner in people)


def _open_connections(app: SpotifyApp, database: "Database", *, meter: Meter) -> "Connections":
    from spotify.client import Connections
    from storage.accounts import StoredLogins

    return Connections(app, StoredLogins(database), meter=meter)


def _open_publisher(
    app: SpotifyApp, database: "Database", at_the_end: ExitStack, *, keep_days: int, connect: "Connections"
) -> PlaylistPublisher:
    from spotify.publish import SpotifyPublisher
    from storage.accounts import StoredLogins
    from storage.ledger import StoredLedger, StoredTracks

    publisher = SpotifyPublisher(
        app,
        StoredLogins(database),
        ledger=StoredLedger(database),
        resolved=StoredTracks(database),
        languages=open_languages(),
        keep_days=keep_days,
        connect=connect,
    )
    at_the_end.callback(publisher.close)
    return publisher


def _open_accounts(app: SpotifyApp, database: "Database", *, connect: "Connections") -> AccountLinks | None:
    if app.public_url is None:
        return None
    from spotify.linking import AccountLinker
    from storage.accounts import StoredLinks, StoredLogins
    from storage.ledger import StoredLedger

    pending, ledger = StoredLinks(database), StoredLedger(database)
    return AccountLinker(app, StoredLogins(database), pending=pending, ledger=ledger, connect=connect)

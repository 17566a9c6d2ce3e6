"""The composition root: settings in, concrete rooms out."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.readiness import Checks, is_there, reads_photos
from app.settings import Settings
from core.errors import OperatorProblem
from core.metrics import Meter, NoMeter
from core.ports import PlaylistPublisher, Services
from emotion.workers import PhotoWorkers
from recommender.catalogue import Catalogue, join, load_starter
from recommender.pick import CatalogueRecommender
from spotify.app import SpotifyApp
from spotify.links import LinksOnlyPublisher
from storage.tokens import TokenFile

if TYPE_CHECKING:
    from app.metrics import Metrics


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
    with ExitStack() as closing:
        reader = _workers(settings, settings.reader_workers)
        closing.callback(reader.close)
        reader.start(warm_readers)
        catalogue = open_catalogue(settings)
        recommender = CatalogueRecommender(catalogue)
        publisher = _open_publisher(settings, closing, meter=metrics or NoMeter())
        reader.wait()
        services = Services(reader, recommender, publisher)
        if checks is not None:
            checks |= {"networks": reads_photos(reader), "catalogue": is_there(catalogue)}
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
    """The operator's Spotify app; None where there is none."""
    if settings.spotify_client_id is None:
        return None
    return SpotifyApp(settings.spotify_client_id, login_port=settings.spotify_login_port)


def token_file(settings: Settings) -> TokenFile:
    return TokenFile(settings.data_dir / "spotify-token.json")


def _workers(settings: Settings, workers: int) -> PhotoWorkers:
    yunet = [str(settings.face_detector_model.absolute())] if settings.face_detector_model else []
    return PhotoWorkers(workers=workers, program=["emotion.worker", *yunet])


def _open_publisher(settings: Settings, closing: ExitStack, *, meter: Meter) -> PlaylistPublisher:
    app = spotify_app(settings)
    if app is None:
        return LinksOnlyPublisher()
    from spotify.publish import SpotifyPublisher

    publisher = SpotifyPublisher(app, token_file(settings), meter=meter)
    closing.callback(publisher.close)
    return publisher

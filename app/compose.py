"""The composition root: settings in, concrete rooms out."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app.settings import Settings
from core.errors import OperatorProblem
from core.ports import PlaylistPublisher, Services
from emotion.workers import PhotoWorkers
from recommender.catalogue import Catalogue, load_data_moods, load_starter
from recommender.pick import CatalogueRecommender
from spotify.app import SpotifyApp
from spotify.links import LinksOnlyPublisher
from storage.tokens import TokenFile


@contextmanager
def open_services(settings: Settings, *, warm_readers: int = 0) -> Iterator[Services]:
    """Load the catalogue, and meanwhile the networks of so many readers; end the readers afterwards.

    Further readers start with the first photo that finds no free one.

    Raises:
        OperatorProblem: A network or the catalogue is missing or broken.
    """
    with ExitStack() as closing:
        reader = _workers(settings, settings.reader_workers)
        closing.callback(reader.close)
        reader.start(warm_readers)
        recommender = CatalogueRecommender(open_catalogue(settings))
        publisher = _open_publisher(settings, closing)
        reader.wait()
        yield Services(reader, recommender, publisher)


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


def open_catalogue(settings: Settings) -> Catalogue:
    """Open the catalogue that was set, else the one that was fetched, else our own starter.

    Raises:
        CatalogueMissing: There is no file at the path that was set.
        CatalogueInvalid: The file is not a catalogue.
    """
    path = catalogue_path(settings)
    return load_data_moods(path) if path else load_starter()


def catalogue_path(settings: Settings) -> Path | None:
    """Name the file that `open_catalogue` opens; None for the starter."""
    fetched = settings.data_dir / "data_moods.csv"
    return settings.catalogue_path or (fetched if fetched.exists() else None)


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


def _open_publisher(settings: Settings, closing: ExitStack) -> PlaylistPublisher:
    app = spotify_app(settings)
    if app is None:
        return LinksOnlyPublisher()
    from spotify.publish import SpotifyPublisher

    publisher = SpotifyPublisher(app, token_file(settings))
    closing.callback(publisher.close)
    return publisher

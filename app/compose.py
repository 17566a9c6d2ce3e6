"""The composition root: settings in, concrete rooms out."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app.native import quiet_native_stderr
from app.settings import Settings
from core.ports import PlaylistPublisher, Services
from emotion.classifier import EmotionClassifier, default_model_folder
from emotion.decode import PhotoLimits
from emotion.detect import FaceDetector, bundled_weights
from emotion.reader import PhotoReader
from recommender.catalogue import Catalogue, join, load_starter
from recommender.pick import CatalogueRecommender
from spotify.app import SpotifyApp
from spotify.links import LinksOnlyPublisher
from storage.tokens import TokenFile


@contextmanager
def open_services(settings: Settings) -> Iterator[Services]:
    """Load networks and catalogue, and close the workers afterwards.

    Raises:
        OperatorProblem: A network or the catalogue is missing or broken.
    """
    with ExitStack() as closing:
        recommender = CatalogueRecommender(open_catalogue(settings))
        reader = open_reader(settings)
        closing.callback(reader.close)
        yield Services(reader, recommender, _open_publisher(settings, closing))


def open_reader(settings: Settings) -> PhotoReader:
    """Load the face networks and the emotion network.

    Raises:
        ModelMissing: A file is not there.
        ModelMismatch: A file is not the one on record.
    """
    with quiet_native_stderr():
        detector = FaceDetector(bundled_weights())
        classifier = EmotionClassifier.load(default_model_folder())
    return PhotoReader(detector, classifier, limits=PhotoLimits(), workers=settings.reader_workers)


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


def _open_publisher(settings: Settings, closing: ExitStack) -> PlaylistPublisher:
    app = spotify_app(settings)
    if app is None:
        return LinksOnlyPublisher()
    from spotify.publish import SpotifyPublisher

    publisher = SpotifyPublisher(app, token_file(settings))
    closing.callback(publisher.close)
    return publisher

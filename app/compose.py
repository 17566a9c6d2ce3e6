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
from recommender.catalogue import Catalogue, load_data_moods, load_starter
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


def _open_publisher(settings: Settings, closing: ExitStack) -> PlaylistPublisher:
    app = spotify_app(settings)
    if app is None:
        return LinksOnlyPublisher()
    from spotify.publish import SpotifyPublisher

    publisher = SpotifyPublisher(app, token_file(settings))
    closing.callback(publisher.close)
    return publisher

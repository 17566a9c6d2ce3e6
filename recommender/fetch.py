"""Downloading the Kaggle data set for an operator who may."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from core.errors import DownloadFailed

DATA_SET = "musicblogger/spotify-music-data-to-identify-the-moods"
FILE = "data_moods.csv"
REASONS = {
    401: "Kaggle does not accept the credentials in ~/.kaggle or KAGGLE_API_TOKEN",
    403: "Kaggle asks for a login; put an API token in KAGGLE_API_TOKEN",
    404: "Kaggle does not have the data set any more",
    429: "Kaggle asks to wait; try again later",
}


def fetch_data_moods(folder: Path) -> Path:
    """Download data_moods.csv into a folder; a file that was there stays until the new one is known to be good.

    Raises:
        DownloadFailed: Kaggle did not give the file.
        CatalogueInvalid: What it gave is not that table.
    """
    from recommender.library import open_table

    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as scratch:
        downloaded = _download(Path(scratch))
        open_table(downloaded)
        return Path(shutil.move(downloaded, folder / FILE))


def _download(scratch: Path) -> Path:
    import kagglehub  # pyright: ignore[reportMissingTypeStubs]
    from kagglehub import exceptions  # pyright: ignore[reportMissingTypeStubs]
    from requests import RequestException

    broken = (exceptions.BackendError, exceptions.DataCorruptionError, OSError, ValueError)

    try:
        return Path(kagglehub.dataset_download(DATA_SET, path=FILE, output_dir=str(scratch / "kaggle")))
    except RequestException as error:
        status = error.response.status_code if error.response is not None else None
        reason = REASONS.get(status or 0, "Kaggle cannot be reached" if status is None else "Kaggle has trouble")
        raise DownloadFailed("the Kaggle data set", reason) from error
    except broken as error:
        raise DownloadFailed("the Kaggle data set", "the file could not be stored or read") from error

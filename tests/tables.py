"""Generated tables in the layout of Kaggle's data_moods.csv."""

import numpy as np

COLUMNS = (
    "name,album,artist,id,release_date,popularity,length,danceability,acousticness,energy,"
    "instrumentalness,liveness,valence,loudness,speechiness,tempo,key,time_signature,mood"
)


def row(number: int, **cells: object) -> str:
    """One line; `cells` replace the made-up values."""
    values: dict[str, object] = dict.fromkeys(COLUMNS.split(","), "0.5")
    values |= {"name": f"Song {number}", "artist": f"Artist {number}", "id": f"{number:022d}", "release_date": "1999"}
    return ",".join(str(value) for value in (values | cells).values())


def table(*rows: str) -> bytes:
    return "\r\n".join([COLUMNS, *rows, ""]).encode()


def spread_table(count: int, *, seed: int = 1) -> bytes:
    """Rows spread evenly over valence and energy."""
    dice = np.random.default_rng(seed)
    return table(*(row(n, valence=dice.random(), energy=dice.random()) for n in range(count)))

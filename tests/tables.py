"""Generated tables: in the layout of Kaggle's data_moods.csv, and any other."""

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


def foreign(**columns: object) -> bytes:
    """A table of one track, with further columns or other cells."""
    cells = {"title": "Song", "artist": "Artist", "valence": "0.4", "energy": "0.6"} | columns
    return "\n".join([",".join(cells), ",".join(f'"{value}"' for value in cells.values()), ""]).encode()


def renamed(**columns: str) -> bytes:
    """A table of one track whose columns have other names: ours, and theirs."""
    cells = {"title": "Song", "artist": "Artist", "valence": "0.4", "energy": "0.6"}
    return "\n".join([",".join(columns.get(name, name) for name in cells), ",".join(cells.values()), ""]).encode()

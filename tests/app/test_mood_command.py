import json
from pathlib import Path

import pytest

from tests.app.command import moodtape
from tests.photos import animated, astronaut, coffee, cut_out, encoded, huge_png, turned_by_exif
from tests.tables import spread_table, table


def saved(folder: Path, content: bytes, name: str = "selfie.jpg") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mood")
    done = moodtape("mood", saved(folder, encoded(astronaut())), "--json", "--tracks", "7", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_a_smiling_portrait_is_happy(answer):
    (face,) = answer["faces"]
    assert answer["mood"]["name"] == "happy" == max(face["emotions"], key=face["emotions"].get)


def test_probabilities_sum_to_one_and_the_mood_lies_on_the_plane(answer):
    assert sum(answer["faces"][0]["emotions"].values()) == pytest.approx(1, abs=1e-4)
    assert -1 <= answer["mood"]["valence"] <= 1
    assert -1 <= answer["mood"]["arousal"] <= 1


def test_the_box_is_around_the_face(answer):
    x_min, y_min, x_max, y_max = answer["faces"][0]["box"]
    assert x_min < 204 < 246 < x_max
    assert y_min < 103 < 141 < y_max


def test_without_spotify_tracks_are_links(answer):
    assert answer["playlist"] is None
    assert len(answer["tracks"]) == 7
    assert all(track["url"].startswith("https://open.spotify.com/search/") for track in answer["tracks"])
    assert all(set(track) == {"title", "artist", "uri", "url"} for track in answer["tracks"])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (encoded(coffee()), "face"),
        (b"hello", "not a photo"),
        (b"", "not a photo"),
        (encoded(astronaut())[:9000], "damaged"),
        (huge_png(30_000, 30_000), "too many pixels"),
        (bytes(25_000_000), "too large (25 MB)"),
    ],
)
def test_a_bad_photo_is_one_sentence_and_status_2(tmp_path, content, told):
    done = moodtape("mood", saved(tmp_path, content), "--json", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [child.name for child in tmp_path.iterdir()] == ["selfie.jpg"]


@pytest.mark.parametrize("path", ["none.jpg", "."])
def test_no_photo_at_the_path_is_one_sentence_and_status_2(tmp_path, path):
    done = moodtape("mood", path, folder=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


@pytest.mark.parametrize(
    "content",
    [
        animated(astronaut(), coffee().resize((512, 512))),
        encoded(cut_out(astronaut()), "PNG"),
        turned_by_exif(astronaut()),
    ],
    ids=["animated GIF", "transparent PNG", "turned by EXIF"],
)
def test_odd_photos_are_read_like_others(tmp_path, content):
    done = moodtape("mood", saved(tmp_path, content), "--json", folder=tmp_path)
    assert json.loads(done.stdout)["mood"]["name"] == "happy"


def test_the_operators_catalogue_has_real_links(tmp_path):
    catalogue = saved(tmp_path, spread_table(60), "moods.csv")
    done = moodtape(
        "mood", saved(tmp_path, encoded(astronaut())), "--json", folder=tmp_path, CATALOGUE_PATH=str(catalogue)
    )
    track = json.loads(done.stdout)["tracks"][0]
    assert track["url"] == f"https://open.spotify.com/track/{track['uri'].removeprefix('spotify:track:')}"


@pytest.mark.parametrize("content", [b"", table()], ids=["empty file", "no rows"])
def test_an_empty_catalogue_is_one_sentence_and_status_2(tmp_path, content):
    catalogue = saved(tmp_path, content, "moods.csv")
    done = moodtape("mood", saved(tmp_path, encoded(astronaut())), folder=tmp_path, CATALOGUE_PATH=str(catalogue))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "moods.csv" in done.stderr


def test_a_wrong_setting_is_one_sentence_and_status_2(tmp_path):
    done = moodtape("mood", saved(tmp_path, encoded(astronaut())), folder=tmp_path, WEB_PORT="many")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "WEB_PORT" in done.stderr


def test_people_see_the_mood_and_the_tracks(tmp_path):
    done = moodtape("mood", saved(tmp_path, encoded(astronaut())), "--tracks", "5", folder=tmp_path)
    assert "You look mostly happy" in done.stdout
    assert "5." in done.stdout

import json
from pathlib import Path

import pytest

from app.cli import main
from tests.app.command import Done, clean_environment, moodtape
from tests.photos import animated, astronaut, coffee, cut_out, encoded, huge_png, turned_by_exif
from tests.tables import spread_table, table


def saved(folder: Path, content: bytes, name: str = "selfie.jpg") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.fixture
def mood(monkeypatch, capfd, tmp_path):
    """Run `moodtape mood` in this process, in an empty folder."""
    clean_environment(monkeypatch)
    monkeypatch.chdir(tmp_path)

    def run(*options: Path | str, **settings: str) -> Done:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.argv", ["moodtape", "mood", *map(str, options)])
        with pytest.raises(SystemExit) as left:
            main()
        return Done(left.value.code or 0, *capfd.readouterr())

    return run


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
    assert all(
        set(track) == {"title", "artist", "uri", "url", "valence", "arousal", "why"} for track in answer["tracks"]
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (encoded(coffee()), "face"),
        (b"hello", "not a photo"),
        (b"", "not a photo"),
        (encoded(astronaut())[:9000], "damaged"),
        (huge_png(30_000, 30_000), "too many pixels"),
        (huge_png(10_000, 10_000), "too many pixels"),
        (bytes(25_000_000), "too large (25 MB)"),
    ],
)
def test_a_bad_photo_is_one_sentence_and_status_2(mood, tmp_path, content, told):
    done = mood(saved(tmp_path, content), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [child.name for child in tmp_path.iterdir()] == ["selfie.jpg"]


@pytest.mark.parametrize("path", ["none.jpg", "."])
def test_no_photo_at_the_path_is_one_sentence_and_status_2(mood, path):
    done = mood(path)
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
def test_odd_photos_are_read_like_others(mood, tmp_path, content):
    done = mood(saved(tmp_path, content), "--json")
    assert json.loads(done.stdout)["mood"]["name"] == "happy"


def test_the_operators_catalogue_has_real_links(mood, tmp_path):
    catalogue = saved(tmp_path, spread_table(60), "moods.csv")
    done = mood(saved(tmp_path, encoded(astronaut())), "--json", CATALOGUE_PATH=str(catalogue))
    track = json.loads(done.stdout)["tracks"][0]
    assert track["url"] == f"https://open.spotify.com/track/{track['uri'].removeprefix('spotify:track:')}"


@pytest.mark.parametrize("content", [b"", table(), b"PK\3\4\xff a zip"], ids=["empty file", "no rows", "zip"])
def test_an_unusable_catalogue_is_one_sentence_and_status_2(mood, tmp_path, content):
    catalogue = saved(tmp_path, content, "moods.zip")
    done = mood(saved(tmp_path, encoded(astronaut())), CATALOGUE_PATH=str(catalogue))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "moods.zip" in done.stderr


def test_a_wrong_setting_is_one_sentence_and_status_2(mood, tmp_path):
    done = mood(saved(tmp_path, encoded(astronaut())), WEB_PORT="many")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "WEB_PORT" in done.stderr


def test_people_see_the_mood_and_the_tracks(mood, tmp_path):
    done = mood(saved(tmp_path, encoded(astronaut())), "--tracks", "5")
    assert "You look mostly happy" in done.stdout
    assert "5." in done.stdout


def test_a_terminal_without_letters_for_all_titles_is_no_error(tmp_path):
    photo = saved(tmp_path, encoded(astronaut()))
    done = moodtape("mood", photo, "--tracks", "100", folder=tmp_path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [("spotify", "login"), ("catalogue", "fetch")])
def test_a_data_folder_that_cannot_be_made_is_one_sentence(tmp_path, arguments):
    (tmp_path / "file").write_text("")
    done = moodtape(*arguments, folder=tmp_path, DATA_DIR="file/data", SPOTIFY_CLIENT_ID="an-app")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "DATA_DIR" in done.stderr


def test_a_picked_mood_needs_no_photo(mood):
    done = mood("--pick", "calm", "--json")
    answer = json.loads(done.stdout)
    assert (answer["faces"], answer["mood"]["name"], len(answer["tracks"])) == ([], "calm", 20)


def test_an_unknown_mood_is_one_sentence_and_status_2(mood):
    done = mood("--pick", "zen")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


@pytest.mark.parametrize("options", [("--json",), ("selfie.jpg", "--pick", "calm")])
def test_either_a_photo_or_a_mood_is_needed(mood, options):
    assert mood(*options).returncode == 2

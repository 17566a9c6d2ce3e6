from dataclasses import replace

import pytest
from discord import ui

from bot.cards import escape, linked, mood_picker, note, probability_lines, result_card, track_lines
from core.emotion import Emotion
from core.errors import SpotifyUnavailable
from core.flow import Result
from core.mood import Goal, Mood, MoodName, MoodPoint
from core.music import Lack, Playlist, Shortage, Tape, Track
from core.wording import sentence
from tests.bot.helpers import links, shown
from tests.fakes.services import PLAYLIST_URL, face, found, from_face, reading, scores, track
from tests.fakes.words import ENGLISH

POINT = MoodPoint(0.5, 0.25)


def tape(length: int = 3, *, mood: MoodName = MoodName.HAPPY, name: str | None = None) -> Tape:
    tracks = (Track(name, name, POINT) if name else track(n) for n in range(1, length + 1))
    return Tape(Mood(mood, POINT), tuple(tracks))


def playlist(of: Tape, *, missing: int = 0) -> Playlist:
    tracks = tuple(found(item, n) for n, item in enumerate(of.tracks, 1))
    return Playlist(PLAYLIST_URL, tracks[: len(tracks) - missing], of.tracks[len(tracks) - missing :])


def card(result: Result) -> ui.LayoutView:
    return result_card(result, ENGLISH)


def text_of(view: ui.LayoutView) -> str:
    return shown(view.to_components())


def test_a_face_looks_but_never_is():
    text = text_of(card(Result(reading(), tape(), None)))

    assert text.startswith("## You look mostly happy\n")
    assert "You are" not in text


def test_several_faces_are_the_room():
    room = reading(face(), face(scores(Emotion.SAD), size_px=300), face())

    assert "## I see 3 faces; the room looks mostly sad" in text_of(card(Result(room, tape(), None)))


@pytest.mark.parametrize(
    ("mood", "title"),
    [(MoodName.CALM, "A tape for a calm mood"), (MoodName.ANGRY, "A tape for an angry mood")],
)
def test_a_picked_mood_says_nothing_about_faces(mood: MoodName, title: str):
    text = text_of(card(Result(None, tape(mood=mood), None)))

    assert text.startswith(f"## {title}\n")
    assert ENGLISH("bot-photo-not-kept") not in text
    assert "█" not in text


def test_probabilities_are_words_before_bars_most_probable_first():
    seen = from_face({Emotion.SAD: 0.62, Emotion.NEUTRAL: 0.376, Emotion.FEAR: 0.004})

    lines = probability_lines(seen.room(), ENGLISH)
    assert lines[:3] == ["sad 62% ██████", "neutral 38% ████", "afraid under 1%"]
    assert len(lines) == 7


def test_tracks_are_numbered_links():
    lines = track_lines([found(track(1), 1)], ENGLISH, budget_chars=4000, in_playlist=True)

    assert lines == ["1. [Song 1](https://open.spotify.com/track/0000000000000000000001) by Artist 1"]


def test_a_playlist_gets_a_link_button():
    made = tape()

    assert links(card(Result(reading(), made, playlist(made))).to_components()) == [PLAYLIST_URL]


def test_missing_tracks_are_counted():
    made = tape(20)

    assert "2 tracks are not on Spotify" in text_of(card(Result(reading(), made, playlist(made, missing=2))))
    assert "1 track is not on Spotify" in text_of(card(Result(reading(), made, playlist(made, missing=1))))


def test_a_problem_of_spotify_stands_under_the_tracks():
    problem = SpotifyUnavailable()
    view = card(Result(reading(), tape(), None, problem))

    assert text_of(view).index("3. [Song 3]") < text_of(view).index(sentence(problem, ENGLISH))
    assert links(view.to_components()) == []


@pytest.mark.parametrize("name", [None, "*_~`|\\<>[]#@:" * 20, "長い題名" * 50, "👩‍👩‍👧‍👦" * 40])
@pytest.mark.parametrize("with_playlist", [True, False])
def test_fifty_tracks_fit_whatever_they_are_called(name: str | None, with_playlist: bool):
    made = tape(50, name=name)
    view = card(Result(reading(), made, playlist(made) if with_playlist else None, SpotifyUnavailable()))

    assert len(text_of(view).encode("utf-16-le")) // 2 <= 4000
    assert sum(1 for _ in view.walk_children()) <= 40


def test_a_card_says_where_its_tape_goes_and_why_it_is_short() -> None:
    short = replace(tape(2, mood=MoodName.SAD), goal=Goal.LIFT, shortage=Shortage(20, ((Lack.GENRE, 60),)))
    told = text_of(card(Result(None, short, None)))
    assert "The tape starts there and goes towards happy." in told
    assert "I found only 2 tracks of 20; left out: 60" in told


def test_fifty_ordinary_tracks_are_all_named():
    made = tape(50)

    text = text_of(card(Result(reading(), made, playlist(made))))
    assert "50. Song 50 by Artist 50" in text
    assert "more in the playlist" not in text


def test_tracks_without_room_are_counted():
    lines = track_lines([track(n) for n in range(1, 51)], ENGLISH, budget_chars=400, in_playlist=True)

    hidden = 50 - (len(lines) - 1)
    assert lines[-1] == f"and {hidden} more in the playlist"
    assert sum(len(line) + 1 for line in lines) <= 400


@pytest.mark.parametrize(
    ("foreign", "safe"),
    [
        ("*Bold* _move_", r"\*Bold\* \_move\_"),
        ("a](https://evil.example) [b", r"a\](https\://evil.example) \[b"),
        ("<@123> @everyone", r"\<\@123\> \@everyone"),
        ("two\nlines", "two lines"),
        ("x" * 70, "x" * 59 + "…"),
    ],
)
def test_foreign_names_cannot_format_link_or_mention(foreign: str, safe: str):
    assert escape(foreign) == safe


@pytest.mark.parametrize("title", ["Song (Live)", "50% of #1: why?", "Björk & 坂本", "It's 4/4, no. 5…"])
def test_a_title_that_a_link_shows_as_it_is_becomes_one(title: str):
    assert linked(title, "https://a.example", then="by Nova") == f"[{title}](https://a.example) by Nova"


@pytest.mark.parametrize(
    "title",
    [
        "Song [Live]",
        "*Bold*",
        "a_b_",
        "Hits 🎉",
        "W❤\ufe0fW",
        "http://a.example",
        "a\\b",
        "a :b: c",
        "\U0001fae9 new",
        "⤴",
        "◽",
        "\u2139",
    ],
)
def test_a_title_that_a_link_would_spoil_stays_unaltered_beside_its_link(title: str):
    assert (
        linked(title, "https://a.example", then="by Nova") == f"{escape(title)} by Nova ([Spotify](https://a.example))"
    )
    assert linked(title, "https://a.example") == f"{escape(title)} ([Spotify](https://a.example))"


@pytest.mark.parametrize(
    ("title", "seen"),
    [("a\u202eb\u200b", "ab"), ("\u200b\u2066", "—"), ("\u200d", "—"), (" ", "—"), ("👩\u200d👩", "👩\u200d👩")],
)
def test_titles_hide_no_characters_and_leave_no_empty_link(title: str, seen: str):
    named = replace(found(track(1), 1), title=title)
    (line,) = track_lines([named], ENGLISH, budget_chars=4000, in_playlist=True)

    assert line.removeprefix("1. [").startswith(seen) or line.startswith(f"1. {seen} by")


def test_brackets_reach_people_unaltered():
    assert escape("Song [Live]") == r"Song \[Live\]"


def test_a_note_is_one_sentence():
    assert note("Hello.").to_components() == [{"type": 10, "content": "Hello."}]


def test_mood_buttons_carry_no_person_in_private():
    row = mood_picker("Pick.", ENGLISH, length=20, asker_id=None).to_components()[1]["components"]

    assert [b["custom_id"] for b in row][:2] == ["mood:happy:20", "mood:calm:20"]

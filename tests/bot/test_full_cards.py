from dataclasses import replace

import pytest

from bot.cards import ALT_CHARS, TEXT_LIMIT, Controls, result_card, shared_card
from bot.chart import chart_of
from core.errors import SpotifyLoginNeeded
from core.faces import FaceQuality, FaceReason
from core.flow import Result
from core.language import Language
from core.mood import Goal, Mood, MoodName, MoodPoint
from core.music import Lack, Shortage, Tape, Track
from tests.bot.helpers import parts, shown
from tests.fakes.services import face, reading
from tests.fakes.words import LANGUAGES

NAMES = ("*_~`|", "長い題名" * 50)
CONTROLS = Controls("x" * 16, can_save=True, corrected=True, energy=1.0)


def tape(name: str) -> Tape:
    tracks = tuple(Track(name, name, MoodPoint(0, 0)) for _ in range(50))
    shortage = Shortage(50, tuple((lack, 2_000_000) for lack in Lack))
    return Tape(Mood(MoodName.SAD, MoodPoint(0, 0)), tracks, Goal.LET_OUT, shortage=shortage)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sure", [True, False])
def test_twelve_faces_fifty_tracks_and_all_buttons_fit_discord(language: Language, name: str, sure: bool):
    unclear = replace(face(), sure=sure, quality=FaceQuality((FaceReason.TOO_SMALL,)))
    room = reading(*(unclear,) * 11, replace(face(), sure=sure))
    made = Result(room, tape(name), None, SpotifyLoginNeeded())
    view = result_card(made, LANGUAGES.words_for(language), picture=chart_of(room), controls=CONTROLS)

    told = view.to_components()
    assert len(shown(told).encode("utf-16-le")) // 2 <= TEXT_LIMIT
    assert sum(1 for _ in view.walk_children()) <= 40
    assert all(len(part["items"][0]["description"]) <= ALT_CHARS for part in parts(told) if part["type"] == 12)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
def test_a_shared_tape_fits_discord(language: Language, name: str):
    view = shared_card(tape(name), LANGUAGES.words_for(language), controls=CONTROLS, playlist_url="https://a.example")

    assert len(shown(view.to_components()).encode("utf-16-le")) // 2 <= TEXT_LIMIT
    assert sum(1 for _ in view.walk_children()) <= 40

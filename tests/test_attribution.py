"""Spotify's terms: wherever metadata shows there is the word Spotify, a link back, and the titles as they are."""

from html import unescape
from io import StringIO

import pytest
from rich.console import Console

from app.output import show_result
from bot.cards import result_card
from core.flow import Result
from core.mood import Mood, MoodName, MoodPoint
from core.music import Playlist, Tape, Track
from tests.bot.helpers import shown
from tests.fakes.services import PLAYLIST_URL
from tests.fakes.words import ENGLISH
from web.forms import Order, Wishes
from web.pages import result_page, templates
from web.shelf import Shelf

TITLE = "Café del Mar (feat. Zoë) - Remastered 2011"
ID = "4uLU6hMCjMI75M1A2tKUQC"
TRACK = Track(TITLE, "The Beatles", MoodPoint(0.5, 0.5), f"spotify:track:{ID}")
TAPE = Tape(Mood(MoodName.HAPPY, MoodPoint(0.5, 0.5)), (TRACK,))
RESULTS = {"playlist": Result(None, TAPE, Playlist(PLAYLIST_URL, (TRACK,))), "links only": Result(None, TAPE, None)}


def card(result: Result) -> str:
    components = result_card(result, ENGLISH).to_components()
    return f"{shown(components)} {components}"


def page(result: Result) -> str:
    order = Order(Wishes(), feeling=MoodName.HAPPY)
    shelved = Shelf().put(result)
    shown = result_page(templates(limit_bytes=1), shelved, ENGLISH, order=order, feeling=MoodName.HAPPY)
    return unescape(bytes(shown.body).decode())


def command(result: Result) -> str:
    printed = StringIO()
    show_result(result, Console(file=printed, width=200), ENGLISH)
    return printed.getvalue()


@pytest.mark.parametrize("door", [card, page, command])
@pytest.mark.parametrize("result", RESULTS.values(), ids=RESULTS)
def test_each_door_names_spotify_links_back_and_leaves_titles_alone(door, result):
    told = door(result)
    assert TITLE in told.replace("\\", "")
    assert f"https://open.spotify.com/track/{ID}" in told
    assert "on Spotify" in told or "in Spotify" in told or "to Spotify" in told


@pytest.mark.parametrize("door", [card, page, command])
def test_each_playlist_is_offered_as_open_in_spotify(door):
    told = door(RESULTS["playlist"])
    assert "Open in Spotify" in told
    assert PLAYLIST_URL in told

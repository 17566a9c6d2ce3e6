import csv
from io import StringIO
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.export import COLUMNS, FORMATS, FORMULA_STARTS, XSPF, to_csv, to_m3u8, to_xspf
from core.mood import MoodPoint
from core.music import Track

ID = "0" * 22
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\uff1d1", '=HYPERLINK("http://evil","x")']


def track(title: str = "Good Day", artist: str = "Nova", *, uri: str | None = f"spotify:track:{ID}") -> Track:
    return Track(title, artist, MoodPoint(0, 0), uri, 1999)


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline="")))


def entries(text: str) -> list[dict[str, str | None]]:
    listed = ElementTree.fromstring(text).find(f"{{{XSPF}}}trackList")
    return [{part.tag.rpartition("}")[2]: part.text for part in entry} for entry in listed or ()]


def test_m3u8_names_each_track_and_links_to_its_page():
    assert to_m3u8([track()], "Moodtape: happy").splitlines() == [
        "#EXTM3U",
        "#PLAYLIST:Moodtape: happy",
        "#EXTINF:-1,Nova - Good Day",
        f"https://open.spotify.com/track/{ID}",
    ]


def test_m3u8_keeps_each_title_on_one_line():
    text = to_m3u8([track("a\nhttp://evil\r\n#EXTINF:0,x\u2028y\x85z")], "b\n#EXTM3U")
    assert text.splitlines()[1:3] == ["#PLAYLIST:b #EXTM3U", "#EXTINF:-1,Nova - a http://evil #EXTINF:0,x y z"]


def test_xspf_tells_title_artist_and_spotify_of_each_track():
    (entry,) = entries(to_xspf([track()], "Moodtape: happy"))
    assert (entry["title"], entry["creator"], entry["identifier"]) == ("Good Day", "Nova", f"spotify:track:{ID}")
    assert entry["location"] == entry["info"] == f"https://open.spotify.com/track/{ID}"
    assert entry["annotation"] == "Open in Spotify"


def test_xspf_has_no_location_where_the_id_is_unknown():
    (entry,) = entries(to_xspf([track(uri=None)], "A tape"))
    assert "location" not in entry
    assert entry["info"] == "https://open.spotify.com/search/Nova%20Good%20Day"


def test_xspf_escapes_markup():
    hostile = "</title><track>&amp;]]><!--"
    (entry,) = entries(to_xspf([track(hostile)], hostile))
    assert entry["title"] == hostile


def test_csv_has_a_row_for_each_track():
    assert rows(to_csv([track()], "A tape")) == [
        list(COLUMNS),
        ["Good Day", "Nova", "1999", f"spotify:track:{ID}", f"https://open.spotify.com/track/{ID}"],
    ]


@pytest.mark.parametrize("title", HOSTILE)
def test_csv_holds_no_formula(title):
    _, row = rows(to_csv([track(title, title)], "A tape"))
    assert row[0] == row[1]
    assert row[0].startswith("'")


@pytest.mark.parametrize("name", FORMATS)
@given(title=st.text(st.characters(), max_size=40), artist=st.text(st.characters(), max_size=40))
def test_any_text_makes_a_file_that_can_be_read(name, title, artist):
    text = FORMATS[name].write([track(title, artist), track()], title)
    assert text.encode("utf-8").decode() == text
    if name == "xspf":
        assert len(entries(text)) == 2
    elif name == "csv":
        assert len(rows(text)) == 3
        assert not any(cell.lstrip().startswith(FORMULA_STARTS) for row in rows(text) for cell in row)
    else:
        assert len(text.splitlines()) == 6


@pytest.mark.parametrize("name", FORMATS)
def test_plain_titles_stay_as_they_are(name):
    assert "Café del Mar - Remastered 2011 (feat. Zoë)" in FORMATS[name].write(
        [track("Café del Mar - Remastered 2011 (feat. Zoë)")], "A tape"
    )

import re

import pytest

from tests.fakes.services import FakePublisher, services
from tests.web.visitor import visitor, words


async def download(ending: str, *, publisher: FakePublisher | None = None):
    async with visitor(services(publisher=publisher)) as client:
        page = (await client.post("/tape", data={"mood": "calm", "tracks": "5"})).text
        (address,) = re.findall(rf'href="(/tapes/[\w-]+\.{ending})"', page)
        return await client.get(address, headers={"Sec-Fetch-Site": "same-origin"})


@pytest.mark.parametrize(
    ("ending", "media_type", "start"),
    [
        ("m3u8", "application/vnd.apple.mpegurl", "#EXTM3U\n#PLAYLIST:Moodtape: calm\n#EXTINF:-1,Artist 1 - Song 1\n"),
        ("xspf", "application/xspf+xml", "<?xml"),
        ("csv", "text/csv; charset=utf-8", '"title","artist",'),
    ],
)
async def test_each_tape_page_offers_its_tracks_as_files(ending: str, media_type: str, start: str) -> None:
    answer = await download(ending)
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert answer.headers["content-disposition"] == f'attachment; filename="moodtape-calm.{ending}"'
    assert answer.text.startswith(start)
    assert answer.text.count("https://open.spotify.com/") >= 5


async def test_a_file_holds_the_playlists_own_tracks() -> None:
    answer = await download("csv", publisher=FakePublisher(missing=2))
    assert len(answer.text.splitlines()) == 4
    assert "spotify:track:0000000000000000000001" in answer.text


async def test_a_file_can_be_asked_about_without_being_sent() -> None:
    async with visitor() as client:
        page = (await client.post("/tape", data={"mood": "calm"})).text
        (address,) = re.findall(r'href="(/tapes/[\w-]+\.csv)"', page)
        answer = await client.head(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")


@pytest.mark.parametrize("path", ["/tapes/unknown.csv", "/tapes/a.exe", "/tapes/..%2f..%2fetc.csv"])
async def test_an_unknown_file_is_one_sentence(path: str) -> None:
    async with visitor() as client:
        answer = await client.get(path)
    assert answer.status_code == 404
    assert "make the tape again" in words(answer) or "no such page" in words(answer)

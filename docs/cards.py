"""Takes the README's pictures of the bot's cards from the real code.

    python -m docs.cards        (needs Debian's chromium)

The components are those that Discord gets; the page around them only looks like Discord. The portrait is NASA's picture
of Eileen Collins, public domain, as scikit-image ships it.
"""

import asyncio
import re
from base64 import b64encode
from dataclasses import replace
from html import escape
from typing import Any

from discord import ui
from playwright.sync_api import sync_playwright

from app.compose import open_services
from app.settings import Settings
from app.words import open_languages
from bot.cards import Controls, result_card, uploads
from bot.chart import chart_of
from core.faces import FaceBox, Reading
from core.flow import Result, playlist_from_request, read_faces
from core.ports import Services, TapeRequest
from docs.pictures import IMAGES
from tests.photos import astronaut, encoded
from tests.web.browser import chromium

LENGTH = 10
STYLE = """
body{margin:0;background:#313338;color:#dbdee1;font:15px/1.4 sans-serif;padding:18px;width:600px}
.card{background:#2b2d31;border-left:4px solid #a23812;border-radius:6px;padding:14px 16px}
h2{font-size:21px;margin:0 0 4px}a{color:#00a8fc;text-decoration:none}small{color:#949ba4}
img{width:100%;border-radius:6px;margin:10px 0}hr{border:0;border-top:1px solid #40434a;margin:10px 0}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:10px}
.button{background:#4e5058;border-radius:4px;padding:7px 14px;color:#fff;font-size:14px}
.select{background:#1e1f22;border-radius:4px;padding:9px 12px;color:#949ba4;flex:1}
"""


async def take_pictures() -> None:
    """Read the portrait, and draw the card of one face and that of a room."""
    words = open_languages().words_for("en")
    with open_services(Settings(_env_file=None)) as services:
        reading = await read_faces(encoded(astronaut()), services=services)
        shots = (("card.png", reading, "640,850"), ("card-room.png", _beside(reading), "640,765"))
        for name, seen, size in shots:
            result = await _result(seen, services)
            card = result_card(result, words, picture=chart_of(seen), controls=Controls("example", can_save=True))
            await asyncio.to_thread(photograph, page_of(card), name, size=size)


def photograph(html: str, name: str, *, size: str) -> None:
    """Let Chromium draw a page of so many pixels into docs/images."""
    width, height = map(int, size.split(","))
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_content(html)
        page.screenshot(path=IMAGES / name)
        browser.close()


async def _result(reading: Reading, services: Services) -> Result:
    return await playlist_from_request(
        TapeRequest(reading.room(), length=LENGTH, seed=1), services=services, reading=reading
    )


def _beside(reading: Reading) -> Reading:
    """Put the same face into one photo twice, once from further away."""
    face, shift = reading.faces[0], reading.width
    box = face.box
    small = FaceBox(shift + box.x_min, box.y_min, shift + (box.x_min + box.x_max) / 2, (box.y_min + box.y_max) / 2)
    return Reading(2 * reading.width, reading.height, (face, replace(face, box=small)))


def page_of(card: ui.LayoutView) -> str:
    """Draw a card's components as a page."""
    files = {file.filename: b64encode(file.fp.read()).decode() for file in uploads(card)}
    body = "".join(_drawn(component, files) for component in card.to_components())
    return f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{body}'


def _drawn(component: dict[str, Any], files: dict[str, str]) -> str:
    inside = "".join(_drawn(child, files) for child in component.get("components", ()))
    match component["type"]:
        case 17:
            return f'<div class="card">{inside}</div>'
        case 1:
            return f'<div class="row">{inside}</div>'
        case 2:
            arrow = "" if component.get("custom_id") else " ↗"
            return f'<span class="button">{escape(component["label"])}{arrow}</span>'
        case 3:
            return f'<span class="select">{escape(component["placeholder"])}</span>'
        case 12:
            names = [item["media"]["url"].removeprefix("attachment://") for item in component["items"]]
            return "".join(f'<img src="data:image/png;base64,{files[name]}">' for name in names)
        case 14:
            return "<hr>"
        case _:
            return "".join(f"<div>{_marked_down(line)}</div>" for line in component["content"].splitlines())


def _marked_down(line: str) -> str:
    text = re.sub(r"(?<!\\)\[([^]]*)\]\(([^)]*)\)", r'<a href="\2">\1</a>', escape(line))
    text = re.sub(r"\*\*(.*)\*\*", r"<b>\1</b>", re.sub(r"\\(.)", r"\1", text))
    return f"<h2>{text[3:]}</h2>" if text.startswith("## ") else re.sub("^-# (.*)", r"<small>\1</small>", text)


if __name__ == "__main__":
    asyncio.run(take_pictures())

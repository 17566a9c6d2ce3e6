"""A month of moods as a picture: one square a day, one colour a mood, and no words."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from core.mood import MoodName

COLOURS = {
    MoodName.HAPPY: "#f2b705",
    MoodName.SAD: "#3f6fb5",
    MoodName.ANGRY: "#c0392b",
    MoodName.CALM: "#3a9a7a",
    MoodName.ENERGETIC: "#e8722a",
    MoodName.SURPRISE: "#c65fa5",
    MoodName.FEAR: "#6b4fa0",
    MoodName.DISGUST: "#8a5a33",
    MoodName.NEUTRAL: "#4a4d52",
}
MARKS = {
    MoodName.HAPPY: "🟡",
    MoodName.SAD: "🔵",
    MoodName.ANGRY: "🔴",
    MoodName.CALM: "🟢",
    MoodName.ENERGETIC: "🟠",
    MoodName.SURPRISE: "🩷",
    MoodName.FEAR: "🟣",
    MoodName.DISGUST: "🟤",
    MoodName.NEUTRAL: "⚫",
}
"""The same colours for the words beside the picture."""
EMPTY, PAPER, INK, FAINT = "#e4e0d8", "#f7f4ee", "#1d1b18", "#6f6a61"
CELL_PX, GAP_PX, FONT_PX = 72, 8, 22
MOST_STRIPES = 4


def draw_month(moods: Mapping[int, Sequence[MoodName]], *, starts_on: int, length: int) -> bytes:
    """Draw a PNG.

    Args:
        moods: By day, 1..31, in order; several share the day's square as stripes.
        starts_on: The weekday of the first, 0 (Monday) to 6; columns are weekdays from Monday on.
        length: Days of the month.
    """
    weeks = (starts_on + length + 6) // 7
    image = Image.new("RGB", (_edge(7), _edge(weeks)), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(FONT_PX)
    for day in range(1, length + 1):
        row, column = divmod(starts_on + day - 1, 7)
        _draw_day(draw, font, day, moods.get(day, ()), left=_edge(column), top=_edge(row))
    png = BytesIO()
    image.save(png, "PNG", optimize=True)
    return png.getvalue()


def _edge(cells: int) -> int:
    return GAP_PX + cells * (CELL_PX + GAP_PX)


def _draw_day(
    draw: ImageDraw.ImageDraw,
    font: ImageFont.ImageFont | ImageFont.FreeTypeFont,
    day: int,
    moods: Sequence[MoodName],
    *,
    left: int,
    top: int,
) -> None:
    stripes = [COLOURS[mood] for mood in moods[-MOST_STRIPES:]] or [EMPTY]
    width = CELL_PX / len(stripes)
    for n, colour in enumerate(stripes):
        draw.rectangle((left + n * width, top, left + (n + 1) * width - 1, top + CELL_PX - 1), fill=colour)
    box = draw.textbbox((0, 0), str(day), font=font)
    if moods:
        draw.rectangle((left, top, left + box[2] + 12, top + box[3] + 8), fill=PAPER)
    draw.text((left + 6, top + 3), str(day), font=font, fill=INK if moods else FAINT)

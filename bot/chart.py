"""Draws how faces look, without words: the words are the picture's description.

It brings its own dark ground, so that it reads alike on Discord's light and dark themes.
"""

from collections.abc import Sequence
from io import BytesIO
from math import pi, sin

from PIL import Image, ImageDraw, ImageFont

from core.emotion import EMOTIONS, Emotion, EmotionScores
from core.faces import Face, Reading

MOST_ROWS = 12
WIDTH_PX = 640
ROW_PX = 40
PAD_PX = 16
MAP_PX = 200
SMOOTH = 2
"""Everything is drawn so many times as large and shrunk, which smooths it."""
GROUND, RAIL, INK, SHADE = (30, 27, 24), (58, 53, 48), (255, 250, 240), (30, 27, 24)
COLOURS = {
    Emotion.ANGRY: (232, 84, 74),
    Emotion.DISGUST: (150, 178, 72),
    Emotion.FEAR: (172, 128, 222),
    Emotion.HAPPY: (255, 196, 61),
    Emotion.SAD: (88, 146, 230),
    Emotion.SURPRISE: (255, 146, 84),
    Emotion.NEUTRAL: (170, 164, 156),
}

Draw = ImageDraw.ImageDraw


def chart_of(reading: Reading) -> bytes:
    """Draw one face's probabilities, or those of each numbered face beside where it is, as PNG."""
    return room_chart(reading) if len(reading.faces) > 1 else face_chart(reading.room())


def face_chart(scores: EmotionScores) -> bytes:
    """Draw a bar for each emotion, most probable first."""
    picture, draw = _canvas(2 * PAD_PX + len(EMOTIONS) * ROW_PX)
    for row, emotion in enumerate(ranked(scores)):
        middle_px = PAD_PX + (row + 0.5) * ROW_PX
        _smiley(draw, PAD_PX + 16, middle_px, emotion)
        left_px, right_px = PAD_PX + 46, WIDTH_PX - PAD_PX - 62
        _bar(draw, left_px, right_px, middle_px, height_px=20, colour=RAIL)
        reach_px = left_px + (right_px - left_px) * scores[emotion]
        if reach_px - left_px >= 1:
            _bar(draw, left_px, reach_px, middle_px, height_px=20, colour=COLOURS[emotion])
        _text(draw, WIDTH_PX - PAD_PX, middle_px, _percent(scores[emotion]), anchor="rm")
    return _png(picture)


def room_chart(reading: Reading) -> bytes:
    """Draw where the numbered faces are, a row for each with its probabilities, and the whole room below."""
    faces = reading.faces[:MOST_ROWS]
    map_px = _map_height(reading)
    picture, draw = _canvas(2 * PAD_PX + max((len(faces) + 1) * ROW_PX + 12, map_px))
    _map(draw, reading, faces)
    left_px = 2 * PAD_PX + MAP_PX
    for row, face in enumerate(faces):
        middle_px = PAD_PX + (row + 0.5) * ROW_PX
        _text(
            draw,
            left_px + 12,
            middle_px,
            str(row + 1),
            anchor="mm",
            colour=INK if face.quality.ok else COLOURS[EMOTIONS[-1]],
        )
        _stack(draw, left_px + 34, middle_px, face.emotions, height_px=24)
    line_px = PAD_PX + len(faces) * ROW_PX + 5
    draw.line(_scaled(left_px, line_px, WIDTH_PX - PAD_PX, line_px), fill=RAIL, width=2 * SMOOTH)
    _stack(draw, left_px + 34, line_px + 7 + ROW_PX / 2, reading.room(), height_px=32)
    return _png(picture)


def ranked(scores: EmotionScores) -> list[Emotion]:
    """Order the emotions, most probable first."""
    return sorted(EMOTIONS, key=scores.__getitem__, reverse=True)


def _map_height(reading: Reading) -> float:
    return min(MAP_PX * 1.4, max(MAP_PX * 0.4, MAP_PX * reading.height / reading.width))


def _map(draw: Draw, reading: Reading, faces: Sequence[Face]) -> None:
    """Draw the photo's frame and a numbered box for each face; nothing of the photo itself."""
    high_px = _map_height(reading)
    across, down = MAP_PX / reading.width, high_px / reading.height
    draw.rounded_rectangle(_scaled(PAD_PX, PAD_PX, PAD_PX + MAP_PX, PAD_PX + high_px), 8 * SMOOTH, fill=RAIL)
    for number, face in enumerate(faces, 1):
        x_px = PAD_PX + _within((face.box.x_min + face.box.x_max) / 2 * across, MAP_PX)
        y_px = PAD_PX + _within((face.box.y_min + face.box.y_max) / 2 * down, high_px)
        half_px = min(max(11, (face.box.x_max - face.box.x_min) / 2 * across), 40)
        colour = COLOURS[face.emotions.top] if face.quality.ok else COLOURS[Emotion.NEUTRAL]
        box = _scaled(x_px - half_px, y_px - half_px, x_px + half_px, y_px + half_px)
        draw.rounded_rectangle(box, 6 * SMOOTH, fill=colour, outline=GROUND, width=SMOOTH)
        _text(draw, x_px, y_px, str(number), anchor="mm", colour=SHADE)


def _within(place_px: float, side_px: float) -> float:
    return min(max(place_px, 12), side_px - 12)


def _stack(draw: Draw, left_px: float, middle_px: float, scores: EmotionScores, *, height_px: float) -> None:
    """Draw the probabilities as one bar, each part with its face where there is room."""
    width_px = WIDTH_PX - PAD_PX - left_px
    for emotion in ranked(scores):
        right_px = left_px + width_px * scores[emotion]
        top_px, bottom_px = middle_px - height_px / 2, middle_px + height_px / 2
        if right_px - left_px >= 2:
            draw.rectangle(_scaled(left_px, top_px, right_px - 1, bottom_px), fill=COLOURS[emotion])
        if right_px - left_px >= 26:
            _smiley(draw, (left_px + right_px) / 2, middle_px, emotion, radius_px=10)
        left_px = right_px


def _smiley(draw: Draw, x_px: float, y_px: float, emotion: Emotion, *, radius_px: float = 15) -> None:
    x, y, r = x_px * SMOOTH, y_px * SMOOTH, radius_px * SMOOTH
    pen = max(2, round(r / 8))
    draw.ellipse((x - r, y - r, x + r, y + r), fill=COLOURS[emotion])
    _eyes(draw, x, y, r, emotion, pen=pen)
    _mouth(draw, x, y, r, emotion, pen=pen)


def _eyes(draw: Draw, x: float, y: float, r: float, emotion: Emotion, *, pen: int) -> None:
    size = r * (0.17 if emotion in (Emotion.SURPRISE, Emotion.FEAR) else 0.12)
    for side in (-1, 1):
        eye_x, eye_y = x + side * 0.38 * r, y - 0.2 * r
        if emotion is Emotion.DISGUST:
            draw.line((eye_x - 0.2 * r, eye_y, eye_x + 0.2 * r, eye_y), fill=SHADE, width=pen)
        else:
            draw.ellipse((eye_x - size, eye_y - size, eye_x + size, eye_y + size), fill=SHADE)
        inner, outer = {Emotion.ANGRY: (-0.3, -0.6), Emotion.FEAR: (-0.68, -0.46)}.get(emotion, (0, 0))
        if inner:
            ends = (x + side * 0.16 * r, y + inner * r, x + side * 0.62 * r, y + outer * r)
            draw.line(ends, fill=SHADE, width=pen)


def _mouth(draw: Draw, x: float, y: float, r: float, emotion: Emotion, *, pen: int) -> None:
    if emotion is Emotion.HAPPY:
        draw.arc((x - 0.5 * r, y - 0.35 * r, x + 0.5 * r, y + 0.6 * r), 15, 165, fill=SHADE, width=pen)
    elif emotion in (Emotion.SAD, Emotion.ANGRY):
        draw.arc((x - 0.45 * r, y + 0.25 * r, x + 0.45 * r, y + 1.05 * r), 205, 335, fill=SHADE, width=pen)
    elif emotion is Emotion.SURPRISE:
        draw.ellipse((x - 0.2 * r, y + 0.15 * r, x + 0.2 * r, y + 0.65 * r), fill=SHADE)
    elif emotion is Emotion.NEUTRAL:
        draw.line((x - 0.4 * r, y + 0.4 * r, x + 0.4 * r, y + 0.4 * r), fill=SHADE, width=pen)
    else:
        waves = 2 if emotion is Emotion.FEAR else 1
        steps = [step / 16 for step in range(17)]
        wave = [(x + (t - 0.5) * 0.9 * r, y + (0.42 - 0.12 * sin(t * 2 * pi * waves)) * r) for t in steps]
        draw.line(wave, fill=SHADE, width=pen, joint="curve")


def _bar(
    draw: Draw, left_px: float, right_px: float, middle_px: float, *, height_px: float, colour: tuple[int, int, int]
) -> None:
    box = _scaled(left_px, middle_px - height_px / 2, right_px, middle_px + height_px / 2)
    draw.rounded_rectangle(box, min(6.0 * SMOOTH, (box[2] - box[0]) / 2), fill=colour)


def _text(draw: Draw, x_px: float, y_px: float, text: str, *, anchor: str, colour: tuple[int, int, int] = INK) -> None:
    font = ImageFont.load_default(17 * SMOOTH)
    draw.text((x_px * SMOOTH, y_px * SMOOTH), text, fill=colour, font=font, anchor=anchor)


def _percent(probability: float) -> str:
    return "<1%" if 0 < probability < 0.005 else f"{probability:.0%}"


def _scaled(*places_px: float) -> tuple[float, ...]:
    return tuple(place * SMOOTH for place in places_px)


def _canvas(height_px: float) -> tuple[Image.Image, Draw]:
    picture = Image.new("RGB", (WIDTH_PX * SMOOTH, round(height_px) * SMOOTH), GROUND)
    return picture, ImageDraw.Draw(picture)


def _png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.reduce(SMOOTH).save(file, "PNG", compress_level=6)
    return file.getvalue()

"""Draws a playlist's cover: the mood's colours, and the tape's way over the valence-arousal plane."""

from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from core.mood import MoodPoint
from core.music import Tape

SIDE_PX = 640
MOST_BYTES = 180_000
QUALITIES = (90, 80, 65)
SMOOTH = 2
"""Lines are drawn so many times as large and shrunk, which smooths them."""
REACH_PX = 230.0
CORNERS = (
    ((-1.0, 1.0), (214, 47, 74)),
    ((0.0, 1.0), (255, 122, 48)),
    ((1.0, 1.0), (255, 184, 46)),
    ((1.0, 0.0), (255, 140, 120)),
    ((1.0, -1.0), (64, 190, 168)),
    ((0.0, -1.0), (58, 110, 190)),
    ((-1.0, -1.0), (52, 62, 140)),
    ((-1.0, 0.0), (112, 58, 150)),
)
"""Colours (RGB) of places on the plane: red for anger, gold for joy, teal for calm, indigo for sadness."""
INK = (255, 250, 240)
LINE, DOT, HOLE = 150, 235, 40
"""How much ink there is, 0..255."""
GLOW_PX = 9

Floats = NDArray[np.float64]


def cover_of(tape: Tape, *, seed: int) -> bytes:
    """Draw a cover as JPEG, 640 x 640 px and at most 180 KB; the same tape and seed give the same picture."""
    dice = np.random.default_rng(seed)
    points = [track.point for track in tape.tracks] or [tape.mood.point]
    picture = _glow(points, dice)
    picture.paste(INK, mask=_way(points))
    return _jpeg(picture)


def colour_at(point: MoodPoint) -> tuple[float, float, float]:
    """Give the colour (RGB, 0..255) of a place on the plane; near its middle a mild one."""
    weights = np.array([1 / (0.1 + (point.valence - v) ** 2 + (point.arousal - a) ** 2) ** 2 for (v, a), _ in CORNERS])
    red, green, blue = (weights / weights.sum()) @ np.array([colour for _, colour in CORNERS], float)
    return float(red), float(green), float(blue)


def _glow(points: list[MoodPoint], dice: np.random.Generator) -> Image.Image:
    """Blend soft lights in the colours of the tape, from its beginning to its end, over a dark ground."""
    size = SIDE_PX // 4
    down, across = np.mgrid[0:size, 0:size] / size
    chosen = [points[int(i)] for i in np.linspace(0, len(points) - 1, 5).round()]
    ground = np.array(colour_at(chosen[0])) * 0.55
    light, total = np.zeros((size, size, 3)) + ground * 0.35, np.full((size, size, 1), 0.35)
    for number, point in enumerate(chosen):
        x, y = 0.1 + 0.2 * number + dice.uniform(-0.12, 0.12), 0.85 - 0.17 * number + dice.uniform(-0.2, 0.2)
        spread = dice.uniform(0.22, 0.4)
        weight = np.exp(-((across - x) ** 2 + (down - y) ** 2) / (2 * spread**2))[..., None]
        light, total = light + weight * np.array(colour_at(point)), total + weight
    shade = 1 - 0.25 * np.clip(np.hypot(across - 0.5, down - 0.5) / 0.71, 0, 1)[..., None] ** 2
    small = Image.fromarray(np.clip(light / total * shade, 0, 255).astype(np.uint8))
    picture = np.asarray(small.resize((SIDE_PX, SIDE_PX), Image.Resampling.BICUBIC), np.float64)
    grain = dice.normal(0, 2.5, (SIDE_PX, SIDE_PX, 1))
    return Image.fromarray(np.clip(picture + grain, 0, 255).astype(np.uint8))


def _way(points: list[MoodPoint]) -> Image.Image:
    """Draw the tape's way over the plane as a mask: a dot for each track, the first a ring, the last larger."""
    mask = Image.new("L", (SIDE_PX * SMOOTH, SIDE_PX * SMOOTH))
    draw = ImageDraw.Draw(mask)
    places = _placed(points) * SMOOTH
    if len(places) > 1:
        draw.line([(x, y) for x, y in _smooth(places).tolist()], fill=LINE, width=3 * SMOOTH, joint="curve")
    for x, y in places.tolist():
        _dot(draw, x, y, radius_px=6, fill=DOT)
    for x, y in (places[0].tolist(), places[-1].tolist()):
        _dot(draw, x, y, radius_px=11, fill=DOT)
    if len(places) > 1:
        _dot(draw, *places[0].tolist(), radius_px=6, fill=HOLE)
    sharp = mask.reduce(SMOOTH)
    return ImageChops.lighter(sharp, sharp.filter(ImageFilter.GaussianBlur(GLOW_PX)))


def _dot(draw: ImageDraw.ImageDraw, x: float, y: float, *, radius_px: int, fill: int) -> None:
    radius = radius_px * SMOOTH
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)


def _placed(points: list[MoodPoint]) -> Floats:
    """Spread the points over the picture: their middle in its middle, their way as large as fits, in pixels, [n, 2]."""
    plane = np.array([(point.valence, -point.arousal) for point in points], np.float64)
    middle = (plane.max(axis=0) + plane.min(axis=0)) / 2
    reach = max(float(np.abs(plane - middle).max()), 0.12)
    return SIDE_PX / 2 + (plane - middle) / reach * REACH_PX


def _smooth(places: Floats) -> Floats:
    """Lead a Catmull-Rom curve through all places, [m, 2]."""
    ends = np.concatenate([places[:1], places, places[-1:]])
    t = np.linspace(0, 1, 24, endpoint=False)[:, None]
    pieces = [
        0.5
        * (
            2 * b
            + (c - a) * t
            + (2 * a - 5 * b + 4 * c - d) * t**2
            + (3 * b - a - 3 * c + d) * t**3
        )
        for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False)
    ]  # fmt: skip
    return np.concatenate([*pieces, places[-1:]])


def _jpeg(picture: Image.Image) -> bytes:
    file = BytesIO()
    for quality in QUALITIES:
        file = BytesIO()
        picture.save(file, "JPEG", quality=quality, optimize=True)
        if file.tell() <= MOST_BYTES:
            break
    return file.getvalue()

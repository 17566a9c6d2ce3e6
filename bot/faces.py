"""Names the faces of a photo by number and place, which is all that is told of the photo."""

from bot.chart import MOST_ROWS, ranked
from bot.wording import chance
from core.faces import Face, Reading
from core.language import Words
from core.wording import listed, percent

PLACES = (("top-left", "top", "top-right"), ("left", "middle", "right"), ("bottom-left", "bottom", "bottom-right"))
TOLD_CHANCES = 3


def face_lines(reading: Reading, words: Words) -> list[str]:
    """Say of each face where it is, how it looks, and how much it counts; of an unclear one, why it is."""
    numbered = zip(reading.faces[:MOST_ROWS], reading.shares(), strict=False)
    return [_line(n, face, share, reading, words) for n, (face, share) in enumerate(numbered, 1)]


def chances(reading: Reading, words: Words, *, most: int | None = None) -> str:
    """List the room's probabilities on one line, highest first."""
    scores = reading.room()
    return listed((chance(emotion, scores[emotion], words) for emotion in ranked(scores)[:most]), words)


def described(reading: Reading, words: Words) -> str:
    """Say in words what the chart shows, for those who cannot see it."""
    lines = face_lines(reading, words) if len(reading.faces) > 1 else []
    return "\n".join((*lines, chances(reading, words)))


def place(face: Face, reading: Reading) -> str:
    """Say in which ninth of the photo the middle of a face is."""
    box = face.box
    across, down = (box.x_min + box.x_max) / 2 / reading.width, (box.y_min + box.y_max) / 2 / reading.height
    return PLACES[_third(down)][_third(across)]


def _third(share: float) -> int:
    return min(2, max(0, int(share * 3)))


def _line(number: int, face: Face, share: float, reading: Reading, words: Words) -> str:
    told = {"number": str(number), "place": place(face, reading), "share": percent(share, words)}
    if not face.quality.ok:
        return words("bot-face-unclear", reason=face.quality.reasons[0].value, **told)
    return words("bot-face" if face.sure else "bot-face-unsure", mood=face.emotions.top.value, **told)

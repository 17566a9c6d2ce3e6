"""`moodtape faces`: where the faces in photos are, and whether they can be read."""

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.photos import read_photo
from app.words import english
from core.errors import BadPhoto
from core.faces import Face, Reading
from core.payload import face_payload
from core.wording import sentence

if TYPE_CHECKING:
    from emotion.workers import PhotoWorkers

DRAWABLE = {".png", ".jpg", ".jpeg", ".webp"}


@dataclass(frozen=True, slots=True)
class Look:
    """What came of one photo: its bytes and a reading, or one sentence."""

    path: Path
    content: bytes = b""
    reading: Reading | None = None
    error: str | None = None

    @property
    def faces(self) -> list[Face]:
        """Largest first."""
        return sorted(self.reading.faces, key=lambda face: -face.box.area_px) if self.reading else []


def faces(
    photos: Annotated[list[Path], typer.Argument(help="Photos of any format that `moodtape mood` reads.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line, one line a photo.")] = False,
    draw: Annotated[
        Path | None, typer.Option(help="Write the photo with its boxes to this picture, or several into this folder.")
    ] = None,
) -> None:
    """Find the faces in photos, and say whether each can be read; the exit status is 2 if a photo could not be."""
    from app.compose import open_reader
    from app.settings import load_settings

    targets = [_target(draw, photos, path) if draw else None for path in photos]
    reader, failed = open_reader(load_settings()), False
    try:
        for path, target in zip(photos, targets, strict=True):
            look = _look(path, reader)
            failed = failed or look.error is not None
            if as_json:
                typer.echo(json.dumps(_payload(look)))
            else:
                Console().print(_shown(look))
            if target and look.reading:
                target.parent.mkdir(parents=True, exist_ok=True)
                _draw(look, target)
    finally:
        reader.close()
    if failed:
        raise typer.Exit(2)


def _look(path: Path, reader: "PhotoWorkers") -> Look:
    from emotion.limits import PhotoLimits

    try:
        content = read_photo(path, limit_bytes=PhotoLimits().size_bytes)
        return Look(path, content, asyncio.run(reader.read(content)))
    except BadPhoto as error:
        return Look(path, error=sentence(error, english()))


def _payload(look: Look) -> dict[str, Any]:
    return {
        "photo": str(look.path),
        "width": look.reading.width if look.reading else None,
        "height": look.reading.height if look.reading else None,
        "faces": [face_payload(face) for face in look.faces],
        "error": look.error,
    }


def _shown(look: Look) -> Text | Table:
    if not look.faces:
        return Text(f"{look.path}: {look.error or 'no face'}")
    table = Table("face", "left", "top", "right", "bottom", "score", "roll", "can be read", title=Text(str(look.path)))
    for number, face in enumerate(look.faces, 1):
        box, marks = face.box, face.landmarks
        edges = (f"{value:.0f}" for value in (box.x_min, box.y_min, box.x_max, box.y_max))
        roll = f"{marks.roll_deg:.0f}°" if marks else ""
        against = ", ".join(reason.value.replace("_", " ") for reason in face.quality.reasons)
        table.add_row(str(number), *edges, f"{face.score:.2f}", roll, f"no: {against}" if against else "yes")
    return table


def _target(out: Path, photos: list[Path], photo: Path) -> Path:
    """Name the picture to write: `out` itself for a single photo, else one in the folder `out`; never over a photo."""
    single = len(photos) == 1 and out.suffix.lower() in DRAWABLE and not out.is_dir()
    number = f"{photos.index(photo) + 1:03}-" if len(photos) > 1 else ""
    target = out if single else out / f"{number}{photo.stem}-faces.png"
    if target.resolve() in {path.resolve() for path in photos}:
        raise typer.BadParameter(f"{target} is one of the photos; write somewhere else", param_hint="--draw")
    return target


def _draw(look: Look, target: Path) -> None:
    """Write the upright photo, at most 1,600 px long, with a numbered box and five points for each face."""
    from PIL import Image, ImageDraw

    from emotion.decode import decode_photo
    from emotion.limits import PhotoLimits

    decoded = decode_photo(look.content, limits=PhotoLimits())
    picture = Image.fromarray(decoded.pixels)
    pen, width = ImageDraw.Draw(picture), max(2, max(picture.size) // 300)
    for number, face in enumerate(look.faces, 1):
        colour = "lime" if face.quality.ok else "orange"
        box, marks = face.box, face.landmarks
        left, top, right, bottom = (v / decoded.scale for v in (box.x_min, box.y_min, box.x_max, box.y_max))
        pen.rectangle((left, top, right, bottom), outline=colour, width=width)
        pen.text((left + 2 * width, top + 2 * width), str(number), fill=colour)
        points = (marks.left_eye, marks.right_eye, marks.nose, marks.left_mouth, marks.right_mouth) if marks else ()
        for x, y in points:
            pen.circle((x / decoded.scale, y / decoded.scale), 1.5 * width, fill=colour)
    picture.save(target)

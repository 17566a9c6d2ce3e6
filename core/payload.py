"""A result as one JSON object, for programs."""

from dataclasses import asdict
from typing import Any

from core.faces import Face
from core.flow import Result
from core.language import Words
from core.music import Shortage, Track
from core.wording import why


def face_payload(face: Face) -> dict[str, Any]:
    """Where a face is, in pixels of the upright photo, and whether it can be read."""
    box, marks = face.box, face.landmarks
    return {
        "box": [box.x_min, box.y_min, box.x_max, box.y_max],
        "score": face.score,
        "landmarks": {name: list(point) for name, point in asdict(marks).items()} if marks else None,
        "roll_deg": marks.roll_deg if marks else None,
        "quality": {"ok": face.quality.ok, "reasons": [reason.value for reason in face.quality.reasons]},
    }


def _face(face: Face) -> dict[str, Any]:
    labelled = face.labelled.as_dict() if face.labelled else None
    return face_payload(face) | {"emotions": face.emotions.as_dict(), "labelled": labelled}


def _track(track: Track, words: Words) -> dict[str, Any]:
    return {
        "title": track.title,
        "artist": track.artist,
        "uri": track.uri,
        "url": track.url,
        "valence": track.point.valence,
        "arousal": track.point.arousal,
        "why": why(track, words),
    }


def _shortage(shortage: Shortage) -> dict[str, Any]:
    return {"asked": shortage.asked, "left_out": {lack.value: count for lack, count in shortage.left_out}}


def result_payload(result: Result, words: Words) -> dict[str, Any]:
    """Boxes in pixels of the upright photo, probabilities that sum to 1, valence and arousal in -1..1."""
    tape, mood = result.tape, result.tape.mood
    return {
        "faces": [_face(face) for face in result.reading.faces] if result.reading else [],
        "mood": {"name": mood.name.value, "valence": mood.point.valence, "arousal": mood.point.arousal},
        "goal": tape.goal.value,
        "tracks": [_track(track, words) for track in result.tracks],
        "steps": asdict(tape.steps),
        "shortage": _shortage(tape.shortage) if tape.shortage else None,
        "playlist": {"url": result.playlist.url} if result.playlist else None,
    }

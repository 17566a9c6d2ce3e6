"""What programs send and get, as pydantic models; `core/` has the meaning of each value."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from core.emotion import EMOTIONS, EmotionScores
from core.faces import FaceReason
from core.mood import Goal, MoodName, MoodPoint
from core.music import Lack
from core.ports import MAX_LENGTH, TapeRequest
from core.taste import LARGEST_KEY


def _without_point(value: object) -> object:
    """JSON has one kind of number: 20.0 is 20."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Unit = Annotated[float, Field(ge=-1, le=1)]
Probability = Annotated[float, Field(ge=0, le=1)]
Key = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]{0,18})$", description="A track's number in every catalogue.")]
WITHOUT_POINT = BeforeValidator(_without_point)
Length = Annotated[int, Field(ge=1, le=MAX_LENGTH), WITHOUT_POINT]
Seed = Annotated[int, Field(ge=0, le=2**53 - 1), WITHOUT_POINT]
Decade = Annotated[int, Field(ge=1900, le=2100, multiple_of=10), WITHOUT_POINT]
Word = Annotated[str, Field(min_length=1, max_length=60)]


class Sent(BaseModel):
    """Something that a program sends; an unknown name is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Told(BaseModel):
    model_config = ConfigDict(frozen=True)


class Point(BaseModel):
    """A place on the plane of feelings."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    valence: Unit
    arousal: Unit


class Emotions(BaseModel):
    """Seven probabilities that sum to 1."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    angry: Probability
    disgust: Probability
    fear: Probability
    happy: Probability
    sad: Probability
    surprise: Probability
    neutral: Probability

    def scores(self) -> EmotionScores:
        """Give the core's value.

        Raises:
            ValueError: They do not sum to 1.
        """
        return EmotionScores(tuple(getattr(self, emotion.value) for emotion in EMOTIONS))


class Wishes(Sent):
    """What a tape should be like."""

    length: Length = Field(default=20, description="Wanted number of tracks.")
    seed: Seed | None = Field(default=None, description="Makes the same tape again.")
    goal: Goal | None = Field(default=None, description="Where the tape leads; without it, where it suits the mood.")
    destination: MoodName | None = Field(default=None, description="The mood that the goal `take-me` leads to.")
    energy: Unit = Field(default=0.0, description="From calmer (-1) to more energy (1).")
    avoid: list[Key] = Field(default=[], max_length=1000, description="Keys of tracks that were heard lately.")
    explicit: bool = Field(default=True, description="False leaves explicit tracks out.")
    genres: list[Word] = Field(default=[], max_length=50, description="Only these genres, where there are any.")
    languages: list[Word] = Field(default=[], max_length=50, description="Only these languages, such as `en`.")
    decades: list[Decade] = Field(default=[], max_length=20, description="Only these decades, each by its first year.")

    @model_validator(mode="after")
    def _can_be_reached(self) -> "Wishes":
        if self.goal is Goal.TAKE_ME and self.destination is None:
            raise ValueError("to be taken to a mood, name it as the destination")
        if any(int(key) > LARGEST_KEY for key in self.avoid):
            raise ValueError("a track's key lies in 0 to 2**63 - 1")
        return self

    def request(self, feeling: EmotionScores | MoodName | MoodPoint) -> TapeRequest:
        return TapeRequest(
            feeling,
            length=self.length,
            seed=self.seed,
            goal=self.goal,
            destination=self.destination,
            energy=self.energy,
            avoid=frozenset(map(int, self.avoid)),
            explicit=self.explicit,
            genres=frozenset(self.genres),
            languages=frozenset(self.languages),
            decades=frozenset(self.decades),
        )


class MoodOrder(Wishes):
    """A mood that a person picked."""

    mood: MoodName


class PhotoOrder(Wishes):
    """What comes beside a photo in multipart/form-data."""

    consent: Literal["yes"] = Field(
        description="`yes`: everybody in the photo was told what is computed (faces, and seven emotion probabilities "
        "for each, in memory only) and agreed."
    )


class Feeling(Sent):
    """One of three: a mood, a face's emotions, or a place on the plane."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    mood: MoodName | None = None
    emotions: Emotions | None = None
    point: Point | None = None

    @model_validator(mode="after")
    def _is_one(self) -> "Feeling":
        if sum(value is not None for value in (self.mood, self.emotions, self.point)) != 1:
            raise ValueError("give one of mood, emotions and point")
        if self.emotions:
            self.emotions.scores()
        return self

    def value(self) -> EmotionScores | MoodName | MoodPoint:
        if self.emotions:
            return self.emotions.scores()
        if self.point:
            return MoodPoint(self.point.valence, self.point.arousal)
        return self.mood or MoodName.NEUTRAL


class TapeOrder(Wishes):
    """A whole request for a tape."""

    feeling: Feeling


class Quality(Told):
    ok: bool
    reasons: list[FaceReason]


class FaceTold(Told):
    number: int = Field(description="Its place in reading order: row by row, from the left.")
    box: list[float] = Field(description="x_min, y_min, x_max, y_max in pixels of the upright photo.")
    score: float
    sure: bool
    emotions: Emotions
    quality: Quality


class ReadingTold(Told):
    width: int
    height: int
    faces: list[FaceTold]
    room: Emotions = Field(description="All faces together.")


class MoodTold(Told):
    name: MoodName
    valence: float
    arousal: float


class TrackTold(Told):
    key: Key
    title: str
    artist: str
    uri: str | None
    url: str
    valence: float
    arousal: float
    why: str | None


class ShortageTold(Told):
    asked: int
    left_out: dict[Lack, int]


class PlaylistTold(Told):
    url: str


class TapeTold(Told):
    """A tape; it can be asked for again by its id until it expires."""

    id: str
    expires_at: str = Field(description="RFC 3339, UTC.")
    mood: MoodTold
    goal: Goal
    tracks: list[TrackTold]
    shortage: ShortageTold | None
    playlist: PlaylistTold | None
    playlist_problem: str | None = Field(description="Why there is no playlist, if there should be one.")


class MoodAnswer(Told):
    """How the faces look, null where the mood was picked, and the tape for it."""

    reading: ReadingTold | None
    tape: TapeTold


class WrongValue(Told):
    at: str
    detail: str


class ProblemDetails(Told):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[WrongValue] | None = None

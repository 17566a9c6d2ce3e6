"""A report on music: one HTML file with its pictures inside, and the numbers beside it."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training import page
from training.music import plots
from training.music.data import FEATURES, MOODS, LabelledTracks
from training.music.end_to_end import MUSIC_FOR, EndToEnd
from training.music.evaluate import NO_FACES, NO_TWO_LABELS, MusicReport
from training.music.nested import Score
from training.music.tapes import LONG_STEP, TapesReport
from training.plots import confusion, side_by_side

REPORT = "music.html"
NUMBERS = "music.json"
TITLE = "Moodtape's music"
SAMPLES_PER_MOOD = 4
NAMES = [mood.value for mood in MOODS]
WHY_NOT_POPULARITY = (
    "The classifiers see the ten audio features only. Popularity and year tell when a playlist was put together, not "
    "how a song sounds: they add 4 points here and would add none to another catalogue."
)
NO_LOOK_UP = (
    "To look a track up in this table and find its own label is right each time, and says nothing. So every number of "
    "a trained classifier is from tracks that neither its fit nor the choice of its settings has seen."
)


def write_music_report(report: MusicReport, *, out: Path) -> Path:
    """Write `music.html` and `music.json` into a folder, which is made where it is missing."""
    sections = [
        _data_section(report.tracks),
        _accuracy_section(report),
        _confusion_section([report.rule, report.best]),
        _gap_section(report),
        _end_to_end_section(report.end_to_end),
        _tapes_section(report.tapes),
    ]
    out.mkdir(parents=True, exist_ok=True)
    page.replace_file(out / NUMBERS, json.dumps(report.as_dict(), indent=2) + "\n")
    return page.replace_file(out / REPORT, page.whole(TITLE, "".join(sections)))


def _data_section(tracks: LabelledTracks) -> str:
    balance = ", ".join(f"{name} {(tracks.labels == label).sum()}" for label, name in enumerate(NAMES))
    spread = tracks.table[list(FEATURES)].describe().T[["mean", "std", "min", "25%", "50%", "75%", "max"]]
    rows = [(name, *(f"{value:.4g}" for value in row)) for name, *row in spread.itertuples()]
    return page.section(
        "Data",
        page.text(f"{len(tracks)} tracks: {balance}. {_second_moods(tracks)}"),
        page.picture(
            side_by_side(plots.mood_balance(tracks), plots.plane(tracks), plots.correlations(tracks)),
            alt=f"Tracks per mood ({balance}), tracks on the plane of valence and energy, correlations of the features",
        ),
        page.picture(plots.feature_distributions(tracks), alt="Quartiles of each feature, one box per mood"),
        page.table(("feature", *spread.columns), rows),
        page.text("A few tracks of each mood:"),
        _samples(tracks),
    )


def _second_moods(tracks: LabelledTracks) -> str:
    if not tracks.two_labels_known:
        return f"Which tracks have two moods is {NO_TWO_LABELS}."
    return (
        f"{tracks.two_moods.sum()} of them were in playlists of two moods and keep one label by the toss of a coin, so "
        f"nobody can be right on more than {tracks.ceiling:.3f} of the labels but by luck."
    )


def _samples(tracks: LabelledTracks) -> str:
    dice, rows = np.random.default_rng(0), []
    for label, name in enumerate(NAMES):
        for row in dice.permutation(np.flatnonzero(tracks.labels == label))[:SAMPLES_PER_MOOD]:
            cells = tracks.table.iloc[row]
            rows.append((name, cells["name"], cells["artist"], f"{cells['valence']:.2f}", f"{cells['energy']:.2f}"))
    return page.table(("mood", "title", "artist", "valence", "energy"), rows)


def _accuracy_section(report: MusicReport) -> str:
    ceiling = report.tracks.ceiling
    scores = [report.rule, report.refitted_rule, *report.yardsticks]
    plan = report.plan
    how = (
        f"Stratified {plan.outer_folds}-fold cross-validation, {plan.repeats} times; settings are chosen by "
        f"{plan.inner_folds} folds within the tracks learnt from. The spread is from fold to fold. The rule is fixed."
    )
    rows = [
        (s.title, _cell(s.accuracy), _cell(s.sd), _cell(s.set_accuracy), _cell(s.accuracy_one_mood), _cell(s.macro_f1))
        for s in scores
    ]
    columns = ("model", "accuracy", "spread", "either mood counts", "tracks of one mood", "macro-F1")
    drawn = ", ".join(f"{s.title} {s.accuracy:.3f}" for s in scores)
    return page.section(
        "Telling a track's mood",
        page.text(how),
        page.text(NO_LOOK_UP),
        page.text(WHY_NOT_POPULARITY),
        page.table(columns, rows),
        page.picture(side_by_side(plots.accuracies(scores, ceiling=ceiling), size=(8, 4)), alt=f"Accuracies: {drawn}"),
        *(page.text(f"{name}: {note}.") for name, note in report.notes().items()),
    )


def _confusion_section(scores: Sequence[Score]) -> str:
    draws = [confusion(s.confusion, title=f"{s.title}, % of each row", names=NAMES) for s in scores]
    told = "; ".join(
        f"{s.title} is right on "
        + ", ".join(f"{row[i] / max(1, sum(row)):.0%} of {NAMES[i]}" for i, row in enumerate(s.confusion))
        for s in scores
    )
    return page.section("Confusion", page.picture(side_by_side(*draws), alt=told))


def _gap_section(report: MusicReport) -> str:
    gap = report.gap()
    rows = [
        ("the labels' noise", _cell(gap["labels"])),
        ("what ten features do not tell the best yardstick", _cell(gap["features"])),
        ("what the rule gives up beside the best yardstick", _cell(gap["rule"])),
    ]
    views = [(view.title, _cell(view.accuracy), _cell(view.sd)) for view in report.by_features]
    mixed = gap["rule_errors_between_happy_and_energetic"], gap["best_errors_between_happy_and_energetic"]
    told = (
        f"Happy and Energetic mixed up make {_cell(mixed[0])} of the rule's errors and {_cell(mixed[1])} of the best "
        "yardstick's: both playlists hold the same electronic dance music."
    )
    return page.section(
        "Where the rest is lost",
        page.table(("share of tracks lost to", "accuracy"), rows),
        page.text(told),
        page.text("Logistic regression on the features named, each row adding one:"),
        page.table(("features", "accuracy", "spread"), views),
    )


def _end_to_end_section(found: EndToEnd | None) -> str:
    title = "From a face to music"
    if found is None:
        return page.section(title, page.text(f"The end-to-end accuracy was {NO_FACES}."))
    told = (
        f"The network tells the emotion of {found.emotion_accuracy:.3f} of {found.faces} faces of PublicTest as "
        f"labelled; {found.accuracy:.3f} of them lead to music of the mood that their label leads to."
    )
    shares = ", ".join(f"{row[i] / max(1, sum(row)):.0%} of {NAMES[i]}" for i, row in enumerate(found.confusion))
    draw = confusion(found.confusion, title="Moods of faces, % of each row", names=NAMES)
    return page.section(
        title,
        page.text(told),
        page.table(("emotion", "mood of the first songs"), [(e.value, mood.value) for e, mood in MUSIC_FOR.items()]),
        page.picture(side_by_side(draw), alt=f"Faces led to the right mood: {shares}"),
    )


def _tapes_section(tapes: TapesReport) -> str:
    columns = (
        "mood", "goal", "tapes", "tracks", "mean step", "longest step", f"steps over {LONG_STEP}", "artist repeats",
        'shared with "another"', "at most", "with a stranger's", "catalogue reached",
    )  # fmt: skip
    rows = [
        (
            q.mood.value,
            q.goal.value if q.goal else "the first offered",
            q.tapes,
            f"{q.mean_length:.1f}",
            _cell(q.mean_step),
            _cell(q.longest_step),
            f"{q.long_steps:.1%}",
            q.artist_repeats,
            f"{q.mean_shared_with_another:.1f}",
            q.most_shared_with_another,
            f"{q.mean_shared_with_stranger:.1f}",
            f"{q.coverage:.1%}",
        )
        for q in tapes.moods
    ]
    longest = max(q.longest_step for q in tapes.moods)
    return page.section(
        "Tapes",
        page.text(f"All tapes together reach {tapes.coverage:.1%} of the catalogue."),
        page.table(columns, rows),
        page.picture(
            side_by_side(plots.steps(tapes), size=(9, 4)),
            alt=f"Steps between neighbours on the tapes of each mood; the longest is {longest:.2f}",
        ),
    )


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"

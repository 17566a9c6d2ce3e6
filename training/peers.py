"""Other networks for FER-2013, measured on PrivateTest in one run in November 2026 on a two-core x86 machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Peer:
    """Accuracies in percent; None where it was not measured.

    Attributes:
        without_copies: Accuracy on faces without a near-copy in Training.
        against_taggers: Agreement with the plurality of FER+'s taggers.
        cpu_ms: CPU time of one face alone on one thread.
        start_s: Import, load and first answer.
    """

    name: str
    accuracy: float
    without_copies: float | None
    macro_f1: float | None
    ece: float | None
    against_taggers: float | None
    cpu_ms: float
    file_kb: int
    start_s: float
    memory_mb: int


PEERS = (
    Peer("vicksam/fer-model (LiteRT)", 68.60, 67.1, 66.3, 3.9, 66.2, 1.6, 677, 0.4, 46),
    Peer("oarriaga big_XCEPTION in @vladmandic/human (LiteRT)", 66.82, 64.7, 66.4, 9.7, 62.4, 1.9, 801, 0.4, 63),
    Peer("the same in Keras", 66.82, 64.7, None, None, None, 35, 2539, 18, 739),
    Peer("PyPI fer 25.10.3", 65.87, 64.3, 64.2, 5.6, 63.2, 0.79, 91, 7.1, 703),
    Peer("vicksam/fer-app (trained on FER+)", 60.18, 59.5, 51.3, 29.0, 82.8, 1.4, 676, 0.4, 46),
    Peer("face-api.js", 58.82, 57.7, 53.3, 32.2, 63.9, 2.6, 322, 0.3, 64),
)

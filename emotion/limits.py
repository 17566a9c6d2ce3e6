"""What a photo, and the process that reads it, may cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhotoLimits:
    """What is refused before pixels are made, and the longest side that is worked on."""

    size_bytes: int = 15_000_000
    pixels: int = 50_000_000
    long_side_px: int = 1_600


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """When a worker process is given up.

    Attributes:
        photo_cpu_s: CPU time for one photo; a busy machine costs nobody a photo.
        photo_s: For one photo, from the moment that its worker is free, on the clock.
        start_s: From the start of a process until its networks are loaded.
        memory_bytes: Of the process as a whole, networks included; the kernel counts writable memory, used or not.
    """

    photo_cpu_s: float = 4
    photo_s: float = 12
    start_s: float = 60
    memory_bytes: int = 1 << 30

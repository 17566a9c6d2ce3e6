"""One running job for each person, and a graceful end for all of them."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class AlreadyAsked(Exception):
    """The person's last job still runs."""


class Stopping(Exception):
    """No new job is taken, because the process is about to end."""


class Jobs:
    """Knows who is being served."""

    def __init__(self) -> None:
        self._tasks: dict[int, asyncio.Task[object]] = {}
        self.stopping = False

    @contextmanager
    def hold(self, person_id: int) -> Iterator[None]:
        """Count the current task as this person's job.

        Raises:
            AlreadyAsked: They have one already.
            Stopping: No new one is taken.
        """
        task = asyncio.current_task()
        if self.stopping:
            raise Stopping
        if person_id in self._tasks or task is None:
            raise AlreadyAsked
        self._tasks[person_id] = task
        try:
            yield
        finally:
            del self._tasks[person_id]

    async def drain(self, *, limit_s: float, grace_s: float = 3) -> None:
        """Let jobs finish for `limit_s`, then cancel the rest and give them `grace_s` to say so."""
        self.stopping = True
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks.values(), timeout=limit_s)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=grace_s)

"""A stand-in for the port through which people link their own Spotify accounts."""

from datetime import date

from core.errors import LinkDeclined, LinkExpired, LinkFailed
from core.ports import LinkedAccount

PAGE = "https://accounts.spotify.com/authorize?state=a-state-of-the-fake"
STATE = "a-state-of-the-fake"


class FakeAccounts:
    """Links whoever comes back with `STATE` and a code, once; raises `error` where one is given.

    `top` has the artists that the linked hear most, by person.
    """

    def __init__(self, *, error: Exception | None = None) -> None:
        self.error = error
        self.begun: list[tuple[int, str]] = []
        self.linked: dict[int, LinkedAccount] = {}
        self.top: dict[int, tuple[str, ...]] = {}

    async def begin(self, person_id: int, *, name: str) -> str:
        self._may_fail()
        self.begun.append((person_id, name))
        return PAGE

    async def finish(self, state: str, *, code: str, error: str = "") -> LinkedAccount:
        self._may_fail()
        if error:
            raise LinkDeclined if error == "access_denied" else LinkFailed
        if state != STATE or not code or not self.begun:
            raise LinkExpired
        person_id, name = self.begun.pop()
        self.linked[person_id] = LinkedAccount("Alice's Spotify", date(2027, 5, 23), name)
        return self.linked[person_id]

    async def account_of(self, person_id: int) -> LinkedAccount | None:
        self._may_fail()
        return self.linked.get(person_id)

    async def unlink(self, person_id: int) -> bool:
        self._may_fail()
        return self.linked.pop(person_id, None) is not None

    async def top_artists(self, person_id: int) -> tuple[str, ...]:
        return self.top.get(person_id, ()) if person_id in self.linked else ()

    def _may_fail(self) -> None:
        if self.error:
            raise self.error

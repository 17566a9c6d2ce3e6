from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
import simcord

from bot.limits import Allowance
from bot.options import BotOptions
from core.errors import BadPhoto, LinkProblem, OperatorProblem, SpotifyProblem
from core.ports import Services
from tests.bot.helpers import PHOTO, AgreedPeople, parts, send_photo_dm, shown, world
from tests.fakes.accounts import FakeAccounts
from tests.fakes.errors import EXAMPLES
from tests.fakes.people import people
from tests.fakes.services import FakePublisher, FakeReader, FakeRecommender

ALIKE = (BadPhoto, SpotifyProblem, LinkProblem, OperatorProblem)
"""Families whose leaves are all answered alike; their first stands for them."""

FIRST = tuple(next(error for error in EXAMPLES if isinstance(error, family)) for family in ALIKE)
FAILURES = (*(e for e in EXAMPLES if not isinstance(e, ALIKE)), *FIRST, RuntimeError("secret"), TimeoutError())
PATIENT = BotOptions(allowance=Allowance(person=100_000, server=100_000))
ANSWERS = {4, 7, 9}
"""Kinds of callback that are a reply: a message, a new face for the message, a form."""


class Port:
    """Passes every call on and notes it, except that the one called `broken` raises `error`."""

    def __init__(self, real: object) -> None:
        self._real = real
        self.called: set[str] = set()
        self.broken: str | None = None
        self.error: Exception = RuntimeError()

    def __getattr__(self, name: str) -> Any:
        self.called.add(name)
        return self._fail if name == self.broken else getattr(self._real, name)

    async def _fail(self, *_: object, **__: object) -> None:
        raise self.error


@dataclass
class Stage:
    """One person in one channel with a tape of theirs, and all ports."""

    env: simcord.Env
    channel: simcord.ChannelHandle
    alice: simcord.MemberActor
    card: Any
    ports: tuple[Port, ...]

    async def press(self, beginning: str) -> None:
        ids = [part["custom_id"] for part in parts(self.card.components) if "custom_id" in part]
        await self.alice.click(self.card, custom_id=next(one for one in ids if one.startswith(beginning)))

    async def feel(self) -> None:
        ids = [part["custom_id"] for part in parts(self.card.components) if "custom_id" in part]
        await self.alice.select(self.card, ["sad"], custom_id=next(one for one in ids if one.startswith("feel:")))


Way = Callable[[Stage], Awaitable[object]]


def command(name: str, **options: object) -> Way:
    return lambda stage: stage.alice.slash(stage.channel, name, **options)


WAYS: dict[str, Way] = {
    "photo": command("mood", photo=PHOTO),
    "mood": command("mood", mood="sad"),
    "nothing": command("mood"),
    "privacy": command("privacy"),
    "history": command("history"),
    "preferences": command("preferences", history=True),
    "feedback": command("feedback"),
    "help": command("help"),
    "link": command("spotify link"),
    "status": command("spotify status"),
    "unlink": command("spotify unlink"),
    "direct message": lambda stage: send_photo_dm(stage.env, stage.alice.user),
    "mention": lambda stage: stage.alice.send(stage.channel, stage.env.bot.user.mention, attachments=[PHOTO]),
    "another": lambda stage: stage.press("turn:another:"),
    "thumb": lambda stage: stage.press("act:up:"),
    "save": lambda stage: stage.press("act:save:"),
    "export": lambda stage: stage.press("act:export:"),
    "not how I feel": lambda stage: stage.feel(),
}


async def on_stage(act: Callable[[Stage], Awaitable[None]]) -> None:
    kept = Port(AgreedPeople())
    reader, recommender, publisher = Port(FakeReader()), Port(FakeRecommender()), Port(FakePublisher())
    accounts = Port(FakeAccounts())
    offered = Services(reader, recommender, publisher, accounts)
    async with world(offered, stores=people(kept), bot_options=PATIENT) as (env, channel, alice):
        card = (await alice.slash(channel, "mood", photo=PHOTO)).response
        await act(Stage(env, channel, alice, card, (kept, reader, recommender, publisher, accounts)))


async def replies(stage: Stage, way: Way) -> list[Any]:
    """What the person is told by one act, each reply once."""
    before = len(stage.env.http_requests)
    await way(stage)
    told = list[Any]()
    for request in stage.env.http_requests[before:]:
        sent = request.json or {}
        if request.path.endswith("/callback"):
            told += [sent["data"]] if sent["type"] in ANSWERS else []
        elif "/messages/" in request.path or request.path.endswith("/messages"):
            told.append(sent)
    return told


def causes(error: BaseException | None) -> set[type[BaseException]]:
    """The kinds of an error and of all that led to it."""
    return {type(error), *causes(error.__cause__)} if error else set()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
async def test_each_failure_of_each_port_ends_in_one_reply(way: Way):
    async def act(stage: Stage) -> None:
        for port in stage.ports:
            port.called.clear()
        assert len(await replies(stage, way)) == 1
        for port in stage.ports:
            for name, error in product(sorted(port.called), FAILURES):
                port.broken, port.error = name, error
                told = await replies(stage, way)
                assert len(told) == 1, (name, error)
                assert told[0].get("title") or shown(told[0]["components"]), (name, error)
                assert "secret" not in shown(told[0].get("components", [])), (name, error)
            port.broken = None
        assert all(RuntimeError in causes(error) or TimeoutError in causes(error) for error in stage.env.errors)

    await on_stage(act)

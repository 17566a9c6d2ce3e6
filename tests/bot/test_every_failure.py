import re
from collections.abc import Awaitable, Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import discord
import pytest
import simcord
from discord import ui
from discord.app_commands import Group
from limits.aio.storage import MemoryStorage

from bot.acts import ACTS as PERSONS_ACTS
from bot.limits import Allowance
from bot.options import BotOptions
from bot.tape_buttons import TURNS, Act
from core.errors import (
    BadPhoto,
    LinkProblem,
    OperatorProblem,
    SpotifyProblem,
    SpotifyRateLimited,
    SpotifyUnavailable,
    StorageUnavailable,
)
from core.ports import Services
from tests.bot.helpers import PHOTO, AgreedPeople, parts, send_photo_dm, shown, world
from tests.fakes.accounts import FakeAccounts
from tests.fakes.errors import EXAMPLES
from tests.fakes.people import people
from tests.fakes.services import FakePublisher, FakeReader, FakeRecommender

ALIKE = (BadPhoto, SpotifyProblem, LinkProblem, OperatorProblem)
"""Families whose leaves are answered alike, except for those of `APART`; their first stands for them."""

APART = (SpotifyRateLimited, SpotifyUnavailable)
"""What may pass, so that a playlist can be waited for."""

SINGLE = tuple(error for error in EXAMPLES if isinstance(error, APART) or not isinstance(error, ALIKE))
FIRST = tuple(next(e for e in EXAMPLES if isinstance(e, family) and not isinstance(e, APART)) for family in ALIKE)
FAILURES = (*SINGLE, *FIRST, RuntimeError("secret"), TimeoutError())
OF_COUNTS = (StorageUnavailable(), RuntimeError("secret"), TimeoutError())
PATIENT = BotOptions(allowance=Allowance(person=100_000, server=100_000))
EPHEMERAL = 1 << 6
MENU = "Make a tape from this photo"
ANSWERS = {4, 7, 9}
"""Kinds of callback that are a reply: a message, a new face for the message, a form."""


class Port:
    """Passes every call on and notes it, except that the one called `broken` raises `error`."""

    def __init__(self, real: object, *, failures: tuple[Exception, ...] = FAILURES) -> None:
        self.failures = failures
        self._real = real
        self._at_first = deepcopy(vars(real))
        self.called: set[str] = set()
        self.broken: str | None = None
        self.error: Exception = RuntimeError()

    def __getattr__(self, name: str) -> Any:
        self.called.add(name)
        return self._fail if name == self.broken else getattr(self._real, name)

    def keep(self) -> None:
        """Remember all that is kept now, for `restore`."""
        self._at_first = deepcopy(vars(self._real))

    def restore(self) -> None:
        vars(self._real).update(deepcopy(self._at_first))

    async def _fail(self, *_: object, **__: object) -> None:
        raise self.error


class Counts(MemoryStorage):
    """Counts behind a port, since `limits` takes none but its own kind of storage."""

    def __init__(self, port: Port) -> None:
        super().__init__()
        self._port = port

    async def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        return await self._port.incr(key, expiry, amount)


@dataclass
class Stage:
    """One person, who manages the server, in one of its channels, with a tape of theirs, and all ports."""

    env: simcord.Env
    channel: simcord.ChannelHandle
    alice: simcord.MemberActor
    card: Any
    ports: tuple[Port, ...]
    begun: int = 0

    def begin(self) -> None:
        """Count replies from here on."""
        self.begun = len(self.env.http_requests)

    async def press(self, beginning: str) -> None:
        """Press what is on the card of the tape."""
        ids = [part["custom_id"] for part in parts(self.card.components) if "custom_id" in part]
        await self.alice.click(self.card, custom_id=next(one for one in ids if one.startswith(beginning)))

    async def tap(self, beginning: str) -> None:
        """Press a button that stands alone in a new message; `{tape}` and `{alice}` are their ids."""
        tape_id = next(part["custom_id"] for part in parts(self.card.components) if "custom_id" in part).split(":")[-1]
        custom_id = beginning.format(tape=tape_id, alice=self.alice.id)
        channel: Any = self.env.bot.get_channel(self.channel.id)
        row: ui.ActionRow[Any] = ui.ActionRow(ui.Button(label="here", custom_id=custom_id))
        text: ui.TextDisplay[Any] = ui.TextDisplay("Something to press")
        message = await channel.send(view=ui.LayoutView(timeout=None).add_item(text).add_item(row))
        self.begin()
        await self.alice.click(message, custom_id=custom_id)

    async def feel(self) -> None:
        ids = [part["custom_id"] for part in parts(self.card.components) if "custom_id" in part]
        await self.alice.select(self.card, ["sad"], custom_id=next(one for one in ids if one.startswith("feel:")))

    async def menu(self) -> None:
        message = await self.alice.send(self.channel, "look", attachments=[PHOTO])
        self.begin()
        await self.alice.context_menu(self.channel, MENU, message)

    async def write(self) -> None:
        broken = [port.broken for port in self.ports]
        for port in self.ports:
            port.broken = None
        form = await self.alice.slash(self.channel, "feedback")
        for port, name in zip(self.ports, broken, strict=True):
            port.broken = name
        self.begin()
        await self.alice.submit_modal(form, {"text": "more jazz"})


Way = Callable[[Stage], Awaitable[object]]


def command(name: str, **options: object) -> Way:
    return lambda stage: stage.alice.slash(stage.channel, name, **options)


def tap(custom_id: str) -> Way:
    return lambda stage: stage.tap(custom_id)


COMMANDS: dict[str, Way] = {
    "mood": command("mood"),
    "privacy": command("privacy"),
    "history": command("history"),
    "preferences": command("preferences", history=True),
    "feedback": command("feedback"),
    "help": command("help"),
    "settings": command("settings", tracks=12),
    "spotify link": command("spotify link"),
    "spotify status": command("spotify status"),
    "spotify unlink": command("spotify unlink"),
    MENU: lambda stage: stage.menu(),
}
BUTTONS: dict[str, Way] = {
    **{f"person:{act}": tap(f"person:{act}:{{alice}}") for act in PERSONS_ACTS},
    **{f"turn:{turn}": tap(f"turn:{turn}:{{tape}}") for turn in TURNS},
    **{f"act:{act}": tap(f"act:{act}:{{tape}}") for act in Act},
    "felt:sad": tap("felt:sad:{tape}"),
    "feel:": lambda stage: stage.feel(),
    "mood:calm": tap("mood:calm:20"),
    "stop:": tap("stop:{alice}"),
}
MORE: dict[str, Way] = {
    "a photo": command("mood", photo=PHOTO),
    "a mood": command("mood", mood="sad"),
    "settings as they are": command("settings"),
    "preferences as they are": command("preferences"),
    "another month": tap("person:month:{alice}:2026-01"),
    "the form": lambda stage: stage.write(),
    "a direct message": lambda stage: send_photo_dm(stage.env, stage.alice.user),
    "a mention": lambda stage: stage.alice.send(stage.channel, stage.env.bot.user.mention, attachments=[PHOTO]),
    "a thumb on the card": lambda stage: stage.press("act:up:"),
    "somebody else's button": tap("person:privacy:1"),
    "somebody else's job": tap("stop:1"),
    "a tape that is gone": tap("act:export:gone"),
}
WAYS = {**COMMANDS, **BUTTONS, **MORE}


async def on_stage(act: Callable[[Stage], Awaitable[None]]) -> None:
    kept, counts = Port(AgreedPeople()), Port(MemoryStorage(), failures=OF_COUNTS)
    reader, recommender, publisher = Port(FakeReader()), Port(FakeRecommender()), Port(FakePublisher())
    accounts = Port(FakeAccounts())
    offered = Services(reader, recommender, publisher, accounts)
    stores = replace(people(kept), counts=Counts(counts))
    async with world(offered, stores=stores, bot_options=PATIENT) as (env, channel, alice):
        manager = env.guild.create_role("keepers", permissions=discord.Permissions(manage_guild=True))
        alice = env.guild.add_member(env.create_user("ada"), roles=[manager])
        await alice.slash(channel, "preferences", history=True)
        card = (await alice.slash(channel, "mood", photo=PHOTO)).response
        kept.keep()
        await act(Stage(env, channel, alice, card, (kept, counts, reader, recommender, publisher, accounts)))


async def replies(stage: Stage, way: Way) -> list[Any]:
    """What the person is told by one act, each reply once; what is kept is as it was at first."""
    for port in stage.ports[:1]:
        port.restore()
    stage.begin()
    await way(stage)
    told = list[Any]()
    for request in stage.env.http_requests[stage.begun :]:
        sent = request.json or {}
        if request.path.endswith("/callback"):
            told += [sent["data"]] if sent["type"] in ANSWERS else []
        elif "/messages/" in request.path or request.path.endswith("/messages") or is_followup(request):
            told.append(sent)
    return told


def is_followup(request: Any) -> bool:
    """Say whether it is a reply beside a card; what is posted for everybody is no reply."""
    beside = request.method == "POST" and re.fullmatch(r"/webhooks/\d+/[^/]+", request.path) is not None
    return beside and bool((request.json or {}).get("flags", 0) & EPHEMERAL)


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
            for name, error in product(sorted(port.called), port.failures):
                port.broken, port.error = name, error
                told = await replies(stage, way)
                assert len(told) == 1, (name, error)
                assert told[0].get("title") or shown(told[0]["components"]), (name, error)
                assert "secret" not in shown(told[0].get("components", [])), (name, error)
            port.broken = None
        assert all(RuntimeError in causes(error) or TimeoutError in causes(error) for error in stage.env.errors)

    await on_stage(act)


async def test_every_way_in_is_walked():
    async def act(stage: Stage) -> None:
        tree = stage.env.bot.tree
        menus = tree.get_commands(type=discord.AppCommandType.message)
        named = {command.qualified_name for command in (*tree.walk_commands(), *menus)}
        groups = {command.qualified_name for command in tree.get_commands() if isinstance(command, Group)}
        assert named - groups == set(COMMANDS)
        templates = stage.env.bot._connection._view_store._dynamic_items
        assert {template.pattern.split(":")[0] for template in templates} == {way.split(":")[0] for way in BUTTONS}
        assert tree.get_commands(type=discord.AppCommandType.user) == []

    await on_stage(act)

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from limits.aio.storage import MemoryStorage

from tests.bot.helpers import AgreedPeople
from tests.bot.test_wire import answers, running
from tests.fakes.discord import PERSON_ID
from tests.fakes.people import people
from tests.fakes.services import services

LOOK_UPS_S = 1.5
BUTTONS = {
    "a thumb": "act:up:tape",
    "a playlist to save": "act:save:tape",
    "another tape": "turn:another:tape",
    "a mood": "mood:calm:20",
    "nothing to stop": f"stop:{PERSON_ID}",
    "a page": f"person:privacy:{PERSON_ID}",
}


class Hanging:
    """Answers no call before the gate opens."""

    def __init__(self, real: object, gate: asyncio.Event) -> None:
        self._real = real
        self._gate = gate

    def __getattr__(self, name: str) -> Any:
        async def call(*args: object, **more: object) -> object:
            await self._gate.wait()
            return await getattr(self._real, name)(*args, **more)

        return call


class HangingCounts(MemoryStorage):
    async def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        return await asyncio.Future()


async def looked_up_s(button: str | None) -> float:
    """How long a command or a button waits for stores that hang before it is acknowledged."""
    gate = asyncio.Event()
    stores = replace(people(Hanging(AgreedPeople(), gate)), counts=HangingCounts())
    async with running(services(), stores=stores) as (server, _):
        loop = asyncio.get_running_loop()
        start_s = loop.time()
        if button:
            row = {"type": 1, "components": [{"type": 2, "style": 2, "label": "here", "custom_id": button}]}
            await server.click(button, components=[row])
        else:
            await server.slash("mood", mood="sad")
        await server.until(lambda: server.sent("POST", "/callback"))
        took_s = loop.time() - start_s
        gate.set()
        if server.sent("POST", "/callback")[0].json["type"] != 4:
            await answers(server)
    return took_s


async def test_a_command_is_acknowledged_though_limits_and_settings_hang():
    assert await looked_up_s(None) < LOOK_UPS_S


@pytest.mark.parametrize("button", BUTTONS.values(), ids=BUTTONS)
async def test_a_button_is_acknowledged_though_limits_and_settings_hang(button: str):
    assert await looked_up_s(button) < LOOK_UPS_S

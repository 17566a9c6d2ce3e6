"""A simulated Discord for the bot's tests, and readers of what people would see."""

from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import simcord

from bot.attachments import Download
from bot.client import MoodtapeBot
from bot.consent import NOTICE
from bot.options import BotOptions
from core.people import Consent
from core.ports import People, Services
from tests.fakes.people import MemoryPeople, people
from tests.fakes.words import LANGUAGES

PHOTO = ("selfie.jpg", b"the bytes of a photo")


class AgreedPeople(MemoryPeople):
    """Where everybody has agreed to the notice."""

    async def consent_of(self, person_id: int) -> Consent | None:
        return self.consents.get(person_id, Consent(NOTICE, 0.0))


def simulated(
    services: Services,
    *,
    stores: People | None = None,
    download: Download | None = None,
    hash_path: Path | None = None,
    options: BotOptions = BotOptions(),  # noqa: B008
) -> MoodtapeBot:
    """A bot whose photos come from the simulator's own CDN, unless a download is given.

    Without stores everybody has agreed to the notice.
    """

    async def from_cdn(url: str) -> AsyncGenerator[bytes]:
        yield await bot.http.get_from_cdn(url)

    bot = MoodtapeBot(
        services,
        stores or people(AgreedPeople()),
        languages=LANGUAGES,
        download=download or from_cdn,
        options=options,
        commands_hash_path=hash_path,
    )
    return bot


@asynccontextmanager
async def world(
    services: Services,
    *,
    stores: People | None = None,
    download: Download | None = None,
    bot_options: BotOptions = BotOptions(),  # noqa: B008
    **options: Any,
) -> AsyncIterator[tuple[simcord.Env, simcord.ChannelHandle, simcord.MemberActor]]:
    """A server with one channel and one person; options go to `simcord.run`."""
    async with simcord.run(
        simulated(services, stores=stores, download=download, options=bot_options), **options
    ) as env:
        guild = env.create_guild()
        yield env, guild.create_text_channel("general"), guild.add_member(env.create_user("alice"))


def speak(env: simcord.Env, locales: Mapping[int, str]) -> None:
    """Let people's own Discord tell these locales, by their ids; the simulator's all tell "en-US"."""
    parsers = env.bot._connection.parsers
    parse = parsers["INTERACTION_CREATE"]

    def parse_with_locale(data: dict[str, Any]) -> None:
        person = data.get("user") or data["member"]["user"]
        parse(data | {"locale": locales.get(int(person["id"]), "en-US")})

    parsers["INTERACTION_CREATE"] = parse_with_locale


async def send_photo_dm(env: simcord.Env, person: simcord.UserHandle, *, data: bytes = PHOTO[1]) -> None:
    """Send the bot a direct message with a photo."""
    stored = env.backend.cdn.store_attachment(4_000_000, person.dm_channel.id, PHOTO[0], data, None)
    await person.send_dm("", attachments=[stored])


def answer(pressed: simcord.InteractionResult) -> Any:
    """What a press was answered with: a reply beside the card, else the card or the reply in its place."""
    return (pressed.followups or [pressed.response])[-1]


def parts(components: Any) -> Iterator[dict[str, Any]]:
    """Walk over all components of a message, however deep."""
    for component in components:
        told = component if isinstance(component, dict) else component.to_dict()
        yield told
        yield from parts(told.get("components") or ())


def shown(components: Any) -> str:
    """All text of a message."""
    return "\n".join(part["content"] for part in parts(components) if part["type"] == 10)


def buttons(components: Any) -> list[str]:
    """The labels of all buttons of a message."""
    return [part["label"] for part in parts(components) if part["type"] == 2]


def links(components: Any) -> list[str]:
    """Where the link buttons of a message lead."""
    return [part["url"] for part in parts(components) if part["type"] == 2 and part.get("url")]

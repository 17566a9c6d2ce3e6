"""How words get to people: acknowledge in time, tell of progress, and end with one reply."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any

import discord
from discord import ui

from bot import cards, wording
from bot.incidents import report
from bot.jobs import AlreadyAsked, Cancelled, Job, Stopping
from bot.stop import waiting_card
from core.errors import MoodtapeError, OperatorProblem
from core.flow import OnStep, Step
from core.language import Words
from core.wording import SENTENCES, sentence

logger = logging.getLogger(__name__)

PROGRESS_AFTER_S = 2.0
GONE_CODES = frozenset({10008, 10015, 10062, 40060})
"""Unknown message, unknown webhook, unknown interaction, already acknowledged: nobody to answer."""

Send = Callable[[ui.LayoutView], Awaitable[object]]


def incident_card(error: BaseException, words: Words) -> ui.LayoutView:
    """Tell nothing of the exception: only the id that the log also has."""
    return cards.note(words("bot-incident", incident=report(error, words)))


def problem_note(error: Exception, words: Words) -> ui.LayoutView:
    """Say what a person can do about an error; whatever else went wrong is told as an incident."""
    if not isinstance(error, MoodtapeError) or isinstance(error, OperatorProblem) or type(error) not in SENTENCES:
        return incident_card(error, words)
    return cards.note(sentence(error, words))


def refused(refusal: Exception, words: Words) -> str:
    """Say why somebody has no turn, or no longer."""
    if isinstance(refusal, MoodtapeError):
        return sentence(refusal, words)
    messages = {AlreadyAsked: "bot-one-at-a-time", Stopping: "bot-stopping", Cancelled: "bot-stopped"}
    return words(messages[type(refusal)])


async def deliver(send: Send, card: ui.LayoutView, words: Words) -> None:
    """Send one card; if Discord does not take it, send an incident in its place."""
    try:
        await send(card)
    except Exception as error:  # noqa: BLE001
        if isinstance(error, discord.HTTPException) and error.code in GONE_CODES:
            logger.warning("nobody to answer any more: code %s", error.code)
            return
        try:
            await send(incident_card(error, words))
        except Exception as second:  # noqa: BLE001
            logger.warning("no answer could be delivered: %s", type(second).__name__)


async def apologise(interaction: discord.Interaction[Any], error: BaseException, words: Words) -> None:
    """Report an error that nothing else caught, and tell its incident id in whatever way is still open.

    A card whose button was pressed stays as it is, and gets the incident beside it.
    """

    async def send(card: ui.LayoutView) -> None:
        if interaction.response.type is discord.InteractionResponseType.deferred_message_update:
            await interaction.followup.send(view=card, ephemeral=True)
        elif interaction.response.is_done():
            await interaction.edit_original_response(view=card)
        else:
            await interaction.response.send_message(view=card, ephemeral=True)

    await deliver(send, incident_card(error, words), words)


@asynccontextmanager
async def progress(send: Send, words: Words, job: Job) -> AsyncIterator[OnStep]:
    """Every 2 s, tell how long the line is or which step is being done, if that is news; never after the end."""
    step: Step | None = None
    sending = asyncio.Lock()

    def on_step(now: Step) -> None:
        nonlocal step
        step, job.stage = now, now.value

    async def tell() -> None:
        told: str | None = None
        while True:
            await asyncio.sleep(PROGRESS_AFTER_S)
            line = wording.progress_line(job.wait_s, step, words, began=told is not None)
            if line and line != told:
                told = line
                async with sending:
                    with suppress(Exception):
                        await send(waiting_card(line, words, person_id=job.person_id))

    teller = asyncio.create_task(tell(), name="mood-progress")
    try:
        yield on_step
    finally:
        async with sending:
            teller.cancel()
        await asyncio.wait({teller})


def replying(message: discord.Message, *, for_s: float | None = None) -> Send:
    """Reply to a message once, and take that back after `for_s`; whatever follows changes that reply."""
    reply: discord.Message | None = None
    lasting: dict[str, Any] = {} if for_s is None else {"delete_after": for_s}

    async def send(card: ui.LayoutView) -> None:
        nonlocal reply
        if reply:
            await reply.edit(view=card, attachments=cards.uploads(card))
        else:
            reply = await message.reply(view=card, files=cards.uploads(card), mention_author=False, **lasting)

    return send


@asynccontextmanager
async def typing(channel: discord.abc.Messageable) -> AsyncIterator[None]:
    """Show the typing indicator where that is allowed."""
    async with AsyncExitStack() as stack:
        with suppress(Exception):
            await stack.enter_async_context(channel.typing())
        yield

"""`/help`: what Moodtape does, and each command as a link that can be tapped."""

import logging
from typing import Any

import discord
from discord import app_commands

from core.language import Words

logger = logging.getLogger(__name__)


async def help_text(tree: app_commands.CommandTree[Any], words: Words) -> str:
    """Name each command as a mention where Discord tells its id."""
    ids = await _ids(tree)
    lines = list[str]()
    for command in tree.walk_commands():
        if isinstance(command, app_commands.Command):
            lines.append(f"{_mention(command, ids)}: {words(f'command-{command.name}')}")
    return "\n".join((words("people-help"), *lines, words("people-help-menu"), words("people-help-privacy")))


async def _ids(tree: app_commands.CommandTree[Any]) -> dict[str, int]:
    try:
        return {command.name: command.id for command in await tree.fetch_commands()}
    except discord.HTTPException as error:
        logger.warning("the commands' ids are not known: status %s", error.status)
        return {}


def _mention(command: app_commands.Command[Any, ..., Any], ids: dict[str, int]) -> str:
    root = command.root_parent.name if command.root_parent else command.name
    known = ids.get(root)
    return f"</{command.qualified_name}:{known}>" if known else f"`/{command.qualified_name}`"

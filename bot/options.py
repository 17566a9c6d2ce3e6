"""What the operator chose for the bot."""

from dataclasses import dataclass, field

from bot.limits import Allowance


@dataclass(frozen=True, slots=True)
class BotOptions:
    """Settings that people can see the effect of.

    Attributes:
        operator_name: Who runs the bot, for the notice; empty for the owner that Discord knows.
        operator_contact: Where to reach them, such as an address; may be empty.
        message_content: Whether photos in channels can be seen, which Discord makes a privilege.
        allowance: How many tapes people and servers may have.
    """

    operator_name: str = ""
    operator_contact: str = ""
    message_content: bool = False
    allowance: Allowance = field(default_factory=Allowance)

"""What the buttons of a person's own pages do."""

from bot import consent, history, privacy
from bot.pages import Acts

ACTS: Acts = {
    "agree": consent.agree,
    "instead": consent.pick_instead,
    "privacy": privacy.show,
    "export": privacy.export,
    "revoke": privacy.revoke,
    "delete": privacy.ask_to_delete,
    "delete-now": privacy.delete,
    "remember": history.remember,
    "month": history.show,
    "forget-history": history.forget,
}

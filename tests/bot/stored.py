"""All that is kept about people, in a database, for the bot's tests."""

from bot.consent import NOTICE
from core.people import Consent
from core.ports import People
from storage.counts import StoredCounts
from storage.database import Database
from storage.people import StoredConsents, StoredFeedback, StoredSettings, StoredTastes
from storage.privacy import StoredPeople
from storage.tapes import StoredHistory, StoredTapes


class AgreedConsents(StoredConsents):
    """Where everybody has agreed to the notice."""

    async def consent_of(self, person_id: int) -> Consent | None:
        return await super().consent_of(person_id) or Consent(NOTICE, 0.0)


def stored_people(database: Database) -> People:
    """Every store, all in one database, where everybody has agreed to the notice."""
    return People(
        AgreedConsents(database),
        StoredSettings(database),
        StoredTastes(database),
        StoredHistory(database),
        StoredFeedback(database),
        StoredTapes(database),
        StoredPeople(database),
        StoredCounts(database),
    )

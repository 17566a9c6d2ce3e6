"""All that is kept about people, in a database, for the bot's tests."""

from dataclasses import replace

from bot.consent import NOTICE
from core.people import Consent
from core.ports import People
from storage.database import Database
from storage.people import StoredConsents, stored_people


class AgreedConsents(StoredConsents):
    """Where everybody has agreed to the notice."""

    async def consent_of(self, person_id: int) -> Consent | None:
        return await super().consent_of(person_id) or Consent(NOTICE, 0.0)


def agreed_people(database: Database) -> People:
    """Every store, all in one database, where everybody has agreed to the notice."""
    return replace(stored_people(database), consents=AgreedConsents(database))

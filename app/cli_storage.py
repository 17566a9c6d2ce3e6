"""`moodtape rotate`: a new key for the stored logins."""

import typer


def rotate() -> None:
    """Encrypt the stored logins under a new key, or under the first of SECRET_KEYS where that is set."""
    from contextlib import closing

    from app.compose import open_database
    from app.settings import load_settings
    from storage.rotation import rotate as reseal

    settings = load_settings()
    with closing(open_database(settings)) as database:
        if not settings.sealing_keys:
            database.vault.renew()
        typer.echo(f"Logins encrypted under the newest key: {reseal(database)}")

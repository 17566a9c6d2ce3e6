"""Keeps spotipy's DEBUG lines, which hold access tokens and login codes, out of every log."""

import logging

LOGGERS = ("spotipy.client", "spotipy.oauth2", "spotipy.cache_handler", "spotipy.util")


def _above_debug(record: logging.LogRecord) -> bool:
    return record.levelno > logging.DEBUG


def keep_secrets_out_of_logs() -> None:
    """Drop spotipy's DEBUG records whatever the log level; a second call changes nothing."""
    for name in LOGGERS:
        logging.getLogger(name).addFilter(_above_debug)

"""Asking Spotify whether it knows an app, without anybody's login."""

import requests

from core.errors import SpotifyUnavailable
from spotify.app import SpotifyApp

NO_CODE = "none"
NO_VERIFIER = "0" * 43


def knows_client_id(app: SpotifyApp) -> bool:
    """Hand in a login code that is none: Spotify then finds fault with the client id, or else with the code.

    Raises:
        SpotifyUnavailable: Spotify did not answer, or with something else.
    """
    form = {
        "grant_type": "authorization_code",
        "client_id": app.client_id,
        "code": NO_CODE,
        "code_verifier": NO_VERIFIER,
        "redirect_uri": app.redirect_uri,
    }
    patience_s = (app.limits.connect_s, app.limits.read_s)
    try:
        answer = requests.post(f"{app.accounts_url}/api/token", data=form, timeout=patience_s, allow_redirects=False)
        fault = answer.json()["error"]
    except (requests.RequestException, ValueError, KeyError, TypeError) as error:
        raise SpotifyUnavailable from error
    if fault not in ("invalid_client", "invalid_grant"):
        raise SpotifyUnavailable
    return fault == "invalid_grant"

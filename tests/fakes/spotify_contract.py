"""Checks requests against Spotify's contract in ../shared/contracts, where that folder is there."""

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.exceptions import OpenAPIError
from werkzeug.datastructures import Headers, ImmutableMultiDict

CONTRACT = Path(__file__).resolve().parents[3] / "shared" / "contracts" / "spotify-devmode.openapi.yml"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ContractRequest:
    """A request as openapi-core wants to see it; the path begins with /v1."""

    method: str
    path: str
    parameters: RequestParameters
    body: bytes | None
    content_type: str
    host_url: str = "https://api.spotify.com"


@cache
def load_contract() -> OpenAPI | None:
    """Read the contract once, in about two seconds; None, and a line in the log, where there is none."""
    if not CONTRACT.exists():
        logger.warning("there is no contract at ../shared/contracts: requests are not checked against it")
        return None
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    contract = yaml.load(CONTRACT.read_text(encoding="utf-8"), Loader=loader)
    return OpenAPI.from_dict(_without_security(contract))


def violation(method: str, path: str, query: list[tuple[str, str]], body: bytes, content_type: str) -> str | None:
    """Say what the contract has against a request; None where it has nothing.

    It says of a cover that its body is a string in base64, which openapi-core then wants as JSON: not checked here.
    """
    contract = load_contract()
    if contract is None:
        return None
    if path.endswith("/images"):
        return None
    parameters = RequestParameters(query=ImmutableMultiDict(query), header=Headers(), cookie=ImmutableMultiDict())
    try:
        contract.validate_request(ContractRequest(method.lower(), path, parameters, body or None, content_type))
    except OpenAPIError as error:
        return f"{method} {path}: {error} {error.__cause__ or ''}".strip()
    return None


def _without_security(contract: dict[str, Any]) -> dict[str, Any]:
    for operations in contract["paths"].values():
        for operation in operations.values():
            if isinstance(operation, dict):
                operation.pop("security", None)
    return contract

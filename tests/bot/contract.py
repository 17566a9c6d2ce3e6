"""Checks requests against Discord's own description of its interface."""

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

PATH = Path(__file__).parents[3] / "shared" / "contracts" / "discord.openapi.json"
SMALLEST_SNOWFLAKE = 1 << 50


def complaints(method: str, path: str, body: Any) -> list[str]:
    """What Discord would say against a request; a path that it does not know is a complaint too."""
    template = _template(path)
    operation = _description()["paths"].get(template, {}).get(method.lower())
    if operation is None:
        return [f"{method} {path} does not exist"]
    if body is None:
        return []
    where = f"urn:discord#/paths/{_pointer(template)}/{method.lower()}/requestBody/content/application~1json/schema"
    validator = Draft202012Validator({"$ref": where}, registry=_registry())
    return [f"{method} {path}: {e.message[:300]}" for e in validator.iter_errors(_with_text_ids(body))]


def all_complaints(requests: Iterable[Any]) -> list[str]:
    return [told for r in requests for told in complaints(r.method, r.path, r.json)]


@cache
def _description() -> dict[str, Any]:
    return json.loads(PATH.read_text())


@cache
def _registry() -> Registry[Any]:
    return Registry().with_resource("urn:discord", Resource(_description(), DRAFT202012))


def _template(path: str) -> str | None:
    fitting = [t for t in _description()["paths"] if re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", t), path)]
    return min(fitting, key=lambda t: t.count("{"), default=None)


def _pointer(template: str | None) -> str:
    escaped = (template or "").replace("~", "~0").replace("/", "~1")
    return escaped.replace("{", "%7B").replace("}", "%7D")


def _with_text_ids(value: Any) -> Any:
    if isinstance(value, dict):
        told = {key: _with_text_ids(item) for key, item in value.items()}
        uploads = told.get("attachments")
        if isinstance(uploads, list):
            told["attachments"] = [{**upload, "id": str(upload["id"])} for upload in uploads]
        return told
    if isinstance(value, list):
        return [_with_text_ids(item) for item in value]
    is_snowflake = isinstance(value, int) and value >= SMALLEST_SNOWFLAKE
    return str(value) if is_snowflake else value

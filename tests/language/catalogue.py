"""Reads the catalogues as trees, for tests of what is in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from core.language import Language
from language.fluent import MESSAGES


@dataclass(frozen=True, slots=True)
class Select:
    """A choice by one variable: its keys, and which of them is the default."""

    variable: str
    keys: frozenset[str]
    default: str


class _Finder(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.selects: list[Select] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        if isinstance(node.selector, ast.VariableReference):
            keys = {_key(variant): variant.default for variant in node.variants}
            default = next(key for key, chosen in keys.items() if chosen)
            self.selects.append(Select(node.selector.id.name, frozenset(keys), default))
        self.generic_visit(node)


def _key(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value


def entries(language: Language) -> Iterator[tuple[str, ast.EntryType]]:
    """Give each entry with its file's name, broken ones too."""
    for path in sorted((MESSAGES / language.value).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            yield path.name, entry


@cache
def messages(language: Language) -> dict[str, ast.Message]:
    return {entry.id.name: entry for _, entry in entries(language) if isinstance(entry, ast.Message)}


def files(language: Language) -> dict[str, str]:
    """Each message's file."""
    return {entry.id.name: file for file, entry in entries(language) if isinstance(entry, ast.Message)}


def selects(message: ast.Message) -> list[Select]:
    return _found(message).selects


def references(message: ast.Message) -> set[str]:
    return _found(message).references


def variables(name: str, language: Language) -> set[str]:
    """All variables that a message needs, with those of the messages within it."""
    found = _found(messages(language)[name])
    return found.variables.union(*(variables(inner, language) for inner in found.references))


def _found(message: ast.Message) -> _Finder:
    finder = _Finder()
    finder.visit(message)
    return finder

"""The real catalogues, strict about what is missing in them."""

from language.fluent import FluentLanguages

LANGUAGES = FluentLanguages(strict=True)
ENGLISH = LANGUAGES.words_for("en")

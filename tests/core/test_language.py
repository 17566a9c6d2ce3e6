import pytest

from core.language import Language, match_language


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en-GB", Language.ENGLISH),
        ("es-419", Language.SPANISH),
        ("es-ES", Language.SPANISH),
        ("fr_CA", Language.FRENCH),
        ("DE-at", Language.GERMAN),
        ("pt-BR", Language.PORTUGUESE),
        ("pt-PT", Language.PORTUGUESE),
        ("ja", Language.JAPANESE),
        ("zh-TW", None),
        ("*", None),
        ("", None),
    ],
)
def test_a_locale_finds_its_language_whatever_its_region(locale: str, language: Language | None):
    assert match_language(locale) is language

import json
import re
from html import unescape

import httpx
import pytest

from core.errors import NotAnImage
from core.language import Language
from core.wording import sentence
from tests.fakes.services import FakePublisher, FakeReader, face, reading, services
from tests.fakes.words import LANGUAGES
from tests.web.visitor import JPEG, visitor, words
from web.pages import WEB
from web.wording import accepted_tags

each_language = pytest.mark.parametrize("language", Language)


def plain(text: str) -> str:
    """With single spaces, as `words` gives a page."""
    return " ".join(text.split())


async def form(accept_language: str) -> httpx.Response:
    async with visitor() as client:
        return await client.get("/", headers={"Accept-Language": accept_language})


async def tape(language: str, **rooms: object) -> httpx.Response:
    async with visitor(services(**rooms)) as client:
        files = {"photo": ("selfie.jpg", JPEG, "image/jpeg")}
        return await client.post("/tape", files=files, headers={"Accept-Language": language})


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("de-DE,de;q=0.9,en;q=0.8", "de"),
        ("ko, ja;q=0.5, en;q=0.1", "ja"),
        ("en;q=0.1, fr;q=0.7", "fr"),
        ("de;q=0, es", "es"),
        ("pt", "pt-BR"),
        ("*", "en"),
        ("", "en"),
        ("zh-TW", "en"),
        ("de;q=often, fr;q=0.1", "fr"),
        (";;q=,=;,, <script>", "en"),
    ],
)
async def test_the_page_speaks_the_first_accepted_language_that_it_can(accepted: str, language: str) -> None:
    answer = await form(accepted)
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["content-language"] == language
    assert answer.headers["vary"] == "Accept-Language"
    assert plain(LANGUAGES.words_for(language)("web-form-title")) in words(answer)


@pytest.mark.parametrize("quality", ["nan", "inf", "-1", "9" * 400])
def test_an_odd_weight_breaks_nothing(quality: str) -> None:
    assert set(accepted_tags(f"de;q={quality}, fr;q=0.5")) <= {"de", "fr"}


@each_language
async def test_a_tape_is_in_one_language_throughout(language: Language) -> None:
    told = LANGUAGES.words_for(language)
    group = reading(face(), face(x_min=400))
    text = words(await tape(language, reader=FakeReader(group), publisher=FakePublisher(missing=2)))
    for message, values in (
        ("headline-looks", {"faces": 2, "mood": "happy"}),
        ("web-track-count", {"count": 18}),
        ("web-missing", {"count": 2}),
        ("web-face-hints", {"faces": 2}),
        ("web-side", {"letter": "A"}),
        ("web-bars-note", {}),
    ):
        assert plain(told(message, **values)) in text


@each_language
async def test_a_problem_is_told_in_the_visitors_language(language: Language) -> None:
    answer = await tape(language, reader=FakeReader(error=NotAnImage()))
    assert plain(sentence(NotAnImage(), LANGUAGES.words_for(language))) in words(answer)
    incident = await tape(language, reader=FakeReader(error=RuntimeError()))
    assert LANGUAGES.words_for(language)("web-incident", incident="").strip(" .。")[:20] in words(incident)


@each_language
async def test_a_refusal_before_the_form_is_told_in_the_visitors_language(language: Language) -> None:
    async with visitor(home="http://elsewhere.example") as client:
        answer = await client.get("/", headers={"Accept-Language": language})
    assert answer.text == LANGUAGES.words_for(language)("web-unknown-host")


@each_language
async def test_the_script_finds_all_that_it_says(language: Language) -> None:
    scripts = (script.read_text(encoding="utf-8") for script in (WEB / "static").glob("*.js"))
    asked = {name for script in scripts for name in re.findall(r"\bwords\.(\w+)", script)}
    html = (await form(language)).text
    given = json.loads(unescape(re.findall(r'\bdata-words="([^"]+)"', html)[0]))
    assert asked == set(given)
    assert all(given.values())


def test_no_text_stands_in_the_templates_themselves() -> None:
    for template in (WEB / "templates").iterdir():
        bare = re.sub(
            r"\{[{%].*?[%}]\}|<[^>]*>|\bdata-[a-z-]+=", " ", template.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        assert set(re.findall(r"[A-Za-z]{2,}", bare)) <= {"Moodtape"}, template.name

from tests.fakes.services import FakeReader, services
from tests.web.visitor import AGREED, JPEG, visitor, words


async def test_without_consent_a_photo_is_not_read() -> None:
    reader = FakeReader()
    async with visitor(services(reader=reader), agreed=False) as client:
        answer = await client.post("/tape", files={"photo": ("a.jpg", JPEG)})
    assert answer.status_code == 403
    assert "Please read the notice and agree" in words(answer)
    assert reader.photos == []


async def test_without_consent_no_photo_can_be_chosen_but_a_mood_can() -> None:
    async with visitor(agreed=False) as client:
        html = (await client.get("/")).text
        answer = await client.post("/tape", data={"mood": "calm"})
    assert 'type="file"' not in html
    assert 'name="mood" value="calm"' in html
    assert answer.status_code == 200


async def test_agreeing_sets_one_cookie_that_says_yes() -> None:
    async with visitor(agreed=False) as client:
        answer = await client.post("/consent", data={"agreed": "yes"})
        html = (await client.get("/")).text
    cookie = answer.headers["set-cookie"]
    assert answer.headers["location"] == "/"
    assert cookie.startswith("photo-notice=agreed; HttpOnly;")
    assert "SameSite=lax" in cookie
    assert 'type="file"' in html


async def test_over_https_the_cookie_stays_there() -> None:
    async with visitor(agreed=False, home="https://localhost") as client:
        answer = await client.post("/consent", data={"agreed": "yes"})
    assert answer.headers["set-cookie"].endswith("; Secure")


async def test_consent_can_be_taken_back() -> None:
    async with visitor(agreed=False) as client:
        client.cookies.update(AGREED)
        answer = await client.post("/consent", data={"agreed": "no"})
    assert 'photo-notice="";' in answer.headers["set-cookie"]
    assert "Max-Age=0" in answer.headers["set-cookie"]


async def test_other_sites_cannot_agree_for_anybody() -> None:
    async with visitor(agreed=False) as client:
        answer = await client.post("/consent", data={"agreed": "yes"}, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers

import pytest

from core.errors import SpotifyUnavailable
from spotify.search import TrackFinder, queries
from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_songs import song
from tests.spotify.kit import client_of, publisher_of, tape, track


def uri_in(rows, wanted):
    with FakeSpotify(tracks=rows) as fake, client_of(fake) as client:
        uri = TrackFinder(lambda _: client, budget_s=5).uri(wanted)
        assert fake.violations == []
    return uri


def test_a_karaoke_cover_is_never_picked():
    rows = [song("Halo (Karaoke Version)", "Beyoncé"), song("Halo", "Karaoke Diva", "Beyoncé")]
    assert uri_in(rows, track("Halo", "Beyoncé")) is None


def test_the_right_song_is_picked_from_among_decoys():
    right = song("Halo", "Beyoncé")
    decoys = [song("Halo (Karaoke Version)", "Beyoncé"), song("Halo - Live", "Beyoncé"), song("Halo", "Glee Cast")]
    assert uri_in([*decoys, right], track("Halo", "Beyoncé")) == right.uri


def test_the_same_title_by_someone_else_is_none():
    assert uri_in([song("Hello", "Lionel Richie")], track("Hello", "Adele")) is None


def test_a_plain_search_finds_what_the_exact_one_misses():
    right = song("Rockin' Around", "The Lanterns")
    assert uri_in([right], track("Rocking Around", "Lanterns")) == right.uri


def test_a_known_uri_costs_no_call(fake_spotify):
    known = fake_spotify.tracks[0].uri
    with client_of(fake_spotify) as client:
        assert TrackFinder(lambda _: client, budget_s=5).uri(track("x", uri=known)) == known
    assert fake_spotify.calls == []


def test_misses_are_remembered_too(fake_spotify):
    with client_of(fake_spotify) as client:
        finder = TrackFinder(lambda _: client, budget_s=5)
        assert [finder.uri(track("Nothing", "Nobody")) for _ in range(3)] == [None] * 3
    assert fake_spotify.count("GET", "/search") == 2


def test_memory_is_bounded(fake_spotify):
    with client_of(fake_spotify) as client:
        finder = TrackFinder(lambda _: client, budget_s=5, remembered=1)
        for title in ("Good Day", "Slow Light", "Good Day"):
            finder.uri(track(title, "Nova"))
    assert fake_spotify.count("GET", "/search") == 4


def test_a_failure_is_not_remembered(fake_spotify):
    fake_spotify.fail("GET", "/search", status=500, times=3)
    with client_of(fake_spotify) as client:
        finder = TrackFinder(lambda _: client, budget_s=5)
        with pytest.raises(SpotifyUnavailable):
            finder.uri(track("Good Day"))
        assert finder.uri(track("Good Day"))


def test_catalogue_text_cannot_become_a_filter():
    exact, plain = queries('Say "Yes" artist:"Evil"\x00 *', 'Nova\n" year:1999')
    assert exact == 'track:"Say Yes artist Evil" artist:"Nova year 1999"'
    assert plain == "say yes artist evil nova year 1999"


def test_queries_leave_credits_and_remasters_out():
    assert queries("Higher (feat. Ada Moon) - Remastered 2011", "Kite")[1] == "higher kite"


def test_queries_keep_what_marks_another_recording():
    assert queries("Fantasy (Live) - R3HAB Remix", "Kite")[1] == "fantasy live r3hab remix kite"


def test_queries_are_short_whatever_the_catalogue_holds():
    assert all(len(query) < 200 for query in queries("la " * 5000, "x" * 5000))


def test_no_words_make_no_search():
    assert queries('"""', "Nova") == ()


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b'{"tracks": null}',
        b'{"tracks": {"items": [{"uri": 7}]}}',
        b'{"tracks": {"items": 7}}',
        b'{"tracks": []}',
    ],
)
async def test_an_answer_in_another_form_is_trouble_at_spotify(fake_spotify, body):
    fake_spotify.fail("GET", "/search", status=200, body=body, times=9)
    with publisher_of(fake_spotify) as publisher, pytest.raises(SpotifyUnavailable):
        await publisher.publish(tape(track("Good Day")))

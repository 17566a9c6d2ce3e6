"""A recording's code goes from a table of tracks to Spotify's search."""

from core.mood import MoodName
from core.ports import TapeRequest
from recommender.library import open_table
from recommender.pick import CatalogueRecommender
from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_songs import song
from tests.spotify.kit import publisher_of
from tests.tables import foreign


async def test_a_track_without_an_id_is_found_by_its_isrc_alone(tmp_path):
    album, single = (song("Halo", "Beyoncé", album=album) for album in ("An Album", "A Single"))
    (tmp_path / "table.csv").write_bytes(foreign(title="Halo", artist="Beyoncé", isrc=single.isrc))
    tape = CatalogueRecommender(open_table(tmp_path / "table.csv")).pick_now(TapeRequest(MoodName.CALM, length=1))
    with FakeSpotify(tracks=[album, single]) as fake, publisher_of(fake) as publisher:
        playlist = await publisher.publish(tape)

        assert tape.tracks[0].uri is None
        assert [track.uri for track in playlist.tracks] == [single.uri]
        assert fake.count("GET", "/search") == 1


async def test_a_subtitle_that_the_catalogue_lacks_is_taken_where_the_recording_is_the_same(tmp_path):
    found = song("Street Spirit (Fade Out)", "Radiohead")
    (tmp_path / "table.csv").write_bytes(foreign(title="Street Spirit", artist="Radiohead", isrc=found.isrc))
    tape = CatalogueRecommender(open_table(tmp_path / "table.csv")).pick_now(TapeRequest(MoodName.CALM, length=1))
    with FakeSpotify(tracks=[found]) as fake, publisher_of(fake) as publisher:
        playlist = await publisher.publish(tape)

        assert [track.uri for track in playlist.tracks] == [found.uri]

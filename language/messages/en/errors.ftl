### One sentence for each leaf of the tree in core/errors.py: what happened, and what to do.

## Photos

error-not-an-image = That file is not a photo that I can open; please send a JPEG, PNG, WebP or HEIC.
error-damaged-photo = That photo is damaged or incomplete; please send it again or take another.
error-photo-too-heavy = That file is too large ({ $size_mb } MB); please send a photo of at most { $limit_mb } MB.
error-too-many-pixels = That photo has too many pixels; please send one of at most { $limit_megapixels } megapixels.
error-photo-takes-too-long = That photo takes me too long to read; please send a screenshot of it, or a smaller one.
error-photo-crashes-reader = I cannot open that photo safely; please send a screenshot of it, or another.
error-photo-unavailable = I could not download that photo; please send it again.
error-photo-file-unreadable = There is no photo that I can read at { $path }.

## Faces and moods

error-no-face = I cannot see a face in that photo; try one from closer by, with light on your face, or pick a mood instead.
# The reasons: it is too small, cut off by the edge, too dark, too bright, blurred, turned away, or covered.
error-face-unclear = I can see a face, but { $reason ->
        [too_small] it is too small; try one from closer by
        [cut_off] the edge of the photo cuts it off; get all of it into the photo and try again
        [dark] it is too dark; turn towards a light and try again
        [blown_out] it is too bright; turn away from the light and try again
        [blurred] it is blurred; hold still, or wipe the lens, and try again
        [turned_away] it is turned away; look into the camera and try again
       *[occluded] something covers part of it; uncover it and try again
    }, or pick a mood.
error-unknown-mood = I do not know that mood; please pick one from the list.

## Music

error-no-music = There is no music in the catalogue yet; whoever runs me can add some.
error-no-tracks = No track fits all your wishes; please take some back (left out: { $left_out }).
error-busy = Many people are asking right now; please try again in { wait }.
error-too-many-tapes = You have had quite a few tapes; you can have the next one in about { wait }.
# All people of a Discord server together.
error-too-many-tapes-here = This server has had a great many tapes; the next one can be made in about { wait }.
wait = { $unit ->
        [seconds] { $count ->
            [one] { $count } second
           *[other] { $count } seconds
        }
        [minutes] { $count ->
            [one] { $count } minute
           *[other] { $count } minutes
        }
       *[hours] { $count ->
            [one] { $count } hour
           *[other] { $count } hours
        }
    }
error-tape-gone = That tape is no longer here, or it is somebody else’s; tap a mood for one of your own.

## Spotify

error-storage-unavailable = My memory cannot be reached right now; please try again in a minute.
error-link-expired = This link was used already or is too old; get a new one with `/spotify { command-link-name }`.
error-link-declined = You did not agree on Spotify's page, so nothing is linked; `/spotify { command-link-name }` gives another try.
error-link-failed = Spotify's page reported an error, so nothing is linked; `/spotify { command-link-name }` gives another try.
error-link-not-allowed = Spotify lets only five chosen accounts in; ask whoever runs me to add yours under User Management in Spotify's dashboard, then use `/spotify { command-link-name }` again.
error-not-linked = Your Spotify account is not linked; `/spotify { command-link-name }` does that.
error-spotify-login-needed = I am not logged in at Spotify, or not any more; whoever runs me can mend that with `moodtape spotify login`.
error-spotify-link-ended = Your Spotify account is not linked, or Spotify has ended its login; `/spotify { command-link-name }` links it again.
error-spotify-forbidden = Spotify does not let my account make playlists; whoever runs me should check the app in Spotify's dashboard.
error-spotify-rate-limited = Spotify asks me to wait { wait } before the next playlist.
error-spotify-unavailable = Spotify cannot be reached right now.
error-tracks-not-on-spotify = Spotify's search does not know these tracks by name.
# Follows one of the sentences on Spotify.
instead-of-playlist = { $problem } Here are the track links instead.

## For whoever runs Moodtape

error-settings-invalid = Please check the setting { $setting }: { $advice }.
error-reader-cannot-start = The process that reads photos cannot start ({ $reason }); check this machine's free memory or install again.
error-model-missing = The model file { $path } is missing; install Moodtape again or train one.
error-model-mismatch = The model { $path } cannot be used: { $reason }; install Moodtape again.
error-catalogue-missing = There is no catalogue at { $path }; check the path, or the setting CATALOGUE_PATH.
error-catalogue-invalid = The catalogue { $path } cannot be used: { $reason }.
error-data-invalid = The data in { $path } cannot be used: { $reason }.
error-download-failed = Downloading { $what } failed: { $reason }.
error-folder-unusable = The folder { $path } cannot be written; set DATA_DIR to a folder of your own.
error-database-unusable = The database { $where } cannot be used: { $reason }.
error-secret-key-wrong = The stored logins were encrypted under another key; add that key to SECRET_KEYS or to secret.key in DATA_DIR, or log in again.
error-discord-token-rejected = Discord does not accept DISCORD_TOKEN; copy it again from the Bot page of Discord's developer portal.
error-spotify-login-failed = The login at Spotify did not finish: { $reason }.
error-discord-unreachable = Discord cannot be reached; check this machine's network and try again.
error-training-not-installed = Training needs TensorFlow and MLflow; run `make setup` in a checkout, or install `moodtape[train]`.
error-port-taken = Port { $port } is already in use; stop the other program or set WEB_PORT.

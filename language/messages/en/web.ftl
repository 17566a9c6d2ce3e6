### What the page says. Only the messages of the notice may hold <strong>.

web-tagline = A selfie goes in, a playlist comes out.
web-skip = Skip to the content
web-footer = Photos are read in memory and dropped, and no one else’s scripts run here.

## The form

web-form-title = How do you look today?
web-form-note = One photo, one tape to match.
web-did-not-work = That did not work
web-notice-title = Before you send a photo
web-notice-computed = I look for faces and guess <strong>seven emotion probabilities</strong> for each, in memory only. Nothing is kept: not the photo, not the numbers.
web-notice-hint = A face is a <strong>hint, not proof</strong> of how anyone feels.
web-notice-not-for = Not for people <strong>under 13</strong>, and not for use <strong>at work or school</strong>.
web-notice-no-photo = Picking a mood <strong>needs no photo</strong>.
web-your-photo = Your photo
web-chosen-photo = The photo that you chose
web-camera-view = What your camera sees
web-take-photo = Take the photo
web-cancel = Cancel
web-photo-label = A selfie, or the whole group
web-photo-help = JPEG, HEIC, PNG or WebP, up to { $limit_mb } MB
# Follows the line above where files can be dropped.
web-drop-help = ; or drop or paste one here
web-use-camera = Use the camera
web-tracks = Tracks
web-make = Make my tape
web-no-photo = No photo? Pick a mood

## What the form's script says

web-looking = Looking at your photo and choosing the music. This takes a few seconds…
web-choosing = Choosing the music…
web-no-camera = The camera cannot be used here; please choose a photo instead.
web-camera-on = The camera is on. Nothing is sent until you make your tape.
web-photo-ready = Your photo is ready.
web-too-large = That photo is too large; please choose one of at most { $limit_mb } MB.

## The tape

web-cassette = Cassette
web-track-count = { $count ->
        [one] { $count } track
       *[other] { $count } tracks
    }
web-not-your-mood = Not how you feel? Pick a mood
web-another-mood = Another mood?
web-the-tape = The tape
web-side = Side { $letter }
web-another-tape = Make another tape
web-face-hints = { $faces ->
        [one] What the face hints at
       *[other] What the faces hint at
    }
web-bars-caption = Probability of each of seven emotions
web-bars-note = A guess from looks alone; how you feel, only you know. The photo is already gone.
web-no-playlists = Playlists are not set up here yet, so each track links to Spotify.
web-missing = { $count ->
        [one] Spotify does not have { $count } more track of this tape.
       *[other] Spotify does not have { $count } more tracks of this tape.
    }

web-other-player = Take it to another player:
web-for-an-hour = for an hour.
web-no-such-file = No such file
web-file-gone = Files of a tape are here for an hour after it was made; please make the tape again.
web-not-linked = Not linked
web-linked = Linked as { $account }
web-back-to-discord = You can go back to Discord.
web-linked-to = Playlists that the Discord account { $person } saves now go to this Spotify account. `/spotify { command-unlink-name }` there ends that.
web-linked-to-asker = Playlists that the Discord account that asked for it saves now go to this Spotify account. `/spotify { command-unlink-name }` there ends that.
web-take-back = Is that not your Discord account? Then remove Moodtape at once under { $address }.

## Problems with the form

web-form-unreadable = That form did not arrive in one piece; please send it again.
web-nothing-chosen = Please choose a photo, or pick a mood.
web-upload-too-slow = The upload took too long; please try again, perhaps with a smaller photo.
web-tracks-out-of-range = A tape has { $fewest } to { $most } tracks; please choose a number between them.
web-no-such-page = There is no such page here.
web-refused = That does not work here.
web-incident = Something went wrong here, and it is not your fault. Please try again; the incident's id is { $incident }.
web-unknown-host = This host name is not known here.
web-foreign-page = This page takes requests from its own pages only.
web-odd-length = The declared length is not a number.

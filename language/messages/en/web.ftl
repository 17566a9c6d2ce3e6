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
web-live-notice = With the camera on, small pictures go to this server several times a second, are read, and dropped.
web-agree-first = Please read the notice first, and tell whoever else is in the photo. Your answer is kept in one cookie that says yes and nothing about you.
web-agree = I have read it; use a photo
web-take-consent-back = Take my consent back
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
web-watch = Watch for two seconds
web-meters-caption = Probability of each of seven emotions, right now
web-wishes = Your tape
web-goal-question = Where should it lead?
web-goal-any = Whatever suits the mood
web-goal = { $goal ->
        [lift] Lift me up
        [calm] Calm me down
        [energise] Give me energy
        [let-out] Let it out
        [take-me] To another mood
       *[other] Stay with the mood
    }
web-energy = Energy
web-energy-least = much calmer
web-energy-less = calmer
web-energy-same = as it comes
web-energy-more = more energy
web-energy-most = much more energy
web-tracks = Tracks
web-make = Make my tape
web-no-photo = No photo? Pick a mood

## What the form's script says

web-looking = Looking at your photo and choosing the music. This takes a few seconds…
web-choosing = Choosing the music…
web-making-playlist = Asking Spotify for the playlist…
web-no-camera = The camera cannot be used here; please choose a photo instead.
web-camera-on = The camera is on, and nothing is kept. Take a photo, or let me watch for a few seconds.
web-camera-lost = The camera has stopped. Switch it on again, or choose a photo.
web-photo-ready = Your photo is ready.
web-too-large = That photo is too large; please choose one of at most { $limit_mb } MB.
web-stills-ready = A few seconds are ready; your tape is made from their mean.
web-hold-on = Watching for two seconds…
web-live-ended = The live view has stopped; taking a photo still works.
web-live-no-face = No face yet; look into the camera.
web-live-faces = { $faces ->
        [1] One face; mostly { mood-word }.
       *[other] { $faces } faces; mostly { mood-word }.
    }

## The tape

web-cassette = Cassette
web-track-count = { $count ->
        [one] { $count } track
       *[other] { $count } tracks
    }
web-not-your-mood = That’s not how I feel
web-another-mood = Another mood?
web-the-tape = The tape
web-side = Side { $letter }
web-another-tape = Make another tape
web-start-over = Start over
web-again = Another tape
web-again-note = The same mood, other tracks.
web-open-player = Play it here
web-player-title = Spotify’s player with this playlist
web-player-note = The player comes from Spotify: once you open it, Spotify learns your address and that you were here.
web-faces-title = Face by face
web-faces-note = Numbered row by row, from the left.
web-face-sure = mostly { mood-word }, { $percent }
web-face-unsure = perhaps mostly { mood-word }, { $percent }
web-face-hard = { $line } (hard to read: { $reason ->
        [too_small] it is too small
        [cut_off] the edge of the photo cuts it off
        [dark] it is too dark
        [blown_out] it is too bright
        [blurred] it is blurred
        [turned_away] it is turned away
       *[occluded] something covers part of it
    })
web-face-hints = { $faces ->
        [one] What the face hints at
       *[other] What the faces hint at
    }
web-bars-caption = Probability of each of seven emotions
web-bars-note = A guess from looks alone; how you feel, only you know. The photo is already gone.
web-no-playlists = Playlists are not set up here yet, so each track links to Spotify.
web-playlist-not-yet = There is no playlist of this tape yet.
web-make-playlist = Make the playlist
web-playlist-later = You can press this whenever you like; it makes one playlist, and the tape waits for a day.
web-tape-page = The tape’s own page
web-missing = { $count ->
        [one] Spotify does not have { $count } more track of this tape.
       *[other] Spotify does not have { $count } more tracks of this tape.
    }

web-other-player = Take it to another player:
web-for-an-hour = for at least an hour.
web-no-such-file = No such file
web-file-gone = A tape’s files are not kept for long; please make the tape again.
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
web-consent-missing = Please read the notice and agree before you send a photo; or pick a mood.
web-too-many-requests = That was a little fast for me; please try again in { wait }.
web-restarting = I am just restarting; please ask again in a minute.
web-tape-unknown = That tape is no longer here; please make a new one.

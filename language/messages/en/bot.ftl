### What the Discord bot says.
###
### An id's beginning tells where its words stand, and a test keeps Discord's limits by it:
### command-…-name and option-…-name: at most 32 small letters, digits, - and _; in English the name in the code
### command-…, option-…, choice-… (descriptions, and names of choices): at most 100 characters
### menu-… (context menus): at most 32; button-…: at most 80; modal-…: at most 45

## Commands

command-mood-name = mood
command-mood = Turn a selfie or a mood into a Spotify playlist
option-photo-name = photo
option-photo = A photo with your face; it is read in memory and not kept
option-mood-name = mood
option-mood = How you feel, if you would rather not send a photo
option-tracks-name = tracks
option-tracks = How many tracks, 5 to 50 (20 unless you say so)
option-private-name = private
option-private = Only you see the reply (yes unless you say so)

command-spotify = Link your own Spotify account, or end that
command-link-name = link
command-link = Link your own Spotify account, so that playlists can land in your library
command-status-name = status
command-status = See which Spotify account is linked to you
command-unlink-name = unlink
command-unlink = End the link to your Spotify account, and delete its login here

## Short answers

bot-how-to-ask = Add a photo of your face to `/{ command-mood-name }`, or tap the mood that you would like a tape for.
bot-photo-or-mood = Please give me either a photo or a mood, not both.
bot-one-at-a-time = I am still making your last tape; please ask again when it is here.
bot-stopping = I am just restarting; please ask again in a minute.
bot-in-line = You are in line; your turn comes in about { wait }.
button-stop = Stop
bot-stopped = Stopped; nothing was made. Ask again whenever you like.
bot-nothing-to-stop = There is nothing left to stop.
bot-too-slow = Discord was too slow for me just now; please ask again.
bot-not-yours = These buttons belong to somebody else; use `/{ command-mood-name }` for a tape of your own.
bot-incident = Something went wrong on my side; whoever runs me can look it up as incident { $incident }.
bot-how-to-link = Agree on Spotify's page within ten minutes, then come back; `/spotify { command-status-name }` shows the account. The page is for you alone: who else opens it links their account to you. Spotify also asks whether I may see which artists you hear most; I look only if you switch that on in `/{ command-preferences-name }`.
button-open-spotify = Open Spotify's page
bot-linked = Your Spotify account { $account } is linked. Spotify ends that on { DATETIME($ends_on, dateStyle: "long") }; `/spotify { command-link-name }` makes it new.
bot-unlinked = Your Spotify login is deleted here. Playlists stay in your library; to take Moodtape off Spotify's own list too, open <https://www.spotify.com/account/apps>.
bot-step = { $step ->
        [reading] Reading your photo…
        [picking] Picking the music…
       *[publishing] Making the playlist…
    }

## The card

bot-tracks = Tracks on Spotify
bot-photo-not-kept = Photo read in memory and not kept. A face is a hint, not proof.
# One line of the chart in words, such as "happy 62%".
bot-chance = { mood-word } { $percent }
# Follows a track's title.
bot-by-artist = by { $artist }
bot-more = and { $count } more
bot-more-in-playlist = and { $count } more in the playlist
bot-missing = { $count ->
        [one] { $count } track is not on Spotify and left out.
       *[other] { $count } tracks are not on Spotify and left out.
    }

## Wishes

option-goal-name = goal
option-goal = Where the tape should lead (what suits the mood, unless you say so)
option-to-name = to
option-to = The mood to be taken to, with the goal “take me to”
choice-goal-match = match how I feel
choice-goal-lift = lift me
choice-goal-calm = calm me
choice-goal-energise = energise me
choice-goal-let-out = let it out
choice-goal-take-me = take me to …
bot-where-to = To be taken to a mood, choose the goal “{ choice-goal-take-me }” and the mood in `{ option-to-name }`; other goals need no `{ option-to-name }`.

## Under a tape

button-another = Another tape
button-more-energy = More energy
button-calmer = Calmer
button-lift = Lift me
button-good = More like this
button-bad = Not my taste
button-save = Save to my Spotify
button-export = Export
button-share = Share
button-later = Make the playlist later
button-shared = Shared
bot-not-how-i-feel = That’s not how I feel…
bot-corrected = Thank you; I learn from that.
bot-liked = Good to know: more like this from now on. The other thumb says the opposite.
bot-disliked = Good to know: less like this from now on. The other thumb says the opposite.
bot-learnt-already = I have learnt that already. The other thumb says the opposite.
bot-saved = The playlist is in your Spotify library.
bot-nothing-to-save = Playlists are not set up here; take the tape as a file instead.
bot-exported = Your tape for other players: M3U8 and XSPF for players, CSV for spreadsheets.
bot-shared = Shared: the tape without how you look. Others can use its buttons now.
bot-shared-already = This tape is shared already.
# The problem is Spotify’s: that it cannot be reached, or how long it asks to wait.
bot-later = { $problem } As soon as that is over, I make your playlist and send you its link as a direct message; this button will show it too.
bot-later-not-yours = Only the person whose tape this is can wait for its playlist; “{ button-another }” gives you one of your own.
bot-playlist-ready = Spotify takes playlists again, and yours is here.
bot-unsure = A clearer photo helps: light on your face, eyes to the camera. Or tap how you feel:
bot-stays = The tape stays with that mood.
bot-shift = { $energy ->
        [more] With more energy.
        [less] Calmer.
       *[same] As lively as before.
    }

## Several faces

# One line for each face; "share" is how much it counts for the tape.
bot-face = { $number }, { bot-place }: mostly { mood-word }, { $share } of the tape
bot-face-unsure = { $number }, { bot-place }: perhaps { mood-word }, { $share } of the tape
bot-face-unclear = { $number }, { bot-place }: { bot-face-reason }, so only { $share } of the tape
bot-place = { $place ->
        [top-left] top left
        [top] top
        [top-right] top right
        [left] left
        [right] right
        [bottom-left] bottom left
        [bottom] bottom
        [bottom-right] bottom right
       *[middle] middle
    }
bot-face-reason = { $reason ->
        [too_small] too small to read well
        [cut_off] cut off by the edge
        [dark] too dark to read well
        [blown_out] too bright to read well
        [blurred] too blurred to read well
        [turned_away] turned away
       *[occluded] partly covered
    }

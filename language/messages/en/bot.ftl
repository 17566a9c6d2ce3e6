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
bot-too-slow = Discord was too slow for me just now; please ask again.
bot-not-yours = These buttons belong to somebody else; use `/{ command-mood-name }` for a tape of your own.
bot-incident = Something went wrong on my side; whoever runs me can look it up as incident { $incident }.
bot-how-to-link = Agree on Spotify's page within ten minutes, then come back; `/spotify { command-status-name }` shows the account. The page is for you alone: who else opens it links their account to you.
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

### What the Discord bot says about people's own things: consent, privacy, preferences, history; and to servers.
### The rules for ids stand in bot.ftl.

## Commands

command-privacy-name = privacy
command-privacy = See, export or delete what Moodtape stores about you
command-preferences-name = preferences
command-preferences = Your language, who sees replies, your history, explicit tracks
command-history-name = history
command-history = Your moods as a calendar, and your last tapes
command-help-name = help
command-help = What Moodtape does, and how to ask
command-feedback-name = feedback
command-feedback = Write to whoever runs this bot
command-settings-name = settings
command-settings = How Moodtape behaves on this server
option-language-name = language
option-language = The language I speak to you
option-usually-private = Only you see replies, unless you say otherwise
option-history-name = history
option-history = Remember your moods and tapes
option-explicit-name = explicit
option-explicit = Explicit tracks may come
option-favourites-name = favourites
option-favourites = Your first tapes favour the artists that you hear most on Spotify
option-usual-goal-name = goal
option-usual-goal = Where tapes lead, unless people say otherwise
option-usual-tracks = How many tracks, unless people say otherwise
option-explicit-here = Explicit tracks may come on this server
option-photos-in-name = photos-in
option-photos-in = A channel in which any photo gets a tape, without a command
option-no-photos-in-name = no-photos-in
option-no-photos-in = A channel in which that ends
option-private-here = Replies are seen by one person only, unless they say otherwise
option-language-here = The language of replies to messages on this server
choice-automatic = Automatic
choice-english = English
choice-spanish = Español
choice-french = Français
choice-german = Deutsch
choice-portuguese = Português (Brasil)
choice-japanese = 日本語
menu-tape = Make a tape from this photo
modal-feedback = Feedback
modal-feedback-text = What should we know?

## Consent

people-notice-title = Before I look at your first photo
people-notice-what = I find the faces in it and work out how each one looks: seven probabilities, from angry to happy. With them I choose music. That is a guess from a face, not a fact about you.
people-notice-kept = The photo is read in memory only. Nothing of it is kept, nobody is recognised, and nothing is trained with it. Only the seven probabilities stay for a week, for the buttons of your tape.
people-notice-others = Your yes also counts where others make a tape from a photo that you posted. Please send only photos of people who agree, and nobody under 13.
people-notice-rights = `/{ command-privacy-name }` shows what is stored about you, deletes it, and takes your yes back.
people-operator = Run by { $operator }.
people-operator-contact = Run by { $operator } ({ $contact }).
people-operator-unknown = the owner of this bot
button-agree = I agree
button-mood-instead = Pick a mood instead
people-pick-mood = No photo needed: tap the mood that you would like a tape for.
people-agreed-send-again = Thank you. I no longer have your photo, since I keep none; please send it again.
people-not-agreed = I read a photo only if the person who posted it has agreed; they can do so with `/{ command-mood-name }` and a photo of their own.
people-no-photo = There is no photo in that message.

## Privacy

people-stored-title = Stored about you:
people-nothing-stored = Nothing is stored about you.
people-stored = { $table ->
        [consents] your consent to reading photos
        [person_settings] your preferences
        [tastes] what your thumbs and corrections taught me
        [history] { $count ->
                [one] your history: { $count } tape
               *[other] your history: { $count } tapes
            }
        [feedback] { $count ->
                [one] { $count } message of feedback from you
               *[other] { $count } messages of feedback from you
            }
        [tapes] { $count ->
                [one] { $count } tape, as long as its buttons work
               *[other] { $count } tapes, as long as their buttons work
            }
        [logins] the link to your Spotify account
        [pending_links] a link to Spotify that you have begun
        [playlists] { $count ->
                [one] { $count } playlist that I made in your Spotify account
               *[other] { $count } playlists that I made in your Spotify account
            }
       *[other] other entries: { $count }
    }
people-privacy-photos = Photos, and how faces in them look, are not among it: they are gone with the answer, except that a tape's buttons remember its seven probabilities for as long as they work.
people-privacy-favourites = Which artists you hear most on Spotify is not among it either: I ask only if you switched that on in `/{ command-preferences-name }`, and forget it within the hour.
people-export = This is everything that is stored about you, as a file.
people-delete-sure = This deletes everything stored about you at once, ends the link to your Spotify account, and cannot be undone.
people-deleted = Everything stored about you is deleted, and your Spotify account is no longer linked.
people-revoked = I have taken your yes back; before your next photo I will ask you again.
button-export-data = Export
button-revoke = Take my consent back
button-delete-data = Delete everything
button-delete-data-now = Yes, delete everything
button-keep-data = Keep it

## History

people-history-offer = I do not remember your moods and tapes unless you ask me to. If you do, only you see them, and you can clear them at any time.
button-remember = Start remembering
people-remembering = From your next tape on I remember its mood and its tracks; `/{ command-history-name }` shows them to you alone.
people-history-title = Your moods in { $month }
people-history-empty = Nothing yet in this month.
people-last-tapes = The last tapes:
people-tape-more = { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
button-previous-month = Previous month
button-next-month = Next month
button-forget-history = Clear, and stop
people-history-cleared = Your history is cleared, and I remember nothing from now on.

## Help and feedback

people-help = I turn how you look, or the mood that you pick, into a tape of music. Send a photo of your face or pick a mood:
people-help-menu = You can also mention me with a photo, send me one in a direct message, or open a message's menu > Apps > { menu-tape }.
people-help-privacy = Photos are read in memory and never kept; replies to commands are yours alone unless you, or the server, chose otherwise.
people-feedback-thanks = Thank you; whoever runs me will read it.
people-feedback-empty = There was nothing in it; please write a few words.

## Preferences and settings

people-preferences-title = Your preferences
people-settings-title = Settings of this server
people-setting-language = Language: { $value }
people-setting-private = Replies are private: { $value }
people-setting-history = History: { $value }
people-setting-explicit = Explicit tracks: { $value }
people-setting-favourites = Favourite artists from Spotify: { $value }
people-favourites-on = Until I know your taste, I ask Spotify which artists you hear most. I remember that for an hour at most, in memory only, and store none of it; `/{ command-preferences-name }` ends it.
people-favourites-not-linked = For that, please link your Spotify account with `/spotify { command-link-name }`; until then it changes nothing.
people-favourites-none = Spotify names me no artists of yours just now. If you linked your account some time ago, please link it again with `/spotify { command-link-name }`, so that Spotify may tell me.
people-setting-goal = Usual goal: { $value }
people-setting-length = { $count ->
        [one] Usual length: { $count } track
       *[other] Usual length: { $count } tracks
    }
people-setting-channels = Channels where any photo counts: { $value }
people-yes = yes
people-no = no
people-as-server = as the server prefers
people-no-channels = none
people-channels-off = Photo channels are off: whoever runs me has not switched on DISCORD_MESSAGE_CONTENT.
people-no-message-content = I cannot see photos in channels, because whoever runs me has not switched on DISCORD_MESSAGE_CONTENT. Nothing was changed.
people-not-manager = Only those who may manage this server can do that.

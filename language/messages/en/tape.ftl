### What all doors say of faces, moods and tapes.

## Moods: what a face looks like, and what people pick by hand

# Stands alone on buttons and in charts, and within the sentences below.
mood-word = { $mood ->
        [happy] happy
        [sad] sad
        [angry] angry
        [calm] calm
        [energetic] energetic
        [surprise] surprised
        [fear] afraid
        [disgust] disgusted
       *[neutral] neutral
    }

# Say how faces look, never how people are.
headline-looks = { $faces ->
        [1] You look mostly { mood-word }
       *[other] I see { $faces } faces; the room looks mostly { mood-word }
    }
headline-unsure = { $faces ->
        [1] I am not sure how you look; perhaps mostly { mood-word }
       *[other] I am not sure how these { $faces } faces look; perhaps mostly { mood-word }
    }
headline-picked = { $mood ->
        [angry] A tape for an angry mood
        [energetic] A tape for an energetic mood
       *[other] A tape for a { mood-word } mood
    }

probability = { NUMBER($probability, style: "percent") }
probability-tiny = under 1%

## Tapes

tape-leads = { $goal ->
        [lift] The tape starts there and goes towards happy.
        [calm] The tape starts there and goes towards calm.
        [energise] The tape starts there and goes towards energetic.
        [let-out] The tape lets it out first and then finds relief.
       *[take-me] The tape starts there and goes where you asked.
    }

tape-short = { $count ->
        [one] I found only { $count } track of { $asked }; the catalogue has no more.
       *[other] I found only { $count } tracks of { $asked }; the catalogue has no more.
    }
tape-short-left-out = { $count ->
        [one] I found only { $count } track of { $asked }; left out: { $left_out }.
       *[other] I found only { $count } tracks of { $asked }; left out: { $left_out }.
    }
# So many tracks are left out of a tape for this reason.
left-out = { $lack ->
        [unplaced] { $count } without valence and arousal
        [disliked] { $count } that you did not like
        [explicit] { $count } explicit or perhaps explicit
        [genre] { $count } of other genres
        [language] { $count } in other languages
        [decade] { $count } of other decades
        [gone] { $count } that Spotify does not have
       *[artist] { $count } by artists who are on the tape already
    }
# Puts a list together: the items so far, and the next one.
list-join = { $first }, { $next }
list-sentences = { $first } { $next }
playlist-title = Moodtape: { mood-word }, { DATETIME($made_on, dateStyle: "long") }
playlist-about = A playlist that feels { mood-word }, made by Moodtape on { DATETIME($made_on, dateStyle: "long") }.
button-open-playlist = Open in Spotify

## Why a track is on its tape

why-liked = you like { $artist }
why-variety = a little off the way, for variety
why-look = close to how you look{ why-energy }
why-mood = fits { $mood ->
        [angry] an angry mood
        [energetic] an energetic mood
       *[other] a { mood-word } mood
    }{ why-energy }
why-point = close to the point that you chose{ why-energy }
# Follows one of the three above.
why-energy = { $energy ->
        [more] , with more energy
        [less] , but calmer
       *[same] { "" }
    }
why-step = a step towards { why-end }
why-arrived = { why-end }, where this tape leads
why-end = { $towards ->
        [happy] happy
        [sad] sad
        [angry] angry
        [calm] calm
        [energetic] energetic
        [surprise] surprised
        [fear] afraid
        [disgust] disgusted
        [relief] relief
       *[neutral] neutral
    }
why-let-out = wild enough to let it out

### What all doors say of faces, moods and tapes.

## Moods: what a face looks like, and what people pick by hand

mood-word = { $mood ->
        [happy] joie
        [sad] tristesse
        [angry] colère
        [calm] calme
        [energetic] énergie
        [surprise] surprise
        [fear] peur
        [disgust] dégoût
       *[neutral] neutre
    }

# "Avoir l’air": the adjective agrees with "air", whoever it is.
headline-looks = { $faces ->
        [1] Tu as
       *[other] Je vois { $faces } visages ; le groupe a
    } surtout l’air { $mood ->
        [happy] joyeux
        [sad] triste
        [angry] en colère
        [calm] calme
        [energetic] plein d’énergie
        [surprise] surpris
        [fear] effrayé
        [disgust] dégoûté
       *[neutral] neutre
    }
headline-unsure = { $faces ->
        [1] Je ne sais pas bien ce que montre ton visage ; peut-être surtout : { mood-word }
       *[other] Je ne sais pas bien ce que montrent ces { $faces } visages ; peut-être surtout : { mood-word }
    }
headline-picked = Une cassette pour un moment { $mood ->
        [happy] de joie
        [sad] de tristesse
        [angry] de colère
        [calm] de calme
        [energetic] d’énergie
        [surprise] de surprise
        [fear] de peur
        [disgust] de dégoût
       *[neutral] neutre
    }

probability = { NUMBER($probability, style: "percent") }
probability-tiny = moins de 1 %

## Tapes

tape-leads = { $goal ->
        [lift] La cassette part de là et va vers la joie.
        [calm] La cassette part de là et va vers le calme.
        [energise] La cassette part de là et monte en énergie.
        [let-out] La cassette laisse d’abord tout sortir, puis trouve l’apaisement.
       *[take-me] La cassette part de là et va où tu l’as demandé.
    }

tape-short = { $count ->
        [one] Je n’ai trouvé que { $count } titre sur { $asked } ; le catalogue n’en a pas plus.
       *[other] Je n’ai trouvé que { $count } titres sur { $asked } ; le catalogue n’en a pas plus.
    }
tape-short-left-out = { $count ->
        [one] Je n’ai trouvé que { $count } titre sur { $asked } ; écartés : { $left_out }.
       *[other] Je n’ai trouvé que { $count } titres sur { $asked } ; écartés : { $left_out }.
    }
left-out = { $lack ->
        [unplaced] { $count } sans valence ni activation
        [disliked] { $count } que tu n’as pas aimés
        [explicit] { $count } explicites ou peut-être explicites
        [genre] { $count } d’autres genres
        [language] { $count } dans d’autres langues
        [decade] { $count } d’autres décennies
        [gone] { $count } que Spotify n’a pas
       *[artist] { $count } d’artistes déjà sur la cassette
    }
list-join = { $first }, { $next }
list-sentences = { $first } { $next }
playlist-title = Moodtape: { mood-word }, { DATETIME($made_on, dateStyle: "long") }
playlist-about = Humeur : { mood-word }. Créée par Moodtape le { DATETIME($made_on, dateStyle: "long") }.
button-open-playlist = Ouvrir dans Spotify

## Why a track is on its tape

why-liked = tu aimes { $artist }
why-variety = un peu à côté du chemin, pour varier
why-look = proche de l’air que tu as{ why-energy }
why-mood = va avec un moment { $mood ->
        [happy] de joie
        [sad] de tristesse
        [angry] de colère
        [calm] de calme
        [energetic] d’énergie
        [surprise] de surprise
        [fear] de peur
        [disgust] de dégoût
       *[neutral] neutre
    }{ why-energy }
why-point = proche du point que tu as choisi{ why-energy }
why-energy = { $energy ->
        [more] , avec plus d’énergie
        [less] , mais plus calme
       *[same] { "" }
    }
why-step = un pas vers { why-end }
why-arrived = { why-end }, là où mène cette cassette
why-end = { $towards ->
        [happy] la joie
        [sad] la tristesse
        [angry] la colère
        [calm] le calme
        [energetic] l’énergie
        [surprise] la surprise
        [fear] la peur
        [disgust] le dégoût
        [relief] l’apaisement
       *[neutral] le neutre
    }
why-let-out = assez sauvage pour tout laisser sortir

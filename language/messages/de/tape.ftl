### What all doors say of faces, moods and tapes.

## Moods: what a face looks like, and what people pick by hand

mood-word = { $mood ->
        [happy] fröhlich
        [sad] traurig
        [angry] wütend
        [calm] ruhig
        [energetic] energiegeladen
        [surprise] überrascht
        [fear] ängstlich
        [disgust] angewidert
       *[neutral] neutral
    }

headline-looks = { $faces ->
        [1] Du siehst vor allem { mood-word } aus
       *[other] Ich sehe { $faces } Gesichter; die Runde sieht vor allem { mood-word } aus
    }
headline-unsure = { $faces ->
        [1] Ich bin nicht sicher, wie du aussiehst; vielleicht vor allem { mood-word }
       *[other] Ich bin nicht sicher, wie diese { $faces } Gesichter aussehen; vielleicht vor allem { mood-word }
    }
headline-picked = Ein Tape für eine { $mood ->
        [happy] fröhliche
        [sad] traurige
        [angry] wütende
        [calm] ruhige
        [energetic] energiegeladene
        [surprise] überraschte
        [fear] ängstliche
        [disgust] angewiderte
       *[neutral] neutrale
    } Stimmung

probability = { NUMBER($probability, style: "percent") }
probability-tiny = unter 1 %

## Tapes

tape-leads = { $goal ->
        [lift] Das Tape beginnt dort und führt ins Fröhliche.
        [calm] Das Tape beginnt dort und führt in die Ruhe.
        [energise] Das Tape beginnt dort und bringt dich in Schwung.
        [let-out] Das Tape lässt es erst raus und findet dann Erleichterung.
       *[take-me] Das Tape beginnt dort und führt, wohin du wolltest.
    }

tape-short = Ich habe nur { $count } von { $asked } Titeln gefunden; mehr hat der Katalog nicht.
tape-short-left-out = Ich habe nur { $count } von { $asked } Titeln gefunden; ausgelassen: { $left_out }.
left-out = { $lack ->
        [unplaced] { $count } ohne Valenz und Erregung
        [disliked] { $count } nicht gemochte
        [explicit] { $count } (vielleicht) anstößig
        [genre] { $count } aus anderen Genres
        [language] { $count } in anderen Sprachen
        [decade] { $count } aus anderen Jahrzehnten
        [gone] { $count }, die Spotify nicht hat
       *[artist] { $count } von Leuten, die schon auf dem Tape sind
    }
list-join = { $first }, { $next }
list-sentences = { $first } { $next }
playlist-title = Moodtape: { mood-word }, { DATETIME($made_on, dateStyle: "long") }
playlist-about = Stimmung: { mood-word }. Von Moodtape gemacht am { DATETIME($made_on, dateStyle: "long") }.
button-open-playlist = In Spotify öffnen

## Why a track is on its tape

why-liked = { $artist } gefällt dir
why-variety = ein wenig abseits des Wegs, zur Abwechslung
why-look = nah an dem, wie du aussiehst{ why-energy }
why-mood = passt zu einer { $mood ->
        [happy] fröhlichen
        [sad] traurigen
        [angry] wütenden
        [calm] ruhigen
        [energetic] energiegeladenen
        [surprise] überraschten
        [fear] ängstlichen
        [disgust] angewiderten
       *[neutral] neutralen
    } Stimmung{ why-energy }
why-point = nah an dem Punkt, den du gewählt hast{ why-energy }
why-energy = { $energy ->
        [more] , mit mehr Energie
        [less] , aber ruhiger
       *[same] { "" }
    }
why-step = ein Schritt in Richtung { why-end }
why-arrived = { why-end }, wohin dieses Tape führt
why-end = { $towards ->
        [happy] Freude
        [sad] Trauer
        [angry] Wut
        [calm] Ruhe
        [energetic] Energie
        [surprise] Überraschung
        [fear] Angst
        [disgust] Ekel
        [relief] Erleichterung
       *[neutral] Neutralität
    }
why-let-out = wild genug, um es rauszulassen

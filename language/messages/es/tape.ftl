### What all doors say of faces, moods and tapes.

## Moods: what a face looks like, and what people pick by hand

mood-word = { $mood ->
        [happy] alegría
        [sad] tristeza
        [angry] rabia
        [calm] calma
        [energetic] energía
        [surprise] sorpresa
        [fear] miedo
        [disgust] asco
       *[neutral] neutral
    }

headline-looks = { $faces ->
        [1] { $mood ->
            [neutral] Tienes sobre todo cara neutral
           *[other] Tienes sobre todo cara de { mood-word }
        }
       *[other] { $mood ->
            [neutral] Veo { $faces } caras; el grupo tiene sobre todo cara neutral
           *[other] Veo { $faces } caras; el grupo tiene sobre todo cara de { mood-word }
        }
    }
headline-unsure = { $faces ->
        [1] No sé bien qué cara tienes; quizá sobre todo de { mood-word }
       *[other] No sé bien qué muestran estas { $faces } caras; quizá sobre todo { mood-word }
    }
headline-picked = { $mood ->
        [neutral] Una cinta para un momento neutral
       *[other] Una cinta para un momento de { mood-word }
    }

probability = { NUMBER($probability, style: "percent") }
probability-tiny = menos del 1 %

## Tapes

tape-leads = { $goal ->
        [lift] La cinta empieza ahí y va hacia la alegría.
        [calm] La cinta empieza ahí y va hacia la calma.
        [energise] La cinta empieza ahí y va ganando energía.
        [let-out] La cinta primero lo suelta todo y luego encuentra alivio.
       *[take-me] La cinta empieza ahí y va adonde pediste.
    }

tape-short = { $count ->
        [one] Solo encontré { $count } canción de { $asked }; el catálogo no tiene más.
       *[other] Solo encontré { $count } canciones de { $asked }; el catálogo no tiene más.
    }
tape-short-left-out = { $count ->
        [one] Solo encontré { $count } canción de { $asked }; descartadas: { $left_out }.
       *[other] Solo encontré { $count } canciones de { $asked }; descartadas: { $left_out }.
    }
left-out = { $lack ->
        [unplaced] { $count } sin valencia ni activación
        [disliked] { $count } que no te gustaron
        [explicit] { $count } explícitas o quizá explícitas
        [genre] { $count } de otros géneros
        [language] { $count } en otros idiomas
        [decade] { $count } de otras décadas
        [gone] { $count } que Spotify no tiene
       *[artist] { $count } de artistas que ya están en la cinta
    }
list-join = { $first }, { $next }
list-sentences = { $first } { $next }
playlist-title = Moodtape: { mood-word }, { DATETIME($made_on, dateStyle: "long") }
playlist-about = Estado de ánimo: { mood-word }. Hecha por Moodtape el { DATETIME($made_on, dateStyle: "long") }.
button-open-playlist = Abrir en Spotify

## Why a track is on its tape

why-liked = te gusta { $artist }
why-variety = un poco fuera del camino, para variar
why-look = cerca de la cara que tienes{ why-energy }
why-mood = encaja con un momento { $mood ->
        [neutral] neutral
       *[other] de { mood-word }
    }{ why-energy }
why-point = cerca del punto que elegiste{ why-energy }
why-energy = { $energy ->
        [more] , con más energía
        [less] , pero con más calma
       *[same] { "" }
    }
why-step = un paso hacia { why-end }
why-arrived = { why-end }, adonde lleva esta cinta
why-end = { $towards ->
        [happy] la alegría
        [sad] la tristeza
        [angry] la rabia
        [calm] la calma
        [energetic] la energía
        [surprise] la sorpresa
        [fear] el miedo
        [disgust] el asco
        [relief] el alivio
       *[neutral] lo neutral
    }
why-let-out = lo bastante intensa para soltarlo todo

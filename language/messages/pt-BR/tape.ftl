### What all doors say of faces, moods and tapes.

## Moods: what a face looks like, and what people pick by hand

mood-word = { $mood ->
        [happy] alegria
        [sad] tristeza
        [angry] raiva
        [calm] calma
        [energetic] energia
        [surprise] surpresa
        [fear] medo
        [disgust] nojo
       *[neutral] neutro
    }

headline-looks = { $faces ->
        [1] { $mood ->
            [neutral] Você está com uma cara principalmente neutra
           *[other] Você está com cara principalmente de { mood-word }
        }
       *[other] { $mood ->
            [neutral] Vejo { $faces } rostos; o grupo está com uma cara principalmente neutra
           *[other] Vejo { $faces } rostos; o grupo está com cara principalmente de { mood-word }
        }
    }
headline-unsure = { $faces ->
        [1] Não sei bem o que seu rosto mostra; talvez principalmente { mood-word }
       *[other] Não sei bem o que estes { $faces } rostos mostram; talvez principalmente { mood-word }
    }
headline-picked = { $mood ->
        [neutral] Uma fita para um momento neutro
       *[other] Uma fita para um momento de { mood-word }
    }

probability = { NUMBER($probability, style: "percent") }
probability-tiny = menos de 1%

## Tapes

tape-leads = { $goal ->
        [lift] A fita começa aí e vai em direção à alegria.
        [calm] A fita começa aí e vai em direção à calma.
        [energise] A fita começa aí e vai ganhando energia.
        [let-out] A fita primeiro põe tudo para fora e depois encontra alívio.
       *[take-me] A fita começa aí e vai para onde você pediu.
    }

tape-short = { $count ->
        [one] Só encontrei { $count } faixa de { $asked }; o catálogo não tem mais.
       *[other] Só encontrei { $count } faixas de { $asked }; o catálogo não tem mais.
    }
tape-short-left-out = { $count ->
        [one] Só encontrei { $count } faixa de { $asked }; deixadas de fora: { $left_out }.
       *[other] Só encontrei { $count } faixas de { $asked }; deixadas de fora: { $left_out }.
    }
left-out = { $lack ->
        [unplaced] { $count } sem valência e ativação
        [disliked] { $count } de que você não gostou
        [explicit] { $count } explícitas ou talvez explícitas
        [genre] { $count } de outros gêneros
        [language] { $count } em outros idiomas
        [decade] { $count } de outras décadas
        [gone] { $count } que o Spotify não tem
       *[artist] { $count } de artistas que já estão na fita
    }
list-join = { $first }, { $next }
list-sentences = { $first } { $next }
playlist-title = Moodtape: { mood-word }, { DATETIME($made_on, dateStyle: "long") }
playlist-about = Clima: { mood-word }. Feita pelo Moodtape em { DATETIME($made_on, dateStyle: "long") }.
button-open-playlist = Abrir no Spotify

## Why a track is on its tape

why-liked = você gosta de { $artist }
why-variety = um pouco fora do caminho, para variar
why-look = perto da cara com que você está{ why-energy }
why-mood = combina com um momento { $mood ->
        [neutral] neutro
       *[other] de { mood-word }
    }{ why-energy }
why-point = perto do ponto que você escolheu{ why-energy }
why-energy = { $energy ->
        [more] , com mais energia
        [less] , mas com mais calma
       *[same] { "" }
    }
why-step = um passo em direção { $towards ->
        [fear] ao medo
        [disgust] ao nojo
        [relief] ao alívio
        [neutral] ao neutro
       *[other] à { why-end }
    }
why-arrived = { why-end }, aonde esta fita leva
why-end = { $towards ->
        [happy] alegria
        [sad] tristeza
        [angry] raiva
        [calm] calma
        [energetic] energia
        [surprise] surpresa
        [fear] medo
        [disgust] nojo
        [relief] alívio
       *[neutral] neutro
    }
why-let-out = intensa o bastante para pôr tudo para fora

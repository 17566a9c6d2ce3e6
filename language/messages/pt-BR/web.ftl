### What the page says. Only the messages of the notice may hold <strong>.

web-tagline = Entra uma selfie, sai uma playlist.
web-skip = Ir para o conteúdo
web-footer = As fotos são lidas na memória e descartadas, e nenhum script de fora roda aqui.

## The form

web-form-title = Com que cara você está hoje?
web-form-note = Uma foto, uma fita que combina.
web-did-not-work = Não deu certo
web-notice-title = Antes de mandar uma foto
web-notice-computed = Procuro rostos e estimo <strong>sete probabilidades de emoções</strong> para cada um, só na memória. Nada fica guardado: nem a foto, nem os números.
web-notice-hint = Um rosto é uma <strong>pista, não uma prova</strong> de como alguém se sente.
web-notice-not-for = Não é para <strong>menores de 13 anos</strong>, nem para uso <strong>no trabalho ou na escola</strong>.
web-notice-no-photo = Escolher um estado de espírito <strong>não precisa de foto</strong>.
web-live-notice = Com a câmera ligada, imagens pequenas vão a este servidor várias vezes por segundo, são lidas e descartadas.
web-agree-first = Leia o aviso primeiro, por favor, e avise quem mais aparece na foto. Sua resposta fica em um único cookie, que diz sim e nada sobre você.
web-agree = Li o aviso; usar uma foto
web-take-consent-back = Retirar meu consentimento
web-your-photo = Sua foto
web-chosen-photo = A foto que você escolheu
web-camera-view = O que sua câmera vê
web-take-photo = Tirar a foto
web-cancel = Cancelar
web-photo-label = Uma selfie, ou o grupo todo
web-photo-help = JPEG, HEIC, PNG ou WebP, até { $limit_mb } MB
web-drop-help = ; ou arraste ou cole uma aqui
web-use-camera = Usar a câmera
web-watch = Olhar por dois segundos
web-meters-caption = Probabilidade de cada uma das sete emoções, neste momento
web-wishes = Sua fita
web-goal-question = Para onde ela deve levar?
web-goal-any = O que combinar com o estado de espírito
web-goal = { $goal ->
        [lift] Me anime
        [calm] Me acalme
        [energise] Me dê energia
        [let-out] Pôr tudo para fora
        [take-me] Para outro estado de espírito
       *[other] Ficar nesse estado de espírito
    }
web-energy = Energia
web-energy-least = muito mais calma
web-energy-less = mais calma
web-energy-same = como vier
web-energy-more = mais energia
web-energy-most = muito mais energia
web-tracks = Faixas
web-make = Fazer minha fita
web-no-photo = Sem foto? Escolha um estado de espírito

## What the form's script says

web-looking = Olhando sua foto e escolhendo a música. Isso leva alguns segundos…
web-choosing = Escolhendo a música…
web-making-playlist = Pedindo a playlist ao Spotify…
web-no-camera = A câmera não funciona aqui; escolha uma foto, por favor.
web-camera-on = A câmera está ligada, e nada fica guardado. Tire uma foto, ou me deixe olhar por alguns segundos.
web-camera-lost = A câmera parou. Ligue de novo ou escolha uma foto.
web-photo-ready = Sua foto está pronta.
web-too-large = Essa foto é grande demais; escolha uma de no máximo { $limit_mb } MB, por favor.
web-stills-ready = Alguns segundos estão prontos; sua fita é feita da média deles.
web-hold-on = Olhando por dois segundos…
web-live-ended = A visão ao vivo parou; tirar uma foto ainda funciona.
web-live-no-face = Nenhum rosto ainda; olhe para a câmera.
web-live-faces = { $faces ->
        [1] Um rosto; principalmente { mood-word }.
       *[other] { $faces } rostos; principalmente { mood-word }.
    }

## The tape

web-cassette = Fita cassete
web-track-count = { $count ->
        [one] { $count } faixa
       *[other] { $count } faixas
    }
web-not-your-mood = Não me sinto assim
web-another-mood = Outro estado de espírito?
web-the-tape = A fita
web-side = Lado { $letter }
web-another-tape = Fazer outra fita
web-start-over = Começar de novo
web-again = Outra fita
web-again-note = O mesmo estado de espírito, outras faixas.
web-open-player = Ouvir aqui
web-player-title = O player do Spotify com esta playlist
web-player-note = O player vem do Spotify: assim que você o abre, o Spotify fica sabendo seu endereço e que você esteve aqui.
web-faces-title = Rosto por rosto
web-faces-note = Numerados fileira por fileira, a partir da esquerda.
web-face-sure = principalmente { mood-word }, { $percent }
web-face-unsure = talvez principalmente { mood-word }, { $percent }
web-face-hard = { $line } (difícil de ler: { $reason ->
        [too_small] ele está pequeno demais
        [cut_off] a borda da foto corta um pedaço
        [dark] ele está escuro demais
        [blown_out] ele está claro demais
        [blurred] ele está borrado
        [turned_away] ele está virado
       *[occluded] algo cobre uma parte
    })
web-face-hints = { $faces ->
        [one] O que o rosto sugere
       *[other] O que os rostos sugerem
    }
web-bars-caption = Probabilidade de cada uma das sete emoções
web-bars-note = Um palpite só pela aparência; como você se sente, só você sabe. A foto já não existe mais.
web-no-playlists = As playlists ainda não estão configuradas aqui, então cada faixa leva ao Spotify.
web-playlist-not-yet = Ainda não há playlist desta fita.
web-make-playlist = Criar a playlist
web-playlist-later = Você pode tocar quando quiser; é criada uma só playlist, e a fita espera por um dia.
web-tape-page = A página da fita
web-missing = { $count ->
        [one] Mais { $count } faixa desta fita não está no Spotify.
       *[other] Mais { $count } faixas desta fita não estão no Spotify.
    }

web-other-player = Leve para outro player:
web-for-an-hour = por pelo menos uma hora.
web-no-such-file = Esse arquivo não existe
web-file-gone = Os arquivos de uma fita não ficam guardados por muito tempo; faça a fita de novo.
web-not-linked = Não vinculada
web-linked = Vinculada como { $account }
web-back-to-discord = Você já pode voltar ao Discord.
web-linked-to = As playlists que a conta do Discord { $person } salvar agora vão para esta conta do Spotify. `/spotify { command-unlink-name }` lá encerra isso.
web-linked-to-asker = As playlists que a conta do Discord que pediu isso salvar agora vão para esta conta do Spotify. `/spotify { command-unlink-name }` lá encerra isso.
web-take-back = Essa não é a sua conta do Discord? Então remova o Moodtape agora mesmo em { $address }.

## Problems with the form

web-form-unreadable = Esse formulário não chegou inteiro; mande de novo, por favor.
web-nothing-chosen = Escolha uma foto ou um estado de espírito, por favor.
web-upload-too-slow = O envio demorou demais; tente de novo, talvez com uma foto menor.
web-tracks-out-of-range = Uma fita tem de { $fewest } a { $most } faixas; escolha um número entre eles, por favor.
web-no-such-page = Não há essa página aqui.
web-refused = Isso não funciona aqui.
web-incident = Algo deu errado aqui, e a culpa não é sua. Tente de novo, por favor; o número do incidente é { $incident }.
web-unknown-host = Esse nome de host não é conhecido aqui.
web-foreign-page = Esta página só aceita pedidos das próprias páginas.
web-odd-length = O tamanho declarado não é um número.
web-consent-missing = Leia o aviso e aceite antes de mandar uma foto, por favor; ou escolha um estado de espírito.
web-too-many-requests = Isso foi um pouco rápido para mim; tente de novo em { wait }, por favor.
web-restarting = Estou reiniciando; peça de novo daqui a um minuto, por favor.
web-tape-unknown = Essa fita não está mais aqui; faça uma nova, por favor.

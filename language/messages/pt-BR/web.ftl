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
web-your-photo = Sua foto
web-chosen-photo = A foto que você escolheu
web-camera-view = O que sua câmera vê
web-take-photo = Tirar a foto
web-cancel = Cancelar
web-photo-label = Uma selfie, ou o grupo todo
web-photo-help = JPEG, HEIC, PNG ou WebP, até { $limit_mb } MB
web-drop-help = ; ou arraste ou cole uma aqui
web-use-camera = Usar a câmera
web-tracks = Faixas
web-make = Fazer minha fita
web-no-photo = Sem foto? Escolha um estado de espírito

## What the form's script says

web-looking = Olhando sua foto e escolhendo a música. Isso leva alguns segundos…
web-choosing = Escolhendo a música…
web-no-camera = A câmera não funciona aqui; escolha uma foto, por favor.
web-camera-on = A câmera está ligada. Nada é enviado até você fazer sua fita.
web-photo-ready = Sua foto está pronta.
web-too-large = Essa foto é grande demais; escolha uma de no máximo { $limit_mb } MB, por favor.

## The tape

web-cassette = Fita cassete
web-track-count = { $count ->
        [one] { $count } faixa
       *[other] { $count } faixas
    }
web-not-your-mood = Não se sente assim? Escolha um estado de espírito
web-another-mood = Outro estado de espírito?
web-the-tape = A fita
web-side = Lado { $letter }
web-another-tape = Fazer outra fita
web-face-hints = { $faces ->
        [one] O que o rosto sugere
       *[other] O que os rostos sugerem
    }
web-bars-caption = Probabilidade de cada uma das sete emoções
web-bars-note = Um palpite só pela aparência; como você se sente, só você sabe. A foto já não existe mais.
web-no-playlists = As playlists ainda não estão configuradas aqui, então cada faixa leva ao Spotify.
web-missing = { $count ->
        [one] Mais { $count } faixa desta fita não está no Spotify.
       *[other] Mais { $count } faixas desta fita não estão no Spotify.
    }

web-other-player = Leve para outro player:
web-for-an-hour = por uma hora.
web-no-such-file = Esse arquivo não existe
web-file-gone = Os arquivos de uma fita ficam aqui por uma hora depois de feita; faça a fita de novo.
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

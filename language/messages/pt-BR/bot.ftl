### What the Discord bot says.

## Commands

command-mood-name = humor
command-mood = Transforma uma selfie ou um estado de espírito em uma playlist do Spotify
option-photo-name = foto
option-photo = Uma foto com seu rosto; ela é lida na memória e não fica guardada
option-mood-name = humor
option-mood = Como você se sente, se preferir não mandar foto
option-tracks-name = faixas
option-tracks = Quantas faixas, de 5 a 50 (20 se você não disser nada)
option-private-name = privado
option-private = Só você vê a resposta (sim, se você não disser nada)

command-spotify = Vincule sua própria conta do Spotify ou desfaça isso
command-link-name = vincular
command-link = Vincule sua conta do Spotify para que as playlists cheguem à sua biblioteca
command-status-name = status
command-status = Veja qual conta do Spotify está vinculada a você
command-unlink-name = desvincular
command-unlink = Desvincule sua conta do Spotify e apague o login daqui

## Short answers

bot-how-to-ask = Coloque uma foto do seu rosto em `/{ command-mood-name }`, ou toque no estado de espírito para o qual você quer uma fita.
bot-photo-or-mood = Mande uma foto ou um estado de espírito, por favor, mas não os dois.
bot-one-at-a-time = Ainda estou fazendo sua última fita; peça de novo quando ela chegar, por favor.
bot-stopping = Estou reiniciando; peça de novo em um minuto, por favor.
bot-in-line = Você está na fila; sua vez chega em cerca de { wait }.
button-stop = Parar
bot-stopped = Parado; nada foi feito. Peça de novo quando quiser.
bot-nothing-to-stop = Não há mais nada para parar.
bot-too-slow = O Discord foi lento demais agora; peça de novo, por favor.
bot-not-yours = Estes botões são de outra pessoa; use `/{ command-mood-name }` para ter sua própria fita.
bot-incident = Algo deu errado do meu lado; quem cuida de mim pode procurar como incidente { $incident }.
bot-how-to-link = Aceite na página do Spotify em até dez minutos e volte; `/spotify { command-status-name }` mostra a conta. A página é só para você: outra pessoa que a abrir vincula a conta dela a você. O Spotify também pergunta se posso ver quais artistas você mais ouve; só olho se você ligar isso em `/{ command-preferences-name }`.
button-open-spotify = Abrir a página do Spotify
bot-linked = Sua conta do Spotify { $account } está vinculada. O Spotify encerra isso em { DATETIME($ends_on, dateStyle: "long") }; `/spotify { command-link-name }` renova.
bot-unlinked = Seu login do Spotify foi apagado daqui. As playlists continuam na sua biblioteca; para tirar o Moodtape também da lista do Spotify, abra <https://www.spotify.com/account/apps>.
bot-step = { $step ->
        [reading] Lendo sua foto…
        [picking] Escolhendo a música…
       *[publishing] Criando a playlist…
    }

## The card

bot-tracks = Faixas no Spotify
bot-photo-not-kept = Foto lida na memória e não guardada. Um rosto é uma pista, não uma prova.
bot-chance = { mood-word } { $percent }
bot-by-artist = de { $artist }
bot-more = e mais { $count }
bot-more-in-playlist = e mais { $count } na playlist
bot-missing = { $count ->
        [one] { $count } faixa não está no Spotify e ficou de fora.
       *[other] { $count } faixas não estão no Spotify e ficaram de fora.
    }

## Wishes

option-goal-name = meta
option-goal = Aonde a fita deve levar (o que combina com o seu estado, se você não disser nada)
option-to-name = para
option-to = O estado de espírito aonde ir, com a meta “me leve para”
choice-goal-match = acompanhe o que sinto
choice-goal-lift = me anime
choice-goal-calm = me acalme
choice-goal-energise = me dê energia
choice-goal-let-out = ponha para fora
choice-goal-take-me = me leve para …
bot-where-to = Para chegar a um estado de espírito, escolha a meta “{ choice-goal-take-me }” e o estado em `{ option-to-name }`; as outras metas não precisam de `{ option-to-name }`.

## Under a tape

button-another = Outra fita
button-more-energy = Mais energia
button-calmer = Mais calma
button-lift = Me anime
button-good = Mais assim
button-bad = Não é meu gosto
button-save = Salvar no meu Spotify
button-export = Exportar
button-share = Compartilhar
button-later = Criar a playlist depois
button-shared = Compartilhada
bot-not-how-i-feel = Não é assim que me sinto…
bot-corrected = Obrigado; aprendo com isso.
bot-liked = Anotado: mais assim de agora em diante. O outro polegar diz o contrário.
bot-disliked = Anotado: menos assim de agora em diante. O outro polegar diz o contrário.
bot-learnt-already = Isso eu já aprendi. O outro polegar diz o contrário.
bot-saved = A playlist está na sua biblioteca do Spotify.
bot-nothing-to-save = As playlists não estão configuradas aqui; leve a fita como arquivo.
bot-exported = Sua fita para outros players: M3U8 e XSPF para players, CSV para planilhas.
bot-shared = Compartilhada: a fita, sem a cara que você fez. Agora outras pessoas podem usar os botões dela.
bot-shared-already = Esta fita já está compartilhada.
bot-later = { $problem } Assim que isso passar, crio sua playlist e envio o link por mensagem direta; este botão também vai mostrá-lo.
bot-later-not-yours = Só a pessoa dona desta fita pode esperar pela playlist dela; “{ button-another }” dá a você uma só sua.
bot-playlist-ready = O Spotify voltou a aceitar playlists, e aqui está a sua.
bot-unsure = Uma foto mais clara ajuda: luz no rosto e olhos na câmera. Ou toque em como você se sente:
bot-stays = A fita fica nesse estado de espírito.
bot-shift = { $energy ->
        [more] Com mais energia.
        [less] Mais calma.
       *[same] Tão animada quanto antes.
    }

## Several faces

bot-face = { $number }, { bot-place }: principalmente { mood-word }, { $share } da fita
bot-face-unsure = { $number }, { bot-place }: talvez { mood-word }, { $share } da fita
bot-face-unclear = { $number }, { bot-place }: { bot-face-reason }, por isso só { $share } da fita
bot-place = { $place ->
        [top-left] em cima à esquerda
        [top] em cima
        [top-right] em cima à direita
        [left] à esquerda
        [right] à direita
        [bottom-left] embaixo à esquerda
        [bottom] embaixo
        [bottom-right] embaixo à direita
       *[middle] no meio
    }
bot-face-reason = { $reason ->
        [too_small] pequeno demais para ler bem
        [cut_off] cortado pela borda
        [dark] escuro demais para ler bem
        [blown_out] claro demais para ler bem
        [blurred] borrado demais para ler bem
        [turned_away] virado para outro lado
       *[occluded] coberto em parte
    }

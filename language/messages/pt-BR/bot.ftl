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
bot-too-slow = O Discord foi lento demais agora; peça de novo, por favor.
bot-not-yours = Estes botões são de outra pessoa; use `/{ command-mood-name }` para ter sua própria fita.
bot-incident = Algo deu errado do meu lado; quem cuida de mim pode procurar como incidente { $incident }.
bot-how-to-link = Aceite na página do Spotify em até dez minutos e volte; `/spotify { command-status-name }` mostra a conta. A página é só para você: outra pessoa que a abrir vincula a conta dela a você.
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

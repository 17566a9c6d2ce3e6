### What the Discord bot says.

## Commands

command-mood-name = ánimo
command-mood = Convierte una selfie o un estado de ánimo en una lista de Spotify
option-photo-name = foto
option-photo = Una foto con tu cara; se lee en memoria y no se guarda
option-mood-name = ánimo
option-mood = Cómo te sientes, si prefieres no enviar una foto
option-tracks-name = canciones
option-tracks = Cuántas canciones, de 5 a 50 (20 si no dices nada)
option-private-name = privado
option-private = Solo tú ves la respuesta (sí, si no dices nada)

command-spotify = Vincula tu propia cuenta de Spotify o deja de hacerlo
command-link-name = vincular
command-link = Vincula tu cuenta de Spotify para que las listas lleguen a tu biblioteca
command-status-name = estado
command-status = Mira qué cuenta de Spotify está vinculada contigo
command-unlink-name = desvincular
command-unlink = Desvincula tu cuenta de Spotify y borra aquí su acceso

## Short answers

bot-how-to-ask = Añade una foto de tu cara a `/{ command-mood-name }`, o toca el estado de ánimo para el que quieres una cinta.
bot-photo-or-mood = Dame una foto o un estado de ánimo, por favor, pero no las dos cosas.
bot-one-at-a-time = Todavía estoy haciendo tu última cinta; pídeme otra cuando llegue, por favor.
bot-stopping = Me estoy reiniciando; vuelve a pedírmelo dentro de un minuto, por favor.
bot-too-slow = Discord fue demasiado lento; vuelve a pedírmelo, por favor.
bot-not-yours = Estos botones son de otra persona; usa `/{ command-mood-name }` para tener tu propia cinta.
bot-incident = Algo falló por mi parte; quien me administra puede buscarlo como incidente { $incident }.
bot-how-to-link = Acepta en la página de Spotify en menos de diez minutos y vuelve; `/spotify { command-status-name }` muestra la cuenta. La página es solo para ti: quien más la abra vincula su cuenta contigo.
button-open-spotify = Abrir la página de Spotify
bot-linked = Tu cuenta de Spotify { $account } está vinculada. Spotify lo termina el { DATETIME($ends_on, dateStyle: "long") }; `/spotify { command-link-name }` lo renueva.
bot-unlinked = Tu acceso a Spotify se ha borrado aquí. Las listas siguen en tu biblioteca; para quitar Moodtape también de la lista de Spotify, abre <https://www.spotify.com/account/apps>.
bot-step = { $step ->
        [reading] Leyendo tu foto…
        [picking] Eligiendo la música…
       *[publishing] Creando la lista…
    }

## The card

bot-tracks = Canciones en Spotify
bot-photo-not-kept = La foto se leyó en memoria y no se guarda. Una cara es una pista, no una prueba.
bot-chance = { mood-word } { $percent }
bot-by-artist = de { $artist }
bot-more = y { $count } más
bot-more-in-playlist = y { $count } más en la lista
bot-missing = { $count ->
        [one] { $count } canción no está en Spotify y se queda fuera.
       *[other] { $count } canciones no están en Spotify y se quedan fuera.
    }

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

## Short answers

bot-how-to-ask = Añade una foto de tu cara a `/{ command-mood-name }`, o toca el estado de ánimo para el que quieres una cinta.
bot-photo-or-mood = Dame una foto o un estado de ánimo, por favor, pero no las dos cosas.
bot-one-at-a-time = Todavía estoy haciendo tu última cinta; pídeme otra cuando llegue, por favor.
bot-stopping = Me estoy reiniciando; vuelve a pedírmelo dentro de un minuto, por favor.
bot-too-slow = Discord fue demasiado lento; vuelve a pedírmelo, por favor.
bot-not-yours = Estos botones son de otra persona; usa `/{ command-mood-name }` para tener tu propia cinta.
bot-incident = Algo falló por mi parte; quien me administra puede buscarlo como incidente { $incident }.
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

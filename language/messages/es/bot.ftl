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
bot-in-line = Estás en la cola; te toca dentro de { wait }, más o menos.
button-stop = Detener
bot-stopped = Detenido; no se ha hecho nada. Vuelve a pedírmelo cuando quieras.
bot-nothing-to-stop = Ya no queda nada que detener.
bot-too-slow = Discord fue demasiado lento; vuelve a pedírmelo, por favor.
bot-not-yours = Estos botones son de otra persona; usa `/{ command-mood-name }` para tener tu propia cinta.
bot-incident = Algo falló por mi parte; quien me administra puede buscarlo como incidente { $incident }.
bot-how-to-link = Acepta en la página de Spotify en menos de diez minutos y vuelve; `/spotify { command-status-name }` muestra la cuenta. La página es solo para ti: quien más la abra vincula su cuenta contigo. Spotify pregunta también si puedo ver qué artistas oyes más; solo miro si lo activas en `/{ command-preferences-name }`.
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

## Wishes

option-goal-name = meta
option-goal = Adónde debe llevar la cinta (lo que va con tu ánimo, si no dices nada)
option-to-name = hacia
option-to = El estado de ánimo al que ir, con la meta «llévame a»
choice-goal-match = acompaña lo que siento
choice-goal-lift = levántame el ánimo
choice-goal-calm = cálmame
choice-goal-energise = dame energía
choice-goal-let-out = déjalo salir
choice-goal-take-me = llévame a …
bot-where-to = Para que te lleve a un estado de ánimo, elige la meta «{ choice-goal-take-me }» y el ánimo en `{ option-to-name }`; las demás metas no necesitan `{ option-to-name }`.

## Under a tape

button-another = Otra cinta
button-more-energy = Más energía
button-calmer = Más calma
button-lift = Levántame el ánimo
button-good = Más como esto
button-bad = No me gusta
button-save = Guardar en mi Spotify
button-export = Exportar
button-share = Compartir
button-later = Crear la lista más tarde
button-shared = Compartida
bot-not-how-i-feel = No me siento así…
bot-corrected = Gracias; aprendo de eso.
bot-liked = Anotado: más como esto a partir de ahora. El otro pulgar dice lo contrario.
bot-disliked = Anotado: menos como esto a partir de ahora. El otro pulgar dice lo contrario.
bot-learnt-already = Eso ya lo he aprendido. El otro pulgar dice lo contrario.
bot-saved = La lista está en tu biblioteca de Spotify.
bot-nothing-to-save = Aquí no se pueden crear listas; llévate la cinta como archivo.
bot-exported = Tu cinta para otros reproductores: M3U8 y XSPF para reproductores, CSV para hojas de cálculo.
bot-shared = Compartida: la cinta, sin la cara que tienes. Ahora otras personas pueden usar sus botones.
bot-shared-already = Esta cinta ya está compartida.
bot-later = { $problem } En cuanto pase, crearé tu lista y te enviaré el enlace por mensaje directo; este botón también lo mostrará.
bot-later-not-yours = Solo la persona de quien es esta cinta puede esperar su lista; «{ button-another }» te da una propia.
bot-playlist-ready = Spotify vuelve a aceptar listas, y aquí está la tuya.
bot-unsure = Ayuda una foto más clara: luz en la cara y mirada a la cámara. O toca cómo te sientes:
bot-stays = La cinta se queda con ese estado de ánimo.
bot-shift = { $energy ->
        [more] Con más energía.
        [less] Más tranquila.
       *[same] Tan animada como antes.
    }

## Several faces

bot-face = { $number }, { bot-place }: sobre todo { mood-word }, { $share } de la cinta
bot-face-unsure = { $number }, { bot-place }: quizá { mood-word }, { $share } de la cinta
bot-face-unclear = { $number }, { bot-place }: { bot-face-reason }, por eso solo { $share } de la cinta
bot-place = { $place ->
        [top-left] arriba a la izquierda
        [top] arriba
        [top-right] arriba a la derecha
        [left] a la izquierda
        [right] a la derecha
        [bottom-left] abajo a la izquierda
        [bottom] abajo
        [bottom-right] abajo a la derecha
       *[middle] en el centro
    }
bot-face-reason = { $reason ->
        [too_small] demasiado pequeña para leerla bien
        [cut_off] cortada por el borde
        [dark] demasiado oscura para leerla bien
        [blown_out] demasiado clara para leerla bien
        [blurred] demasiado borrosa para leerla bien
        [turned_away] mira hacia otro lado
       *[occluded] tapada en parte
    }

### What the page says. Only the messages of the notice may hold <strong>.

web-tagline = Entra una selfie, sale una lista de canciones.
web-skip = Ir al contenido
web-footer = Las fotos se leen en memoria y se descartan, y aquí no se ejecutan scripts de nadie más.

## The form

web-form-title = ¿Qué cara tienes hoy?
web-form-note = Una foto, una cinta a juego.
web-did-not-work = No funcionó
web-notice-title = Antes de enviar una foto
web-notice-computed = Busco caras y estimo <strong>siete probabilidades de emociones</strong> para cada una, solo en memoria. No se guarda nada: ni la foto ni los números.
web-notice-hint = Una cara es una <strong>pista, no una prueba</strong> de cómo se siente alguien.
web-notice-not-for = No es para <strong>menores de 13 años</strong>, ni para usarlo <strong>en el trabajo o la escuela</strong>.
web-notice-no-photo = Elegir un estado de ánimo <strong>no necesita foto</strong>.
web-live-notice = Con la cámara encendida, imágenes pequeñas llegan a este servidor varias veces por segundo, se leen y se descartan.
web-agree-first = Lee primero el aviso, por favor, y avisa a quien más salga en la foto. Tu respuesta se guarda en una sola cookie que dice que sí y nada sobre ti.
web-agree = Lo he leído; usar una foto
web-take-consent-back = Retirar mi consentimiento
web-your-photo = Tu foto
web-chosen-photo = La foto que elegiste
web-camera-view = Lo que ve tu cámara
web-take-photo = Hacer la foto
web-cancel = Cancelar
web-photo-label = Una selfie o todo el grupo
web-photo-help = JPEG, HEIC, PNG o WebP, hasta { $limit_mb } MB
web-drop-help = ; o arrastra o pega una aquí
web-use-camera = Usar la cámara
web-watch = Mirar durante dos segundos
web-meters-caption = Probabilidad de cada una de las siete emociones, ahora mismo
web-wishes = Tu cinta
web-goal-question = ¿Adónde debe llevar?
web-goal-any = Lo que vaya con el estado de ánimo
web-goal = { $goal ->
        [lift] Anímame
        [calm] Cálmame
        [energise] Dame energía
        [let-out] Soltarlo todo
        [take-me] A otro estado de ánimo
       *[other] Seguir con el estado de ánimo
    }
web-energy = Energía
web-energy-least = mucho más tranquila
web-energy-less = más tranquila
web-energy-same = tal como salga
web-energy-more = más energía
web-energy-most = mucha más energía
web-tracks = Canciones
web-make = Hacer mi cinta
web-no-photo = ¿Sin foto? Elige un estado de ánimo

## What the form's script says

web-looking = Mirando tu foto y eligiendo la música. Tarda unos segundos…
web-choosing = Eligiendo la música…
web-making-playlist = Pidiendo la lista a Spotify…
web-no-camera = Aquí no se puede usar la cámara; elige una foto, por favor.
web-camera-on = La cámara está encendida y no se guarda nada. Haz una foto, o déjame mirar unos segundos.
web-camera-lost = La cámara se ha parado. Vuelve a encenderla o elige una foto.
web-photo-ready = Tu foto está lista.
web-too-large = Esa foto es demasiado grande; elige una de { $limit_mb } MB como máximo, por favor.
web-stills-ready = Unos segundos están listos; tu cinta sale de su media.
web-hold-on = Mirando durante dos segundos…
web-live-ended = La vista en directo se ha parado; hacer una foto sigue funcionando.
web-live-no-face = Todavía no hay ninguna cara; mira a la cámara.
web-live-faces = { $faces ->
        [1] Una cara; sobre todo { mood-word }.
       *[other] { $faces } caras; sobre todo { mood-word }.
    }

## The tape

web-cassette = Casete
web-track-count = { $count ->
        [one] { $count } canción
       *[other] { $count } canciones
    }
web-not-your-mood = No me siento así
web-another-mood = ¿Otro estado de ánimo?
web-the-tape = La cinta
web-side = Cara { $letter }
web-another-tape = Hacer otra cinta
web-start-over = Empezar de nuevo
web-again = Otra cinta
web-again-note = El mismo estado de ánimo, otras canciones.
web-open-player = Escuchar aquí
web-player-title = El reproductor de Spotify con esta lista
web-player-note = El reproductor viene de Spotify: en cuanto lo abras, Spotify sabrá tu dirección y que estuviste aquí.
web-faces-title = Cara por cara
web-faces-note = Numeradas fila por fila, desde la izquierda.
web-face-sure = sobre todo { mood-word }, { $percent }
web-face-unsure = quizá sobre todo { mood-word }, { $percent }
web-face-hard = { $line } (difícil de leer: { $reason ->
        [too_small] es demasiado pequeña
        [cut_off] el borde de la foto la corta
        [dark] está demasiado oscura
        [blown_out] tiene demasiada luz
        [blurred] está borrosa
        [turned_away] está girada
       *[occluded] algo tapa una parte
    })
web-face-hints = { $faces ->
        [one] Lo que sugiere la cara
       *[other] Lo que sugieren las caras
    }
web-bars-caption = Probabilidad de cada una de las siete emociones
web-bars-note = Una suposición solo por el aspecto; cómo te sientes, solo tú lo sabes. La foto ya no está.
web-no-playlists = Aquí todavía no se pueden crear listas, así que cada canción enlaza con Spotify.
web-playlist-not-yet = Todavía no hay lista de esta cinta.
web-make-playlist = Crear la lista
web-playlist-later = Puedes pulsarlo cuando quieras; se crea una sola lista, y la cinta espera un día.
web-tape-page = La página de la cinta
web-missing = { $count ->
        [one] Spotify no tiene { $count } canción más de esta cinta.
       *[other] Spotify no tiene { $count } canciones más de esta cinta.
    }

web-other-player = Llévala a otro reproductor:
web-for-an-hour = durante al menos una hora.
web-no-such-file = No existe ese archivo
web-file-gone = Los archivos de una cinta no se guardan mucho tiempo; haz la cinta otra vez.
web-not-linked = Sin vincular
web-linked = Vinculada como { $account }
web-back-to-discord = Ya puedes volver a Discord.
web-linked-to = Las listas que guarde la cuenta de Discord { $person } irán ahora a esta cuenta de Spotify. `/spotify { command-unlink-name }` allí lo termina.
web-linked-to-asker = Las listas que guarde la cuenta de Discord que lo pidió irán ahora a esta cuenta de Spotify. `/spotify { command-unlink-name }` allí lo termina.
web-take-back = ¿No es tu cuenta de Discord? Entonces quita Moodtape ahora mismo en { $address }.

## Problems with the form

web-form-unreadable = Ese formulario no llegó entero; envíalo otra vez, por favor.
web-nothing-chosen = Elige una foto o un estado de ánimo, por favor.
web-upload-too-slow = La subida tardó demasiado; prueba otra vez, quizá con una foto más pequeña.
web-tracks-out-of-range = Una cinta tiene de { $fewest } a { $most } canciones; elige un número entre ellos, por favor.
web-no-such-page = Aquí no hay ninguna página así.
web-refused = Eso no funciona aquí.
web-incident = Algo falló aquí, y no es culpa tuya. Prueba otra vez, por favor; el número del incidente es { $incident }.
web-unknown-host = Aquí no se conoce ese nombre de host.
web-foreign-page = Esta página solo acepta peticiones de sus propias páginas.
web-odd-length = La longitud declarada no es un número.
web-consent-missing = Lee el aviso y acéptalo antes de enviar una foto, por favor; o elige un estado de ánimo.
web-too-many-requests = Eso fue un poco rápido para mí; vuelve a intentarlo dentro de { wait }, por favor.
web-restarting = Me estoy reiniciando; vuelve a pedirlo dentro de un minuto, por favor.
web-tape-unknown = Esa cinta ya no está aquí; haz una nueva, por favor.

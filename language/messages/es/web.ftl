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
web-your-photo = Tu foto
web-chosen-photo = La foto que elegiste
web-camera-view = Lo que ve tu cámara
web-take-photo = Hacer la foto
web-cancel = Cancelar
web-photo-label = Una selfie o todo el grupo
web-photo-help = JPEG, HEIC, PNG o WebP, hasta { $limit_mb } MB
web-drop-help = ; o arrastra o pega una aquí
web-use-camera = Usar la cámara
web-tracks = Canciones
web-make = Hacer mi cinta
web-no-photo = ¿Sin foto? Elige un estado de ánimo

## What the form's script says

web-looking = Mirando tu foto y eligiendo la música. Tarda unos segundos…
web-choosing = Eligiendo la música…
web-no-camera = Aquí no se puede usar la cámara; elige una foto, por favor.
web-camera-on = La cámara está encendida. No se envía nada hasta que hagas tu cinta.
web-photo-ready = Tu foto está lista.
web-too-large = Esa foto es demasiado grande; elige una de { $limit_mb } MB como máximo, por favor.

## The tape

web-cassette = Casete
web-track-count = { $count ->
        [one] { $count } canción
       *[other] { $count } canciones
    }
web-not-your-mood = ¿No te sientes así? Elige un estado de ánimo
web-another-mood = ¿Otro estado de ánimo?
web-the-tape = La cinta
web-side = Cara { $letter }
web-another-tape = Hacer otra cinta
web-face-hints = { $faces ->
        [one] Lo que sugiere la cara
       *[other] Lo que sugieren las caras
    }
web-bars-caption = Probabilidad de cada una de las siete emociones
web-bars-note = Una suposición solo por el aspecto; cómo te sientes, solo tú lo sabes. La foto ya no está.
web-no-playlists = Aquí todavía no se pueden crear listas, así que cada canción enlaza con Spotify.
web-missing = { $count ->
        [one] Spotify no tiene { $count } canción más de esta cinta.
       *[other] Spotify no tiene { $count } canciones más de esta cinta.
    }

web-other-player = Llévala a otro reproductor:
web-for-an-hour = durante una hora.
web-no-such-file = No existe ese archivo
web-file-gone = Los archivos de una cinta están aquí una hora desde que se hizo; haz la cinta otra vez.
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

### One sentence for each leaf of the tree in core/errors.py: what happened, and what to do.

## Photos

error-not-an-image = Ese archivo no es una foto que pueda abrir; envíame un JPEG, PNG, WebP o HEIC, por favor.
error-damaged-photo = Esa foto está dañada o incompleta; envíala otra vez o haz otra, por favor.
error-photo-too-heavy = Ese archivo es demasiado grande ({ $size_mb } MB); envíame una foto de { $limit_mb } MB como máximo, por favor.
error-too-many-pixels = Esa foto tiene demasiados píxeles; envíame una de { $limit_megapixels } megapíxeles como máximo, por favor.
error-photo-takes-too-long = Tardo demasiado en leer esa foto; envíame una captura de pantalla de ella o una más pequeña, por favor.
error-photo-crashes-reader = No puedo abrir esa foto con seguridad; envíame una captura de pantalla de ella u otra foto, por favor.
error-photo-unavailable = No pude descargar esa foto; envíala otra vez, por favor.
error-photo-file-unreadable = No hay ninguna foto que pueda leer en { $path }.

## Faces and moods

error-no-face = No veo ninguna cara en esa foto; prueba con una de más cerca y con luz en la cara, o elige un estado de ánimo.
error-face-unclear = Veo una cara, pero { $reason ->
        [too_small] es demasiado pequeña; prueba desde más cerca
        [cut_off] el borde de la foto la corta; haz que salga entera y prueba otra vez
        [dark] está demasiado oscura; gírate hacia una luz y prueba otra vez
        [blown_out] tiene demasiada luz; apártate de ella y prueba otra vez
        [blurred] está borrosa; no te muevas, o limpia la lente, y prueba otra vez
        [turned_away] está girada; mira a la cámara y prueba otra vez
       *[occluded] algo tapa una parte; descúbrela y prueba otra vez
    }, o elige un estado de ánimo.
error-unknown-mood = No conozco ese estado de ánimo; elige uno de la lista, por favor.

## Music

error-no-music = Todavía no hay música en el catálogo; quien me administra puede añadirla.
error-no-tracks = Ninguna canción cumple todos tus deseos; retira alguno, por favor (descartadas: { $left_out }).
error-busy = Ahora mismo hay mucha gente pidiendo; vuelve a intentarlo dentro de { wait }, por favor.
error-too-many-tapes = Ya has tenido bastantes cintas; podrás tener la próxima dentro de { wait }, más o menos.
# All people of a Discord server together.
error-too-many-tapes-here = En este servidor ya se han hecho muchísimas cintas; la próxima podrá hacerse dentro de { wait }, más o menos.
wait = { $unit ->
        [seconds] { $count ->
            [one] { $count } segundo
           *[other] { $count } segundos
        }
        [minutes] { $count ->
            [one] { $count } minuto
           *[other] { $count } minutos
        }
       *[hours] { $count ->
            [one] { $count } hora
           *[other] { $count } horas
        }
    }
error-tape-gone = Esa cinta ya no está aquí o es de otra persona; toca un estado de ánimo para tener la tuya.

## Spotify

error-storage-unavailable = Ahora mismo no puedo acceder a mi memoria; inténtalo de nuevo en un minuto.
error-link-expired = Este enlace ya se usó o es demasiado antiguo; pide otro con `/spotify { command-link-name }`.
error-link-declined = No aceptaste en la página de Spotify, así que no hay nada vinculado; `/spotify { command-link-name }` te da otra oportunidad.
error-link-failed = La página de Spotify informó de un error, así que no hay nada vinculado; `/spotify { command-link-name }` te da otra oportunidad.
error-link-not-allowed = Spotify solo admite cinco cuentas elegidas; pide a quien me administra que añada la tuya en User Management, en el panel de Spotify, y usa `/spotify { command-link-name }` otra vez.
error-not-linked = Tu cuenta de Spotify no está vinculada; `/spotify { command-link-name }` lo hace.
error-spotify-login-needed = No tengo sesión en Spotify, o ya no la tengo; quien me administra puede arreglarlo con `moodtape spotify login`.
error-spotify-link-ended = Tu cuenta de Spotify no está vinculada, o Spotify ha cerrado su sesión; `/spotify { command-link-name }` la vincula de nuevo.
error-spotify-forbidden = Spotify no deja que mi cuenta cree listas; quien me administra debería revisar la app en el panel de Spotify.
error-spotify-rate-limited = Spotify me pide que espere { wait } antes de la próxima lista.
error-spotify-unavailable = Ahora mismo no se puede llegar a Spotify.
error-tracks-not-on-spotify = La búsqueda de Spotify no conoce estas canciones por su nombre.
instead-of-playlist = { $problem } Aquí tienes los enlaces a las canciones.

## For whoever runs Moodtape

error-settings-invalid = Revisa el ajuste { $setting }: { $advice }.
error-reader-cannot-start = El proceso que lee las fotos no puede arrancar ({ $reason }); revisa la memoria libre de esta máquina o instala de nuevo.
error-model-missing = Falta el archivo del modelo { $path }; instala Moodtape de nuevo o entrena uno.
error-model-mismatch = El modelo { $path } no se puede usar: { $reason }; instala Moodtape de nuevo.
error-catalogue-missing = No hay ningún catálogo en { $path }; revisa la ruta o el ajuste CATALOGUE_PATH.
error-catalogue-invalid = El catálogo { $path } no se puede usar: { $reason }.
error-data-invalid = Los datos de { $path } no se pueden usar: { $reason }.
error-download-failed = La descarga de { $what } falló: { $reason }.
error-folder-unusable = No se puede escribir en la carpeta { $path }; pon en DATA_DIR una carpeta tuya.
error-database-unusable = No se puede usar la base de datos { $where }: { $reason }.
error-secret-key-wrong = Los accesos guardados se cifraron con otra clave; añádela a SECRET_KEYS o a secret.key en DATA_DIR, o vuelve a iniciar sesión.
error-discord-token-rejected = Discord no acepta DISCORD_TOKEN; cópialo otra vez de la página Bot del portal de desarrolladores de Discord.
error-spotify-login-failed = El inicio de sesión en Spotify no terminó: { $reason }.
error-discord-unreachable = No se puede llegar a Discord; revisa la red de esta máquina y prueba otra vez.
error-training-not-installed = Para entrenar hacen falta TensorFlow y MLflow; ejecuta `make setup` en una copia del código o instala `moodtape[train]`.
error-port-taken = El puerto { $port } ya está en uso; cierra el otro programa o cambia WEB_PORT.

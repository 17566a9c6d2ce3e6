### What the Discord bot says about people's own things: consent, privacy, preferences, history; and to servers.

## Commands

command-privacy-name = privacidad
command-privacy = Mira, exporta o borra lo que Moodtape guarda sobre ti
command-preferences-name = preferencias
command-preferences = Tu idioma, quién ve las respuestas, tu historial, canciones explícitas
command-history-name = historial
command-history = Tus estados de ánimo en un calendario y tus últimas cintas
command-help-name = ayuda
command-help = Qué hace Moodtape y cómo pedírselo
command-feedback-name = comentarios
command-feedback = Escribe a quien administra este bot
command-settings-name = ajustes
command-settings = Cómo se comporta Moodtape en este servidor
option-language-name = idioma
option-language = El idioma en que te hablo
option-usually-private = Solo tú ves las respuestas, si no dices otra cosa
option-history-name = historial
option-history = Recordar tus estados de ánimo y tus cintas
option-explicit-name = explícitas
option-explicit = Pueden salir canciones explícitas
option-favourites-name = favoritos
option-favourites = Tus primeras cintas prefieren a los artistas que más oyes en Spotify
option-usual-goal-name = meta
option-usual-goal = Adónde llevan las cintas, si nadie dice otra cosa
option-usual-tracks = Cuántas canciones, si nadie dice otra cosa
option-explicit-here = Pueden salir canciones explícitas en este servidor
option-photos-in-name = fotos-en
option-photos-in = Un canal donde cualquier foto recibe una cinta, sin comando
option-no-photos-in-name = sin-fotos-en
option-no-photos-in = Un canal donde eso termina
option-private-here = Cada respuesta la ve una sola persona, si no dice otra cosa
option-language-here = El idioma de las respuestas a mensajes en este servidor
choice-automatic = Automático
choice-english = English
choice-spanish = Español
choice-french = Français
choice-german = Deutsch
choice-portuguese = Português (Brasil)
choice-japanese = 日本語
menu-tape = Hacer una cinta con esta foto
modal-feedback = Comentarios
modal-feedback-text = ¿Qué deberíamos saber?

## Consent

people-notice-title = Antes de mirar tu primera foto
people-notice-what = Busco en ella las caras y calculo qué aspecto tiene cada una: siete probabilidades, del enfado a la alegría. Con ellas elijo la música. Es una suposición a partir de una cara, no un dato sobre ti.
people-notice-kept = La foto se lee solo en memoria. No se guarda nada de ella, no se reconoce a nadie y nada se entrena con ella. Solo las siete probabilidades se quedan una semana, para los botones de tu cinta.
people-notice-others = Tu sí vale también cuando otra persona hace una cinta con una foto que publicaste. Envía solo fotos de quienes estén de acuerdo, y de nadie menor de 13 años.
people-notice-rights = `/{ command-privacy-name }` muestra lo que hay guardado sobre ti, lo borra y retira tu sí.
people-operator = Administrado por { $operator }.
people-operator-contact = Administrado por { $operator } ({ $contact }).
people-operator-unknown = quien es dueño de este bot
button-agree = Estoy de acuerdo
button-mood-instead = Mejor elijo un ánimo
people-pick-mood = No hace falta foto: toca el estado de ánimo para el que quieres una cinta.
people-agreed-send-again = Gracias. Ya no tengo tu foto, porque no guardo ninguna; envíala otra vez, por favor.
people-not-agreed = Solo leo una foto si quien la publicó está de acuerdo; puede aceptarlo con `/{ command-mood-name }` y una foto propia.
people-no-photo = En ese mensaje no hay ninguna foto.

## Privacy

people-stored-title = Guardado sobre ti:
people-nothing-stored = No hay nada guardado sobre ti.
people-stored = { $table ->
        [consents] tu consentimiento para leer fotos
        [person_settings] tus preferencias
        [tastes] lo que aprendí de tus pulgares y correcciones
        [history] { $count ->
                [one] tu historial: { $count } cinta
               *[other] tu historial: { $count } cintas
            }
        [feedback] { $count ->
                [one] { $count } comentario tuyo
               *[other] { $count } comentarios tuyos
            }
        [tapes] { $count ->
                [one] { $count } cinta, mientras funcionen sus botones
               *[other] { $count } cintas, mientras funcionen sus botones
            }
        [logins] el vínculo con tu cuenta de Spotify
        [pending_links] un vínculo con Spotify que has empezado
        [playlists] { $count ->
                [one] { $count } lista que hice en tu cuenta de Spotify
               *[other] { $count } listas que hice en tu cuenta de Spotify
            }
       *[other] otras entradas: { $count }
    }
people-privacy-photos = Las fotos y el aspecto de las caras no están ahí: desaparecen con la respuesta; solo los botones de una cinta recuerdan sus siete probabilidades mientras funcionan.
people-privacy-favourites = Tampoco está ahí qué artistas oyes más en Spotify: solo lo pregunto si lo activaste en `/{ command-preferences-name }`, y lo olvido en menos de una hora.
people-export = Esto es todo lo que hay guardado sobre ti, en un archivo.
people-delete-sure = Esto borra todo de inmediato, desvincula tu cuenta de Spotify y no se puede deshacer.
people-deleted = Todo lo guardado sobre ti se ha borrado y tu cuenta de Spotify ya no está vinculada.
people-revoked = He retirado tu sí; antes de tu próxima foto te preguntaré de nuevo.
button-export-data = Exportar
button-revoke = Retirar mi consentimiento
button-delete-data = Borrar todo
button-delete-data-now = Sí, borrar todo
button-keep-data = Conservarlo

## History

people-history-offer = No recuerdo tus estados de ánimo ni tus cintas si no me lo pides. Si lo haces, solo tú los ves y puedes borrarlos cuando quieras.
button-remember = Empezar a recordar
people-remembering = Desde tu próxima cinta recuerdo su ánimo y sus canciones; `/{ command-history-name }` te los muestra solo a ti.
people-history-title = Tus estados de ánimo en { $month }
people-history-empty = Todavía nada en este mes.
people-last-tapes = Las últimas cintas:
people-tape-more = { $count ->
        [one] y { $count } más
       *[other] y { $count } más
    }
button-previous-month = Mes anterior
button-next-month = Mes siguiente
button-forget-history = Borrar y parar
people-history-cleared = Tu historial se ha borrado y desde ahora no recuerdo nada.

## Help and feedback

people-help = Convierto tu cara, o el estado de ánimo que elijas, en una cinta de música. Envía una foto de tu cara o elige un ánimo:
people-help-menu = También puedes mencionarme con una foto, enviarme una por mensaje directo o abrir el menú de un mensaje > Apps > { menu-tape }.
people-help-privacy = Las fotos se leen en memoria y nunca se guardan; las respuestas a comandos solo las ves tú, salvo que tú o el servidor hayan elegido otra cosa.
people-feedback-thanks = Gracias; quien me administra lo leerá.
people-feedback-empty = No había nada escrito; escribe unas palabras, por favor.

## Preferences and settings

people-preferences-title = Tus preferencias
people-settings-title = Ajustes de este servidor
people-setting-language = Idioma: { $value }
people-setting-private = Las respuestas son privadas: { $value }
people-setting-history = Historial: { $value }
people-setting-explicit = Canciones explícitas: { $value }
people-setting-favourites = Artistas favoritos de Spotify: { $value }
people-favourites-on = Mientras no conozca tus gustos, le pregunto a Spotify qué artistas oyes más. Lo recuerdo una hora como mucho, solo en memoria, y no guardo nada de ello; con `/{ command-preferences-name }` se termina.
people-favourites-not-linked = Para eso, vincula tu cuenta de Spotify con `/spotify { command-link-name }`; hasta entonces no cambia nada.
people-favourites-none = Spotify no me dice ahora ningún artista tuyo. Si vinculaste tu cuenta hace tiempo, vincúlala otra vez con `/spotify { command-link-name }`, para que Spotify pueda decírmelo.
people-setting-goal = Meta habitual: { $value }
people-setting-length = { $count ->
        [one] Duración habitual: { $count } canción
       *[other] Duración habitual: { $count } canciones
    }
people-setting-channels = Canales donde cuenta cualquier foto: { $value }
people-yes = sí
people-no = no
people-as-server = como prefiera el servidor
people-no-channels = ninguno
people-channels-off = Los canales de fotos están apagados: quien me administra no ha activado DISCORD_MESSAGE_CONTENT.
people-no-message-content = No puedo ver fotos en los canales, porque quien me administra no ha activado DISCORD_MESSAGE_CONTENT. No se ha cambiado nada.
people-not-manager = Eso solo lo puede hacer quien puede gestionar este servidor.

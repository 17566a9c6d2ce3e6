### One sentence for each leaf of the tree in core/errors.py: what happened, and what to do.

## Photos

error-not-an-image = Diese Datei ist kein Foto, das ich öffnen kann; schick mir bitte ein JPEG, PNG, WebP oder HEIC.
error-damaged-photo = Dieses Foto ist beschädigt oder unvollständig; schick es bitte noch einmal oder mach ein neues.
error-photo-too-heavy = Diese Datei ist zu groß ({ $size_mb } MB); schick mir bitte ein Foto mit höchstens { $limit_mb } MB.
error-too-many-pixels = Dieses Foto hat zu viele Pixel; schick mir bitte eins mit höchstens { $limit_megapixels } Megapixeln.
error-photo-takes-too-long = Dieses Foto zu lesen dauert mir zu lange; schick mir bitte einen Screenshot davon oder ein kleineres.
error-photo-crashes-reader = Dieses Foto kann ich nicht gefahrlos öffnen; schick mir bitte einen Screenshot davon oder ein anderes.
error-photo-unavailable = Ich konnte dieses Foto nicht herunterladen; schick es bitte noch einmal.
error-photo-file-unreadable = Unter { $path } gibt es kein Foto, das ich lesen kann.

## Faces and moods

error-no-face = Ich sehe auf diesem Foto kein Gesicht; versuch es aus der Nähe und mit Licht im Gesicht, oder wähl einfach eine Stimmung.
error-face-unclear = Ich sehe ein Gesicht, aber { $reason ->
        [too_small] es ist zu klein; versuch es aus der Nähe
        [cut_off] der Bildrand schneidet es ab; nimm es ganz ins Bild und versuch es noch einmal
        [dark] es ist zu dunkel; dreh dich zum Licht und versuch es noch einmal
        [blown_out] es ist zu hell; dreh dich vom Licht weg und versuch es noch einmal
        [blurred] es ist unscharf; halt still oder wisch die Linse ab und versuch es noch einmal
        [turned_away] es ist weggedreht; schau in die Kamera und versuch es noch einmal
       *[occluded] etwas verdeckt es zum Teil; mach es frei und versuch es noch einmal
    }, oder wähl eine Stimmung.
error-unknown-mood = Diese Stimmung kenne ich nicht; wähl bitte eine aus der Liste.

## Music

error-no-music = Im Katalog ist noch keine Musik; wer mich betreibt, kann welche hinzufügen.
error-no-tracks = Kein Titel erfüllt alle deine Wünsche; nimm bitte ein paar zurück (ausgelassen: { $left_out }).
error-busy = Gerade fragen viele Leute; versuch es bitte in { wait } noch einmal.
error-too-many-tapes = Du hattest schon einige Tapes; das nächste bekommst du in etwa { wait }.
# All people of a Discord server together.
error-too-many-tapes-here = Auf diesem Server gab es schon sehr viele Tapes; das nächste geht in etwa { wait }.
wait = { $unit ->
        [seconds] { $count ->
            [one] { $count } Sekunde
           *[other] { $count } Sekunden
        }
        [minutes] { $count ->
            [one] { $count } Minute
           *[other] { $count } Minuten
        }
       *[hours] { $count ->
            [one] { $count } Stunde
           *[other] { $count } Stunden
        }
    }
error-tape-gone = Dieses Tape gibt es nicht mehr, oder es gehört jemand anderem; tipp auf eine Stimmung für dein eigenes.

## Spotify

error-storage-unavailable = Mein Gedächtnis ist gerade nicht erreichbar; bitte versuch es in einer Minute noch einmal.
error-link-expired = Dieser Link wurde schon benutzt oder ist zu alt; hol dir mit `/spotify { command-link-name }` einen neuen.
error-link-declined = Du hast auf Spotifys Seite nicht zugestimmt, also ist nichts verknüpft; mit `/spotify { command-link-name }` kannst du es noch einmal versuchen.
error-link-failed = Spotifys Seite hat einen Fehler gemeldet, also ist nichts verknüpft; mit `/spotify { command-link-name }` kannst du es noch einmal versuchen.
error-link-not-allowed = Spotify lässt nur fünf ausgewählte Konten zu; bitte die Person, die mich betreibt, deines im Spotify-Dashboard unter User Management einzutragen, und nimm dann noch einmal `/spotify { command-link-name }`.
error-not-linked = Dein Spotify-Konto ist nicht verknüpft; das macht `/spotify { command-link-name }`.
error-spotify-login-needed = Ich bin bei Spotify nicht oder nicht mehr angemeldet; wer mich betreibt, kann das mit `moodtape spotify login` beheben.
error-spotify-link-ended = Dein Spotify-Konto ist nicht verknüpft, oder Spotify hat seine Anmeldung beendet; `/spotify { command-link-name }` verknüpft es neu.
error-spotify-forbidden = Spotify lässt mein Konto keine Playlists anlegen; wer mich betreibt, sollte die App in Spotifys Dashboard prüfen.
error-spotify-rate-limited = Spotify bittet mich, bis zur nächsten Playlist { wait } zu warten.
error-spotify-unavailable = Spotify ist gerade nicht erreichbar.
error-tracks-not-on-spotify = Spotifys Suche kennt diese Titel nicht.
instead-of-playlist = { $problem } Hier sind stattdessen die Links zu den Titeln.

## For whoever runs Moodtape

error-settings-invalid = Bitte prüf die Einstellung { $setting }: { $advice }.
error-reader-cannot-start = Der Prozess, der Fotos liest, kann nicht starten ({ $reason }); prüf den freien Speicher dieses Rechners oder installiere neu.
error-model-missing = Die Modelldatei { $path } fehlt; installiere Moodtape neu oder trainiere ein Modell.
error-model-mismatch = Das Modell { $path } ist nicht benutzbar: { $reason }; installiere Moodtape neu.
error-catalogue-missing = Unter { $path } gibt es keinen Katalog; prüf den Pfad oder die Einstellung CATALOGUE_PATH.
error-catalogue-invalid = Der Katalog { $path } ist nicht benutzbar: { $reason }.
error-data-invalid = Die Daten in { $path } sind nicht benutzbar: { $reason }.
error-download-failed = Das Herunterladen von { $what } ist fehlgeschlagen: { $reason }.
error-folder-unusable = In den Ordner { $path } kann nicht geschrieben werden; setz DATA_DIR auf einen eigenen Ordner.
error-database-unusable = Die Datenbank { $where } ist nicht benutzbar: { $reason }.
error-secret-key-wrong = Die gespeicherten Anmeldungen sind mit einem anderen Schlüssel verschlüsselt; trag ihn in SECRET_KEYS oder in secret.key in DATA_DIR ein, oder melde dich neu an.
error-discord-token-rejected = Discord nimmt DISCORD_TOKEN nicht an; kopier ihn noch einmal von der Bot-Seite in Discords Entwicklerportal.
error-spotify-login-failed = Die Anmeldung bei Spotify wurde nicht abgeschlossen: { $reason }.
error-discord-unreachable = Discord ist nicht erreichbar; prüf das Netz dieses Rechners und versuch es noch einmal.
error-training-not-installed = Das Training braucht TensorFlow und MLflow; führ in einem Checkout `make setup` aus oder installiere `moodtape[train]`.
error-port-taken = Port { $port } ist schon belegt; beende das andere Programm oder setz WEB_PORT.

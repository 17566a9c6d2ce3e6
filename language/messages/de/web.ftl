### What the page says. Only the messages of the notice may hold <strong>.

web-tagline = Ein Selfie geht rein, eine Playlist kommt raus.
web-skip = Zum Inhalt springen
web-footer = Fotos werden im Speicher gelesen und dann verworfen, und hier laufen keine fremden Skripte.

## The form

web-form-title = Wie schaust du heute?
web-form-note = Ein Foto, ein Tape, das dazu passt.
web-did-not-work = Das hat nicht geklappt
web-notice-title = Bevor du ein Foto schickst
web-notice-computed = Ich suche Gesichter und schätze für jedes <strong>sieben Gefühlswahrscheinlichkeiten</strong>, nur im Speicher. Nichts wird aufgehoben: nicht das Foto, nicht die Zahlen.
web-notice-hint = Ein Gesicht ist ein <strong>Hinweis, kein Beweis</strong> dafür, wie es jemandem geht.
web-notice-not-for = Nicht für Menschen <strong>unter 13</strong>, und nicht für <strong>Arbeit oder Schule</strong>.
web-notice-no-photo = Eine Stimmung zu wählen <strong>braucht kein Foto</strong>.
web-your-photo = Dein Foto
web-chosen-photo = Das Foto, das du gewählt hast
web-camera-view = Was deine Kamera sieht
web-take-photo = Foto aufnehmen
web-cancel = Abbrechen
web-photo-label = Ein Selfie oder die ganze Gruppe
web-photo-help = JPEG, HEIC, PNG oder WebP, bis { $limit_mb } MB
web-drop-help = ; oder zieh eins hierher oder füg es ein
web-use-camera = Kamera benutzen
web-tracks = Titel
web-make = Mach mein Tape
web-no-photo = Kein Foto? Wähl eine Stimmung

## What the form's script says

web-looking = Ich sehe mir dein Foto an und suche die Musik aus. Das dauert ein paar Sekunden …
web-choosing = Ich suche die Musik aus …
web-no-camera = Die Kamera geht hier nicht; wähl bitte stattdessen ein Foto.
web-camera-on = Die Kamera ist an. Gesendet wird erst, wenn du dein Tape machst.
web-photo-ready = Dein Foto ist bereit.
web-too-large = Dieses Foto ist zu groß; wähl bitte eins mit höchstens { $limit_mb } MB.

## The tape

web-cassette = Kassette
web-track-count = { $count } Titel
web-not-your-mood = Fühlst du dich anders? Wähl eine Stimmung
web-another-mood = Eine andere Stimmung?
web-the-tape = Das Tape
web-side = Seite { $letter }
web-another-tape = Noch ein Tape machen
web-face-hints = { $faces ->
        [one] Worauf das Gesicht hindeutet
       *[other] Worauf die Gesichter hindeuten
    }
web-bars-caption = Wahrscheinlichkeit jedes der sieben Gefühle
web-bars-note = Nur nach dem Aussehen geschätzt; wie du dich fühlst, weißt nur du. Das Foto ist schon weg.
web-no-playlists = Playlists sind hier noch nicht eingerichtet; deshalb führt jeder Titel zu Spotify.
web-missing = { $count ->
        [one] { $count } weiterer Titel dieses Tapes fehlt bei Spotify.
       *[other] { $count } weitere Titel dieses Tapes fehlen bei Spotify.
    }

web-other-player = Für einen anderen Player:
web-for-an-hour = eine Stunde lang.
web-no-such-file = Diese Datei gibt es nicht
web-file-gone = Dateien zu einem Tape gibt es hier eine Stunde lang; bitte mach das Tape noch einmal.
web-not-linked = Nicht verknüpft
web-linked = Verknüpft als { $account }
web-back-to-discord = Du kannst zu Discord zurückgehen.
web-linked-to = Playlists, die das Discord-Konto { $person } speichert, kommen jetzt in dieses Spotify-Konto. `/spotify { command-unlink-name }` dort beendet das.
web-linked-to-asker = Playlists, die das Discord-Konto speichert, das darum gebeten hat, kommen jetzt in dieses Spotify-Konto. `/spotify { command-unlink-name }` dort beendet das.
web-take-back = Ist das nicht dein Discord-Konto? Dann entfern Moodtape sofort unter { $address }.

## Problems with the form

web-form-unreadable = Dieses Formular kam nicht vollständig an; schick es bitte noch einmal.
web-nothing-chosen = Bitte wähl ein Foto oder eine Stimmung.
web-upload-too-slow = Das Hochladen hat zu lange gedauert; versuch es bitte noch einmal, vielleicht mit einem kleineren Foto.
web-tracks-out-of-range = Ein Tape hat { $fewest } bis { $most } Titel; wähl bitte eine Zahl dazwischen.
web-no-such-page = Diese Seite gibt es hier nicht.
web-refused = Das geht hier nicht.
web-incident = Hier ist etwas schiefgegangen, und es liegt nicht an dir. Versuch es bitte noch einmal; die Nummer des Vorfalls ist { $incident }.
web-unknown-host = Diesen Hostnamen kenne ich hier nicht.
web-foreign-page = Diese Seite nimmt nur Anfragen von ihren eigenen Seiten an.
web-odd-length = Die angegebene Länge ist keine Zahl.

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
web-live-notice = Ist die Kamera an, gehen mehrmals pro Sekunde kleine Bilder an diesen Server, werden gelesen und verworfen.
web-agree-first = Bitte lies zuerst den Hinweis, und sag es allen, die mit auf dem Foto sind. Deine Antwort steht in einem einzigen Cookie, das Ja sagt und nichts über dich.
web-agree = Gelesen; ein Foto benutzen
web-take-consent-back = Einwilligung zurücknehmen
web-your-photo = Dein Foto
web-chosen-photo = Das Foto, das du gewählt hast
web-camera-view = Was deine Kamera sieht
web-take-photo = Foto aufnehmen
web-cancel = Abbrechen
web-photo-label = Ein Selfie oder die ganze Gruppe
web-photo-help = JPEG, HEIC, PNG oder WebP, bis { $limit_mb } MB
web-drop-help = ; oder zieh eins hierher oder füg es ein
web-use-camera = Kamera benutzen
web-watch = Zwei Sekunden zusehen
web-meters-caption = Wahrscheinlichkeit jedes der sieben Gefühle, gerade jetzt
web-wishes = Dein Tape
web-goal-question = Wohin soll es führen?
web-goal-any = Was zur Stimmung passt
web-goal = { $goal ->
        [lift] Muntere mich auf
        [calm] Beruhige mich
        [energise] Gib mir Energie
        [let-out] Lass es raus
        [take-me] In eine andere Stimmung
       *[other] Bei der Stimmung bleiben
    }
web-energy = Energie
web-energy-least = viel ruhiger
web-energy-less = ruhiger
web-energy-same = wie es kommt
web-energy-more = mehr Energie
web-energy-most = viel mehr Energie
web-tracks = Titel
web-make = Mach mein Tape
web-no-photo = Kein Foto? Wähl eine Stimmung

## What the form's script says

web-looking = Ich sehe mir dein Foto an und suche die Musik aus. Das dauert ein paar Sekunden …
web-choosing = Ich suche die Musik aus …
web-making-playlist = Ich frage Spotify nach der Playlist…
web-no-camera = Die Kamera geht hier nicht; wähl bitte stattdessen ein Foto.
web-camera-on = Die Kamera ist an, und nichts wird aufgehoben. Nimm ein Foto auf, oder lass mich ein paar Sekunden zusehen.
web-camera-lost = Die Kamera ist ausgegangen. Schalte sie wieder ein oder wähle ein Foto.
web-photo-ready = Dein Foto ist bereit.
web-too-large = Dieses Foto ist zu groß; wähl bitte eins mit höchstens { $limit_mb } MB.
web-stills-ready = Ein paar Sekunden sind bereit; dein Tape entsteht aus ihrem Mittel.
web-hold-on = Ich sehe zwei Sekunden zu …
web-live-ended = Die Live-Ansicht ist zu Ende; ein Foto aufnehmen geht weiterhin.
web-live-no-face = Noch kein Gesicht; schau in die Kamera.
web-live-faces = { $faces ->
        [1] Ein Gesicht; vor allem { mood-word }.
       *[other] { $faces } Gesichter; vor allem { mood-word }.
    }

## The tape

web-cassette = Kassette
web-track-count = { $count } Titel
web-not-your-mood = So fühle ich mich nicht
web-another-mood = Eine andere Stimmung?
web-the-tape = Das Tape
web-side = Seite { $letter }
web-another-tape = Noch ein Tape machen
web-start-over = Von vorn anfangen
web-again = Noch ein Tape
web-again-note = Dieselbe Stimmung, andere Titel.
web-open-player = Hier abspielen
web-player-title = Spotifys Player mit dieser Playlist
web-player-note = Der Player kommt von Spotify: Sobald du ihn öffnest, erfährt Spotify deine Adresse und dass du hier warst.
web-faces-title = Gesicht für Gesicht
web-faces-note = Reihe für Reihe nummeriert, von links.
web-face-sure = vor allem { mood-word }, { $percent }
web-face-unsure = vielleicht vor allem { mood-word }, { $percent }
web-face-hard = { $line } (schwer zu lesen: { $reason ->
        [too_small] es ist zu klein
        [cut_off] der Bildrand schneidet es ab
        [dark] es ist zu dunkel
        [blown_out] es ist zu hell
        [blurred] es ist unscharf
        [turned_away] es ist weggedreht
       *[occluded] etwas verdeckt es zum Teil
    })
web-face-hints = { $faces ->
        [one] Worauf das Gesicht hindeutet
       *[other] Worauf die Gesichter hindeuten
    }
web-bars-caption = Wahrscheinlichkeit jedes der sieben Gefühle
web-bars-note = Nur nach dem Aussehen geschätzt; wie du dich fühlst, weißt nur du. Das Foto ist schon weg.
web-no-playlists = Playlists sind hier noch nicht eingerichtet; deshalb führt jeder Titel zu Spotify.
web-playlist-not-yet = Zu diesem Tape gibt es noch keine Playlist.
web-make-playlist = Playlist machen
web-playlist-later = Du kannst das jederzeit drücken; es wird eine einzige Playlist, und das Tape wartet einen Tag lang.
web-tape-page = Die eigene Seite des Tapes
web-missing = { $count ->
        [one] { $count } weiterer Titel dieses Tapes fehlt bei Spotify.
       *[other] { $count } weitere Titel dieses Tapes fehlen bei Spotify.
    }

web-other-player = Für einen anderen Player:
web-for-an-hour = mindestens eine Stunde lang.
web-no-such-file = Diese Datei gibt es nicht
web-file-gone = Dateien zu einem Tape gibt es hier nicht lange; bitte mach das Tape noch einmal.
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
web-consent-missing = Bitte lies den Hinweis und stimm zu, bevor du ein Foto schickst; oder wähl eine Stimmung.
web-too-many-requests = Das war mir ein bisschen zu schnell; versuch es bitte in { wait } noch einmal.
web-restarting = Ich starte gerade neu; frag bitte in einer Minute noch einmal.
web-tape-unknown = Dieses Tape ist nicht mehr hier; bitte mach ein neues.

### What the Discord bot says about people's own things: consent, privacy, preferences, history; and to servers.

## Commands

command-privacy-name = datenschutz
command-privacy = Sehen, mitnehmen oder löschen, was Moodtape über dich speichert
command-preferences-name = vorlieben
command-preferences = Deine Sprache, wer Antworten sieht, dein Verlauf, anstößige Titel
command-history-name = verlauf
command-history = Deine Stimmungen als Kalender und deine letzten Tapes
command-help-name = hilfe
command-help = Was Moodtape macht und wie du fragst
command-feedback-name = rückmeldung
command-feedback = An die Person schreiben, die diesen Bot betreibt
command-settings-name = einstellungen
command-settings = Wie sich Moodtape auf diesem Server verhält
option-language-name = sprache
option-language = Die Sprache, in der ich mit dir rede
option-usually-private = Nur du siehst Antworten, wenn du nichts anderes sagst
option-history-name = verlauf
option-history = Deine Stimmungen und Tapes merken
option-explicit-name = anstößig
option-explicit = Anstößige Titel dürfen kommen
option-favourites-name = lieblinge
option-favourites = Deine ersten Tapes bevorzugen, wen du auf Spotify am meisten hörst
option-usual-goal-name = ziel
option-usual-goal = Wohin Tapes führen, wenn niemand etwas anderes sagt
option-usual-tracks = Wie viele Titel, wenn niemand etwas anderes sagt
option-explicit-here = Anstößige Titel dürfen auf diesem Server kommen
option-photos-in-name = fotos-in
option-photos-in = Ein Kanal, in dem jedes Foto ohne Befehl ein Tape bekommt
option-no-photos-in-name = keine-fotos-in
option-no-photos-in = Ein Kanal, in dem das endet
option-private-here = Antworten sieht nur eine Person, wenn sie nichts anderes sagt
option-language-here = Die Sprache der Antworten auf Nachrichten auf diesem Server
choice-automatic = Automatisch
choice-english = English
choice-spanish = Español
choice-french = Français
choice-german = Deutsch
choice-portuguese = Português (Brasil)
choice-japanese = 日本語
menu-tape = Tape aus diesem Foto machen
modal-feedback = Rückmeldung
modal-feedback-text = Was sollen wir wissen?

## Consent

people-notice-title = Bevor ich dein erstes Foto ansehe
people-notice-what = Ich suche darin Gesichter und berechne, wie jedes aussieht: sieben Wahrscheinlichkeiten, von wütend bis fröhlich. Damit wähle ich Musik aus. Das ist aus einem Gesicht geraten, keine Tatsache über dich.
people-notice-kept = Das Foto wird nur im Speicher gelesen. Nichts davon wird aufgehoben, niemand wird wiedererkannt, und nichts wird damit trainiert. Nur die sieben Wahrscheinlichkeiten bleiben eine Woche, für die Knöpfe deines Tapes.
people-notice-others = Dein Ja gilt auch, wenn andere aus einem Foto, das du gepostet hast, ein Tape machen. Schick bitte nur Fotos von Leuten, die einverstanden sind, und von niemandem unter 13.
people-notice-rights = `/{ command-privacy-name }` zeigt, was über dich gespeichert ist, löscht es und nimmt dein Ja zurück.
people-operator = Betrieben von { $operator }.
people-operator-contact = Betrieben von { $operator } ({ $contact }).
people-operator-unknown = der Person, der dieser Bot gehört
button-agree = Einverstanden
button-mood-instead = Lieber eine Stimmung wählen
people-pick-mood = Es geht ohne Foto: Tipp auf die Stimmung, für die du ein Tape möchtest.
people-agreed-send-again = Danke. Dein Foto habe ich nicht mehr, weil ich keines aufhebe; schick es bitte noch einmal.
people-not-agreed = Ich lese ein Foto nur, wenn die Person, die es gepostet hat, einverstanden ist; das geht mit `/{ command-mood-name }` und einem eigenen Foto.
people-no-photo = In dieser Nachricht ist kein Foto.

## Privacy

people-stored-title = Über dich gespeichert:
people-nothing-stored = Über dich ist nichts gespeichert.
people-stored = { $table ->
        [consents] dein Einverständnis, Fotos zu lesen
        [person_settings] deine Vorlieben
        [tastes] was ich aus deinen Daumen und Korrekturen gelernt habe
        [history] { $count ->
                [one] dein Verlauf: { $count } Tape
               *[other] dein Verlauf: { $count } Tapes
            }
        [feedback] { $count ->
                [one] { $count } Rückmeldung von dir
               *[other] { $count } Rückmeldungen von dir
            }
        [tapes] { $count ->
                [one] { $count } Tape, solange seine Knöpfe funktionieren
               *[other] { $count } Tapes, solange ihre Knöpfe funktionieren
            }
        [logins] die Verknüpfung mit deinem Spotify-Konto
        [pending_links] eine begonnene Verknüpfung mit Spotify
        [playlists] { $count ->
                [one] { $count } Playlist, die ich in deinem Spotify-Konto angelegt habe
               *[other] { $count } Playlists, die ich in deinem Spotify-Konto angelegt habe
            }
       *[other] weitere Einträge: { $count }
    }
people-privacy-photos = Fotos und wie Gesichter darauf aussehen gehören nicht dazu: Sie sind mit der Antwort weg, nur die sieben Wahrscheinlichkeiten merken sich die Knöpfe eines Tapes, solange sie funktionieren.
people-privacy-favourites = Auch wen du auf Spotify am meisten hörst, gehört nicht dazu: Danach frage ich nur, wenn du es mit `/{ command-preferences-name }` eingeschaltet hast, und vergesse es binnen einer Stunde.
people-export = Das ist alles, was über dich gespeichert ist, als Datei.
people-delete-sure = Das löscht sofort alles, was über dich gespeichert ist, löst die Verknüpfung mit deinem Spotify-Konto und lässt sich nicht rückgängig machen.
people-deleted = Alles, was über dich gespeichert war, ist gelöscht, und dein Spotify-Konto ist nicht mehr verknüpft.
people-revoked = Dein Ja ist zurückgenommen; vor deinem nächsten Foto frage ich dich wieder.
button-export-data = Mitnehmen
button-revoke = Einverständnis zurücknehmen
button-delete-data = Alles löschen
button-delete-data-now = Ja, alles löschen
button-keep-data = Behalten

## History

people-history-offer = Ich merke mir deine Stimmungen und Tapes nur, wenn du es möchtest. Dann siehst nur du sie und kannst sie jederzeit löschen.
button-remember = Ab jetzt merken
people-remembering = Ab deinem nächsten Tape merke ich mir Stimmung und Titel; `/{ command-history-name }` zeigt sie nur dir.
people-history-title = Deine Stimmungen im Monat { $month }
people-history-empty = In diesem Monat noch nichts.
people-last-tapes = Die letzten Tapes:
people-tape-more = { $count ->
        [one] und { $count } weiterer
       *[other] und { $count } weitere
    }
button-previous-month = Voriger Monat
button-next-month = Nächster Monat
button-forget-history = Löschen und aufhören
people-history-cleared = Dein Verlauf ist gelöscht, und ich merke mir ab jetzt nichts mehr.

## Help and feedback

people-help = Ich mache daraus, wie du aussiehst, oder aus der Stimmung, die du wählst, ein Tape voller Musik. Schick ein Foto deines Gesichts oder wähl eine Stimmung:
people-help-menu = Du kannst mich auch mit einem Foto erwähnen, mir eins als Direktnachricht schicken oder das Menü einer Nachricht öffnen > Apps > { menu-tape }.
people-help-privacy = Fotos werden nur im Speicher gelesen und nie aufgehoben; Antworten auf Befehle siehst nur du, wenn du oder der Server nichts anderes gewählt hat.
people-feedback-thanks = Danke; wer mich betreibt, liest es.
people-feedback-empty = Da stand nichts drin; schreib bitte ein paar Worte.

## Preferences and settings

people-preferences-title = Deine Vorlieben
people-settings-title = Einstellungen dieses Servers
people-setting-language = Sprache: { $value }
people-setting-private = Antworten sind privat: { $value }
people-setting-history = Verlauf: { $value }
people-setting-explicit = Anstößige Titel: { $value }
people-setting-favourites = Lieblingskünstler von Spotify: { $value }
people-favourites-on = Solange ich deinen Geschmack nicht kenne, frage ich Spotify, wen du am meisten hörst. Das weiß ich höchstens eine Stunde lang, nur im Arbeitsspeicher, und speichere nichts davon; mit `/{ command-preferences-name }` hört es auf.
people-favourites-not-linked = Verknüpf dafür bitte dein Spotify-Konto mit `/spotify { command-link-name }`; bis dahin ändert sich nichts.
people-favourites-none = Spotify nennt mir gerade niemanden, den du hörst. Falls du dein Konto schon vor längerer Zeit verknüpft hast, verknüpf es bitte noch einmal mit `/spotify { command-link-name }`, damit Spotify es mir sagen darf.
people-setting-goal = Übliches Ziel: { $value }
people-setting-length = { $count ->
        [one] Übliche Länge: { $count } Titel
       *[other] Übliche Länge: { $count } Titel
    }
people-setting-channels = Kanäle, in denen jedes Foto zählt: { $value }
people-yes = ja
people-no = nein
people-as-server = wie der Server es möchte
people-no-channels = keine
people-channels-off = Fotokanäle sind aus: Wer mich betreibt, hat DISCORD_MESSAGE_CONTENT nicht eingeschaltet.
people-no-message-content = Ich kann Fotos in Kanälen nicht sehen, weil DISCORD_MESSAGE_CONTENT nicht eingeschaltet ist; das kann nur, wer mich betreibt. Es wurde nichts geändert.
people-not-manager = Das können nur Leute, die diesen Server verwalten dürfen.

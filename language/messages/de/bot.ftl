### What the Discord bot says.

## Commands

command-mood-name = stimmung
command-mood = Macht aus einem Selfie oder einer Stimmung eine Spotify-Playlist
option-photo-name = foto
option-photo = Ein Foto mit deinem Gesicht; es wird nur im Speicher gelesen und nicht aufgehoben
option-mood-name = stimmung
option-mood = Wie du dich fühlst, wenn du lieber kein Foto schickst
option-tracks-name = titel
option-tracks = Wie viele Titel, 5 bis 50 (20, wenn du nichts sagst)
option-private-name = privat
option-private = Nur du siehst die Antwort (ja, wenn du nichts sagst)

command-spotify = Dein eigenes Spotify-Konto verknüpfen oder trennen
command-link-name = verknüpfen
command-link = Dein Spotify-Konto verknüpfen, damit Playlists in deiner Bibliothek landen
command-status-name = status
command-status = Sehen, welches Spotify-Konto mit dir verknüpft ist
command-unlink-name = trennen
command-unlink = Die Verknüpfung mit deinem Spotify-Konto lösen und die Anmeldung hier löschen

## Short answers

bot-how-to-ask = Gib `/{ command-mood-name }` ein Foto deines Gesichts mit, oder tipp auf die Stimmung, für die du ein Tape möchtest.
bot-photo-or-mood = Gib mir bitte entweder ein Foto oder eine Stimmung, nicht beides.
bot-one-at-a-time = Ich bin noch an deinem letzten Tape; frag bitte wieder, wenn es da ist.
bot-stopping = Ich starte gerade neu; frag bitte in einer Minute noch einmal.
bot-in-line = Du stehst in der Schlange; in etwa { wait } bist du dran.
button-stop = Abbrechen
bot-stopped = Abgebrochen; es ist nichts entstanden. Frag wieder, wann du magst.
bot-nothing-to-stop = Es gibt nichts mehr abzubrechen.
bot-too-slow = Discord war mir gerade zu langsam; frag bitte noch einmal.
bot-not-yours = Diese Knöpfe gehören jemand anderem; mit `/{ command-mood-name }` bekommst du dein eigenes Tape.
bot-incident = Bei mir ist etwas schiefgegangen; wer mich betreibt, findet es unter dem Vorfall { $incident }.
bot-how-to-link = Stimm auf Spotifys Seite innerhalb von zehn Minuten zu und komm dann zurück; `/spotify { command-status-name }` zeigt das Konto. Die Seite ist nur für dich: Wer sie sonst öffnet, verknüpft sein Konto mit dir. Spotify fragt auch, ob ich sehen darf, wen du am meisten hörst; ich sehe nur nach, wenn du das mit `/{ command-preferences-name }` einschaltest.
button-open-spotify = Spotifys Seite öffnen
bot-linked = Dein Spotify-Konto { $account } ist verknüpft. Spotify beendet das am { DATETIME($ends_on, dateStyle: "long") }; `/spotify { command-link-name }` erneuert es.
bot-unlinked = Deine Spotify-Anmeldung ist hier gelöscht. Playlists bleiben in deiner Bibliothek; um Moodtape auch von Spotifys eigener Liste zu nehmen, öffne <https://www.spotify.com/account/apps>.
bot-step = { $step ->
        [reading] Ich lese dein Foto …
        [picking] Ich suche die Musik aus …
       *[publishing] Ich lege die Playlist an …
    }

## The card

bot-tracks = Titel auf Spotify
bot-photo-not-kept = Das Foto wurde im Speicher gelesen und nicht aufgehoben. Ein Gesicht ist ein Hinweis, kein Beweis.
bot-chance = { mood-word } { $percent }
bot-by-artist = von { $artist }
bot-more = und { $count } weitere
bot-more-in-playlist = und { $count } weitere in der Playlist
bot-missing = { $count ->
        [one] { $count } Titel gibt es nicht auf Spotify; er fehlt.
       *[other] { $count } Titel gibt es nicht auf Spotify; sie fehlen.
    }

## Wishes

option-goal-name = ziel
option-goal = Wohin das Tape führen soll (was zur Stimmung passt, wenn du nichts sagst)
option-to-name = nach
option-to = Die Stimmung, in die es gehen soll, mit dem Ziel „bring mich nach“
choice-goal-match = so, wie ich mich fühle
choice-goal-lift = heitere mich auf
choice-goal-calm = beruhige mich
choice-goal-energise = gib mir Energie
choice-goal-let-out = lass es raus
choice-goal-take-me = bring mich nach …
bot-where-to = Um in eine Stimmung zu kommen, wähl das Ziel „{ choice-goal-take-me }“ und bei `{ option-to-name }` die Stimmung; andere Ziele brauchen kein `{ option-to-name }`.

## Under a tape

button-another = Noch ein Tape
button-more-energy = Mehr Energie
button-calmer = Ruhiger
button-lift = Heitere mich auf
button-good = Mehr davon
button-bad = Nicht mein Geschmack
button-save = In mein Spotify
button-export = Exportieren
button-share = Teilen
button-later = Playlist später machen
button-shared = Geteilt
bot-not-how-i-feel = So fühle ich mich nicht …
bot-corrected = Danke; daraus lerne ich.
bot-liked = Gut zu wissen: ab jetzt mehr davon. Der andere Daumen sagt das Gegenteil.
bot-disliked = Gut zu wissen: ab jetzt weniger davon. Der andere Daumen sagt das Gegenteil.
bot-learnt-already = Das habe ich schon gelernt. Der andere Daumen sagt das Gegenteil.
bot-saved = Die Playlist liegt in deiner Spotify-Bibliothek.
bot-nothing-to-save = Playlists sind hier nicht eingerichtet; nimm das Tape stattdessen als Datei.
bot-exported = Dein Tape für andere Programme: M3U8 und XSPF für Player, CSV für Tabellen.
bot-shared = Geteilt: das Tape, ohne wie du aussiehst. Andere können jetzt seine Knöpfe benutzen.
bot-shared-already = Dieses Tape ist schon geteilt.
bot-later = { $problem } Sobald das vorbei ist, mache ich deine Playlist und schicke dir den Link als Direktnachricht; dieser Knopf zeigt ihn dann auch.
bot-later-not-yours = Nur wem dieses Tape gehört, kann auf seine Playlist warten; „{ button-another }“ gibt dir ein eigenes.
bot-playlist-ready = Spotify nimmt wieder Playlists an, und hier ist deine.
bot-unsure = Ein klareres Foto hilft: Licht aufs Gesicht, Blick in die Kamera. Oder tipp an, wie du dich fühlst:
bot-stays = Das Tape bleibt in dieser Stimmung.
bot-shift = { $energy ->
        [more] Mit mehr Energie.
        [less] Ruhiger.
       *[same] So lebhaft wie zuvor.
    }

## Several faces

bot-face = { $number }, { bot-place }: vor allem { mood-word }, { $share } des Tapes
bot-face-unsure = { $number }, { bot-place }: vielleicht { mood-word }, { $share } des Tapes
bot-face-unclear = { $number }, { bot-place }: { bot-face-reason }, darum nur { $share } des Tapes
bot-place = { $place ->
        [top-left] oben links
        [top] oben
        [top-right] oben rechts
        [left] links
        [right] rechts
        [bottom-left] unten links
        [bottom] unten
        [bottom-right] unten rechts
       *[middle] in der Mitte
    }
bot-face-reason = { $reason ->
        [too_small] zu klein, um gut lesbar zu sein
        [cut_off] vom Rand abgeschnitten
        [dark] zu dunkel, um gut lesbar zu sein
        [blown_out] zu hell, um gut lesbar zu sein
        [blurred] zu unscharf, um gut lesbar zu sein
        [turned_away] abgewandt
       *[occluded] teilweise verdeckt
    }

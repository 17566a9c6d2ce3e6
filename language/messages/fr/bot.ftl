### What the Discord bot says.

## Commands

command-mood-name = humeur
command-mood = Transforme un selfie ou une humeur en playlist Spotify
option-photo-name = photo
option-photo = Une photo avec ton visage ; elle est lue en mémoire et n’est pas gardée
option-mood-name = humeur
option-mood = Comment tu te sens, si tu préfères ne pas envoyer de photo
option-tracks-name = titres
option-tracks = Combien de titres, de 5 à 50 (20 si tu ne dis rien)
option-private-name = privé
option-private = Réponse visible par toi uniquement (oui, si tu ne dis rien)

command-spotify = Lier ton propre compte Spotify, ou y mettre fin
command-link-name = lier
command-link = Lier ton compte Spotify, pour que les playlists arrivent dans ta bibliothèque
command-status-name = statut
command-status = Voir quel compte Spotify est lié au tien
command-unlink-name = délier
command-unlink = Délier ton compte Spotify et supprimer sa connexion ici

## Short answers

bot-how-to-ask = Ajoute une photo de ton visage à `/{ command-mood-name }`, ou touche l’humeur pour laquelle tu veux une cassette.
bot-photo-or-mood = Donne-moi soit une photo, soit une humeur, s’il te plaît, mais pas les deux.
bot-one-at-a-time = Je prépare encore ta dernière cassette ; redemande quand elle sera là, s’il te plaît.
bot-stopping = Je redémarre ; redemande dans une minute, s’il te plaît.
bot-in-line = Tu es dans la file ; ton tour vient dans { wait } environ.
button-stop = Arrêter
bot-stopped = Arrêté ; rien n’a été fait. Redemande quand tu veux.
bot-nothing-to-stop = Il n’y a plus rien à arrêter.
bot-too-slow = Discord a été trop lent pour moi ; redemande, s’il te plaît.
bot-not-yours = Ces boutons sont à quelqu’un d’autre ; utilise `/{ command-mood-name }` pour avoir ta propre cassette.
bot-incident = Quelque chose a mal tourné de mon côté ; la personne qui me gère peut le retrouver comme incident { $incident }.
bot-how-to-link = Accepte sur la page de Spotify dans les dix minutes, puis reviens ; `/spotify { command-status-name }` montre le compte. La page n’est que pour toi : toute autre personne qui l’ouvre lie son compte au tien. Spotify demande aussi si je peux voir quels artistes tu écoutes le plus ; je ne regarde que si tu l’actives dans `/{ command-preferences-name }`.
button-open-spotify = Ouvrir la page de Spotify
bot-linked = Ton compte Spotify { $account } est lié. Spotify y met fin le { DATETIME($ends_on, dateStyle: "long") } ; `/spotify { command-link-name }` le renouvelle.
bot-unlinked = Ta connexion à Spotify est supprimée ici. Les playlists restent dans ta bibliothèque ; pour retirer aussi Moodtape de la liste de Spotify, ouvre <https://www.spotify.com/account/apps>.
bot-step = { $step ->
        [reading] Je lis ta photo…
        [picking] Je choisis la musique…
       *[publishing] Je crée la playlist…
    }

## The card

bot-tracks = Titres sur Spotify
bot-photo-not-kept = Photo lue en mémoire et pas gardée. Un visage est un indice, pas une preuve.
bot-chance = { mood-word } { $percent }
bot-by-artist = de { $artist }
bot-more = et { $count } de plus
bot-more-in-playlist = et { $count } de plus dans la playlist
bot-missing = { $count ->
        [one] { $count } titre n’est pas sur Spotify et manque.
       *[other] { $count } titres ne sont pas sur Spotify et manquent.
    }

## Wishes

option-goal-name = but
option-goal = Où la cassette doit mener (ce qui va avec l’humeur, si tu ne dis rien)
option-to-name = vers
option-to = L’humeur où aller, avec le but « emmène-moi vers »
choice-goal-match = suis ce que je ressens
choice-goal-lift = remonte-moi le moral
choice-goal-calm = calme-moi
choice-goal-energise = donne-moi de l’énergie
choice-goal-let-out = laisse sortir
choice-goal-take-me = emmène-moi vers …
bot-where-to = Pour aller vers une humeur, choisis le but « { choice-goal-take-me } » et l’humeur dans `{ option-to-name }` ; les autres buts n’ont pas besoin de `{ option-to-name }`.

## Under a tape

button-another = Une autre cassette
button-more-energy = Plus d’énergie
button-calmer = Plus calme
button-lift = Remonte-moi le moral
button-good = Encore comme ça
button-bad = Pas mon goût
button-save = Enregistrer dans mon Spotify
button-export = Exporter
button-share = Partager
button-later = Créer la playlist plus tard
button-shared = Partagée
bot-not-how-i-feel = Ce n’est pas ce que je ressens…
bot-corrected = Merci ; j’en tiens compte.
bot-liked = C’est noté : plus comme ça désormais. L’autre pouce dit le contraire.
bot-disliked = C’est noté : moins comme ça désormais. L’autre pouce dit le contraire.
bot-learnt-already = Ça, je l’ai déjà appris. L’autre pouce dit le contraire.
bot-saved = La playlist est dans ta bibliothèque Spotify.
bot-nothing-to-save = Les playlists ne sont pas configurées ici ; prends plutôt la cassette en fichier.
bot-exported = Ta cassette pour d’autres lecteurs : M3U8 et XSPF pour les lecteurs, CSV pour les tableurs.
bot-shared = Partagée : la cassette, sans l’air que tu as. D’autres peuvent maintenant utiliser ses boutons.
bot-shared-already = Cette cassette est déjà partagée.
bot-later = { $problem } Dès que c’est passé, je crée ta playlist et je t’envoie le lien en message privé ; ce bouton le montrera aussi.
bot-later-not-yours = Seule la personne à qui est cette cassette peut attendre sa playlist ; « { button-another } » t’en donne une à toi.
bot-playlist-ready = Spotify accepte de nouveau des playlists, et voici la tienne.
bot-unsure = Une photo plus nette aide : lumière sur le visage, regard vers l’appareil. Ou touche ce que tu ressens :
bot-stays = La cassette reste dans cette humeur.
bot-shift = { $energy ->
        [more] Avec plus d’énergie.
        [less] Plus calme.
       *[same] Aussi vive qu’avant.
    }

## Several faces

bot-face = { $number }, { bot-place } : surtout { mood-word }, { $share } de la cassette
bot-face-unsure = { $number }, { bot-place } : peut-être { mood-word }, { $share } de la cassette
bot-face-unclear = { $number }, { bot-place } : { bot-face-reason }, donc seulement { $share } de la cassette
bot-place = { $place ->
        [top-left] en haut à gauche
        [top] en haut
        [top-right] en haut à droite
        [left] à gauche
        [right] à droite
        [bottom-left] en bas à gauche
        [bottom] en bas
        [bottom-right] en bas à droite
       *[middle] au milieu
    }
bot-face-reason = { $reason ->
        [too_small] trop petit pour être bien lu
        [cut_off] coupé par le bord
        [dark] trop sombre pour être bien lu
        [blown_out] trop clair pour être bien lu
        [blurred] trop flou pour être bien lu
        [turned_away] tourné ailleurs
       *[occluded] en partie couvert
    }

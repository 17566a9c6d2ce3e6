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
bot-too-slow = Discord a été trop lent pour moi ; redemande, s’il te plaît.
bot-not-yours = Ces boutons sont à quelqu’un d’autre ; utilise `/{ command-mood-name }` pour avoir ta propre cassette.
bot-incident = Quelque chose a mal tourné de mon côté ; la personne qui me gère peut le retrouver comme incident { $incident }.
bot-how-to-link = Accepte sur la page de Spotify dans les dix minutes, puis reviens ; `/spotify { command-status-name }` montre le compte. La page n’est que pour toi : toute autre personne qui l’ouvre lie son compte au tien.
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

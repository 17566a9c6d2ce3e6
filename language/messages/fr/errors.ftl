### One sentence for each leaf of the tree in core/errors.py: what happened, and what to do.

## Photos

error-not-an-image = Ce fichier n’est pas une photo que je peux ouvrir ; envoie-moi un JPEG, PNG, WebP ou HEIC, s’il te plaît.
error-damaged-photo = Cette photo est abîmée ou incomplète ; renvoie-la ou prends-en une autre, s’il te plaît.
error-photo-too-heavy = Ce fichier est trop lourd ({ $size_mb } Mo) ; envoie-moi une photo de { $limit_mb } Mo au plus, s’il te plaît.
error-too-many-pixels = Cette photo a trop de pixels ; envoie-m’en une de { $limit_megapixels } mégapixels au plus, s’il te plaît.
error-photo-takes-too-long = Je mets trop de temps à lire cette photo ; envoie-m’en une capture d’écran, ou une plus petite, s’il te plaît.
error-photo-crashes-reader = Je ne peux pas ouvrir cette photo sans risque ; envoie-m’en une capture d’écran, ou une autre, s’il te plaît.
error-photo-unavailable = Je n’ai pas pu télécharger cette photo ; renvoie-la, s’il te plaît.
error-photo-file-unreadable = Il n’y a pas de photo que je peux lire dans { $path }.

## Faces and moods

error-no-face = Je ne vois pas de visage sur cette photo ; essaie de plus près, avec de la lumière sur le visage, ou choisis une humeur.
error-face-unclear = Je vois un visage, mais { $reason ->
        [too_small] il est trop petit ; essaie de plus près
        [cut_off] le bord de la photo le coupe ; fais-le entrer en entier et réessaie
        [dark] il est trop sombre ; tourne-toi vers une lumière et réessaie
        [blown_out] il est trop clair ; détourne-toi de la lumière et réessaie
        [blurred] il est flou ; ne bouge pas, ou essuie l’objectif, et réessaie
        [turned_away] il est tourné ; regarde l’appareil et réessaie
       *[occluded] quelque chose en cache une partie ; découvre-le et réessaie
    }, ou choisis une humeur.
error-unknown-mood = Je ne connais pas cette humeur ; choisis-en une dans la liste, s’il te plaît.

## Music

error-no-music = Il n’y a pas encore de musique dans le catalogue ; la personne qui me gère peut en ajouter.
error-no-tracks = Aucun titre ne remplit tous tes souhaits ; retires-en quelques-uns, s’il te plaît (écartés : { $left_out }).
error-busy = Il y a beaucoup de demandes en ce moment ; réessaie dans { wait }, s’il te plaît.
error-too-many-tapes = Tu as déjà eu pas mal de cassettes ; tu pourras avoir la prochaine dans { wait } environ.
# All people of a Discord server together.
error-too-many-tapes-here = Ce serveur a déjà eu énormément de cassettes ; la prochaine sera possible dans { wait } environ.
wait = { $unit ->
        [seconds] { $count ->
            [one] { $count } seconde
           *[other] { $count } secondes
        }
        [minutes] { $count ->
            [one] { $count } minute
           *[other] { $count } minutes
        }
       *[hours] { $count ->
            [one] { $count } heure
           *[other] { $count } heures
        }
    }
error-tape-gone = Cette cassette n’est plus là, ou elle est à quelqu’un d’autre ; touche une humeur pour avoir la tienne.

## Spotify

error-storage-unavailable = Je n’ai pas accès à ma mémoire en ce moment ; réessaie dans une minute.
error-link-expired = Ce lien a déjà servi ou est trop ancien ; demandes-en un autre avec `/spotify { command-link-name }`.
error-link-declined = Tu n’as pas accepté sur la page de Spotify, donc rien n’est lié ; `/spotify { command-link-name }` te permet de réessayer.
error-link-failed = La page de Spotify a signalé une erreur, donc rien n’est lié ; `/spotify { command-link-name }` te permet de réessayer.
error-link-not-allowed = Spotify n’admet que cinco comptes choisis ; demande à la personne qui me gère d’ajouter le tien sous User Management dans le tableau de bord de Spotify, puis refais `/spotify { command-link-name }`.
error-not-linked = Ton compte Spotify n’est pas lié ; `/spotify { command-link-name }` s’en charge.
error-spotify-login-needed = Je ne suis pas, ou plus, connecté à Spotify ; la personne qui me gère peut y remédier avec `moodtape spotify login`.
error-spotify-link-ended = Ton compte Spotify n’est pas lié, ou Spotify a mis fin à sa connexion ; `/spotify { command-link-name }` le lie à nouveau.
error-spotify-forbidden = Spotify ne laisse pas mon compte créer de playlists ; la personne qui me gère devrait vérifier l’appli dans le tableau de bord de Spotify.
error-spotify-rate-limited = Spotify me demande d’attendre { wait } avant la prochaine playlist.
error-spotify-unavailable = Spotify est injoignable en ce moment.
error-tracks-not-on-spotify = La recherche de Spotify ne connaît pas ces titres par leur nom.
instead-of-playlist = { $problem } Voici plutôt les liens des titres.

## For whoever runs Moodtape

error-settings-invalid = Vérifie le réglage { $setting } : { $advice }.
error-reader-cannot-start = Le processus qui lit les photos ne démarre pas ({ $reason }) ; vérifie la mémoire libre de cette machine ou réinstalle.
error-model-missing = Le fichier de modèle { $path } manque ; réinstalle Moodtape ou entraîne un modèle.
error-model-mismatch = Le modèle { $path } est inutilisable : { $reason } ; réinstalle Moodtape.
error-catalogue-missing = Il n’y a pas de catalogue dans { $path } ; vérifie le chemin, ou le réglage CATALOGUE_PATH.
error-catalogue-invalid = Le catalogue { $path } est inutilisable : { $reason }.
error-data-invalid = Les données de { $path } sont inutilisables : { $reason }.
error-download-failed = Le téléchargement de { $what } a échoué : { $reason }.
error-folder-unusable = Impossible d’écrire dans le dossier { $path } ; mets dans DATA_DIR un dossier à toi.
error-database-unusable = La base de données { $where } est inutilisable : { $reason }.
error-secret-key-wrong = Les connexions enregistrées ont été chiffrées avec une autre clé ; ajoute cette clé à SECRET_KEYS ou à secret.key dans DATA_DIR, ou connecte-toi de nouveau.
error-discord-token-rejected = Discord n’accepte pas DISCORD_TOKEN ; recopie-le depuis la page Bot du portail développeur de Discord.
error-spotify-login-failed = La connexion à Spotify n’a pas abouti : { $reason }.
error-discord-unreachable = Discord est injoignable ; vérifie le réseau de cette machine et réessaie.
error-training-not-installed = L’entraînement a besoin de TensorFlow et de MLflow ; lance `make setup` dans une copie du code, ou installe `moodtape[train]`.
error-port-taken = Le port { $port } est déjà pris ; arrête l’autre programme ou change WEB_PORT.

### What the page says. Only the messages of the notice may hold <strong>.

web-tagline = Un selfie entre, une playlist sort.
web-skip = Aller au contenu
web-footer = Les photos sont lues en mémoire puis jetées, et aucun script d’ailleurs ne tourne ici.

## The form

web-form-title = De quoi as-tu l’air aujourd’hui ?
web-form-note = Une photo, une cassette assortie.
web-did-not-work = Ça n’a pas marché
web-notice-title = Avant d’envoyer une photo
web-notice-computed = Je cherche les visages et j’estime <strong>sept probabilités d’émotions</strong> pour chacun, en mémoire seulement. Rien n’est gardé : ni la photo, ni les nombres.
web-notice-hint = Un visage est un <strong>indice, pas une preuve</strong> de ce que quelqu’un ressent.
web-notice-not-for = Pas pour les <strong>moins de 13 ans</strong>, et pas pour un usage <strong>au travail ou à l’école</strong>.
web-notice-no-photo = Choisir une humeur <strong>ne demande pas de photo</strong>.
web-live-notice = Quand la caméra est allumée, de petites images vont à ce serveur plusieurs fois par seconde, sont lues, puis jetées.
web-agree-first = Lis d’abord l’avis, s’il te plaît, et préviens les autres personnes sur la photo. Ta réponse est gardée dans un seul cookie, qui dit oui et rien sur toi.
web-agree = J’ai lu ; utiliser une photo
web-take-consent-back = Retirer mon accord
web-your-photo = Ta photo
web-chosen-photo = La photo que tu as choisie
web-camera-view = Ce que voit ta caméra
web-take-photo = Prendre la photo
web-cancel = Annuler
web-photo-label = Un selfie, ou tout le groupe
web-photo-help = JPEG, HEIC, PNG ou WebP, jusqu’à { $limit_mb } Mo
web-drop-help =  ; ou dépose ou colle une photo ici
web-use-camera = Utiliser la caméra
web-watch = Regarder deux secondes
web-meters-caption = Probabilité de chacune des sept émotions, en ce moment
web-wishes = Ta cassette
web-goal-question = Où doit-elle mener ?
web-goal-any = Ce qui va avec l’humeur
web-goal = { $goal ->
        [lift] Remonte-moi le moral
        [calm] Calme-moi
        [energise] Donne-moi de l’énergie
        [let-out] Tout laisser sortir
        [take-me] Vers une autre humeur
       *[other] Rester dans l’humeur
    }
web-energy = Énergie
web-energy-least = beaucoup plus calme
web-energy-less = plus calme
web-energy-same = comme ça vient
web-energy-more = plus d’énergie
web-energy-most = beaucoup plus d’énergie
web-tracks = Titres
web-make = Faire ma cassette
web-no-photo = Pas de photo ? Choisis une humeur

## What the form's script says

web-looking = Je regarde ta photo et je choisis la musique. Cela prend quelques secondes…
web-choosing = Je choisis la musique…
web-making-playlist = Je demande la playlist à Spotify…
web-no-camera = La caméra ne marche pas ici ; choisis plutôt une photo, s’il te plaît.
web-camera-on = La caméra est allumée, et rien n’est gardé. Prends une photo, ou laisse-moi regarder quelques secondes.
web-camera-lost = La caméra s’est arrêtée. Rallume-la ou choisis une photo.
web-photo-ready = Ta photo est prête.
web-too-large = Cette photo est trop lourde ; choisis-en une de { $limit_mb } Mo au plus, s’il te plaît.
web-stills-ready = Quelques secondes sont prêtes ; ta cassette est faite d’après leur moyenne.
web-hold-on = Je regarde deux secondes…
web-live-ended = La vue en direct s’est arrêtée ; prendre une photo marche toujours.
web-live-no-face = Pas encore de visage ; regarde la caméra.
web-live-faces = { $faces ->
        [1] Un visage ; surtout { mood-word }.
       *[other] { $faces } visages ; surtout { mood-word }.
    }

## The tape

web-cassette = Cassette
web-track-count = { $count ->
        [one] { $count } titre
       *[other] { $count } titres
    }
web-not-your-mood = Je ne me sens pas comme ça
web-another-mood = Une autre humeur ?
web-the-tape = La cassette
web-side = Face { $letter }
web-another-tape = Faire une autre cassette
web-start-over = Recommencer
web-again = Une autre cassette
web-again-note = La même humeur, d’autres titres.
web-open-player = Écouter ici
web-player-title = Le lecteur de Spotify avec cette playlist
web-player-note = Le lecteur vient de Spotify : dès que tu l’ouvres, Spotify apprend ton adresse et ton passage ici.
web-faces-title = Visage par visage
web-faces-note = Numérotés rangée par rangée, depuis la gauche.
web-face-sure = surtout { mood-word }, { $percent }
web-face-unsure = peut-être surtout { mood-word }, { $percent }
web-face-hard = { $line } (difficile à lire : { $reason ->
        [too_small] il est trop petit
        [cut_off] le bord de la photo le coupe
        [dark] il est trop sombre
        [blown_out] il est trop clair
        [blurred] il est flou
        [turned_away] il est tourné
       *[occluded] quelque chose en cache une partie
    })
web-face-hints = { $faces ->
        [one] Ce que suggère le visage
       *[other] Ce que suggèrent les visages
    }
web-bars-caption = Probabilité de chacune des sept émotions
web-bars-note = Une estimation d’après l’apparence seule ; il n’y a que toi qui sais ce que tu ressens. La photo a déjà disparu.
web-no-playlists = Les playlists ne sont pas encore réglées ici, alors chaque titre mène à Spotify.
web-playlist-not-yet = Cette cassette n’a pas encore de playlist.
web-make-playlist = Créer la playlist
web-playlist-later = Tu peux appuyer quand tu veux : il n’y aura qu’une playlist, et la cassette attend un jour.
web-tape-page = La page de la cassette
web-missing = { $count ->
        [one] Spotify n’a pas { $count } autre titre de cette cassette.
       *[other] Spotify n’a pas { $count } autres titres de cette cassette.
    }

web-other-player = L’emporter dans un autre lecteur :
web-for-an-hour = pendant au moins une heure.
web-no-such-file = Ce fichier n’existe pas
web-file-gone = Les fichiers d’une cassette ne sont pas gardés longtemps ; refais la cassette.
web-not-linked = Pas lié
web-linked = Lié en tant que { $account }
web-back-to-discord = Tu peux retourner sur Discord.
web-linked-to = Les playlists que le compte Discord { $person } enregistre vont maintenant sur ce compte Spotify. `/spotify { command-unlink-name }` là-bas y met fin.
web-linked-to-asker = Les playlists que le compte Discord qui l’a demandé enregistre vont maintenant sur ce compte Spotify. `/spotify { command-unlink-name }` là-bas y met fin.
web-take-back = Ce n’est pas ton compte Discord ? Alors retire Moodtape tout de suite sur { $address }.

## Problems with the form

web-form-unreadable = Ce formulaire n’est pas arrivé entier ; renvoie-le, s’il te plaît.
web-nothing-chosen = Choisis une photo ou une humeur, s’il te plaît.
web-upload-too-slow = L’envoi a pris trop de temps ; réessaie, peut-être avec une photo plus petite.
web-tracks-out-of-range = Une cassette a de { $fewest } à { $most } titres ; choisis un nombre entre les deux, s’il te plaît.
web-no-such-page = Il n’y a pas de telle page ici.
web-refused = Ça ne marche pas ici.
web-incident = Quelque chose a mal tourné ici, et ce n’est pas ta faute. Réessaie, s’il te plaît ; le numéro de l’incident est { $incident }.
web-unknown-host = Ce nom d’hôte n’est pas connu ici.
web-foreign-page = Cette page n’accepte que les demandes de ses propres pages.
web-odd-length = La longueur annoncée n’est pas un nombre.
web-consent-missing = Lis l’avis et donne ton accord avant d’envoyer une photo, s’il te plaît ; ou choisis une humeur.
web-too-many-requests = C’était un peu rapide pour moi ; réessaie dans { wait }, s’il te plaît.
web-restarting = Je redémarre à l’instant ; redemande dans une minute, s’il te plaît.
web-tape-unknown = Cette cassette n’est plus là ; fais-en une nouvelle.

### What the Discord bot says about people's own things: consent, privacy, preferences, history; and to servers.

## Commands

command-privacy-name = confidentialité
command-privacy = Voir, exporter ou supprimer ce que Moodtape garde sur toi
command-preferences-name = préférences
command-preferences = Ta langue, qui voit les réponses, ton historique, les titres explicites
command-history-name = historique
command-history = Tes humeurs en calendrier, et tes dernières cassettes
command-help-name = aide
command-help = Ce que fait Moodtape, et comment demander
command-feedback-name = retour
command-feedback = Écrire à la personne qui gère ce bot
command-settings-name = réglages
command-settings = Comment Moodtape se comporte sur ce serveur
option-language-name = langue
option-language = La langue dans laquelle je te parle
option-usually-private = Réponses visibles par toi uniquement, sauf si tu dis autre chose
option-history-name = historique
option-history = Retenir tes humeurs et tes cassettes
option-explicit-name = explicites
option-explicit = Des titres explicites peuvent venir
option-favourites-name = favoris
option-favourites = Tes premières cassettes préfèrent les artistes que tu écoutes le plus sur Spotify
option-usual-goal-name = but
option-usual-goal = Où mènent les cassettes, si personne ne dit autre chose
option-usual-tracks = Combien de titres, si personne ne dit autre chose
option-explicit-here = Des titres explicites peuvent venir sur ce serveur
option-photos-in-name = photos-dans
option-photos-in = Un salon où toute photo reçoit une cassette, sans commande
option-no-photos-in-name = pas-de-photos-dans
option-no-photos-in = Un salon où cela prend fin
option-private-here = Chaque réponse n’est vue que par une personne, sauf si elle dit autre chose
option-language-here = La langue des réponses aux messages sur ce serveur
choice-automatic = Automatique
choice-english = English
choice-spanish = Español
choice-french = Français
choice-german = Deutsch
choice-portuguese = Português (Brasil)
choice-japanese = 日本語
menu-tape = Cassette à partir de cette photo
modal-feedback = Retour
modal-feedback-text = Que devrions-nous savoir ?

## Consent

people-notice-title = Avant de regarder ta première photo
people-notice-what = J’y cherche les visages et je calcule l’air de chacun : sept probabilités, de la colère à la joie. Elles me servent à choisir la musique. C’est une supposition d’après un visage, pas un fait sur toi.
people-notice-kept = La photo est lue en mémoire seulement. Rien n’en est gardé, personne n’est reconnu, et rien n’est entraîné avec elle. Seules les sept probabilités restent une semaine, pour les boutons de ta cassette.
people-notice-others = Ton oui vaut aussi quand quelqu’un fait une cassette d’une photo que tu as publiée. N’envoie que des photos de personnes d’accord, et de personne de moins de 13 ans.
people-notice-rights = `/{ command-privacy-name }` montre ce qui est gardé sur toi, le supprime, et retire ton oui.
people-operator = Géré par { $operator }.
people-operator-contact = Géré par { $operator } ({ $contact }).
people-operator-unknown = la personne à qui ce bot appartient
button-agree = Je suis d’accord
button-mood-instead = Choisir plutôt une humeur
people-pick-mood = Pas besoin de photo : touche l’humeur pour laquelle tu veux une cassette.
people-agreed-send-again = Merci. Je n’ai plus ta photo, puisque je n’en garde aucune ; renvoie-la, s’il te plaît.
people-not-agreed = Je ne lis une photo que si la personne qui l’a publiée est d’accord ; elle peut l’accepter avec `/{ command-mood-name }` et une photo à elle.
people-no-photo = Il n’y a pas de photo dans ce message.

## Privacy

people-stored-title = Gardé sur toi :
people-nothing-stored = Rien n’est gardé sur toi.
people-stored = { $table ->
        [consents] ton accord pour lire des photos
        [person_settings] tes préférences
        [tastes] ce que tes pouces et corrections m’ont appris
        [history] { $count ->
                [one] ton historique : { $count } cassette
               *[other] ton historique : { $count } cassettes
            }
        [feedback] { $count ->
                [one] { $count } retour de ta part
               *[other] { $count } retours de ta part
            }
        [tapes] { $count ->
                [one] { $count } cassette, tant que ses boutons marchent
               *[other] { $count } cassettes, tant que leurs boutons marchent
            }
        [logins] le lien avec ton compte Spotify
        [pending_links] un lien avec Spotify que tu as commencé
        [playlists] { $count ->
                [one] { $count } playlist que j’ai créée dans ton compte Spotify
               *[other] { $count } playlists que j’ai créées dans ton compte Spotify
            }
       *[other] autres entrées : { $count }
    }
people-privacy-photos = Les photos et l’air des visages n’y sont pas : ils disparaissent avec la réponse ; seuls les boutons d’une cassette retiennent ses sept probabilités tant qu’ils marchent.
people-privacy-favourites = Les artistes que tu écoutes le plus sur Spotify n’y sont pas non plus : je ne les demande que si tu l’as activé dans `/{ command-preferences-name }`, et je les oublie dans l’heure.
people-export = Voici tout ce qui est gardé sur toi, dans un fichier.
people-delete-sure = Cela supprime tout d’un coup, délie ton compte Spotify, et ne peut pas être annulé.
people-deleted = Tout ce qui était gardé sur toi est supprimé, et ton compte Spotify n’est plus lié.
people-revoked = Ton oui est retiré ; avant ta prochaine photo, je te demanderai de nouveau.
button-export-data = Exporter
button-revoke = Retirer mon accord
button-delete-data = Tout supprimer
button-delete-data-now = Oui, tout supprimer
button-keep-data = Garder

## History

people-history-offer = Je ne retiens tes humeurs et tes cassettes que si tu le demandes. Dans ce cas, toi seul·e les vois, et tu peux les effacer à tout moment.
button-remember = Commencer à retenir
people-remembering = Dès ta prochaine cassette, je retiens son humeur et ses titres ; `/{ command-history-name }` ne les montre qu’à toi.
people-history-title = Tes humeurs en { $month }
people-history-empty = Encore rien ce mois-ci.
people-last-tapes = Les dernières cassettes :
people-tape-more = { $count ->
        [one] et { $count } de plus
       *[other] et { $count } de plus
    }
button-previous-month = Mois précédent
button-next-month = Mois suivant
button-forget-history = Effacer et arrêter
people-history-cleared = Ton historique est effacé, et je ne retiens plus rien.

## Help and feedback

people-help = Je transforme l’air que tu as, ou l’humeur que tu choisis, en cassette de musique. Envoie une photo de ton visage ou choisis une humeur :
people-help-menu = Tu peux aussi me mentionner avec une photo, m’en envoyer une en message privé, ou ouvrir le menu d’un message > Applications > { menu-tape }.
people-help-privacy = Les photos sont lues en mémoire et jamais gardées ; les réponses aux commandes ne sont qu’à toi, sauf si toi ou le serveur avez choisi autre chose.
people-feedback-thanks = Merci ; la personne qui me gère le lira.
people-feedback-empty = Il n’y avait rien dedans ; écris quelques mots, s’il te plaît.

## Preferences and settings

people-preferences-title = Tes préférences
people-settings-title = Réglages de ce serveur
people-setting-language = Langue : { $value }
people-setting-private = Réponses privées : { $value }
people-setting-history = Historique : { $value }
people-setting-explicit = Titres explicites : { $value }
people-setting-favourites = Artistes favoris de Spotify : { $value }
people-favourites-on = Tant que je ne connais pas tes goûts, je demande à Spotify quels artistes tu écoutes le plus. Je le retiens une heure au plus, en mémoire seulement, et n’en enregistre rien ; `/{ command-preferences-name }` y met fin.
people-favourites-not-linked = Pour cela, lie ton compte Spotify avec `/spotify { command-link-name }` ; d’ici là, rien ne change.
people-favourites-none = Spotify ne me nomme aucun de tes artistes pour l’instant. Si tu as lié ton compte il y a quelque temps, lie-le encore une fois avec `/spotify { command-link-name }`, pour que Spotify puisse me le dire.
people-setting-goal = But habituel : { $value }
people-setting-length = { $count ->
        [one] Longueur habituelle : { $count } titre
       *[other] Longueur habituelle : { $count } titres
    }
people-setting-channels = Salons où toute photo compte : { $value }
people-yes = oui
people-no = non
people-as-server = comme le serveur préfère
people-no-channels = aucun
people-channels-off = Les salons de photos sont désactivés : la personne qui me gère n’a pas activé DISCORD_MESSAGE_CONTENT.
people-no-message-content = Je ne peux pas voir les photos dans les salons, car la personne qui me gère n’a pas activé DISCORD_MESSAGE_CONTENT. Rien n’a été changé.
people-not-manager = Seules les personnes qui peuvent gérer ce serveur peuvent faire cela.

### What the Discord bot says about people's own things: consent, privacy, preferences, history; and to servers.

## Commands

command-privacy-name = privacidade
command-privacy = Veja, exporte ou apague o que o Moodtape guarda sobre você
command-preferences-name = preferências
command-preferences = Seu idioma, quem vê as respostas, seu histórico, faixas explícitas
command-history-name = histórico
command-history = Seus humores em um calendário e suas últimas fitas
command-help-name = ajuda
command-help = O que o Moodtape faz e como pedir
command-feedback-name = comentários
command-feedback = Escreva para quem cuida deste bot
command-settings-name = configurações
command-settings = Como o Moodtape se comporta neste servidor
option-language-name = idioma
option-language = O idioma em que falo com você
option-usually-private = Só você vê as respostas, se não disser outra coisa
option-history-name = histórico
option-history = Lembrar seus humores e suas fitas
option-explicit-name = explícitas
option-explicit = Faixas explícitas podem vir
option-favourites-name = favoritos
option-favourites = Suas primeiras fitas preferem os artistas que você mais ouve no Spotify
option-usual-goal-name = objetivo
option-usual-goal = Para onde as fitas levam, se ninguém disser outra coisa
option-usual-tracks = Quantas faixas, se ninguém disser outra coisa
option-explicit-here = Faixas explícitas podem vir neste servidor
option-photos-in-name = fotos-em
option-photos-in = Um canal em que qualquer foto recebe uma fita, sem comando
option-no-photos-in-name = sem-fotos-em
option-no-photos-in = Um canal em que isso acaba
option-private-here = Cada resposta é vista por uma só pessoa, se ela não disser outra coisa
option-language-here = O idioma das respostas a mensagens neste servidor
choice-automatic = Automático
choice-english = English
choice-spanish = Español
choice-french = Français
choice-german = Deutsch
choice-portuguese = Português (Brasil)
choice-japanese = 日本語
menu-tape = Fazer uma fita com esta foto
modal-feedback = Comentários
modal-feedback-text = O que a gente deveria saber?

## Consent

people-notice-title = Antes de eu olhar sua primeira foto
people-notice-what = Procuro os rostos nela e calculo a cara de cada um: sete probabilidades, da raiva à alegria. Com elas escolho a música. É um palpite a partir de um rosto, não um fato sobre você.
people-notice-kept = A foto é lida só na memória. Nada dela fica guardado, ninguém é reconhecido e nada é treinado com ela. Só as sete probabilidades ficam por uma semana, para os botões da sua fita.
people-notice-others = Seu sim vale também quando outras pessoas fazem uma fita com uma foto que você postou. Mande só fotos de quem concorda, e de ninguém com menos de 13 anos.
people-notice-rights = `/{ command-privacy-name }` mostra o que está guardado sobre você, apaga e retira seu sim.
people-operator = Mantido por { $operator }.
people-operator-contact = Mantido por { $operator } ({ $contact }).
people-operator-unknown = quem é dono deste bot
button-agree = Concordo
button-mood-instead = Prefiro escolher um humor
people-pick-mood = Não precisa de foto: toque no estado de espírito para o qual você quer uma fita.
people-agreed-send-again = Obrigado. Não tenho mais sua foto, porque não guardo nenhuma; mande de novo, por favor.
people-not-agreed = Só leio uma foto se quem a postou concordou; dá para concordar com `/{ command-mood-name }` e uma foto própria.
people-no-photo = Não há foto nessa mensagem.

## Privacy

people-stored-title = Guardado sobre você:
people-nothing-stored = Nada está guardado sobre você.
people-stored = { $table ->
        [consents] seu consentimento para ler fotos
        [person_settings] suas preferências
        [tastes] o que aprendi com seus polegares e correções
        [history] { $count ->
                [one] seu histórico: { $count } fita
               *[other] seu histórico: { $count } fitas
            }
        [feedback] { $count ->
                [one] { $count } comentário seu
               *[other] { $count } comentários seus
            }
        [tapes] { $count ->
                [one] { $count } fita, enquanto os botões dela funcionarem
               *[other] { $count } fitas, enquanto os botões delas funcionarem
            }
        [logins] o vínculo com sua conta do Spotify
        [pending_links] um vínculo com o Spotify que você começou
        [playlists] { $count ->
                [one] { $count } playlist que fiz na sua conta do Spotify
               *[other] { $count } playlists que fiz na sua conta do Spotify
            }
       *[other] outras entradas: { $count }
    }
people-privacy-photos = Fotos e a cara dos rostos não estão aí: somem com a resposta; só os botões de uma fita lembram as sete probabilidades dela enquanto funcionam.
people-privacy-favourites = Os artistas que você mais ouve no Spotify também não estão aí: só pergunto se você ligou isso em `/{ command-preferences-name }`, e esqueço em menos de uma hora.
people-export = Isto é tudo o que está guardado sobre você, em um arquivo.
people-delete-sure = Isto apaga tudo de uma vez, desvincula sua conta do Spotify e não pode ser desfeito.
people-deleted = Tudo o que estava guardado sobre você foi apagado, e sua conta do Spotify não está mais vinculada.
people-revoked = Retirei seu sim; antes da sua próxima foto vou perguntar de novo.
button-export-data = Exportar
button-revoke = Retirar meu consentimento
button-delete-data = Apagar tudo
button-delete-data-now = Sim, apagar tudo
button-keep-data = Manter

## History

people-history-offer = Não lembro seus humores nem suas fitas, a não ser que você peça. Se pedir, só você vê, e pode apagar quando quiser.
button-remember = Começar a lembrar
people-remembering = A partir da sua próxima fita lembro o humor e as faixas dela; `/{ command-history-name }` mostra só para você.
people-history-title = Seus humores em { $month }
people-history-empty = Ainda nada neste mês.
people-last-tapes = As últimas fitas:
people-tape-more = { $count ->
        [one] e mais { $count }
       *[other] e mais { $count }
    }
button-previous-month = Mês anterior
button-next-month = Próximo mês
button-forget-history = Apagar e parar
people-history-cleared = Seu histórico foi apagado, e não lembro mais nada a partir de agora.

## Help and feedback

people-help = Eu transformo a sua cara, ou o humor que você escolher, em uma fita de música. Mande uma foto do seu rosto ou escolha um humor:
people-help-menu = Você também pode me mencionar com uma foto, mandar uma por mensagem direta ou abrir o menu de uma mensagem > Apps > { menu-tape }.
people-help-privacy = Fotos são lidas na memória e nunca guardadas; as respostas a comandos são só suas, se você ou o servidor não escolherem outra coisa.
people-feedback-thanks = Obrigado; quem cuida de mim vai ler.
people-feedback-empty = Não havia nada escrito; escreva algumas palavras, por favor.

## Preferences and settings

people-preferences-title = Suas preferências
people-settings-title = Configurações deste servidor
people-setting-language = Idioma: { $value }
people-setting-private = Respostas privadas: { $value }
people-setting-history = Histórico: { $value }
people-setting-explicit = Faixas explícitas: { $value }
people-setting-favourites = Artistas favoritos do Spotify: { $value }
people-favourites-on = Enquanto não conheço seu gosto, pergunto ao Spotify quais artistas você mais ouve. Lembro disso por uma hora no máximo, só na memória, e não guardo nada; `/{ command-preferences-name }` encerra.
people-favourites-not-linked = Para isso, vincule sua conta do Spotify com `/spotify { command-link-name }`; até lá nada muda.
people-favourites-none = O Spotify não me diz nenhum artista seu agora. Se você vinculou sua conta há algum tempo, vincule de novo com `/spotify { command-link-name }`, para que o Spotify possa me dizer.
people-setting-goal = Objetivo de costume: { $value }
people-setting-length = { $count ->
        [one] Duração de costume: { $count } faixa
       *[other] Duração de costume: { $count } faixas
    }
people-setting-channels = Canais em que qualquer foto conta: { $value }
people-yes = sim
people-no = não
people-as-server = como o servidor preferir
people-no-channels = nenhum
people-channels-off = Os canais de fotos estão desligados: quem cuida de mim não ligou DISCORD_MESSAGE_CONTENT.
people-no-message-content = Não consigo ver fotos em canais, porque quem cuida de mim não ligou DISCORD_MESSAGE_CONTENT. Nada foi mudado.
people-not-manager = Só quem pode gerenciar este servidor pode fazer isso.

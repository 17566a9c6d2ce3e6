### One sentence for each leaf of the tree in core/errors.py: what happened, and what to do.

## Photos

error-not-an-image = Esse arquivo não é uma foto que eu consiga abrir; mande um JPEG, PNG, WebP ou HEIC, por favor.
error-damaged-photo = Essa foto está danificada ou incompleta; mande de novo ou tire outra, por favor.
error-photo-too-heavy = Esse arquivo é grande demais ({ $size_mb } MB); mande uma foto de no máximo { $limit_mb } MB, por favor.
error-too-many-pixels = Essa foto tem pixels demais; mande uma de no máximo { $limit_megapixels } megapixels, por favor.
error-photo-takes-too-long = Demoro demais para ler essa foto; mande uma captura de tela dela ou uma menor, por favor.
error-photo-crashes-reader = Não consigo abrir essa foto com segurança; mande uma captura de tela dela ou outra foto, por favor.
error-photo-unavailable = Não consegui baixar essa foto; mande de novo, por favor.
error-photo-file-unreadable = Não há nenhuma foto que eu consiga ler em { $path }.

## Faces and moods

error-no-face = Não vejo nenhum rosto nessa foto; tente mais de perto, com luz no rosto, ou escolha um estado de espírito.
error-face-unclear = Vejo um rosto, mas { $reason ->
        [too_small] ele está pequeno demais; tente mais de perto
        [cut_off] a borda da foto corta um pedaço; deixe o rosto inteiro na foto e tente de novo
        [dark] ele está escuro demais; vire-se para uma luz e tente de novo
        [blown_out] ele está claro demais; vire-se para longe da luz e tente de novo
        [blurred] ele está borrado; não se mexa, ou limpe a lente, e tente de novo
        [turned_away] ele está virado; olhe para a câmera e tente de novo
       *[occluded] algo cobre uma parte; descubra o rosto e tente de novo
    }, ou escolha um estado de espírito.
error-unknown-mood = Não conheço esse estado de espírito; escolha um da lista, por favor.

## Music

error-no-music = Ainda não há música no catálogo; quem cuida de mim pode colocar.
error-no-tracks = Nenhuma faixa atende a todos os seus desejos; retire alguns, por favor (deixadas de fora: { $left_out }).
error-busy = Muita gente está pedindo agora; tente de novo em { wait }, por favor.
error-too-many-tapes = Você já teve bastantes fitas; a próxima pode vir em cerca de { wait }.
# All people of a Discord server together.
error-too-many-tapes-here = Este servidor já teve muitas fitas; a próxima pode ser feita em cerca de { wait }.
wait = { $unit ->
        [seconds] { $count ->
            [one] { $count } segundo
           *[other] { $count } segundos
        }
        [minutes] { $count ->
            [one] { $count } minuto
           *[other] { $count } minutos
        }
       *[hours] { $count ->
            [one] { $count } hora
           *[other] { $count } horas
        }
    }
error-tape-gone = Essa fita não está mais aqui ou é de outra pessoa; toque em um estado de espírito para ter a sua.

## Spotify

error-storage-unavailable = Minha memória não está acessível agora; tente de novo em um minuto.
error-link-expired = Este link já foi usado ou é antigo demais; peça outro com `/spotify { command-link-name }`.
error-link-declined = Você não aceitou na página do Spotify, então nada foi vinculado; `/spotify { command-link-name }` permite tentar de novo.
error-link-failed = A página do Spotify informou um erro, então nada foi vinculado; `/spotify { command-link-name }` permite tentar de novo.
error-link-not-allowed = O Spotify só aceita cinco contas escolhidas; peça a quem me administra que adicione a sua em User Management, no painel do Spotify, e use `/spotify { command-link-name }` de novo.
error-not-linked = Sua conta do Spotify não está vinculada; `/spotify { command-link-name }` faz isso.
error-spotify-login-needed = Não estou conectado ao Spotify, ou não estou mais; quem cuida de mim pode resolver com `moodtape spotify login`.
error-spotify-link-ended = Sua conta do Spotify não está vinculada, ou o Spotify encerrou o login dela; `/spotify { command-link-name }` vincula de novo.
error-spotify-forbidden = O Spotify não deixa minha conta criar playlists; quem cuida de mim deveria conferir o app no painel do Spotify.
error-spotify-rate-limited = O Spotify me pede para esperar { wait } até a próxima playlist.
error-spotify-unavailable = Não dá para acessar o Spotify agora.
error-tracks-not-on-spotify = A busca do Spotify não conhece essas faixas pelo nome.
instead-of-playlist = { $problem } Em vez dela, aqui estão os links das faixas.

## For whoever runs Moodtape

error-settings-invalid = Confira a configuração { $setting }: { $advice }.
error-reader-cannot-start = O processo que lê as fotos não consegue iniciar ({ $reason }); confira a memória livre desta máquina ou instale de novo.
error-model-missing = Falta o arquivo do modelo { $path }; instale o Moodtape de novo ou treine um.
error-model-mismatch = O modelo { $path } não pode ser usado: { $reason }; instale o Moodtape de novo.
error-catalogue-missing = Não há catálogo em { $path }; confira o caminho ou a configuração CATALOGUE_PATH.
error-catalogue-invalid = O catálogo { $path } não pode ser usado: { $reason }.
error-data-invalid = Os dados em { $path } não podem ser usados: { $reason }.
error-download-failed = O download de { $what } falhou: { $reason }.
error-folder-unusable = Não dá para gravar na pasta { $path }; aponte DATA_DIR para uma pasta sua.
error-database-unusable = O banco de dados { $where } não pode ser usado: { $reason }.
error-secret-key-wrong = Os logins guardados foram cifrados com outra chave; adicione essa chave a SECRET_KEYS ou a secret.key em DATA_DIR, ou faça login de novo.
error-discord-token-rejected = O Discord não aceita DISCORD_TOKEN; copie de novo da página Bot do portal de desenvolvedores do Discord.
error-spotify-login-failed = O login no Spotify não foi concluído: { $reason }.
error-discord-unreachable = Não dá para acessar o Discord; confira a rede desta máquina e tente de novo.
error-training-not-installed = O treinamento precisa do TensorFlow e do MLflow; rode `make setup` em uma cópia do código ou instale `moodtape[train]`.
error-port-taken = A porta { $port } já está em uso; encerre o outro programa ou mude WEB_PORT.

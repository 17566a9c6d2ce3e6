### One sentence for each leaf of the tree in core/errors.py: what happened, and what to do.

## Photos

error-not-an-image = このファイルは開ける写真ではありません。JPEG、PNG、WebP、HEICのどれかを送ってください。
error-damaged-photo = この写真は壊れているか、途中で切れています。もう一度送るか、撮り直してください。
error-photo-too-heavy = このファイルは大きすぎます（{ $size_mb } MB）。{ $limit_mb } MBまでの写真を送ってください。
error-too-many-pixels = この写真は画素数が多すぎます。{ $limit_megapixels }メガピクセルまでの写真を送ってください。
error-photo-takes-too-long = この写真は読み取りに時間がかかりすぎます。スクリーンショットか、もっと小さい写真を送ってください。
error-photo-crashes-reader = この写真は安全に開けません。スクリーンショットか、別の写真を送ってください。
error-photo-unavailable = 写真をダウンロードできませんでした。もう一度送ってください。
error-photo-file-unreadable = { $path } に読み取れる写真がありません。

## Faces and moods

error-no-face = この写真には顔が見つかりません。顔に光を当てて近くから撮るか、気分を選んでください。
error-face-unclear = 顔は見えますが、{ $reason ->
        [too_small] 小さすぎます。もっと近くから撮る
        [cut_off] 写真の端で切れています。顔全体を入れて撮り直す
        [dark] 暗すぎます。明るいほうを向いて撮り直す
        [blown_out] 明るすぎます。光から顔をそらして撮り直す
        [blurred] ぼけています。動かずに、またはレンズを拭いて撮り直す
        [turned_away] 横を向いています。カメラを見て撮り直す
       *[occluded] 一部が隠れています。隠しているものをどけて撮り直す
    }か、気分を選んでください。
error-unknown-mood = その気分はわかりません。リストから選んでください。

## Music

error-no-music = カタログにまだ音楽がありません。運営者が追加できます。
error-no-tracks = すべての希望に合う曲がありません。希望をいくつか減らしてください（外した曲: { $left_out }）。
error-busy = いま多くの人が使っています。{ wait }後にもう一度試してください。
error-too-many-tapes = もうたくさんのテープを作りました。次のテープは約{ wait }後に作れます。
# All people of a Discord server together.
error-too-many-tapes-here = このサーバーではもう多くのテープを作りました。次のテープは約{ wait }後に作れます。
wait = { $unit ->
        [seconds] { $count }秒
        [minutes] { $count }分
       *[hours] { $count }時間
    }
error-tape-gone = このテープはもうないか、ほかの人のものです。気分をタップすると自分のテープを作れます。

## Spotify

error-storage-unavailable = 今は記憶を読み出せません。1分ほどしてからもう一度お試しください。
error-link-expired = このリンクは使用済みか古すぎます。`/spotify { command-link-name }` で新しいリンクを取得してください。
error-link-declined = Spotifyのページで同意されなかったため、何もリンクされていません。`/spotify { command-link-name }` でもう一度試せます。
error-link-failed = Spotifyのページでエラーが起きたため、何もリンクされていません。`/spotify { command-link-name }` でもう一度試せます。
error-link-not-allowed = Spotifyが許可するのは選ばれた5つのアカウントだけです。運営者にSpotifyダッシュボードのUser Managementへの追加を頼んでから、もう一度 `/spotify { command-link-name }` を使ってください。
error-not-linked = Spotifyアカウントはリンクされていません。`/spotify { command-link-name }` でリンクできます。
error-spotify-login-needed = Spotifyにログインしていないか、ログインが切れています。運営者が `moodtape spotify login` で直せます。
error-spotify-link-ended = Spotifyアカウントがリンクされていないか、Spotify側でログインが終了しています。`/spotify { command-link-name }` でもう一度リンクできます。
error-spotify-forbidden = Spotifyがこのアカウントでのプレイリスト作成を許可していません。運営者がSpotifyのダッシュボードでアプリを確認してください。
error-spotify-rate-limited = Spotifyから、次のプレイリストまで{ wait }待つように言われています。
error-spotify-unavailable = いまSpotifyにつながりません。
error-tracks-not-on-spotify = Spotifyの検索では、これらの曲が見つかりません。
instead-of-playlist = { $problem }代わりに曲のリンクをどうぞ。

## For whoever runs Moodtape

error-settings-invalid = 設定 { $setting } を確認してください: { $advice }。
error-reader-cannot-start = 写真を読み取るプロセスを起動できません（{ $reason }）。このマシンの空きメモリを確認するか、インストールし直してください。
error-model-missing = モデルファイル { $path } がありません。Moodtapeをインストールし直すか、モデルを学習させてください。
error-model-mismatch = モデル { $path } は使えません: { $reason }。Moodtapeをインストールし直してください。
error-catalogue-missing = { $path } にカタログがありません。パスか設定 CATALOGUE_PATH を確認してください。
error-catalogue-invalid = カタログ { $path } は使えません: { $reason }。
error-data-invalid = { $path } のデータは使えません: { $reason }。
error-download-failed = { $what } のダウンロードに失敗しました: { $reason }。
error-folder-unusable = フォルダー { $path } に書き込めません。DATA_DIR に自分のフォルダーを設定してください。
error-database-unusable = データベース { $where } を使用できません: { $reason }。
error-secret-key-wrong = 保存されたログインは別の鍵で暗号化されています。その鍵をSECRET_KEYSかDATA_DIRのsecret.keyに追加するか、もう一度ログインしてください。
error-discord-token-rejected = Discordが DISCORD_TOKEN を受け付けません。Discord開発者ポータルのBotページからコピーし直してください。
error-spotify-login-failed = Spotifyへのログインが完了しませんでした: { $reason }。
error-discord-unreachable = Discordにつながりません。このマシンのネットワークを確認して、もう一度試してください。
error-training-not-installed = 学習にはTensorFlowとMLflowが必要です。チェックアウトで `make setup` を実行するか、`moodtape[train]` をインストールしてください。
error-port-taken = ポート { $port } は使用中です。ほかのプログラムを止めるか、WEB_PORT を設定してください。

### What the Discord bot says.

## Commands

command-mood-name = 気分
command-mood = 自撮りや気分をSpotifyのプレイリストにします
option-photo-name = 写真
option-photo = 顔が写った写真。メモリ内で読み取るだけで、保存しません
option-mood-name = 気分
option-mood = いまの気分。写真を送りたくないときに選んでください
option-tracks-name = 曲数
option-tracks = 曲の数、5〜50（指定しなければ20）
option-private-name = 自分だけ
option-private = 返事が見えるのは自分だけ（指定しなければ「はい」）

command-spotify = 自分のSpotifyアカウントをリンクまたは解除します
command-link-name = リンク
command-link = 自分のSpotifyアカウントをリンクし、ライブラリにプレイリストを保存できるようにします
command-status-name = 状態
command-status = リンクされているSpotifyアカウントを確認します
command-unlink-name = リンク解除
command-unlink = Spotifyアカウントのリンクを解除し、ここに保存されたログインを削除します

## Short answers

bot-how-to-ask = `/{ command-mood-name }` に顔の写真を付けるか、テープにしたい気分をタップしてください。
bot-photo-or-mood = 写真か気分のどちらか一つだけにしてください。
bot-one-at-a-time = 前のテープをまだ作っています。できあがってからもう一度頼んでください。
bot-stopping = いま再起動しています。1分後にもう一度頼んでください。
bot-too-slow = いまDiscordの反応が遅すぎました。もう一度頼んでください。
bot-not-yours = このボタンはほかの人のものです。自分のテープは `/{ command-mood-name }` で作れます。
bot-incident = こちらで問題が起きました。運営者はインシデント { $incident } として調べられます。
bot-how-to-link = 10分以内にSpotifyのページで同意してから戻ってきてください。`/spotify { command-status-name }` でアカウントを確認できます。このページはあなた専用です。他の人が開くと、その人のアカウントがあなたにリンクされてしまいます。
button-open-spotify = Spotifyのページを開く
bot-linked = Spotifyアカウント { $account } がリンクされています。Spotifyにより{ DATETIME($ends_on, dateStyle: "long") }に終了します。`/spotify { command-link-name }` で更新できます。
bot-unlinked = ここに保存されたSpotifyのログインを削除しました。プレイリストはライブラリに残ります。Spotify側のリストからもMoodtapeを外すには <https://www.spotify.com/account/apps> を開いてください。
bot-step = { $step ->
        [reading] 写真を読み取っています…
        [picking] 曲を選んでいます…
       *[publishing] プレイリストを作っています…
    }

## The card

bot-tracks = Spotifyの曲
bot-photo-not-kept = 写真はメモリ内で読み取り、保存していません。顔は手がかりで、証拠ではありません。
bot-chance = { mood-word } { $percent }
bot-by-artist = – { $artist }
bot-more = ほか{ $count }曲
bot-more-in-playlist = プレイリストにほか{ $count }曲
bot-missing = { $count }曲はSpotifyにないため入っていません。

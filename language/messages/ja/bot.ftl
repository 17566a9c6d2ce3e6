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

## Short answers

bot-how-to-ask = `/{ command-mood-name }` に顔の写真を付けるか、テープにしたい気分をタップしてください。
bot-photo-or-mood = 写真か気分のどちらか一つだけにしてください。
bot-one-at-a-time = 前のテープをまだ作っています。できあがってからもう一度頼んでください。
bot-stopping = いま再起動しています。1分後にもう一度頼んでください。
bot-too-slow = いまDiscordの反応が遅すぎました。もう一度頼んでください。
bot-not-yours = このボタンはほかの人のものです。自分のテープは `/{ command-mood-name }` で作れます。
bot-incident = こちらで問題が起きました。運営者はインシデント { $incident } として調べられます。
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

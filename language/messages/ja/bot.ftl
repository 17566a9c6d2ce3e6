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
bot-in-line = 順番をお待ちください。あと約{ wait }です。
button-stop = 中止する
bot-stopped = 中止しました。何も作っていません。いつでもまた頼んでください。
bot-nothing-to-stop = 中止するものはもうありません。
bot-too-slow = いまDiscordの反応が遅すぎました。もう一度頼んでください。
bot-not-yours = このボタンはほかの人のものです。自分のテープは `/{ command-mood-name }` で作れます。
bot-incident = こちらで問題が起きました。運営者はインシデント { $incident } として調べられます。
bot-how-to-link = 10分以内にSpotifyのページで同意してから戻ってきてください。`/spotify { command-status-name }` でアカウントを確認できます。このページはあなた専用です。他の人が開くと、その人のアカウントがあなたにリンクされてしまいます。Spotifyは、よく聴くアーティストを私が見てよいかも尋ねます。見るのは、`/{ command-preferences-name }` で有効にしたときだけです。
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

## Wishes

option-goal-name = 目的
option-goal = テープの行き先（指定しなければ気分に合うもの）
option-to-name = 行き先
option-to = 連れていってほしい気分。目的「連れていって」と一緒に選んでください
choice-goal-match = いまの気分に合わせる
choice-goal-lift = 気分を上げる
choice-goal-calm = 落ち着かせる
choice-goal-energise = 元気を出す
choice-goal-let-out = 吐き出す
choice-goal-take-me = 連れていって…
bot-where-to = ある気分に連れていってほしいときは、目的「{ choice-goal-take-me }」と `{ option-to-name }` の気分を選んでください。ほかの目的に `{ option-to-name }` は要りません。

## Under a tape

button-another = 別のテープ
button-more-energy = もっと元気に
button-calmer = もっとおだやかに
button-lift = 気分を上げる
button-good = こういうのをもっと
button-bad = 好みではない
button-save = 自分のSpotifyに保存
button-export = 書き出す
button-share = 共有
button-later = あとでプレイリストを作る
button-shared = 共有済み
bot-not-how-i-feel = いまの気分と違います…
bot-corrected = ありがとうございます。これから参考にします。
bot-liked = わかりました。これからこういう曲を増やします。もう一方の親指は反対の意味になります。
bot-disliked = わかりました。これからこういう曲を減らします。もう一方の親指は反対の意味になります。
bot-learnt-already = それはもう覚えています。もう一方の親指は反対の意味になります。
bot-saved = プレイリストをSpotifyのライブラリに入れました。
bot-nothing-to-save = ここではプレイリストを作れません。代わりにテープをファイルでお持ちください。
bot-exported = ほかのプレーヤー用のテープです。M3U8とXSPFはプレーヤー用、CSVは表計算用です。
bot-shared = 表情は伏せて、テープを共有しました。ほかの人もボタンを使えます。
bot-shared-already = このテープはもう共有されています。
bot-later = { $problem }作れるようになったらすぐにプレイリストを作り、リンクをダイレクトメッセージで送ります。このボタンでも見られるようになります。
bot-later-not-yours = プレイリストを待てるのは、このテープの持ち主だけです。「{ button-another }」で自分のテープを作れます。
bot-playlist-ready = Spotifyでまたプレイリストを作れるようになりました。こちらがあなたのプレイリストです。
bot-unsure = 顔に光を当ててカメラを見ると、読み取りやすくなります。または、いまの気分をタップしてください。
bot-stays = テープはその気分のまま進みます。
bot-shift = { $energy ->
        [more] 元気さを増しています。
        [less] おだやかにしています。
       *[same] 元気さは前と同じです。
    }

## Several faces

bot-face = { $number }（{ bot-place }）: 主に「{ mood-word }」、テープの{ $share }
bot-face-unsure = { $number }（{ bot-place }）: 「{ mood-word }」かもしれません、テープの{ $share }
bot-face-unclear = { $number }（{ bot-place }）: { bot-face-reason }、そのためテープの{ $share }だけ
bot-place = { $place ->
        [top-left] 左上
        [top] 上
        [top-right] 右上
        [left] 左
        [right] 右
        [bottom-left] 左下
        [bottom] 下
        [bottom-right] 右下
       *[middle] 中央
    }
bot-face-reason = { $reason ->
        [too_small] 小さすぎて読み取りにくい
        [cut_off] 端で切れている
        [dark] 暗すぎて読み取りにくい
        [blown_out] 明るすぎて読み取りにくい
        [blurred] ぼやけて読み取りにくい
        [turned_away] 横を向いている
       *[occluded] 一部が隠れている
    }

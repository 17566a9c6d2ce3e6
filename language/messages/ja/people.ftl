### What the Discord bot says about people's own things: consent, privacy, preferences, history; and to servers.

## Commands

command-privacy-name = プライバシー
command-privacy = Moodtapeが保存しているあなたの情報を表示・書き出し・削除します
command-preferences-name = 好み
command-preferences = 言語、返事が見える人、履歴、露骨な曲について決めます
command-history-name = 履歴
command-history = 気分のカレンダーと最近のテープを見ます
command-help-name = ヘルプ
command-help = Moodtapeができることと頼み方
command-feedback-name = 意見
command-feedback = このボットの運営者に意見を送ります
command-settings-name = 設定
command-settings = このサーバーでのMoodtapeの動き方を決めます
option-language-name = 言語
option-language = あなたに話しかける言語
option-usually-private = 指定しなければ、返事が見えるのは自分だけ
option-history-name = 履歴
option-history = 気分とテープを記録する
option-explicit-name = 露骨な曲
option-explicit = 露骨な表現のある曲を入れてよい
option-favourites-name = お気に入り
option-favourites = 最初のテープでは、Spotifyでよく聴くアーティストを優先する
option-usual-goal-name = 目標
option-usual-goal = 指定がないときにテープが向かう先
option-usual-tracks = 指定がないときの曲の数
option-explicit-here = このサーバーで露骨な表現のある曲を入れてよい
option-photos-in-name = 写真チャンネル
option-photos-in = コマンドなしで、どの写真にもテープを作るチャンネル
option-no-photos-in-name = 写真チャンネル解除
option-no-photos-in = それをやめるチャンネル
option-private-here = 指定しなければ、返事は本人だけに見える
option-language-here = このサーバーでメッセージに返事をする言語
choice-automatic = 自動
choice-english = English
choice-spanish = Español
choice-french = Français
choice-german = Deutsch
choice-portuguese = Português (Brasil)
choice-japanese = 日本語
menu-tape = この写真からテープを作る
modal-feedback = ご意見
modal-feedback-text = 知らせたいことを書いてください

## Consent

people-notice-title = 最初の写真を見る前に
people-notice-what = 写真から顔を探し、それぞれの表情を、怒りから喜びまで七つの確率として計算します。それをもとに曲を選びます。これは顔からの推測で、あなたについての事実ではありません。
people-notice-kept = 写真はメモリ内で読み取るだけです。何も保存せず、誰かを特定せず、学習にも使いません。七つの確率だけは、テープのボタンのために1週間残ります。
people-notice-others = この同意は、あなたが投稿した写真からほかの人がテープを作るときにも有効です。写っている人が同意している写真だけを送り、13歳未満の人の写真は送らないでください。
people-notice-rights = `/{ command-privacy-name }` で、保存されている情報の確認と削除、同意の取り消しができます。
people-operator = 運営者: { $operator }
people-operator-contact = 運営者: { $operator }（{ $contact }）
people-operator-unknown = このボットの所有者
button-agree = 同意する
button-mood-instead = 代わりに気分を選ぶ
people-pick-mood = 写真は要りません。テープにしたい気分をタップしてください。
people-agreed-send-again = ありがとうございます。写真は保存しないため、もう手元にありません。もう一度送ってください。
people-not-agreed = 写真は、投稿した人が同意しているときだけ読み取ります。同意は、その人が自分の写真を付けて `/{ command-mood-name }` を使うとできます。
people-no-photo = そのメッセージには写真がありません。

## Privacy

people-stored-title = あなたについて保存しているもの:
people-nothing-stored = あなたについて保存しているものはありません。
people-stored = { $table ->
        [consents] 写真を読み取ることへの同意
        [person_settings] あなたの好み
        [tastes] 評価と訂正から学んだこと
        [history] 履歴: テープ{ $count }本
        [feedback] いただいたご意見{ $count }件
        [tapes] ボタンが使える間のテープ{ $count }本
        [logins] Spotifyアカウントとのリンク
        [pending_links] 始めたばかりのSpotifyとのリンク
        [playlists] あなたのSpotifyアカウントに作ったプレイリスト{ $count }件
       *[other] そのほかの記録{ $count }件
    }
people-privacy-photos = 写真と顔の表情は含まれません。返事とともに消えます。ただしテープのボタンは、使える間だけ七つの確率を覚えています。
people-privacy-favourites = Spotifyでよく聴くアーティストも含まれません。`/{ command-preferences-name }` で有効にしたときだけ尋ね、1時間以内に忘れます。
people-export = あなたについて保存しているものすべてのファイルです。
people-delete-sure = すべてをすぐに削除し、Spotifyアカウントのリンクも解除します。元には戻せません。
people-deleted = あなたについて保存していたものをすべて削除し、Spotifyアカウントのリンクを解除しました。
people-revoked = 同意を取り消しました。次の写真の前にもう一度お聞きします。
button-export-data = 書き出す
button-revoke = 同意を取り消す
button-delete-data = すべて削除
button-delete-data-now = はい、すべて削除します
button-keep-data = 残しておく

## History

people-history-offer = 頼まれないかぎり、気分やテープは記録しません。記録しても見えるのはあなただけで、いつでも消せます。
button-remember = 記録を始める
people-remembering = 次のテープから気分と曲を記録します。`/{ command-history-name }` で、あなただけが見られます。
people-history-title = { $month }の気分
people-history-empty = この月の記録はまだありません。
people-last-tapes = 最近のテープ:
people-tape-more = ほか{ $count }曲
button-previous-month = 前の月
button-next-month = 次の月
button-forget-history = 消して記録をやめる
people-history-cleared = 履歴を消しました。これからは何も記録しません。

## Help and feedback

people-help = あなたの表情、または選んだ気分から音楽のテープを作ります。顔の写真を送るか、気分を選んでください:
people-help-menu = 写真を付けて私にメンションする、ダイレクトメッセージで写真を送る、またはメッセージのメニュー > アプリ > { menu-tape } でも頼めます。
people-help-privacy = 写真はメモリ内で読み取り、保存しません。コマンドへの返事は、あなたかサーバーが変えないかぎり、あなたにだけ見えます。
people-feedback-thanks = ありがとうございます。運営者が読みます。
people-feedback-empty = 何も書かれていませんでした。少し書いてください。

## Preferences and settings

people-preferences-title = あなたの好み
people-settings-title = このサーバーの設定
people-setting-language = 言語: { $value }
people-setting-private = 返事は本人だけに見える: { $value }
people-setting-history = 履歴: { $value }
people-setting-explicit = 露骨な表現のある曲: { $value }
people-setting-favourites = Spotifyのお気に入りアーティスト: { $value }
people-favourites-on = あなたの好みがわかるまで、よく聴くアーティストをSpotifyに尋ねます。覚えているのは最長1時間、メモリの中だけで、何も保存しません。`/{ command-preferences-name }` でやめられます。
people-favourites-not-linked = そのためには `/spotify { command-link-name }` でSpotifyアカウントをリンクしてください。それまでは何も変わりません。
people-favourites-none = よく聴くアーティストを、今はSpotifyから教えてもらえませんでした。前からリンクしているアカウントなら、許可のために `/spotify { command-link-name }` でもう一度リンクしてください。
people-setting-goal = いつもの目標: { $value }
people-setting-length = いつもの長さ: { $count }曲
people-setting-channels = どの写真にもテープを作るチャンネル: { $value }
people-yes = はい
people-no = いいえ
people-as-server = サーバーに合わせる
people-no-channels = なし
people-channels-off = 写真チャンネルは使えません。運営者がDISCORD_MESSAGE_CONTENTを有効にしていません。
people-no-message-content = 運営者がDISCORD_MESSAGE_CONTENTを有効にしていないため、チャンネルの写真は見られません。何も変更していません。
people-not-manager = それができるのは、このサーバーを管理できる人だけです。

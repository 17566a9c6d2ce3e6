### What the page says. Only the messages of the notice may hold <strong>.

web-tagline = 自撮りを入れると、プレイリストが出てきます。
web-skip = 本文へ移動
web-footer = 写真はメモリ内で読み取ってすぐに捨てます。ここでは他者のスクリプトは動きません。

## The form

web-form-title = 今日はどんな顔ですか？
web-form-note = 写真1枚に、ぴったりのテープを1本。
web-did-not-work = うまくいきませんでした
web-notice-title = 写真を送る前に
web-notice-computed = 顔を探し、それぞれについて<strong>7つの感情の確率</strong>をメモリ内だけで推定します。写真も数値も、何も保存しません。
web-notice-hint = 顔は気持ちの<strong>手がかりで、証拠ではありません</strong>。
web-notice-not-for = <strong>13歳未満</strong>の方には使えません。<strong>職場や学校</strong>でも使わないでください。
web-notice-no-photo = 気分を選ぶだけなら<strong>写真はいりません</strong>。
web-live-notice = カメラがオンの間、小さな画像が毎秒数回このサーバーに送られ、読み取ったあと捨てられます。
web-agree-first = まず注意書きを読み、一緒に写る人にも伝えてください。回答は「はい」とだけ書かれたCookie 1つに保存され、あなたに関する情報は含まれません。
web-agree = 読みました。写真を使う
web-take-consent-back = 同意を取り消す
web-your-photo = 写真
web-chosen-photo = 選んだ写真
web-camera-view = カメラの映像
web-take-photo = 写真を撮る
web-cancel = やめる
web-photo-label = 自撮り、またはみんなの写真
web-photo-help = JPEG、HEIC、PNG、WebP、{ $limit_mb } MBまで
web-drop-help = 。ここにドロップまたは貼り付けもできます
web-use-camera = カメラを使う
web-watch = 2秒間見てもらう
web-meters-caption = 今の7つの感情それぞれの確率
web-wishes = あなたのテープ
web-goal-question = どこへ向かうテープにしますか？
web-goal-any = 気分に合わせておまかせ
web-goal = { $goal ->
        [lift] 気分を上げる
        [calm] 落ち着かせる
        [energise] 元気を出す
        [let-out] 気持ちを吐き出す
        [take-me] ほかの気分へ
       *[other] この気分のまま
    }
web-energy = エネルギー
web-energy-least = ずっとおだやかに
web-energy-less = おだやかに
web-energy-same = そのまま
web-energy-more = もっと元気に
web-energy-most = ずっと元気に
web-tracks = 曲数
web-make = テープを作る
web-no-photo = 写真なし？気分を選んでください

## What the form's script says

web-looking = 写真を見て、曲を選んでいます。数秒かかります…
web-choosing = 曲を選んでいます…
web-making-playlist = Spotifyにプレイリストを頼んでいます…
web-no-camera = ここではカメラを使えません。代わりに写真を選んでください。
web-camera-on = カメラがオンになりました。何も保存されません。写真を撮るか、数秒間カメラを見てください。
web-camera-lost = カメラが止まりました。もう一度オンにするか、写真を選んでください。
web-photo-ready = 写真の準備ができました。
web-too-large = この写真は大きすぎます。{ $limit_mb } MBまでの写真を選んでください。
web-stills-ready = 数秒分の準備ができました。テープはその平均から作られます。
web-hold-on = 2秒間見ています…
web-live-ended = ライブ表示が止まりました。写真は引き続き撮れます。
web-live-no-face = まだ顔が見えません。カメラを見てください。
web-live-faces = { $faces }人の顔。主に「{ mood-word }」です。

## The tape

web-cassette = カセット
web-track-count = { $count }曲
web-not-your-mood = 気分が違います
web-another-mood = ほかの気分にしますか？
web-the-tape = テープ
web-side = { $letter }面
web-another-tape = もう1本テープを作る
web-start-over = 最初からやり直す
web-again = もう1本のテープ
web-again-note = 同じ気分で、別の曲になります。
web-open-player = ここで聴く
web-player-title = このプレイリストのSpotifyプレーヤー
web-player-note = プレーヤーはSpotifyのものです。開くと、あなたのアドレスとここを訪れたことがSpotifyに伝わります。
web-faces-title = 一人ずつの表情
web-faces-note = 番号は各列の左から順に付いています。
web-face-sure = 主に「{ mood-word }」、{ $percent }
web-face-unsure = おそらく主に「{ mood-word }」、{ $percent }
web-face-hard = { $line }（読み取りにくい理由: { $reason ->
        [too_small] 小さすぎます
        [cut_off] 写真の端で切れています
        [dark] 暗すぎます
        [blown_out] 明るすぎます
        [blurred] ぼけています
        [turned_away] 横を向いています
       *[occluded] 一部が隠れています
    }）
web-face-hints = { $faces ->
        [1] 顔からの手がかり
       *[other] みんなの顔からの手がかり
    }
web-bars-caption = 7つの感情それぞれの確率
web-bars-note = 見た目だけからの推測です。本当の気持ちは本人にしかわかりません。写真はもう残っていません。
web-no-playlists = ここではプレイリストがまだ設定されていないので、曲ごとにSpotifyへのリンクがあります。
web-playlist-not-yet = このテープのプレイリストはまだありません。
web-make-playlist = プレイリストを作る
web-playlist-later = いつ押しても大丈夫です。プレイリストは一つだけ作られ、テープは一日待っています。
web-tape-page = このテープのページ
web-missing = このテープのほか{ $count }曲はSpotifyにありません。

web-other-player = 別のプレーヤーで聴く:
web-for-an-hour = 少なくとも1時間有効です。
web-no-such-file = ファイルがありません
web-file-gone = テープのファイルは長くは保存されません。もう一度テープを作ってください。
web-not-linked = リンクされていません
web-linked = { $account } としてリンクしました
web-back-to-discord = Discordに戻って大丈夫です。
web-linked-to = Discordアカウント { $person } が保存するプレイリストは、このSpotifyアカウントに入ります。Discordの `/spotify { command-unlink-name }` で解除できます。
web-linked-to-asker = リンクを求めたDiscordアカウントが保存するプレイリストは、このSpotifyアカウントに入ります。Discordの `/spotify { command-unlink-name }` で解除できます。
web-take-back = これはあなたのDiscordアカウントではありませんか？ その場合はすぐに { $address } でMoodtapeを削除してください。

## Problems with the form

web-form-unreadable = フォームが完全に届きませんでした。もう一度送ってください。
web-nothing-chosen = 写真か気分を選んでください。
web-upload-too-slow = アップロードに時間がかかりすぎました。もっと小さい写真で、もう一度試してください。
web-tracks-out-of-range = テープは{ $fewest }〜{ $most }曲です。その間の数を選んでください。
web-no-such-page = そのページはここにはありません。
web-refused = ここではそれはできません。
web-incident = 問題が起きましたが、あなたのせいではありません。もう一度試してください。インシデント番号は { $incident } です。
web-unknown-host = このホスト名はここでは使えません。
web-foreign-page = このページは自分のページからの要求だけを受け付けます。
web-odd-length = 宣言された長さが数ではありません。
web-consent-missing = 写真を送る前に注意書きを読んで同意してください。または気分を選んでください。
web-too-many-requests = 少し速すぎました。{ wait }後にもう一度試してください。
web-restarting = ただいま再起動中です。1分ほどしてからもう一度お試しください。
web-tape-unknown = そのテープはもうここにありません。新しく作ってください。

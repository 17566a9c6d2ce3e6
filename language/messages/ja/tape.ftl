### What all doors say of faces, moods and tapes.

## Moods: what a face looks like, and what people pick by hand

mood-word = { $mood ->
        [happy] うれしい
        [sad] 悲しい
        [angry] 怒り
        [calm] おだやか
        [energetic] 元気
        [surprise] 驚き
        [fear] こわい
        [disgust] 嫌悪
       *[neutral] ふつう
    }

headline-looks = { $faces ->
        [1] 主に「{ mood-word }」の表情に見えます
       *[other] { $faces }人の顔が見えます。みんなの表情は主に「{ mood-word }」に見えます
    }
headline-unsure = { $faces ->
        [1] どんな表情か自信がありません。主に「{ mood-word }」かもしれません
       *[other] この{ $faces }人の表情には自信がありません。主に「{ mood-word }」かもしれません
    }
headline-picked = { $mood ->
        [happy] うれしい気分のテープ
        [sad] 悲しい気分のテープ
        [angry] 怒りの気分のテープ
        [calm] おだやかな気分のテープ
        [energetic] 元気な気分のテープ
        [surprise] 驚きの気分のテープ
        [fear] こわい気分のテープ
        [disgust] 嫌悪の気分のテープ
       *[neutral] ふつうの気分のテープ
    }

probability = { NUMBER($probability, style: "percent") }
probability-tiny = 1%未満

## Tapes

tape-leads = { $goal ->
        [lift] テープはそこから始まり、うれしい気分へ向かいます。
        [calm] テープはそこから始まり、おだやかな気分へ向かいます。
        [energise] テープはそこから始まり、元気な気分へ向かいます。
        [let-out] テープはまず気持ちを吐き出し、それからほっとするところへ向かいます。
       *[take-me] テープはそこから始まり、選んだ気分へ向かいます。
    }

tape-short = { $asked }曲のうち{ $count }曲しか見つかりませんでした。カタログにはこれ以上ありません。
tape-short-left-out = { $asked }曲のうち{ $count }曲しか見つかりませんでした。外した曲: { $left_out }。
left-out = { $lack ->
        [unplaced] 感情の値がない曲 { $count }
        [disliked] 好みではなかった曲 { $count }
        [explicit] 露骨な表現がある、またはその可能性がある曲 { $count }
        [genre] ほかのジャンルの曲 { $count }
        [language] ほかの言語の曲 { $count }
        [decade] ほかの年代の曲 { $count }
        [gone] Spotifyにない{ $count }曲
       *[artist] すでにテープにあるアーティストの曲 { $count }
    }
list-join = { $first }、{ $next }
list-sentences = { $first }{ $next }
playlist-title = Moodtape: { mood-word }、{ DATETIME($made_on, dateStyle: "long") }
playlist-about = 気分: { mood-word }。{ DATETIME($made_on, dateStyle: "long") }にMoodtapeが作成しました。
button-open-playlist = Spotifyで開く

## Why a track is on its tape

why-liked = { $artist }が好きなので
why-variety = 気分転換に、少し寄り道
why-look = 表情に近い曲{ why-energy }
why-mood = { $mood ->
        [happy] うれしい
        [sad] 悲しい
        [angry] 怒りの
        [calm] おだやかな
        [energetic] 元気な
        [surprise] 驚きの
        [fear] こわい
        [disgust] 嫌悪の
       *[neutral] ふつうの
    }気分に合う曲{ why-energy }
why-point = 選んだ点に近い曲{ why-energy }
why-energy = { $energy ->
        [more] （もっと元気に）
        [less] （もっとおだやかに）
       *[same] { "" }
    }
why-step = { why-end }への一歩
why-arrived = このテープの行き先、{ why-end }
why-end = { $towards ->
        [happy] 喜び
        [sad] 悲しみ
        [angry] 怒り
        [calm] おだやかさ
        [energetic] 元気
        [surprise] 驚き
        [fear] 恐れ
        [disgust] 嫌悪
        [relief] 安らぎ
       *[neutral] ふつうの気分
    }
why-let-out = 気持ちを吐き出せる激しい曲

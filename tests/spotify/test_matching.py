# ruff: noqa: RUF001
import pytest

from spotify.matching import Found, best_match, normalise

SAME = [
    ("Here Comes The Sun", "The Beatles", "Here Comes The Sun - Remastered 2009", ["The Beatles"]),
    ("Here Comes The Sun - Remastered 2009", "Beatles", "Here Comes the Sun", ["The Beatles"]),
    ("Lola", "The Kinks", "Lola (2014 Remaster)", ["The Kinks"]),
    (
        "Get Lucky",
        "Daft Punk",
        "Get Lucky (feat. Pharrell Williams & Nile Rodgers)",
        ["Daft Punk", "Pharrell Williams"],
    ),
    ("Get Lucky feat. Pharrell Williams", "Daft Punk", "Get Lucky - Radio Edit", ["Daft Punk"]),
    ("Under Pressure", "Queen & David Bowie", "Under Pressure - Remastered 2011", ["Queen", "David Bowie"]),
    ("Crazy In Love", "Beyoncé feat. JAY-Z", "Crazy in Love (feat. Jay-Z)", ["Beyoncé", "JAY-Z"]),
    ("Crazy In Love", "BEYONCE", "Crazy in Love", ["Beyoncé", "JAY-Z"]),
    ("Mrs. Robinson", "Simon & Garfunkel", "Mrs. Robinson - From 'The Graduate' Soundtrack", ["Simon & Garfunkel"]),
    ("Sweet Child O' Mine", "Guns N\u2019 Roses", "Sweet Child O'Mine", ["Guns and Roses"]),
    ("So What", "P!nk", "So What", ["Pink"]),
    ("September", "Earth, Wind & Fire", "September", ["Earth, Wind & Fire"]),
    ("Three Little Birds", "Bob Marley", "Three Little Birds", ["Bob Marley & The Wailers"]),
    ("Stay", "Lisa Loeb", "Stay (I Missed You)", ["Lisa Loeb"]),
    ("Don't You (Forget About Me)", "Simple Minds", "Don\u2019t You Forget About Me", ["Simple Minds"]),
    ("Another Brick In The Wall, Pt. 2", "Pink Floyd", "Another Brick in the Wall, Part II", ["Pink Floyd"]),
    ("Live and Let Die", "Wings", "Live And Let Die", ["Wings"]),
    ("Live Forever", "Oasis", "Live Forever - Remastered", ["Oasis"]),
    ("Just Can't Get Enough - Live", "Depeche Mode", "Just Can't Get Enough - Live", ["Depeche Mode"]),
    ("Love Me Again", "John Newman", "Love Me Again", ["John Newman"]),
    ("Tribute", "Tenacious D", "Tribute", ["Tenacious D"]),
    ("上を向いて歩こう", "坂本九", "上を向いて歩こう", ["坂本九"]),
    ("Jóga", "Björk", "Joga", ["Bjork"]),
    ("Love Me Now", "John Legend", "LOVE ME NOW", ["John Legend"]),
    ("Café Tacvba", "Café Tacvba", "Cafe Tacvba", ["Cafe Tacvba"]),
    ("Déjà Vu", "Beyoncé", "Deja Vu (feat. Jay-Z)", ["Beyoncé", "JAY-Z"]),
    ("Señorita", "Shawn Mendes", "Senorita", ["Shawn Mendes", "Camila Cabello"]),
    ("Don't Stop Believin'", "Journey", "Don\u2019t Stop Believing", ["Journey"]),
    ("Livin' On A Prayer", "Bon Jovi", "Living on a Prayer", ["Bon Jovi"]),
    ("Sound of Silence", "Simon & Garfunkel", "The Sound of Silence", ["Simon and Garfunkel"]),
    ("Rock and Roll All Nite", "Kiss", "Rock & Roll All Nite", ["KISS"]),
    ("Total Eclipse of the Heart", "Bonnie Tyler", "Total Eclipes of the Heart (Single Version)", ["Bonnie Tyler"]),
    ("Total Eclipse of the Heart", "Bonnie Tyler", "Total Ecclipse of the Heart", ["Bonnie Tyler"]),
    ("Run Away", "Galantis", "Runaway", ["Galantis"]),
    ("Dance, Dance", "Fall Out Boy", "Dance Dance", ["Fall Out Boy"]),
    ("Sweet Dreams (Are Made of This)", "Eurythmics", "Sweet Dreams", ["Eurythmics"]),
    ("Satisfaction", "The Rolling Stones", "(I Can't Get No) Satisfaction - Mono", ["The Rolling Stones"]),
    ("Dreams", "Fleetwood Mac", "Dreams - 2004 Remaster", ["Fleetwood Mac"]),
    ("Heroes", "David Bowie", '"Heroes" - 2017 Remaster', ["David Bowie"]),
    ("Hurt - Acoustic", "Leona Lewis", "Hurt (Acoustic Version)", ["Leona Lewis"]),
    ("Lola", "The Kinks", "Lola (50th Anniversary Edition, 2020 Remaster)", ["The Kinks"]),
    ("Lola", "The Kinks", "Lola - Mono / Remastered in 2014", ["The Kinks"]),
    ("Rocky II", "Bill Conti", "Rocky 2", ["Bill Conti"]),
    ("Shine On You Crazy Diamond (Pts. 1-5)", "Pink Floyd", "Shine On You Crazy Diamond, Parts I-V", ["Pink Floyd"]),
    ("The Unforgiven Part Two", "Metallica", "The Unforgiven, Pt. II", ["Metallica"]),
    ("夜に駆ける", "YOASOBI", "夜に駆ける", ["YOASOBI"]),
    ("ＬＯＶＥマシーン", "モーニング娘。", "LOVEマシーン", ["モーニング娘"]),
    ("Группа крови", "Кино", "ГРУППА КРОВИ", ["КИНО"]),
    ("Всё идёт по плану", "Гражданская оборона", "Все идет по плану", ["Гражданская Оборона"]),
    ("봄날", "BTS", "봄날", ["BTS"]),
]
OTHER = [
    ("Hallelujah", "Jeff Buckley", "Hallelujah", ["Pentatonix"]),
    ("Hello", "Adele", "Hello", ["Lionel Richie"]),
    ("Bohemian Rhapsody", "Queen", "Bohemian Rhapsody", ["Queen Tribute Band"]),
    ("Bohemian Rhapsody", "Queen", "Bohemian Rhapsody (Karaoke Version)", ["Queen"]),
    ("Bohemian Rhapsody", "Queen", "Bohemian Rhapsody", ["Karaoke Universe", "Queen"]),
    ("Bohemian Rhapsody", "Queen", "Bohemian Rhapsody", ["Vitamin String Quartet", "Queen"]),
    ("Bohemian Rhapsody", "Queen", "Bohemian Rhapsody (Originally Performed by Queen)", ["Sing Along Stars"]),
    ("Bohemian Rhapsody", "Queen", "Bohemian Rhapsody - Live Aid", ["Queen"]),
    ("Somebody to Love", "Queen", "Somebody to Love", ["Queens"]),
    ("Lola - Live", "The Kinks", "Lola", ["The Kinks"]),
    ("Layla", "Eric Clapton", "Layla - Acoustic; Live at MTV Unplugged", ["Eric Clapton"]),
    ("Love Story", "Taylor Swift", "Love Story (Taylor's Version)", ["Taylor Swift"]),
    ("Fantasy", "Sofi Tukker", "Fantasy - R3HAB Remix", ["Sofi Tukker"]),
    ("Another Brick in the Wall, Pt. 1", "Pink Floyd", "Another Brick in the Wall, Pt. 2", ["Pink Floyd"]),
    ("1999", "Prince", "1989", ["Prince"]),
    ("Hey Jude", "The Beatles", "Hey Dude", ["The Beatles"]),
    ("I Want You", "Jackson 5", "I Want You Back", ["Jackson 5"]),
    ("Ghost", "Justin Bieber", "Ghosts", ["Justin Bieber"]),
    ("Thriller", "Michael Jackson", "Thriller", ["Fall Out Boy"]),
    ("Our House", "Crosby, Stills, Nash & Young", "Our House", ["Madness"]),
    ("Helpless", "Crosby, Stills, Nash & Young", "Helpless", ["Crosby, Stills & Nash"]),
    ("Halo", "Beyoncé", "Halo", []),
    ("Halo", "Beyoncé", "Halo (Lullaby Rendition)", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo (sped up)", ["Beyoncé"]),
    ("Love Me Now", "John Legend", "Love Me No", ["John Legend"]),
    ("Love Me Now", "John Legend", "Love Me More", ["John Legend"]),
    ("Halo", "Beyoncé", "Halo (Pianoforte)", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo - Pianoforte", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo (Instrumental)", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo (slowed + reverb)", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo (En Vivo)", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo (Ao Vivo)", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo (Lo-Fi Beats to Study)", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo (The Voice Performance)", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo - From Live at Roseland", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo (String Quartet)", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo (8-Bit)", ["Beyoncé"]),
    ("Halo", "Beyoncé", "Halo", ["Beyoncé Tribute Band"]),
    ("Halo - Live at Wembley 2009", "Beyoncé", "Halo - Live at Wembley 2011", ["Beyoncé"]),
    ("Stay", "Rihanna", "Say", ["Rihanna"]),
    ("Home", "Michael Bublé", "Hope", ["Michael Bublé"]),
    ("One", "U2", "The One", ["U2"]),
    ("Hello", "Adele", "Hell", ["Adele"]),
    ("Stronger", "Kanye West", "Strangers", ["Kanye West"]),
    ("Morning", "Beck", "Mourning", ["Beck"]),
    ("Heart to Heart", "Mac DeMarco", "Heart to Head", ["Mac DeMarco"]),
    ("Can I Have This Dance", "Vanessa Hudgens", "Can I Have His Dance", ["Vanessa Hudgens"]),
    ("Nocturne No. 2 in E Minor", "Chopin", "Nocturne No. 2 in E Major", ["Chopin"]),
    ("Prelude in C Minor, Book One", "Bach", "Prelude in D Minor, Book One", ["Bach"]),
    ("Changes (Part II)", "2Pac", "Changes", ["2Pac"]),
    ("Interlude II", "alt-J", "Interlude III", ["alt-J"]),
    ("Shine On You Crazy Diamond, Parts I-V", "Pink Floyd", "Shine On You Crazy Diamond, Parts VI-IX", ["Pink Floyd"]),
    ("Speak to Me Part One", "Pink Floyd", "Speak to Me Part Two", ["Pink Floyd"]),
    ("かき", "あいみょん", "かぎ", ["あいみょん"]),
    ("夜に駆ける", "YOASOBI", "夜に駆けた", ["YOASOBI"]),
    ("夜に駆ける", "YOASOBI", "夜に駆ける (ピアノ)", ["YOASOBI"]),
    ("Мой друг", "Кино", "Мои друг", ["Кино"]),
    ("Группа крови", "Кино", "Группа крови (Кавер)", ["Кино"]),
    ("Creep", "Radiohead", "Creep", ["Radioheads"]),
    ("Creep", "Radiohead", "Creep (feat. Kite - Acoustic)", ["Radiohead"]),
    ("Creep", "Radiohead", "Creep (with the London Symphony Orchestra)", ["Radiohead"]),
    ("Creep", "Radiohead", "Creep (Kite Stereo)", ["Radiohead"]),
    ("Song 2", "Blur", "Song 3", ["Blur"]),
]


@pytest.mark.parametrize(("title", "artist", "found", "artists"), SAME)
def test_the_same_song_is_taken(title, artist, found, artists):
    assert best_match(title, artist, [Found("uri", found, tuple(artists))])


@pytest.mark.parametrize(("title", "artist", "found", "artists"), OTHER)
def test_another_song_is_not_taken(title, artist, found, artists):
    assert best_match(title, artist, [Found("uri", found, tuple(artists))]) is None


def test_a_song_on_a_karaoke_album_is_not_taken():
    row = Found("uri", "Halo", ("Beyoncé",), "Karaoke Hits of Beyoncé")
    assert best_match("Halo", "Beyoncé", [row]) is None


def test_the_closest_row_wins():
    rows = [
        Found("remaster", "Halo - Remastered 2020", ("Beyoncé",)),
        Found("on a live album", "Halo", ("Beyoncé",), "I Am... World Tour (Live)"),
        Found("studio", "Halo", ("Beyoncé",), "I Am... Sasha Fierce"),
        Found("later", "Halo", ("Beyoncé",), "Greatest Hits"),
    ]
    assert best_match("Halo", "Beyoncé", rows) == rows[2]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("P!nk & Beyoncé", "pink and beyonce"),
        ("  Rock 'n' Roll  ", "rock and roll"),
        ("Ke$ha", "kesha"),
        ("Wake Me Up Before You Go-Go", "wake me up before you go go"),
        ("Straße", "strasse"),
        ("Sigur Rós \u2013 Ágætis", "sigur ros agaetis"),
    ],
)
def test_normal_form_folds_case_accents_and_punctuation(text, normal):
    assert normalise(text) == normal

"""Each line is: title | artist | title of the row | artists of the row."""

import pytest

from spotify.matching import Found, best_match

TAKEN = r"""
About a Girl | Nirvana | About A Girl | Nirvana
Ain't No Sunshine | Bill Withers | Aint No Sunshine | Bill Withers
All Along the Watchtower | Jimi Hendrix | All Along the Watchtower | The Jimi Hendrix Experience
Beat It | Michael Jackson | Beat It (Single Version) | Michael Jackson
Blue Monday | New Order | Blue Monday (12") | New Order
Bohemian Rhapsody | Queen | Bohemian Rhapsody - Remastered 2011 | Queen
Chan Chan | Buena Vista Social Club | Chan Chan - 2021 Remaster | Buena Vista Social Club
Cornflake Girl | Tori Amos | Cornflake Girl - 2015 Remaster | Tori Amos
Cover Me | Bruce Springsteen | Cover Me | Bruce Springsteen
Crazy in Love | Beyoncé | Crazy In Love (feat. JAY-Z) | Beyoncé; JAY-Z
Despacito | Luis Fonsi | Despacito (feat. Daddy Yankee) | Luis Fonsi; Daddy Yankee
Despacito | Luis Fonsi, Daddy Yankee | Despacito (Featuring Daddy Yankee) | Luis Fonsi; Daddy Yankee
Die Young | Kesha | Die Young | Ke$ha
Dreams | Fleetwood Mac | Dreams - 2004 Remaster | Fleetwood Mac
Enter Sandman | Metallica | Enter Sandman (Remastered) | Metallica
Escape | Rupert Holmes | Escape (The Pina Colada Song) | Rupert Holmes
Everybody Hurts | R.E.M. | Everybody Hurts | REM
Get Lucky | Daft Punk | Get Lucky (feat. Pharrell Williams & Nile Rodgers) - Radio Edit | Daft Punk
Heroes | David Bowie | "Heroes" - 2017 Remaster | David Bowie
Human | Rag'n'Bone Man | Human | Rag'n'Bone Man
I Wanna Dance with Somebody | Whitney Houston | I Wanna Dance with Somebody (Who Loves Me) | Whitney Houston
Imagine | John Lennon | Imagine (2010 Mix) | John Lennon
Intro | The xx | Intro | The xx
Iris | The Goo Goo Dolls | Iris | Goo Goo Dolls
Jump | Van Halen | Jump - 2015 Remaster | Van Halen
Layla | Derek & The Dominos | Layla | Derek & The Dominos
Lean On | Major Lazer | Lean On (feat. MØ & DJ Snake) | Major Lazer; MØ; DJ Snake
Let It Go | Idina Menzel | Let It Go - From "Frozen"/Soundtrack Version | Idina Menzel
Levitating | Dua Lipa | Levitating (feat. DaBaby) | Dua Lipa; DaBaby
Live Forever | Oasis | Live Forever | Oasis
Live and Let Die | Paul McCartney & Wings | Live And Let Die | Paul McCartney; Wings
Live and Let Die | Wings | Live And Let Die | Paul McCartney; Wings
Lullaby | The Cure | Lullaby - 2010 Remaster | The Cure
Lullaby | The Cure | Lullaby | The Cure
Monster | Kanye West | Monster | Kanye West; JAŸ-Z
No Woman No Cry | Bob Marley | No Woman, No Cry | Bob Marley & The Wailers
Nothing Compares 2 U | Sinéad O'Connor | Nothing Compares to You | Sinead O'Connor
Part of Me | Katy Perry | Part Of Me | Katy Perry
Peaches | Justin Bieber | Peaches (feat. Daniel Caesar & Giveon) | Justin Bieber; Daniel Caesar
Piano Man | Billy Joel | Piano Man | Billy Joel
Purple Rain | Prince | Purple Rain (Music From the Motion Picture) | Prince
Ringtone | 100 gecs | ringtone | 100 gecs
Sabotage | Beastie Boys | Sabotage | The Beastie Boys
Satisfaction | The Rolling Stones | (I Can't Get No) Satisfaction - Mono | The Rolling Stones
Sicko Mode | Travis Scott | SICKO MODE | Travis Scott
Smile | Nat King Cole | Smile - Single Edit | Nat King Cole
Song 2 | Blur | Song 2 - 2012 Remaster | Blur
Stan | Eminem | Stan (feat. Dido) | Eminem; Dido
Stay | The Kid LAROI, Justin Bieber | STAY (with Justin Bieber) | The Kid LAROI; Justin Bieber
Stay | Zedd, Alessia Cara | Stay (with Alessia Cara) | Zedd; Alessia Cara
Superstition | Stevie Wonder | Superstition (Single Version) | Stevie Wonder
Sweet Dreams (Are Made of This) | Eurythmics | Sweet Dreams (Are Made of This) - 2005 Remaster | Eurythmics
Sweet Dreams | Eurythmics | Sweet Dreams (Are Made of This) | Eurythmics; Annie Lennox; Dave Stewart
Tribute | Tenacious D | Tribute | Tenacious D
Umbrella | Rihanna | Umbrella (feat. JAY-Z) | Rihanna; JAY-Z
Wake Me Up | Avicii | Wake Me Up | Avicii; Aloe Blacc
Yesterday | The Beatles | Yesterday - Remastered 2009 | The Beatles
I Wanna Dance With Somebody | Whitney Houston | I Wanna Dance (With Somebody) | Whitney Houston
lovely (with Khalid) | Billie Eilish | lovely | Billie Eilish; Khalid
lovely (with Khalid) | Billie Eilish | lovely (with Khalid) - Remastered | Billie Eilish; Khalid
Stay (with Alessia Cara & Sia) | Zedd | Stay | Zedd; Alessia Cara; Sia
You've Got a Friend | Randy Newman | You've Got a Friend - From "Toy Story 2" | Randy Newman
Blue Monday | New Order | Blue Monday - 7" Version | New Order
Mad World | Gary Jules & Michael Andrews | Mad World (feat. Michael Andrews) | Michael Andrews; Gary Jules
"""
REFUSED = r"""
7 rings | Ariana Grande | 7 rings (feat. 2 Chainz) [Remix] | Ariana Grande
99 Luftballons | Nena | 99 Red Balloons | Nena
Angel | Shaggy | Angel (feat. Rayvon) [Live] | Shaggy
Another Brick in the Wall | Pink Floyd | Another Brick in the Wall, Pt. 2 | Pink Floyd
Another Brick in the Wall, Pt. 1 | Pink Floyd | Another Brick in the Wall, Pt. 2 | Pink Floyd
Atemlos durch die Nacht | Helene Fischer | Atemlos durch die Nacht - Bassflow Remake | Helene Fischer
Atemlos durch die Nacht | Helene Fischer | Atemlos durch die Nacht - Schweizer Mundart | Helene Fischer
Azzurro | Adriano Celentano | Azzurro - Dal Vivo | Adriano Celentano
Bad Guy | Billie Eilish | bad guy (with Justin Bieber) | Billie Eilish; Justin Bieber
Believe | Cher | Believe (Almighty Definitive Rmx) | Cher
Believe | Cher | Believe (Almighty Definitive) | Cher
Black | Pearl Jam | Black (MTV Un-plugged) | Pearl Jam
Blinding Lights | The Weeknd | Blinding Lights (with ROSALÍA) | The Weeknd; ROSALÍA
Blue (Da Ba Dee) | Eiffel 65 | Blue (Da Ba Dee) - Gabry Ponte Ice Pop Mix | Eiffel 65
Blue Monday | New Order | Blue Monday '88 | New Order
Blue Monday | New Order | Blue Monday 1988 | New Order
Bodysnatchers | Radiohead | Bodysnatchers (From The Basement) | Radiohead
Bodysnatchers | Radiohead | Bodysnatchers - From The Basement | Radiohead
Bohemian Rhapsody | Queen | Bohemian Rhapsody - Live Aid | Queen
Boulevard of Broken Dreams | Green Day | Boulevard of Broken Dreams (Bullet in a Bible) | Green Day
Changes | Black Sabbath | Changes | Ozzy Osbourne; Black Sabbath
Clocks | Coldplay | Clocks (Cottonbelly's Fatback) | Coldplay
Clocks | Coldplay | Clocks (Sped Up) | Coldplay
Clocks | Coldplay | Clocks (spedup) | Coldplay
Clocks | Coldplay | Clocks - Royksopp Trembling Heart | Coldplay
Closer | The Chainsmokers | Closer (R3HAB) | The Chainsmokers; R3HAB
Closer | The Chainsmokers | Closer - R3HAB Remix | The Chainsmokers; R3HAB
Come Together | The Beatles | Come Together / Dear Prudence / Cry Baby Cry - Transition | The Beatles
Crazy In Love | Beyoncé | Crazy In Love - Homecoming Live | Beyoncé
Crazy in Love | Beyoncé | Crazy In Love (Fifty Shades of Grey) | Beyoncé
Creep | Radiohead | Creep (Very 2021 Rmx) | Radiohead; Thom Yorke
Creep | Radiohead | Creep - Very 2021 Rmx | Radiohead
Despacito | Luis Fonsi | Despacito (Versión Pop) | Luis Fonsi
Despacito | Luis Fonsi | Despacito - Versión Balada | Luis Fonsi
Despacito | Luis Fonsi | Despacito - Versión Salsa | Luis Fonsi
Don't Stop Believin' | Journey | Don't Stop Believin' (Glee Cast Style) | Journey
Don't Stop Me Now | Queen | Don't Stop Me Now - ...Revisited | Queen
Dreams | Fleetwood Mac | Dreams (Early Take) | Fleetwood Mac
Dreams | Fleetwood Mac | Dreams - Take 2 | Fleetwood Mac
Earth Song | Michael Jackson | Earth Song - Hani's Radio Experience | Michael Jackson
Every Breath You Take | The Police | Every Breath You Take (Derangement) | The Police
Every Breath You Take | The Police | Every Breath You Take - Symphonic | The Police
Faded | Alan Walker | Faded (Restrung) | Alan Walker
Faded | Alan Walker | Faded - Restrung | Alan Walker
Fix You | Coldplay | Fix You (At Austin City Limits) | Coldplay
Fix You | Coldplay | Fix You (BBC Radio 1 Big Weekend) | Coldplay
Fix You | Coldplay | Fix You (BBC Radio One) | Coldplay
Fix You | Coldplay | Fix You (From Austin City Limits) | Coldplay
Fix You | Coldplay | Fix You | Coldplay & Friends
Fix You | Coldplay | Fix You | Coldplay UK
Gasolina | Daddy Yankee | Gasolina - DJ Buddah | Daddy Yankee
Get Lucky | Daft Punk | Get Lucky (feat. Pharrell Williams and Nile Rodgers) - Drumless Edition | Daft Punk
Ghost Town | The Specials | Ghost Town - Extended | The Specials
Hallelujah | Jeff Buckley | Hallelujah (Sin-é Legacy Edition) | Jeff Buckley
Hallelujah | Leonard Cohen | Hallelujah - Cohen Live | Leonard Cohen
Halo | Beyoncé | Halo - Homecoming | Beyoncé
Happier | Ed Sheeran | Happier | Marshmello; Bastille
Happier | Marshmello | Happier - Stripped | Marshmello; Bastille
Hello | Adele | Hello (Lionel Richie cover) | Adele
Heroes | David Bowie | "Heroes" - German Version | David Bowie
Heroes | David Bowie | Helden - German Version 1989 Remaster | David Bowie
Hotel California | Eagles | Hotel California (Hell Freezes Over) | Eagles
How Far I'll Go | Auli'i Cravalho | How Far I'll Go - From "Moana"/Instrumental | Auli'i Cravalho
Human | The Killers | Human - Armin van Buuren Radio | The Killers
Hurt | Johnny Cash | Hurt | Johnny Cash Tribute Band
Hurt | Nine Inch Nails | Hurt (Quiet) | Nine Inch Nails
I Want It That Way | Backstreet Boys | I Want It That Way - Reimagined | Backstreet Boys
I Will Survive | Gloria Gaynor | I Will Survive (New Recording) | Gloria Gaynor
I Will Survive | Gloria Gaynor | I Will Survive (Rerecorded) | Gloria Gaynor
I Will Survive | Gloria Gaynor | I Will Survive - Re-Recording | Gloria Gaynor
I Will Survive | Gloria Gaynor | I Will Survive - Rerecorded | Gloria Gaynor
Imagine | John Lennon | Imagine (Raw Studio Mix) | John Lennon
Imagine | John Lennon | Imagine - Ultimate Mix | John Lennon
In the End | Linkin Park | In The End (Mellen Gi) | Linkin Park; Tommee Profitt
Jealous Guy | John Lennon | Jealous Guy (Elements Mix) | John Lennon
Jealous Guy | John Lennon | Jealous Guy (The Evolution Documentary) | John Lennon
Jolene | Dolly Parton | Jolene (Pentatonix) | Dolly Parton; Pentatonix
La Bicicleta | Carlos Vives | La Bicicleta - Versión Vallenata | Carlos Vives
La Flaca | Jarabe de Palo | La Flaca (con la Sinfónica Nacional) | Jarabe de Palo
Layla | Eric Clapton | Layla (24 Nights) | Eric Clapton
Layla | Eric Clapton | Layla - Unplugged | Eric Clapton
Lean On | Major Lazer | Lean On - Moska | Major Lazer
Let It Go | Idina Menzel | Let It Go (From "Frozen" / Piano Version) | Idina Menzel
Let It Go | Idina Menzel | Let It Go - From "Frozen"/Instrumental | Idina Menzel
Love Story | Taylor Swift | Love Story (Taylor's Version) | Taylor Swift
Major Tom (Völlig losgelöst) | Peter Schilling | Major Tom (Coming Home) | Peter Schilling
Major Tom | Peter Schilling | Major Tom (Coming Home) | Peter Schilling
Mensch | Herbert Grönemeyer | Mensch (Aufgenommen in der Philharmonie) | Herbert Grönemeyer
Midnight City | M83 | Midnight City (Eric Prydz Private) | M83
Mr. Brightside | The Killers | Mr Brightside - Jacques Lu Cont's Thin White Duke | The Killers
Ne me quitte pas | Jacques Brel | Ne me quitte pas (En public à l'Olympia) | Jacques Brel
Ne me quitte pas | Jacques Brel | Ne me quitte pas (En public) | Jacques Brel
Ne me quitte pas | Jacques Brel | Ne me quitte pas (Enregistrement public Olympia) | Jacques Brel
Ne me quitte pas | Jacques Brel | Ne me quitte pas - En public à l'Olympia | Jacques Brel
New York State of Mind | Billy Joel | New York State of Mind (At Shea Stadium) | Billy Joel
No Woman No Cry | Bob Marley | No Woman, No Cry - Live at the Lyceum | Bob Marley & The Wailers
Nothing Else Matters | Metallica | Nothing Else Matters (S&M2) | Metallica; San Francisco Symphony
Nothing Else Matters | Metallica | Nothing Else Matters - S&M | Metallica
Numb | Linkin Park | Numb / Encore | JAY-Z; Linkin Park
Numb | Linkin Park | Numb ft. Jay-Z Live at Wembley | Linkin Park
Nutshell | Alice In Chains | Nutshell - MTV | Alice In Chains
Once in a Lifetime | Talking Heads | Once in a Lifetime - Stop Making Sense | Talking Heads
One | U2 | One (feat. Mary J. Blige) | Mary J. Blige; U2
Otherside | Red Hot Chili Peppers | Otherside | Red Hot Chilli Pipers
Perfect | Ed Sheeran | Perfect (with Beyoncé) | Ed Sheeran; Beyoncé
Perfect | Ed Sheeran | Perfect Duet (Ed Sheeran & Beyoncé) | Ed Sheeran; Beyoncé
Rasputin | Boney M. | Rasputin (Majestic x Boney M.) | Boney M.; Majestic
Rasputin | Boney M. | Rasputin - Majestic X Boney M. | Boney M.; Majestic
Rasputin | Boney M. | Rasputin | Majestic; Boney M.
Rock and Roll Part 2 | Gary Glitter | Rock and Roll | Gary Glitter
Roxanne | The Police | Roxanne '97 - Puff Daddy Remix | The Police
Running | No Doubt | Running (Live in Tokyo) | No Doubt
Shallow | Lady Gaga, Bradley Cooper | Shallow - From A Star Is Born / Radio Remix | Lady Gaga; Bradley Cooper
Shape of You | Ed Sheeran | Shape of You (Galantis) | Ed Sheeran; Galantis
Shape of You | Ed Sheeran | Shape of You - Galantis Remix | Ed Sheeran
Sing | Ed Sheeran | Sing (Trippy Turtle) | Ed Sheeran
Skyfall | Adele | Skyfall (Piano) | Adele
Smells Like Teen Spirit | Nirvana | Smells Like Teen Spirit - Devonshire Mix | Nirvana
Someone Like You | Adele | Someone Like You (Brit Awards 2011) | Adele
Someone Like You | Adele | Someone Like You (The Brit Awards) | Adele
Someone Like You | Adele | Someone Like You | Adeles Coverband
Someone You Loved | Lewis Capaldi | Someone You Loved - From Spotify Singles | Lewis Capaldi
Something | The Beatles | Something - Esher | The Beatles
Song for Zula | Phosphorescent | Song For Zula (Live) | Phosphorescent
Sorry | Justin Bieber | Sorry (PURPOSE : The Movement) | Justin Bieber
Sound of Silence | Simon & Garfunkel | The Sound of Silence - Electric Version | Simon & Garfunkel
Stay | Rihanna | Stay With Me | Rihanna
Strawberry Fields Forever | The Beatles | Strawberry Fields Forever - Love | The Beatles
Summer of '69 | Bryan Adams | Summer Of '69 - Classic Version | Bryan Adams
Tainted Love | Soft Cell | Tainted Love / Where Did Our Love Go | Soft Cell
Take On Me | a-ha | Take On Me (MTV Summer Solstice) | a-ha
The Sound of Silence | Simon and Garfunkel | The Sound of Silence - Electric | Simon & Garfunkel
Thriller | Michael Jackson | Thriller - Steve Porcaro Demo | Michael Jackson
Time After Time | Cyndi Lauper | Time After Time (A Cappella) | Cyndi Lauper
Titanium | David Guetta | Titanium (feat. Sia) - Nicky Romero | David Guetta; Sia
Toxic | Britney Spears | Toxic - Y2K & Alexander Lewis | Britney Spears
Under the Bridge | Red Hot Chili Peppers | Under the Bridge | Red Hot Chilli Pipers
Vivir Mi Vida | Marc Anthony | Vivir Mi Vida - Versión Pop | Marc Anthony
Voodoo Chile | Jimi Hendrix | Voodoo Child (Slight Return) | Jimi Hendrix
Wake Me Up | Avicii | Wake Me Up (Avicii By Avicii) | Avicii
Wake Me Up | Avicii | Wake Me Up (Kygo & Friends) | Avicii
Wake Me Up | Avicii | Wake Me Up - Avicii by Avicii | Avicii
Where Is the Love? | The Black Eyed Peas | #WHERESTHELOVE | The Black Eyed Peas
While My Guitar Gently Weeps | The Beatles | While My Guitar Gently Weeps - Esher Demo | The Beatles
While My Guitar Gently Weeps | The Beatles | While My Guitar Gently Weeps - Love | The Beatles
Within | Daft Punk | Within (Drumless Edition) | Daft Punk
Within | Daft Punk | Within - Drumless Edition | Daft Punk
Wonderwall | Oasis | Wonderwall (Ryan Adams Take) | Oasis
Wonderwall | Oasis | Wonderwall (Unplugged Version) | Oasis
Work | Rihanna | Work (Remix) | Rihanna; Drake
Yesterday | The Beatles | Yesterday - Anthology 2 Version | The Beatles
Zombie | The Cranberries | Zombie | Bad Wolves
drivers license | Olivia Rodrigo | drivers license (From NPR Tiny Desk) | Olivia Rodrigo
drivers license | Olivia Rodrigo | drivers license (Tiny Desk Concert) | Olivia Rodrigo
ringtone | 100 gecs | ringtone (remix) | 100 gecs; Charli xcx
Группа крови | Кино | Группа крови (концерт в Москве) | Кино
lovely | Billie Eilish | lovely (with Khalid) | Billie Eilish; Khalid
lovely (with Khalid) | Billie Eilish | lovely | Billie Eilish
Blue Monday | New Order | Blue Monday (12" Mix) | New Order
Let It Go | Idina Menzel | Let It Go - From "Frozen: Live at the Hyperion" | Idina Menzel
Hallelujah | Jeff Buckley | Hallelujah (From The Archive Sessions) | Jeff Buckley
Major Tom (Call Me) | Peter Schilling | Major Tom (You Are Gone) | Peter Schilling
Shape of You | Ed Sheeran | Shape of You (feat. Stormzy) [Galantis Remix] | Ed Sheeran
Fix You (Live) | Coldplay | Fix You | Coldplay
Sonata | Clara Haskil | Sonata (I. Allegro) | Clara Haskil
"""
TAKEN_BY_ISRC_ALONE = r"""
Blue | Eiffel 65 | Blue (Da Ba Dee) | Eiffel 65
Major Tom | Peter Schilling | Major Tom (Völlig losgelöst) | Peter Schilling
Running Up That Hill | Kate Bush | Running Up That Hill (A Deal With God) - 2018 Remaster | Kate Bush
Street Spirit | Radiohead | Street Spirit (Fade Out) | Radiohead
Street Spirit (Fade Out) | Radiohead | Street Spirit | Radiohead
Voodoo Child | Jimi Hendrix | Voodoo Child (Slight Return) | The Jimi Hendrix Experience
"""
REFUSED_WITH_THE_ISRC_TOO = r"""
Halo | Beyoncé | Halo (Live at Wembley) | Beyoncé
Halo | Beyoncé | Halo (Karaoke Version) | Beyoncé
Halo | Beyoncé | Halo (with Shakira) | Beyoncé; Shakira
Halo | Beyoncé | Hello | Beyoncé
Halo | Beyoncé | Halo (Sweet Halo) | Ane Brun
"""


def lines(table):
    return table.strip().splitlines()


def is_taken(line, *, same_isrc=False):
    title, artist, found, artists = line.split(" | ")
    rows = [Found("uri", found, tuple(artists.split("; ")))]
    return best_match(title, artist, rows, same_isrc=same_isrc) is not None


@pytest.mark.parametrize("line", lines(TAKEN))
def test_the_same_recording_is_taken(line):
    assert is_taken(line)


@pytest.mark.parametrize("line", lines(REFUSED))
def test_another_recording_is_refused(line):
    assert not is_taken(line)


@pytest.mark.parametrize("line", lines(TAKEN_BY_ISRC_ALONE))
def test_an_unknown_bracket_is_a_subtitle_only_if_the_isrc_is_the_same(line):
    assert is_taken(line, same_isrc=True)
    assert not is_taken(line)


@pytest.mark.parametrize("line", lines(REFUSED_WITH_THE_ISRC_TOO))
def test_a_wrong_isrc_brings_no_other_song(line):
    assert not is_taken(line, same_isrc=True)


@pytest.mark.parametrize(
    ("title", "artist", "guest", "with_guest"),
    [
        ("Gloria", "Umberto Tozzi", "Anastacia", "Gloria"),
        ("One", "U2", "Mary J. Blige", "One - feat. Mary J. Blige"),
        ("Radioactive", "Imagine Dragons", "Kendrick Lamar", "Radioactive (feat. Kendrick Lamar)"),
    ],
)
def test_the_row_without_a_guest_wins(title, artist, guest, with_guest):
    alone = Found("alone", f"{title} - Remastered", (artist,))
    assert best_match(title, artist, [Found("together", with_guest, (artist, guest)), alone]) == alone

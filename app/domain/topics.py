"""Words by which a question and a memory belong together though they share none. Pure.

"What shall I cook?" must find "I'm allergic to nuts". A handful of everyday topics, each with the
words that ask for it and those that memories about it are made of, in English and German; in the
forms that the index reduces them to by itself (plurals and endings of English).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from app.domain.searching import cut

MOST_WORDS = 16
MOST_RELATED = 32

_STOP_WORDS = """
    today day days week heute tag woche new catch
    a about after again all also am an and any are as at be because been before being but
    by can could did do does doing done down each else even ever every few find for from
    get give go going good got great had has have having he help her here hers him his how
    i if in into is it its just know let like ll long look make many may me might mine
    more most much must my need new no nor not now of off ok on one only or other our ours
    out over own please question really s said say she should show so some something start
    still such suggest t take tell than thank thanks that the their them then there these
    they thing things think this those through time to too two under until up us use very
    want was way we well were what when where which while who why will with without work
    would write yes you your yours explain idea ideas best better draft short list ab aber
    alle alles als also am an auch auf aus bei bin bis bist bitte da damit danke dann das
    dass dein deine dem den denn der des dich die dies diese dieser dir doch du durch ein
    eine einem einen einer eines er es etwas euch für gegen geht gib gibt gut habe haben
    hat hatte hier hilf ich ihm ihn ihr ihre im in ist ja jetzt kann kannst kein keine
    können könnte machen mache man mehr mein meine meinem meinen meiner mich mir mit muss
    nach nein nicht noch nun nur ob oder ohne schon schreib schreibe sehr sein seine sich
    sie sind so soll sollte über um und uns unser unter vom von vor war warum was wäre
    welche welcher welches wenn wer werden wie wir wird wo würde zu zum zur
"""
_STOP = frozenset(_STOP_WORDS.split())
_TOPICS = (
    (
        "colour color chart paint palette design farbe farben diagramm",
        "colour color blind colour-blind farbenblind favourite",
    ),
    (
        "translate translation language speak grammar vocabulary übersetzen sprache sprechen",
        "speak language native mother tongue learning german english spreche muttersprache lerne",
    ),
    (
        "instrument practise practice music rehearse üben instrument musik",
        "play instrument orchestra choir band cello piano guitar violin recorder spiele orchester",
    ),
    (
        "money tax insurance loan bank save budget invest steuer geld versicherung kredit sparen",
        "tax salary pension mortgage rent self-employed married kid insurance work miete kredit",
    ),
    (
        "authority form official tax office court lawyer complaint amt behörde antrag formular",
        "letter reference formal address landlord lawyer citizen brief anrede",
    ),
    (
        "landlord rent apartment flat house repair heating window plumber noise neighbour vermieter"
        " miete wohnung haus reparatur heizung fenster nachbar lärm",
        "landlord flat house heating balcony neighbour live rent vermieter wohnung heizung nachbar",
    ),
    (
        "hear listen see stairs access barrier hören sehen treppe barrierefrei",
        "hearing aid deaf blind wheelchair glasses screen reader hörgerät schwerhörig rollstuhl",
    ),
    (
        "size fit measure dress trousers größe passt hose",
        "size shoe height tall wear dress größe schuhgröße",
    ),
    (
        "boat sail swim lake sea ski climb schwimmen segeln see ski klettern",
        "sailing licence boat swim ski afraid knee segeln boot schwimme angst",
    ),
    (
        "commute way route drive work weg arbeitsweg fahren",
        "tram train bus bicycle cycle car commute drive work fahre straßenbahn rad auto",
    ),
    (
        "math maths physics homework lesson exam study lernen prüfung mathe",
        "school student study teach explain university studiere lehrer schule",
    ),
    (
        "speech toast eulogy condolence club association rede verein beileid",
        "member club father mother brigade volunteer died wedding verein mitglied gestorben",
    ),
    ("bicycle bike cycle fahrrad rad", "bicycle bike cycle fahrrad rad e-bike"),
    ("phone mobile smartphone handy", "phone iphone android fairphone handy"),
    ("football soccer team match league fußball spiel verein", "football club support fan fußball"),
    ("wife frau ehefrau", "wife frau married verheiratet"),
    ("husband mann ehemann", "husband mann married verheiratet"),
    ("mother mum mom mutter mama", "mother mum mom mutter"),
    ("father dad vater papa", "father dad vater"),
    ("sister schwester", "sister schwester"),
    ("brother bruder", "brother bruder"),
    ("son sohn", "son sohn"),
    ("daughter tochter", "daughter tochter"),
    ("dog hund", "dog hund puppy"),
    ("cat katze", "cat katze kitten"),
    ("old age alter alt", "born birthday years geboren geburtstag alt"),
    ("retire pension rente ruhestand", "born pension rente years retired work"),
    (
        "anniversary wedding marriage hochzeit hochzeitstag",
        "wedding married anniversary hochzeit verheiratet",
    ),
    (
        "stay accommodation hotel hostel flat übernachten unterkunft ferienwohnung",
        "hotel camping tent airbnb wheelchair dog kid camping hotel",
    ),
    (
        "shoe clothes shirt dress jacket wear buy schuhe kleidung hemd kleid jacke anziehen",
        "size shoe wear knee colour allergic größe schuhgröße",
    ),
    ("office home büro", "work home office monday friday arbeite büro"),
    ("wake alarm morning morgens wecker", "get wake up early riser stehe auf"),
    (
        "cook recipe dinner lunch breakfast meal eat menu restaurant bake cake snack dish food"
        " grocery shopping barbecue picnic dessert soup kochen koche rezept essen abendessen"
        " mittagessen frühstück restaurant backen kuchen gericht menü nachtisch suppe einkaufen",
        "allergic allergy vegan vegetarian pescatarian eat drink lactose gluten coeliac celiac"
        " diabetes diabetic food spicy coffee tea meat fish dislike kitchen oven allergisch"
        " allergie vegetarier vegetarierin veganer laktoseintolerant zöliakie esse trinke fleisch"
        " kaffee tee scharf",
    ),
    (
        "birthday present gift anniversary christmas party celebrate geburtstag geschenk schenken"
        " weihnachten feier fest hochzeitstag",
        "wife husband partner daughter son sister brother mother mum mom father dad kid child"
        " friend birthday hobby favourite favorite collect frau mann tochter sohn schwester bruder"
        " mutter vater kind freundin geburtstag hobby lieblingsbuch sammelt",
    ),
    (
        "travel trip flight fly visa holiday vacation train hotel airport weather weekend route"
        " drive museum sightseeing reise reisen urlaub flug zug hotel wetter wochenende ausflug"
        " fahrt",
        "live home based wheelchair afraid passport german kid dog car commute moved wohne lebe"
        " rollstuhl angst auto hund",
    ),
    (
        "job career cv resume application interview salary boss colleague promotion office linkedin"
        " profession bewerbung lebenslauf gehalt chef chefin beruf büro kollege",
        "work job nurse teacher developer company study degree employer experience arbeite beruf"
        " firma studiere lehrer lehrerin",
    ),
    (
        "email mail letter message reply sign greeting invitation note post newsletter brief"
        " nachricht antwort einladung gruß mail",
        "sign email call name prefer formal greeting emoji signature british always never"
        " unterschreibe nenn heiße emojis duzen",
    ),
    (
        "doctor medicine medication tablet pill pain symptom sleep exercise run sport workout"
        " gym yoga health hike"
        " vitamin arzt schmerz schlaf sport laufen training gesundheit wandern medikament",
        "asthma diabetes allergic allergy knee back disc hip shoulder heart injury migraine"
        " pressure epilepsy nights sleep"
        " heart pregnant blood allergisch bluthochdruck migräne knie rücken heuschnupfen",
    ),
    (
        "pet vet animal puppy kitten leash haustier tierarzt tier",
        "dog cat rabbit horse hamster parrot hund katze pferd kaninchen",
    ),
    (
        "child kid school homework toddler baby bedtime parenting kind kinder schule hausaufgaben",
        "daughter son kid child twin tochter sohn kind zwillinge",
    ),
    (
        "clock meeting timezone call appointment schedule calendar termin uhrzeit zeitzone"
        " kalender plan",
        "time zone cet live based nights early zeitzone wohne frühaufsteher",
    ),
    (
        "garden plant grow flower vegetable balcony garten pflanze pflanzen blume gemüse balkon",
        "garden allotment greenhouse balcony soil live garten schrebergarten gewächshaus balkon",
    ),
    (
        "computer laptop phone app install software code program programming script install linux"
        " rechner handy programm programmieren skript",
        "linux windows mac python laptop phone developer use android iphone editor",
    ),
    (
        "book read novel film movie watch series music song listen concert buch lesen roman film"
        " serie musik lied hören konzert",
        "favourite favorite read book author music play film genre lieblingsbuch lieblingsfilm"
        " spiele musik love hate",
    ),
    (
        "temperature height distance weight convert mile kilometre kilometer inch pound"
        " temperatur entfernung gewicht umrechnen",
        "metric imperial unit units celsius metrisch einheiten",
    ),
    (
        "car repair tyre oil motorway parking garage auto reparatur reifen werkstatt",
        "car drive van diesel electric auto fahre",
    ),
)


def words(text: str) -> tuple[str, ...]:
    """What of a text is worth looking for, each once."""
    found = (word for word, _, _ in cut(text))
    return tuple(dict.fromkeys(w for w in found if len(w) > 1 and w not in _STOP))[:MOST_WORDS]


def related(asked: Iterable[str]) -> tuple[str, ...]:
    """Words of memories that belong to what is asked for, without those asked for themselves."""
    by_word = _by_word()
    given = tuple(asked)
    found = (about for word in given for about in by_word.get(_stem(word), ()))
    return tuple(dict.fromkeys(word for word in found if word not in given))[:MOST_RELATED]


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    by_word: dict[str, tuple[str, ...]] = {}
    for asks, memories in _TOPICS:
        for word, _, _ in cut(asks):
            about = tuple(word for word, _, _ in cut(memories))
            by_word[_stem(word)] = (*by_word.get(_stem(word), ()), *about)
    return by_word


def _stem(word: str) -> str:
    """Enough for plurals and "-ing"."""
    for ending in ("ing", "es", "s", "e"):
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return word[: -len(ending)]
    return word

"""Statements in German, one pattern a line; the first that fits counts. Pure."""

from __future__ import annotations

from app.domain.finding import lexicon as words
from app.domain.finding.lexicon import NAME, PLACE, WHERE
from app.domain.finding.pattern import FACT, PREFERENCE, Row

_STOP = (
    r"(?!(?:es|das|dies\w*|den|die|der|dein\w*|ihn|sie|ihm|ihr|dich|dir|euch|wie|was|wenn|dass|ob"
    r"|alles|nichts|etwas|beide|einen von|so|hier)\b)"
)
_THING = rf"{_STOP}[\w'+#&/-]+(?:,? [\w'+#&/.-]+){{0,9}}"
_REPLIES = r"(?:antworten?|e-?mails?|mails?|nachrichten|briefe?|texte?|zusammenfassungen)"
_SPEAK = r"(?:antworte|schreib(?:e)?|sprich|rede)"

PATTERNS: tuple[Row, ...] = (
    (FACT, "name", rf"mein (?:voller )?name ist (?P<v>{NAME})"),
    (FACT, "name", rf"ich hei(?:ß|ss)e (?P<v>{NAME})"),
    (PREFERENCE, "called", rf"(?:bitte )?(?:du kannst mich |nenn(?:e)? mich )(?:bitte |einfach |ruhig )?(?P<v>{NAME})(?: nennen)?"),
    (PREFERENCE, "called", rf"(?:man nennt|alle nennen|meine freunde nennen) mich (?P<v>{NAME})"),
    (PREFERENCE, "", r"(?:bitte )?(?:du kannst mich (?:ruhig |gerne? )?|(?:duze|sieze) mich)(?:duzen|siezen)?(?: bitte)?"),
    (FACT, "home", rf"(?:ich|wir) (?:wohnen?|leben?) (?:(?:seit|mit) [\w ]+? )?(?:in|im|auf|bei|am|an der) (?P<v>{PLACE}|{WHERE})(?: und .+)?"),
    (FACT, "household", r"(?:ich|wir) (?:wohnen?|leben?) (?P<v>allein(?:e)?|mit [\w ]+ zusammen)"),
    (FACT, "home", rf"(?:ich bin|wir sind) (?:\w+ )?(?:nach|in die) (?P<v>{PLACE}) gezogen"),
    (FACT, "origin", rf"ich (?:komme|stamme) (?:ursprünglich |eigentlich )?aus (?P<v>{PLACE}|{WHERE})"),
    (FACT, "birthplace", rf"ich bin in (?P<v>{PLACE}) geboren(?: und aufgewachsen)?"),
    (FACT, "childhood", rf"ich bin (?:in|auf|bei) (?P<v>{PLACE}|{WHERE}) aufgewachsen"),
    (FACT, "birthday", r"(?:mein geburtstag ist|ich habe) (?:am )(?P<v>\d{1,2}\. ?\w+\.?)(?: geburtstag)?"),
    (FACT, "age", r"ich bin (?P<v>\d{1,3})(?: jahre alt)?"),
    (FACT, "age", r"ich bin (?P<v>\w+) jahre alt"),
    (FACT, "job", r"ich arbeite (?:\w+ )?als (?P<v>.+)"),
    (FACT, "employer", r"ich arbeite (?:\w+ )?(?:bei|für|beim|bei der) (?P<v>.+)"),
    (FACT, "", r"ich arbeite (?:\w+ )?(?:in der|im|in einem|in einer|an der|an einer|am) (?!(?:diesem|dieser)\b).+"),
    (FACT, "", r"ich arbeite (?:meist |meistens |immer )?(?:von zu hause|im homeoffice|in teilzeit|in vollzeit|nachts|im schichtdienst|freiberuflich|halbtags|selbstständig)(?: .+)?"),
    (FACT, "job", rf"ich bin (?:von beruf )?(?P<v>(?:eine? )?(?:[\w-]+ ){{0,2}}?{words.PROFESSION_DE})(?: (?:bei|in|an|am|im|von|für|mit) .+| und .+)?"),
    (FACT, "diet", r"ich bin (?:strikte[r]? )?(?P<v>vegan|veganer|vegetarier|vegetarisch)(?:in)?"),
    (FACT, "marriage", r"ich bin (?P<v>ledig|geschieden|verwitwet|verheiratet)(?: mit .+)?"),
    (FACT, "", rf"ich bin (?:eine? )?{words.STATE_DE}"),
    (FACT, "studies", rf"ich studiere (?P<v>{_THING})"),
    (FACT, "", rf"ich unterrichte {_THING}"),
    (FACT, "", rf"ich lerne (?:\w+ )?(?:{words.LANGUAGE}|gitarre|klavier|geige|schlagzeug|cello)(?: .+)?"),
    (FACT, "", rf"(?:ich habe|wir haben) {words.NUMBER} (?:\w+ )?{words.OWNED_DE}(?: .+|, .+)?"),
    (FACT, "", rf"ich (?:habe|leide an|leide unter) {words.CONDITION_DE}(?: .+)?"),
    (FACT, "", rf"ich spreche (?:flie(?:ß|ss)end |etwas |gut |auch )?{words.LANGUAGE}\b.*"),
    (FACT, "{r}", r"meine? (?P<r>muttersprache|zeitzone|hobby|hobbys|heimatstadt|sternzeichen|blutgruppe|schuhgröße|konfektionsgröße) (?:ist|sind) (?P<v>(?!nicht\b).+)"),
    (PREFERENCE, "{r}", r"meine? (?P<r>lieblings\w+) (?:ist|sind|heißt) (?P<v>(?!nicht\b).+)"),
    (FACT, "{r} name", rf"(?:meine?|unsere?) (?P<r>{words.RELATIVE_DE}) hei(?:ß|ss)(?:t|en) (?P<v>{NAME}(?:(?:, | und ){NAME})*)"),
    (FACT, "{r} age", rf"(?:meine?|unsere?) (?P<r>{words.RELATIVE_DE})(?: {NAME})? (?:ist|sind) (?P<v>\w+) (?:jahre?|monate?) alt"),
    (FACT, "", rf"(?:meine?|unsere?) {words.RELATIVE_DE}(?: {NAME})? (?:ist|sind) (?:auch |von beruf )?(?:eine? )?(?:{words.STATE_DE}|{words.PROFESSION_DE}(?: .+)?)"),
    (FACT, "", rf"(?:meine?|unsere?) {words.RELATIVE_DE}(?: {NAME})? (?:hat|haben) {words.CONDITION_DE}"),
    (FACT, "", rf"(?:meine?|unsere?) {words.RELATIVE_DE}(?: {NAME})? (?:wohn(?:t|en)|leb(?:t|en)|arbeite(?:t|n) (?:als|bei|für|in|im)|komm(?:t|en) aus|studier(?:t|en)|sprich(?:t)?|spielt|liebt|hasst) (?!(?:es|das)\b).+"),
    (FACT, "", r"ich (?:esse|trinke) (?:kein(?:e|en)?|nie|niemals|nur|grundsätzlich kein(?:e|en)?) (?!(?:das|es)\b)[\w ,-]+"),
    (FACT, "", rf"ich (?:spiele|sammle) {_THING}"),
    (FACT, "", r"ich fahre (?:einen|eine|ein) (?!(?:runde|stück|weile)\b).+"),
    (FACT, "", r"ich (?:stehe|gehe|fahre|trinke|esse|schreibe|beginne|beende|koche|lese) (?:immer|nie|meistens|normalerweise|jeden (?:tag|morgen|abend|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)) .+"),
    (PREFERENCE, "taste {v}=disliked", rf"ich mag kein(?:e|en)? (?P<v>{_THING})"),
    (PREFERENCE, "reply length=short", rf"(?:ich (?:mag|bevorzuge|möchte|will)|mir sind) (?:kurze|knappe|kürzere) {_REPLIES}(?: .+)?"),
    (PREFERENCE, "reply length=long", rf"(?:ich (?:mag|bevorzuge|möchte|will)|mir sind) (?:lange|ausführliche|längere) {_REPLIES}(?: .+)?"),
    (PREFERENCE, "taste {v}=disliked", rf"ich mag (?P<v>{_THING}) nicht"),
    (PREFERENCE, "taste {v}=liked", rf"ich (?:mag|liebe) (?:gerne? |am liebsten |sehr gern |besonders )?(?P<v>{_THING}?)(?: (?:sehr|gerne?|am liebsten))?"),
    (PREFERENCE, "taste {v}=disliked", rf"ich hasse (?P<v>{_THING})"),
    (PREFERENCE, "", rf"ich bevorzuge {_THING}"),
    (PREFERENCE, "", rf"mir (?:ist|sind) {_THING} lieber(?: als .+)?"),
    (PREFERENCE, "language", rf"(?:bitte )?{_SPEAK} (?:mir )?(?:bitte )?(?:immer|nur|stets) (?:auf )?(?P<v>{words.LANGUAGE})"),
    (PREFERENCE, "", rf"(?:bitte )?{_SPEAK} (?:mir |mit mir )?(?:bitte )?(?:immer|nie|niemals|nur|stets) .+"),
    (PREFERENCE, "", r"(?:ab jetzt|ab sofort|in zukunft|künftig|zukünftig|von nun an|grundsätzlich) (?:bitte )?(?:immer |nie |keine? |nur )?(?!(?:ich|wir|er|sie|es|gibt|ist|sind|wird|werden|gilt)\b)\w+.*"),
    (PREFERENCE, "", rf"(?:bitte )?(?:halte|fasse) (?:alle )?deine {_REPLIES} .+"),
    (PREFERENCE, "", rf"ich (?:möchte|will|mag) (?:deine |meine )?{_REPLIES} .+"),
    (PREFERENCE, "", rf"ich (?:unterschreibe|beginne|beende|schreibe) meine {_REPLIES} .+"),
)  # fmt: skip

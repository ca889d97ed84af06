"""Statements in English, one pattern a line; the first that fits counts. Pure."""

from __future__ import annotations

from app.domain.finding import lexicon as words
from app.domain.finding.lexicon import AGE, NAME, PLACE, WHERE
from app.domain.finding.pattern import FACT, PREFERENCE, Row

_STOP = (
    r"(?!(?:it|this|that|these|those|the|your|his|her|their|them|him|you|us|how|what|when|where"
    r"|why|which|who|if|everything|nothing|something|anything|some|one|both|all of|any|being"
    r"|seeing|here|there|so|my new|working with you|talking to you|to (?:see|know|hear|think"
    r"|believe|say|add|ask|thank|point|be|have|get|do|understand|learn|make|know|buy|go|start"
    r"|book|order|change|try))\b)"
)
_THING = rf"{_STOP}[\w'+#&/-]+(?:,? [\w'+#&/.-]+){{0,9}}"
_REPLIES = r"(?:answers?|repl(?:y|ies)|responses?|e-?mails?|messages?|letters?|texts?|summaries)"
_SPEAK = r"(?:answer|reply|respond|write|talk|speak)"
_DO = (
    r"(?:eat|drink|cook|write|sign|use|start|begin|end|close|get up|wake up|go to bed|go|work|take"
    r"|travel|wear|answer|reply|shop|commute|cycle|walk|read|pay|drive|fly)"
)
_LIKE = r"(?:(?:really|absolutely|do) )?(?:love|like|enjoy|adore|prefer)"
_HATE = r"(?:(?:really|absolutely) )?(?:hate|dislike|detest|loathe|can'?t stand|cannot stand|don'?t like|do not like)"
_RANK = r"(?:years?|yrs?|months?|weeks?)"

PATTERNS: tuple[Row, ...] = (
    (FACT, "name", rf"my (?:full |first )?name(?: is|'s) (?P<v>{NAME})"),
    (FACT, "{r}", rf"my (?P<r>(?:middle|last|family|maiden|nick) ?name|surname)(?: is|'s) (?P<v>{NAME})"),
    (FACT, "name", rf"(?:i am|i'm) (?:called|named) (?P<v>{NAME})"),
    (PREFERENCE, "called", rf"(?:please )?(?:you (?:can|may) )?(?:please )?(?:call|address) me (?:as )?(?P<v>{NAME})"),
    (PREFERENCE, "called", rf"(?:people|friends|everyone|everybody|my friends) calls? me (?P<v>{NAME})"),
    (PREFERENCE, "called", rf"i go by (?P<v>{NAME})"),
    (PREFERENCE, "", rf"(?:please )?(?:don'?t|do not|never)(?: ever)? call me {NAME}"),
    (PREFERENCE, "pronouns", r"(?:my pronouns are|i use) (?P<v>(?:she|he|they|xe|ze)/\w+(?:/\w+)?)(?: pronouns)?"),
    (FACT, "home", rf"(?:i|we)(?:'ve| have)? ?(?:live|lived|been living) (?:with [\w' ]+ )?(?:in|on|near|outside|at) (?P<v>{PLACE}|{WHERE})(?: with [\w' ]+)?(?: (?:for|since) .+)?(?: and .+)?"),
    (FACT, "household", r"(?:i|we) live (?P<v>alone|by myself|with (?:my|two|three|a|an|some|our) [\w' -]+)"),
    (FACT, "home", rf"(?:i am|i'm|we are|we're) based in (?P<v>{PLACE})"),
    (FACT, "home", rf"(?:i|we)(?:'ve| have)? moved (?:from {PLACE} )?to (?P<v>{PLACE})(?: from .+)?(?: (?:in|\d+ years ago|two|three|years|a year).*)?"),
    (FACT, "origin", rf"i(?:'m| am| come)(?: originally)? from (?P<v>{PLACE})(?: originally)?"),
    (FACT, "birthplace", rf"i was born (?:and raised )?in (?P<v>{PLACE})(?: in \d{{4}})?"),
    (FACT, "birth", r"i was born (?:in|on) (?P<v>(?:the )?[\w .,]*\d{1,4}[\w .,]*)"),
    (FACT, "childhood", rf"i grew up (?:in|on|near) (?P<v>{PLACE}|{WHERE})"),
    (FACT, "birthday", r"my birthday is (?:on )?(?P<v>(?:the )?[\w .]*\d{1,2}[\w .]*)"),
    (FACT, "age", rf"(?:i am|i'm) (?P<v>{AGE}) years? old"),
    (FACT, "age", r"(?:i am|i'm) (?P<v>[1-9]\d)"),
    (FACT, "height", r"(?:i am|i'm) (?P<v>\d[\d.,]* ?(?:m|cm|metres|meters|feet|foot|ft)(?: \d+)?) tall"),
    (FACT, "job", r"(?:i|we) work as (?P<v>(?!(?:it|this|that)\b).+)"),
    (FACT, "employer", r"(?:i|we) work (?:at|for) (?P<v>(?!(?:it|this|that|the (?:moment|weekend)|progress)\b).+)"),
    (FACT, "", r"(?:i|we) work (?:in|with) (?!(?:it|this|that|the (?:morning|evening|meantime)|progress)\b).+"),
    (FACT, "", r"i work (?:mostly |mainly )?(?:from home|remotely|nights|shifts|night shifts|part[- ]time|full[- ]time|freelance|weekends|three days a week|four days a week|\w+ days a week)(?: .+)?"),
    (FACT, "job", rf"(?:i am|i'm) (?P<v>an? (?:[\w-]+ ){{0,3}}?{words.PROFESSION_EN})(?: (?:at|in|for|from|with|by|on|of|who) .+| and .+)?"),
    (FACT, "job", r"my (?:job|profession|occupation) is (?P<v>(?:an?|to) .+)"),
    (FACT, "", r"i(?:'ve| have) been (?:an? .+|working (?:as|at|for|in) .+|teaching .+) (?:for|since) .+"),
    (FACT, "studies", rf"i(?:'m| am)? stud(?:y|ying) (?P<v>(?!for\b){_THING})"),
    (FACT, "", rf"i teach {_THING}"),
    (FACT, "", r"i(?:'m| am) learning (?:to play the \w+|the \w+|" + words.LANGUAGE + r")(?: .+)?"),
    (FACT, "", r"i (?:run|own|manage) (?:a|an|the|my own|two|three) (?!(?:test|script|query|program|search|command|risk|check|fever|temperature|bit|build)\b).+"),
    (FACT, "", rf"i(?:'ve| have)(?: got)? {words.NUMBER} (?:\w+[ -]){{0,3}}?{words.OWNED_EN}(?: .+|, .+)?"),
    (FACT, "", rf"we(?:'ve| have)(?: got)? {words.NUMBER} (?:\w+[ -]){{0,3}}?{words.OWNED_EN}(?: .+|, .+)?"),
    (FACT, "", rf"i(?:'ve| have)(?: got)? {words.CONDITION_EN}(?: .+)?"),
    (FACT, "", rf"i suffer from {words.CONDITION_EN}"),
    (FACT, "diet", r"(?:i am|i'm) (?:a )?(?:strict )?(?P<v>vegan|vegetarian|pescatarian|pescetarian)"),
    (FACT, "marriage", r"(?:i am|i'm) (?P<v>single|divorced|widowed|married)(?: to .+| with .+)?"),
    (FACT, "", rf"(?:i am|i'm) {words.STATE_EN}"),
    (FACT, "", rf"(?:i am|i'm) (?:half[- ])?{words.NATIONALITY}"),
    (FACT, "", rf"(?:i am|i'm) (?:afraid|scared|terrified) of {_STOP}(?!losing|making|getting|going)[\w-]+(?: [\w-]+){{0,2}}"),
    (FACT, "", rf"(?:i am|i'm) (?:interested in|into|passionate about) {_THING}"),
    (FACT, "taste {v}=disliked", r"i (?:don'?t|do not|can'?t|cannot|never) (?:eat|drink) (?P<v>(?!(?:it|this|that|much|anything|enough|well)\b)[\w' ,-]+)"),
    (FACT, "{r} name", rf"(?:my|our) (?P<r>{words.RELATIVE_EN})(?:'s|s')? (?:name is|names are|is called|are called|is named|are named) (?P<v>{NAME}(?:(?:, | and |, and ){NAME})*)"),
    (FACT, "", rf"(?:my|our) {words.RELATIVE_EN} (?:is|are) {NAME}(?:(?:, | and ){NAME})*"),
    (FACT, "{r} age", rf"(?:my|our) (?P<r>{words.RELATIVE_EN})(?:,? {NAME},?)? (?:is|are) (?P<v>\d{{1,3}}(?: and \d{{1,2}})?|{AGE}(?= {_RANK} old))(?: {_RANK} old)?"),
    (FACT, "", rf"(?:my|our) {words.RELATIVE_EN}(?:,? {NAME},?)? (?:is|are) (?:also )?(?:an? (?:[\w-]+ ){{0,2}}?{words.PROFESSION_EN}(?: .+)?|{words.STATE_EN}|(?:half[- ])?{words.NATIONALITY})"),
    (FACT, "", rf"(?:my|our) {words.RELATIVE_EN}(?:,? {NAME},?)? (?:has|have) (?:{words.CONDITION_EN}|{words.NUMBER} (?:\w+ )?{words.OWNED_EN})"),
    (FACT, "", rf"(?:my|our) {words.RELATIVE_EN}(?:,? {NAME},?)? (?:lives?|works? (?:as|at|for|in)|comes? from|was born|stud(?:y|ies)|speaks?|plays?|loves?|hates?) (?!(?:it|this|that|the (?:idea|new))\b).+"),
    (FACT, "", rf"(?:my|our) {words.RELATIVE_EN}(?:,? {NAME},?)? (?:can'?t eat|doesn'?t eat|don'?t eat|doesn'?t drink|never eats?) .+"),
    (FACT, "", rf"i speak (?:fluent |some |a little |good |basic )?{words.LANGUAGE}\b.*"),
    (FACT, "{r}", r"my (?P<r>native language|mother tongue|first language|time ?zone|hobby|hobbies|home ?town|star sign|blood type|shoe size|dress size|height)(?: is| are|'s) (?P<v>(?!(?:not|the same|a secret)\b).+)"),
    (PREFERENCE, "{r}", r"my (?P<r>favou?rite [\w -]+?|pet peeve) (?:is|are) (?P<v>(?!(?:not|the one|this|that)\b).+)"),
    (FACT, "{r}", r"my (?P<r>car|bike|bicycle|laptop|phone|camera|computer|motorbike|tv|oven|boiler) is (?P<v>an? (?!(?:mess|problem|bit|lot|little|piece)\b).+)"),
    (FACT, "", r"i (?:drive|ride) an? (?!(?:hard|point|wedge|wave)\b).+"),
    (FACT, "", rf"i (?:play (?:the )?(?!games?\b|roles?\b|video\b|parts?\b)|collect ){_THING}"),
    (FACT, "", r"i use (?:a wheelchair|hearing aids|a hearing aid|a screen reader|[\w+# -]+ (?:at work|at home|every day|daily|as my [\w -]+))"),
    (FACT, "", rf"i (?:always|never|usually|normally) {_DO}(?: (?!(?:it|this|that)\b)[\w',/.-]+){{0,12}}"),
    (FACT, "", rf"i {_DO} [\w' -]+ (?:every (?:day|morning|evening|night|week|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|year)|(?:once|twice|three times) a (?:day|week|month)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days)"),
    (FACT, "", r"i do (?:yoga|pilates|judo|karate|tai chi|crossfit|ballet|pottery|night shifts)(?: .+)?"),
    (PREFERENCE, "reply length=short", rf"(?:i {_LIKE}|i want|keep your {_REPLIES}) .*\b(?:short|brief|concise)(?:er)?\b.*{_REPLIES}.*"),
    (PREFERENCE, "reply length=long", rf"i (?:{_LIKE}|want) (?:long|detailed|thorough|longer) {_REPLIES}.*"),
    (PREFERENCE, "taste {v}=liked", rf"i {_LIKE} (?P<v>{_THING})"),
    (PREFERENCE, "taste {v}=disliked", rf"i {_HATE} (?P<v>{_THING})"),
    (PREFERENCE, "", r"i(?:'m| am) a (?:big |huge |great )?fan of (?!(?:this|that|your|it|yours)\b).+"),
    (PREFERENCE, "", rf"i (?:want|like|prefer|need) (?:your |my |all |the |all your )?{_REPLIES} (?:(?:to be |in |without |with |short|brief|long|detailed|plain|formal|informal).*)"),
    (PREFERENCE, "", r"i(?:'d like| want| would like) you to (?:always|never) .+"),
    (PREFERENCE, "reply length=short", rf"(?:please )?(?:always )?(?:keep|make) (?:all )?your {_REPLIES} (?:short|brief|concise)(?:er)?(?: and .+)?"),
    (PREFERENCE, "reply length=long", rf"(?:please )?(?:always )?(?:keep|make) (?:all )?your {_REPLIES} (?:long|detailed|thorough)(?:er)?(?: and .+)?"),
    (PREFERENCE, "", rf"(?:please )?(?:always )?(?:keep|make) (?:all )?your {_REPLIES} .+"),
    (PREFERENCE, "language", rf"(?:please )?(?:always|only) {_SPEAK}(?: to me| me)? in (?P<v>{words.LANGUAGE})(?: please)?"),
    (PREFERENCE, "", rf"(?:please )?(?:always|never|only) (?:{_SPEAK}|address|call|greet|start your|end your|sign your|begin your) .+"),
    (PREFERENCE, "", rf"(?:please )?(?:never|don'?t ever|always) (?:use|add|include|put|give|write|ask) [\w' ,-]+ (?:in your {_REPLIES}|when you (?:write|reply|answer|respond|talk)[\w ]*|with me|to me|for me)"),
    (PREFERENCE, "", r"(?:from now on|in (?:the )?future|going forward|in general|as a rule|whenever you (?:write|reply|answer)[\w ]*),? (?:please )?(?:always |never |only |don'?t |do not )?(?!(?:i|we|he|she|it|they|there|this|that)\b)\w+ .+"),
    (PREFERENCE, "", rf"i (?:sign|start|begin|end|close|write) (?:all )?my {_REPLIES} .+"),
)  # fmt: skip

"""What a person says outright in a message of theirs: plain statements, in their own words. Pure.

Left out is all that may be another's or nobody's: files, code, quotes, letters, what follows a
colon, stories and parts that are played, what is only supposed, and questions. When in doubt it is
left out: a memory that was missed can be said, one that is wrong is junk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.attachments import own_words

LONGEST_MESSAGE = 1500
"""Characters. What is longer was mostly put together elsewhere."""
_LONGEST = 160
_MOST_WORDS = 24
_ELSE = "\ufffc"
"""Stands where another's words stood."""

_FENCE = re.compile(r"(`{3,}|~{3,}).*?(?:\1|\Z)", re.DOTALL)
_NOT_SAID = re.compile(r"(?m)^(?:[ ]{0,3}>|\t| {4,}|\|).*$")
_QUOTED = re.compile(
    r"\"([^\"\n]*)\"|“([^“”]*)”|„([^„“”\"]*)[“”\"]|«([^«»]*)»|»([^«»]*)«"
    r"|\u2018([^\u2018\u2019]*)\u2019|`([^`\n]*)`"
    r"|(?<!\w)'([^'\n]{2,}?)'(?!\w)"
)
_I = re.compile(r"\b(?:i|i'm|my|me|we|our|ich|mein\w*|mir|mich|wir|unser\w*)\b", re.IGNORECASE)
_LETTER = re.compile(
    r"(?mi)^(?:(?:from|to|subject|re|date|von|an|betreff):\s.*|(?:dear|sehr geehrte\w*|liebe[rs]?"
    r"|hallo|hi|hello) (?!reverie,)[^\n,.!?]{1,40},\s*$|(?:best|kind|warm)?\s*regards,?|(?:best|cheers|yours"
    r"|sincerely|love),\s*$|mit freundlichen grüßen,?|(?:viele|liebe|beste|herzliche) grüße,?)"
)
_MAKE = (
    r"(?:write|compose|draft|make up|invent|tell|create|generate|continue|give me|finish|need|want"
    r"|schreib\w*|erfind\w*|erzähl\w*|dichte\w*|verfass\w*|mach\w*)"
)
_FICTION = (
    r"(?:stor(?:y|ies)|tales?|poems?|songs?|lyrics|haiku\w*|limericks?|novels?|dialog(?:ue)?s?"
    r"|monolog(?:ue)?s?|scenes?|sketch(?:es)?|screenplays?|scripts?|fiction|jokes?|riddles?"
    r"|characters?|personas?|diary|raps?|fairy ?tales?|fables?|essays?|speech(?:es)?"
    r"|(?:kurz)?geschichten?|märchen|gedichte?|lied(?:er)?|liedtext\w*|roman\w*|dialoge?"
    r"|monologe?|szenen?|witze?|figur(?:en)?|tagebuch\w*|fabeln?|aufsatz|aufsätze|rede)"
)
_PLAY = re.compile(
    rf"\b{_MAKE}\b[^.!?\n]{{0,60}}\b{_FICTION}\b"
    r"|\b(?:role ?-?play\w*|rollenspiel\w*|act as|pretend|imagine|suppos(?:e|ing)|assum(?:e|ing)"
    r"|hypothetical\w*|let'?s say|say that i|what if|picture this|for (?:example|instance)|e\.g\."
    r"|for practice|practi[sc]e (?:a|an|my|the)|mock interview|fictional|made-?up|persona"
    r"|in the (?:voice|style|role) of|as if (?:i|you|we)|you are (?:a|an|the|my|now)\b"
    r"|you'?re (?:a|an|now)|i (?:am|will be|play) the (?:customer|patient|client|student|buyer)"
    r"|i'?ll (?:play|be)|we are playing|word game|spielen wir|stell dir vor|stellen wir uns"
    r"|angenommen|nehmen wir an|tu so|zum beispiel|z\. ?b\.|was wäre,? wenn|du bist (?:ein|der|die"
    r"|jetzt)|beispielsatz|beispielsätze|fiktiv\w*|ausgedacht\w*|aus der sicht"
    r"|im stil von|als ob)\b",
    re.IGNORECASE,
)
_MATERIAL = re.compile(
    r"\b(?:translat\w+|proof-?read\w*|paraphras\w+|rephras\w+|rewrit\w+|reword\w*|summari[sz]\w+"
    r"|correct (?:this|the|my|these|it)|fix (?:this|the|my) (?:text|grammar|sentence)"
    r"|grammar|this sentence|these sentences|(?:below|here)(?:'s| is| are) (?:a|an|the|my|some) |testimonial\w*"
    r"|turn (?:this|it) into|shorten (?:it|this|my)|the (?:sentence|following|phrase|word|lyrics|text)"
    r"|how (?:do|would) (?:you|i|we) say|how to say|what does .{1,80} mean"
    r"|polish (?:this|my)|improve (?:this|my|the) (?:text|sentence|bio|profile|email|paragraph)"
    r"|übersetz\w*|korrigier\w*|umformulier\w*|formulier\w* .{0,40}\bum\b|zusammenfass\w*"
    r"|fass\w* .{0,40}zusammen|diese[rn]? (?:satz|sätze|text)|der satz|den satz|auf englisch"
    r"|in english|in german|into (?:english|german|french|spanish|italian)|wie sagt man"
    r"|was (?:heißt|bedeutet)|grammatik\w*)\b",
    re.IGNORECASE,
)
_COLON = re.compile(r":(?=\s|$)")
_OWN_LEAD = re.compile(
    r"(?i)\W*(?:(?:some |a few |the |just |for |quick )*(?:facts?|things?|background|context|details?|info"
    r"\w*|note|one|question|fyi|by the way|btw|hinweis|kontext|hintergrund|fakten|zur info|übrigens|ps|p\.s\."
    r"|also|so|about (?:me|myself)|a bit about me|über mich|zu mir|zu meiner person|kurz zu mir)"
    r"[ ,]*(?:about me|about myself|on me|for you|first|über mich|zu mir|up front)?)\W*"
)
_SENTENCE = re.compile(r"[^.!?…\n]+(?:\.(?!\s|$)[^.!?…\n]*)*[.!?…]*")
_STARTERS = (
    r"(?:so|but|and|which|who|can|could|please|what|how|where|who|when|why|i|i'm|i've|my|we|is|are"
    r"|do|does|would|should|will|then|because|since|although|though|while|if|you|it|it's|that"
    r"|thanks|thank|cheers|help|give|write|suggest|recommend|make|tell|explain|plan|find|show"
    r"|create|draft|list|name|any|hence|therefore|also|let|just|right|ok|okay"
    r"|also|aber|und|darum|deshalb|daher|weil|da|denn|kannst|könntest|bitte|was|wie|wo|wer|wann"
    r"|warum|welche[rsnm]?|ich|mein|meine|meinen|wir|ist|sind|soll|sollte|dann|obwohl|während|wenn|falls|du|es"
    r"|das|danke|hilf|gib|schreib|schreibe|empfiehl|mach|sag|erklär|erkläre|plane|such|zeig|nenn"
    r"|schlag|hast|gibt|brauche)"
)
_CLAUSE = re.compile(
    rf"\s*[;\u2013\u2014]\s*|\s+-\s+|\s*\(\s*|\s*\)\s*|,\s+(?={_STARTERS}\b)|\s+(?:so|but|because|which|aber"
    r"|weil|denn)\s+|\s+(?:and|und)\s+(?=(?:i|i'm|i've|my|we|he|he's|she|she's|they|it|can|could|please|would|need|ich"
    r"|mein\w*|wir|bitte|kannst)\b)",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"(?i)\W*(?:right|correct|no|yes|ok|okay|isn'?t (?:it|that)|don'?t i|am i not|aren'?t i|eh"
    r"|true|remember|oder|nicht wahr|gell|stimmt'?s?|richtig|ne|nicht)?\W*"
)
_ASIDE = re.compile(
    r"(?i)(?:[-*•·]\s+|\d+[.)]\s+|(?:hi|hello|hey|hallo|moin|servus)(?: there| reverie| zusammen)?"
    r"\b|well|so|also|and|oh|ah|ok|okay|btw|by the way|fyi|for (?:context|your information|the"
    r" record)|just so you know|note that|you should know(?: that)?|as you know|anyway|actually"
    r"|in fact|thanks(?: a lot| so much)?|thank you(?: very much| so much)?|yes|yeah|no|nope|sure"
    r"|great|cool|perfect|nice|first(?: of all)?|but|ps|p\.s\.|good (?:morning|evening|afternoon)"
    r"|i should (?:mention|add|say)(?: that)?|i forgot to (?:mention|say)(?: that)?|just"
    r"|übrigens|und|ach(?: ja)?|ja|nein|na ja|naja|nun|zur info|nur damit du(?:'s| es) weißt"
    r"|du solltest wissen|wie du weißt|danke(?: dir)?|vielen dank|guten (?:morgen|tag|abend)|tja"
    r"|dass)(?:\s*[,!:.\u2013-]+\s*|\s+)"
)
_UNSURE = re.compile(
    r"(?i)\b(?:maybe|perhaps|probably|possibly|might|could|would|should|think|thought|guess|wish"
    r"|hope|hoping|if|unless|almost|nearly|used to|joking|kidding|jk|wonder\w*|supposedly|someday"
    r"|one day|as if|like a|feels? like|allegedly|not sure|dreamt?|not really|anymore|any more"
    r"|no longer|vielleicht|wahrscheinlich|vermutlich|eventuell|möglicherweise|glaube|denke"
    r"|hätte|wäre|würde|könnte|sollte|dürfte|wünschte|hoffe|wenn|falls|fast|beinahe|früher|scherz"
    r"|träum\w*|angeblich|mal sehen|nicht mehr|irgendwann|so als|als ob)\b"
)
_PASSING = re.compile(
    r"(?i)\b(?:today|tonight|tomorrow|yesterday|(?<!from )now|at the moment|currently|at present|nowadays"
    r"|this (?:week|month|year|morning|evening|afternoon|weekend|summer|winter|spring|autumn|term"
    r"|semester|time|once)|for now|just|last (?:night|week|weekend|month)|next (?:week|month|year"
    r"|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|time)|until|till|tempor"
    r"\w+|for (?:a|the|two|three|few|\d+) (?:few )?(?:days?|nights?|weeks?|weekend|hours?|minutes?)"
    r"|still|again|suddenly|all day|these days|lately|recently|a bit|"
    r"heute|morgen(?!s)|gestern|gerade|momentan|im moment|zurzeit|zur zeit|derzeit|aktuell|(?<!ab )jetzt"
    r"|diese[nrsm]? (?:woche|monat|jahr|sommer|winter|wochenende|semester)|bis (?:zum|ende|montag"
    r"|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|nächste[nrsm]?|letzte[nrsm]?"
    r"|kürzlich|vorübergehend|noch|wieder|plötzlich|in letzter zeit|ein bisschen)\b"
)


def statements(turn: str, before: Sequence[str] = ()) -> list[str]:
    """The clauses of a user's turn that may be statements of their own, in the order in which they
    are said. `before`: the user's earlier turns of the conversation; where one of them asked for a
    part to be played, nothing that follows is meant."""
    text = own_words(turn)
    if len(text) > LONGEST_MESSAGE or any(is_play(own_words(earlier)) for earlier in before):
        return []
    text = without_others(text)
    if is_play(text) or is_about_material(text):
        return []
    text = _QUOTED.sub(_unquoted, text[: material_at(text)])  # only short ones are left
    return [clause for sentence in _sentences(text) for clause in _clauses(sentence)]


def is_play(text: str) -> bool:
    """Whether something is asked for in which a person is not themselves."""
    return _PLAY.search(text) is not None


def bare(clause: str) -> str:
    """Without what only leads to it ("By the way, …"), nor marks and white space at its ends."""
    left = clause.strip()
    while aside := _ASIDE.match(left):
        left = left[aside.end() :]
    return left.strip(" \t,;:.!…-\u2013\u2014*")


def is_about_material(text: str) -> bool:
    """Whether a text is to be translated, corrected and the like."""
    return _MATERIAL.search(text) is not None


def sentences(text: str) -> list[slice]:
    """Where they stand one by one, each with the mark that ends it and maybe white space."""
    return [slice(*found.span()) for found in _SENTENCE.finditer(text) if found[0].strip()]


def without_others(text: str) -> str:
    """Up to where a letter begins, and with code, quotes and other programs' text blanked: what is
    left stands where it stood."""
    text = text.replace("\u2019", "'") if "\u2018" not in text else text
    text = _NOT_SAID.sub(_blank, _FENCE.sub(_blank, text))
    text = _QUOTED.sub(lambda quoted: quoted[0] if _is_own(quoted) else _blank(quoted), text)
    letter = _LETTER.search(text)
    return text[: letter.start()] if letter else text


def material_at(text: str) -> int:
    """Where the sentence begins whose colon leads to what something is to be done with; the end of
    the text where none does."""
    for colon in _COLON.finditer(text):
        start = max(text.rfind(mark, 0, colon.start()) for mark in ".!?\n") + 1
        if not _OWN_LEAD.fullmatch(text[start : colon.start()]):
            return start
    return len(text)


def _blank(found: re.Match[str]) -> str:
    return _ELSE * len(found[0])


def _is_own(quoted: re.Match[str]) -> bool:
    """A name or a word in quotes is the person's; more is somebody's words."""
    inner = _unquoted(quoted)
    return len(inner.split()) <= 2 and not _I.search(inner)


def _unquoted(quoted: re.Match[str]) -> str:
    return next(filter(None, quoted.groups()), "")


def _sentences(text: str) -> list[str]:
    """Without what leads to them: "About me: …"."""
    return [
        after if colon and _OWN_LEAD.fullmatch(lead) else whole
        for whole in (text[place].strip() for place in sentences(text))
        for lead, colon, after in [whole.partition(": ")]
    ]


def _clauses(sentence: str) -> list[str]:
    parts = [part for part in _CLAUSE.split(sentence) if part and part.strip()]
    if sentence.rstrip().endswith("?") and parts:
        last = parts.pop()
        if parts and _TAG.fullmatch(last):
            parts.pop()  # the statement itself is asked about
    return [clause for part in parts if _is_plain(clause := bare(part))]


def _is_plain(clause: str) -> bool:
    return (
        bool(clause)
        and len(clause) <= _LONGEST
        and len(clause.split()) <= _MOST_WORDS
        and _ELSE not in clause
        and not _UNSURE.search(clause)
        and not _PASSING.search(clause)
    )

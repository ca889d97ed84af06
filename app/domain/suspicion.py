"""What in a text looks like an order to a model, a link, or a command; in English and German.

Rules, not a classifier: they can be read, measured (docs/guard.md) and explained to whoever is
asked. Those for learned text are narrow, since letters are full of "you must" and "please always";
those for text that somebody else may have written are wide, since there is no harm in asking.
"""

from __future__ import annotations

import re

from app.domain.blocks import blocks


def instructions(text: str) -> bool:
    """Whether it tells a model how to behave, rather than a reader of a letter."""
    return _in(_INJECTION, text) or _in(_HABIT, text)


def injections(text: str) -> bool:
    """The narrow rule, for what is a wish to the model by its nature: no habit of writing ("always
    begin your reply with ..."), only what nobody wishes for who has no eye on somebody else."""
    return _in(_INJECTION, text)


def orders_to_a_model(text: str) -> bool:
    """The wide rule: also what it says about the reply that is to be written."""
    return instructions(text) or _in(_ABOUT_THE_REPLY, text)


def links(text: str) -> bool:
    return _in(_LINK, text)


def commands(text: str) -> bool:
    """For a shell, or a page that runs something."""
    return _in(_COMMAND, text)


def quotes_mail(text: str) -> bool:
    """Whether a mail stands in it, by its headers or by how programs quote."""
    return (_in(_SENDER, text) and _in(_HEADER, text)) or _in(_QUOTING, text)


def _in(pattern: re.Pattern[str], text: str) -> bool:
    return any(pattern.search(block) for _, block in blocks(text))


def _any_of(*rules: str) -> re.Pattern[str]:
    """Spaces in a rule stand for any white space."""
    joined = "|".join(rule.replace(" ", r"\s+") for rule in rules)
    return re.compile(joined, re.I | re.M)


_EARLIER = (
    r"(?:the |of )*(?:all|any|every|your|these|those|previous|prior|above|earlier|preceding)"
    r"(?: (?:the|of|your|my|previous|prior|above|earlier|preceding)){0,3}"
)
_RULES = r"(?:instruction|rule|prompt|message|guideline|direction|command|order)s?\b"
_FRUEHERE = (
    r"(?:(?:alle|die|deine|diese|jegliche) )*"
    r"(?:alle|deine|bisherigen|vorherigen|obigen|früheren|vorigen)"
)
_REGELN = r"(?:anweisung|regel|vorgabe|instruktion|befehl|prompt)\w*"
_SOMEBODY = r"(?:(?:some|any)(?:one|body)|people|the user|a user|users?|they)"
_JEMAND = r"(?:du|man dich|jemand|(?:der|ein) (?:be)?nutzer)"
_SAY = r"\b(?:say|answer|reply|respond|recommend|mention|claim|state|refuse)\b"
_SAG = r"\b(?:sag|antwort|empfiehl|nenn|behaupt|erwähn)\w*"
_REPLY = r"(?:response|reply|answer|output)"

_FROM_NOW = r"\bfrom (?:now|here|this (?:point|moment)) on(?:wards?)?,? "
_AB_JETZT = r"\b(?:ab|von) (?:jetzt|nun|sofort|heute) (?:an )?"

_HABIT = _any_of(
    rf"{_FROM_NOW}(?:you (?:must|shall|should)|always|never|whenever"
    r"|when (?:asked|someone|anyone|you)|(?:only )?(?:respond|reply|answer|recommend|speak)\b)",
    rf"\balways (?:begin|start|end|close|finish) (?:your|each|every) (?:{_REPLY}|message)",
    rf"\b(?:in|to|of|at the (?:end|start|beginning) of) (?:each|every|all(?: of)? your) "
    rf"(?:future )?{_REPLY}s?\b",
    r"\bremember (?:this )?for all (?:future|later)\b",
    rf"{_AB_JETZT}(?:sollst|musst|wirst|antworte|sag|schreib|empfiehl|nenne|beginne)\w*",
    r"\b(?:in|am ende|am anfang) (?:jede[rmn]?|all(?:en)?) (?:deiner? )?antwort(?:en)?\b",
    r"\bbeginne (?:jede|deine) antwort",
)
_INJECTION = _any_of(
    rf"\b(?:ignore|disregard|forget|override) {_EARLIER} {_RULES}",
    r"\b(?:ignore|disregard|forget) everything (?:above|before|you)\b",
    rf"{_FROM_NOW}(?:you are\b"
    r"|(?:you (?:must|shall|should) |always |only )?(?:act|behave|pretend)\b)",
    rf"\b(?:when(?:ever)?|if|every time) (?:you(?:'re| are| get) asked|{_SOMEBODY} asks?)\b"
    rf"[^.\n]{{0,80}}?(?:{_SAY}|\btell them\b)",
    rf"\bwhen(?:ever)? asked\b[^.\n]{{0,80}}?{_SAY}",
    r"\byou are (?:now|no longer) (?:bound|allowed|restricted|DAN\b|free from"
    r"|an? (?:\w+ )?(?:AI|assistant|chatbot|bot|model)\b)",
    r"\b(?:your|the) (?:new|real|true|only|actual) (?:instruction|task|role|purpose|goal)s? "
    r"(?:is|are)\b",
    r"\b(?:system|developer) (?:prompt|message|mode|instructions)\b",
    r"\bjailbreak",
    r"\bpretend (?:to be an?|that you are|you are)\b",
    r"\bact as (?:if you|an? (?:AI|assistant|expert|unrestricted))",
    r"\b(?:do not|don't|never) (?:tell|reveal|mention|inform|warn|say|show)\b[^.\n]{0,30}"
    r"\bthe user\b",
    rf"\b(?:ignorier|vergiss|missacht|übergeh)\w* {_FRUEHERE} {_REGELN}",
    r"\b(?:vergiss|ignorier\w*) alles,? (?:bisherige|vorherige|obige|was)\b",
    rf"{_AB_JETZT}(?:bist|verhalte|tu)\w*",
    rf"\b(?:wenn|falls|sobald) {_JEMAND}\b[^.\n]{{0,80}}?\b(?:gefragt wirst|fragt)\b"
    rf"[^.\n]{{0,60}}?{_SAG}",
    r"\bdu bist (?:jetzt|nun|ab jetzt|nicht mehr|nicht länger) "
    r"(?:frei|gebunden|an (?:die|deine)|eine? (?:\w+ )?(?:KI|assistent|bot|modell))",
    r"\bdeine? (?:neuen?|eigentlichen?|wahren?|einzigen?) (?:aufgabe|rolle|anweisung|regel)\w* "
    r"(?:ist|sind|lautet|lauten)\b",
    r"\bsystem-?prompt",
    r"\btu so,? als (?:ob|w[äa]r)",
    r"\b(?:sag|verrat|erwähn|zeig)\w*\b[^.\n]{0,30}\bdem (?:be)?nutzer\b[^.\n]{0,30}\bnichts?\b",
    r"<\|\w+\|>|\[/?INST\]|<<SYS>>|</?(?:system|assistant|instructions?)>",
    r"^\W{0,6}(?:system|assistant|instructions? (?:for|to) the (?:AI|assistant|model))\W{0,3}:",
)
_ABOUT_THE_REPLY = _any_of(
    rf"\b(?:in|to|into|of|with) your {_REPLY}\b",
    rf"\byour {_REPLY}(?:'s)? (?:in|into|using|as|should|must|has|needs)\b",
    rf"\b(?:encrypt|encode|reverse|translate|represent|replace|transform|convert)"
    rf" (?:your|the)(?: whole| entire)? {_REPLY}",
    rf"\b(?:provide|give|write|present) your {_REPLY}\b",
    r"\b(?:assistant|language model|chatbot|AI)[,:] \w+",
    r"\b(?:in|zu|am ende) deiner? antwort\b",
    r"\bdeine antwort (?:in|auf|als|muss|soll)\b",
)
_LINK = re.compile(
    r"""\b(?:(?:https?|ftp|file)://|javascript:|mailto:|data:\w+/)[^\s<>"')\]]+
    | \bwww\.[^\s<>"')\]]+\.[a-z]{2,}
    | (?<![\w@.-])(?:[a-z0-9-]{2,63}\.)+
        (?-i:com|net|org|io|de|eu|info|biz|ru|cn|uk|xyz|app|dev|ch|fr|nl|pl)
        (?:/[^\s]*)?(?!\w|[@.-]\w)
    """,
    re.X | re.I,
)
_PROGRAMS = (
    "sudo curl wget chmod chown bash zsh sh ssh scp nc netcat powershell(?:\\.exe)? pwsh"
    " cmd(?:\\.exe)? pip3? npm npx apt(?:-get)? brew dnf yum python3? perl docker kubectl"
    " systemctl crontab certutil reg rundll32 mshta git eval nohup mkfs\\w* dd"
)
_VERBS = "install uninstall run exec clone push pull start stop enable add remove update upgrade"
_COMMAND = re.compile(
    rf"""(?:^|[`>|&;]|\$[ ]|\#[ ])[ \t]*(?-i:{_PROGRAMS.replace(" ", "|")})[ \t]+
        (?:(?:{_VERBS.replace(" ", "|")})[ ]\S|--?\w|[./~$"']\S|\S{{1,200}}[/\\=]\S
        |\S{{1,200}}\.(?:py|sh|pl|js|ps1|exe|bat)\b)
    | \brm\s+-\w*[rf]\w*\s | \bsudo\s+\w+ | \bchmod\s+[+0-7]\S*
    | \b(?:curl|wget)\b[^\n|]{{1,300}}\|\s*(?:ba|z|da)?sh\b
    | \biex\s*\( | \bInvoke-(?:WebRequest|Expression)\b | \bbase64\s+-d\b | :\(\)\s*\{{
    | </?script\b | \bon(?:error|load|click)\s*= | \b(?:DROP|TRUNCATE)\s+TABLE\b
    | ^\s*```\s*(?:sh|bash|zsh|shell|console|powershell|ps1|bat|cmd)\b
    """,
    re.X | re.M | re.I,
)
"""A program's name is a word of English, too, so what follows it must be an argument of one."""
_FIELD = r"(?:^|[|>])[ \t]*\**(?:{names})\**[ ]*:\**"
_SENDER = re.compile(
    _FIELD.format(names="e-?mail_from|from|von|sent|gesendet|received(?: date)?") + r"[ ]*\S",
    re.I | re.M,
)
_HEADER = re.compile(
    _FIELD.format(names="subject|to|cc|date|reply-to|betreff|an|datum|content"), re.I | re.M
)
_QUOTING = re.compile(
    r"-{3,}\s*(?:original|forwarded|weitergeleitete|ursprüngliche)\s\w+\s*-{3,}"
    r"|^(?:on|am)\b[^\n]{6,100}\b(?:wrote|schrieb)\b[^\n]{0,60}:\s*$|(?:^>[^\n]*\n){3,}",
    re.I | re.M,
)

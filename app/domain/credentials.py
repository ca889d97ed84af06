"""Passwords, codes and keys in a text: what is named so, and what is known by its make.

The makes are those of detect-secrets (chosen detectors, by their patterns alone: its verification,
which asks the services on the network, is never called) and some that it does not know. A run of
random characters counts only between quotes or after a name, because hashes, ids and encoded
pictures are no secrets.
"""

from __future__ import annotations

import importlib
import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from app.domain.private import Found, Private

_DETECTORS = (
    ("aws", "AWSKeyDetector"),
    ("azure_storage_key", "AzureStorageKeyDetector"),
    ("basic_auth", "BasicAuthDetector"),
    ("discord", "DiscordBotTokenDetector"),
    ("github_token", "GitHubTokenDetector"),
    ("gitlab_token", "GitLabTokenDetector"),
    ("mailchimp", "MailchimpDetector"),
    ("npm", "NpmDetector"),
    ("openai", "OpenAIDetector"),
    ("pypi_token", "PypiTokenDetector"),
    ("sendgrid", "SendGridDetector"),
    ("slack", "SlackDetector"),
    ("square_oauth", "SquareOAuthDetector"),
    ("stripe", "StripeDetector"),
    ("telegram_token", "TelegramBotTokenDetector"),
    ("twilio", "TwilioKeyDetector"),
)
"""Left out: those for names of services without a make of their own, whose values `_NAMED` finds,
and Artifactory's, which takes words in capitals for keys."""
_WORTH_A_LOOK = re.compile(r"(?=[^\s]{0,80}\d)[\w+/=.:~-]{18,}|://[^\s/]+@")
"""Where none of the detectors can find anything they are not even loaded."""
_MAKES = re.compile(
    r"""(?<![\w-])(?:
        eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*        # JSON Web Tokens, with their signature
      | sk-(?:ant|proj|svcacct|or)-[\w-]{20,}     # Anthropic, OpenAI, OpenRouter
      | sk-[A-Za-z0-9]{32,}
      | github_pat_\w{22,}
      | AIza[\w-]{35}                             # Google
      | ya29\.[\w-]{20,}
      | hf_[A-Za-z0-9]{30,}
      | [rsp]k_(?:live|test)_[0-9a-zA-Z]{16,}     # Stripe
      | xox[abeoprs]-[\w-]{10,}                   # Slack
      | glpat-[\w-]{20,}
      | AGE-SECRET-KEY-1[0-9A-Z]{20,}
    )""",
    re.X,
)
_NAMES = (
    r"pass(?:[ _-]?word|phrase|code|wd)|passw(?:o|ö)rt|kennwort|zugangsdaten|pwd?"
    r"|(?:api|access|secret|auth|client|service|account|encryption|signing|wi-?fi|wlan)"
    r"[ _-]?(?:key|token|secret|schlüssel)"
    r"|secret|token|netzwerkschlüssel|recovery[ _-]?(?:code|key)"
    r"|wiederherstellungs(?:code|schlüssel)"
)
_NAMED = re.compile(
    rf"""(?<![^\W_])(?P<name>(?:\w{{1,30}}[_-])?(?:{_NAMES}))["'\]]{{0,2}}
        (?:[ ](?:for|of|to|für|von|vom|zum|zur|im|am)[ ][^\n:=.]{{1,40}}?)?
        [ \t]*(?P<link>:=|=>|[:=]|\b(?:is|are|was|ist|war|lautet|heißt|remains|bleibt)\b:?)
        [ \t]*\n?[ \t]*
        (?:(?P<quote>["'`“„»])(?P<quoted>[^"'`“”«\n]{{4,100}})["'`“”«]
          |(?P<bare>[^\s"'`“”„«»]{{4,100}}))""",
    re.X | re.I,
)
_CODE = re.compile(
    r"""\b(?:PIN|TAN|PUK|CVV2?|CVC|Geheimzahl|pincode
        |(?:door|entry|gate|access|alarm|safe|security|verification|one-time|unlock|lock|login
           |tür|haustür|zugangs|sicherheits|bestätigungs|einmal)[ -]?code)
        (?:[ -]?(?:code|nummer|number))?
        (?:[ ](?:for|of|to|für|von|vom|zum|zur|im|am)[ ][^\n:=.\d]{1,40}?)?
        (?:[ \t]*[:=]|[ ](?:is|ist|lautet|war|was)\b:?)?[ \t]*
        (?P<secret>\d(?:[ -]?\d){2,9}[#*]?)(?![\w-])""",
    re.X | re.I,
)
_HEAD = re.compile(r"-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d:")
_KEY_LINE = re.compile(r"[A-Za-z0-9+/=]{8,}|[A-Za-z-]+: .*|")
_QUOTED = re.compile(r"""(["'`])([A-Za-z0-9+/_=-]{20,200})\1""")
_INNER = re.compile(r"[a-zß-ÿ][A-Z]")
_FILE = re.compile(r"\w+\.\w{1,5}")
_BITS = 4.2
"""Entropy of a character from which a quoted run counts as random."""
_PLAIN = frozenset(
    re.findall(
        r"\w+",
        "any bool bytes case changed empty encrypted erforderlich expired false falsch forgotten"
        " geheim geändert incorrect int invalid leer missing none null optional protected required"
        " reset richtig secret secure sicher string text true unknown unsafe value varchar wrong"
        " abgelaufen stark schwach strong weak valid gültig ungültig unbekannt notwendig",
    )
)
"""What stands after such a name and says something about it instead of giving it away."""


def private_keys(text: str) -> Iterator[Found]:
    """Whole blocks, from their first line to their last, also where the last is missing."""
    place = 0
    while head := _HEAD.search(text, place):
        place = _end_of_key(text, head.end())
        yield Found(head.start(), place, Private.PRIVATE_KEY)


def _end_of_key(text: str, start: int) -> int:
    last = text.find("-----END ", start)
    close = text.find("-----", last + 9) if last >= 0 else -1
    if close >= 0 and text.find("-----BEGIN ", start, last) < 0:
        return close + 5
    end = start
    while end < len(text):
        line_end = text.find("\n", end + 1)
        line_end = len(text) if line_end < 0 else line_end
        if not _KEY_LINE.fullmatch(text[end:line_end].strip()):
            break
        end = line_end
    return end


def credentials(block: str) -> Iterator[Found]:
    """In the order of what is most sure."""
    if _WORTH_A_LOOK.search(block):
        for pattern in (_MAKES, *_patterns()):
            yield from _made(block, pattern)
    for hit in _NAMED.finditer(block):
        yield from _named(hit)
    for hit in _CODE.finditer(block):
        yield Found(*hit.span("secret"), Private.PASSWORD)
    for hit in _QUOTED.finditer(block):
        if _random(hit[2]):
            yield Found(*hit.span(2), Private.ACCESS_KEY)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Loading detect-secrets takes a fifth of a second."""
    found: list[re.Pattern[str]] = []
    for module, name in _DETECTORS:
        detector = getattr(importlib.import_module(f"detect_secrets.plugins.{module}"), name)
        found += detector().denylist
    return tuple(found)


def _made(block: str, pattern: re.Pattern[str]) -> Iterator[Found]:
    """A pattern's group is the secret where it is long, or between a name and a host; else the
    group is a prefix and the whole match is."""
    for hit in pattern.finditer(block):
        groups = [n for n in range(1, pattern.groups + 1) if len(hit[n] or "") >= 16]
        if hit[0].startswith("://"):
            yield Found(*hit.span(1), Private.PASSWORD)
        elif hit[0].strip():
            yield Found(*hit.span(max(groups, default=0)), Private.ACCESS_KEY)


def _named(hit: re.Match[str]) -> Iterator[Found]:
    secret = hit["quoted"] or hit["bare"].rstrip(".,;:)]}>")
    if not _mixed(secret.rstrip("!?")):
        secret = secret.rstrip("!?")
    start = hit.start("quoted" if hit["quote"] else "bare")
    if len(secret) < 4 or not _given_away(hit, secret):
        return
    name = hit["name"].lower()
    key = any(part in name for part in ("key", "token", "secret", "schlüssel"))
    wifi = any(part in name for part in ("fi", "wlan", "netz"))
    kind = Private.ACCESS_KEY if key and not wifi else Private.PASSWORD
    yield Found(start, start + len(secret), kind)


def _given_away(hit: re.Match[str], secret: str) -> bool:
    """Whether what follows a name is its value. After "is" stands more often what it is like."""
    if secret[0] in "[<{($*%" or "(" in secret or secret.lower() in _PLAIN:
        return False
    if _mixed(secret) or (secret.isdigit() and len(secret) >= 5):
        return True
    if hit["quote"]:
        told = hit["link"] in (":", "=", ":=", "=>") or " " not in secret
        return told and _FILE.fullmatch(secret) is None
    rest = hit.string[hit.end() :].partition("\n")[0]
    alone = hit["link"] == ":" and secret.isalpha() and not rest.strip()
    return alone and len(secret) >= 6 and "pass" in hit["name"].lower()


def _mixed(secret: str) -> bool:
    """Not as a word or a name in a program is written: digits among letters, signs, or capitals
    inside."""
    if re.fullmatch(r"[^\W\d]+(?:[._\[-]+[^\W\d]*)*", secret) and not _INNER.search(secret):
        return False
    letters = any(map(str.isalpha, secret))
    digits = any(map(str.isdigit, secret))
    signs = any(sign in secret for sign in "!@#$%^&*+=_?~|§€")
    return letters and (digits or signs or _INNER.search(secret) is not None)


def _random(text: str) -> bool:
    """Letters of both cases and digits, as even as chance makes them."""
    if not (re.search("[a-z]", text) and re.search("[A-Z]", text)):
        return False
    if sum(map(str.isdigit, text)) < 2:
        return False
    shares = [count / len(text) for count in Counter(text).values()]
    return -math.fsum(share * math.log2(share) for share in shares) >= _BITS

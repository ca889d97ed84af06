"""Whether an answer follows an instruction that a program can check: the rules of IFEval.

    no command of its own: `benchmarks.retention` asks the questions and scores the answers here

The names and arguments of the rules are those of the data set (Zhou et al. 2023, arXiv 2311.07911);
the rules are our own reading of them, strict: the answer is judged as it stands. They are pure and
take microseconds. Where ours is known to differ from the authors' program: "don't" is one word, and
the language is told by script and common words, since nothing here needs a language detector
otherwise. So figures are close to published ones, and two models' figures compare exactly.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019)\]*_]*(?=\s|$)")
_NO_END = re.compile(
    r"(?<![\w'\u2019])(?:mr|mrs|ms|dr|prof|st|jr|sr|vs|(?:[a-z]\.)*[a-z])\.$", re.I
)
_LIST_NUMBER = re.compile(r"^\s*\d+[.)]\s+", re.M)
_BULLET = re.compile(r"^[ \t]*[*-][ \t]+\S", re.M)
_HIGHLIGHT = re.compile(r"(?<!\*)(\*{1,2})(?=\S)[^*\n]*[^*\s]\1(?!\*)")
_PLACEHOLDER = re.compile(r"\[[^\[\]\n]+\]")
_TITLE = re.compile(r"<<[^<>\n]*[^<>\s][^<>\n]*>>")
_THREE_STARS = re.compile(r"(?<!\*)\*{3}(?!\*)")
_SIX_STARS = re.compile(r"(?<!\*)\*{6}(?!\*)")
_FENCE = re.compile(r"^```(?:json)?|```$", re.I)
_VERDICTS = ("My answer is yes.", "My answer is no.", "My answer is maybe.")

Rule = Callable[..., bool]


@dataclass(frozen=True, slots=True)
class Instruction:
    """One rule by its name in `RULES`, and its arguments."""

    rule: str
    arguments: Mapping[str, Any]

    def followed_by(self, answer: str) -> bool:
        return bool(answer.strip()) and RULES[self.rule](answer, **self.arguments)


def instruction(name: str, arguments: Mapping[str, Any]) -> Instruction:
    """From a row of the data: a name such as `en:punctuation:no_comma`, arguments or nulls.

    Raises ValueError for a rule that is not known here.
    """
    rule = name.removeprefix("en:")
    if rule not in RULES:
        raise ValueError(f"no such rule: {name}")
    given = {key: value for key, value in arguments.items() if value is not None}
    return Instruction(rule, given)


# Length


def number_words(answer: str, *, relation: str, num_words: int) -> bool:
    return _holds(len(_WORD.findall(answer)), relation, num_words)


def number_sentences(answer: str, *, relation: str, num_sentences: int) -> bool:
    return _holds(count_sentences(answer), relation, num_sentences)


def count_sentences(text: str) -> int:
    """Stretches of words that end in a full stop or its like, and what is left after the last.

    A line break ends none, the number of a list item and an abbreviation neither.
    """
    text = _LIST_NUMBER.sub(" ", text)
    count = start = 0
    for end in _SENTENCE_END.finditer(text):
        stretch = text[start : end.end()]
        if _NO_END.search(stretch) and text[end.end() :].strip():
            continue
        count += _WORD.search(stretch) is not None
        start = end.end()
    return count + (_WORD.search(text, start) is not None)


def number_paragraphs(answer: str, *, num_paragraphs: int) -> bool:
    """Exactly that many, none empty, divided by `***`."""
    parts = _parts(_THREE_STARS, answer)
    return len(parts) == num_paragraphs and all(parts)


def nth_paragraph_first_word(
    answer: str, *, num_paragraphs: int, nth_paragraph: int, first_word: str
) -> bool:
    """Exactly so many paragraphs, divided by blank lines; one of them begins with the word."""
    paragraphs = [part for part in re.split(r"\n\s*\n", answer) if part.strip()]
    if len(paragraphs) != num_paragraphs or not 1 <= nth_paragraph <= num_paragraphs:
        return False
    found = _WORD.search(paragraphs[nth_paragraph - 1])
    return found is not None and found[0].lower() == first_word.lower()


# Words and letters


def existence(answer: str, *, keywords: Sequence[str]) -> bool:
    """All of them, in any case, also inside other words."""
    return all(word.lower() in answer.lower() for word in keywords)


def forbidden_words(answer: str, *, forbidden_words: Sequence[str]) -> bool:
    """None of them as a whole word, in any case."""
    return not any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", answer, re.I) for word in forbidden_words
    )


def frequency(answer: str, *, keyword: str, relation: str, frequency: int) -> bool:
    return _holds(answer.lower().count(keyword.lower()), relation, frequency)


def letter_frequency(answer: str, *, letter: str, let_relation: str, let_frequency: int) -> bool:
    return _holds(answer.lower().count(letter.lower()), let_relation, let_frequency)


def capital_word_frequency(answer: str, *, capital_relation: str, capital_frequency: int) -> bool:
    """Words without a small letter; "I" is one."""
    count = sum(word.isupper() for word in _WORD.findall(answer))
    return _holds(count, capital_relation, capital_frequency)


def english_capital(answer: str) -> bool:
    return answer.isupper() and language_of(answer) in ("en", None)


def english_lowercase(answer: str) -> bool:
    return answer.islower() and language_of(answer) in ("en", None)


def no_comma(answer: str) -> bool:
    return "," not in answer


def response_language(answer: str, *, language: str) -> bool:
    return language_of(answer) == language


# Form


def number_bullet_lists(answer: str, *, num_bullets: int) -> bool:
    """Exactly that many lines that begin with `* ` or `- `."""
    return len(_BULLET.findall(answer)) == num_bullets


def number_highlighted_sections(answer: str, *, num_highlights: int) -> bool:
    """At least that many stretches within a line like `*this*` or `**this**`."""
    return len(_HIGHLIGHT.findall(answer)) >= num_highlights


def number_placeholders(answer: str, *, num_placeholders: int) -> bool:
    return len(_PLACEHOLDER.findall(answer)) >= num_placeholders


def multiple_sections(answer: str, *, section_spliter: str, num_sections: int) -> bool:
    """At least that many headings: the word as given, then a number or a capital letter."""
    heading = rf"\b{re.escape(section_spliter.strip())}[ \t]*(?:\d+|[IVX]+|[A-Z])\b"
    return len(re.findall(heading, answer)) >= num_sections


def postscript(answer: str, *, postscript_marker: str) -> bool:
    """A line begins with the marker, in any case; its last full stop may be missing."""
    marker = r"\.\s?".join(letter for letter in postscript_marker if letter.isalpha())
    return re.search(rf"^[\W_]*{marker}\b", answer, re.I | re.M) is not None


def title(answer: str) -> bool:
    return _TITLE.search(answer) is not None


def json_format(answer: str) -> bool:
    """All of it is JSON, in a code fence or bare."""
    try:
        json.loads(_FENCE.sub("", answer.strip()))
    except (ValueError, RecursionError):
        return False
    return True


def constrained_response(answer: str) -> bool:
    return any(verdict in answer for verdict in _VERDICTS)


def two_responses(answer: str) -> bool:
    """Exactly two, not the same, divided by `******`."""
    parts = _parts(_SIX_STARS, answer)
    return len(parts) == 2 and all(parts) and parts[0] != parts[1]


def repeat_prompt(answer: str, *, prompt_to_repeat: str) -> bool:
    """Begins with the request, in any case."""
    return answer.strip().lower().startswith(prompt_to_repeat.strip().lower())


def end_checker(answer: str, *, end_phrase: str) -> bool:
    """Ends with the phrase, in any case; a quotation mark may follow."""
    return answer.strip().rstrip('"').rstrip().lower().endswith(end_phrase.strip().lower())


def quotation(answer: str) -> bool:
    text = answer.strip()
    return len(text) > 1 and text.startswith('"') and text.endswith('"')


RULES: dict[str, Rule] = {
    "change_case:capital_word_frequency": capital_word_frequency,
    "change_case:english_capital": english_capital,
    "change_case:english_lowercase": english_lowercase,
    "combination:repeat_prompt": repeat_prompt,
    "combination:two_responses": two_responses,
    "detectable_content:number_placeholders": number_placeholders,
    "detectable_content:postscript": postscript,
    "detectable_format:constrained_response": constrained_response,
    "detectable_format:json_format": json_format,
    "detectable_format:multiple_sections": multiple_sections,
    "detectable_format:number_bullet_lists": number_bullet_lists,
    "detectable_format:number_highlighted_sections": number_highlighted_sections,
    "detectable_format:title": title,
    "keywords:existence": existence,
    "keywords:forbidden_words": forbidden_words,
    "keywords:frequency": frequency,
    "keywords:letter_frequency": letter_frequency,
    "language:response_language": response_language,
    "length_constraints:nth_paragraph_first_word": nth_paragraph_first_word,
    "length_constraints:number_paragraphs": number_paragraphs,
    "length_constraints:number_sentences": number_sentences,
    "length_constraints:number_words": number_words,
    "punctuation:no_comma": no_comma,
    "startend:end_checker": end_checker,
    "startend:quotation": quotation,
}


# Language

_SCRIPTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "Latin": ("a-z\u00e0-\u024f\u1e00-\u1eff", ("en", "de", "it", "pt", "fi", "sw", "vi")),
    "Cyrillic": ("\u0400-\u04ff", ("ru", "bg")),
    "Arabic": ("\u0600-\u06ff", ("ar", "fa", "ur")),
    "Devanagari": ("\u0900-\u097f", ("hi", "mr", "ne")),
    "Bengali": ("\u0980-\u09ff", ("bn",)),
    "Gurmukhi": ("\u0a00-\u0a7f", ("pa",)),
    "Gujarati": ("\u0a80-\u0aff", ("gu",)),
    "Tamil": ("\u0b80-\u0bff", ("ta",)),
    "Telugu": ("\u0c00-\u0c7f", ("te",)),
    "Kannada": ("\u0c80-\u0cff", ("kn",)),
    "Thai": ("\u0e00-\u0e7f", ("th",)),
    "Hangul": ("\u1100-\u11ff\uac00-\ud7af", ("ko",)),
}
"""Each script's characters, in lower case, and the languages of the data set written in it."""

_COMMON = {
    "en": "the and of to in is that it for you with was on are this be as not have your i",
    "de": "der die das und ist nicht ein eine zu mit den von ich sie es auf für im auch sich",
    "it": "il la di che e un una per non con sono del della è i le in mi si ma",
    "pt": "o a de que e um uma para não com do da em os as se por mais é no",
    "fi": "ja on ei se että hän oli ovat en mutta kun joka myös olen niin tämä mitä sitä ole kuin",
    "sw": "na ya wa kwa ni katika za la cha kuwa hii yake hiyo lakini sana huu watu kama mimi wake",
    "vi": "và là của có một không được cho người trong với này các những tôi để bạn khi đã rằng",
    "ru": "и в не на что это как я по но он для из вы мы они было их так",
    "bg": "и в не на че това как да от за по ще ли аз със но тази към има който",
    "ar": "في من على إلى أن هذا هذه التي الذي كان ما لا هو هي مع عن كل بعد قد أو",
    "fa": "و در به از که این است را با آن برای می یک هم بود ما من تا یا شما",
    "ur": "کے میں ہے کی کا اور سے کو ہیں نے پر یہ کہ ایک بھی ہو اس وہ تھا کر",
    "hi": "है के में की का और से को हैं ने पर यह कि एक भी हो इस नहीं था कर",
    "mr": "आहे आणि च्या मध्ये हा ही हे तो ती ते नाही आहेत एक मी साठी पण की या होते झाले",
    "ne": "छ र को मा छन् हो यो त्यो पनि भएको लागि गर्न तर म हुन् गर्ने छैन हुन्छ थियो एक",
}
"""For each language that shares its script, about twenty of its commonest short words."""

_WORDS_OF = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_EDGES = ".,;:!?\"'()[]*_-\u2013\u2014\u201c\u201d\u2018\u2019\u0964\u060c\u061b\u061f\u06d4"


def language_of(text: str) -> str | None:
    """The language by a rough guess: the script of most letters, then whose commonest words it
    has most of. None when there are no letters or no such words, or two languages have as many."""
    text = text.lower()
    counts = {name: len(re.findall(f"[{span}]", text)) for name, (span, _) in _SCRIPTS.items()}
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return None
    languages = _SCRIPTS[script][1]
    if len(languages) == 1:
        return languages[0]
    words = [word.strip(_EDGES) for word in text.split()]
    hits = {name: sum(word in _WORDS_OF[name] for word in words) for name in languages}
    first, second = sorted(hits.values(), reverse=True)[:2]
    return max(hits, key=lambda name: hits[name]) if first > second else None


def _holds(count: int, relation: str, limit: int) -> bool:
    if relation not in ("at least", "less than"):
        raise ValueError(f"no such relation: {relation}")
    return count >= limit if relation == "at least" else count < limit


def _parts(divider: re.Pattern[str], answer: str) -> list[str]:
    """What the divider divides; one at the very beginning or end divides nothing."""
    parts = [part.strip() for part in divider.split(answer)]
    first = 0 if parts[0] else 1
    last = len(parts) if parts[-1] else len(parts) - 1
    return parts[first:last]

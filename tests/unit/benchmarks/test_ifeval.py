"""The rules of the instruction-following benchmark, on small answers of our own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.ifeval import RULES, count_sentences, instruction, language_of

ARGUMENTS: dict[str, dict[str, Any]] = {
    "change_case:capital_word_frequency": {"capital_relation": "at least", "capital_frequency": 2},
    "combination:repeat_prompt": {"prompt_to_repeat": "Name a river."},
    "detectable_content:number_placeholders": {"num_placeholders": 2},
    "detectable_content:postscript": {"postscript_marker": "P.P.S"},
    "detectable_format:multiple_sections": {"section_spliter": "Part", "num_sections": 2},
    "detectable_format:number_bullet_lists": {"num_bullets": 2},
    "detectable_format:number_highlighted_sections": {"num_highlights": 2},
    "keywords:existence": {"keywords": ["lamp", "Oak"]},
    "keywords:forbidden_words": {"forbidden_words": ["fog", "new moon"]},
    "keywords:frequency": {"relation": "at least", "keyword": "boat", "frequency": 2},
    "keywords:letter_frequency": {"let_relation": "less than", "letter": "E", "let_frequency": 3},
    "language:response_language": {"language": "de"},
    "length_constraints:nth_paragraph_first_word": {
        "num_paragraphs": 3,
        "nth_paragraph": 2,
        "first_word": "later",
    },
    "length_constraints:number_paragraphs": {"num_paragraphs": 2},
    "length_constraints:number_sentences": {"relation": "at least", "num_sentences": 2},
    "length_constraints:number_words": {"relation": "less than", "num_words": 4},
    "startend:end_checker": {"end_phrase": "That is all."},
}

EXAMPLES: list[tuple[str, str, bool]] = [
    ("change_case:capital_word_frequency", "The BIG and the SMALL one", True),
    ("change_case:capital_word_frequency", "The BIG and the Small one", False),
    ("change_case:english_capital", "THE CAT AND THE DOG", True),
    ("change_case:english_capital", "THE CAT and THE DOG", False),
    ("change_case:english_capital", "DAS IST NICHT DIE KATZE", False),
    ("change_case:english_lowercase", "the cat and 2 dogs", True),
    ("change_case:english_lowercase", "the cat and Rex", False),
    ("change_case:english_lowercase", "das ist nicht die katze", False),
    ("change_case:english_lowercase", "miaow", True),
    ("change_case:english_lowercase", "123", False),
    ("combination:repeat_prompt", "  name a RIVER.\nThe Elbe.", True),
    ("combination:repeat_prompt", "Sure! Name a river.", False),
    ("combination:two_responses", "Red.\n******\nBlue.", True),
    ("combination:two_responses", "******\nRed.\n******\nBlue.\n******", True),
    ("combination:two_responses", "Red.\n******\nRed.", False),
    ("combination:two_responses", "Red.\n***\nBlue.", False),
    ("combination:two_responses", "Red.\n******\nBlue.\n******\nGreen.", False),
    ("detectable_content:number_placeholders", "Dear [name], see you on [day].", True),
    ("detectable_content:number_placeholders", "Dear [name], see you on [].", False),
    ("detectable_content:postscript", "Bye.\n\nP.P.S. Bring a coat.", True),
    ("detectable_content:postscript", "Bye.\n**p. p. s** Bring a coat.", True),
    ("detectable_content:postscript", "Bye.\nP.S. Bring a coat.", False),
    ("detectable_content:postscript", "Bye, and P.P.S is at the end.", False),
    ("detectable_format:constrained_response", "Well. My answer is no.", True),
    ("detectable_format:constrained_response", "No.", False),
    ("detectable_format:json_format", '{"river": "Elbe"}', True),
    ("detectable_format:json_format", '```json\n{"river": "Elbe"}\n```', True),
    ("detectable_format:json_format", 'Here: {"river": "Elbe"}', False),
    ("detectable_format:multiple_sections", "Part 1\nOne.\nPart II\nTwo.", True),
    ("detectable_format:multiple_sections", "Part 1\nOne.\npart 2\nTwo.", False),
    ("detectable_format:multiple_sections", "Part of it. Part two.", False),
    ("detectable_format:number_bullet_lists", "Two:\n* tea\n- milk", True),
    ("detectable_format:number_bullet_lists", "Two:\n* tea\n- milk\n  * cake", False),
    ("detectable_format:number_bullet_lists", "*Tea* it is.\n**Milk** too.", False),
    ("detectable_format:number_highlighted_sections", "A *red* and a **blue one**.", True),
    ("detectable_format:number_highlighted_sections", "* red\n* blue *", False),
    ("detectable_format:number_highlighted_sections", "A *red* and a blue.", False),
    ("detectable_format:title", "<<Down the river>>\nOnce ...", True),
    ("detectable_format:title", "<< >>\nOnce ...", False),
    ("detectable_format:title", "<Down the river>\nOnce ...", False),
    ("keywords:existence", "Two lamps under an oak", True),
    ("keywords:existence", "Two lamps under an ash", False),
    ("keywords:forbidden_words", "A foghorn on the new, moonlit pier", True),
    ("keywords:forbidden_words", "Fog, again", False),
    ("keywords:forbidden_words", "It was a New Moon.", False),
    ("keywords:frequency", "Boats beside a boathouse", True),
    ("keywords:frequency", "A boat", False),
    ("keywords:letter_frequency", "Every day", True),
    ("keywords:letter_frequency", "Every week", False),
    ("language:response_language", "Das ist der Hund und die Katze.", True),
    ("language:response_language", "That is the dog and the cat.", False),
    ("length_constraints:nth_paragraph_first_word", "One.\n\n**Later** two.\n\n\nThree.", True),
    ("length_constraints:nth_paragraph_first_word", "One.\n\nThen two.\n\nThree.", False),
    ("length_constraints:nth_paragraph_first_word", "One.\n\nLater two.", False),
    ("length_constraints:number_paragraphs", "One.\n***\nTwo.", True),
    ("length_constraints:number_paragraphs", "***\nOne.\n***\nTwo.\n***", True),
    ("length_constraints:number_paragraphs", "One.\n***\n***\nTwo.", False),
    ("length_constraints:number_paragraphs", "One.\n******\nTwo.", False),
    ("length_constraints:number_sentences", "It rained. We stayed.", True),
    ("length_constraints:number_sentences", "Dr. Moor came at 4.30 with a cake", False),
    ("length_constraints:number_words", "It doesn't rain.", True),
    ("length_constraints:number_words", "It does not rain.", False),
    ("punctuation:no_comma", "Well; no.", True),
    ("punctuation:no_comma", "Well, no.", False),
    ("startend:end_checker", "The sun rose. That is ALL.\n", True),
    ("startend:end_checker", '"The sun rose. That is all."', True),
    ("startend:end_checker", "That is all. Goodbye.", False),
    ("startend:quotation", '"The sun rose."', True),
    ("startend:quotation", '"The sun" rose.', False),
    ("startend:quotation", '"', False),
]


def follows(name: str, answer: str) -> bool:
    return instruction(f"en:{name}", ARGUMENTS.get(name, {})).followed_by(answer)


@pytest.mark.parametrize(("name", "answer", "followed"), EXAMPLES)
def test_examples(name: str, answer: str, followed: bool) -> None:
    assert follows(name, answer) is followed


def test_every_rule_has_an_example_of_either_kind() -> None:
    assert {name for name, _, followed in EXAMPLES if followed} == set(RULES)
    assert {name for name, _, followed in EXAMPLES if not followed} == set(RULES)


@given(st.sampled_from(sorted(RULES)), st.text())
def test_any_answer_is_judged(name: str, answer: str) -> None:
    assert follows(name, answer) in (True, False)


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("answer", ["", " \n\t"])
def test_saying_nothing_follows_no_instruction(name: str, answer: str) -> None:
    assert not follows(name, answer)


def test_a_strange_rule_or_relation_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="no such rule: en:length:rhymes"):
        instruction("en:length:rhymes", {})
    with pytest.raises(ValueError, match="no such relation: about"):
        RULES["length_constraints:number_words"]("a b", relation="about", num_words=2)


def test_arguments_that_are_null_are_left_out() -> None:
    given_ones = instruction("en:punctuation:no_comma", {"num_words": None, "keyword": None})
    assert given_ones.arguments == {}


words = st.lists(st.sampled_from(["boat", "don't", "x2", "Seaside"]), min_size=1, max_size=12)


@given(words, st.integers(0, 15))
def test_at_least_and_less_than_are_opposites(some: list[str], limit: int) -> None:
    rule = RULES["length_constraints:number_words"]
    long = rule(" ".join(some), relation="at least", num_words=limit)
    short = rule(" ".join(some), relation="less than", num_words=limit)
    assert long is (len(some) >= limit)
    assert long is not short


sentences = st.lists(
    st.tuples(words, st.sampled_from([".", "!", "?", "...", '."', "?!"])),
    max_size=8,
)


@given(sentences)
def test_sentences_are_counted(parts: list[tuple[list[str], str]]) -> None:
    text = " ".join(" ".join(some) + end for some, end in parts)
    assert count_sentences(text) == len(parts)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Moor met Ms. Hale. They talked.", 2),
        ("Bring fruit, e.g. pears. Thanks.", 2),
        ("1. Boil it.\n2. Drink it.", 2),
        ("It costs 3.50 now", 1),
        ("No, I can't. Nor can they.", 2),
        ("Open at 9 a.m.", 1),
        ("... !", 0),
    ],
)
def test_what_ends_a_sentence(text: str, count: int) -> None:
    assert count_sentences(text) == count


@given(st.lists(words, min_size=1, max_size=4), st.integers(1, 4))
def test_paragraphs_are_counted_as_they_were_divided(parts: list[list[str]], wanted: int) -> None:
    answer = "\n***\n".join(" ".join(some) for some in parts)
    rule = RULES["length_constraints:number_paragraphs"]
    assert rule(answer, num_paragraphs=wanted) is (wanted == len(parts))


@given(st.text(), st.none() | st.integers() | st.text(), st.booleans())
def test_json_is_json_also_in_a_fence(key: str, value: object, fenced: bool) -> None:
    content = {key: value, "list": [value, {}]}
    answer = json.dumps(content, indent=2)
    answer = f"```JSON\n{answer}\n```" if fenced else answer
    assert RULES["detectable_format:json_format"](answer)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The path along the river is closed, and you have to walk on the road."),
        ("de", "Der Weg am Fluss ist nicht offen, und wir gehen auf der Straße."),
        ("it", "Il sentiero non è aperto, ma una strada per il paese è in funzione."),
        ("pt", "O caminho não está aberto, mas uma estrada para o norte é mais longa."),
        ("fi", "Polku ei ole auki, mutta tie on pitempi ja se on myös hyvä."),
        ("sw", "Njia ya mto imefungwa, lakini barabara ya kijiji ni nzuri sana kwa watu."),
        ("vi", "Con đường này không mở và các bạn có một con đường khác để đi."),
        ("ru", "Тропа закрыта, но это не беда: мы идём по дороге, как они."),
        ("bg", "Пътеката край реката не води далеч, но това не стига, защото има път към нас."),
        ("ar", "الطريق إلى القرية مغلق، ولكن هذا لا يعني أن كل الطرق في الوادي كذلك."),
        ("fa", "این راه بسته است و ما از آن جاده که در دره است می‌رویم."),
        ("ur", "یہ راستہ بند ہے اور ہم اس سڑک سے جاتے ہیں جو وادی میں ہے"),
        ("hi", "यह रास्ता बंद है और हम उस सड़क से जाते हैं जो घाटी में है।"),
        ("mr", "हा रस्ता बंद आहे आणि आम्ही दुसरा रस्ता घेतो, पण तो लांब आहे."),
        ("ne", "यो बाटो बन्द छ र हामी अर्को बाटो जान्छौं, तर त्यो लामो छ।"),
        ("bn", "পথটি বন্ধ।"),
        ("pa", "ਰਸਤਾ ਬੰਦ ਹੈ।"),
        ("gu", "રસ્તો બંધ છે."),
        ("ta", "பாதை மூடப்பட்டுள்ளது."),
        ("te", "దారి మూసివేయబడింది."),
        ("kn", "ದಾರಿ ಮುಚ್ಚಿದೆ."),
        ("th", "ทางปิด"),
        ("ko", "길이 막혔습니다."),
        (None, "Xyzzy plugh"),
        (None, "12 + 3 = 15"),
    ],
)
def test_languages(language: str | None, text: str) -> None:
    assert language_of(text) == language

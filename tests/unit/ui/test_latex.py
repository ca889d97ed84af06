# ruff: noqa: RUF001  (the signs of mathematics are meant)
"""Formulas become text that says the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.latex import LONGEST, to_unicode


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\alpha\leq\beta", "α ≤ β"),
        (r"x_i^2 + y_{10}", "xᵢ² + y₁₀"),
        (r"e^{i\pi} + 1 = 0", "e^(iπ) + 1 = 0"),
        (r"a^{b^c}", "a^(bᶜ)"),
        (r"x_{avg}", "x_avg"),
        (r"A^T", "Aᵀ"),
        (r"90^\circ", "90°"),
        (r"\sum_{i=1}^{n} x_i", "∑ᵢ₌₁ⁿ xᵢ"),
        (r"\prod_{k \in S} p_k", "∏_(k∈S) pₖ"),
        (r"\int_0^\infty e^{-x} \, dx", "∫₀^∞ e⁻ˣ dx"),
        (r"x \to \infty, A \Rightarrow B", "x → ∞, A ⇒ B"),
        (r"\text{if } x > 0", "if x > 0"),
        (r"\mathbb{R}^n, \mathcal{L}(\theta)", "ℝⁿ, ℒ(θ)"),
        (r"\left(\frac{1}{2}\right)^n", "(1⁄2)ⁿ"),
        (r"\vec{v} \cdot \hat{w}", "v⃗ · ŵ"),
        (r"\sin\theta + \sin(x) + \log_2 n", "sin θ + sin(x) + log₂ n"),
        (r"50\%", "50%"),
        (r"\binom{n}{k}", "(n choose k)"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "(1 2; 3 4)"),
        (r"\begin{aligned} a &= b \\ &= c \end{aligned}", "a = b\n= c"),
        (r"\sqrt{x^2+1}, \sqrt[3]{8}", "√(x²+1), ∛8"),
    ],
)
def test_common_commands_become_unicode(source: str, text: str) -> None:
    assert to_unicode(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\frac{a}{b}", "a/b"),
        (r"\frac{a+b}{c-d}", "(a+b)/(c−d)"),
        (r"\frac{1}{2a}", "1/(2a)"),
        (r"\frac{1}{2}x", "(1⁄2)x"),
        (r"2\frac12", "2(1⁄2)"),
        (r"\frac{(a)(b)}{c}", "((a)(b))/c"),
        (r"\sqrt{2}x", "√(2)x"),
        (r"\sqrt{ab}", "√(ab)"),
    ],
)
def test_a_flat_line_never_says_something_else(source: str, text: str) -> None:
    assert to_unicode(source) == text


@pytest.mark.parametrize(
    "source", [r"\ce{H2O}", r"\unknown{x}{y}", r"\frac", r"\frac{a}", "{a", "x^"]
)
def test_what_is_not_known_or_broken_stays_as_it_was(source: str) -> None:
    assert to_unicode(source) == source


@pytest.mark.parametrize(
    "source",
    ["{" * 3000, r"\frac" * 700, "^{" * 1900, r"\sqrt{" * 600, "x" * (LONGEST + 1)],
)
def test_what_nobody_could_read_stays_as_it_was(source: str) -> None:
    assert to_unicode(source) == source


@given(st.text(alphabet="\\{}^_&~'[]() -+=ab12\nfracsqtleginmxd", max_size=120))
def test_anything_can_be_read(source: str) -> None:
    assert isinstance(to_unicode(source), str)


@given(st.text(max_size=200))
def test_any_text_can_be_read(source: str) -> None:
    assert isinstance(to_unicode(source), str)

# ruff: noqa: RUF001  (the signs of mathematics are meant)
"""The vocabulary of `latex.py`: commands and the characters that they stand for. Data only."""

from __future__ import annotations


def _pairs(text: str) -> dict[str, str]:
    """`name character name character …`."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _spaced(names: dict[str, str]) -> dict[str, str]:
    return {name: f" {sign} " for name, sign in names.items()}


_LETTERS = _pairs("""
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
    phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ
    Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ hbar ℏ imath ı jmath ȷ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ
    partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬
    top ⊤ bot ⊥ angle ∠ triangle △ square □ blacksquare ■ degree ° prime ′ dagger † checkmark ✓
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂
    bigvee ⋁ bigwedge ⋀ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ langle ⟨ rangle ⟩
    lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } vert | Vert ‖ lvert | rvert | lVert ‖
    rVert ‖ backslash \\ S § P ¶ pounds £ euro €
""")
_RELATIONS = _pairs("""
    leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝
    doteq ≐ prec ≺ succ ≻ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ in ∈ notin ∉ ni ∋
    mid | nmid ∤ parallel ∥ perp ⊥ models ⊨ vdash ⊢ to → rightarrow → leftarrow ← gets ← mapsto ↦
    leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺
    longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹ Longleftrightarrow ⟺ longmapsto ⟼
    hookrightarrow ↪ rightharpoonup ⇀ rightleftharpoons ⇌ uparrow ↑ downarrow ↓ updownarrow ↕
    Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ rightsquigarrow ⇝ lt < gt > coloneqq ≔ triangleq ≜
    leqslant ⩽ geqslant ⩾ lesssim ≲ gtrsim ≳ therefore ∴ because ∵
""")
_OPERATORS = _pairs("""
    pm ± mp ∓ times × div ÷ cdot · ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙
    cup ∪ cap ∩ sqcup ⊔ sqcap ⊓ setminus ∖ smallsetminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ wr ≀
    amalg ⨿ dotplus ∔ ltimes ⋉ rtimes ⋊
""")
_SPACES = dict.fromkeys((" ", ",", ";", ":", ">", "quad", "qquad", "enspace", "thinspace"), " ")
_PLAIN = {sign: sign for sign in "{}%$#&_"} | {"|": "‖", "\\": "\n", "newline": "\n"}

SYMBOLS = (
    _LETTERS
    | _spaced(_RELATIONS)
    | _spaced(_OPERATORS)
    | _SPACES
    | _PLAIN
    | {"bmod": " mod ", "pmod": " mod ", "colon": ": ", "vcentcolon": ":"}
)
IGNORED = _names(
    "! / displaystyle textstyle scriptstyle limits nolimits nonumber notag hline allowbreak "
    "noindent centering rm bf it"
)
FUNCTIONS = _names(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp lim limsup "
    "liminf max min sup inf arg argmax argmin det dim ker deg gcd hom Pr tr rank"
)
WORDS = _names(
    "text textrm textbf textit textsf texttt textnormal mbox hbox mathrm mathbf mathit mathsf "
    "mathtt mathnormal boldsymbol bm pmb operatorname boxed underbrace overbrace tag label "
    "substack displaylines"
)
ACCENTS = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "bar": "\u0304",
    "overline": "\u0305",
    "underline": "\u0332",
    "vec": "\u20d7",
    "overrightarrow": "\u20d7",
    "dot": "\u0307",
    "ddot": "\u0308",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "check": "\u030c",
    "breve": "\u0306",
    "acute": "\u0301",
    "grave": "\u0300",
    "mathring": "\u030a",
}
_BOLD_HOLES = _pairs("C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ")
_SCRIPT_HOLES = _pairs("B ℬ E ℰ F ℱ H ℋ I ℐ L ℒ M ℳ R ℛ e ℯ g ℊ o ℴ")
_FRAKTUR_HOLES = _pairs("C ℭ H ℌ I ℑ R ℜ Z ℨ")


def _alphabet(capital: int, small: int, holes: dict[str, str]) -> dict[str, str]:
    """Letters of a mathematical alphabet; some were in Unicode before it and stand elsewhere."""
    made = {chr(65 + i): chr(capital + i) for i in range(26)}
    made |= {chr(97 + i): chr(small + i) for i in range(26)}
    return made | holes


_BOARD = _alphabet(0x1D538, 0x1D552, _BOLD_HOLES) | {"1": "𝟙"}
_SCRIPT = _alphabet(0x1D49C, 0x1D4B6, _SCRIPT_HOLES)
_FRAKTUR = _alphabet(0x1D504, 0x1D51E, _FRAKTUR_HOLES)
BLACKBOARD = {"mathbb": _BOARD, "mathcal": _SCRIPT, "mathscr": _SCRIPT, "mathfrak": _FRAKTUR}
DELIMITERS = _pairs("""
    { { } } langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | Vert ‖ | ‖ lvert | rvert |
    lVert ‖ rVert ‖ lbrace { rbrace } lbrack [ rbrack ] backslash \\ uparrow ↑ downarrow ↓
""")
SCRIPT_UP = _pairs("""
    0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ − ⁻ = ⁼ ( ⁽ ) ⁾ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ h ʰ
    i ⁱ j ʲ k ᵏ l ˡ m ᵐ n ⁿ o ᵒ p ᵖ r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ A ᴬ B ᴮ D ᴰ E ᴱ G ᴳ H ᴴ
    I ᴵ J ᴶ K ᴷ L ᴸ M ᴹ N ᴺ O ᴼ P ᴾ R ᴿ T ᵀ U ᵁ V ⱽ W ᵂ β ᵝ γ ᵞ δ ᵟ θ ᶿ ϕ ᵠ χ ᵡ ′ ′ ∘ ° ° ° ∗ *
    † † ⊤ ᵀ
""")
SCRIPT_DOWN = _pairs("""
    0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ − ₋ = ₌ ( ₍ ) ₎ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ
    n ₙ o ₒ p ₚ r ᵣ s ₛ t ₜ u ᵤ v ᵥ x ₓ β ᵦ γ ᵧ ρ ᵨ χ ᵪ
""")

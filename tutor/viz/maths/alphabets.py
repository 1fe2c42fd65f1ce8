"""Letters in other clothes: bold, script and blackboard; raised and lowered.

Bold keeps a vector apart from a scalar, so one-line formulas use the bold alphabet:
a string has no ink to be bold with. Sans serif and italic carry no meaning of their
own in the course and stay plain.
"""

from string import ascii_letters, digits

_CAPITALS, _SMALL = ascii_letters[26:], ascii_letters[:26]
_GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ"


def _run(letters: str, first: int, holes: str = "") -> dict[str, str]:
    """Map `letters` to code points from `first` on; `holes` pairs the exceptions."""
    mapping = {letter: chr(first + place) for place, letter in enumerate(letters)}
    return mapping | dict(zip(holes[::2], holes[1::2], strict=True))


BOLD = {
    **_run(_CAPITALS, 0x1D400), **_run(_SMALL, 0x1D41A), **_run(digits, 0x1D7CE),
    **_run(_GREEK, 0x1D6A8),
}  # fmt: skip

ALPHABETS = {
    "script": {
        **_run(_CAPITALS, 0x1D49C, "BℬEℰFℱHℋIℐLℒMℳRℛ"),
        **_run(_SMALL, 0x1D4B6, "eℯgℊoℴ"),
    },
    "blackboard": {
        **_run(_CAPITALS, 0x1D538, "CℂHℍNℕPℙQℚRℝZℤ"),
        **_run(_SMALL, 0x1D552), **_run(digits, 0x1D7D8),
    },
}  # fmt: skip

# Greek script letters that a terminal font makes look like a Latin one (γ like y,
# ρ like p, χ like x) are left out on purpose: those scripts use the fallback.
RAISED = dict(
    zip(
        "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβδθ⊤∗⋆′",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵟᶿᵀ*⋆′",
        strict=True,
    )
)
LOWERED = dict(
    zip(
        "0123456789+−=()aehijklmnoprstuvxβφ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵩ",
        strict=True,
    )
)

VULGAR = {
    ("1", "2"): "½", ("1", "3"): "⅓", ("2", "3"): "⅔", ("1", "4"): "¼",
    ("3", "4"): "¾", ("1", "8"): "⅛",
}  # fmt: skip
"""Fractions with a glyph of their own that most terminal fonts have."""

PRIMES = ("", "′", "″", "‴")

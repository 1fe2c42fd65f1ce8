r"""The vocabulary: which command means which glyph, how it is spaced and read aloud.

Tables only. A glyph that is missing here is missing from the subset, and the parser
refuses it.
"""

from tutor.viz.maths.nodes import Kind, Symbol

_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "chi": "χ",
    "psi": "ψ", "omega": "ω",
    "varepsilon": "ε", "vartheta": "ϑ", "varkappa": "ϰ", "varpi": "ϖ",
    "varrho": "ϱ", "varsigma": "ς", "varphi": "φ",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip

_ORDINARY = {
    "infty": ("∞", "infinity"), "partial": ("∂", "partial"), "nabla": ("∇", "nabla"),
    "emptyset": ("∅", "the empty set"), "forall": ("∀", "for all"),
    "exists": ("∃", "there exists"), "neg": ("¬", "not"), "top": ("⊤", "transpose"),
    "bot": ("⊥", "bottom"), "prime": ("′", "prime"), "ell": ("ℓ", "ell"),
    "hbar": ("ℏ", "h bar"), "Re": ("ℜ", "the real part"),
    "Im": ("ℑ", "the imaginary part"), "vdots": ("⋮", "vertical dots"),
    "ddots": ("⋱", "diagonal dots"), "|": ("‖", "double bar"), "%": ("%", "percent"),
    "#": ("#", "number sign"), "&": ("&", "and"), "_": ("_", "underscore"),
    "$": ("$", "dollars"),
}  # fmt: skip

_BINARY = {
    "cdot": ("·", "times"), "times": ("×", "times"), "div": ("÷", "divided by"),
    "pm": ("±", "plus or minus"), "mp": ("∓", "minus or plus"),
    "cup": ("∪", "union"), "cap": ("∩", "intersected with"),
    "setminus": ("∖", "without"), "odot": ("⊙", "elementwise times"),
    "otimes": ("⊗", "circled times"), "oplus": ("⊕", "circled plus"),
    "circ": ("∘", "composed with"), "ast": ("∗", "star"), "star": ("⋆", "star"),
    "lor": ("∨", "or"), "land": ("∧", "and"),
}  # fmt: skip

_RELATIONS = {
    "le": ("≤", "is at most"), "leq": ("≤", "is at most"),
    "ge": ("≥", "is at least"), "geq": ("≥", "is at least"),
    "ne": ("≠", "is not equal to"), "neq": ("≠", "is not equal to"),
    "approx": ("≈", "is approximately"), "sim": ("∼", "is distributed as"),
    "simeq": ("≃", "is asymptotically equal to"),
    "equiv": ("≡", "is equivalent to"), "propto": ("∝", "is proportional to"),
    "in": ("∈", "in"), "notin": ("∉", "not in"),
    "subset": ("⊂", "is a proper subset of"), "subseteq": ("⊆", "is a subset of"),
    "to": ("→", "to"), "rightarrow": ("→", "to"), "leftarrow": ("←", "becomes"),
    "Rightarrow": ("⇒", "implies"), "Leftarrow": ("⇐", "is implied by"),
    "Leftrightarrow": ("⇔", "if and only if"), "mapsto": ("↦", "maps to"),
    "mid": ("|", "given"), "parallel": ("‖", "relative to"),
    "ll": ("≪", "is much less than"), "gg": ("≫", "is much greater than"),
}  # fmt: skip

_INNER = {
    "ldots": ("…", "and so on"), "cdots": ("⋯", "and so on"),
    "dots": ("…", "and so on"),
}  # fmt: skip

_OPENING = {
    "{": ("{", "open brace"), "langle": ("⟨", "open angle bracket"),
    "lfloor": ("⌊", "floor of"), "lceil": ("⌈", "ceiling of"),
    "lvert": ("|", "open bar"), "lVert": ("‖", "open double bar"),
}  # fmt: skip

_CLOSING = {
    "}": ("}", "close brace"), "rangle": ("⟩", "close angle bracket"),
    "rfloor": ("⌋", "end floor"), "rceil": ("⌉", "end ceiling"),
    "rvert": ("|", "close bar"), "rVert": ("‖", "close double bar"),
}  # fmt: skip


def _symbols(kind: Kind, table: dict[str, tuple[str, str]]) -> dict[str, Symbol]:
    return {
        f"\\{name}": Symbol(glyph, kind, words) for name, (glyph, words) in table.items()
    }


def _greek_words(name: str) -> str:
    plain = name.removeprefix("var")
    variant = "variant " if plain != name else ""
    return f"capital {name.lower()}" if name[0].isupper() else variant + plain


SYMBOLS: dict[str, Symbol] = {
    **_symbols("ord", {name: (g, _greek_words(name)) for name, g in _GREEK.items()}),
    **_symbols("ord", _ORDINARY), **_symbols("bin", _BINARY),
    **_symbols("rel", _RELATIONS), **_symbols("inner", _INNER),
    **_symbols("open", _OPENING), **_symbols("close", _CLOSING),
}  # fmt: skip
"""Commands that stand for one glyph."""

CHARACTERS: dict[str, Symbol] = {
    "+": Symbol("+", "bin", "plus"), "-": Symbol("−", "bin", "minus"),
    "*": Symbol("∗", "bin", "star"), "/": Symbol("/", "ord", "slash"),
    "=": Symbol("=", "rel", "equals"), "<": Symbol("<", "rel", "is less than"),
    ">": Symbol(">", "rel", "is greater than"), ":": Symbol(":", "rel", "colon"),
    ",": Symbol(",", "punct", ","), ";": Symbol(";", "punct", ";"),
    ".": Symbol(".", "ord", "."), "!": Symbol("!", "close", "factorial"),
    "|": Symbol("|", "ord", "bar"),
    "(": Symbol("(", "open", "open paren"), ")": Symbol(")", "close", "close paren"),
    "[": Symbol("[", "open", "open bracket"),
    "]": Symbol("]", "close", "close bracket"),
}  # fmt: skip
"""Characters, besides letters and digits, that stand for themselves."""

DELIMITERS: dict[str, str] = {
    ".": "", "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "\\|": "‖",
    **{f"\\{name}": glyph for name, (glyph, _) in (_OPENING | _CLOSING).items()},
}  # fmt: skip
r"""What may follow ``\left`` and ``\right``."""

LIMIT_NAMES = {
    "\\max": "max", "\\min": "min", "\\argmax": "argmax", "\\argmin": "argmin",
    "\\sup": "sup", "\\inf": "inf", "\\lim": "lim",
}  # fmt: skip
"""Functions whose subscript stands underneath in display."""

NAMES = {
    "\\log": "log", "\\ln": "ln", "\\exp": "exp", "\\sin": "sin", "\\cos": "cos",
    "\\tan": "tan", "\\tanh": "tanh", "\\det": "det", "\\tr": "tr", "\\dim": "dim",
    "\\Pr": "Pr", "\\softmax": "softmax", "\\relu": "ReLU", "\\sign": "sign",
}  # fmt: skip
"""Functions whose subscript stands beside them."""

BIG_SIGNS = {
    "\\sum": ("∑", "sum"), "\\prod": ("∏", "product"), "\\int": ("∫", "integral"),
    "\\oint": ("∮", "contour integral"), "\\bigcup": ("⋃", "union"),
    "\\bigcap": ("⋂", "intersection"),
}  # fmt: skip

SPACES = {
    "\\,": 1, "\\:": 1, "\\;": 1, "\\ ": 1, "\\!": -1, "\\quad": 2, "\\qquad": 4,
}  # fmt: skip
"""Cells of explicit space; a terminal has nothing finer than one cell."""

MARKS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "tilde": "\u0303",
    "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "overline": "\u0305",
    "underline": "\u0332",
}  # fmt: skip
"""Accents and the combining character that puts them on a single glyph."""

FENCES = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖"),
    "cases": ("{", ""), "aligned": ("", ""), "substack": ("", ""),
}  # fmt: skip
"""Grids and the delimiters that enclose them."""

ENVIRONMENTS = tuple(name for name in FENCES if name != "substack")
r"""What may follow ``\begin``."""

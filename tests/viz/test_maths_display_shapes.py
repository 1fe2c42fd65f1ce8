"""Golden two-dimensional renderings: one of each construction."""

import pytest

from tutor.viz.ink import plain_text
from tutor.viz.maths import display

GOLDEN = {
    "gaussian_integral": (
        r"\int_{-\infty}^{\infty} \frac{1}{\sqrt{2\pi}} e^{-x^2/2} \, dx = 1",
        """
 ∞
 ⌠    1    −x²/2
 ⎮  ───── e      dx = 1
 ⌡    ▁▁
−∞   √2π
""",
    ),
    "likelihood_ratio": (
        r"\prod_{i=1}^{N} \frac{p(x_i)}{q(x_i)}",
        """
 N
┬─┬  p(xᵢ)
│ │ ───────
┴ ┴  q(xᵢ)
i=1
""",
    ),
    "binomial": (
        r"\binom{n}{k} = \frac{n!}{k!(n-k)!}",
        """
⎛n⎞        n!
⎜ ⎟ = ────────────
⎝k⎠    k!(n − k)!
""",
    ),
    "tall_brackets": (
        (
            r"\left\| \frac{a}{b} \right\| \le \left\langle \frac{u}{v} "
            r"\right\rangle + \left\lfloor \frac{1}{2} \right\rfloor"
        ),
        """
║ a ║   ╱ u ╲   ⎢ 1 ⎥
║───║ ≤ ⟨───⟩ + ⎢───⎥
║ b ║   ╲ v ╱   ⎣ 2 ⎦
""",
    ),
    "roots": (
        r"\sqrt[3]{x+1} + \sqrt[n]{\frac{a}{b}}",
        """
               ▁▁▁
  ▁▁▁▁▁       ╱ a
³√x + 1 + n  ╱ ───
           ╲╱   b
""",
    ),
    "bars": (
        r"|-x| + p(a|s) - \tfrac12 \|w\|^2",
        """
|−x| + p(a|s) − ½ ‖w‖²
""",
    ),
    "ridge_loss": (
        (
            r"L = \frac{1}{N}\sum_{i=1}^{N} (y_i - \hat{y}_i)^2 + \frac{\lambda}{2} "
            r"\sum_j w_j^2"
        ),
        """
     1   N                λ
L = ───  ∑  (yᵢ − ŷᵢ)² + ─── ∑ wⱼ²
     N  i=1               2  j
""",
    ),
    "empirical_risk": (
        (
            r"\theta^* = \argmin_\theta \frac{1}{N} \sum_{n=1}^N \ell(f_\theta(x_n), "
            r"y_n)"
        ),
        """
             1   N
θ* = argmin ───  ∑  ℓ(f (xₙ), yₙ)
       θ     N  n=1    θ
""",
    ),
    "tall_scripts": (
        r"\left( \frac{a}{b} \right)^{\theta+q}_{k,l}",
        """
⎛ a ⎞θ+q
⎜───⎟
⎝ b ⎠k,l
""",
    ),
    "nested_fractions": (
        r"\left[ \frac{\frac{a}{b}}{\frac{c}{d}} \right]",
        """
⎡  a  ⎤
⎢ ─── ⎥
⎢  b  ⎥
⎢─────⎥
⎢  c  ⎥
⎢ ─── ⎥
⎣  d  ⎦
""",
    ),
    "braces_over_and_under": (
        r"\overbrace{a + b + c}^{\text{three}} = \underbrace{x}_{1}",
        """
  three
╭───┴───╮
a + b + c =  x
            ╰┬╯
             1
""",
    ),
    "two_line_limit": (
        r"\sum_{\substack{i<n \\ j \ne i}} a_{ij}",
        """
 ∑  aᵢⱼ
i<n
j≠i
""",
    ),
    "evaluated_derivative": (
        r"\left. \frac{df}{dx} \right|_{x=0}",
        """
 df │
────│
 dx │ₓ₌₀
""",
    ),
    "limit_of_quotient": (
        r"\lim_{h \to 0} \frac{f(x+h)-f(x)}{h}",
        """
     f(x + h) − f(x)
lim ─────────────────
h→0         h
""",
    ),
    "aligned_pairs": (
        r"\begin{aligned} a &= b & c &= d \\ aa &= bb + c & &= 3 \end{aligned}",
        """
 a = b       c = d
aa = bb + c    = 3
""",
    ),
    "wide_accents": (
        r"\hat{xy} + \overline{ab} + \underline{x+1} + \vec{AB} + \hat y",
        """
╱╲   ▁▁           ─→
xy + ab + x + 1 + AB + ŷ
          ▔▔▔▔▔
""",
    ),
    "f_score": (
        (
            r"\text{F}_1 = 2 \cdot \frac{\text{precision} \cdot "
            r"\text{recall}}{\text{precision} + \text{recall}}"
        ),
        """
          precision · recall
F₁ = 2 · ────────────────────
          precision + recall
""",
    ),
    "column_vector": (
        (
            r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}^\top \begin{pmatrix} x_1 "
            r"\\ x_2 \\ \vdots \\ x_n \end{pmatrix}"
        ),
        """
⎡ a  b ⎤ᵀ ⎛ x₁ ⎞
⎢      ⎥  ⎜ x₂ ⎟
⎣ c  d ⎦  ⎜ ⋮  ⎟
          ⎝ xₙ ⎠
""",
    ),
    "exponents_in_exponents": (
        r"e^{e^{x_\theta}} + x^{\frac12}",
        """
  x
   θ
 e      ½
e    + x
""",
    ),
    "diffusion_loss": (
        (
            r"\mathcal{L} = \mathbb{E}_{t, x_0, \epsilon}\left[ \left\lVert \epsilon "
            r"- \epsilon_\theta(x_t, t) \right\rVert^2 \right]"
        ),
        """
ℒ = 𝔼      ⎡║ϵ − ϵ (xₜ, t)║²⎤
     t,x₀,ϵ⎣║     θ       ║ ⎦
""",
    ),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_display_draws_the_formula_as_judged(name: str) -> None:
    """The formula looks as it did when it was last looked at."""
    tex, expected = GOLDEN[name]
    assert expected.strip("\n") == plain_text(display(tex)).strip("\n")

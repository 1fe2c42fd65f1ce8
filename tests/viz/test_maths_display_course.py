"""Golden two-dimensional renderings: networks and losses."""

import pytest

from tutor.viz.ink import plain_text
from tutor.viz.maths import display

GOLDEN = {
    "softmax": (
        r"\softmax(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}",
        """
                   zᵢ
                  e
softmax(z)ᵢ = ───────────
                      zⱼ
               ∑ⱼ₌₁ᴷ e
""",
    ),
    "cross_entropy": (
        r"L = -\sum_{k=1}^{K} y_k \log \hat{y}_k",
        """
      K
L = − ∑  yₖ log ŷₖ
     k=1
""",
    ),
    "log_sum_exp": (
        (
            r"\operatorname{LSE}(z) = m + \log \sum_j e^{z_j - m}, \quad m = \max_j "
            r"z_j"
        ),
        """
                    zⱼ−m
LSE(z) = m + log ∑ e    ,  m = max zⱼ
                 j              j
""",
    ),
    "sigmoid_derivative": (
        r"\frac{d\sigma}{dz} = \sigma(z)\left(1 - \sigma(z)\right)",
        """
 dσ
──── = σ(z)(1 − σ(z))
 dz
""",
    ),
    "sigmoid": (
        r"\sigma(x) = \frac{1}{1 + e^{-x}}",
        """
           1
σ(x) = ─────────
        1 + e⁻ˣ
""",
    ),
    "perceptron_update": (
        r"\mathbf{w} \leftarrow \mathbf{w} + \eta\,(y - \hat{y})\,\mathbf{x}",
        """
w ← w + η (y − ŷ) x
""",
    ),
    "matrix_product_with_shapes": (
        (
            r"\underbrace{Y}_{N \times K} = \underbrace{X}_{N \times F} \; "
            r"\underbrace{W}_{F \times K} + \mathbf{1} b^\top"
        ),
        """
 Y  =  X   W  + 1bᵀ
╰┬╯   ╰┬╯ ╰┬╯
N×K   N×F F×K
""",
    ),
    "backprop_delta": (
        (
            r"\delta^{(l)} = \left( W^{(l+1)\top} \delta^{(l+1)} \right) \odot "
            r"\sigma'\left(z^{(l)}\right)"
        ),
        """
δ⁽ˡ⁾ = (W⁽ˡ⁺¹⁾ᵀδ⁽ˡ⁺¹⁾) ⊙ σ′(z⁽ˡ⁾)
""",
    ),
    "he_init_variance": (
        r"\operatorname{Var}[w] = \frac{2}{n_{\text{in}}}",
        """
           2
Var[w] = ─────
          nᵢₙ
""",
    ),
    "batch_norm": (
        r"\hat{x}_i = \frac{x_i - \mu_B}{\sqrt{\sigma_B^2 + \varepsilon}}",
        """
       xᵢ − μ
             B
x̂ᵢ = ───────────
         ▁▁▁▁▁▁
        ╱σ² + ε
      ╲╱  B
""",
    ),
    "convolution_1d": (
        r"(f * g)[t] = \sum_{\tau=-\infty}^{\infty} f[\tau]\, g[t - \tau]",
        """
              ∞
(f ∗ g)[t] =  ∑   f[τ] g[t − τ]
             τ=−∞
""",
    ),
    "convolution_2d": (
        (
            r"Y_{k,i,j} = b_k + \sum_{c=1}^{C} \sum_{u=0}^{K-1} \sum_{v=0}^{K-1} "
            r"W_{k,c,u,v} X_{c,i+u,j+v}"
        ),
        """
               C  K−1 K−1
Y      = bₖ +  ∑   ∑   ∑  W       X
 k,i,j        c=1 u=0 v=0  k,c,u,v c,i+u,j+v
""",
    ),
    "lstm_gates": (
        (
            r"\begin{aligned} i_t &= \sigma(W_i x_t + U_i h_{t-1} + b_i) \\ f_t &= "
            r"\sigma(W_f x_t + U_f h_{t-1} + b_f) \\ o_t &= \sigma(W_o x_t + U_o "
            r"h_{t-1} + b_o) \\ \tilde{c}_t &= \tanh(W_c x_t + U_c h_{t-1} + b_c) \\ "
            r"c_t &= f_t \odot c_{t-1} + i_t \odot \tilde{c}_t \\ h_t &= o_t \odot "
            r"\tanh(c_t) \end{aligned}"
        ),
        """
iₜ = σ(Wᵢxₜ + Uᵢhₜ₋₁ + bᵢ)

fₜ = σ(W xₜ + U hₜ₋₁ + b )
        f      f        f

oₜ = σ(Wₒxₜ + Uₒhₜ₋₁ + bₒ)

c̃ₜ = tanh(W xₜ + U hₜ₋₁ + b )
           c      c        c

cₜ = fₜ ⊙ cₜ₋₁ + iₜ ⊙ c̃ₜ

hₜ = oₜ ⊙ tanh(cₜ)
""",
    ),
    "kl_divergence": (
        r"D_{\mathrm{KL}}(p \parallel q) = \sum_x p(x) \log \frac{p(x)}{q(x)}",
        """
             ╲▔▔           p(x)
D  (p ‖ q) =  >  p(x) log ──────
 KL          ╱▁▁           q(x)
              x
""",
    ),
    "elbo": (
        (
            r"\log p(x) \ge \mathbb{E}_{q(z \mid x)}\left[\log p(x \mid z)\right] - "
            r"D_{\mathrm{KL}}\left(q(z \mid x) \parallel p(z)\right)"
        ),
        """
log p(x) ≥ 𝔼      [log p(x | z)] − D  (q(z | x) ‖ p(z))
            q(z|x)                  KL
""",
    ),
    "gan_min_max": (
        (
            r"\min_G \max_D \; \mathbb{E}_{x \sim p}[\log D(x)] + \mathbb{E}_{z \sim "
            r"\mathcal{N}}[\log(1 - D(G(z)))]"
        ),
        """
min max 𝔼   [log D(x)] + 𝔼   [log(1 − D(G(z)))]
 G   D   x∼p              z∼𝒩
""",
    ),
    "rbm_energy": (
        r"E(v, h) = -a^\top v - b^\top h - v^\top W h",
        """
E(v, h) = −aᵀv − bᵀh − vᵀWh
""",
    ),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_display_draws_the_formula_as_judged(name: str) -> None:
    """The formula looks as it did when it was last looked at."""
    tex, expected = GOLDEN[name]
    assert expected.strip("\n") == plain_text(display(tex)).strip("\n")

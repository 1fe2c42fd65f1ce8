"""Golden one-line renderings."""

import pytest

from tutor.viz.maths import inline

GOLDEN = {
    r"\softmax(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}": (
        "softmax(z)ᵢ = e^(zᵢ)/(∑ⱼ₌₁ᴷ e^(zⱼ))"
    ),
    r"L = -\sum_{k=1}^{K} y_k \log \hat{y}_k": ("L = −∑ₖ₌₁ᴷ yₖ log ŷₖ"),
    (
        r"\operatorname{LSE}(z) = m + \log \sum_j e^{z_j - m}, \quad m = \max_j "
        r"z_j"
    ): ("LSE(z) = m + log ∑ⱼ e^(zⱼ−m),  m = maxⱼ zⱼ"),
    r"\frac{d\sigma}{dz} = \sigma(z)\left(1 - \sigma(z)\right)": ("dσ/dz = σ(z)(1 − σ(z))"),
    r"\sigma(x) = \frac{1}{1 + e^{-x}}": ("σ(x) = 1/(1 + e⁻ˣ)"),
    r"\mathbf{w} \leftarrow \mathbf{w} + \eta\,(y - \hat{y})\,\mathbf{x}": (
        "𝐰 ← 𝐰 + η (y − ŷ) 𝐱"
    ),
    (
        r"\underbrace{Y}_{N \times K} = \underbrace{X}_{N \times F} \; "
        r"\underbrace{W}_{F \times K} + \mathbf{1} b^\top"
    ): ("underbrace(Y, N × K) = underbrace(X, N × F) underbrace(W, F × K) + 𝟏bᵀ"),
    (
        r"\delta^{(l)} = \left( W^{(l+1)\top} \delta^{(l+1)} \right) \odot "
        r"\sigma'\left(z^{(l)}\right)"
    ): ("δ⁽ˡ⁾ = (W⁽ˡ⁺¹⁾ᵀδ⁽ˡ⁺¹⁾) ⊙ σ′(z⁽ˡ⁾)"),
    r"\operatorname{Var}[w] = \frac{2}{n_{\text{in}}}": ("Var[w] = 2/nᵢₙ"),
    r"\hat{x}_i = \frac{x_i - \mu_B}{\sqrt{\sigma_B^2 + \varepsilon}}": (
        "x̂ᵢ = (xᵢ − μ_B)/√(σ²_B + ε)"
    ),
    r"(f * g)[t] = \sum_{\tau=-\infty}^{\infty} f[\tau]\, g[t - \tau]": (
        "(f ∗ g)[t] = ∑_(τ=−∞)^∞ f[τ] g[t − τ]"
    ),
    (
        r"Y_{k,i,j} = b_k + \sum_{c=1}^{C} \sum_{u=0}^{K-1} \sum_{v=0}^{K-1} "
        r"W_{k,c,u,v} X_{c,i+u,j+v}"
    ): ("Y_(k,i,j) = bₖ + ∑_(c=1)^C ∑ᵤ₌₀ᴷ⁻¹ ∑ᵥ₌₀ᴷ⁻¹ W_(k,c,u,v)X_(c,i+u,j+v)"),
    (
        r"\begin{aligned} i_t &= \sigma(W_i x_t + U_i h_{t-1} + b_i) \\ f_t &= "
        r"\sigma(W_f x_t + U_f h_{t-1} + b_f) \\ o_t &= \sigma(W_o x_t + U_o "
        r"h_{t-1} + b_o) \\ \tilde{c}_t &= \tanh(W_c x_t + U_c h_{t-1} + b_c) \\ "
        r"c_t &= f_t \odot c_{t-1} + i_t \odot \tilde{c}_t \\ h_t &= o_t \odot "
        r"\tanh(c_t) \end{aligned}"
    ): (
        "iₜ = σ(Wᵢxₜ + Uᵢhₜ₋₁ + bᵢ); fₜ = σ(W_f xₜ + U_f hₜ₋₁ + b_f); "
        "oₜ = σ(Wₒxₜ + Uₒhₜ₋₁ + bₒ); c̃ₜ = tanh(W_c xₜ + U_c hₜ₋₁ + b_c); "
        "cₜ = fₜ ⊙ cₜ₋₁ + iₜ ⊙ c̃ₜ; hₜ = oₜ ⊙ tanh(cₜ)"
    ),
    r"D_{\mathrm{KL}}(p \parallel q) = \sum_x p(x) \log \frac{p(x)}{q(x)}": (
        "D_KL(p ‖ q) = ∑ₓ p(x) log(p(x)/q(x))"
    ),
    (
        r"\log p(x) \ge \mathbb{E}_{q(z \mid x)}\left[\log p(x \mid z)\right] - "
        r"D_{\mathrm{KL}}\left(q(z \mid x) \parallel p(z)\right)"
    ): ("log p(x) ≥ 𝔼_(q(z|x))[log p(x | z)] − D_KL(q(z | x) ‖ p(z))"),
    (
        r"\min_G \max_D \; \mathbb{E}_{x \sim p}[\log D(x)] + \mathbb{E}_{z \sim "
        r"\mathcal{N}}[\log(1 - D(G(z)))]"
    ): ("min_G max_D 𝔼_(x∼p)[log D(x)] + 𝔼_(z∼𝒩)[log(1 − D(G(z)))]"),
    r"E(v, h) = -a^\top v - b^\top h - v^\top W h": ("E(v, h) = −aᵀv − bᵀh − vᵀWh"),
    r"p(v) = \frac{1}{Z} \sum_h e^{-E(v,h)}": ("p(v) = (1/Z) ∑ₕ e^(−E(v,h))"),
    (
        r"Q^*(s,a) = \mathbb{E}\left[ r + \gamma \max_{a'} Q^*(s', a') \mid s, a "
        r"\right]"
    ): ("Q*(s, a) = 𝔼[r + γ max_a′ Q*(s′, a′) | s, a]"),
    (
        r"V^*(s) = \max_a \sum_{s'} P(s'|s,a)\left[ R(s,a,s') + \gamma V^*(s') "
        r"\right]"
    ): ("V*(s) = maxₐ ∑_s′ P(s′|s, a)[R(s, a, s′) + γV*(s′)]"),
    (
        r"\hat{A}_t = \sum_{l=0}^{\infty} (\gamma\lambda)^l \delta_{t+l}, \qquad "
        r"\delta_t = r_t + \gamma V(s_{t+1}) - V(s_t)"
    ): ("Âₜ = ∑ₗ₌₀^∞ (γλ)ˡδₜ₊ₗ,    δₜ = rₜ + γV(sₜ₊₁) − V(sₜ)"),
    (
        r"L^{\text{CLIP}}(\theta) = \hat{\mathbb{E}}_t\left[ \min\left( "
        r"r_t(\theta) \hat{A}_t,\; \operatorname{clip}(r_t(\theta), 1-\epsilon, "
        r"1+\epsilon) \hat{A}_t \right) \right]"
    ): ("L^(CLIP)(θ) = 𝔼̂ₜ[min(rₜ(θ)Âₜ, clip(rₜ(θ), 1 − ϵ, 1 + ϵ)Âₜ)]"),
    (
        r"r_t(\theta) = \frac{\pi_\theta(a_t \mid "
        r"s_t)}{\pi_{\theta_{\text{old}}}(a_t \mid s_t)}"
    ): ("rₜ(θ) = π_θ(aₜ | sₜ)/π_(θ_old)(aₜ | sₜ)"),
    (
        r"\operatorname{Attention}(Q,K,V) = \softmax\left( "
        r"\frac{QK^\top}{\sqrt{d_k}} \right) V"
    ): ("Attention(Q, K, V) = softmax(QKᵀ/√dₖ)V"),
    (
        r"\nabla_\theta J(\theta) = \mathbb{E}_{\tau \sim \pi_\theta}\left[ "
        r"\sum_{t=0}^{T} \nabla_\theta \log \pi_\theta(a_t|s_t) \, G_t \right]"
    ): ("∇_θ J(θ) = 𝔼_(τ∼π_θ)[∑ₜ₌₀ᵀ ∇_θ log π_θ(aₜ|sₜ) Gₜ]"),
    (
        r"\relu(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} "
        r"\end{cases}"
    ): ("ReLU(x) = cases(x, if x > 0; 0, otherwise)"),
    (
        r"p(x) = \frac{1}{\sqrt{2\pi\sigma^2}} \exp\left( "
        r"-\frac{(x-\mu)^2}{2\sigma^2} \right)"
    ): ("p(x) = (1/√(2πσ²)) exp(−(x − μ)²/(2σ²))"),
    r"p(x) = \frac{1}{\sqrt{2\pi}\sigma} e^{-\frac{(x-\mu)^2}{2\sigma^2}}": (
        "p(x) = (1/(√(2π)σ)) e^(−(x−μ)²/(2σ²))"
    ),
    (
        r"\frac{\partial L}{\partial w_{ij}} = \frac{\partial L}{\partial z_j} "
        r"\cdot \frac{\partial z_j}{\partial w_{ij}} = \delta_j x_i"
    ): ("∂L/∂wᵢⱼ = ∂L/∂zⱼ · ∂zⱼ/∂wᵢⱼ = δⱼxᵢ"),
    (
        r"R = \begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & "
        r"\cos\theta \end{pmatrix}"
    ): ("R = (cos θ, −sin θ; sin θ, cos θ)"),
    (
        r"J = \begin{bmatrix} \dfrac{\partial f_1}{\partial x_1} & \cdots & "
        r"\dfrac{\partial f_1}{\partial x_n} \\ \vdots & \ddots & \vdots \\ "
        r"\dfrac{\partial f_m}{\partial x_1} & \cdots & \dfrac{\partial "
        r"f_m}{\partial x_n} \end{bmatrix}"
    ): ("J = [∂f₁/∂x₁, ⋯, ∂f₁/∂xₙ; ⋮, ⋱, ⋮; ∂fₘ/∂x₁, ⋯, ∂fₘ/∂xₙ]"),
    (
        r"\begin{aligned} m_t &= \beta_1 m_{t-1} + (1-\beta_1) g_t \\ v_t &= "
        r"\beta_2 v_{t-1} + (1-\beta_2) g_t^2 \\ \theta_t &= \theta_{t-1} - "
        r"\frac{\eta}{\sqrt{\hat{v}_t} + \epsilon} \hat{m}_t \end{aligned}"
    ): (
        "mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ; vₜ = β₂vₜ₋₁ + (1 − β₂)gₜ²; "
        "θₜ = θₜ₋₁ − (η/(√(v̂ₜ) + ϵ)) m̂ₜ"
    ),
    r"\lVert w \rVert_2 = \sqrt{\sum_i w_i^2}": ("‖w‖₂ = √(∑ᵢ wᵢ²)"),
    r"\int_{-\infty}^{\infty} \frac{1}{\sqrt{2\pi}} e^{-x^2/2} \, dx = 1": (
        "∫_(−∞)^∞ (1/√(2π)) e^(−x²/2) dx = 1"
    ),
    r"\prod_{i=1}^{N} \frac{p(x_i)}{q(x_i)}": ("∏ᵢ₌₁ᴺ (p(xᵢ)/q(xᵢ))"),
    r"\binom{n}{k} = \frac{n!}{k!(n-k)!}": ("binom(n, k) = n!/(k!(n − k)!)"),
    (
        r"\left\| \frac{a}{b} \right\| \le \left\langle \frac{u}{v} "
        r"\right\rangle + \left\lfloor \frac{1}{2} \right\rfloor"
    ): ("‖a/b‖ ≤ ⟨u/v⟩ + ⌊½⌋"),
    r"\sqrt[3]{x+1} + \sqrt[n]{\frac{a}{b}}": ("∛(x + 1) + ⁿ√(a/b)"),
    r"|-x| + p(a|s) - \tfrac12 \|w\|^2": ("|−x| + p(a|s) − ½ ‖w‖²"),
    (
        r"L = \frac{1}{N}\sum_{i=1}^{N} (y_i - \hat{y}_i)^2 + \frac{\lambda}{2} "
        r"\sum_j w_j^2"
    ): ("L = (1/N) ∑ᵢ₌₁ᴺ (yᵢ − ŷᵢ)² + (λ/2) ∑ⱼ wⱼ²"),
    (
        r"\theta^* = \argmin_\theta \frac{1}{N} \sum_{n=1}^N \ell(f_\theta(x_n), "
        r"y_n)"
    ): ("θ* = argmin_θ (1/N) ∑ₙ₌₁ᴺ ℓ(f_θ(xₙ), yₙ)"),
    r"\left( \frac{a}{b} \right)^{\theta+q}_{k,l}": ("(a/b)_(k,l)^(θ+q)"),
    r"\left[ \frac{\frac{a}{b}}{\frac{c}{d}} \right]": ("[(a/b)/(c/d)]"),
    r"\overbrace{a + b + c}^{\text{three}} = \underbrace{x}_{1}": (
        "overbrace(a + b + c, three) = underbrace(x, 1)"
    ),
    r"\sum_{\substack{i<n \\ j \ne i}} a_{ij}": ("∑_(i<n; j≠i) aᵢⱼ"),
    r"\left. \frac{df}{dx} \right|_{x=0}": ("(df/dx)|ₓ₌₀"),
    r"\lim_{h \to 0} \frac{f(x+h)-f(x)}{h}": ("lim_(h→0) ((f(x + h) − f(x))/h)"),
    r"\begin{aligned} a &= b & c &= d \\ aa &= bb + c & &= 3 \end{aligned}": (
        "a = b, c = d; aa = bb + c, = 3"
    ),
    r"\hat{xy} + \overline{ab} + \underline{x+1} + \vec{AB} + \hat y": (
        "hat(xy) + overline(ab) + underline(x + 1) + vec(AB) + ŷ"
    ),
    (
        r"\text{F}_1 = 2 \cdot \frac{\text{precision} \cdot "
        r"\text{recall}}{\text{precision} + \text{recall}}"
    ): ("F₁ = 2 · (precision · recall)/(precision + recall)"),
    (
        r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}^\top \begin{pmatrix} x_1 "
        r"\\ x_2 \\ \vdots \\ x_n \end{pmatrix}"
    ): ("[a, b; c, d]ᵀ (x₁; x₂; ⋮; xₙ)"),
    r"e^{e^{x_\theta}} + x^{\frac12}": ("e^(e^(x_θ)) + x^½"),
    (
        r"\mathcal{L} = \mathbb{E}_{t, x_0, \epsilon}\left[ \left\lVert \epsilon "
        r"- \epsilon_\theta(x_t, t) \right\rVert^2 \right]"
    ): ("ℒ = 𝔼_(t,x₀,ϵ)[‖ϵ − ϵ_θ(xₜ, t)‖²]"),
    r"x_{ij}^{a+b} + W_{ab}^\top + \pi_\theta^2": "xᵢⱼᵃ⁺ᵇ + Wᵀ_ab + π²_θ",
    r"a^{[l]} + x^{(\theta)} + x^{-1} + x^{10}": "a^[l] + x⁽ᶿ⁾ + x⁻¹ + x¹⁰",
    r"x^2 + x_i + W^{(2)} + a_{n+1}": "x² + xᵢ + W⁽²⁾ + aₙ₊₁",
    r"x_{i,j} + e^{a+q} + e^{z_i} + \theta_{\text{old}}": (
        "x_(i,j) + e^(a+q) + e^(zᵢ) + θ_old"
    ),
    r"\frac{a}{b}c + \frac{a}{b}^2 + \frac{a}{bc} + \frac{a+b}{c}": (
        "(a/b) c + (a/b)² + a/(bc) + (a + b)/c"
    ),
    r"\log \frac{a}{b} + \frac{\log a}{b} + \frac{n!}{2} + \frac{a}{b}!": (
        "log(a/b) + (log a)/b + n!/2 + (a/b)!"
    ),
    r"\frac{\partial^2 L}{\partial w^2} + \frac{d}{dx} f + \frac{a}{dx}": (
        "∂²L/∂w² + (d/dx) f + a/(dx)"
    ),
    r"\sqrt{x+1} + \sqrt{x}y + \sqrt{x}^2 + \sqrt{d_k} + a\sqrt[n]{x}": (
        "√(x + 1) + √x y + (√x)² + √dₖ + a ⁿ√x"
    ),
    r"\hat y + \bar x + \tilde x + \hat{xy}": "ŷ + x̄ + x̃ + hat(xy)",
    r"\mathbf{x} \in \mathbb{R}^n, \mathcal{L}, \mathrm{KL}": "𝐱 ∈ ℝⁿ, ℒ, KL",
    r"W_{hy}h + V^*x + 2\frac12 + \frac12 x": "W_hy h + V* x + 2 (1/2) + ½ x",
    r"-x + a - b + |-x| + (-x) + f(-x) + x^{+}": ("−x + a − b + |−x| + (−x) + f(−x) + x⁺"),
    r"a,b; f:A \to B, n!, p(a|s), p(a \mid s)": ("a, b; f : A → B, n!, p(a|s), p(a | s)"),
    r"\log x + \log(x) + \sin^2 x + 2 \log x + \tanh\left(x\right)": (
        "log x + log(x) + sin² x + 2 log x + tanh(x)"
    ),
    r"x\,y + x\quad y + x\!y + \mathbb{E}\!\left[x\right]": "x y + x  y + xy + 𝔼[x]",
    r"100\% + \text{loss of } x + \mathrm{ReLU}(x)": "100% + loss of x + ReLU(x)",
    r"\boldsymbol{\theta} + \mathbf{1} + \boldsymbol\nabla": "𝛉 + 𝟏 + 𝛁",
    r"\hat{\mathbf{1}} + \boldsymbol{\mathcal{L}} + \bar{\mathbf{x}}": ("𝟏̂ + bold(ℒ) + 𝐱̄"),
}


@pytest.mark.parametrize("tex", GOLDEN)
def test_inline_writes_the_formula_as_judged(tex: str) -> None:
    """The line reads as it did when it was last looked at."""
    assert GOLDEN[tex] == inline(tex)

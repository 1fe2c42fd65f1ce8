"""Golden two-dimensional renderings: from energy models to optimisers."""

import pytest

from tutor.viz.ink import plain_text
from tutor.viz.maths import display

GOLDEN = {
    "rbm_marginal": (
        r"p(v) = \frac{1}{Z} \sum_h e^{-E(v,h)}",
        """
        1     −E(v,h)
p(v) = ─── ∑ e
        Z  h
""",
    ),
    "bellman_optimality_q": (
        (
            r"Q^*(s,a) = \mathbb{E}\left[ r + \gamma \max_{a'} Q^*(s', a') \mid s, a "
            r"\right]"
        ),
        """
Q*(s, a) = 𝔼⎡r + γ max Q*(s′, a′) | s, a⎤
            ⎣      a′                   ⎦
""",
    ),
    "bellman_optimality_v": (
        (
            r"V^*(s) = \max_a \sum_{s'} P(s'|s,a)\left[ R(s,a,s') + \gamma V^*(s') "
            r"\right]"
        ),
        """
V*(s) = max ∑  P(s′|s, a)[R(s, a, s′) + γV*(s′)]
         a  s′
""",
    ),
    "gae": (
        (
            r"\hat{A}_t = \sum_{l=0}^{\infty} (\gamma\lambda)^l \delta_{t+l}, \qquad "
            r"\delta_t = r_t + \gamma V(s_{t+1}) - V(s_t)"
        ),
        """
      ∞
Âₜ =  ∑  (γλ)ˡδₜ₊ₗ,    δₜ = rₜ + γV(sₜ₊₁) − V(sₜ)
     l=0
""",
    ),
    "ppo_clip": (
        (
            r"L^{\text{CLIP}}(\theta) = \hat{\mathbb{E}}_t\left[ \min\left( "
            r"r_t(\theta) \hat{A}_t,\; \operatorname{clip}(r_t(\theta), 1-\epsilon, "
            r"1+\epsilon) \hat{A}_t \right) \right]"
        ),
        """
 CLIP
L    (θ) = 𝔼̂ₜ[min(rₜ(θ)Âₜ, clip(rₜ(θ), 1 − ϵ, 1 + ϵ)Âₜ)]
""",
    ),
    "probability_ratio": (
        (
            r"r_t(\theta) = \frac{\pi_\theta(a_t \mid "
            r"s_t)}{\pi_{\theta_{\text{old}}}(a_t \mid s_t)}"
        ),
        """
          π (aₜ | sₜ)
           θ
rₜ(θ) = ────────────────
         π    (aₜ | sₜ)
          θ
           old
""",
    ),
    "attention": (
        (
            r"\operatorname{Attention}(Q,K,V) = \softmax\left( "
            r"\frac{QK^\top}{\sqrt{d_k}} \right) V"
        ),
        """
                            ⎛ QKᵀ ⎞
Attention(Q, K, V) = softmax⎜─────⎟V
                            ⎜  ▁▁ ⎟
                            ⎝ √dₖ ⎠
""",
    ),
    "policy_gradient": (
        (
            r"\nabla_\theta J(\theta) = \mathbb{E}_{\tau \sim \pi_\theta}\left[ "
            r"\sum_{t=0}^{T} \nabla_\theta \log \pi_\theta(a_t|s_t) \, G_t \right]"
        ),
        """
              ⎡ T                     ⎤
∇ J(θ) = 𝔼    ⎢ ∑  ∇  log π (aₜ|sₜ) Gₜ⎥
 θ        τ∼π ⎣t=0  θ      θ          ⎦
             θ
""",
    ),
    "relu": (
        (
            r"\relu(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} "
            r"\end{cases}"
        ),
        """
          ⎧ x  if x > 0
ReLU(x) = ⎨
          ⎩ 0  otherwise
""",
    ),
    "gaussian": (
        (
            r"p(x) = \frac{1}{\sqrt{2\pi\sigma^2}} \exp\left( "
            r"-\frac{(x-\mu)^2}{2\sigma^2} \right)"
        ),
        """
          1       ⎛  (x − μ)² ⎞
p(x) = ─────── exp⎜−──────────⎟
         ▁▁▁▁     ⎝    2σ²    ⎠
        √2πσ²
""",
    ),
    "gaussian_exponent": (
        r"p(x) = \frac{1}{\sqrt{2\pi}\sigma} e^{-\frac{(x-\mu)^2}{2\sigma^2}}",
        """
                 (x−μ)²
               −────────
         1        2σ²
p(x) = ────── e
         ▁▁
        √2πσ
""",
    ),
    "chain_rule": (
        (
            r"\frac{\partial L}{\partial w_{ij}} = \frac{\partial L}{\partial z_j} "
            r"\cdot \frac{\partial z_j}{\partial w_{ij}} = \delta_j x_i"
        ),
        """
  ∂L      ∂L      ∂zⱼ
────── = ───── · ────── = δⱼxᵢ
 ∂wᵢⱼ     ∂zⱼ     ∂wᵢⱼ
""",
    ),
    "rotation": (
        (
            r"R = \begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & "
            r"\cos\theta \end{pmatrix}"
        ),
        """
    ⎛ cos θ  −sin θ ⎞
R = ⎜               ⎟
    ⎝ sin θ  cos θ  ⎠
""",
    ),
    "jacobian": (
        (
            r"J = \begin{bmatrix} \dfrac{\partial f_1}{\partial x_1} & \cdots & "
            r"\dfrac{\partial f_1}{\partial x_n} \\ \vdots & \ddots & \vdots \\ "
            r"\dfrac{\partial f_m}{\partial x_1} & \cdots & \dfrac{\partial "
            r"f_m}{\partial x_n} \end{bmatrix}"
        ),
        """
    ⎡  ∂f₁       ∂f₁  ⎤
    ⎢ ─────  ⋯  ───── ⎥
    ⎢  ∂x₁       ∂xₙ  ⎥
    ⎢                 ⎥
J = ⎢   ⋮    ⋱    ⋮   ⎥
    ⎢                 ⎥
    ⎢  ∂fₘ       ∂fₘ  ⎥
    ⎢ ─────  ⋯  ───── ⎥
    ⎣  ∂x₁       ∂xₙ  ⎦
""",
    ),
    "adam": (
        (
            r"\begin{aligned} m_t &= \beta_1 m_{t-1} + (1-\beta_1) g_t \\ v_t &= "
            r"\beta_2 v_{t-1} + (1-\beta_2) g_t^2 \\ \theta_t &= \theta_{t-1} - "
            r"\frac{\eta}{\sqrt{\hat{v}_t} + \epsilon} \hat{m}_t \end{aligned}"
        ),
        """
mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ

vₜ = β₂vₜ₋₁ + (1 − β₂)gₜ²

                η
θₜ = θₜ₋₁ − ───────── m̂ₜ
              ▁▁
             √v̂ₜ + ϵ
""",
    ),
    "norm": (
        r"\lVert w \rVert_2 = \sqrt{\sum_i w_i^2}",
        """
          ▁▁▁▁▁
‖w‖₂ =   ╱∑ wᵢ²
       ╲╱ i
""",
    ),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_display_draws_the_formula_as_judged(name: str) -> None:
    """The formula looks as it did when it was last looked at."""
    tex, expected = GOLDEN[name]
    assert expected.strip("\n") == plain_text(display(tex)).strip("\n")

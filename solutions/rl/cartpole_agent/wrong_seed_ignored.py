"""Ignores the seed.

Every run is the same run. Three seeds then agree perfectly, and say nothing
about luck.

Lesson: rl/debugging#one-seed-is-an-anecdote
"""

import copy
from collections import deque

import gymnasium as gym
import numpy as np
import torch
from torch import nn

from tutor import track
from tutor.yours import Rollout, gae, ppo_loss

WORLDS = 8
STEPS = 128
EPOCHS = 4
BATCH = 256
RATE = 0.0025
GAMMA = 0.98
LAMBDA = 0.9
CLIP = 0.2
HIDDEN = 64
KEEP = 20


def network(outputs):
    return nn.Sequential(
        nn.Linear(4, HIDDEN),
        nn.Tanh(),
        nn.Linear(HIDDEN, HIDDEN),
        nn.Tanh(),
        nn.Linear(HIDDEN, outputs),
    )


def worlds():
    def watched():
        return track.env(gym.make("CartPole-v1"))

    def plain():
        return gym.make("CartPole-v1")

    return gym.vector.SyncVectorEnv([watched] + [plain] * (WORLDS - 1))


def learn(batch, actor, critic, adam):
    obs = torch.as_tensor(batch["obs"])
    actions = torch.as_tensor(batch["actions"])
    with torch.no_grad():
        values = critic(obs).squeeze(-1)
        after = critic(torch.as_tensor(batch["next_obs"])).squeeze(-1)
        logp = torch.log_softmax(actor(obs), -1)
        old_logp = logp.gather(-1, actions[..., None]).squeeze(-1)
    advantages = gae(
        batch["rewards"],
        values.double().numpy(),
        after.double().numpy(),
        batch["terminated"],
        batch["truncated"],
        GAMMA,
        LAMBDA,
    )
    advantages = torch.as_tensor(advantages, dtype=torch.float32)
    targets = advantages + values
    rows = torch.as_tensor(np.flatnonzero(batch["valid"]))
    flat = [
        part.flatten(0, 1)[rows]
        for part in (obs, actions, old_logp, advantages, targets)
    ]
    kl = 0.0
    for _ in range(EPOCHS):
        for part in torch.randperm(len(rows)).split(BATCH):
            o, a, old, gain, goal = (column[part] for column in flat)
            loss, watch = ppo_loss(actor(o), a, old, gain, CLIP)
            miss = (critic(o).squeeze(-1) - goal).square().mean()
            adam.zero_grad()
            (loss + 0.5 * miss).backward()
            nn.utils.clip_grad_norm_(adam.param_groups[0]["params"], 0.5)
            adam.step()
            kl = watch["kl"]
    return kl


def train(seed, steps=60000):
    seed = 0
    torch.manual_seed(seed)
    actor, critic = (network(2), network(1))
    params = [*actor.parameters(), *critic.parameters()]
    adam = torch.optim.Adam(params, RATE)
    rollout = Rollout(worlds(), seed)

    def choose(obs):
        with torch.no_grad():
            shares = torch.softmax(actor(torch.as_tensor(obs)), 1)
        track.policy(probabilities=shares[0])
        return shares.multinomial(1).squeeze(1).numpy()

    kept, best, recent = (actor, -np.inf, deque(maxlen=KEEP))
    rounds = steps // (STEPS * WORLDS)
    for turn in range(rounds):
        adam.param_groups[0]["lr"] = RATE * (1 - turn / rounds)
        batch = rollout.collect(choose, STEPS)
        recent.extend(batch["returns"])
        if recent and np.mean(recent) >= best:
            kept, best = (copy.deepcopy(actor), np.mean(recent))
        kl = learn(batch, actor, critic, adam)
        played = (turn + 1) * STEPS * WORLDS
        if batch["returns"]:
            track.scalar("return", np.mean(batch["returns"]), played)
        track.scalar("kl", kl, played)
    layers = [p.detach().numpy() for p in kept.parameters()]
    return {"layers": layers}


def act(model, obs):
    w1, b1, w2, b2, w3, b3 = model["layers"]
    hidden = np.tanh(np.tanh(obs @ w1.T + b1) @ w2.T + b2)
    return (hidden @ w3.T + b3).argmax(axis=1)

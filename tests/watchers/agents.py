"""Agents in a corridor, sound by default; each setting makes one of them ill."""

import numpy as np
import torch
from torch import nn

from tutor import track

CELLS = 9


class Corridor:
    """Cells in a row; the last pays 1, the first 0.1, each ends the episode."""

    def __init__(self, limit=60):
        self.limit = limit

    def reset(self, seed=None):
        self.at, self.time = CELLS // 2, 0
        return self.at, {}

    def step(self, action):
        self.at += 1 if action else -1
        self.time += 1
        ends = self.at in (0, CELLS - 1)
        reward = {CELLS - 1: 1.0, 0: 0.1}.get(self.at, 0.0)
        return self.at, reward, ends, self.time >= self.limit and not ends, {}


def q_learning(seed, episodes=200, epsilon=1.0, lr=0.3, gamma=0.95, optimism=0.0):
    """A table of values."""
    rng = np.random.default_rng(seed)
    env = track.env(Corridor(), every=5)
    q = np.zeros((CELLS, 2)) + optimism
    for episode in range(episodes):
        chance = max(0.05, epsilon * (1 - episode / (0.5 * episodes))) if epsilon else 0.0
        state, _ = env.reset()
        ended, predicted = False, []
        while not ended:
            action = rng.integers(2) if rng.random() < chance else int(q[state].argmax())
            predicted.append(q[state, action])
            track.policy(values=q[state])
            after, reward, terminated, truncated, _ = env.step(action)
            target = reward + (0 if terminated else gamma * q[after].max())
            q[state, action] += lr * (target - q[state, action])
            state, ended = after, terminated or truncated
        track.scalar("epsilon", chance, episode)
        track.scalar("Q mean", float(np.mean(predicted)), episode)
        yield episode


def policy_gradient(seed, episodes=400, lr=0.3, baseline=True, certain=0.0):
    """REINFORCE with a table; one that begins nearly `certain` soon is."""
    rng = np.random.default_rng(seed)
    env = track.env(Corridor(), every=10)
    preferences = np.zeros((CELLS, 2))
    preferences[:, 0] += certain
    usual = 0.0
    for episode in range(episodes):
        visited, rewards, ended = [], [], False
        state, _ = env.reset()
        while not ended:
            p = np.exp(preferences[state]) / np.exp(preferences[state]).sum()
            action = int(rng.random() < p[1])
            track.policy(probabilities=p)
            visited.append((state, action, p))
            state, reward, terminated, truncated, _ = env.step(action)
            rewards.append(reward)
            ended = terminated or truncated
        for time, (state, action, p) in enumerate(visited):
            gain = sum(rewards) * 0.98 ** (len(rewards) - time) - (usual if baseline else 0)
            preferences[state] += lr * gain * (np.eye(2)[action] - p)
        usual += 0.05 * (sum(rewards) - usual)
        entropy = -np.mean([(p * np.log(p + 1e-12)).sum() for *_, p in visited])
        track.scalar("entropy", entropy, episode)
        track.scalar("return", sum(rewards), episode)
        yield episode


def deep_q(seed, steps=800, lr=3e-3, gamma=0.95, target_every=50, ends=True):
    """A network of values with replay; without `ends` it values what comes after the end."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    env = track.env(Corridor(), every=10)
    net, frozen = (
        nn.Sequential(nn.Linear(CELLS, 24), nn.ReLU(), nn.Linear(24, 2)) for _ in range(2)
    )
    frozen.load_state_dict(net.state_dict())
    track.watch(net, every=25)
    opt = torch.optim.Adam(net.parameters(), lr)
    places, memory = torch.eye(CELLS), []
    state, _ = env.reset()
    for step in range(steps):
        epsilon = max(0.1, 1 - step / 400)
        with torch.no_grad():
            greedy = int(net(places[state]).argmax())
        action = int(rng.integers(2)) if rng.random() < epsilon else greedy
        after, reward, terminated, truncated, _ = env.step(action)
        memory.append((state, action, reward, after, float(terminated and ends)))
        state = env.reset()[0] if terminated or truncated else after
        if step >= 32:
            rows = [memory[i] for i in rng.integers(0, len(memory), 32)]
            s, a, r, n, t = (torch.as_tensor(np.array(c)) for c in zip(*rows, strict=True))
            with torch.no_grad():
                wanted = (
                    r.float() + gamma * (1 - t.float()) * frozen(places[n]).max(1).values
                )
            predicted = net(places[s]).gather(1, a[:, None])[:, 0]
            loss = ((predicted - wanted) ** 2).mean()
            opt.zero_grad()
            loss.backward()
            opt.step()
            track.scalar("loss", loss.item(), step)
            track.scalar("Q mean", predicted.mean().item(), step)
            track.scalar("epsilon", epsilon, step)
            if step % target_every == 0:
                frozen.load_state_dict(net.state_dict())
        yield step

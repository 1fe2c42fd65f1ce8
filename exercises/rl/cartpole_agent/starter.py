"""Capstone: a pole balanced by PPO, made of parts of your own."""

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
RATE = 2.5e-3
GAMMA = 0.98
LAMBDA = 0.9
CLIP = 0.2
HIDDEN = 64
KEEP = 20


def network(outputs: int) -> nn.Sequential:
    """Return a small network on the four state numbers."""
    return nn.Sequential(
        nn.Linear(4, HIDDEN),
        nn.Tanh(),
        nn.Linear(HIDDEN, HIDDEN),
        nn.Tanh(),
        nn.Linear(HIDDEN, outputs),
    )


def worlds() -> gym.vector.VectorEnv:
    """Return the worlds to play in; the first one can be watched."""

    def watched() -> gym.Env:
        return track.env(gym.make("CartPole-v1"))

    def plain() -> gym.Env:
        return gym.make("CartPole-v1")

    return gym.vector.SyncVectorEnv([watched] + [plain] * (WORLDS - 1))


def learn(
    batch: dict, actor: nn.Module, critic: nn.Module, adam: torch.optim.Adam
) -> float:
    """Improve actor and critic on one rollout; return the last KL."""
    # TODO: values, old log-probabilities, advantages and targets, once; then
    # epochs of minibatches of the valid rows.
    raise NotImplementedError


def train(seed: int, steps: int = 60_000) -> dict:
    """Return a trained agent: all that `act` needs, as plain data.

    Args:
        seed: decides all that is random.
        steps: how many steps, in all worlds together, it may play at most.
    """
    # TODO: networks, Adam, worlds, a rollout; rounds of collect and learn; the
    # weights. See it happen: track.scalar("return", ..., played).
    raise NotImplementedError


def act(model: dict, obs: np.ndarray) -> np.ndarray:
    """Return the best action for each observation.

    Args:
        model: what `train` returned.
        obs: float32, shape (N, 4).

    Returns:
        0 or 1 for each, shape (N,).
    """
    # TODO: the scores of all observations, in numpy; the larger of each row.
    raise NotImplementedError

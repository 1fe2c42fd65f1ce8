"""A run's records, one of every kind, and episodes of different worlds."""

from tutor.track.episode import Episode


def episode(env, observations, **rest):
    """Return a record of an episode that moves through `observations`."""
    steps = len(observations) - 1
    return {
        "kind": "episode", "name": env, "step": 0, "number": 0, "length": steps,
        "total": float(steps), "terminated": True, "truncated": False,
        "discrete": isinstance(observations[0], int), "observations": observations,
        "actions": [i % 2 for i in range(steps)], "rewards": [1.0] * steps, **rest,
    }  # fmt: skip


WORLDS = [
    episode("CartPole-v1", [[0.1 * i, 0.0, 0.02 * i, 0.0] for i in range(9)],
            probabilities=[[0.25, 0.75]] * 8, values=[float(i) for i in range(8)]),
    episode("FrozenLake-v1", [0, 1, 2, 6, 10, 14, 15], values=[[0.1, 0.2, 0.3, 0.0]] * 6,
            map=["SFFF", "FHFH", "FFFH", "HFFG"]),
    episode("CliffWalking-v1", [36, 24, 25, 26, 38]),
    episode("Taxi-v4", [0, 100, 200, 16]),
    episode("MountainCar-v0", [[-0.5, 0.0], [-0.4, 0.01], [0.5, 0.02]]),
    episode("Acrobot-v1", [[1.0, 0.0, 1.0, 0.0, 0.0, 0.0], [0.9, 0.1, 0.8, 0.2, 0.1, 0.1]]),
    episode("Pendulum-v1", [[1.0, 0.0, 0.1], [0.9, 0.3, 0.2]]),
    episode("Unknown-v0", [[0.0] * 7, [1.0] * 7]),
]  # fmt: skip
EPISODES = tuple(Episode.of(record) for record in WORLDS)

RECORDS = [
    *({"kind": "scalar", "name": "training loss", "step": i, "value": 1 / (i + 1)}
      for i in range(50)),
    *({"kind": "scalar", "name": "validation loss", "step": i, "value": 1.1 / (i + 1)}
      for i in range(50)),
    *({"kind": "scalar", "name": f"gradient norm/W{k}", "step": i, "value": 1.0 + k}
      for i in range(50) for k in (1, 2)),
    {"kind": "scalar", "name": "training loss", "step": 50, "value": "nan"},
    {"kind": "histogram", "name": "W1", "step": 0, "counts": [1.0, 5.0, 2.0],
     "edges": [-1.0, 0.0, 1.0, 2.0]},
    {"kind": "histogram", "name": "W1", "step": 9, "counts": [2.0, 9.0], "edges": [-3.0, 0.0, 3.0]},
    {"kind": "image", "name": "unit 1", "step": 3, "rows": [[0.0, 1.0], [1.0, 0.0]]},
    {"kind": "image", "name": "filters", "step": 3, "rows": [[0.0, 1.0], [1.0, 0.0]],
     "tiles": [[[0.0, 1.0], [1.0, 0.0]]] * 5},
    {"kind": "image", "name": "photo", "step": 3, "rows": [[[255, 0, 0], [0, 255, 0]]] * 2},
    {"kind": "text", "name": "sample", "step": 3, "value": "the [b]cat[/] sat"},
    {"kind": "confusion", "name": "test", "step": 3, "rows": [[5.0, 1.0], [0.0, 4.0]],
     "mistakes": {"images": [[[0.0, 1.0], [1.0, 0.0]]], "true": [0], "predicted": [1]}},
    {"kind": "scatter", "name": "latent", "step": 3, "points": [[0.0, 1.0], [2.0, 3.0]],
     "labels": ["a", "b"]},
    {"kind": "matrix", "name": "attention", "step": 3, "rows": [[0.1, 0.9], [0.5, 0.5]],
     "row_labels": ["to", "be"], "column_labels": ["to", "be"]},
    *WORLDS,
]  # fmt: skip

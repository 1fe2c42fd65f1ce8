"""Episodes are written down as they happened, and recording never changes or ends a run."""

import gymnasium
import numpy as np
import pytest

from tutor import track
from tutor.track.checking import all_checked
from tutor.track.episode import Episode
from tutor.track.ring import Ring


class Counter:
    """Counts to its limit; draws itself, or fails to."""

    render_mode = "rgb_array"

    def __init__(self, limit=5, pixels=False, broken=False):
        self.limit, self.pixels, self.broken = limit, pixels, broken
        self.drawn = 0

    def look(self):
        return np.zeros((84, 84)) if self.pixels else self.at

    def reset(self, seed=None):
        self.at = 0
        return self.look(), {}

    def step(self, action):
        self.at += 1
        return self.look(), 1.0, self.at >= self.limit, False, {"extra": 1}

    def render(self):
        self.drawn += 1
        if self.broken:
            raise RuntimeError("no display")
        picture = np.zeros((100, 150, 3), dtype=np.uint8)
        picture[:, : 10 * self.at] = 200
        return picture


@pytest.fixture
def ring():
    ring = Ring()
    track.connect(ring)
    yield ring
    track.connect(None)


def play(env, episodes=1, policy=None):
    for _ in range(episodes):
        env.reset(seed=0)
        ended = False
        while not ended:
            if policy:
                track.policy(**policy)
            _, _, terminated, truncated, _ = env.step(0)
            ended = terminated or truncated


def recorded(ring):
    return [Episode.of(r) for r in all_checked(ring.take()) if r["kind"] == "episode"]


def test_an_episode_is_written_down(ring):
    """Observations, actions, rewards and what the policy told stand side by side."""
    env = track.env(Counter(3), every=1)
    play(env, policy={"values": np.float32(0.5), "probabilities": np.array([0.25, 0.75])})
    (episode,) = recorded(ring)
    assert (episode.env, episode.discrete, episode.observations) == (
        "Counter",
        True,
        [0, 1, 2, 3],
    )
    assert (episode.length, episode.total, episode.terminated) == (3, 3.0, True)
    assert (episode.values, episode.probabilities) == ([0.5] * 3, [[0.25, 0.75]] * 3)


def test_values_that_are_told_now_and_then_are_left_out(ring):
    """A track with holes is no track."""
    env = track.env(Counter(3), every=1)
    env.reset()
    for step in range(3):
        if step == 1:
            track.policy(values=1.0)
        env.step(0)
    assert recorded(ring)[0].values is None


def test_returns_of_all_episodes_are_tracked(ring):
    """Each episode has its return, at the environment steps so far."""
    play(track.env(Counter(5), every=100), 3)
    found = [r for r in all_checked(ring.take()) if r["name"] == "episode return"]
    assert [(r["step"], r["value"]) for r in found] == [(5, 5.0), (10, 5.0), (15, 5.0)]


def test_every_so_many_and_each_better_one(ring):
    """The first, every tenth, and those better than all before are recorded."""
    inner = Counter(5)
    env = track.env(inner, every=10)
    for number in range(21):
        inner.limit = 9 if number == 13 else 5
        play(env)
    assert [e.number for e in recorded(ring)] == [0, 10, 13, 20]


def test_many_episodes_are_recorded_ever_less_often(ring):
    """After `keep` recorded ones the interval doubles."""
    play(track.env(Counter(1), every=1, keep=4), 40)
    assert [e.number for e in recorded(ring)][:9] == [0, 1, 2, 3, 4, 6, 8, 10, 12]


def test_pictures_stand_in_for_large_observations(ring):
    """Where there is no small state, small pictures are kept, one a step."""
    play(track.env(Counter(4, pixels=True), every=1))
    (episode,) = recorded(ring)
    height, width, pixels = episode.frame(3)
    assert (height, width, len(pixels)) == (25, 37, 25 * 37 * 3)
    assert (episode.observations, len(episode.frames["at"])) == ([], 5)
    assert np.frombuffer(pixels, np.uint8).reshape(25, 37, 3)[0, :, 0].sum() > 1000


def test_drawing_that_fails_ends_the_drawing_alone(ring):
    """A run goes on without pictures where none can be drawn."""
    inner = Counter(4, pixels=True, broken=True)
    play(track.env(inner, every=1), 2)
    assert inner.drawn == 1
    assert recorded(ring)[0].frames is None


def test_gymnasium_sees_one_of_its_own(ring):
    """The wrapper of a Gymnasium environment is one, and tells id and map."""
    env = track.env(gymnasium.make("FrozenLake-v1", is_slippery=False), every=1)
    assert isinstance(env, gymnasium.Env)
    assert env.observation_space.n == 16
    play(env)
    (episode,) = recorded(ring)
    assert (episode.env, episode.map[0], episode.truncated) == (
        "FrozenLake-v1",
        "SFFF",
        True,
    )


def test_states_are_kept_as_numbers(ring):
    """A small state vector is kept as it is."""
    play(track.env(gymnasium.make("CartPole-v1"), every=1))
    (episode,) = recorded(ring)
    assert {len(state) for state in episode.observations} == {4}
    assert len(episode.observations) == episode.length + 1


def test_recording_changes_nothing(ring):
    """What `reset` and `step` return is what the environment returned."""
    plain, env = gymnasium.make("CartPole-v1"), track.env(gymnasium.make("CartPole-v1"))
    assert np.array_equal(plain.reset(seed=3)[0], env.reset(seed=3)[0])
    for action in (0, 1, 1):
        for one, other in zip(plain.step(action), env.step(action), strict=True):
            assert np.array_equal(one, other)


def test_outside_the_tool_it_is_the_environment_itself():
    """Without a ring nothing is wrapped; a vector of environments never is."""
    track.connect(None)
    env = Counter()
    assert track.env(env) is env
    assert track.policy(values="nonsense") is None
    track.connect(Ring())
    env.num_envs = 4
    assert track.env(env) is env
    track.connect(None)


def test_a_long_episode_is_cut(ring):
    """Two thousand steps are kept, all are counted."""
    play(track.env(Counter(2500), every=1))
    (episode,) = recorded(ring)
    assert (episode.length, len(episode.rewards), episode.total) == (2500, 2000, 2500.0)


def test_attributes_of_the_environment_are_there(ring):
    """What a program reads from its environment outside the tool it reads inside too."""
    assert track.env(Counter(7)).limit == 7
    inner = gymnasium.make("FrozenLake-v1").unwrapped
    assert track.env(inner).desc.shape == (4, 4)
    with pytest.raises(AttributeError):
        _ = track.env(inner).nonsense

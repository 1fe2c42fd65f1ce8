"""An environment that a person plays: it runs in the sandbox, one step a key."""

from tutor.protocol import DemoRequest, Limits

LIMITS = Limits(seconds=3600, call_seconds=10)
PROGRAM = '''
import gymnasium

KNOBS, PRESETS = [], []
world, actions, seen = None, [], None


def begin(name, seed):
    global world, actions, seen
    world = gymnasium.make(name)
    first, _ = world.reset(seed=seed)
    actions = []
    space = world.action_space
    desc = getattr(world.unwrapped, "desc", None)
    seen = {
        "observations": [plain(first)], "rewards": [], "terminated": False,
        "truncated": False, "discrete": not hasattr(first, "__len__"),
        "choices": int(getattr(space, "n", 0)),
        "map": None if desc is None else [b"".join(line).decode() for line in desc.tolist()],
    }


def plain(observation):
    return observation.tolist() if hasattr(observation, "tolist") else observation


def draw(values):
    """Take the steps that `values` asks for beyond those taken, and tell all there is."""
    wanted = values["actions"]
    if world is None or values["begin"] or wanted[: len(actions)] != actions:
        begin(values["env"], values["seed"])
    for action in wanted[len(actions):]:
        if seen["terminated"] or seen["truncated"]:
            break
        found, reward, terminated, truncated, _ = world.step(action)
        actions.append(action)
        seen["observations"].append(plain(found))
        seen["rewards"].append(float(reward))
        seen["terminated"], seen["truncated"] = bool(terminated), bool(truncated)
    return seen
'''
"""The course's own code; it runs where learner code runs, since that is where gymnasium is."""


def play_request() -> DemoRequest:
    """Return the request that opens an environment; each ``draw`` tells the episode so far."""
    return DemoRequest(PROGRAM, "playing.py", LIMITS)

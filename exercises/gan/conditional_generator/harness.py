"""Checks for gan/conditional_generator. Oracle: what any such pair of networks must do."""

import numpy as np

from tutor.harness import (
    assert_close,
    assert_contract,
    case,
    probe,
    require,
)


@probe
def made(module, z, batches, classes, outputs, seed):
    """Return the generator's samples for each batch of labels, in eval mode."""
    import torch

    torch.manual_seed(seed)
    G = module.Generator(z.shape[1], classes, outputs).eval()
    noise = torch.tensor(z, dtype=torch.float32)
    with torch.no_grad():
        found = [
            G(noise[rows], torch.tensor(labels)).numpy()
            for rows, labels in batches
        ]
    return found, bool((noise.numpy() == z.astype("float32")).all())


@probe
def judged(module, x, batches, classes, seed):
    """Return the discriminator's logits for each batch of labels, in eval mode."""
    import torch

    torch.manual_seed(seed)
    D = module.Discriminator(x.shape[1], classes).eval()
    samples = torch.tensor(x, dtype=torch.float32)
    with torch.no_grad():
        return [
            D(samples[rows], torch.tensor(labels)).numpy()
            for rows, labels in batches
        ]


@probe
def shared(module):
    """Return whether networks share a parameter: G with D, and G with another G."""
    import torch

    torch.manual_seed(0)
    G, other = module.Generator(3, 5, 4), module.Generator(3, 5, 4)
    D = module.Discriminator(4, 5)

    def common(a, b):
        return any(p is q for p in a.parameters() for q in b.parameters())

    return common(G, D), common(G, other)


@probe
def schooled(module, shapes, seed):
    """Train a discriminator on right and wrong pairs; return how often it is right.

    Kind k of a sample is shapes[k] with a little noise. Half of the pairs carry
    another kind's label.
    """
    import torch

    torch.manual_seed(seed)
    torch.set_num_threads(1)
    kinds, width = shapes.shape
    means = torch.tensor(shapes, dtype=torch.float32)
    D = module.Discriminator(width, kinds).train()
    optimiser = torch.optim.Adam(D.parameters(), lr=0.01)
    loss_of = torch.nn.functional.binary_cross_entropy_with_logits

    def pairs(count):
        kind = torch.randint(kinds, (count,))
        shift = torch.randint(1, kinds, (count,))
        right = torch.arange(count) % 2 == 0
        said = torch.where(right, kind, (kind + shift) % kinds)
        return means[kind] + 0.1 * torch.randn(count, width), said, right

    for _ in range(200):
        x, said, right = pairs(64)
        loss = loss_of(D(x, said), right.float()[:, None])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    x, said, right = pairs(1000)
    with torch.no_grad():
        answer = D.eval()(x, said)[:, 0] > 0
    return float((answer == right).float().mean())


@probe
def drawn(module, shapes, seed):
    """Train a generator to make shapes[k] for kind k; return the mean squared miss."""
    import torch

    torch.manual_seed(seed)
    torch.set_num_threads(1)
    kinds, width = shapes.shape
    means = torch.tensor(shapes, dtype=torch.float32)
    G = module.Generator(3, kinds, width).train()
    optimiser = torch.optim.Adam(G.parameters(), lr=0.01)
    for _ in range(200):
        kind = torch.randint(kinds, (64,))
        loss = (G(torch.randn(64, 3), kind) - means[kind]).pow(2).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    kind = torch.arange(kinds).repeat(20)
    with torch.no_grad():
        miss = G.eval()(torch.randn(len(kind), 3), kind) - means[kind]
    return float(miss.pow(2).mean())


def seed(rng):
    return int(rng.integers(1 << 30))


def every(count):
    return list(range(count))


@case("samples and logits have their shapes, for any number of classes")
def shape(learner, rng):
    for classes, count in ((2, 5), (13, 14), (3, 1)):
        labels = np.arange(count) % classes
        batch = [(every(count), labels)]
        z = rng.normal(size=(count, 3))
        (x,), same = made(
            learner, z=z, batches=batch, classes=classes, outputs=6, seed=1
        )
        what = f"samples of {classes} classes"
        assert_contract(x, (count, 6), "float32", what=what)
        require(same, "the noise was changed.")
        (logits,) = judged(
            learner,
            x=rng.normal(size=(count, 6)),
            batches=batch,
            classes=classes,
            seed=1,
        )
        what = f"logits with {classes} classes"
        assert_contract(logits, (count, 1), "float32", what=what)


@case("asked twice, both players answer alike", tries=1)
def twice(learner, rng):
    z, labels = rng.normal(size=(6, 3)), rng.integers(0, 4, 6)
    batch = [(every(6), labels)] * 2
    (first, again), _ = made(
        learner, z=z, batches=batch, classes=4, outputs=5, seed=seed(rng)
    )
    assert_close(again, first, because="The generator changed its mind.")
    first, again = judged(
        learner, x=z, batches=batch, classes=4, seed=seed(rng)
    )
    assert_close(again, first, because="The discriminator changed its mind.")


@case("in a mixed batch each row follows its own label", tries=2)
def mixed(learner, rng):
    z, labels = rng.normal(size=(8, 3)), np.array([2, 0, 1, 3, 3, 2, 0, 1])
    batches = [(every(8), labels), (every(8), np.full(8, 2))]
    batches += [([i], labels[i : i + 1]) for i in range(8)]
    (x, *singles), _ = made(
        learner, z=z, batches=batches, classes=4, outputs=5, seed=seed(rng)
    )
    own_row(x, singles, "the generator")
    logits, *singles = judged(
        learner, x=z, batches=batches, classes=4, seed=seed(rng)
    )
    own_row(logits, singles, "the discriminator")


def own_row(together, singles, who):
    first, *alone = singles
    alone = np.concatenate(alone)
    if np.abs(together - alone).max() < 1e-4:
        return
    require(
        np.abs(together - first).max() > 1e-6,
        f"{who} gave a mixed batch what it gives a batch in which all rows "
        "have the first row's label.",
    )
    assert_close(
        together,
        alone,
        because=f"A row of {who} differs alone and among others.",
    )


@case("the same noise makes another sample for another class", tries=2)
def classes_differ(learner, rng):
    z = np.repeat(rng.normal(size=(1, 3)), 6, axis=0)
    (x,), _ = made(
        learner,
        z=z,
        batches=[(every(6), np.arange(6))],
        classes=6,
        outputs=5,
        seed=seed(rng),
    )
    gaps = np.abs(x[:, None] - x).max(axis=2)[np.triu_indices(6, 1)]
    require(
        gaps.min() > 1e-5,
        f"with one noise, {int((gaps <= 1e-5).sum())} of 15 pairs of classes "
        "get the same sample.",
    )


@case("another noise makes another sample of the same class", tries=2)
def noise_matters(learner, rng):
    z = rng.normal(size=(10, 3))
    (x,), _ = made(
        learner,
        z=z,
        batches=[(every(10), np.full(10, 1))],
        classes=3,
        outputs=5,
        seed=seed(rng),
    )
    require(
        np.abs(x - x[0]).max(axis=1)[1:].min() > 1e-5,
        "two noises gave the same sample.",
    )


@case("what a class changes in a sample depends on the noise", tries=2)
def not_a_shift(learner, rng):
    z = rng.normal(size=(20, 3))
    batches = [(every(20), np.full(20, k)) for k in (0, 1)]
    (a, b), _ = made(
        learner, z=z, batches=batches, classes=3, outputs=5, seed=seed(rng)
    )
    require(
        (b - a).std(axis=0).max() > 1e-4,
        "from class 0 to class 1 every sample changes by the same amount, "
        "whatever the noise: the label enters behind the layers.",
    )


@case("what a class changes in a logit depends on the sample", tries=2)
def pairs(learner, rng):
    x = 3 * rng.normal(size=(40, 5))
    batches = [(every(40), np.full(40, k)) for k in (0, 1)]
    a, b = judged(learner, x=x, batches=batches, classes=3, seed=seed(rng))
    require(
        np.abs(b - a).max() > 1e-5,
        "the logit of a sample is the same for class 0 and class 1: the "
        "discriminator does not hear the label.",
    )
    require(
        (b - a).std() > 1e-4,
        "from class 0 to class 1 every logit changes by the same amount, "
        "whatever the sample: a wrong pair cannot be told from a right one.",
    )


@case("the players share no parameter", tries=1)
def apart(learner):
    both, other = shared(learner)
    require(not both, "G and D share a parameter: a step of one moves both.")
    require(not other, "two generators share a parameter.")


@case("the discriminator returns logits", tries=1)
def raw(learner, rng):
    x, labels = 100 * rng.normal(size=(200, 5)), rng.integers(0, 3, 200)
    (logits,) = judged(
        learner,
        x=x,
        batches=[(every(200), labels)],
        classes=3,
        seed=seed(rng),
    )
    require(
        logits.min() < 0 or logits.max() > 1,
        "the answers to 200 samples a hundred times as large all lie between "
        "0 and 1: these are probabilities. The loss applies sigmoid itself.",
    )


def kinds(rng):
    """Return 12 different corners of a cube, in any order, shape (12, 5)."""
    corners = rng.permutation(32)[:12]
    return 2.0 * (corners[:, None] >> np.arange(5) & 1) - 1


@case("200 steps teach the discriminator which pairs are wrong", tries=1)
def wrong_pairs(learner, rng):
    share = schooled(learner, shapes=kinds(rng), seed=seed(rng))
    require(
        share >= 0.9,
        f"after 200 steps on right and wrong pairs of twelve kinds, it judges "
        f"{share:.0%} of new pairs rightly.",
    )


@case("200 steps teach the generator twelve kinds", tries=1)
def kinds_made(learner, rng):
    miss = drawn(learner, shapes=kinds(rng), seed=seed(rng))
    require(
        miss <= 0.1,
        f"after 200 steps toward twelve corners of a cube, the mean squared "
        f"distance from the ordered corner is {miss:.2f} in each direction.",
    )

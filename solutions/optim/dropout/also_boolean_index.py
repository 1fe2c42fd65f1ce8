"""Another right way: survivors picked by a boolean index."""


def dropout(activations, p, rng, train=True):
    result = activations + 0
    if not train:
        return result
    gone = rng.random(activations.shape) < p
    if not gone.all():
        result /= 1 - p
    result[gone] = 0
    return result

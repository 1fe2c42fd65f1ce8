"""Checks for cnn/conv_tester: right and wrong layers, made beside the learner's code."""

from tutor.harness import CheckFailed, case, probe, require


@probe
def verdicts(module, names):  # noqa: C901 - a probe is one function
    """Return, for each named layer, what the learner's test says of it.

    A verdict is True or False, or a sentence on what went wrong.
    """
    import numpy as np

    def right(x, w, b, s, p):
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        rows = (padded.shape[2] - w.shape[2]) // s + 1
        columns = (padded.shape[3] - w.shape[3]) // s + 1
        y = np.zeros((len(x), len(w), rows, columns))
        for i in range(rows):
            for j in range(columns):
                window = padded[
                    :,
                    :,
                    i * s : i * s + w.shape[2],
                    j * s : j * s + w.shape[3],
                ]
                y[:, :, i, j] = np.tensordot(window, w, ((1, 2, 3),) * 2) + b
        return y

    def by_weights(x, w, b, s, p):
        k, width = w.shape[2:]
        H, W = x.shape[2] + 2 * p, x.shape[3] + 2 * p
        full = np.zeros((*x.shape[:2], H, W))
        full[:, :, p : H - p, p : W - p] = x
        total = b[:, None, None]
        for u in range(k):
            for v in range(width):
                part = full[
                    :, :, u : H - k + 1 + u : s, v : W - width + 1 + v : s
                ]
                total = total + np.einsum("nchw,oc->nohw", part, w[:, :, u, v])
        return total

    def by_channels(x, w, b, s, p):
        y = 0.0
        for c in reversed(range(x.shape[1])):
            y = y + right(x[:, c : c + 1], w[:, c : c + 1], 0 * b, s, p)
        return y + b[:, None, None]

    def backwards(x, w, b, s, p):
        return np.ascontiguousarray(
            right(x[::-1], w[::-1], b[::-1], s, p)[::-1, ::-1]
        )

    def by_rows(x, w, b, s, p):
        return np.concatenate([right(one[None], w, b, s, p) for one in x])

    def pad_of(x, p, value):
        rim = ((0, 0), (0, 0), (p, p), (p, p))
        return np.pad(x, rim, constant_values=value)

    def oblong_transposed(x, w, b, s, p):
        if w.shape[2] != w.shape[3]:
            k, width = w.shape[2:]
            w = w.transpose(0, 1, 3, 2).reshape(*w.shape[:2], k, width)
        return right(x, w, b, s, p)

    def square_transposed(x, w, b, s, p):
        is_square = w.shape[2] == w.shape[3]
        return right(x, w.swapaxes(2, 3) if is_square else w, b, s, p)

    def bias_across(x, w, b, s, p):
        y = right(x, w, 0 * b, s, p)
        wide = y.shape[3] == len(b)
        return y + (b if wide else b[:, None, None])

    def lowest_pad(x, w, b, s, p):
        return right(pad_of(x, p, min(x.min(), 0)), w, b, s, 0)

    def bias_in_padding_only_once(x, w, b, s, p):
        y = right(x, w, b, s, p)
        if p:
            y[:, :, 0] -= b[:, None]
        return y

    def wraps(x, w, b, s, p):
        return right(
            np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode="wrap"),
            w,
            b,
            s,
            0,
        )

    def one_row_short(x, w, b, s, p):
        y = right(x, w, b, s, p)
        fills = (x.shape[2] + 2 * p - w.shape[2]) % s
        return y[:, :, :-1] if s > 1 and fills == 0 else y

    def keeps_last(x, w, b, s, p):
        y = right(x, w, b, s, p)
        if x.shape[1] > 2:
            y = right(x[:, :2], w[:, :2], b, s, p)
        return y

    def shares_bias(x, w, b, s, p):
        return right(x, w, np.full_like(b, b[0]), s, p)

    def first_image(x, w, b, s, p):
        return right(x[:1].repeat(len(x), axis=0), w, b, s, p)

    def halves_in_place(x, w, b, s, p):
        y = right(x, w, b, s, p)
        if p:
            x[:, :, :, 0] = 0
        return y

    def drops_batch(x, w, b, s, p):
        y = right(x, w, b, s, p)
        return y[0] if len(x) == 1 else y

    def stride_down(x, w, b, s, p):
        y = right(x, w, b, 1, p)
        return y[:, :, ::s, :: min(s, 2)]

    def square_images_only(x, w, b, s, p):
        return right(x.reshape(*x.shape[:2], *x.shape[2:3] * 2), w, b, s, p)

    def channels_only_if_equal(x, w, b, s, p):
        if len(w) != x.shape[1]:
            return right(x, w, b, s, p)
        return right(x, w.swapaxes(0, 1), b, s, p)

    layers = {
        "right": right,
        "by_weights": by_weights,
        "by_channels": by_channels,
        "backwards": backwards,
        "by_rows": by_rows,
        "flip": lambda x, w, b, s, p: right(x, w[:, :, ::-1, ::-1], b, s, p),
        "square_transposed": square_transposed,
        "oblong_transposed": oblong_transposed,
        "no_bias": lambda x, w, b, s, p: right(x, w, 0 * b, s, p),
        "shares_bias": shares_bias,
        "bias_across": bias_across,
        "lowest_pad": lowest_pad,
        "wraps": wraps,
        "pads_once": lambda x, w, b, s, p: right(
            np.pad(x, ((0, 0), (0, 0), (p, 0), (p, 0))), w, b, s, 0
        ),
        "one_row_short": one_row_short,
        "stride_down": stride_down,
        "two_channels": keeps_last,
        "channels_swapped": channels_only_if_equal,
        "first_image": first_image,
        "drops_batch": drops_batch,
        "changes_input": halves_in_place,
        "raises": square_images_only,
        "adds_axis": lambda x, w, b, s, p: right(x, w, b, s, p)[None],
        "border_bias": bias_in_padding_only_once,
    }
    found = []
    for name in names:
        count, layer = [0], layers[name]

        def counted(x, w, b, stride, pad, count=count, layer=layer):
            count[0] += 1
            return layer(x, w, b, stride, pad)

        try:
            said = module.is_right(counted)
        except Exception as error:
            said = f"raised {type(error).__name__}: {error}"
        else:
            if type(said) not in (bool, np.bool_):
                said = f"returned a {type(said).__name__}, not True or False"
            elif count[0] > 200:
                said = f"called the layer {count[0]} times; 200 is the most"
            else:
                said = bool(said)
        found.append(said)
    return found


def judge(learner, expected, suspects):
    """Hold the verdicts against the truth; `suspects` maps names to words."""
    said = verdicts(learner, names=list(suspects))
    for verdict, what in zip(said, suspects.values(), strict=True):
        if type(verdict) is str:
            raise CheckFailed(f"given {what}, your test {verdict}")
        fault = "accepted" if verdict else "rejected"
        require(verdict is expected, f"your test {fault} {what}")


@case("right layers are accepted, in whatever style they are written")
def accepts(learner):
    judge(
        learner,
        True,
        {
            "right": "a right layer that goes from place to place",
            "by_weights": "a right layer that adds shifted copies",
            "by_channels": "a right layer that adds up channel by channel, and "
            "differs by rounding",
            "backwards": "a right layer that goes backwards",
            "by_rows": "a right layer that takes one image at a time",
        },
    )


@case("a flipped or transposed kernel is caught")
def turned(learner):
    judge(
        learner,
        False,
        {
            "flip": "a layer that flips its kernels",
            "square_transposed": "a layer that transposes kernels that are "
            "square",
            "oblong_transposed": "a layer that mixes up the weights of "
            "kernels that are not square",
        },
    )


@case("a bias that is missing, shared or misplaced is caught")
def biases(learner):
    judge(
        learner,
        False,
        {
            "no_bias": "a layer without a bias",
            "shares_bias": "a layer that uses one bias for all channels",
            "bias_across": "a layer that adds the bias along the width, if "
            "that is as long as the bias",
        },
    )


@case("padding with other things than zeros is caught")
def padding(learner):
    judge(
        learner,
        False,
        {
            "lowest_pad": "a layer that pads with the lowest value of x, "
            "if that is negative",
            "wraps": "a layer that pads with pixels from the opposite side",
            "pads_once": "a layer that pads above and to the left alone",
            "border_bias": "a layer that leaves the bias out of the first "
            "row of its output, if there is padding",
        },
    )


@case("a wrong stride is caught")
def strides(learner):
    judge(
        learner,
        False,
        {
            "stride_down": "a layer whose stride across is never more than 2",
            "one_row_short": "a layer that forgets the last row of places, "
            "if a stride above 1 fits exactly",
        },
    )


@case("images and channels that are not looked at are caught")
def left_out(learner):
    judge(
        learner,
        False,
        {
            "two_channels": "a layer that looks at the first two channels",
            "first_image": "a layer that gives every image the answer of "
            "the first",
            "channels_swapped": "a layer that exchanges channels in and "
            "out, if there are equally many",
        },
    )


@case("bad manners are caught: an exception, a lost axis, changed arguments")
def manners(learner):
    judge(
        learner,
        False,
        {
            "raises": "a layer that raises unless images are square",
            "adds_axis": "a layer that puts one more axis in front",
            "drops_batch": "a layer that loses the batch axis for one image",
            "changes_input": "a layer that changes its images in place, if "
            "there is padding",
        },
    )

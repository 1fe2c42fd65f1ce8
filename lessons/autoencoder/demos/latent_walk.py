# /// demo
# title = "Latent walk"
# uses = ["autoencoder/pca_codings"]
# ///
"""Walk from one digit to another through a plane of codes, and see what each place decodes to.

Move `step`, or play it. With `code` you choose the plane: your own PCA, or a small bent
autoencoder. Left, the codes of 200 digits, and the place where you are. What lies between two
heaps: a digit, a mixture, or nothing that anybody would write?
"""

import base64
import zlib
from functools import lru_cache
from itertools import pairwise

import numpy as np

from tutor.yours import pca_decode, pca_encode, pca_fit

STEPS, HIDDEN, EPOCHS, BATCH, RATE = 24, 48, 240, 50, 0.01
LABELS = np.array(
    [
        int(letter)
        for letter in (
            "01234567890123456789012345678909556509898417735100227820126337334666491509528200"
            "17632174631391768431405369617544728225795488490898012345678901234567890123456789"
            "0955650989841773510022782012633733466649"
        )
    ]
)
"""What the images show."""
PACKED = (
    "c-l2qFSFZ767P{RZ!(@IYk~I8;5lAk$Gdx$Cm_J+Za%<)0k5tMwyp#Z3K$3k2p)VOARr(gV1a>wp+3TZ"
    "0KtI^1q1{R+^_ZSN|nl!#xv91zdzmDspe2@`B^Q!cA^r&MBAm29}$vZ23aRTcAIwJCl}-X6opG2c`6=m"
    "+LKG1XiZU`EPh2%Qa-4lVsfY3qESIO<5Zhb)~d!_M6W+BK9k=~DyFTX2U1Q2c`~)>O8<Dn-;{^4eymlU"
    "6x2vWqnfN(7RO?_l3r94k|7N$?D2mxP^~F%-?%p&bxEhb>wl<zcS$DEQJ~YJ!HzC<>UR9Np431=#NDu|"
    "*0kvsT@sD6Bs$TV){yD*-^|~WQH1@l^^1^?vKLOc2QO>wQzz$JRBKv9+zC%B+9to7@48Y$`Qh;4vB*}c"
    "Mtq1$2OIQ&+6~mGR(5Zyw;k%x=4bsZr`<F52CB&GA$O=>XI|u~taVLS^0KnkBOM7VosP;0{L9;tY-^`{"
    ")RP#J3w@NA%|x{T60%iZo=~N3>6ZbwwW^cR40NJm@ku|cs=OXnPphZX(}zQ?D#Q_uPk0^irx!Jr-;V7j"
    "zOPZsn7j9WGnL<LTmX3)ZJTi9gxG^B%;#h(D;rA6<HA!gT~5a3jL!<sOBRfih_vkTn4m)Xs~myBmj|y<"
    "=^xu2n4qeoFN3_&2U_j!h`mC6>l9fov4Z$IoVY4)>sk%SuS1;zvJ3AcYKE9ZSX{Bw+li39Xw{Tm=)M~_"
    "J@ZMDsutLnM5?LK7v-1WV|gx772qB7mOL08)**>WV7{i6s*gXE+jrZ;&)Hqa)S2+(58I!&+s8sRGyj{n"
    "FNC_S$-3l>2pVxp?n$&x^+}^Ad83cJW;5!@Oaf+J{~)f2IWEC4n#41heBGgzU`K;Yhq5`Gj;rhoG6V|*"
    "^kT!WbAC`2-o=%ocDCL1bY_Gz0{)e4%-3X6ZU^)P*iL>?v(gr`?y&RpaL<B{c6eJ;W5<2Z@#IlYK$}m#"
    ">j^hSIU$FRD<mgXC5T$J>(%;_<2&BKQ%OtQmwi@WlZ$v&FJ(@R=AWWB#H)|=_|1;_SJSh;OL})zTv42="
    "tFkT;6`zxmCZL43vRg1Fh*F))YD;V8542g5a5k>%r_*7zJgGVjvbE8MnZK*#rh4gY$Ox<sNs|nU^BfW="
    "Wv>4pboooQ_D3&SB`)hsqy`!uflJtQ`#=}$k4Im8D7M>eR_HS{ABt<SD&Tl|W4Pwiez43nJXEvWp)#ZG"
    "HJn3}0ETMLKcCcp#0Y+&y01v-051S5essSeTTAv?jue@r`?!njEJ>9F@Ux(mov@D?i%9?G{tCpg?)c&J"
    "6%+-3{7sxyl+Ap8pn5UoxCdy1|B~4s6R7WD#tGHLHw&$oPzv1kN~dLQ0%u|3Chofw_luxI=C{x)(5uoG"
    "`2<sO)H#>|{(*bt9V}`$ZRwVXZPxp@@>({!2VOA`$cgy_ug#_$`beYcpl7FCiY`HpS(cp+7d4?K6%-kB"
    "kN4HFkU#<FS4(COkV77B-~ZaMZzXs%n1g7+FYwJ}P>%5I5XOrJH9P1}+9$Zh%*xK8#AKuwLeyqBG6I1;"
    "P_l2<cKS7PC(1*9E@{nrNACH|?jsd1dpP@Ry;ZxU!@ZnXHNwHG>n$p6C+Sl30qCE-4=c9aob{-y+{>%>"
    "K*>pP8TEty`Cd433oi(=esg7i02986DIcsq!UJ&=s#KC3@`g@Htw!ZoJNR13YdX<qIwW7kq{#;P6MWvY"
    "|EhM@lV5{>s5GKoL=%kXzh(E(88BQ8CZycekhvLVzx?TVTjT4imY3D?n$G-uQz`fe`sww!g5R9rXV9Ij"
    "<zVKHEYZ!lzb+ev80oZW#DEyk|G6WgmjEH;RV_a}uD07Z1^89bjYcz;%+Z>kytUm9oMHDZt9-KO#SNTg"
    "oz@HP9~@J(-#0zn0gvt1=O_4?L4EdJ*`~AGpknd(B`d@Te*~%oUj@IwSNLFnpWuvReFS&mPM-6g``bwX"
    "HO}vF+MW*gY|xIr&?wOB--WlcpTZY_Cr<%z(QnGL|NW28m``j-xRPKq{JUpX+R0Yj)u0||7>>{DBr9~e"
    "t@<n`a3ANP_l=lf;19aWJQM`wWHs|$SJvABTDa3kx<HT6!|~<aY6<s&1|z;-5MPac3xwzk{Bn+zrx8`D"
    "vy6)dzX_~ws`n1{L%+)6W<)mt!}GrMPxOR}DUO@c_W$Zo7xfkX#Jx9)-u8cf<r{cn&S}Wp`)*kor=k0Y"
    "S`X;IC%B|Hz^ptSi>Kmvg2H%~i)k(9^~F7fPg!4r3s{M|%bgw9|9YZ#V7LKO*Kl|VcRWxT>?OaM05r}="
    "d|@W<9V*#n{s1>P6vsO{eJ3h2=)0Mc)!Ws>N)K?OkYP^DyC=pOKAKezFR%ED0{sQ^)&nA9{$m>C*%K<r"
    "JH$1z!_vfl4|g4D!ZVmrenO{f>@@fCR$TJt?KSb~s9#wcc3|%8pH0%_Jk3;3a6^NM5xo=h0Zl0;t@p1C"
    "_n3vl;q+9z!vva-z_T-9c|D?k%axjhXRlpH<`)$6ta@M)xf3#L^0Pv}(Twh(xSxQ}$d~mOF&+5j-2|SO"
    "_KqXP?}0z|!I5$P$MTj>B2dF@wu7FhUGN!tv)wOz-@g_3#rx17S$ogfXA^elzxW*{Pr4-+RpqUWJU8Ln"
    "eNkH=0<Y=xciS8G3R3;?hFbHUd*U;&<GrUi>z7^25l>|CAs+s)J$0B?V><Ukbm=qn(6eW<g3BsvGJc;|"
    "k5qbl$-oDCtqoWR2BR)Kku2+c&~tp+{}=EHuI2"
)
"""The first 200 digits in four greys, two bits a pixel, compressed, in base 85."""
BITS = np.unpackbits(np.frombuffer(zlib.decompress(base64.b85decode(PACKED)), np.uint8))
IMAGES = BITS.reshape(-1, 64, 2) @ np.array([1, 2]) / 3

KNOBS = [
    {
        "name": "step",
        "low": 0.0,
        "high": float(STEPS),
        "step": 1.0,
        "value": 0.0,
        "plays": True,
    },
    {"name": "code", "choices": ["bent", "PCA"], "value": "bent"},
    {"name": "from", "low": 0.0, "high": 9.0, "step": 1.0, "value": 0.0},
    {"name": "to", "low": 0.0, "high": 9.0, "step": 1.0, "value": 1.0},
]


def walk(code, start, end, step=0):
    """Return knob values."""
    return {
        "step": float(step),
        "code": code,
        "from": float(start),
        "to": float(end),
    }


PRESETS = [
    {
        "name": "from 0 to 1",
        "say": "A bent code. Play the walk: watch the ring of "
        "the 0 close. The line below names the nearest real code.",
        "values": walk("bent", 0, 1),
    },
    {
        "name": "between neighbours",
        "say": "4 and 9 differ by one stroke at the top, and yet they may lie far apart in this "
        "plane. Which digits does the straight way pass?",
        "values": walk("bent", 4, 9),
    },
    {
        "name": "a straight code",
        "say": "Your PCA, from 0 to 1. Every image on the way is a weighted average of the "
        "first and the last: one fades out while the other fades in.",
        "values": walk("PCA", 0, 1, 12),
    },
    {
        "name": "two numbers are too few",
        "say": "Your PCA, at a 7. The middle of all codes of a 7 decodes to a smudge, since "
        "most of what makes it a 7 lies outside of the plane.",
        "values": walk("PCA", 7, 8),
        "fails": True,
    },
]

PREDICT = {
    "ask": "With a straight code (PCA), what is drawn halfway between the codes of two images?",
    "choices": [
        "a clean digit that looks like something between",
        "the average of the two images that the ends decode to",
        "always the mean of all images",
    ],
    "answer": "the average of the two images that the ends decode to",
    "because": "Decoding is a matrix product and a mean. The middle of two codes decodes to "
    "the middle of two images, pixel by pixel: a double exposure.",
}


def layers(rng, sizes):
    """Return weights and biases."""
    return [
        part
        for a, b in pairwise(sizes)
        for part in (rng.normal(size=(a, b)) / np.sqrt(a), np.zeros(b))
    ]


def through(net, x):
    """Return what enters each layer, and the logits; the code is entered as it is."""
    inputs = [x]
    for i in range(4):
        y = inputs[-1] @ net[2 * i] + net[2 * i + 1]
        inputs.append(np.tanh(y) if i in (0, 2) else y)
    return inputs


def slopes(net, inputs, push):
    """Return the gradients of all weights and biases."""
    grads = []
    for i in (3, 2, 1, 0):
        grads = [inputs[i].T @ push, push.sum(axis=0), *grads]
        push = push @ net[2 * i].T
        if i in (1, 3):
            push = push * (1 - inputs[i] ** 2)
    return grads


@lru_cache(maxsize=1)
def bent():
    """Return a trained autoencoder 64-48-2-48-64, as a list of arrays."""
    rng = np.random.default_rng(4)
    net = layers(rng, (64, HIDDEN, 2, HIDDEN, 64))
    first, second = ([np.zeros_like(p) for p in net] for _ in range(2))
    count, total = 0, EPOCHS * (len(IMAGES) // BATCH)
    for _ in range(EPOCHS):
        order = rng.permutation(len(IMAGES))
        for batch in np.split(order[: len(order) // BATCH * BATCH], len(order) // BATCH):
            x = IMAGES[batch]
            inputs = through(net, x)
            ink = 0.5 + 0.5 * np.tanh(inputs[4] / 2)
            count += 1
            rate = RATE * min(1.0, 2 * (1 - count / total))
            for i, grad in enumerate(slopes(net, inputs, (ink - x) / BATCH)):
                first[i] += 0.1 * (grad - first[i])
                second[i] += 0.01 * (grad**2 - second[i])
                up, down = 1 - 0.9**count, 1 - 0.99**count
                net[i] -= rate * first[i] / up / (np.sqrt(second[i] / down) + 1e-8)
    return net


@lru_cache(maxsize=2)
def codes(kind):
    """Return the codes of all images."""
    if kind == "PCA":
        return np.asarray(pca_encode(IMAGES, *pca_fit(IMAGES, 2)))
    return through(bent(), IMAGES)[2]


def images(kind, Z):
    """Return the images that codes stand for."""
    if kind == "PCA":
        return np.asarray(pca_decode(Z, *pca_fit(IMAGES, 2)))
    net = bent()
    logits = np.tanh(Z @ net[4] + net[5]) @ net[6] + net[7]
    return 0.5 + 0.5 * np.tanh(logits / 2)


def middle(Z):
    """Return the median of each column."""
    return np.sort(Z, axis=0)[len(Z) // 2]


@lru_cache(maxsize=64)
def path(kind, start, end):
    """Return the places of a walk, and the images on it."""
    Z = codes(kind)
    ends = [middle(Z[np.equal(LABELS, digit)]) for digit in (start, end)]
    part = np.linspace(0, 1, STEPS + 1)[:, None]
    places = ends[0] + part * (ends[1] - ends[0])
    return places, images(kind, places).reshape(-1, 8, 8)


def frame(Z, axis):
    low, high = Z[:, axis].min(), Z[:, axis].max()
    return float(low - 0.05 * (high - low)), float(high + 0.05 * (high - low))


def draw(values):
    """Return the scene: codes, the image here, and the whole walk."""
    kind, step = values["code"], int(values["step"])
    start, end = int(values["from"]), int(values["to"])
    Z = codes(kind)
    places, drawn = path(kind, start, end)
    here = places[step]
    nearest = int(((Z - here) ** 2).sum(axis=1).argmin())
    kinds = np.equal(LABELS, start) + 2 * np.equal(LABELS, end) * (start != end)
    strip = drawn[np.linspace(0, STEPS, 6).astype(int)]
    big = np.kron(np.clip(drawn[step], 0, 1), np.ones((2, 2)))
    return {
        "say": f"Step {step} of {STEPS} on the way from {start} to {end}, code "
        f"({here[0]:.2f}, {here[1]:.2f}). The nearest real code belongs to a "
        f"{LABELS[nearest]}.",
        "panels": [
            {
                "draw": "plane",
                "title": "codes of 200 digits",
                "with": {
                    "values": [],
                    "points": np.concatenate([Z, here[None]]).tolist(),
                    "classes": [*kinds.tolist(), 3],
                    "names": ["others", str(start), str(end), "here"],
                    "x_range": frame(Z, 0),
                    "y_range": frame(Z, 1),
                },
            },
            {
                "draw": "tiles",
                "title": "decoded here",
                "with": {"images": [big.tolist()], "columns": 1, "low": 0.0, "high": 1.0},
            },
            {
                "draw": "tiles",
                "title": "the whole way",
                "with": {
                    "images": np.clip(strip, 0, 1).tolist(),
                    "columns": 3,
                    "low": 0.0,
                    "high": 1.0,
                },
            },
        ],
    }

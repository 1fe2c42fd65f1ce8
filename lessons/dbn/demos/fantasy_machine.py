# /// demo
# title = "Fantasy machine: an RBM Gibbs sampler"
# uses = ["dbn/gibbs_step", "dbn/rbm_energy"]
# ///
"""Let a machine that has seen digits dream, one Gibbs step at a time.

Play `step` and watch the picture wander. `clamp` holds a part of a real digit fixed, and
the machine fills in the rest. `temperature` divides all energies: cold chains settle, hot
ones boil. The chain is your own `gibbs_step`, the curve your own `free_energy`.
"""

import base64
from functools import lru_cache

import numpy as np

from tutor.yours import free_energy, gibbs_step

STEPS = 60
HIDDEN = 40

KNOBS = [
    {
        "name": "step",
        "low": 0.0,
        "high": float(STEPS),
        "step": 1.0,
        "value": 0.0,
        "plays": True,
    },
    {"name": "start", "choices": ["noise", "digit"], "value": "noise"},
    {
        "name": "clamp",
        "choices": ["nothing", "upper half", "left half", "frame"],
        "value": "nothing",
    },
    {"name": "digit", "low": 0.0, "high": 9.0, "step": 1.0, "value": 3.0},
    {"name": "temperature", "low": 0.25, "high": 3.0, "step": 0.25, "value": 1.0},
    {"name": "seed", "low": 0.0, "high": 9.0, "step": 1.0, "value": 0.0},
]


def setting(step, start="noise", clamp="nothing", digit=3, temperature=1.0):
    """Return knob values."""
    return {
        "step": float(step),
        "start": start,
        "clamp": clamp,
        "digit": float(digit),
        "temperature": float(temperature),
        "seed": 0.0,
    }


PRESETS = [
    {
        "name": "from noise",
        "say": "A random picture at step 0. Play: how many steps until it looks like a "
        "digit, and does it stay the same digit?",
        "values": setting(0),
    },
    {
        "name": "half a digit",
        "say": "The upper half of a 3 is held fixed. What does the machine put below it? "
        "Try other seeds: a 3 is not the only answer.",
        "values": setting(20, clamp="upper half"),
    },
    {
        "name": "leaving a digit",
        "say": "The chain starts at a real 7. One step is the reconstruction that training "
        "looks at; later ones are dreams.",
        "values": setting(1, start="digit", digit=7),
    },
    {
        "name": "boiling",
        "say": "Fails on purpose. At temperature 3 energies hardly count, and pixels are "
        "tossed nearly at random. The free energy never gets as low as at temperature 1.",
        "values": setting(40, temperature=3.0),
        "fails": True,
    },
    {
        "name": "frozen",
        "say": "Fails on purpose. At temperature 0.25 the chain falls into the first valley "
        "and hardly moves: it dreams nearly one picture for ever.",
        "values": setting(40, temperature=0.25),
        "fails": True,
    },
]

PREDICT = {
    "ask": "A chain starts from noise. What happens to the free energy of its picture?",
    "choices": [
        "it falls in the first few steps, then wavers",
        "it falls steadily to the end",
        "it stays where it is",
    ],
    "answer": "it falls in the first few steps, then wavers",
    "because": "Gibbs sampling is no descent. Noise is unlikely, so the first steps lead "
    "down; afterwards the chain walks among likely pictures and goes up as well.",
}


@lru_cache(maxsize=1)
def machine():
    """Return W (64, 40), b (64,) and c (40,), kept in steps of 1/16."""
    numbers = np.frombuffer(base64.b85decode(MACHINE), np.int8) / 16
    W, b, c = np.split(numbers, [64 * HIDDEN, 64 * HIDDEN + 64])
    return W.reshape(64, HIDDEN), b, c


def held(clamp):
    """Return which pixels stay fixed, shape (8, 8)."""
    rows, columns = np.mgrid[:8, :8]
    masks = {
        "nothing": rows < 0,
        "upper half": rows < 4,
        "left half": columns < 4,
        "frame": (rows % 7 == 0) | (columns % 7 == 0),
    }
    return masks[clamp]


def example(digit):
    """Return a real image of a digit, 0 and 1, shape (64,)."""
    packed = np.frombuffer(base64.b85decode(EXAMPLES), np.uint8)
    return np.unpackbits(packed).reshape(10, 64)[digit].astype(float)


@lru_cache(maxsize=32)
def trajectory(start, clamp, digit, temperature, seed):
    """Return means (STEPS + 1, 64), free energies and hidden means of a chain."""
    W, b, c = machine()
    rng, fixed = np.random.default_rng(seed), held(clamp).ravel()
    real = example(digit)
    v = real if start == "digit" else (rng.random(64) < 0.5).astype(float)
    v = np.where(fixed, real, v)
    shown, hidden = [v], [np.zeros(HIDDEN)]
    states = [v]
    for _ in range(STEPS):
        cooled = W / temperature, b / temperature, c / temperature
        ph, _, pv, new = gibbs_step(v[None], *cooled, rng)
        v = np.where(fixed, real, new[0])
        shown.append(np.where(fixed, real, pv[0]))
        hidden.append(ph[0])
        states.append(v)
    energies = free_energy(np.array(states), W, b, c)
    return np.array(shown), energies, np.array(hidden)


def told(values, energies, step):
    """Return a sentence on where the chain stands."""
    now, least = energies[step], energies[: step + 1].min()
    where = f"Step {step}: free energy {now:.1f}, least so far {least:.1f}."
    if step == 0:
        return f"{where} Play `step` to let it dream."
    if values["clamp"] != "nothing":
        return f"{where} Held fixed: {values['clamp']}; the rest is the machine's guess."
    return f"{where} Shown are the probabilities of the pixels."


def draw(values):
    """Return the scene: the picture, its hidden units and the free energy so far."""
    step = int(values["step"])
    key = values["start"], values["clamp"], int(values["digit"])
    shown, energies, hidden = trajectory(
        *key, float(values["temperature"]), int(values["seed"])
    )
    steps = np.arange(STEPS + 1)
    curve = {"name": "free energy", "x": steps[: step + 1], "y": energies[: step + 1]}
    return {
        "say": told(values, energies, step),
        "panels": [
            {
                "draw": "image",
                "title": "the dream",
                "with": {"pixels": shown[step].reshape(8, 8)},
            },
            {
                "draw": "image",
                "title": "hidden units",
                "with": {"pixels": hidden[step].reshape(8, -1)},
            },
            {
                "draw": "line_chart",
                "title": "free energy of the picture",
                "with": {"series": [curve], "x_label": "step"},
            },
        ],
    }


# An RBM that has seen 1,797 digits, and one inked image of each; written by
# scripts/make_fantasy_machine.py.
MACHINE = (
    r"{{R2}{r~^}|NsC0|NsC0{{R2~|NsB~{{H~~|Ns8~|NsB~|NsB~_yG9>_x=0_{{Z^~{r><43IG5C{|Er~"
    r"4+sAI{Qv?0000F20sR02_W<w$_W$b%{{R32{00972LJ#8{|Nx?4F>S_`v3y~000R80Qmp_008;{`~K$v"
    r"{{RC4{RspD3IG5A{{jH@2?FK-`v3p{000930R8|2{Qv&{0{Q?10090100j#I0s#L200sXB`~>y;{Q&;}"
    r"0RQm+|Mvg+^8fMv1o{aM0RZ_31_clY`T+j`0S*8C`w0&C1ONj70RQd&|M>s(?*H)q3;PQU0s!_83IYxU"
    r"^Z@_=0|@{0{R9XH3jYNE0RQ*>|N8#*`v3d=3;zZM0|5OF3j+)Q`vCv`1pfc|{Q&$93IF~7|Ns8}|Nj2`"
    r"{{Q~}{r~^}|NsC0|Ns90|NsC0{{a8~00960|NsC0|NsB~|NsC0^Z@Vy^ZfM%{{Z>{{Qmm}2><{A{|5l-"
    r"4G8%8`~U?2000F60QLa_`T+6(_5bM#{{RF9{sa9500030{|W%+1_$f={Qv|2000F60Qms@3I7EC1OoQ}"
    r"|NjF60r~y_`v3p_009360Ri?00{`~^|NjL0{|EjA{Qvj?1pW&9|Njd7{{j8}2LJy6|NQ?C2mc88|Ns5}"
    r"|Ns5|0Pz0-^8n@l1O58=000pG1OyQN{r~^~0r&v@`u+~{0RaC1008X*|LOnm^Z)Sv3;GHI0s#IF3i%HK"
    r"`2hd_1O5N<`T+zA3IG8A0RQy<|Mvdy{Qv*`3jYlR0|5OE3H}KG`~d&{1OET|{QvzA3IG59|Ns8~|Nj2`"
    r"{{Q~|{r~^}|NsC0|Ns90|NsC0|NsB~{{a90|Ns8~|NsB~|NsC0{s8p;_5%6`00096{`m9<`~U#{00;o>"
    r"1_%NC{{R30000LA0QLa^3jhE7`~~+50RIRF|LgAt?f?J%01E%}{09L80{{L00RI31{{#R2|NjO62?GuP"
    r"|Ns8||LO7m`2YX^|Ns9Q2mTBG0{;R3|NjE~{{{XA?Em!x2>=K1{{Q&%`vms)4*&lF{_y_~67>%A{r?L8"
    r"{{RO60O|h)`2g(x2Lb-*000sC1Og29{Qv;}0q6kv_Vf$@0ssL3008s`|KI@e0|5N}2mB5C0ssmL2lxm3"
    r"_5c9?1M~m%_4@t}2mt>8008#^0Pz3u0RII22LB5H0ss951O5U3{r~^|0sjB}{Qv(71poj4|Ns5~|Nj2{"
    r"{{R2}{{R2~|NsC0|Ns90{{R2~{{a8~{{a90|Ns8~|NsB~|NsC03jhH900IIE000IA{`l|%@Bje*015#4"
    r"_yh<A{{a2~009310Q&&^5&sMP1pWsQ0RI9A{`2Ps<p2Qv01p5E_Xh|C0{;L20RQ#@{|Nv5>;L=#1o#35"
    r"|NrX&{rm0z_5c3>{|5gL3IGB30RIgC|Nr*?{|EmA<p1~q3;z20|Nq(i{R#Q=2><^9{`vm|1Mvg<{{IjE"
    r"|NjC0|MC9-{{a2{1_BE80RRF41PuoC_W%I?0r3F%@$v``1^^2H008+00O|ns3;+WD2Ko*70RR#M0uuiE"
    r"^Z)?=0rUX(`T6+@0{{d70RZ*|0PFzs{{R2}{{H~~|NsC0|NsC0{{R2~|NsB~{{H{~|Ns8~|NsB~|NsB~"
    r"{{R2}{r~^}|NsC0|NsC0{{R2~|NsC0|Nj90|NsC0|NsB~|NsC06#xqV3-|>A000XB`~&p>@Bje+{{jF2"
    r"_W%F|{Q&g<008#?0Q>;@7620e3GfI3|NjI4`w;a3>i_@${saF7{{j94{QvL&008g$01p5D@c#t?2=e^<"
    r"|Nq_q{S*5G_W%C?{{R045(D}I{QvI%{{Z>-01*EO@&60~4F>%E|Nqqg{|yTI2mk*8|Ns93_xb_{{QvO("
    r"|Nj8<{|Em82mlZN0{jpE008#_0SyK80RR910Q~^^<njUx0ss;K008a)0R8{@3IGQG0rmp=000gB{|*BA"
    r"`Tzj`0Qdm??)dov{{RaC008g@0Qv#^{{R2~{{R2~|NsC0|NsC0{{R2~|NsC0|Nj90|NsC0|NsB~|NsB~"
    r"0sjL20RI91|NsC0|NsC0{{R2~|Ns90{{H{~|Ns8~0RR8~|NsB~695VU3HJv1000O1{Q>;``2YX_|M~y~"
    r"`~Ca>`vCO-008*@0Qmp<8UPFd0qgnh|Njy7{Qms=_5c3>{_g+=2>JE;`2XPl008s(015vB1pf{I5c>M{"
    r"|NrXy{tpBO`~Uy{{`mh27Y6kK`TySk|Njd000008{{IO777_{r|NrR(0r&|60RR90{{;UF{sjgM|NrU#"
    r"|Njc}|M>p>2LA>C_4*9~0RI91|M36z0{{O2{{jC4=k)~q0RIX9|Nrv(|Nj2@2muNJ>-G5g009E{{`mX)"
    r"0|5a50Qv#`>-qTh{{asH008d?01W~J0RIL5`~Uy`|Ns8}|NsC0|Nj90|Nj62{{R2}{{a2~|Ns90{{{dB"
    r"0RI60|NjC1|Nj90|NsC0{{R2~|Ns90|NsC0|Ns8~0RR8~|NsB~0{{R6`}hF>00090{rC9-0RR92{{R60"
    r"2?6{2`~Uy|0RRC10Qdj?2>|*5^!Dxg{{RyC{rL9&00001|M~#@3;plz`T+R=0000000aO51pfg41O)2-"
    r"|NjI401XEO0RI60|Na063I+1~{{Qj+{{RjA{|5gD1pfg43JMGc|NjO90ObPz1pog4{{{aH0sjIA|Nr;@"
    r"|Njm6|MLF*1ONH~=KKi!|Njm6{^0rc2mk*8|NZ|1^YjYv|NjR60RIC1{{{d3009XA-39gZ{{i;$0P_9&"
    r"2mt{A0QLd=_W1zu009UA009UF0Tlua`v3#}^bh>~{{Z~^0RI2~1^@v60Q~?4`2YU>0RZ~|{{RpF{|x~Q"
    r"{{Q~|{{R2~|NsC0|Ns90{{R2~|NsC0{r~{~|NsC0|NsB~|NsB~_yG9>`2G9{008_1{{H|62LJ#9{|Er~"
    r"5C{JK{Qv*}000I30sR01_5kq$_x<Y%{{a62{0RUC2mk;9{|f-@4hQh``v3(1000L60Qvy`|Nr;^`vB$!"
    r"|NjI8{r3j}2><^8{|5i{0s-U%`~Ly||NjL4|Nj301^)&B^8W?+|Ns8^|K0ca1pfg4|M~w5`S$qz|NjR7"
    r"|NjC4{|EpD{Qv;}=m`b#{{Z;$0p|Mo0ssO30Q3O|`1TX;0RaL5000aI02KlX`2hm{<Qe?*00Hvy1N8&_"
    r"1pxv60rmj{`TGX;0|EH~000*R01yKW_5b?(@*e&D008~`1N{U42><~80{#F8@&Eq)0|55`|Nk5P{|o>L"
    r"mb>^D7WvJinc^G~3=!L+mg^Gr{0`cmm*NHq69L(lmD&3Z5(DIxnbZLF`U>lzo6!gb0u=7CmAUyF8Ux+5"
    r"?CRd?@Z{Xx>g&($?$qDj>Fes~?bYkV*4)wJ?(660<muY`>e%k="
)
EXAMPLES = (
    r"96UBACL}x<3=AARJPZsB5HKhx2naqNJU$E<3<L~37#KDtd^`*oJa}+;2nZN37#I)`96lNj96T%xK0Fv0"
    r"EIb?-FeoT65I8s-1Ofsc"
)

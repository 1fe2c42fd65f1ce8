"""The line to the judge: closed, replaced, or written to by the submission itself."""

from tests.judge.submissions import bad, odd
from tutor.protocol import Outcome

CRASHED, FAILED, UNLOADED = Outcome.CRASHED, Outcome.FAILED, Outcome.NOT_IMPORTABLE
FORGE = """\
import json, os, struct
def send(body, blob=b''):
    text = json.dumps(body).encode()
    os.write(3, struct.pack('>II', len(text), len(blob)) + text + blob)
"""


def forged(body, blob="b''"):
    """Return a submission that answers the first call by itself."""
    return (
        f"{FORGE}def double(x):\n    send({body}, {blob})\n    while True:\n        pass\n"
    )


def forged_on_import(body):
    """Return a submission that answers the request to load it by itself."""
    return f"{FORGE}send({body})\nwhile True:\n    pass\n"


DIES = "the judge dies of a reply whose parts are of other types than agreed"
CLOSED = "line to the judge"
KILLED = "the judge's own kill is told as the system's, for memory, or as an exit"
GARBLED = "wrote into the judge's line"

SUBMISSIONS = [
    bad(CRASHED, "writes_garbage", "bytes that are no frame", """\
        import os
        def double(x):
            os.write(3, b'\\xff' * 64)
            return 2 * x
        """, says=GARBLED),
    bad(CRASHED, "claims_much", "a frame that claims more than any may hold",
        "import os, struct\ndef double(x):\n"
        "    os.write(3, struct.pack('>II', 2**32 - 1, 2**32 - 1))\n", says="claims"),
    bad(CRASHED, "no_json", "a frame that is no JSON",
        "import os, struct\ndef double(x):\n"
        "    os.write(3, struct.pack('>II', 4, 0) + b'\\xff{[}')\n", says=GARBLED),
    bad(CRASHED, "deep_json", "a frame of brackets",
        "import os, struct\ndef double(x):\n"
        "    os.write(3, struct.pack('>II', 60000, 0) + b'[' * 60000)\n", says=GARBLED),
    bad(CRASHED, "long_number", "a frame of digits",
        "import os, struct\ndef double(x):\n"
        "    os.write(3, struct.pack('>II', 60000, 0) + b'9' * 60000)\n", says=GARBLED),
    bad(CRASHED, "a_list_for_a_reply", "a reply of another form", forged("[]"), says=GARBLED),
    bad(CRASHED, "unknown_tag", "a value of an unknown kind",
        forged("{'ok': ['pickle', 'x']}"), says="unknown tag"),
    bad(CRASHED, "array_without_bytes", "an array that claims more than came",
        forged("{'ok': ['a', 800, 'float64', [100]]}"), says="claims more bytes"),
    bad(CRASHED, "array_of_objects", "an array of pointers",
        forged("{'ok': ['a', 8, 'object', [1]]}", "b'x' * 8"), says="unknown dtype"),
    bad(CRASHED, "negative_shape", "an array of a negative shape",
        forged("{'ok': ['a', 8, 'float64', [-1]]}", "b'x' * 8"), says="shape"),
    bad(CRASHED, "shape_and_size_differ", "an array whose size is not its shape's",
        forged("{'ok': ['a', 8, 'float64', [3]]}", "b'x' * 8"), says=GARBLED),
    bad(CRASHED, "huge_shape_claimed", "an array of a shape beyond any number",
        forged("{'ok': ['a', 0, 'float64', [10**40, 0]]}"), says=GARBLED),
    bad(CRASHED, "unhashable_key", "a dict with a list for a key",
        forged("{'ok': ['d', [[['l', []], 1]]]}"), says=GARBLED),
    bad(FAILED, "handle_to_nothing", "an object that is not kept",
        forged("{'ok': ['h', 10**30, 'float']}")),
    bad(FAILED, "facts_of_all_kinds", "facts that are none",
        forged("{'ok': None, 'facts': {'mutated': [None, 'x', 10**30], 'aliased': 5}}")),
    bad(CRASHED, "places_are_no_list", "an error without a list of places",
        forged("{'error': {'places': 5}}"), says=GARBLED, ),
    bad(CRASHED, "places_are_no_list_on_import", "the same while the file is loaded",
        forged_on_import("{'error': {'places': 5}}"), says=GARBLED, ),
    bad(CRASHED, "bases_are_no_list", "an error of no types",
        forged_on_import("{'error': {'bases': 5}}"), says=GARBLED, ),
    bad(CRASHED, "error_is_no_dict", "an error that is a number",
        forged("{'error': 5}"), says=GARBLED),
    bad(CRASHED, "missing_is_no_list", "the names it lacks are a number",
        forged_on_import("{'ok': 5}"), says=GARBLED, ),
    bad(UNLOADED, "missing_names_in_colour", "the names it lacks are shown clean",
        forged_on_import("{'ok': ['l', ['\\x1b[2Jx']]}"),
        ),
    bad(FAILED, "right_answer_twice", "a second reply is the answer to the next question",
        FORGE + "def double(x):\n    send({'ok': ['f', (2.0 * x).hex()]} if x == 3.0 "
        "else {'ok': None})\n    return 2 * x\n"),
    bad(CRASHED, "answers_early", "a reply before the question answers nothing",
        FORGE + "for _ in range(40):\n    send({'ok': ['f', (6.0).hex()]})\n"
        "def double(x):\n    return x\n", says=GARBLED,
        ),
    bad(CRASHED, "closes_the_line", "a closed line is told as such", """\
        import os
        def double(x):
            os.close(3)
        """, says=CLOSED, ),
    bad(CRASHED, "closes_everything", "so are all descriptors closed", """\
        import os
        def double(x):
            os.closerange(0, 256)
        """, says=CLOSED, ),
    bad(CRASHED, "replaces_the_line", "and one put in its place", """\
        import os
        def double(x):
            os.dup2(1, 3)
            return 2 * x
        """, says=CLOSED, ),
    bad(CRASHED, "hangs_up", "and a line that is shut down", """\
        import socket
        def double(x):
            socket.socket(fileno=3).shutdown(socket.SHUT_RDWR)
            return 2 * x
        """, says=CLOSED, ),
    bad(Outcome.TIMED_OUT, "reads_the_line", "who reads the line instead waits for ever", """\
        import os
        def double(x):
            os.set_blocking(3, True)
            os.read(3, 1)
        """),
    odd("sends_descriptors", "descriptors that come along are dropped", """\
        import socket
        line = socket.socket(fileno=3)
        def double(x):
            return 2 * x
        def attach():
            import array, json, struct
            text = json.dumps({'ok': ['l', []], 'facts': None}).encode()
            fds = array.array('i', [0, 1, 2])
            line.sendmsg([struct.pack('>II', len(text), 0) + text],
                         [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)])
        attach()
        import tutor.wire.frames as frames
        send = frames.Channel.send
        def silent(self, body, blobs):
            frames.Channel.send = send
        frames.Channel.send = silent
        """),
    bad(CRASHED, "patches_json", "a broken encoder is a broken line", """\
        import json
        json.dumps = lambda *a, **k: '{'
        def double(x):
            return 2 * x
        """, says=GARBLED),
    bad(CRASHED, "patches_the_frames", "so is a broken channel", """\
        import tutor.wire.frames as frames
        frames.Channel.send = lambda self, body, blobs: self.sock.send(b'\\xff' * 99)
        def double(x):
            return 2 * x
        """, says=GARBLED),
    bad(FAILED, "patches_the_encoder", "what is encoded wrongly is wrong", """\
        import tutor.wire.values as values
        encode = values.Encoder.encode
        def nought(self, value, depth=0):
            return encode(self, value, depth) if value == [] else ['f', '0x0p+0']
        values.Encoder.encode = nought
        def double(x):
            return 2 * x
        """),
]  # fmt: skip

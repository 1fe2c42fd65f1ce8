"""Files: only the scratch folder is the learner's, and nothing of it stays."""

from tests.judge.submissions import bad, odd
from tutor.protocol import Outcome

RAISED = Outcome.RAISED
ENDED = "import os, shutil, pathlib\ndef double(x):\n    {}\n    return 2 * x\n"


def denied(name, why, line, says="PermissionError", layer="files", **rest):
    """Return a submission whose one `line` must raise."""
    return bad(RAISED, name, why, ENDED.format(line), says, layer=layer, **rest)


SUBMISSIONS = [
    denied("reads_the_harness", "the harness is out of reach", "open(HARNESS).read()"),
    denied("reads_the_solution", "and the solution", "open(SOLUTION).read()"),
    denied("lists_the_course", "and the folder they are in",
           "os.listdir(os.path.dirname(HARNESS))"),
    denied("reads_the_program", "and the program itself",
           "open(__import__('tutor').__file__).read()"),
    denied("reads_progress", "and the record of progress", "open(STORE, 'rb').read()"),
    denied("reads_a_draft", "and the other files of the learner", "open(DRAFT).read()"),
    denied("writes_outside", "nothing is written elsewhere", "open(OUTSIDE, 'w').write('x')"),
    denied("writes_progress", "no progress is made up", "open(STORE, 'ab').write(b'x')"),
    denied("empties_progress", "nor taken away", "os.truncate(STORE, 0)"),
    denied("deletes_a_draft", "no file is deleted", "os.unlink(DRAFT)"),
    denied("deletes_the_workspace", "and no folder", "shutil.rmtree(os.path.dirname(DRAFT))"),
    denied("renames_a_draft", "none is renamed", "os.rename(DRAFT, DRAFT + '.old')", "Error"),
    denied("takes_a_draft_away", "nor moved here", "os.rename(DRAFT, 'mine')", "Error"),
    denied("plants_a_draft", "nor put there",
           "open('new', 'w').close(); os.rename('new', OUTSIDE)", "Error"),
    denied("links_a_draft", "nor linked here", "os.link(DRAFT, 'mine')", "Error"),
    denied("follows_its_own_link", "a link out of the scratch folder leads nowhere",
           "os.symlink(OUTSIDE, 'link'); open('link', 'w').write('x')"),
    denied("reads_by_its_own_link", "in either direction",
           "os.symlink(HARNESS, 'link'); open('link').read()"),
    denied("climbs", "nor does the way up",
           "open('/proc/self/root' + HARNESS).read()"),
    denied("goes_there_first", "nor going there first",
           "os.chdir(os.path.dirname(OUTSIDE)); open('outside.txt', 'w')"),
    denied("shared_memory", "nothing stays in shared memory", "open(SHARED, 'w').write('x')"),
    denied("changes_a_mode", "modes stay", "os.chmod(DRAFT, 0)", layer="calls"),
    denied("changes_an_owner", "owners stay", "os.chown(DRAFT, 1, 1)", layer="calls"),
    denied("changes_a_time", "times stay", "os.utime(DRAFT, (0, 0))", layer="calls"),
    denied("marks_a_draft", "attributes stay", "os.setxattr(DRAFT, 'user.x', b'x')",
           layer="calls"),
    denied("makes_a_pipe", "no named pipe", "os.mkfifo('pipe')", layer="calls"),
    denied("makes_a_device", "no device", "os.mknod('null', 0o20666, os.makedev(1, 3))",
           layer="calls"),
    denied("mounts", "nothing is mounted",
           "assert __import__('ctypes').CDLL(None).mount(b'x', b'/tmp', b'tmpfs', 0, 0) == 0,"
           " 'refused'", "refused", layer="calls"),
    denied("changes_the_root", "nor the root changed", "os.chroot('.')", layer="calls"),
    bad(RAISED, "searches_the_disk", "whoever walks the disk finds nothing", """\
        import os
        def double(x):
            for top, _, names in os.walk(os.path.dirname(os.path.dirname(HARNESS))):
                for name in names:
                    return exec(open(os.path.join(top, name)).read()) or 2 * x
            raise FileNotFoundError('nothing there')
        """, says="nothing there", layer="files"),
    odd("writes_scratch", "the scratch folder is there to be written to", """\
        import os, tempfile
        assert os.path.samefile(os.getcwd(), os.path.expanduser('~'))
        with tempfile.NamedTemporaryFile() as file:
            file.write(b'x')
        with open('notes.txt', 'w') as file:
            file.write('x')
        os.makedirs('a/b/c')
        def double(x):
            return 2 * x
        """),
    odd("links_in_scratch", "links are not followed when it is deleted", """\
        import os
        os.symlink(os.path.dirname(DRAFT), 'workspace')
        os.symlink('/', 'root')
        os.symlink('loop', 'loop')
        def double(x):
            return 2 * x
        """),
    odd("names_in_scratch", "strange names are deleted, too", """\
        import os
        for name in (b'\\xff\\xfe', b'-rf', b' ', b'a\\nb', b'\\x1b[2J', b'x' * 255):
            os.mkdir(name)
        def double(x):
            return 2 * x
        """),
    odd("socket_in_scratch", "so is a socket", """\
        import socket
        a, b = socket.socketpair()
        def double(x):
            return 2 * x
        """),
    odd("many_small_files", "and a thousand files", """\
        for number in range(1000):
            open(str(number), 'w').close()
        def double(x):
            return 2 * x
        """),
]  # fmt: skip

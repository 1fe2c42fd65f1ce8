"""Processes, signals, network: none of it leaves this process."""

from tests.judge.submissions import bad, odd
from tutor.protocol import Outcome

RAISED, CRASHED, UNLOADED = Outcome.RAISED, Outcome.CRASHED, Outcome.NOT_IMPORTABLE
ENDED = "{}\ndef double(x):\n    {}\n    return 2 * x\n"


def denied(name, why, imports, line, says="PermissionError"):
    """Return a submission whose one `line` must raise."""
    source = ENDED.format(f"import {imports}", line)
    return bad(RAISED, name, why, source, says, layer="calls")


SUBMISSIONS = [
    denied("forks", "no second process", "os", "os.fork()"),
    denied("forks_a_terminal", "none with a terminal", "pty", "pty.fork()", ""),
    denied("starts_a_program", "no program", "subprocess", "subprocess.run(['true'])"),
    denied("spawns", "not by posix_spawn", "os", "os.posix_spawn('/bin/true', ['true'], {})"),
    denied("executes", "not in place of this one", "os", "os.execv('/bin/true', ['true'])"),
    denied("executes_a_nameless_file", "nor out of memory", "os",
           "os.execve(os.memfd_create('x'), ['x'], {})"),
    denied("multiplies", "no pool of workers", "multiprocessing",
           "multiprocessing.get_context('fork').Pool(2)"),
    denied("spawns_workers", "no spawned worker", "multiprocessing",
           "multiprocessing.get_context('spawn').Process(target=print).start()"),
    denied("leads_a_session", "no session of its own", "os", "os.setsid()"),
    denied("leads_a_group", "no group of its own", "os", "os.setpgid(0, 0)"),
    denied("forks_by_number", "not by the call's number either", "ctypes, os",
           "assert ctypes.CDLL(None).syscall(57 if os.uname().machine == 'x86_64' else 220,"
           " 17, 0, 0, 0, 0) > 0, 'refused'", "refused"),
    bad(RAISED, "shell", "a shell does not start", """\
        import os
        def double(x):
            if os.system('touch ' + OUTSIDE):
                raise OSError('no shell')
            return 2 * x
        """, says="no shell", layer="calls"),
    bad(RAISED, "daemon", "nothing is left that outlives the check", """\
        import os
        def double(x):
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    while True:
                        pass
                os._exit(0)
            return 2 * x
        """, layer="calls"),
    denied("kills_the_judge", "the judge is out of reach", "os", "os.kill(os.getppid(), 9)"),
    denied("stops_the_judge", "it cannot be stopped", "os", "os.kill(os.getppid(), 19)"),
    denied("kills_the_host", "nor can the host be killed", "os", "os.kill(HOST, 9)"),
    denied("kills_the_hosts_group", "nor its group", "os",
           "os.killpg(os.getpgid(os.getppid()), 9)"),
    denied("kills_its_own_group", "nor a group at all", "os", "os.killpg(0, 15)"),
    denied("signals_by_descriptor", "nor by a descriptor", "os, signal",
           "signal.pidfd_send_signal(os.pidfd_open(os.getppid()), 9)"),
    denied("signals_a_thread_of_the_judge", "nor a thread of it", "ctypes, os",
           "assert ctypes.CDLL(None).tgkill(os.getppid(), os.getppid(), 9) == 0, 'refused'",
           "refused"),
    odd("owns_the_judges_signals", "news of a socket is not sent to the judge as a signal",
        """\
        import contextlib, fcntl, os, socket
        a, b = socket.socketpair()
        with contextlib.suppress(PermissionError):
            fcntl.fcntl(a, fcntl.F_SETOWN, os.getppid())
            fcntl.fcntl(a, 10, 9)
            fcntl.fcntl(a, fcntl.F_SETFL, fcntl.fcntl(a, fcntl.F_GETFL) | os.O_ASYNC)
        b.send(b'x')
        def double(x):
            return 2 * x
        """, layer="files"),
    bad(CRASHED, "kills_itself", "it may kill itself", """\
        import os
        def double(x):
            os.kill(os.getpid(), 9)
        """, says="SIGKILL"),
    bad(CRASHED, "ends_itself_by_a_nameless_signal", "by a signal without a name, too", """\
        import os
        def double(x):
            os.kill(os.getpid(), 40)
        """, says="signal 40",
        ),
    bad(CRASHED, "ends_itself_on_import", "and while the file is loaded", """\
        import os
        os.kill(os.getpid(), 40)
        """, says="signal 40",
        ),
    denied("outlives_the_judge", "the tie to the judge cannot be cut", "ctypes",
           "assert ctypes.CDLL(None).prctl(1, 0, 0, 0, 0) == 0, 'refused'", "refused"),
    denied("pulls_rank", "no higher priority", "os",
           "os.setpriority(os.PRIO_PROCESS, 0, -20)"),
    denied("real_time", "no real-time scheduling", "os",
           "os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))"),
    denied("traces_the_judge", "no tracing", "ctypes, os",
           "assert ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0) == 0, 'refused'",
           "refused"),
    denied("opens_a_socket", "no TCP", "socket", "socket.socket()"),
    denied("sends_datagrams", "no UDP", "socket",
           "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))"),
    denied("connects", "no connection", "socket",
           "socket.create_connection(('127.0.0.1', 1), 1)"),
    denied("asks_the_host", "no second request to the host", "socket, os",
           "socket.socket(socket.AF_UNIX).connect('SOCKET')"),
    denied("abstract_socket", "no abstract socket", "socket",
           "socket.socket(socket.AF_UNIX).connect('\\0/tmp/.X11-unix/X0')"),
    denied("listens_to_the_kernel", "no netlink", "socket",
           "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)"),
    denied("fetches_a_page", "no page of the web", "urllib.request",
           "urllib.request.urlopen('http://127.0.0.1:9/', timeout=1)", ""),
    denied("unshares", "no namespace of its own", "ctypes",
           "assert ctypes.CDLL(None).unshare(0x10000000) == 0, 'refused'", "refused"),
    bad(UNLOADED, "borrows_a_process", "nor at import", """\
        import subprocess
        subprocess.Popen(['sleep', '60'])
        """, says="PermissionError", layer="calls"),
]  # fmt: skip

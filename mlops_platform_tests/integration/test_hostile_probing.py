"""Training code that looks for what is not its own: the environment, the host, the network.

For each thing that must not be found there is a control in which the same code finds it.
"""

import json
import socket
import threading
from contextlib import contextmanager

import pytest

from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.integration.foreign_training import SMALL, train

pytestmark = pytest.mark.integration

CANARY = "canary-7f3a9c"
"""A secret of the platform, in its environment and in a file of its machine."""

LOOK_AROUND = """
import glob, json, os, sys

def seen():
    yield json.dumps(dict(os.environ))
    for pattern in ("/proc/[0-9]*/environ", "/proc/[0-9]*/cmdline", "/proc/[0-9]*/mountinfo",
                    "/proc/[0-9]*/root/etc/hostname", "/proc/[0-9]*/cwd/*", "/run/secrets/*",
                    "/etc/*", "/root/*", "/home/*/*", "/tmp/*", "/box/*", "/mnt/*", "/srv/*"):
        for path in glob.glob(pattern, recursive=True):
            try:
                with open(path, errors="replace") as file:
                    yield path + file.read(100_000)
            except OSError:
                yield path
    for path in sys.argv[1:]:
        try:
            yield open(path).read()
        except OSError:
            pass

text = "\\n".join(seen())
print("looked at", len(text))
print("found" if CANARY in text else "not found", "the canary")
"""

ASK_AROUND = """
import json, socket

def asked(host, port):
    try:
        with socket.create_connection((host, port), timeout=2) as reached:
            reached.sendall(b"here is what I know")
            return "reached"
    except OSError as error:
        return type(error).__name__

answers = {host: asked(host, PORT) for host in HOSTS}
try:
    answers["name"] = socket.gethostbyname("example.com")
except OSError as error:
    answers["name"] = type(error).__name__
try:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sent:
        sent.sendto(b"here is what I know", (HOSTS[0], PORT))
    answers["datagram"] = "sent"
except OSError as error:
    answers["datagram"] = type(error).__name__
for family in ("AF_PACKET", "AF_NETLINK", "AF_VSOCK"):
    try:
        socket.socket(getattr(socket, family), socket.SOCK_RAW).close()
        answers[family] = "made"
    except (OSError, AttributeError) as error:
        answers[family] = type(error).__name__
print(json.dumps(answers))
"""


@pytest.fixture(autouse=True)
def engine(docker_engine):
    return docker_engine


@pytest.fixture
def secret(monkeypatch, tmp_path):
    monkeypatch.setenv("PLATFORM_SECRET", CANARY)
    (tmp_path / "host_secret.txt").write_text(CANARY)
    return tmp_path / "host_secret.txt"


def look_around(tmp_path, secret, **more):
    program = f"import sys; sys.argv.append({str(secret)!r}); CANARY = 'canary-' + '7f3a9c'\n"
    done = train(tmp_path, program + LOOK_AROUND, **more)
    assert done.outcome.ending is Ending.SUCCEEDED, done.log
    assert "looked at" in done.log
    return done


def test_nothing_of_the_platform_is_seen(tmp_path, secret):
    done = look_around(tmp_path, secret)
    assert "not found the canary" in done.log
    assert CANARY not in done.log


def test_what_is_given_is_seen(tmp_path, secret):
    done = look_around(tmp_path, secret, variables={"GIVEN": CANARY})
    assert "1 found the canary" in done.log


def test_no_path_names_the_machine_or_its_user(tmp_path):
    done = train(
        tmp_path,
        "print(open('/proc/self/mountinfo').read(), open('/proc/self/cgroup').read(), __file__)",
    )
    assert str(tmp_path) not in done.log
    assert "/box" in done.log


@contextmanager
def listening(host="0.0.0.0"):
    """Listen on every address of this machine, and note who says what."""
    heard = []
    with socket.create_server((host, 0)) as server:
        server.settimeout(0.2)
        stop = threading.Event()

        def listen():
            while not stop.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(2)
                    heard.append(connection.recv(100))

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield server.getsockname()[1], heard
        finally:
            stop.set()
            thread.join()


def gateway(engine):
    """Return this machine's address on the engine's bridge."""
    network = engine.networks.get("bridge").attrs["IPAM"]["Config"][0]
    return network.get("Gateway") or network["Subnet"].rsplit(".", 1)[0] + ".1"


def ask_around(tmp_path, hosts, port, limits=SMALL):
    done = train(tmp_path, f"HOSTS, PORT = {hosts!r}, {port}\n{ASK_AROUND}", limits=limits)
    assert done.outcome.ending is Ending.SUCCEEDED, done.log
    line = next(line for line in done.log.splitlines() if line.startswith("1 {"))
    return json.loads(line[2:])


def test_no_address_and_no_name_is_reached(tmp_path, engine):
    hosts = [gateway(engine), "127.0.0.1", "169.254.169.254", "192.0.2.1", "::1", "fe80::1"]
    with listening() as (port, heard):
        answers = ask_around(tmp_path, hosts, port)
    assert heard == []
    assert {host: answers[host] for host in hosts if answers[host] == "reached"} == {}
    assert answers["name"] == "gaierror"
    assert answers["datagram"] == "OSError"
    assert answers["AF_PACKET"] == "PermissionError"


def test_where_the_operator_opens_the_network_the_same_code_gets_out(tmp_path, engine):
    host = gateway(engine)
    limits = SMALL.model_copy(update={"network": "bridge"})
    with listening() as (port, heard):
        answers = ask_around(tmp_path, [host], port, limits)
    assert answers[host] == "reached"
    assert heard == [b"here is what I know"]


def test_rights_cannot_be_won(tmp_path):
    done = train(
        tmp_path,
        """
        import ctypes, os, subprocess
        libc = ctypes.CDLL(None, use_errno=True)
        def told(name, value):
            print(name, "refused" if value else "granted")
        def refused(call, *arguments):
            try:
                call(*arguments)
            except OSError:
                return True
            return False
        told("setuid", refused(os.setuid, 0))
        told("chroot", refused(os.chroot, "/"))
        told("device", refused(os.mknod, "disk", 0o600 | 0o060000, os.makedev(8, 0)))
        told("mount", libc.mount(b"none", b"/box", b"tmpfs", 0, None))
        told("unshare", libc.unshare(0x10000000))
        told("bpf", libc.syscall(321, 0, None, 0))
        told("keyctl", libc.syscall(250, 0, 0) < 0)
        told("nice", refused(os.nice, -5))
        told("sethostname", libc.sethostname(b"x", 1))
        open("become", "w").write("#!/bin/sh\\nid -u\\n")
        os.chmod("become", 0o6755)
        print("uid", os.getuid(), "after", subprocess.run("./become", capture_output=True).stdout)
        for helper in ("su", "mount", "passwd"):
            found = subprocess.run([helper, "--help"], capture_output=True)
            print(helper, found.returncode)
        """,
    )
    assert done.outcome.ending is Ending.SUCCEEDED, done.log
    assert "granted" not in done.log
    assert done.log.count("refused") == 9
    assert "uid 65534 after b'65534" in done.log

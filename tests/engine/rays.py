"""A Ray head of two workers for the tests, on this machine alone, that is ended by its own process group and no other."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def head(cpus=2):
    """The address of a head of its own, and the process of it; what it is secured with is made here and goes with it."""
    folder = Path(
        tempfile.mkdtemp(prefix="ray-", dir="/tmp")
    )  # short: Ray has sockets in it, whose paths may have 107 characters
    (folder / "token").write_text(secrets.token_hex(32))
    (folder / "token").chmod(0o600)
    ours = {
        "RAY_AUTH_MODE": "token",
        "RAY_AUTH_TOKEN_PATH": str(folder / "token"),
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_DISABLE_DOCKER_CPU_WARNING": "1",
        "RAY_gcs_rpc_server_reconnect_timeout_s": "5",
    }
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [Path(sys.executable).parent / "ray", "start", "--head", "--block", f"--num-cpus={cpus}", f"--port={port}"]
    quiet = ["--node-ip-address=127.0.0.1", "--include-dashboard=false", "--disable-usage-stats", f"--temp-dir={folder}/t"]
    room = ["--object-store-memory=100000000"]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    running = subprocess.Popen([*command, *quiet, *room], **silent)
    try:
        yield f"127.0.0.1:{port}", running
    finally:
        end(running)
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
        shutil.rmtree(folder, ignore_errors=True)


def end(running):
    """Ends the head and whatever it started."""
    mine = below(running.pid)
    for pid in (running.pid, *mine):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    running.wait()


def workers_of(running):
    """The processes of this very head in which work is done."""
    return [pid for pid in below(running.pid) if (Path("/proc") / str(pid) / "cmdline").read_bytes().startswith(b"ray::Worker")]


def below(pid):
    """A process's children, theirs, and so on."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
        if parent == pid:
            found += [int(folder.name), *below(int(folder.name))]
    return found

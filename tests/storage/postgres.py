"""A PostgreSQL of our own on a loopback port, where its programs are installed."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_S = 60
QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200"


def programs() -> Path | None:
    """Find the folder with `initdb` and `pg_ctl`; None where PostgreSQL is not installed."""
    on_path = shutil.which("pg_ctl")
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    found = Path(on_path) if on_path else packaged[-1] if packaged else None
    return found.resolve().parent if found else None


@contextmanager
def running_server(bin_folder: Path) -> Iterator[str]:
    """Start a server with an empty cluster and give its URL without a database; it takes everything with it."""
    folder = Path(tempfile.mkdtemp(prefix="moodtape-postgres-"))
    cluster, port = folder / "cluster", free_port()
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        _run(bin_folder / "initdb", "-D", cluster, "-U", "moodtape", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' {QUICK}"
        _run(bin_folder / "pg_ctl", "-D", cluster, "-l", folder / "log", "-o", options, "-w", "start")
        try:
            yield f"postgresql://moodtape@127.0.0.1:{port}"
        finally:
            _run(bin_folder / "pg_ctl", "-D", cluster, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: object) -> None:
    """Run one of its programs; they refuse to be run by root."""
    as_postgres = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    subprocess.run(
        [*as_postgres, *map(str, command)], check=True, timeout=PATIENCE_S, stdout=subprocess.DEVNULL, cwd="/"
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]

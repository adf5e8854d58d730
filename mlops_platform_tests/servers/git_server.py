"""A smart-HTTP Git server on loopback for tests and benchmarks, which can misbehave on request.

It puts `git http-backend` behind Python's own HTTP server: real protocol, real refusals.
`bare_repositories` beside it makes repositories to serve.
"""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO

SERVICES = ("/info/refs", "/git-upload-pack", "/HEAD")
PIECE = 1 << 16
STATUSES = {"fail": 500, "busy": 429, "missing": 404, "locked": 401}


@dataclass
class GitServer:
    """A running server; set `mode` to misbehave, and `times` to do so only that often.

    Modes: `fail` (500), `busy` (429), `missing` (404), `locked` (401), `hang`, `drip`, `html`
    (a page instead of refs), `redirect` (to `target`), `complain` (Git's own error message, with
    terminal escapes), `endless` (a body that never ends).
    `only` restricts misbehaviour to addresses that contain it. `requests` holds what was asked.
    """

    url: str
    mode: str = ""
    times: int | None = None
    only: str = ""
    target: str = ""
    requests: list[str] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def misbehaviour(self, path: str) -> str:
        """Return the mode for this request, and count it."""
        if not self.mode or self.only not in path or self.times == 0:
            return ""
        if self.times is not None:
            self.times -= 1
        return self.mode


@contextmanager
def serve_repositories(
    root: Path, repositories: Mapping[str, Path] | None = None
) -> Iterator[GitServer]:
    """Serve the bare repositories below `root` at `/OWNER/NAME` and `/OWNER/NAME.git`.

    `repositories` adds Git directories that lie elsewhere, by their `OWNER/NAME`.
    """
    http = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    http.daemon_threads = True
    server = GitServer(url=f"http://127.0.0.1:{http.server_address[1]}")
    http.world = _World(root, dict(repositories or {}), server)  # type: ignore[attr-defined]
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        http.shutdown()
        thread.join()
        http.server_close()


@dataclass(frozen=True)
class _World:
    root: Path
    repositories: dict[str, Path]
    server: GitServer

    def directory(self, name: str) -> Path | None:
        if ".." in name.split("/"):
            return None
        bare = name.removesuffix(".git")
        found = self.repositories.get(bare)
        candidates = (found,) if found else (self.root / f"{bare}.git", self.root / bare)
        return next((path for path in candidates if (path / "HEAD").is_file()), None)


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent: `requests` is the log."""

    @property
    def world(self) -> _World:
        return self.server.world  # type: ignore[attr-defined, no-any-return]

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def _serve(self) -> None:
        server = self.world.server
        server.requests.append(f"{self.command} {self.path}")
        body = self._body()
        mode = server.misbehaviour(self.path)
        try:
            if mode:
                self._misbehave(mode)
            else:
                self._answer(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        pieces = []
        while size := int(self.rfile.readline().strip() or b"0", 16):
            pieces.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(pieces)

    def _answer(self, body: bytes) -> None:
        path, _, query = self.path.partition("?")
        service = next((end for end in SERVICES if path.endswith(end)), "")
        directory = self.world.directory(path.removesuffix(service).strip("/"))
        if not service or directory is None:
            self.send_error(404)
            return
        environment = self._cgi(f"{directory}{service}", query, len(body))
        with subprocess.Popen(
            ["git", "http-backend"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as backend:
            assert backend.stdin is not None
            assert backend.stdout is not None
            backend.stdin.write(body)
            backend.stdin.close()
            self._relay(backend.stdout)

    def _cgi(self, translated: str, query: str, length: int) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": "/nonexistent",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "safe.directory",
            "GIT_CONFIG_VALUE_0": "*",
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_TRANSLATED": translated,
            "PATH_INFO": self.path.partition("?")[0],
            "QUERY_STRING": query,
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(length),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
        }

    def _relay(self, stream: IO[bytes]) -> None:
        headers = []
        while (line := stream.readline().decode().strip()) != "":
            headers.append(line.split(": ", 1))
        status = next((value for name, value in headers if name == "Status"), "200 OK")
        self.send_response(int(status.split()[0]))
        for name, value in headers:
            if name != "Status":
                self.send_header(name, value)
        self.end_headers()
        while piece := stream.read(PIECE):
            self.wfile.write(piece)

    def _misbehave(self, mode: str) -> None:
        if mode in STATUSES:
            self.send_response(STATUSES[mode])
            self.end_headers()
            self.wfile.write(b"\x1b[31mserver words\x1b[0m\n")
        elif mode == "redirect":
            self.send_response(302)
            self.send_header("Location", self.world.server.target + self.path)
            self.end_headers()
        elif mode == "html":
            self._start("text/html")
            self.wfile.write(b"<html><body>Please sign in</body></html>")
        elif mode == "complain":
            self._start("application/x-git-upload-pack-advertisement")
            self.wfile.write(b"001e# service=git-upload-pack\n00000015ERR \x1b[31mred\x1b[0m\n")
        elif mode == "hang":
            self.world.server.stopping.wait()
        else:
            self._pour(slowly=mode == "drip")

    def _pour(self, *, slowly: bool) -> None:
        self._start("application/x-git-upload-pack-advertisement")
        self.wfile.write(b"001e# service=git-upload-pack\n0000")
        while not self.world.server.stopping.is_set():
            self.wfile.write(b"0" if slowly else b"003f" + b"1" * 40 + b" refs/heads/endless\n")
            time.sleep(0.2 if slowly else 0)

    def _start(self, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()

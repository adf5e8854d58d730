"""An OpenAI-compatible service on loopback for tests, which can misbehave on request.

Real HTTP: `python -m mlops_platform_tests.servers.language_model_stub --port 8088` serves it to
`make run LLM_BASE_URL=http://127.0.0.1:8088/v1`. What it answers is made by a plain function.
"""

import gzip
import json
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import click

from mlops_platform_tests.servers.well_behaved_answer import well_behaved

Body = dict[str, Any]  # JSON as it came, from whoever asks
Answer = Callable[[Body], str]
COMPLETIONS = "/v1/chat/completions"
NO_HEADERS: Mapping[str, str] = MappingProxyType({})
BLANKS = b" " * (16 << 20)
BOMB, PACKED_BLANKS = gzip.compress(BLANKS, 1), zlib.compress(BLANKS, 1)
"""Some 70 KiB on the wire, 16 MiB unpacked."""


class Request(NamedTuple):
    """One request as it came."""

    path: str
    headers: Mapping[str, str]
    text: str
    body: Body
    seconds: float


@dataclass
class LanguageModelStub:
    """A running server; set `mode` to misbehave, and `times` to do so only that often.

    Modes, by status: `limited` (429) and `failing` (500), with `retry_after` where it is set,
    `unauthorized` (401, repeating the key), `echoing` (400, repeating the key and terminal
    escapes), `redirecting` (to `target`), `wants_completion_tokens` and `wants_no_temperature`
    (400 until the request does without).
    By body: `hanging`, `cut`, `dripping`, `dripping_headers`, `html`, `huge`, `bomb`,
    `failing_bomb` (500), `codec` (400, with a charset that unpacks), `packed` (by gzip, well),
    `invalid`, `truncated`. By what is said: `tools`, `lengthy`, `empty`, `no_choices`, `filtered`,
    `leaking` (the key in the answer), `leaking_escaped` (with JSON escapes).
    """

    url: str
    answer: Answer
    mode: str = ""
    times: int | None = None
    retry_after: str = ""
    target: str = ""
    requests: list[Request] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def misbehaviour(self) -> str:
        """Return the mode for this request, and count it."""
        if not self.mode or self.times == 0:
            return ""
        if self.times is not None:
            self.times -= 1
        return self.mode


@contextmanager
def serve_language_model(
    answer: Answer, port: int = 0, certificate: Path | None = None
) -> Iterator[LanguageModelStub]:
    """Answer chat completions at `url` with what `answer` makes of each request's body.

    With a certificate, by HTTPS.
    """
    http = ThreadingHTTPServer(("127.0.0.1", port), _Handler)
    http.daemon_threads = True
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        http.socket = context.wrap_socket(http.socket, server_side=True)
    scheme = "https" if certificate else "http"
    stub = LanguageModelStub(f"{scheme}://127.0.0.1:{http.server_address[1]}/v1", answer)
    http.stub = stub  # type: ignore[attr-defined]
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield stub
    finally:
        stub.stopping.set()
        http.shutdown()
        thread.join()
        http.server_close()


def completion(text: str | None, **message: object) -> Body:
    """Return the body of a good answer; `message` adds to what is said, or `finish_reason`."""
    finish = message.pop("finish_reason", "stop")
    return {
        "id": "chatcmpl-stub",
        "object": "chat.completion",
        "created": 0,
        "model": "stub",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": text, **message},
                "finish_reason": finish,
            }
        ],
        "usage": {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150},
    }


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent: `requests` is the log."""

    @property
    def stub(self) -> LanguageModelStub:
        return self.server.stub  # type: ignore[attr-defined, no-any-return]

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        body = json.loads(text)
        self.stub.requests.append(
            Request(self.path, dict(self.headers), text, body, time.monotonic())
        )
        if self.path != COMPLETIONS:
            self._complain(404, "there is nothing here")
            return
        try:
            mode = self.stub.misbehaviour()
            if not mode:
                self._say(completion(self.stub.answer(body)))
            elif not (self._refuse(mode, body) or self._garble(mode, body)):
                self._say(self._unwanted(mode, body))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    @property
    def _key(self) -> str:
        return self.headers.get("Authorization", "").removeprefix("Bearer ")

    def _refuse(self, mode: str, body: Body) -> bool:
        complaint = f"\x1b[31mIncorrect API key provided: {self._key}\x1b[0m"
        asked = {"Retry-After": self.stub.retry_after} if self.stub.retry_after else NO_HEADERS
        if mode == "limited":
            self._complain(429, "Rate limit reached", asked)
        elif mode == "failing":
            self._complain(500, "out of memory", asked)
        elif mode == "unauthorized":
            self._complain(401, complaint)
        elif mode == "echoing":
            self._complain(400, f"{complaint} {'word ' * 100}")
        elif mode == "redirecting":
            self._send(307, b"", {"Location": f"{self.stub.target}{self.path}"})
        elif mode == "wants_completion_tokens" and "max_tokens" in body:
            self._complain(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.")
        elif mode == "wants_no_temperature" and "temperature" in body:
            self._complain(400, "Unsupported value: 'temperature' does not support 0.")
        else:
            return False
        return True

    def _garble(self, mode: str, body: Body) -> bool:
        good = json.dumps(completion(self.stub.answer(body))).encode()
        if mode == "hanging":
            self.stub.stopping.wait()
        elif mode in ("dripping", "dripping_headers"):
            self._drip(in_headers=mode == "dripping_headers")
        elif mode == "cut":
            self._send(200, good[:40], {"Content-Length": str(len(good))})
        elif mode == "huge":
            self._pour()
        else:
            return self._garble_whole(mode, good)
        self.close_connection = True
        return True

    def _garble_whole(self, mode: str, good: bytes) -> bool:
        packed = {"Content-Encoding": "gzip"}
        if mode == "html":
            self._send(200, b"<html>Please sign in</html>", {"Content-Type": "text/html"})
        elif mode == "bomb":
            self._send(200, BOMB, packed)
        elif mode == "failing_bomb":
            self._send(500, BOMB, packed)
        elif mode == "packed":
            self._send(200, gzip.compress(good), packed)
        elif mode == "codec":
            kind = {"Content-Type": "application/json; charset=zlib_codec"}
            self._send(400, PACKED_BLANKS, kind)
        elif mode == "invalid":
            self._send(200, b"not JSON")
        elif mode == "truncated":
            self._send(200, good[:-20])
        else:
            return False
        return True

    def _unwanted(self, mode: str, body: Body) -> Body:
        text = self.stub.answer(body)
        call = {"id": "1", "type": "function", "function": {"name": "run", "arguments": "{}"}}
        escaped = "".join(f"\\u{ord(sign):04x}" for sign in self._key)
        said = {
            "tools": completion(None, tool_calls=[call], finish_reason="tool_calls"),
            "lengthy": completion(text[: len(text) // 2], finish_reason="length"),
            "filtered": completion(None, finish_reason="content_filter"),
            "no_choices": completion(text) | {"choices": []},
            "empty": completion(""),
            "leaking": completion(json.dumps({"summary": f"The key is {self._key}."})),
            "leaking_escaped": completion(f'{{"summary": "{escaped}"}}'),
        }
        return said.get(mode) or completion(text)

    def _complain(self, status: int, message: str, headers: Mapping[str, str] = NO_HEADERS) -> None:
        error = {"error": {"message": message, "type": "stub", "param": None}}
        self._send(status, json.dumps(error).encode(), headers)

    def _say(self, body: Body) -> None:
        self._send(200, json.dumps(body).encode())

    def _send(self, status: int, content: bytes, headers: Mapping[str, str] = NO_HEADERS) -> None:
        self.send_response(status)
        given = {"Content-Type": "application/json", "Content-Length": str(len(content)), **headers}
        for name, value in given.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _drip(self, *, in_headers: bool) -> None:
        self.send_response(200)
        if not in_headers:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", "1000000")
            self.end_headers()
        self.flush_headers()
        while not self.stub.stopping.wait(0.05):
            self.wfile.write(b"X-Drop: 1\r\n" if in_headers else b" ")

    def _pour(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(1 << 30))
        self.end_headers()
        for _ in range(1 << 14):
            self.wfile.write(b" " * (1 << 16))


@click.command()
@click.option("--port", default=8088, show_default=True)
@click.option("--mode", default="", help="A misbehaviour, as `LanguageModelStub` lists them.")
def main(port: int, mode: str) -> None:
    """Serve until Ctrl-C."""
    with serve_language_model(well_behaved, port) as stub:
        stub.mode = mode
        click.echo(f"Set LLM_BASE_URL={stub.url}; Ctrl-C ends.")
        threading.Event().wait()


if __name__ == "__main__":
    main()

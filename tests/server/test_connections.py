"""Clients that are slow, or send too much before a request is one: each is ended, and others are answered meanwhile."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from time import monotonic, sleep
from typing import Any

import httpx
import psutil
import pytest
from tests.server.processes import BIG, ODD_PAGES, Served, served

from samspil.server.connections import AHEAD, HEAD_BYTES, HEAD_LINES, MOST, _end_first

PATIENCE = 1.0
SLACK = 6.0  # seconds, on a machine that is busy
HEAD = b"GET /slow HTTP/1.1\r\nHost: localhost\r\n"
POST = b"POST /echo HTTP/1.1\r\nHost: localhost\r\n"


@pytest.fixture(scope="module")
def odd() -> Iterator[Served]:
    """Serve the small application with little patience."""
    with served("--patience", str(PATIENCE), program=ODD_PAGES) as process:
        assert process.address
        yield process


def _open(process: Served) -> socket.socket:
    return socket.create_connection(("127.0.0.1", process.port), timeout=PATIENCE + SLACK)


def _rest(line: socket.socket) -> bytes:
    """Return all that is sent until the line ends."""
    found = b""
    try:
        while more := line.recv(65536):
            found += more
    except ConnectionResetError:
        pass
    return found


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (b"", b""),
        (b"GET", b"408"),
        (HEAD, b"408"),
        (HEAD + b"Cookie: half", b"408"),
        (POST + b"Content-Length: 10\r\n\r\nabc", b""),
        (POST + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab", b""),
    ],
    ids=["nothing", "a word", "half a head", "half a line", "half a body", "half a chunk"],
)
def test_half_a_request_is_ended_in_time(odd: Served, sent: bytes, answer: bytes) -> None:
    began = monotonic()
    with _open(odd) as line:
        line.sendall(sent)
        assert _rest(line)[9:12] == answer
    assert monotonic() - began < PATIENCE + SLACK


def test_a_request_that_comes_letter_by_letter_is_ended_in_time(odd: Served) -> None:
    began = monotonic()
    with _open(odd) as line:
        line.sendall(HEAD)
        try:
            while monotonic() - began < PATIENCE + SLACK:
                line.sendall(b"X")
                sleep(0.05)
        except (BrokenPipeError, ConnectionResetError):
            pass
    assert monotonic() - began < PATIENCE + SLACK


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET /" + b"a" * (HEAD_BYTES + 1), 414),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * HEAD_BYTES, 431),
        (b"GET / HTTP/1.1\r\n" + b"a:\r\n" * (HEAD_LINES + 1), 431),
        (b"GET / HTTP/1.1\r\n" + b"a:b\r\n" * 100_000, 431),
    ],
    ids=["long address", "long header", "many headers", "a hundred thousand"],
)
def test_a_head_that_is_too_large_is_refused_and_said_so(odd: Served, sent: bytes, status: int) -> None:
    with _open(odd) as line:
        with suppress(BrokenPipeError, ConnectionResetError):
            line.sendall(sent)
        assert _rest(line)[9:12] == str(status).encode()


def test_a_body_of_many_lines_is_no_head(odd: Served) -> None:
    body = b"line\n" * (HEAD_LINES * 4)
    for cut in range(len(POST) - 2, len(POST) + 40):
        message = POST + b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body
        with _open(odd) as line:
            line.sendall(message[:cut])
            line.sendall(message[cut:])
            assert str(len(body)).encode() in _rest(line)
        if cut > len(POST) + 3:
            break


def test_requests_one_after_the_other_on_a_line_are_answered_in_order(odd: Served) -> None:
    with _open(odd) as line:
        one = POST + b"Content-Length: 3\r\n\r\nabc"
        last = POST + b"Content-Length: 5\r\nConnection: close\r\n\r\nabcde"
        line.sendall(one * 10 + last)
        answers = _rest(line)
    assert (answers.count(b"HTTP/1.1 200"), answers.count(b"3 127.0.0.1"), answers.count(b"5 127.0.0.1")) == (
        11,
        10,
        1,
    )


def test_more_requests_ahead_than_there_may_be_are_left_unanswered(odd: Served) -> None:
    with _open(odd) as line:
        line.sendall(HEAD + b"\r\n" + (POST + b"Content-Length: 3\r\n\r\nabc") * (AHEAD * 100))
        answers = _rest(line)
    assert (answers.count(b"HTTP/1.1 200"), answers.count(b"connection: close")) == (AHEAD + 1, 1)


@pytest.mark.parametrize(
    "after",
    [
        b"no request at all\r\n\r\n",
        b"GET /slow HTTP/1.1\r\nX: " + b"a" * (1 << 20),
        POST + b"Content-Length: 1000\r\n\r\nabc",
        POST + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n",
    ],
    ids=["no request", "endless head", "half a body", "wrong chunk"],
)
def test_whoever_sent_a_request_is_answered_whatever_comes_after_it(odd: Served, after: bytes) -> None:
    began = monotonic()
    with _open(odd) as line:
        with suppress(BrokenPipeError, ConnectionResetError):
            line.sendall(HEAD + b"\r\n" + after)
        answers = _rest(line)
    assert (answers.count(b"HTTP/1.1 200"), answers.count(b"done")) == (1, 1)
    assert monotonic() - began < PATIENCE * 2 + SLACK


def test_a_trailer_without_end_is_not_kept(odd: Served) -> None:
    with _open(odd) as line, suppress(BrokenPipeError, ConnectionResetError):
        line.sendall(POST + b"Transfer-Encoding: chunked\r\n\r\n0\r\nX: ")
        sent = 0
        while sent < 64 << 20:
            sent += line.send(b"a" * 65536)
        raise AssertionError("all of it was taken")


def test_an_offer_to_change_the_protocol_is_passed_over(odd: Served) -> None:
    offer = b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n"
    with _open(odd) as line:
        line.sendall(HEAD + offer)
        answer = _rest(line)
    assert (answer[9:12], answer[-4:], b"connection: close" in answer) == (b"200", b"done", True)


def test_an_answer_before_the_body_has_come_is_read_and_ends_the_connection(odd: Served) -> None:
    with _open(odd) as line:
        line.sendall(b"POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nabc")
        began = monotonic()
        assert _rest(line)[9:12] == b"404"
    assert monotonic() - began < SLACK


def test_the_answer_that_is_not_taken_is_given_up_and_held_in_portions(odd: Served) -> None:
    before = psutil.Process(odd.process.pid).memory_info().rss
    with ExitStack() as stack:
        for _ in range(20):
            line = stack.enter_context(_open(odd))
            line.sendall(b"GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n")
        held = max(_memory_for(odd, PATIENCE * 3)) - before
        assert len(_rest(line)) < BIG
    assert held < 4 * BIG


def _memory_for(process: Served, seconds: float) -> Iterator[int]:
    """Yield the memory of a process again and again for a while."""
    end = monotonic() + seconds
    while monotonic() < end:
        yield psutil.Process(process.process.pid).memory_info().rss
        sleep(0.02)


def test_more_connections_than_there_may_be_do_not_keep_others_out(odd: Served) -> None:
    with ExitStack() as stack:
        for _ in range(MOST + 150):
            stack.enter_context(_open(odd)).sendall(b"GET / HT")
        began = monotonic()
        answer = httpx.post(f"{odd.address}/echo", content=b"abc", timeout=20)
        assert (answer.status_code, monotonic() - began < SLACK) == (200, True)


def test_each_of_many_that_come_at_once_makes_room_by_ending_another() -> None:
    """For the one that was ended first is still counted until the next round of the event loop."""

    class Line:
        def __init__(self, ended: list[object]) -> None:
            self.transport = self
            self.ended = ended

        def abort(self) -> None:
            self.ended.append(self)

    ended: list[object] = []
    lines = [Line(ended) for _ in range(5)]
    waited_for: Any = dict.fromkeys(lines)
    for _ in range(3):
        _end_first(waited_for)
    assert ended == lines[:3]
    assert list(waited_for) == lines[3:]


def test_nobody_says_for_whom_he_asks_but_a_proxy_that_is_believed(odd: Served) -> None:
    forwarded = {"x-forwarded-for": "198.51.100.7"}
    assert httpx.post(f"{odd.address}/echo", headers=forwarded).text == "0 127.0.0.1"
    with served("--proxies", "127.0.0.1", program=ODD_PAGES) as behind:
        assert httpx.post(f"{behind.address}/echo", headers=forwarded).text == "0 198.51.100.7"
        listed = {"x-forwarded-for": "203.0.113.9, 198.51.100.7"}
        assert httpx.post(f"{behind.address}/echo", headers=listed).text == "0 198.51.100.7"


def test_ordinary_requests_are_answered_after_the_storm(odd: Served) -> None:
    answers: list[int] = []

    def ask() -> None:
        answers.append(httpx.get(f"{odd.address}/slow", timeout=20).status_code)

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (answers, odd.process.poll()) == ([200] * 20, None)

"""Requests that are no requests, or that can be read in two ways: refused at once, and the next one is answered."""

import re

import pytest
from tests.server.hostile.conftest import Say

END = b"Host: localhost\r\nConnection: close\r\n\r\n"
POST = b"POST /sparql HTTP/1.1\r\nContent-Type: application/sparql-query\r\n"

CHUNKS = POST + b"Transfer-Encoding: chunked\r\n" + END
CLAIMS = b"X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\n"
NAMED = b"GET /id/actor/norddjurs-kommune HTTP/1.1\r\n"
HOSTED = b"GET /da/ HTTP/1.1\r\nConnection: close\r\nHost: "

# Name of a request to it, and the statuses that answer it; nothing is an answer where there is no request.
REQUESTS: dict[str, tuple[bytes, set[int]]] = {
    "HTTP/0.9": (b"GET /da/\r\n", {400, 408}),
    "HTTP/1.0 without a host": (b"GET /da/ HTTP/1.0\r\n\r\n", {200}),
    "HTTP/1.1 without a host": (b"GET /da/ HTTP/1.1\r\nConnection: close\r\n\r\n", {400}),
    "HTTP/2 at once": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400}),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(512) + b"\r\n\r\n", {400}),
    "noise": (bytes(range(256)) * 20 + b"\r\n\r\n", {400}),
    "blank lines": (b"\r\n" * 5000, {0, 400, 408}),
    "no version": (b"GET /da/ \r\n" + END, {400}),
    "three words": (b"GET /da/ x HTTP/1.1\r\n" + END, {400}),
    "NUL in the address": (b"GET /da/\0 HTTP/1.1\r\n" + END, {400}),
    "NUL in a header": (b"GET /da/ HTTP/1.1\r\nX: a\0b\r\n" + END, {400}),
    "a folded header": (b"GET /da/ HTTP/1.1\r\nX: a\r\n  b\r\n" + END, {200, 400}),
    "a header without a name": (b"GET /da/ HTTP/1.1\r\n: a\r\n" + END, {400}),
    "a space before the colon": (b"GET /da/ HTTP/1.1\r\nX : a\r\n" + END, {400}),
    "two hosts": (b"GET /da/ HTTP/1.1\r\nHost: localhost\r\n" + END, {400}),
    "another host": (HOSTED + b"evil.example\r\n\r\n", {421}),
    "a host with a path": (HOSTED + b"localhost/evil\r\n\r\n", {400}),
    "a host with a name": (HOSTED + b"localhost@evil.example\r\n\r\n", {400}),
    "a host with a mark": (HOSTED + b'"><script>\r\n\r\n', {400}),
    "an empty host": (b"GET /da/ HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", {400}),
    "a host that ends so": (HOSTED + b"localhost.evil.example\r\n\r\n", {421}),
    "a target with our host": (b"GET http://localhost/da/ HTTP/1.1\r\n" + END, {200}),
    "a target with another host": (b"GET http://evil.example/da/ HTTP/1.1\r\n" + END, {421}),
    "a target of a file": (b"GET file:///etc/passwd HTTP/1.1\r\n" + END, {400}),
    "a target for a proxy": (b"CONNECT evil.example:443 HTTP/1.1\r\n" + END, {400}),
    "a target of all": (b"OPTIONS * HTTP/1.1\r\n" + END, {400}),
    "TRACE": (b"TRACE /da/ HTTP/1.1\r\nX-Secret: a\r\n" + END, {405}),
    "PUT": (b"PUT /da/ HTTP/1.1\r\n" + END, {405}),
    "PUT a file": (b"PUT /static/samspil.css HTTP/1.1\r\n" + END, {405}),
    "DELETE": (b"DELETE /dumps/samspil.ttl HTTP/1.1\r\n" + END, {405}),
    "PROPFIND": (b"PROPFIND / HTTP/1.1\r\n" + END, {405}),
    "a method that there is not": (b"ABCDEFGHIJ /da/ HTTP/1.1\r\n" + END, {400}),
    "a method of ten thousand letters": (b"A" * 10_000 + b" /da/ HTTP/1.1\r\n" + END, {400, 405}),
    "an upgrade": (
        b"GET /da/ HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nHost: localhost\r\n\r\n",
        {200},
    ),
    "two lengths": (POST + b"Content-Length: 6\r\nContent-Length: 60\r\n" + END + b"ASK {}", {400}),
    "a length and chunks": (
        POST + b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n" + END + b"0\r\n\r\nGET /evil HTTP/1.1\r\n\r\n",
        {400},
    ),
    "chunks of another name": (POST + b"Transfer-Encoding: xchunked\r\n" + END + b"0\r\n\r\n", {400, 501}),
    "chunks twice": (POST + b"Transfer-Encoding: chunked, chunked\r\n" + END + b"0\r\n\r\n", {400, 501}),
    "a negative length": (POST + b"Content-Length: -1\r\n" + END, {400}),
    "a length in words": (POST + b"Content-Length: six\r\n" + END, {400}),
    "a length of forty digits": (POST + b"Content-Length: " + b"9" * 40 + b"\r\n" + END, {400, 413}),
    "a length that lies": (POST + b"Content-Length: 600\r\n" + END + b"ASK {}", {0, 400, 408}),
    "a chunk of all memory": (CHUNKS + b"fffffffffffffffff\r\n", {0, 400, 408, 413}),
    "a chunk that is none": (CHUNKS + b"zz\r\nASK {}\r\n0\r\n\r\n", {0, 400}),
    "ten megabytes": (POST + b"Content-Length: 10485760\r\n" + END + b"x" * 10_485_760, {413}),
    "ten megabytes in chunks": (
        CHUNKS + (b"10000\r\n" + b"x" * 65536 + b"\r\n") * 160 + b"0\r\n\r\n",
        {413},
    ),
    "ten megabytes for a page": (
        b"GET /da/ HTTP/1.1\r\nContent-Length: 10485760\r\n" + END + b"x" * 10_485_760, {413}
    ),
    "a hundred thousand ranges": (
        b"GET /static/samspil.css HTTP/1.1\r\nRange: bytes=" + b"0-0," * 15_000 + b"0-0\r\n" + END, {200}
    ),
    "a range without end": (b"GET /static/samspil.css HTTP/1.1\r\nRange: bytes=99999999999999-\r\n" + END, {200}),
    "languages without end": (b"GET / HTTP/1.1\r\nAccept-Language: " + b"x;q=0.1," * 8_000 + b"\r\n" + END, {307}),
    "forms without end": (NAMED + b"Accept: " + b"a/b;q=0.1," * 6_000 + b"\r\n" + END, {303, 406}),
    "packings without end": (b"GET /da/ HTTP/1.1\r\nAccept-Encoding: " + b"gzip;q=0," * 7_000 + b"\r\n" + END, {200}),
    "tags without end": (b"GET /da/ HTTP/1.1\r\nIf-None-Match: " + b'W/"a",' * 10_000 + b"\r\n" + END, {200}),
    "a proxy that we do not have": (b"GET /da/ HTTP/1.1\r\n" + CLAIMS + END, {200}),
}  # fmt: skip


@pytest.mark.parametrize("name", REQUESTS)
def test_a_hostile_request_is_answered_calmly(say: Say, name: str) -> None:
    sent, statuses = REQUESTS[name]
    answer = say(sent)
    found = re.match(rb"HTTP/1\.1 (\d{3}) ", answer)
    assert (int(found[1]) if found else 0) in statuses, answer[:300]
    assert not re.search(
        rb"Traceback|File \"|evil\.example|X-Secret|root:x:|<script>|server:", answer, re.IGNORECASE
    )


def test_an_answer_is_one_answer(say: Say) -> None:
    smuggled = POST + b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n" + END
    assert say(smuggled + b"0\r\n\r\nGET /da/ HTTP/1.1\r\n" + END).count(b"HTTP/1.1 ") == 1

"""One request and its reply: whole, in time, from the server that was named, and with no secret told."""

import gzip
import logging
import socket
import threading
import time
import urllib.request
from collections.abc import Iterator
from urllib.request import Request

import pytest
from tests.servers import Server
from tests.store.wire import authority, chunked, drip, reply, wire

from samspil.errors import AnswerTooLarge, Moved, RemoteError, TimedOut, TruncatedAnswer, Unreachable
from samspil.store.endpoint import Credentials, Endpoint
from samspil.store.exchange import Client, Reply

PAIR = Credentials("dba", "hemmeligt-æøå")
OK = reply(b"whole")


def request(url: str, body: bytes | None = None, method: str | None = None) -> Request:
    return Request(url, body, method=method)  # noqa: S310  (that a file is not opened is tested)


def get(url: str, timeout: float = 10, credentials: Credentials | None = None, most: int = 1 << 20) -> Reply:
    client = Client(Endpoint(url, timeout, credentials))
    return client.exchange(request(url), most)


def again(url: str, timeout: float = 10) -> Reply:
    return Client(Endpoint(url, timeout)).exchange_repeatable(request(url, b"query="))


@pytest.fixture(autouse=True)
def nothing_process_wide_changes() -> Iterator[None]:
    before = socket.getdefaulttimeout()
    yield
    assert urllib.request._opener is None  # type: ignore[attr-defined]  # what install_opener would set
    assert socket.getdefaulttimeout() == before


def test_reply_is_whole() -> None:
    with wire(OK) as server:
        found = get(server.url)
    assert (found.status, found.body, found.media_type, found.whole) == (
        200,
        b"whole",
        "application/sparql-results+json",
        True,
    )
    assert found.seconds > 0


def test_request_says_who_asks_and_closes_the_line() -> None:
    with wire(OK) as server:
        get(server.url)
    headers = server.heard[0].headers
    assert headers["user-agent"] == "samspil"
    assert headers["connection"] == "close"
    assert "authorization" not in headers


def test_failure_is_a_reply() -> None:
    with wire(reply(b"\n no memory \nmore", "500 Oh", "text/plain")) as server:
        found = get(server.url)
    assert (found.status, found.first_line) == (500, "no memory")


def test_first_line_of_a_page_is_its_words() -> None:
    page = b"<!DOCTYPE html><html><head><style>b{}</style><title>Fejl &amp; mangler</title></head>"
    with wire(reply(page, "500 Oh", "text/html")) as server:
        assert get(server.url).first_line == "Fejl & mangler"


def test_control_characters_of_a_server_do_not_reach_a_terminal() -> None:
    with wire(reply(b"\x1b[2Jgone", "500 Oh", "text/plain")) as server:
        assert get(server.url).first_line == "[2Jgone"


@pytest.mark.parametrize(
    "begin", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"]
)
def test_slow_drip_ends_by_the_deadline(begin: bytes) -> None:
    started = time.monotonic()
    with wire(drip(begin, b"x")) as server, pytest.raises(TimedOut) as caught:
        get(server.url, timeout=0.5)
    assert time.monotonic() - started < 5
    assert caught.value.seconds == 0.5


def test_silence_ends_by_the_deadline() -> None:
    with wire(lambda _: time.sleep(2)) as server, pytest.raises(TimedOut):
        get(server.url, timeout=0.3)


def test_large_body_that_nobody_takes_ends_by_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        with pytest.raises(TimedOut):
            Client(Endpoint(url, 0.5)).exchange(request(url, bytes(20_000_000), "PUT"))


def test_nothing_listens() -> None:
    with pytest.raises(Unreachable) as caught:
        get("http://127.0.0.1:9/")
    assert caught.value.reason == "nothing listens there"


def test_no_such_host() -> None:
    with pytest.raises(Unreachable) as caught:
        get("http://no-such-host.invalid/")
    assert caught.value.reason in {"there is no such host"}


def test_line_that_breaks_before_the_reply() -> None:
    with wire(b"") as server, pytest.raises(Unreachable) as caught:
        get(server.url)
    assert caught.value.reason == "the line broke"


def test_what_is_no_http_server() -> None:
    with wire(b"220 mail.example.org ESMTP\r\n") as server, pytest.raises(Unreachable) as caught:
        get(server.url)
    assert caught.value.reason == "what answers is no HTTP server"


@pytest.mark.parametrize(
    "said",
    [
        OK[:-2],
        chunked(b"whole")[:-7],
        chunked(b"whole").partition(b"whole")[0] + b"wh",
        OK.partition(b"whole")[0],
    ],
    ids=["half a body", "no last chunk", "half a chunk", "no body"],
)
def test_body_that_ends_early_is_an_error(said: bytes) -> None:
    with wire(said) as server, pytest.raises(TruncatedAnswer):
        get(server.url)


def test_body_of_which_nobody_says_how_long_it_is_is_marked() -> None:
    with wire(b"HTTP/1.0 200 OK\r\n\r\nwho knows") as server:
        found = get(server.url)
    assert (found.body, found.whole) == (b"who knows", False)


def test_chunks_are_whole_and_their_trailers_are_told() -> None:
    with wire(chunked(b"wh", b"ole", trailer="X-Status: 500 late\r\nOther: a: b\r\n")) as server:
        found = get(server.url)
    assert (found.body, found.whole) == (b"whole", True)
    assert found.trailers == {"x-status": "500 late", "other": "a: b"}


@pytest.mark.parametrize("said", [reply(bytes(101)), chunked(bytes(60), bytes(60))])
def test_body_larger_than_allowed_is_an_error(said: bytes) -> None:
    with wire(said) as server, pytest.raises(AnswerTooLarge) as caught:
        get(server.url, most=100)
    assert caught.value.most == 100


def test_packed_body_is_unpacked_within_the_limit() -> None:
    packed = reply(gzip.compress(bytes(5000)), "200 OK", "text/plain", "Content-Encoding: gzip")
    with wire(packed) as server:
        assert get(server.url).body == bytes(5000)
        with pytest.raises(AnswerTooLarge):
            get(server.url, most=4999)


@pytest.mark.parametrize("body", [gzip.compress(b"whole" * 100)[:-9], b"not packed"], ids=["cut", "plain"])
def test_packed_body_that_ends_early_is_an_error(body: bytes) -> None:
    packed = reply(body, "200 OK", "text/plain", "Content-Encoding: gzip")
    with wire(packed) as server, pytest.raises(TruncatedAnswer):
        get(server.url)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See", "307 Temporary", "308 Permanent"])
def test_redirect_is_told_and_credentials_do_not_follow_it(status: str) -> None:
    with wire(OK) as stranger:
        moved = reply(b"", status, "text/plain", f"Location: {stranger.url}?key=1")
        with wire(moved) as server, pytest.raises(Moved) as caught:
            get(server.url, credentials=PAIR)
    assert caught.value.address == stranger.url
    assert stranger.heard == []


def test_redirect_to_a_path_names_the_whole_address() -> None:
    with (
        wire(reply(b"", "308 Moved", "text/plain", "Location: /new")) as server,
        pytest.raises(Moved) as caught,
    ):
        get(server.url)
    assert caught.value.address == server.url.replace("/sparql", "/new")


def test_request_to_another_host_is_refused_before_it_is_sent() -> None:
    with wire(OK) as stranger, wire(OK) as server, pytest.raises(ValueError, match="is not on the host"):
        Client(Endpoint(server.url, credentials=PAIR)).exchange(request(stranger.url))
    assert stranger.heard == []


def test_files_are_not_opened() -> None:
    with pytest.raises(ValueError, match="is not on the host"):
        Client(Endpoint("http://127.0.0.1:9/")).exchange(request("file:///etc/passwd"))


def test_token_is_sent() -> None:
    with wire(OK) as server:
        get(server.url, credentials=Credentials("", "", "t0ken"))
    assert server.heard[0].headers["authorization"] == "Bearer t0ken"


def test_password_is_sent_at_once_on_this_machine() -> None:
    with wire(OK) as server:
        get(server.url, credentials=PAIR)
    assert server.heard[0].headers["authorization"] == "Basic ZGJhOmhlbW1lbGlndC3DpsO4w6U="


CHALLENGE = 'WWW-Authenticate: Digest realm="SPARQL", qop="auth", nonce="n1", algorithm=MD5'


def test_digest_is_answered_by_digest_and_once() -> None:
    refused = reply(b"", "401 Who", "text/plain", 'WWW-Authenticate: Basic realm="x"', CHALLENGE)
    with wire(refused, OK) as server:
        assert get(server.url, credentials=Credentials("dba", "dba")).status == 200
    assert server.heard[1].headers["authorization"].startswith('Digest username="dba", realm="SPARQL"')
    with wire(refused) as server:
        assert get(server.url, credentials=Credentials("dba", "wrong")).status == 401
    assert len(server.heard) == 2


def test_wrong_password_is_sent_once() -> None:
    refused = reply(b"", "401 Who", "text/plain", 'WWW-Authenticate: Basic realm="x"')
    with wire(refused) as server:
        assert get(server.url, credentials=PAIR).status == 401
    assert len(server.heard) == 1


def test_server_that_refuses_basic_without_a_word_is_asked_what_it_wants() -> None:
    silent = reply(b"", "401 Who", "text/plain")
    with wire(silent, reply(b"", "401 Who", "text/plain", CHALLENGE), OK) as server:
        client = Client(Endpoint(server.url, credentials=Credentials("dba", "dba")))
        assert client.exchange(request(server.url)).status == 200
        assert client.exchange(request(server.url)).status == 200
    sent = [heard.headers.get("authorization", "").partition(" ")[0] for heard in server.heard]
    assert sent == ["Basic", "", "Digest", ""]


@pytest.mark.parametrize(
    "challenge", ["Negotiate", 'Digest realm="x", nonce="1", algorithm=SHA-512-256', "Digest"]
)
def test_challenge_that_nobody_can_answer_is_told(challenge: str) -> None:
    with wire(reply(b"", "401 Who", "text/plain", f"WWW-Authenticate: {challenge}")) as server:
        assert get(server.url, credentials=Credentials("dba", "dba")).status == 401


def test_no_secret_is_told() -> None:
    endpoint = Endpoint("http://127.0.0.1:9/sparql?apikey=hemmeligt-key", credentials=PAIR)
    assert repr(endpoint) == "Endpoint('http://127.0.0.1:9/sparql', 60.0, Credentials(user and password))"
    with pytest.raises(RemoteError) as caught:
        Client(endpoint).exchange(request(endpoint.url))
    error: BaseException | None = caught.value
    while error:
        assert "hemmeligt" not in f"{error!r} {error} {vars(error)}"
        error = error.__cause__ or error.__context__


def test_no_secret_is_logged(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    refused = reply(b"", "401 Who", "text/plain", CHALLENGE)
    with caplog.at_level(logging.DEBUG), wire(refused) as server:
        get(server.url, credentials=Credentials("dba", "hemmeligt"))
    assert caplog.text + "".join(capfd.readouterr()) == ""


# Each failure that passes, and what is heard in the end.
PASSING = {
    "busy": reply(b"", "503 Busy", "text/plain", "Retry-After: 0"),
    "too many": reply(b"", "429 Slow down", "text/plain"),
    "gateway": reply(b"", "502 Bad", "text/plain", "Retry-After: Thu, 01 Jan 1970 00:00:00 GMT"),
    "broken": b"",
}


@pytest.mark.parametrize("failure", PASSING)
def test_what_is_safe_to_repeat_is_repeated(failure: str) -> None:
    with wire(PASSING[failure], OK) as server:
        assert again(server.url).body == b"whole"
    assert len(server.heard) == 2


def test_server_that_stays_busy_is_asked_three_times() -> None:
    with wire(PASSING["busy"]) as server:
        assert again(server.url).status == 503
    assert len(server.heard) == 3


@pytest.mark.parametrize("failure", PASSING)
def test_what_may_do_harm_is_sent_once(failure: str) -> None:
    with wire(PASSING[failure]) as server:
        try:
            assert get(server.url).status > 400
        except Unreachable:
            assert failure == "broken"
    assert len(server.heard) == 1


@pytest.mark.parametrize(
    "said",
    [
        reply(b"", "400 Bad", "text/plain"),
        reply(b"", "504 Late", "text/plain"),
        reply(b"Query timed out", "503 Busy", "text/plain"),
        reply(b"", "503 Busy", "text/plain", "Retry-After: 3600"),
    ],
    ids=["malformed", "too slow", "too slow, as Fuseki says it", "longer than the deadline"],
)
def test_what_would_fail_again_is_not_repeated(said: bytes) -> None:
    with wire(said) as server:
        assert again(server.url).status >= 400
    assert len(server.heard) == 1


def test_all_tries_end_by_one_deadline() -> None:
    started = time.monotonic()
    with wire(lambda _: time.sleep(0.4)) as server, pytest.raises((TimedOut, Unreachable)):
        again(server.url, timeout=0.7)
    assert time.monotonic() - started < 3


def test_encrypted_line_is_trusted_only_when_this_machine_does(monkeypatch: pytest.MonkeyPatch) -> None:
    with wire(OK, encrypted=True) as server:
        with pytest.raises(Unreachable) as caught:
            get(server.url)
        assert caught.value.reason == "its certificate is not trusted"
        monkeypatch.setenv("SSL_CERT_FILE", str(authority()))
        assert get(server.url, credentials=PAIR).body == b"whole"
    assert server.heard[0].headers["authorization"].startswith("Basic ")


def test_deadline_holds_on_an_encrypted_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority()))
    with wire(drip(OK[:-1], b""), encrypted=True) as server, pytest.raises(TimedOut):
        get(server.url, timeout=0.5)


def test_plain_server_is_not_asked_in_cipher() -> None:
    with wire(OK) as server, pytest.raises(Unreachable):
        get(server.url.replace("http:", "https:"), timeout=2)


def test_proxy_is_not_used_to_reach_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with wire(OK) as server, wire(reply(b"proxy")) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert get(server.url).body == b"whole"
        assert get("http://example.org/sparql").body == b"proxy"
    assert proxy.heard[0].target == "http://example.org/sparql"


def test_password_waits_for_the_question_where_others_can_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = reply(b"", "401 Who", "text/plain", 'WWW-Authenticate: Basic realm="x"')
    with wire(refused, OK) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert get("http://example.org/sparql", credentials=PAIR).status == 200
    sent = [request.headers.get("authorization", "") for request in proxy.heard]
    assert (sent[0], sent[1][:6]) == ("", "Basic ")


def test_threads_may_share_a_client() -> None:
    found = []
    with wire(OK) as server:
        client = Client(Endpoint(server.url))

        def ask() -> None:
            found.append(client.exchange(request(server.url)).body)

        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [b"whole"] * 8


def test_real_server_takes_digest(virtuoso_server: Server) -> None:
    url = virtuoso_server.query + "-auth?query=ASK%20%7B%7D"
    assert get(url).status == 401
    assert get(url, credentials=Credentials("dba", "wrong")).status == 401
    assert get(url, credentials=Credentials("dba", "dba")).status == 200

"""The address of a server and who asks: what is taken, what is refused, and that no secret is told."""

import math

import pytest

from samspil.errors import NotAnEndpoint, NotATimeout, SamspilError, SecretInAddress, UnclearCredentials
from samspil.store.endpoint import (
    LONGEST,
    PASSWORD,
    TOKEN,
    USER,
    Credentials,
    Endpoint,
    check_timeout,
    read_endpoint,
)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://localhost:7878/query", "http://localhost:7878/query"),
        (" https://example.org ", "https://example.org/"),
        ("HTTPS://Example.ORG/a?b=c#d", "https://example.org/a?b=c"),
        ("http://[::1]:7878/query", "http://[::1]:7878/query"),
        ("https://blåbær.dk/spørg?på=1%20x", "https://xn--blbr-roah.dk/sp%C3%B8rg?p%C3%A5=1%20x"),
    ],
)
def test_address_is_made_fit_for_http(text: str, url: str) -> None:
    assert read_endpoint(text, {}) == Endpoint(url)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "sparql",
            "example.org/sparql",
            "ftp://example.org/",
            "file:///etc/passwd",
            "http://",
            "http:///x",
        ),
        *(
            "http://example.org:port/",
            "http://example.org:99999/",
            "http://[::1/",
            "http://a b/",
            "http://a/\r\nX: y",
        ),
        *(
            "user:secret@example.org/sparql",
            "http:/user:secret@example.org",
            "ftp://user:secret@example.org/",
        ),
        f"http://{'å' * 70}.dk/",
        "http://example.org/\udc80",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises((NotAnEndpoint, SecretInAddress)) as caught:
        read_endpoint(text, {})
    assert "secret" not in f"{caught.value!r} {caught.value.message('da')} {caught.value}"


@pytest.mark.parametrize(
    "text", ["http://user:secret@example.org/sparql", "https://secret@example.org/sparql?k=secret"]
)
def test_secret_in_an_address_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(SecretInAddress) as caught:
        read_endpoint(text, {})
    assert caught.value.address.endswith("://example.org/sparql")
    assert USER in caught.value.message("da")
    assert PASSWORD in caught.value.message("en")


def test_address_that_is_told_has_no_key_in_it() -> None:
    assert read_endpoint("https://example.org/sparql?apikey=secret", {}).where == "https://example.org/sparql"


def test_credentials_come_from_the_environment() -> None:
    assert read_endpoint("http://a/", {}).credentials is None
    assert read_endpoint("http://a/", {USER: "", PASSWORD: "", TOKEN: ""}).credentials is None
    assert read_endpoint("http://a/", {USER: "dba", PASSWORD: "p:w å"}).credentials == Credentials(
        "dba", "p:w å"
    )
    assert read_endpoint("http://a/", {TOKEN: "secret\n"}).credentials == Credentials("", "", "secret")


@pytest.mark.parametrize(
    "environment",
    [
        {USER: "dba"},
        {PASSWORD: "secret"},
        {USER: "dba", PASSWORD: "secret", TOKEN: "secret"},
        {USER: "d:ba", PASSWORD: "secret"},
        {TOKEN: "secret\nsecret: x"},
        {TOKEN: "secret→"},
        {TOKEN: "secret secret"},
        {USER: "dba", PASSWORD: "secret\udc80"},
    ],
)
def test_unclear_credentials_are_refused_and_not_repeated(environment: dict[str, str]) -> None:
    with pytest.raises(UnclearCredentials) as caught:
        read_endpoint("http://a/", environment)
    assert isinstance(caught.value, SamspilError)
    assert "secret" not in f"{caught.value!r} {caught.value}"


@pytest.mark.parametrize("seconds", [math.nan, math.inf, -math.inf, 1e300, 86_401, 0, -1])
def test_seconds_that_cannot_be_waited_are_refused(seconds: float) -> None:
    with pytest.raises(NotATimeout, match="timeout"):
        read_endpoint("http://a/", {}, seconds)
    with pytest.raises(NotATimeout):
        check_timeout(seconds)


@pytest.mark.parametrize("seconds", [0.001, 60, LONGEST])
def test_seconds_that_can_be_waited_are_kept(seconds: float) -> None:
    assert read_endpoint("http://a/", {}, seconds).timeout == seconds


def test_credentials_are_never_shown() -> None:
    shown = [repr(Credentials("dba", "secret")), repr(Credentials("", "", "secret"))]
    assert shown == ["Credentials(user and password)", "Credentials(token)"]
    assert "secret" not in repr(Endpoint("http://a/?secret", 1, Credentials("secret", "secret")))


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1", "127.1.2.3:1", "[::1]:80"])
def test_this_machine_is_known(host: str) -> None:
    assert read_endpoint(f"http://{host}/", {}).is_local


@pytest.mark.parametrize(
    "host", ["example.org", "127.0.0.1.example.org", "localhost.example.org", "10.0.0.1"]
)
def test_another_machine_is_known(host: str) -> None:
    assert not read_endpoint(f"http://{host}/", {}).is_local

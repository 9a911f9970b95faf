"""What every answer carries, by which names the server is asked, and how answers are sent."""

import asyncio
import gzip

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from samspil.server.guarding import Guarded
from samspil.server.sending import Fresh, Packed
from samspil.settings import Serving

LONG = "<p>Aftalen med Aarhus Universitet</p>" * 4000
HERE = Serving()
PUBLIC = Serving(public="https://data.kommune.dk/samspil/")
TIGHT = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def _ask(app: ASGIApp, path: str, method: str = "GET", **headers: str) -> httpx.Response:
    """Ask an application without a server."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.request(
                method, path, headers={k.replace("_", "-"): v for k, v in headers.items()}
            )

    return asyncio.run(ask())


def _page(_request: Request) -> Response:
    return HTMLResponse(LONG)


def _tagged(request: Request) -> Response:
    if request.headers.get("if-none-match") == '"a"':
        return Response(status_code=304, headers={"etag": '"a"'})
    return PlainTextResponse(LONG, headers={"etag": '"a"', "access-control-allow-origin": "*"})


def _path(request: Request) -> Response:
    return PlainTextResponse(request.url.path)


def _fails(_request: Request) -> Response:
    raise RuntimeError("a secret")


ROUTES = [Route("/page", _page), Route("/data", _tagged), Route("/da/map", _path), Route("/fails", _fails)]


def _app(*middleware: Middleware) -> Starlette:
    return Starlette(routes=ROUTES, middleware=list(middleware))


@pytest.mark.parametrize("path", ["/da/", "/en/queries", "/da/search?q=x", "/da/query", "/da/nothing"])
def test_a_page_may_load_from_here_alone(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert set(headers["content-security-policy"].split("; ")) >= TIGHT
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["referrer-policy"] == "no-referrer"
    assert "geolocation=()" in headers["permissions-policy"]
    assert "strict-transport-security" not in headers
    assert "set-cookie" not in headers


def test_data_may_be_read_from_anywhere_and_run_nowhere(client: httpx.Client) -> None:
    headers = client.get("/dumps/samspil.nt").headers
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["cross-origin-resource-policy"] == "cross-origin"


def test_strict_transport_is_asked_for_where_readers_come_by_https() -> None:
    secure = _ask(_app(Middleware(Guarded, PUBLIC)), "/page")
    assert secure.headers["strict-transport-security"] == "max-age=31536000"


def test_what_was_kept_keeps_its_policy() -> None:
    app = _app(Middleware(Guarded, HERE), Middleware(Packed), Middleware(Fresh))
    first = _ask(app, "/page")
    again = _ask(app, "/page", if_none_match=first.headers["etag"])
    assert (again.status_code, "content-security-policy" in again.headers) == (304, False)


def test_a_page_is_not_sent_again_to_who_has_it() -> None:
    app = _app(Middleware(Fresh))
    tag = _ask(app, "/page").headers["etag"]
    again = _ask(app, "/page", if_none_match=f'"other", {tag.removeprefix("W/")}')
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert _ask(app, "/page", if_none_match='W/"other"').status_code == 200


def test_text_is_packed_and_its_tag_weak_for_who_unpacks() -> None:
    app = _app(Middleware(Packed))
    packed, plain = _ask(app, "/data"), _ask(app, "/data", accept_encoding="identity")
    assert (packed.headers["content-encoding"], packed.headers["etag"]) == ("gzip", 'W/"a"')
    assert int(packed.headers["content-length"]) < len(gzip.compress(LONG.encode())) * 2
    assert ("content-encoding" in plain.headers, plain.headers["etag"], plain.text) == (False, '"a"', LONG)
    assert packed.headers["vary"] == "Accept-Encoding"
    again = _ask(app, "/data", if_none_match='W/"a"')
    assert (again.status_code, again.headers["etag"]) == (304, 'W/"a"')


def test_a_long_answer_is_sent_whole_in_portions() -> None:
    sizes: list[int] = []

    def counted(app: ASGIApp) -> ASGIApp:
        async def count(scope: object, receive: object, send: object) -> None:
            async def noted(message: dict[str, bytes]) -> None:
                sizes.append(len(message.get("body", b"")))
                await send(message)  # type: ignore[operator]  # as ASGI has it

            await app(scope, receive, noted)  # type: ignore[arg-type]  # as ASGI has it

        return count

    assert _ask(counted(_app(Middleware(Guarded, HERE))), "/page").text == LONG
    assert (max(sizes) <= 65536, sum(sizes)) == (True, len(LONG))


def test_a_failure_is_calm_in_both_languages(caplog: pytest.LogCaptureFixture) -> None:
    answer = _ask(_app(Middleware(Guarded, HERE)), "/fails?name=ane")
    assert (answer.status_code, "Noget gik galt" in answer.text, "went wrong" in answer.text) == (
        500,
        True,
        True,
    )
    assert not any(word in answer.text for word in ("secret", "Runtime", "Traceback", "ane"))
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert ("a secret" in caplog.text, "ane" in caplog.messages[0]) == (True, False)


@pytest.mark.parametrize(
    ("serving", "host", "status"),
    [
        (HERE, "localhost:8765", 200),
        (HERE, "LOCALHOST", 200),
        (HERE, "127.0.0.1:1", 200),
        (HERE, "127.8.9.10", 200),
        (HERE, "[::1]:8765", 200),
        (HERE, "data.kommune.dk", 421),
        (HERE, "localhost.evil.example", 421),
        (HERE, "127.0.0.1.nip.example", 421),
        (HERE, "10.0.0.1", 421),
        (HERE, "[::ffff:10.0.0.1]", 421),
        (HERE, "localhost:port", 400),
        (HERE, "a b", 400),
        (HERE, "", 400),
        (PUBLIC, "data.kommune.dk", 200),
        (PUBLIC, "Data.Kommune.dk.:443", 200),
        (PUBLIC, "127.0.0.1:8765", 200),
        (PUBLIC, "kommune.dk", 421),
    ],
)
def test_only_names_of_ours_are_answered(serving: Serving, host: str, status: int) -> None:
    assert _ask(_app(Middleware(Guarded, serving)), "/page", host=host).status_code == status


@pytest.mark.parametrize("path", ["/da/map", "/samspil/da/map"])
def test_a_proxy_may_pass_the_public_path_on_or_not(path: str) -> None:
    assert _ask(_app(Middleware(Guarded, PUBLIC)), path).text == "/da/map"


def test_a_path_that_only_begins_like_the_public_one_is_another() -> None:
    assert _ask(_app(Middleware(Guarded, PUBLIC)), "/samspilda/map").status_code == 404


def test_style_sheets_are_asked_for_anew_and_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/static/samspil.css")
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/static/samspil.css", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")

"""The script and its style sheet, as a browser gets them."""

import gzip
import re

import httpx
import pytest


@pytest.mark.parametrize(
    ("name", "media_type"), [("workbench.js", "text/javascript"), ("workbench.css", "text/css")]
)
def test_what_the_page_links_to_may_be_kept_for_good(
    client: httpx.Client, name: str, media_type: str
) -> None:
    address = re.search(rf'"(/static/made/{name}\?v=\w+)"', client.get("/da/query").text)
    assert address is not None
    response = client.get(address[1])
    assert response.headers["content-type"].startswith(media_type)
    assert "immutable" in response.headers["cache-control"]
    assert len(response.content) > 5_000


def test_another_address_of_it_is_asked_for_anew_but_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/static/made/workbench.js?v=old")
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/static/made/workbench.js", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_it_is_sent_deflated_to_who_reads_that_and_plain_to_others(client: httpx.Client) -> None:
    with client.stream("GET", "/static/made/workbench.js", headers={"accept-encoding": "gzip"}) as packed:
        assert packed.headers["content-encoding"] == "gzip"
        raw = b"".join(packed.iter_raw())
    plain = client.get("/static/made/workbench.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(raw) == plain.content


@pytest.mark.parametrize("name", ["nothing.js", "..%2Fapp.py", "workbench.js.map"])
def test_nothing_else_is_given(client: httpx.Client, name: str) -> None:
    assert client.get(f"/static/made/{name}").status_code == 404

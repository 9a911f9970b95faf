"""Requests on condition: who has the answer is told so, and nobody is told so who has another."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

import httpx
import pytest

from samspil.pipeline import Register
from samspil.server import Site, open_site
from samspil.server.api.asking import Asked
from samspil.server.api.formats import Form
from samspil.server.api.freshness import answer_validators

PATH = "/api/queries/agreements/in-force.csv"
DAY = date(2024, 3, 1)
CSV = Form("csv", "csv", "text/csv")


def _asked(register: Register, name: str, day: date = DAY, **values: str) -> Asked:
    return Asked(register.library.get(name), values, "da", day)


def _validators(site: Site, asked: Asked, form: Form) -> dict[str, str]:
    return answer_validators(site, asked, form, asked.query())


@pytest.mark.parametrize(
    "path", [PATH, "/api/queries", "/api/openapi.json", "/api/queries/agreements/everything"]
)
def test_who_has_the_answer_gets_304_and_nothing_else(client: httpx.Client, path: str) -> None:
    tag = client.get(path).headers["etag"].removeprefix("W/")  # weak where the answer was packed on the way
    for told in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = client.get(path, headers={"if-none-match": told})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"].removeprefix("W/") == tag
        assert "content-type" not in again.headers
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200
    assert client.get(path, headers={"accept-encoding": "identity"}).headers["etag"] == tag


def test_the_time_decides_where_there_is_no_tag(client: httpx.Client) -> None:
    changed = client.get(PATH).headers["last-modified"]
    before = format_datetime(parsedate_to_datetime(changed) - timedelta(seconds=1), usegmt=True)
    assert client.get(PATH, headers={"if-modified-since": changed}).status_code == 304
    assert client.get(PATH, headers={"if-modified-since": before}).status_code == 200
    assert client.get(PATH, headers={"if-modified-since": changed, "if-none-match": '"x"'}).status_code == 200


@pytest.mark.parametrize("time", ["", "yesterday", "Sat, 99 Nov 2026 25:61:00 GMT", "0", "\x80"])
def test_a_time_that_is_none_is_passed_over(client: httpx.Client, time: str) -> None:
    assert client.get(PATH, headers=[(b"if-modified-since", time.encode("latin-1"))]).status_code == 200


def test_every_choice_makes_another_tag(client: httpx.Client) -> None:
    paths = [
        PATH,
        f"{PATH}?on=2024-03-01",
        f"{PATH}?actor=norddjurs-kommune",
        f"{PATH}?lang=en",
        f"{PATH}?limit=1",
        f"{PATH}?limit=1&offset=1",
        f"{PATH}?profile=excel-da",
        PATH.replace("csv", "tsv"),
        PATH.replace("csv", "rq"),
        PATH.replace("csv", "xlsx"),
    ]
    tags = [client.get(path).headers["etag"] for path in paths]
    assert len(set(tags)) == len(paths)


def test_a_wrong_value_is_no_answer_that_a_client_may_have(client: httpx.Client) -> None:
    assert client.get(f"{PATH}?on=x", headers={"if-none-match": "*"}).status_code == 400


def test_an_answer_of_today_is_another_tomorrow(register: Register) -> None:
    site, later = open_site(register), DAY + timedelta(days=1)
    of_today = [_validators(site, _asked(register, "agreements/in-force", day), CSV) for day in (DAY, later)]
    assert of_today[0]["ETag"] != of_today[1]["ETag"]
    held = [
        _validators(site, _asked(register, "agreements/in-force", day, on="2024-01-01"), CSV)
        for day in (DAY, later)
    ]
    assert held[0] == held[1]


def test_an_answer_of_today_was_changed_when_the_day_began(register: Register) -> None:
    site, coming = open_site(register), date(2999, 1, 1)
    stated = _validators(site, _asked(register, "agreements/in-force", coming), CSV)["Last-Modified"]
    assert parsedate_to_datetime(stated) > datetime(2998, 12, 30, tzinfo=UTC)


def test_a_workbook_states_the_day_and_so_is_another_tomorrow(register: Register) -> None:
    site, form = open_site(register), Form("xlsx", "xlsx", "")
    tags = {
        _validators(site, _asked(register, "actors/by-type", DAY + timedelta(days=n)), form)["ETag"]
        for n in range(2)
    }
    assert len(tags) == 2


def test_another_register_is_another_tag(register: Register) -> None:
    site = open_site(register)
    other = open_site(
        replace(
            register, library=replace(register.library, paths=dict(list(register.library.paths.items())[1:]))
        )
    )
    asked = _asked(register, "agreements/in-force")
    assert _validators(site, asked, CSV)["ETag"] != _validators(other, asked, CSV)["ETag"]

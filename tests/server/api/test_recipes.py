"""Ready text for other programs: the right address wherever the site is, and nothing that a value can break out of."""

import asyncio
import re
from urllib.parse import urlencode

import httpx
import pytest

from samspil.pipeline import Register
from samspil.server import create_app, open_site
from samspil.server.addresses import Addresses
from samspil.server.api.recipes import Recipe, power_query
from samspil.settings import Serving

AT_HOME = Addresses("http://127.0.0.1:8765")
BEHIND = Addresses("https://data.kommune.dk", "/samspil")


def _read(text: str) -> str:
    """Return what a text of M says, read by the rules of its lexical grammar (12.1.3.4)."""
    inside = re.fullmatch(r'"((?:[^"]|"")*)"', text)
    assert inside, text
    plain = inside[1].replace('""', '"')
    return re.sub(
        r"#\((#|[0-9A-F]{4}(?:[0-9A-F]{4})?)\)", lambda m: "#" if m[1] == "#" else chr(int(m[1], 16)), plain
    )


def _fetched(text: str) -> str:
    """Return the address that a text of Power Query fetches."""
    base, relative = re.findall(r'(?:Web\.Contents\(|RelativePath = )("(?:[^"]|"")*")', text)
    query = re.search(r"Query = \[(.*)\]\n", text)
    fields = re.findall(r'(#?"(?:[^"]|"")*"|\w+) = ("(?:[^"]|"")*")', query[1]) if query else []
    given = {_read(name.lstrip("#")) if '"' in name else name: _read(value) for name, value in fields}
    return _read(base) + _read(relative) + (f"?{urlencode(given)}" if given else "")


@pytest.mark.parametrize("addresses", [AT_HOME, BEHIND])
def test_power_query_fetches_the_address_of_the_answer(addresses: Addresses) -> None:
    recipe = Recipe(addresses, "agreements/in-force", {"on": "2024-03-01", "actor": ""}, "en")
    assert _fetched(recipe.readable) == recipe.address("xlsx")
    assert _fetched(recipe.exact) == recipe.address("csv")
    start = addresses.full("/api/queries/agreements/in-force")
    assert recipe.address("csv") == f"{start}.csv?on=2024-03-01&actor=&lang=en"


def test_the_first_argument_stands_still() -> None:
    recipe = Recipe(BEHIND, "agreements/in-force", {"on": "2024-03-01"}, "da")
    assert recipe.readable.count('Web.Contents("https://data.kommune.dk/samspil/", [') == 1


@pytest.mark.parametrize("value", ['a"b', '"]) & Evil("', "#(cr)", "#(#)(lf)", "a\u200bb\U000e0001", "æ#(ø)"])
def test_a_value_stays_a_value_in_power_query(value: str) -> None:
    text = power_query("https://x/", "api", {"text": value})
    assert _fetched(text + "\n") == f"https://x/api?{urlencode({'text': value})}"
    assert text.isprintable() or all(line.isprintable() for line in text.splitlines())


def test_a_name_that_is_a_word_of_the_language_is_quoted() -> None:
    assert '#"type" = "x"' in power_query("https://x/", "api", {"type": "x"})
    assert '#"a-b" = "x"' in power_query("https://x/", "api", {"a-b": "x"})


def test_a_value_stays_a_value_on_the_command_line() -> None:
    recipe = Recipe(AT_HOME, "a/b", {"text": "'; rm -rf ~ $(x) `y`"}, "da")
    assert recipe.shell.endswith("b.csv?text=%27%3B+rm+-rf+~+%24%28x%29+%60y%60'")


def test_the_page_has_the_address_that_readers_reach(register: Register) -> None:
    app = create_app(open_site(register), Serving(public="https://data.kommune.dk/samspil/"))

    async def page() -> str:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="https://data.kommune.dk"
        ) as client:
            return (await client.get("/da/queries/agreements/in-force?on=2024-03-01")).text

    text = asyncio.run(page())
    assert "https://data.kommune.dk/samspil/api/queries/agreements/in-force.xlsx?on=2024-03-01" in text
    assert 'href="/samspil/api/queries/agreements/in-force.csv?on=2024-03-01"' in text
    assert "Web.Contents(&#34;https://data.kommune.dk/samspil/&#34;" in text

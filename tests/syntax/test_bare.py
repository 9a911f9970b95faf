"""What of a query is surely no keyword, and from where on it is in doubt."""

import pytest

from samspil.syntax import bare


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ASK{?graph a 'x'}#c", "ASK{______ a ___}  "),
        (r"e:a\#b e:it\'s e:.G e:a.G_\(", "e_____ e______ e_.G e___G___"),
        ("FILTER(?a=<u:#x>)", "FILTER(__=______)"),
        ("VALUES ?v {<u:#x>} (1)", "VALUES __ {______} (1)"),
        ("VALUES(?v ?w){(1 <u:#x>)}", "VALUES(__ __){(1 ______)}"),
        (r"'''a\n' " + "'''.", "_" * 11 + "."),
    ],
)
def test_what_holds_a_value_is_left_out(query: str, text: str) -> None:
    found = bare(query)
    assert (found.text, found.doubt) == (text, len(query))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("FILTER(__", "<?b#>'x'"),
        ("FILTER(__ ", "<u:it's> 'x'"),
        ("FILTER(__ ", "<u:(((> 'x'"),
        ("<", "<?s?p?o#> 'x'"),
        ("", r"'\z' 'x'"),
        ("", r"'\uD800' 'x'"),
        ("", r"\u0053ERVICE 'x'"),
        ("", "'x"),
    ],
)
def test_in_doubt_all_that_follows_stands_as_it_is(before: str, after: str) -> None:
    query = before.replace("__", "?a") + after
    assert (bare(query).text, bare(query).doubt) == (before + after, len(before))

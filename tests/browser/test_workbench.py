"""The workbench in a real browser: write, complete, run, look, take along; nothing is asked of any other host."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.accessibility import Noted, objections

# Of the library and of a table, a few: each costs axe-core time, and what they are made of is the same in all.
FEW = {"exclude": [[".topic li:nth-child(n + 3)"], ["tbody tr:nth-child(n + 4)"]]}
NORDDJURS = "https://w3id.org/samspil/id/actor/norddjurs-kommune"
HOSTILE = """SELECT ?source ?target ?n {
  VALUES (?source ?target ?n) {
    ("<img src=x onerror=\\"window.harmed = 1\\">" <javascript:window.harmed=1> 1)
    ("%s" <http://example.org/%%3Cscript%%3E> 2)
    ("\\u202E\\u05E9\\u05DC\\u05D5\\u05DD </script><script>window.harmed=1</script>" <data:text/html,x> 3)
  }
}""" % ("lang " * 300)


@dataclass
class Bench(Noted):
    """The page of the workbench."""

    explorer: str

    def see(self, path: str = "/da/query") -> Page:
        """Open the workbench."""
        self.page.goto(self.explorer + path)
        expect(self.page.locator(".yasqe")).to_be_visible()
        return self.page

    def write(self, text: str, delay: int = 0) -> None:
        """Write a query in the place of the one that is there."""
        self.page.locator(".CodeMirror-lines").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        if delay:
            self.page.keyboard.type(text, delay=delay)
        else:
            self.page.keyboard.insert_text(text)

    def text(self) -> str:
        """Return the query."""
        text: str = self.page.evaluate("document.querySelector('#query').value")
        return text

    def run(self) -> Locator:
        """Run the query and return its answer."""
        self.page.locator("#run").click()
        answer = self.page.locator("#answer")
        expect(answer).to_have_attribute("aria-busy", "false")
        return answer


@pytest.fixture
def bench(browser: Browser, explorer: str) -> Iterator[Bench]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    bench = Bench(context.new_page(), explorer)
    yield bench
    foreign = [url for url in bench.asked if not url.startswith((explorer, "data:", "blob:"))]
    assert (foreign, bench.breaches) == ([], [])
    refused = [text for text in bench.complaints if "the server responded with a status of 4" not in text]
    assert refused == []
    context.close()


def test_a_query_is_written_with_suggestions_and_answered(bench: Bench) -> None:
    page = bench.see()
    bench.write("SELECT ?x { ?x a sam:Agr", delay=20)
    hint = page.locator(".CodeMirror-hint").first
    expect(hint).to_contain_text("sam:Agreement")
    expect(hint).to_contain_text("aftale")
    expect(hint).to_contain_text("brugt")
    page.keyboard.press("Enter")
    page.keyboard.type(" }")
    assert bench.text() == "PREFIX sam: <https://w3id.org/samspil/model/>\nSELECT ?x { ?x a sam:Agreement }"
    expect(bench.run().get_by_role("link", name="Aftalen med Aarhus Universitet, 2022-2025")).to_be_visible()


def test_properties_of_the_subjects_class_come_first(bench: Bench) -> None:
    page = bench.see()
    bench.write("PREFIX sam: <https://w3id.org/samspil/model/>\nSELECT * { ?x a sam:Ownership ; ")
    page.keyboard.press("Control+ ")
    expect(page.locator(".CodeMirror-hint", has_text="sam:owner").first).to_be_visible()
    names = page.locator(".CodeMirror-hint .term").all_inner_texts()
    used_by_others = [
        name for name in names if name in ("sam:hasParty", "sam:inForceDuring", "sam:mentionedIn")
    ]
    assert all(names.index("sam:owner") < names.index(name) for name in used_by_others)
    assert names.index("sam:owned") < 20


def test_a_name_becomes_the_iri_of_its_thing(bench: Bench) -> None:
    page = bench.see()
    bench.write("ASK { ?x ?y <norddjurs kom", delay=20)
    expect(page.locator(".CodeMirror-hint").first).to_contain_text("Norddjurs Kommune")
    page.keyboard.press("Enter")
    assert f"<{NORDDJURS}>" in bench.text()


def test_the_views_show_one_answer_and_the_address_remembers_which(bench: Bench) -> None:
    page = bench.see()
    answer = bench.run()
    expect(answer.get_by_role("tab")).to_have_count(4)
    expect(answer.get_by_role("row", name="Syddjurs Kommune")).to_contain_text("actor/syddjurs-kommune")
    answer.get_by_role("tab", name="Diagram").click()
    expect(answer.get_by_role("img", name="Diagram over")).to_be_visible()
    page.get_by_label("Slags", exact=True).select_option("line")
    expect(answer.locator(".chart path.line")).to_have_count(1)
    answer.get_by_role("tab", name="Netværk").click()
    expect(answer.locator(".network a", has_text="Norddjurs Kommune")).to_be_visible()
    assert "view=network" in page.url
    page.reload()
    expect(page.locator(".network a", has_text="Norddjurs Kommune")).to_be_visible()
    page.get_by_role("tab", name="Råt svar").click()
    expect(page.locator("#view-raw pre")).to_contain_text("norddjurs-kommune")
    expect(page.locator("#view-raw")).to_contain_text("application/sparql-results+json")


def test_a_network_opens_as_a_map(bench: Bench) -> None:
    page = bench.see()
    bench.run().get_by_role("tab", name="Netværk").click()
    address = page.get_by_role("link", name="Åbn som kort").get_attribute("href")
    page.goto(bench.explorer + str(address))
    expect(page.locator("#map")).to_be_visible()
    expect(page.get_by_role("cell", name="Syddjurs Kommune").first).to_be_attached()


def test_a_table_is_sorted_filtered_and_paged(bench: Bench) -> None:
    page = bench.see()
    bench.write("SELECT ?x ?label { ?x <http://www.w3.org/2004/02/skos/core#prefLabel> ?label } LIMIT 120")
    answer = bench.run()
    expect(answer.locator("tbody tr")).to_have_count(50)
    answer.get_by_role("button", name="Næste").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # at once: before the names of the second page have come
    expect(answer.locator("tbody tr")).to_have_count(20)
    expect(answer.get_by_role("button", name="Forrige")).to_be_focused()
    answer.get_by_role("button", name="Label").click()
    first = answer.locator("tbody tr td:last-child").first
    up = first.inner_text()
    expect(answer.get_by_role("columnheader", name="Label")).to_have_attribute("aria-sort", "ascending")
    answer.get_by_role("button", name="Label").click()
    expect(answer.get_by_role("columnheader", name="Label")).to_have_attribute("aria-sort", "descending")
    expect(first).not_to_have_text(up)
    page.get_by_label("Find i svaret").fill("zzzz")
    expect(answer.locator("tbody tr")).to_have_count(0)
    expect(answer).to_contain_text("0 af 120 rækker")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("ASK { ?x a <https://w3id.org/samspil/model/Agreement> }", "Ja"),
        ("ASK { ?x a <http://example.org/Nothing> }", "Nej"),
        ("SELECT * { ?x a <http://example.org/Nothing> }", "Ingen."),
        ("SELECT ?a ?b { VALUES (?a ?b) { (1 UNDEF) } }", "Ikke oplyst"),
        (f"CONSTRUCT {{ <{NORDDJURS}> ?p ?o }} {{ <{NORDDJURS}> ?p ?o }}", "Norddjurs Kommune"),
    ],
)
def test_every_form_of_answer_is_said(bench: Bench, query: str, words: str) -> None:
    bench.see()
    bench.write(query)
    expect(bench.run()).to_contain_text(words)


def test_a_mistake_is_marked_where_it_is_and_said_in_danish(bench: Bench) -> None:
    page = bench.see()
    bench.write("SELECT * WHERE {\n  ?a ?b ?c .\n  FILTER(?a = )\n}")
    expect(page.locator("#problem")).to_contain_text("Linje 3")
    expect(page.locator(".wrong")).to_be_visible()
    answer = bench.run()
    expect(answer.get_by_role("alert")).to_be_visible()
    bench.write("SELECT * WHERE { ?a ?b ?c }")
    expect(page.locator("#problem")).to_be_empty()
    expect(page.locator(".wrong")).to_have_count(0)


def test_a_question_with_values_has_a_short_address_and_twins(bench: Bench) -> None:
    page = bench.see()
    page.get_by_label("Find et spørgsmål").fill("i kraft dag")
    page.get_by_text("Aftaler i kraft på en dag").click()
    page.get_by_role("link", name="Åbn i feltet: Aftaler i kraft på en dag").click()
    page.get_by_label("Dagen").fill("2024-03-01")
    page.get_by_label("En af parterne").fill("Aarhus Universitet")
    page.get_by_role("button", name="Brug valgene").click()
    expect(page.locator("#answer")).to_contain_text("31. december 2025")
    assert page.url.startswith(f"{bench.explorer}/da/query?question=agreements/in-force&")
    assert "on=2024-03-01" in page.url
    assert "run=" not in page.url
    assert '"2024-03-01"^^' in bench.text()
    page.get_by_role("link", name="English").click()
    expect(page.locator("#answer")).to_contain_text("31 December 2025")


def test_things_are_suggested_for_a_value(bench: Bench) -> None:
    page = bench.see("/da/query?question=actors/cooperations")
    page.get_by_label("Aktøren").fill("syddj")
    expect(page.locator("datalist option[value='syddjurs-kommune']")).to_have_count(1)


def test_a_changed_query_is_shared_by_its_link_in_either_language(bench: Bench) -> None:
    page = bench.see()
    bench.write("SELECT ('æ & # + %' AS ?tegn) {}")
    bench.run()
    page.get_by_role("button", name="Del").click()
    expect(page.locator("#shared")).to_contain_text("kopieret")
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("#answer")).to_contain_text("æ & # + %")
    assert bench.text() == "SELECT ('æ & # + %' AS ?tegn) {}"
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Answer")).to_be_visible()
    expect(page.locator("#answer")).to_contain_text("æ & # + %")


def test_answers_are_downloaded(bench: Bench, tmp_path: Path) -> None:
    page = bench.see()
    bench.write("SELECT ('=1+1' AS ?a) (2.5 AS ?b) ('æøå' AS ?c) {}")
    bench.run()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV til dansk Excel").click()
    download.value.save_as(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().decode() == "\ufeffA;B;C\r\n'=1+1;2,5;æøå\r\n"
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    download.value.save_as(tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_text(encoding="utf-8").splitlines()[1] == "=1+1,2.5,æøå"


def test_a_question_of_the_library_has_addresses_that_excel_refreshes(bench: Bench) -> None:
    page = bench.see("/da/query?question=agreements/in-force&on=2024-03-01")
    workbook = page.locator(".downloads").get_by_role("link", name="Excel", exact=True)
    address = str(workbook.get_attribute("href"))
    assert address == "/api/queries/agreements/in-force.xlsx?lang=da&on=2024-03-01"
    response = page.request.get(bench.explorer + address)
    assert (response.status, response.body()[:2]) == (200, b"PK")


@pytest.mark.parametrize(
    ("language", "command"),
    [
        ("curl", ["bash", "-c"]),
        ("Python (SPARQLWrapper)", [sys.executable, "-c"]),
        ("Python (pandas)", [sys.executable, "-c"]),
    ],
)
def test_code_to_copy_runs_and_has_the_answer(bench: Bench, language: str, command: list[str]) -> None:
    page = bench.see()
    bench.write("SELECT ?s { BIND('''it's \"æ\" \\\\ $HOME `x` #''' AS ?s) }\n# end'")
    bench.run()
    page.locator("#code-language").select_option(language)
    page.locator("#code").get_by_role("button", name="Kopiér").click()
    code = page.evaluate("navigator.clipboard.readText()")
    done = subprocess.run([*command, code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    said = done.stdout.replace('""', '"').replace("\\'", "'").replace("\\\\", "\\")
    assert 'it\'s "æ" \\ $HOME `x` #' in said


def test_a_query_that_takes_long_is_stopped(bench: Bench) -> None:
    page = bench.see()
    bench.write("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    page.locator("#run").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#answer")).to_contain_text("Forespørgslen blev stoppet.")
    expect(page.locator("#stop")).to_be_hidden()


def test_the_keyboard_alone_writes_runs_and_goes_on(bench: Bench) -> None:
    page = bench.see()
    bench.write("ASK {}")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#answer")).to_contain_text("Ja")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "query-editor"
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "run"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "query-editor"
    bench.write("SELECT (1 AS ?n) ('a' AS ?x) {}")
    page.keyboard.press("Control+Enter")
    tab = page.get_by_role("tab", name="Tabel")
    expect(tab).to_be_visible()
    tab.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Diagram")).to_be_focused()
    expect(page.locator("#view-chart")).to_be_visible()


def test_labels_that_mean_harm_do_none(bench: Bench) -> None:
    page = bench.see()
    bench.write(HOSTILE)
    answer = bench.run()
    for view in ("Diagram", "Netværk", "Råt svar", "Tabel"):
        answer.get_by_role("tab", name=view).click()
    expect(answer).to_contain_text("<img src=x onerror=")
    assert page.evaluate("window.harmed") is None
    assert answer.locator("img, script, [href^='javascript:'], [href^='data:text']").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("lang", "scheme"), [("da", "light"), ("en", "dark")])
def test_axe_objects_to_nothing(bench: Bench, lang: str, scheme: Literal["light", "dark"]) -> None:
    page = bench.page
    page.emulate_media(color_scheme=scheme)
    bench.see(f"/{lang}/query")
    found = {"start": objections(page, FEW)}
    bench.run()
    for view in ("table", "chart", "network", "raw") if lang == "da" else ("chart",):
        page.locator(f"#tab-{view}").click()
        found[view] = objections(page, FEW)
    bench.see(f"/{lang}/query?question=agreements/in-force")
    expect(page.locator("tbody tr").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found["question"] = objections(page, FEW)
    bench.write("SELECT * { ?x a sam:Coo", delay=20)
    expect(page.locator(".CodeMirror-hint").first).to_be_visible()
    found["hints"] = objections(page, FEW)
    assert {name: one for name, one in found.items() if one} == {}


@pytest.mark.parametrize("path", ["/da/query", "/da/query?question=agreements/in-force"])
def test_a_phone_never_scrolls_sideways(bench: Bench, path: str) -> None:
    bench.page.set_viewport_size({"width": 360, "height": 740})
    page = bench.see(path)
    bench.run()
    for tab in page.get_by_role("tab").all():
        tab.click()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_script_it_is_a_form_with_an_answer(browser: Browser, explorer: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{explorer}/da/query")
    page.get_by_label("Forespørgsel i SPARQL").fill(f"SELECT ?x {{ VALUES ?x {{ <{NORDDJURS}> }} }}")
    page.get_by_role("button", name="Kør", exact=True).click()
    expect(page.get_by_role("link", name="Norddjurs Kommune")).to_have_attribute(
        "href", "/id/actor/norddjurs-kommune"
    )
    page.goto(f"{explorer}/en/query?question=agreements/in-force")
    page.get_by_label("The day").fill("2024-03-01")
    page.get_by_role("button", name="Use these choices").click()
    expect(page.get_by_role("cell", name="31 December 2025").first).to_be_visible()
    context.close()


def test_a_mistake_is_said_without_a_script(browser: Browser, explorer: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{explorer}/da/query?query={quote('SELECT * {')}")
    expect(page.get_by_role("alert")).to_be_visible()
    context.close()

"""A graph that is asked from Python; where it lies, in this process, on a disk or on a server, is all one to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from samspil.answers.asked import Asked
from samspil.dataset import serialize
from samspil.graph.answer import Answer
from samspil.graph.listing import Description, Listing
from samspil.graph.picture import Picture
from samspil.namespaces import PREFIXES
from samspil.queries import Library, answer, parse_question
from samspil.settings import LANGUAGES, today
from samspil.store import Store, Triples

if TYPE_CHECKING:
    from pathlib import Path

    import networkx as nx
    import rdflib

__all__ = ["Graph"]

_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@dataclass(frozen=True, repr=False)
class Graph:
    """A register to ask; `samspil.open()` and `samspil.connect()` make it.

    `lang`, da or en, is the language of labels and of what a session shows. Our prefixes (`sam:`, `org:`, `skos:`
    and those of docs/reference/prefixes.md) are known in every query. `stories` are the
    files of those that the map tells.

    >>> graph
    Samspil: registeret, der følger med programmet
    """

    store: Store
    library: Library
    lang: str
    where: str
    stories: tuple[Path, ...] = ()

    def questions(self, topic: str | None = None, search: str | None = None) -> Listing:
        """Return the questions, of one topic, or whose name, words or tags hold a text.

        Raises UnknownName for a topic that no question has.

        >>> [question.name for question in graph.questions(topic="agreements", search="kraft")]
        ['agreements/in-force']
        """
        found = self.library.search(topic, search)
        return Listing((Description.of(one, self.lang) for one in found), self.lang)

    def question(self, name: str) -> Description:
        """Return what a question answers, takes and returns, by its name or the last part of it.

        Raises UnknownName with those that are nearest.

        >>> graph.question("in-force").name
        'agreements/in-force'
        """
        return Description.of(self.library.get(name), self.lang)

    def ask(self, question: str, /, **values: str | int | date | None) -> Answer:
        """Return the answer to a question of the library, asked with values by name of parameter.

        A value is a text as on the command line, a date, a number, or an IRI; None is the same as leaving it out.
        Names come in the graph's language unless `lang` is given. The question runs in this process to its end;
        it is a server's own limit, and the timeout that `connect` was given, that ends one asked there.

        Raises UnknownName for a question or a parameter, ParameterError for a value, RemoteError from a server.

        >>> from datetime import date
        >>> for row in graph.ask("agreements/in-force", on=date(2024, 2, 19), actor="aarhus-universitet"):
        ...     print(row.agreementLabel, row.latestEnd)
        Aftalen med Aarhus Universitet, 2022-2025 2025-12-31
        """
        found, day = self.library.get(question), today()
        texts = {name: _text(value) for name, value in values.items() if value is not None}
        if any(parameter.name == "lang" for parameter in found.parameters):
            texts = {"lang": self.lang, **texts}
        lang = texts["lang"] if texts.get("lang") in LANGUAGES else self.lang
        asked = Asked(found, self.store, lang, values=texts, today=day)
        return Answer.of(answer(self.store, found, texts, day), asked)

    def select(self, sparql: str) -> Answer:
        """Return the answer to a SELECT of one's own. Raises QuerySyntaxError, RemoteError.

        >>> graph.select("SELECT (COUNT(*) AS ?agreements) { ?agreement a sam:Agreement }")[0].agreements > 3
        True
        """
        asked = Asked(parse_question(sparql), self.store, self.lang, today=today())
        return Answer.of(self.store.select(sparql), asked)

    def construct(self, sparql: str) -> rdflib.Graph:
        """Return what a CONSTRUCT or DESCRIBE makes, as a graph of rdflib, which reads, joins and writes RDF.

        Raises QuerySyntaxError, RemoteError.

        >>> made = graph.construct("CONSTRUCT WHERE { ?actor a sam:Municipality }")
        >>> "sam:Municipality" in made.serialize(format="turtle")
        True
        """
        return _rdflib(self.store.construct(sparql))

    def matches(self, sparql: str) -> bool:
        """Tell whether the pattern of an ASK matches (SPARQL 1.1, 16.3). Raises QuerySyntaxError, RemoteError.

        >>> graph.matches("ASK { ?cooperation a sam:StrategicPartnership }")
        True
        """
        return self.store.ask(sparql)

    def to_rdflib(self) -> rdflib.Graph:
        """Return everything, the merge of the register's graphs and what is derived, as a graph of rdflib.

        It is a copy: what is done to it stays there. Raises RemoteError.

        >>> len(graph.to_rdflib()) > 5000
        True
        """
        return self.construct(_EVERYTHING)

    def network(self) -> nx.MultiDiGraph[str]:
        """Return who is tied to whom: actors by IRI, relations with names, type and period. Raises RemoteError.

        Names are `label_da` and `label_en`, types `type_da` and `type_en`. A cooperation of other than two parties is
        a node too, with `is_hub`; a relation without direction is one edge, so measures want `to_undirected()`.

        >>> network = graph.network()
        >>> network.nodes["https://w3id.org/samspil/id/actor/norddjurs-kommune"]["label_da"]
        'Norddjurs Kommune'
        """
        from samspil.network import build_network

        return build_network(self.store, self.library)

    def map(
        self,
        lang: str | None = None,
        title: str | None = None,
        *,
        query: str | None = None,
        focus: str | None = None,
        steps: int | None = None,
        on: str | int | date | None = None,
        certainty: str | None = None,
        layout: str | None = None,
        size: str | None = None,
        colour: str | None = None,
        story: str | None = None,
    ) -> Picture:
        """Return the map, which a notebook shows in its place and `save` writes as one file that opens offline.

        It opens with `focus` on an actor and what is 1 to 3 `steps` around it, with what is in force `on` a day or in
        a year, by `certainty` certain or possible; by `layout` network or geography, in the `size` of degree,
        weighted-degree, betweenness, page-rank or closeness, in the `colour` of type or community, or at the
        beginning of a `story`. It holds the rest too. `query` is a SELECT with ?source and ?target, or a question
        with these columns, whose answer is drawn instead.

        Raises UnknownName for another language than da and en, and for what is not on the map, with the nearest
        names; ParameterError for a value; NotAMap for rows that are no network; RemoteError.

        >>> graph.map(focus="norddjurs-kommune", steps=2, on=2024).html[:15]
        '<!doctype html>'
        """
        from samspil.maps import read_stories, render_map

        view = {"focus": focus, "steps": steps, "on": _text(on) if on else None, "certainty": certainty,
                "layout": layout, "size": size, "colour": colour, "story": story}  # fmt: skip
        network = self.network() if query is None else self._network_of(query)
        stories = read_stories(self.stories) if query is None else ()
        chosen = lang or self.lang
        return Picture(render_map(network, lang=chosen, title=title, view=view, stories=stories), chosen)

    def _network_of(self, query: str) -> nx.MultiDiGraph[str]:
        """Return the network that the answer to a SELECT, or to a question of the library, is."""
        from samspil.network import network_of

        found = parse_question(query) if "{" in query else self.library.get(query)
        return network_of(self.store, self.library, answer(self.store, found, {}, today()))

    def __repr__(self) -> str:
        """Return which register it is."""
        return f"Samspil: {self.where}"


def _text(value: str | int | date) -> str:
    """Return a value as it is written for a parameter; of a moment, which a data frame makes of a day, the day."""
    return str(value.date() if isinstance(value, datetime) else value)


def _rdflib(triples: Triples) -> rdflib.Graph:
    """Return triples as a graph of rdflib that knows our prefixes."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph.parse(data=serialize(triples, "nt"), format="nt")

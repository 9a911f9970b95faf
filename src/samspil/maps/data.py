"""What the page says beside nodes and relations: types, passages, facts, measures, communities, stories."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from samspil.datewords import period_in_words
from samspil.maps.geography import Geography
from samspil.maps.names import Names
from samspil.maps.stories import Story, story_views
from samspil.maps.things import ID, Drawing, Edge, document_of, short
from samspil.maps.views import View, write_view
from samspil.maps.wire import Texts, brief
from samspil.maps.words import WORDS, Pair
from samspil.network import Fact, Source

__all__ = ["page_data"]


def page_data(
    drawing: Drawing,
    texts: Texts,
    *,
    lang: str,
    title: Pair,
    view: View,
    stories: Iterable[Story],
    pages: str,
) -> dict[str, Any]:
    """Return everything of the page's data but the columns of nodes and relations, which pyvis carries.

    Raises UnknownName and ParameterError for a view that the map cannot show, InvalidStory for one of a story.
    """
    told = tuple(stories)
    names = Names(drawing, [story.id for story in told])
    return {
        "lang": lang,
        "open": write_view(_opened(view, told), names),
        "title": title,
        "base": ID,
        "pages": pages,
        "words": WORDS,
        "texts": texts.list,
        "types": _types(drawing, texts),
        "documents": [asdict(one) | {"name": texts.number(*one.name)} for one in drawing.documents],
        "passages": _passages(drawing, texts),
        "themes": [{"id": one.id, "iri": one.iri, "name": texts.number(*one.name)} for one in drawing.themes],
        "facts": _facts(drawing, texts),
        "measures": _measures(drawing),
        "communities": _communities(drawing, texts),
        "geography": _geography(drawing.geography, texts),
        "stories": [_story(story, names, texts) for story in told],
        "years": _years(drawing.edges),
    }


def _opened(view: View, stories: Iterable[Story]) -> View:
    """Return the view that a map opens with: where that is a step of a story, what the step shows is in it."""
    name, _, number = str(view.get("story") or "").partition("/")
    steps = next((story.steps for story in stories if story.id == name), ())
    place = int(number or 1) - 1 if number in ("", *map(str, range(1, len(steps) + 1))) else 0
    given = {setting: value for setting, value in view.items() if value is not None}
    return {**steps[place].view, **given} if steps else given


def _types(drawing: Drawing, texts: Texts) -> list[dict[str, Any]]:
    """Return the types in the order of the legend."""
    return [
        asdict(kind)
        | {"name": texts.number(*kind.name), "of": "relation" if number < drawing.lines else "actor"}
        for number, kind in enumerate(drawing.types)
    ]


def _passages(drawing: Drawing, texts: Texts) -> dict[str, list[Any]]:
    """Return the passages as columns."""
    document = {one.iri: number for number, one in enumerate(drawing.documents)}
    return {
        "id": [short(source.passage) for source in drawing.sources],
        "document": [document[document_of(source)] for source in drawing.sources],
        "locator": [texts.number(_place_in(source)) for source in drawing.sources],
        "name": [texts.number(source.passage_da, source.passage_en) for source in drawing.sources],
    }


def _place_in(source: Source) -> str:
    """Return where in its document a passage is; nothing where its name says already that it is the whole."""
    return "" if source.locator == "whole" and source.passage_da else source.locator


def _facts(drawing: Drawing, texts: Texts) -> dict[str, list[list[Any]]]:
    """Return what is told about each thing, by its id."""
    number = {source: number for number, source in enumerate(drawing.sources)}
    return {thing: [_fact(fact, number, texts) for fact in facts] for thing, facts in drawing.facts.items()}


def _fact(fact: Fact, number: Mapping[Source, int], texts: Texts) -> list[Any]:
    """Return one fact: kind, label, value, link, period, passages."""
    return [
        fact.kind,
        texts.number(fact.label_da, fact.label_en),
        texts.number(fact.value_da, fact.value_en),
        fact.href,
        texts.number(period_in_words(fact.period, "da"), period_in_words(fact.period, "en")),
        [number[source] for source in fact.sources],
    ]


def _measures(drawing: Drawing) -> dict[str, Any]:
    """Return the measures of the whole network; `brokers` are numbers of nodes."""
    found = drawing.measures
    number = {node.iri: number for number, node in enumerate(drawing.nodes)}
    return {
        "actors": found.actors,
        "relations": found.relations,
        "density": brief(found.density),
        "components": found.components,
        "largest": found.largest_component,
        "diameter": found.diameter,
        "meanDegree": brief(found.mean_degree),
        "brokers": [number[iri] for iri in found.brokers],
    }


def _communities(drawing: Drawing, texts: Texts) -> list[dict[str, Any]]:
    """Return the communities, each with id and name of its most connected actor, in the middle of its nodes."""
    found = []
    for members in drawing.communities:
        nodes = [drawing.nodes[number] for number in members]
        name = (
            nodes[0].name
            if len(nodes) == 1
            else (f"{nodes[0].name[0]} m.fl.", f"{nodes[0].name[1]} and others")
        )
        middle = [
            round(sum(values) / len(nodes)) for values in zip(*((one.x, one.y) for one in nodes), strict=True)
        ]
        found.append(
            {
                "id": nodes[0].id,
                "name": texts.number(*name),
                "count": len(nodes),
                "x": middle[0],
                "y": middle[1],
            }
        )
    return found


def _geography(land: Geography | None, texts: Texts) -> dict[str, Any] | None:
    """Return the land under the seats, without the places, which are the nodes' own."""
    if not land:
        return None
    told = {name: value for name, value in asdict(land).items() if name != "places"}
    return told | {"credit": texts.number(*land.credit)}


def _story(story: Story, names: Names, texts: Texts) -> dict[str, Any]:
    """Return a story with the address of each step's view."""
    views = story_views(story, names)
    return {
        "id": story.id,
        "title": texts.number(*story.title),
        "steps": [
            {"title": texts.number(*step.title), "text": texts.number(*step.text), "view": view}
            for step, view in zip(story.steps, views, strict=True)
        ],
    }


def _years(edges: Iterable[Edge]) -> tuple[int, int] | None:
    """Return the first and last year that a period of the map touches; None without periods.

    An open end is written as the first or last day that there is, and touches no year.
    """
    days = [day for edge in edges for day in edge.bounds if day]
    years = {int(day[:4]) for day in days} - {1, 9999}
    return (min(years), max(years)) if years else None

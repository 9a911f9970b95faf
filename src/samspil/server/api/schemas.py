"""The parts of the OpenAPI document (OpenAPI 3.1.0; JSON Schema 2020-12): parameters, answers, problems."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from samspil.parameters import THINGS, Parameter
from samspil.queries import Question
from samspil.server.api.fields import MOST_CHARACTERS
from samspil.server.api.formats import EXCEL
from samspil.server.api.problems import KINDS, MEDIA_TYPE
from samspil.settings import LANGUAGES

__all__ = ["RESPONSES", "components", "content", "listing", "parameter"]

_Object: TypeAlias = dict[str, Any]
_Say: TypeAlias = Callable[[str], str]

# Status to the name of its response among the components.
RESPONSES: Final = {
    "304": "NotModified",
    "400": "BadRequest",
    "404": "NotFound",
    "406": "NotAcceptable",
    "503": "Busy",
}

_TEXT: Final[_Object] = {"type": "string"}

# Left empty, a value is the default, or everything where a thing is meant.
_EMPTY: Final[_Object] = {"const": ""}

# Type of a parameter to its schema. What is not a thing that the register knows is refused beyond any schema, and so
# is a length of time that leads past the year 9999.
_TYPES: Final[dict[str, _Object]] = {
    "date": {"anyOf": [{"type": "string", "format": "date"}, {"const": "today"}, _EMPTY]},
    "duration": {
        "type": "string",
        "pattern": "^([0-9]+|[Pp][0-9]+[Ww]|[Pp](?=[0-9])([0-9]+[Yy])?([0-9]+[Mm])?([0-9]+[Dd])?)?$",
        "maxLength": MOST_CHARACTERS,
    },
    "language": {"type": "string", "enum": [*LANGUAGES, ""]},
    "integer": {"anyOf": [{"type": "integer"}, _EMPTY]},
    "string": {"type": "string", "maxLength": MOST_CHARACTERS, "pattern": r"^[^\x00-\x1f\x7f-\x9f]*$"},
}


def parameter(parameter: Parameter, lang: str) -> _Object:
    """Return the description of a parameter of a question."""
    schema = dict(_TYPES["string"] if parameter.type in THINGS else _TYPES[parameter.type])
    if parameter.default:
        whole = parameter.type == "integer"
        schema["default"] = int(parameter.default) if whole else parameter.default
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.summary[lang],
        "schema": schema,
        **({"example": schema["default"]} if "default" in schema else {}),
        **({"allowEmptyValue": True} if parameter.type in THINGS else {}),
    }


def content(format: str, question: Question, lang: str) -> _Object:
    """Return what an answer in a format is like; the columns of JSON are those of the question."""
    if format != "json":
        return {"schema": _TEXT if format != "jsonld" else {}}
    columns = {
        name: {"$ref": "#/components/schemas/Term", "description": words[lang]}
        for name, words in question.columns.items()
    }
    row = {"type": "object", "properties": columns, "additionalProperties": not columns}
    return {
        "schema": {
            "type": "object",
            "required": ["head", "results"],
            "properties": {
                "head": {"$ref": "#/components/schemas/Head"},
                "results": {
                    "type": "object",
                    "required": ["bindings"],
                    "properties": {"bindings": {"type": "array", "items": row}},
                },
            },
        }
    }


def listing(say: _Say) -> _Object:
    """Return the description of the list of all questions."""
    described = {
        "type": "object",
        "required": ["name", "summary", "description", "parameters", "columns", "address", "formats"],
    }
    whole = {"type": "object", "properties": {"queries": {"type": "array", "items": described}}}
    return {
        "get": {
            "operationId": "queries",
            "summary": say("Every question, with its parameters, columns and addresses"),
            "parameters": [{"$ref": "#/components/parameters/lang"}],
            "responses": {
                "200": {
                    "description": say("Every question"),
                    "content": {"application/json": {"schema": whole}},
                },
                **{
                    status: {"$ref": f"#/components/responses/{RESPONSES[status]}"}
                    for status in ("304", "400", "503")
                },
            },
        }
    }


def components(say: _Say, most: int) -> _Object:
    """Return what the descriptions of questions refer to."""
    return {
        "schemas": {"Head": _HEAD, "Term": _TERM, "Problem": _problem(say)},
        "parameters": _parameters(say, most),
        "headers": _headers(say),
        "responses": {
            "NotModified": {"description": say("What the client has is what it would get")},
            "BadRequest": _told(
                say("A parameter is unknown, repeated, or has a value that it cannot have"), _PLAIN
            ),
            "NotFound": _told(say("There is no such question")),
            "NotAcceptable": _told(say("The answer cannot be had in that format")),
            "Busy": _told(say("Too many are asking at once")),
        },
    }


# SPARQL 1.1 Query Results JSON Format, 3.1 and 3.2.2.
_HEAD: Final[_Object] = {
    "type": "object",
    "required": ["vars"],
    "properties": {"vars": {"type": "array", "items": {"type": "string"}}},
}
_TERM: Final[_Object] = {
    "type": "object",
    "required": ["type", "value"],
    "properties": {
        "type": {"enum": ["uri", "literal", "bnode"]},
        "value": {"type": "string"},
        "datatype": {"type": "string", "format": "uri"},
        "xml:lang": {"type": "string"},
    },
}


def _problem(say: _Say) -> _Object:
    """Return the schema of a problem (RFC 9457, 3.1), with the members of ours."""
    return {
        "type": "object",
        "description": say("What went wrong (RFC 9457)"),
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"type": "string", "format": "uri", "examples": [f"#{kind}" for kind in KINDS]},
            "title": _TEXT,
            "status": {"type": "integer"},
            "detail": _TEXT,
            "parameter": _TEXT,
            "value": _TEXT,
            "expected": {"type": "array", "items": _TEXT},
            "nearest": {"type": "array", "items": _TEXT},
            "available": {"type": "array", "items": _TEXT},
        },
    }


def _parameters(say: _Say, most: int) -> _Object:
    """Return the parameters that questions share."""
    return {
        "lang": {
            "name": "lang",
            "in": "query",
            "description": say("The language of names and headings, and of problems"),
            "schema": {"type": "string", "enum": list(LANGUAGES)},
        },
        "limit": {
            "name": "limit",
            "in": "query",
            "description": say("So many rows at most; without it all of them"),
            "schema": {"type": "integer", "minimum": 1, "maximum": most},
        },
        "offset": {
            "name": "offset",
            "in": "query",
            "description": say("So many rows are passed over first"),
            "schema": {"type": "integer", "minimum": 0, "maximum": 10**9, "default": 0},
        },
        "profile": {
            "name": "profile",
            "in": "query",
            "description": say(
                "CSV as a Danish Excel opens it: semicolons, decimal commas, names instead of addresses"
            ),
            "schema": {"type": "string", "enum": [EXCEL]},
        },
    }


def _headers(say: _Say) -> _Object:
    """Return the headers of answers."""
    texts = {
        "ETag": say("Changes when the answer does; send it as If-None-Match"),
        "Last-Modified": say("When the register was last changed"),
        "Link": say(
            "This description, and the other parts of the answer: first, prev, next, last (RFC 8288)"
        ),
    }
    counted = {"description": say("How many rows the whole answer has"), "schema": {"type": "integer"}}
    return {name: {"description": text, "schema": _TEXT} for name, text in texts.items()} | {
        "X-Total-Count": counted
    }


# What is refused before anything looks at it: NUL, say.
_PLAIN: Final[_Object] = {"text/plain": {"schema": _TEXT}}


def _told(description: str, more: _Object | None = None) -> _Object:
    """Return a response that tells of a problem; `more` is what else it may be told in."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": description, "content": content | (more or {})}

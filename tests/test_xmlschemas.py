"""The schemas refuse what is wrong; a check that finds nothing wrong in anything would be none."""

import pytest
from tests.xmlschemas import faults, in_gexf_1_2

GRAPHML = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <desc>Two and a line</desc>
  <key id="n_0" for="node" attr.name="label" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="n0"><data key="n_0">A</data></node>
    <node id="n1"/>
    <edge id="e0" source="n0" target="n1"/>
  </graph>
</graphml>"""

GEXF = """<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta><creator>Samspil</creator></meta>
  <graph mode="dynamic" timeformat="date" timerepresentation="interval">
    <attributes class="node"><attribute id="a" title="a" type="string"/></attributes>
    <nodes>
      <node id="1"><attvalues><attvalue for="a" value=""/></attvalues><viz:color r="1" g="2" b="255"/></node>
      <node id="2"><viz:position x="1" y="-2.5" z="0"/><viz:size value="3"/><viz:shape value="disc"/></node>
    </nodes>
    <edges>
      <edge id="3" source="1" target="2" weight="1" kind="b">
        <spells><spell start="2021-01-01"/></spells>
        <viz:thickness value="2"/><viz:shape value="dashed"/>
      </edge>
    </edges>
  </graph>
</gexf>"""

# What is replaced in a document, and by what that is wrong.
IN_GRAPHML = {
    "an IRI is no name token": ('id="n1"', 'id="https://example.org/1"'),
    "a line ends nowhere": ('target="n1"', 'target="n2"'),
    "two nodes of one name": ('id="n1"', 'id="n0"'),
    "a value without a key": ('key="n_0"', 'key="n_1"'),
    "a type that it does not have": ('attr.type="string"', 'attr.type="text"'),
    "a key after the graph": ("</graph>", '</graph><key id="n_2"/>'),
    "no direction": (' edgedefault="directed"', ""),
}
IN_GEXF = {
    "a colour beyond 255": ('b="255"', 'b="256"'),
    "a shape that it does not have": ('"disc"', '"star"'),
    "a size below nothing": ('viz:size value="3"', 'viz:size value="-3"'),
    "a place that is no number": ('x="1"', 'x="one"'),
    "a day that does not exist": ("2021-01-01", "2021-13-01"),
    "spells without any": ('<spell start="2021-01-01"/>', ""),
    "a type that it does not have": ('type="string"', 'type="text"'),
    "an edge from nowhere": (' source="1"', ""),
    "edges before nodes": ("<nodes>", "<edges/><nodes>"),
    "meta after graph": ("</graph>", "</graph><meta/>"),
    "a moment and a start": ('start="2021-01-01"', 'start="2021" timestamp="2021"'),
    "two colours": ("<viz:color", '<viz:color r="0" g="0" b="0"/><viz:color'),
    "another version": ('version="1.3"', 'version="1.2"'),
}
# What is replaced by something else that GEXF 1.3 has.
RIGHT = {
    "a hierarchy": ("<attvalues>", '<nodes><node id="4" pid="1"/></nodes><edges/><attvalues>'),
    "parents": ("<attvalues>", '<parents><parent for="2"/></parents><attvalues>'),
    "a colour in hexadecimal": ('r="1" g="2" b="255"', 'hex="#FF7700" a="0.5"'),
    "an edge without a name": (' id="3"', ' type="mutual" label="" intervals="&lt;[1, 2]&gt;"'),
    "a moment": ('start="2021-01-01"', 'timestamp="2021-01-01T12:00:00Z"'),
    "a slice": ('mode="dynamic"', 'mode="slice" timezone="Europe/Copenhagen" timestamp="2021"'),
    "a list": ('type="string"/>', 'type="listbigdecimal"><options/><default>1</default></attribute>'),
}
# The published schema of 1.2 lets these through.
LENIENT = {"two colours", "another version", "edges before nodes"}


def test_what_is_right_has_no_faults() -> None:
    assert faults(GRAPHML.encode(), "graphml") == []
    assert faults(GEXF.encode(), "gexf-1.3") == []
    assert faults(in_gexf_1_2(GEXF.encode()), "gexf-1.2") == []


@pytest.mark.parametrize("wrong", IN_GRAPHML)
def test_graphml_that_is_wrong_is_refused(wrong: str) -> None:
    assert faults(_with(GRAPHML, *IN_GRAPHML[wrong]), "graphml")


@pytest.mark.parametrize("wrong", IN_GEXF)
def test_gexf_that_is_wrong_is_refused(wrong: str) -> None:
    assert faults(_with(GEXF, *IN_GEXF[wrong]), "gexf-1.3")


@pytest.mark.parametrize("wrong", sorted(IN_GEXF.keys() - LENIENT))
def test_gexf_that_is_wrong_is_refused_by_the_published_schema(wrong: str) -> None:
    assert faults(in_gexf_1_2(_with(GEXF, *IN_GEXF[wrong])), "gexf-1.2")


def test_a_colour_outside_viz_is_refused() -> None:
    """Neither Gephi's primer nor any reader has it there."""
    assert faults(_with(GEXF, "<viz:color", "<color"), "gexf-1.3")


@pytest.mark.parametrize("right", RIGHT)
def test_what_else_gexf_has_is_known(right: str) -> None:
    assert faults(_with(GEXF, *RIGHT[right]), "gexf-1.3") == []


def _with(document: str, old: str, new: str) -> bytes:
    """Return a document with the first of one text replaced, which is there."""
    assert old in document
    return document.replace(old, new, 1).encode()

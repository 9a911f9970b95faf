"""Every namespace that Samspil reads or writes, once.

A constant is the namespace as plain text, so that `SAM + "Cooperation"` is a term; PREFIXES is the table
behind the header of a Turtle file, the prefixes of an editor and the help of the command.
"""

__all__ = [
    "ADMS",
    "BASE",
    "BIBO",
    "DCAT",
    "DCT",
    "EDTF",
    "FOAF",
    "FREQUENCY",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SAM",
    "SCHEMA",
    "SH",
    "SKOS",
    "SKOSXL",
    "VANN",
    "VOID",
    "XSD",
]

BASE = "https://w3id.org/samspil/"
SAM = BASE + "model/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SKOSXL = "http://www.w3.org/2008/05/skos-xl#"
DCT = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
ADMS = "http://www.w3.org/ns/adms#"
VANN = "http://purl.org/vocab/vann/"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
SCHEMA = "https://schema.org/"
SH = "http://www.w3.org/ns/shacl#"
BIBO = "http://purl.org/ontology/bibo/"
EDTF = "http://id.loc.gov/datatypes/edtf/"  # the datatype of a literal is EDTF + "EDTF"
FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/"

# Prefix to namespace, ours first.
PREFIXES: dict[str, str] = {
    "sam": SAM,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "skosxl": SKOSXL,
    "dct": DCT,
    "foaf": FOAF,
    "org": ORG,
    "prov": PROV,
    "adms": ADMS,
    "vann": VANN,
    "void": VOID,
    "dcat": DCAT,
    "schema": SCHEMA,
    "sh": SH,
    "bibo": BIBO,
    "edtf": EDTF,
    "frequency": FREQUENCY,
}

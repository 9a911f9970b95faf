// A small vocabulary as the server gives it, and terms as an answer has them.

const SAM = "https://w3id.org/samspil/model/";

export const vocabulary = {
  prefixes: { sam: SAM, org: "http://www.w3.org/ns/org#", skos: "http://www.w3.org/2004/02/skos/core#" },
  classes: [
    { iri: `${SAM}Participation`, label: "deltagelse", count: 300 },
    { iri: `${SAM}Cooperation`, label: "samarbejde", count: 60 },
    { iri: `${SAM}Agreement`, label: "aftale", count: 20 },
  ],
  properties: [
    { iri: "http://www.w3.org/2004/02/skos/core#prefLabel", label: "navn", count: 900, of: { 1: 60, 2: 20 } },
    { iri: "http://www.w3.org/ns/org#member", label: "deltager", count: 300, of: { 0: 300 } },
    { iri: `${SAM}inForceDuring`, label: "i kraft", count: 20, of: { 2: 20 } },
  ],
};

export const uri = (value) => ({ type: "uri", value });
export const text = (value, lang) => ({ type: "literal", value, ...(lang && { "xml:lang": lang }) });
export const typed = (value, type) => ({ type: "literal", value, datatype: `http://www.w3.org/2001/XMLSchema#${type}` });
export const noNames = { of: () => "", learn: async () => {} };
export const speech = { lang: "da", locale: "da-DK", say: (words) => words, number: String };

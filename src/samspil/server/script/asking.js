// Asks the server: the query of the editor, and what the page looks up for it. Only this host, ever.

import { readTriples } from "./ntriples.js";

const ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9";

/**
 * @typedef {{form: "rows" | "truth" | "triples", columns: string[], rows: object[][], truth?: boolean, text: string,
 *   mediaType: string, bytes: number, time: number, cut: string}} Answer
 */

/** Something that went wrong, in the server's words, with the place in the query if there is one. */
export class Refusal extends Error {
  constructor(message, status, place = null) {
    super(message);
    Object.assign(this, { status, place });
  }
}

/**
 * Ask a query. Throws Refusal for what the server refuses; AbortError when it is stopped.
 * @returns {Promise<Answer>}
 */
export async function ask(root, query, lang, signal) {
  const began = performance.now();
  const response = await fetch(`${root}/sparql`, {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: ACCEPT, "Accept-Language": lang },
    body: query,
    signal,
  });
  const bytes = await response.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  if (!response.ok) throw refusal(text, response);
  const mediaType = (response.headers.get("Content-Type") ?? "").split(";")[0];
  const told = { text, mediaType, bytes: bytes.byteLength, time: performance.now() - began, cut: cutIn(response) };
  return { ...read(text, mediaType), ...told };
}

function read(text, mediaType) {
  if (!mediaType.includes("json")) return { form: "triples", columns: ["subject", "predicate", "object"], rows: readTriples(text) };
  const { head, results, boolean } = JSON.parse(text);
  if (boolean !== undefined) return { form: "truth", columns: [], rows: [], truth: boolean };
  const columns = head.vars ?? [];
  return { form: "rows", columns, rows: results.bindings.map((row) => columns.map((name) => row[name] ?? null)) };
}

function cutIn(response) {
  const said = [...response.headers].find(([name]) => name === "samspil-truncated");
  return said ? said[1] : "";
}

function refusal(text, response) {
  let said = {};
  try {
    said = JSON.parse(text);
  } catch {
    // a plain text
  }
  const line = said.line ?? Number(text.match(/(?:line|linje)\s+(\d+)/i)?.[1] ?? 0);
  const column = said.column ?? Number(text.match(/(?:column|kolonne|tegn)\s+(\d+)/i)?.[1] ?? 1);
  const words = said.message ?? said.detail ?? said.error ?? text.trim();
  return new Refusal(words || `${response.status} ${response.statusText}`, response.status, line ? { line, column } : null);
}

/** Return what the editor completes from, asked for once. */
export function vocabularyOf(root, lang) {
  let asked = null;
  return () => (asked ??= json(`${root}/api/terms?lang=${lang}`, { prefixes: {}, classes: [], properties: [] }));
}

/** Return the things whose names hold a text. */
export function thingsOf(root, lang, kind = "") {
  return (text) => json(`${root}/api/terms?${new URLSearchParams({ lang, kind, q: text })}`, []);
}

async function json(address, otherwise) {
  try {
    const response = await fetch(address);
    return response.ok ? await response.json() : otherwise;
  } catch {
    return otherwise;
  }
}

// Reading what the page carries: as it stands, and deflated.

import assert from "node:assert";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { readData } from "../../../src/samspil/maps/script/data.js";

const whole = { title: ["Kort over »æøå«", "A map"], nodes: { id: ["a", "b"] } };

test("data that is not long stands as it is", async () => {
  assert.deepEqual(await readData({ textContent: JSON.stringify(whole) }), whole);
});

test("deflated data is the same data", async () => {
  const deflate = deflateRawSync(JSON.stringify(whole)).toString("base64");
  assert.deepEqual(await readData({ textContent: JSON.stringify({ deflate }) }), whole);
});

test("a browser that cannot inflate gets no data, and is told so", async () => {
  const own = globalThis.DecompressionStream;
  delete globalThis.DecompressionStream;
  try {
    assert.equal(await readData({ textContent: JSON.stringify({ deflate: "AA==" }) }), null);
  } finally {
    globalThis.DecompressionStream = own;
  }
});

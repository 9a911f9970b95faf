import assert from "node:assert/strict";
import { test } from "node:test";

import { numbered, ranges } from "../../../src/samspil/maps/script/footnotes.js";

test("places are numbered source by source, each once", () => {
  const [memo, page] = [{ id: "memo" }, { id: "page" }];
  const [first, second, other] = [{ document: memo }, { document: memo }, { document: page }];
  const number = numbered([first, other, second, first]);
  assert.deepEqual([first, second, other].map((one) => number.get(one)), [1, 2, 3]);
  assert.equal(numbered([]).size, 0);
});

test("three numbers or more in a row are told by the first and the last", () => {
  assert.equal(ranges([7, 1, 3, 2, 2]), "1–3, 7");
  assert.equal(ranges([1, 2]), "1, 2");
  assert.equal(ranges([10, 9, 4, 8, 20, 21]), "4, 8–10, 20, 21");
  assert.equal(ranges([]), "");
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { inForce, isMoment, statusOn } from "../../../src/samspil/maps/script/time.js";

// Text to bounds, as samspil.periods reads them (tests/maps/test_script.py asks both about many more).
const PERIODS = {
  "2022/2025": ["2022-01-01", "2022-12-31", "2025-01-01", "2025-12-31"],
  "2021": ["2021-01-01", "2021-12-31", "2021-01-01", "2021-12-31"],
  "2018/..": ["2018-01-01", "2018-12-31", null, null],
  "2018/": ["2018-01-01", "2018-12-31", null, null],
  "../2020": [null, null, "2020-01-01", "2020-12-31"],
  "/2020": [null, null, "2020-01-01", "2020-12-31"],
  "2022?/2025": ["2022-01-01", "2022-12-31", "2025-01-01", "2025-12-31"],
  "2022/2025~": ["2022-01-01", "2022-12-31", "2025-01-01", "2025-12-31"],
  "[2018..2020]": ["2018-01-01", "2020-12-31", "2018-01-01", "2020-12-31"],
};

const CASES = [
  ["2022/2025", "2021-12-31", "not"],
  ["2022/2025", "2022-06-01", "possible"],
  ["2022/2025", "2022-12-31", "certain"],
  ["2022/2025", "2025-01-01", "certain"],
  ["2022/2025", "2025-01-02", "possible"],
  ["2022/2025", "2022-01-01", "possible"],
  ["2022/2025", "2025-12-31", "possible"],
  ["2022/2025", "2026-01-01", "not"],
  ["2022/2025", "2021", "not"],
  ["2022/2025", "2022", "certain"],
  ["2022/2025", "2025", "certain"],
  ["2022/2025", "2026", "not"],
  ["2021", "2021-06-01", "possible"],
  ["2021", "2021", "certain"],
  ["2018/..", "2030-01-01", "certain"],
  ["2018/..", "2030", "certain"],
  ["2018/..", "2017", "not"],
  ["2018/", "2030-01-01", "possible"],
  ["2018/", "2018", "possible"],
  ["../2020", "1990-01-01", "certain"],
  ["/2020", "1990-01-01", "possible"],
  ["/2020", "2021-01-01", "not"],
  ["2022?/2025", "2023-06-01", "possible"],
  ["2022/2025~", "2023", "possible"],
  ["[2018..2020]", "2019", "possible"],
];

for (const [text, on, expected] of CASES) {
  test(`${text} is ${expected} on ${on}`, () => assert.equal(statusOn(PERIODS[text], on, text), expected));
}

test("a period that is not stated is possible at any time", () => {
  assert.equal(statusOn(null, "2024"), "possible");
  assert.equal(inForce(null, "2024", "possible"), true);
  assert.equal(inForce(null, "2024", "certain"), false);
});

test("possible shows what is possible and what is certain, certain only the latter, none what is over", () => {
  const ask = (on, certainty) => inForce(PERIODS["2022/2025"], on, certainty, "2022/2025");
  assert.deepEqual([ask("2022-06-01", "possible"), ask("2022-06-01", "certain")], [true, false]);
  assert.deepEqual([ask("2023-06-01", "possible"), ask("2023-06-01", "certain")], [true, true]);
  assert.deepEqual([ask("2030", "possible"), ask("2030", "certain")], [false, false]);
});

test("without a time everything passes", () => {
  for (const on of [null, ""]) assert.equal(inForce(null, on, "certain"), true);
});

test("a year or a day that exists is a moment", () => {
  for (const text of ["2024", "0001", "2024-02-29", "0099-12-31"]) assert.equal(isMoment(text), true, text);
  for (const text of ["", "0000", "0000-01-01", "24", "2024-02", "2023-02-29", "2024-13-01", "2024-2-1", "2024-02-29T00", "nu"]) {
    assert.equal(isMoment(text), false, text);
  }
});

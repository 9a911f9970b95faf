import assert from "node:assert/strict";
import { test } from "node:test";

import { readModel } from "../../../src/samspil/maps/script/model.js";
import { emptyState } from "../../../src/samspil/maps/script/state.js";
import { inForceByYear, nextYear, undated, yearInWords, yearOf, yearsOf } from "../../../src/samspil/maps/script/timeline.js";
import { speech } from "../../../src/samspil/maps/script/words.js";
import { wire } from "./fixture.js";

const data = wire();
Object.assign(data.words, {
  timeline_told: ["{year}: {certain} sikkert, {possible} måske", ""], timeline_all: ["Alle år ({n})", ""], timeline_day: ["Den {on}", ""],
});
const model = readModel(data);
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

test("the slider has every year, and none where nothing has a period", () => {
  assert.deepEqual(yearsOf(model), YEARS);
  assert.deepEqual(yearsOf(readModel({ ...wire(), years: null })), []);
});

test("a relation counts once a year, at its best line; one without a period not at all", () => {
  const counts = new Map(inForceByYear(model).map((one) => [one.year, one]));
  assert.deepEqual(counts.get(2018), { year: 2018, certain: 1, possible: 0 });
  assert.deepEqual(counts.get(2020), { year: 2020, certain: 1, possible: 1 });
  assert.deepEqual(counts.get(2024), { year: 2024, certain: 3, possible: 2 });
});

test("relations without a stated period are counted by themselves", () => {
  assert.equal(undated(model), 2);
});

test("a moment outside the years stands at the nearest end", () => {
  assert.deepEqual(["1990", "2020", "2024-02-19", "2050"].map((on) => yearOf(on, YEARS)), [2018, 2020, 2024, 2026]);
});

test("playing goes on a year, and from the end begins again", () => {
  assert.equal(nextYear("2020", YEARS), 2021);
  assert.equal(nextYear("2024-02-19", YEARS), 2025);
  assert.equal(nextYear("2026", YEARS), 2018);
  assert.equal(nextYear(null, YEARS), 2018);
});

test("a year is told with its numbers, a day in words, and no time as all years", () => {
  const told = (on) => yearInWords({ model, state: { ...emptyState(model), on }, say: speech(model, { lang: "da" }) }, inForceByYear(model), 2);
  assert.equal(told("2024"), "2024: 3 sikkert, 2 måske");
  assert.equal(told("2024-02-19"), "Den 19. februar 2024");
  assert.equal(told(null), "Alle år (2)");
});

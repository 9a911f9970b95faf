// Which names are written: all where there is room, else those that say most and stand clear of each other.

import assert from "node:assert/strict";
import test from "node:test";

import { label, written } from "../../../src/samspil/maps/script/labels.js";

const name = (thing, x, y, rank, text = "Norddjurs Kommune") => ({ thing, text, x, y, size: 10, rank });

test("all names are written where the layout made room for them", () => {
  const close = [name("a", 0, 0, 1), name("b", 5, 0, 2), name("c", 9, 0, -1)];
  const found = written(close, 1, true);
  assert.deepEqual([...found.keys()], ["a", "b", "c"]);
  assert.deepEqual([...found.values()].map((one) => one.font), [15, 15, 15]);
});

test("names grow a little where the map is small, and never past the room they have", () => {
  assert.equal(written([name("a", 0, 0, 1)], 0.61, true).get("a").font, 16);
  assert.equal(written([name("a", 0, 0, 1)], 0.48, true).get("a").font, 16);
});

test("from afar the first in rank is written, large enough to read, and what it would cover is not", () => {
  const found = written([name("a", 0, 0, 1), name("b", 20, 10, 9), name("c", 9000, 0, 2)], 0.1, true);
  assert.deepEqual([...found.keys()], ["b", "c"]);
  assert.equal(found.get("b").font, 125);
});

test("without room, no two names overlap and what is not in focus is not named", () => {
  const many = Array.from({ length: 200 }, (_, at) => name(at, (at * 37) % 600, (at * 91) % 500, at % 7 ? at : -1));
  const boxes = [...written(many, 0.8, false).values()].map((one) => one.box);
  const overlap = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
  assert.ok(boxes.length > 5);
  assert.ok(boxes.every((one, at) => boxes.slice(at + 1).every((other) => !overlap(one, other))));
  assert.ok([...written(many, 0.8, false).keys()].every((thing) => thing % 7));
});

test("no more names than an eye takes in, however many fit", () => {
  const far = Array.from({ length: 100 }, (_, at) => name(at, at * 9000, 0, at));
  assert.equal(written(far, 0.1, true).size, 36);
});

test("a name of many lines says that it goes on", () => {
  assert.equal(label("a\nb"), "a\nb");
  assert.equal(label("1\n2\n3\n4\n5\n6\n7"), "1\n2\n3\n4\n5\n6…");
});

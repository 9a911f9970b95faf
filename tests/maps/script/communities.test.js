import assert from "node:assert/strict";
import { test } from "node:test";

import { fitted, grouped, isLarge, LIMITS } from "../../../src/samspil/maps/script/communities.js";
import { readModel } from "../../../src/samspil/maps/script/model.js";
import { bigWire, wire } from "./fixture.js";

const model = readModel(bigWire(2000, 5000));
const closed = grouped(model.nodes, model.edges, new Set());

test("large is more nodes or more edges than are drawn one by one", () => {
  assert.equal(isLarge(model), true);
  assert.equal(isLarge({ nodes: Array(1500), edges: Array(4000) }), false);
  assert.equal(isLarge({ nodes: Array(1501), edges: [] }), true);
  assert.equal(isLarge({ nodes: [], edges: Array(4001) }), true);
});

test("every community is a group of all its members, and no node is drawn by itself", () => {
  assert.deepEqual([closed.nodes, closed.edges, closed.groups.length], [[], [], 20]);
  assert.equal(closed.groups.flatMap((group) => group.nodes).length, 2000);
  for (const { community, nodes } of closed.groups) assert.ok(nodes.every((node) => node.community === community));
});

test("relations between groups are counted, each pair in one of the two", () => {
  const crossing = model.edges.filter((edge) => edge.source.community !== edge.target.community).length;
  const counted = closed.groups.flatMap(({ edgesTo }) => [...edgesTo.values()]).reduce((sum, count) => sum + count, 0);
  assert.equal(counted, crossing);
  const pairs = closed.groups.flatMap(({ community, edgesTo }) => [...edgesTo.keys()].map((other) => [community.index, other.index].sort().join()));
  assert.equal(new Set(pairs).size, pairs.length);
});

test("an opened community is drawn one by one, with the number of relations of others to its members", () => {
  const { nodes, edges, groups } = grouped(model.nodes, model.edges, new Set(["actor/300"]));
  assert.equal(groups.length, 19);
  assert.deepEqual(nodes.map((node) => node.community.id), Array(100).fill("actor/300"));
  assert.deepEqual(edges.length, model.edges.filter((edge) => edge.source.community.id === "actor/300" && edge.target.community.id === "actor/300").length);
  const toDrawn = groups.flatMap(({ edgesTo }) => [...edgesTo]).filter(([key]) => key.edges);
  const crossing = model.edges.filter((edge) => (edge.source.community.id === "actor/300") !== (edge.target.community.id === "actor/300"));
  assert.equal(toDrawn.reduce((sum, [, count]) => sum + count, 0), crossing.length);
});

test("what does not fit stays in its group, the most tied are drawn, and nothing is lost", () => {
  const all = new Set(model.communities.map((community) => community.id));
  const { nodes, edges, groups } = grouped(model.nodes, model.edges, all);
  assert.ok(nodes.length <= LIMITS.nodes && edges.length <= LIMITS.edges);
  assert.equal(nodes.length + groups.flatMap((group) => group.nodes).length, 2000);
  const least = Math.min(...nodes.map((node) => node.edges.length));
  for (const { nodes: left } of groups) for (const node of left) assert.ok(node.edges.length <= least);
});

test("a community of one is its member, and what has no community is drawn by itself", () => {
  const data = bigWire(1801, 2000);
  data.nodes.community[0] = -1;
  const net = readModel(data);
  const { nodes, groups } = grouped(net.nodes, net.edges, new Set());
  assert.deepEqual(nodes.map((node) => node.index).sort((one, other) => one - other), [0, 1800]);
  assert.equal(groups.length, 18);
});

test("more communities than can be drawn are the largest of them", () => {
  const data = bigWire(4000, 1);
  data.communities = Array.from({ length: 1999 }, () => data.communities[0]);
  data.nodes.community = data.nodes.community.map((_, index) => (index < 4 ? 0 : Math.floor(index / 2) - 1));
  const net = readModel(data);
  const { nodes, groups } = grouped(net.nodes, net.edges, new Set());
  assert.deepEqual([nodes.length, groups.length, groups[0].nodes.length], [0, LIMITS.nodes, 4]);
});

test("what fits is all of it, and else the first, with all edges between them", () => {
  const small = readModel(wire());
  assert.deepEqual(fitted(small.nodes, small.edges), { nodes: small.nodes, edges: small.edges });
  const few = fitted(small.nodes, small.edges, { nodes: 2, edges: 10 });
  assert.deepEqual([few.nodes.length, few.edges.length], [2, 2]);
  const tight = fitted(small.nodes, small.edges, { nodes: 10, edges: 1 });
  assert.deepEqual([tight.nodes.length, tight.edges.length], [1, 0]);
});

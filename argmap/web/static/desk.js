// What the page knows: the map that is shown, its nodes and relations, and which node is chosen.

import { ask } from "./talk.js";

export const desk = {
  info: null, // what holds for all maps
  name: "", // of the map that is shown
  version: "", // of the files that it was read from
  map: null,
  nodes: new Map(), // by id
  incoming: new Map(), // relations, by what they aim at
  outgoing: new Map(), // relations, by each premise
  findings: new Map(), // by what they are about
  current: "", // the id of the chosen node
};

export async function readInfo() {
  desk.info = await ask("maps");
  if (!desk.info.maps.includes(desk.name)) desk.name = desk.info.maps[0];
}

export async function readMap() {
  const { version, map } = await ask("map", { map: desk.name });
  Object.assign(desk, { version, map });
  desk.nodes = new Map(map.nodes.map((node) => [node.id, node]));
  desk.incoming = grouped(map.relations, (relation) => [relation.to]);
  desk.outgoing = grouped(map.relations, (relation) => [...new Set(relation.from)]);
  desk.findings = grouped(map.findings, (finding) => [subjectOf(finding)]);
  if (!desk.nodes.has(desk.current)) desk.current = map.nodes[0]?.id ?? "";
}

export function current() {
  return desk.nodes.get(desk.current);
}

// The node that a finding is shown at: what it is about, or what a relation aims at.
function subjectOf({ subject }) {
  if (desk.nodes.has(subject)) return subject;
  const relation = desk.map.relations.find(({ id }) => id === subject);
  return relation && desk.nodes.has(relation.to) ? relation.to : subject;
}

function grouped(values, keysOf) {
  const found = new Map();
  for (const value of values) {
    for (const key of keysOf(value)) {
      if (found.has(key)) found.get(key).push(value);
      else found.set(key, [value]);
    }
  }
  return found;
}

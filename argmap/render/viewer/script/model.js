// What the page knows: nodes, relations and sources, and how they hang together.
// A node, a relation and a source is its place in its list; nodes stand in the order of the tree.

const page = (id) => document.getElementById(id);
const data = JSON.parse(page("argmap-data").textContent);
const { nodes, relations, sources, look } = data;

const NOWHERE = -1;
const NOTHING = Object.freeze([]);

const parents = Int32Array.from(nodes, (node) => node.in ?? NOWHERE);
const homes = Int32Array.from(nodes, (node) => node.by ?? NOWHERE);
const heights = Int32Array.from(nodes, (node) => node.height);
const heads = Int32Array.from(relations, (relation) => relation.to ?? NOWHERE);
const attacked = Int32Array.from(relations, (relation) => relation.on ?? NOWHERE);

const children = listsByPlace(nodes.length, parents);
const roots = nodes.map((_, node) => node).filter((node) => parents[node] === NOWHERE);
const depths = new Int32Array(nodes.length);
const descendants = new Int32Array(nodes.length);
for (let node = 0; node < nodes.length; node++) {
  if (parents[node] !== NOWHERE) depths[node] = depths[parents[node]] + 1;
}
for (let node = nodes.length - 1; node >= 0; node--) {
  if (parents[node] !== NOWHERE) descendants[parents[node]] += descendants[node] + 1;
}

// Of each relation the nodes that hang by it.
const hanging = relations.map(({ from }, relation) =>
  from.filter((node) => homes[node] === relation),
);

// Relations, those that are attacked before those that attack them, circles aside.
const attackedFirst = inOrderOfAttack();

const nodesById = new Map();
nodes.forEach(({ id }, node) => nodesById.has(id) || nodesById.set(id, node));
nodes.forEach(({ aliases = NOTHING }, node) => {
  for (const id of aliases) if (!nodesById.has(id)) nodesById.set(id, node);
});

const incoming = once(() => listsByPlace(nodes.length, heads));
const undercuts = once(() => listsByPlace(relations.length, attacked));
const outgoing = once(() => {
  const lists = new Array(nodes.length).fill(NOTHING);
  relations.forEach(({ from }, relation) => {
    for (const node of from) push(lists, node, relation);
  });
  return lists;
});

// The text of a node; most are given by the lines of its box alone.
function textOf(node) {
  const { text, lines = NOTHING, kind } = nodes[node];
  if (text !== undefined) return text;
  return kind === "missing" ? "" : lines.join(" ");
}

// What reviews and its weight say of a node, in words.
function marksOf(node) {
  const told = (nodes[node].chips ?? NOTHING).filter(([chip]) => look.told.includes(chip));
  return told.map(([chip]) => look.chips[chip].word);
}

// Whether evidence that cites a source reaches a node.
function isGrounded(node) {
  return nodes[node].status === "supported" || nodes[node].status === "contested";
}

// For each place the numbers whose value it is, in order.
function listsByPlace(count, values) {
  const lists = new Array(count).fill(NOTHING);
  values.forEach((value, number) => {
    if (value !== NOWHERE) push(lists, value, number);
  });
  return lists;
}

function push(lists, place, value) {
  if (lists[place] === NOTHING) lists[place] = [value];
  else lists[place].push(value);
}

function inOrderOfAttack() {
  const found = [];
  const seen = new Uint8Array(relations.length);
  for (let start = 0; start < relations.length; start++) {
    const path = [];
    let relation = start;
    while (relation !== NOWHERE && !seen[relation]) {
      seen[relation] = 1;
      path.push(relation);
      relation = attacked[relation];
    }
    for (const one of path.reverse()) found.push(one);
  }
  return found;
}

// A function that computes its value when it is first asked for it.
function once(compute) {
  let value;
  return () => (value ??= compute());
}

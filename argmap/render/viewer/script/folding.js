// Which nodes are shown: branches that are folded hide what is below, a filter hides the rest.

const FEW = 250; // a map of so many nodes is open at first
const ENOUGH = 40; // of a larger one about so many are shown

const folding = {
  folded: new Uint8Array(nodes.length),
  kept: null, // what a filter leaves: 2 for what it looks for, 1 for what leads there, else 0
  before: null, // what was folded before there was a filter
};

// The layout of what is shown: the nodes in order, where they stand, and the lines between them.
function layOut() {
  const { folded, kept } = folding;
  const isShown = new Uint8Array(nodes.length);
  const shown = [];
  for (let node = 0; node < nodes.length; node++) {
    const parent = parents[node];
    if (parent !== NOWHERE && (!isShown[parent] || folded[parent])) continue;
    if (kept && !kept[node]) continue;
    isShown[node] = 1;
    shown.push(node);
  }
  const childrenOf = (node) => {
    if (folded[node]) return NOTHING;
    return kept ? children[node].filter((child) => kept[child]) : children[node];
  };
  const rootsShown = kept ? roots.filter((root) => kept[root]) : roots;
  const framed = findFrames(shown);
  const place = placeTree(shown, childrenOf, rootsShown, padFrames(framed));
  const { courses, tells } = planCourses(isShown);
  assignLanes(courses, shown, place);
  assignTracks(courses, place);
  const lines = drawRoutes(courses, place, assignPorts(courses, place));
  const frames = placeFrames(framed, place);
  return {
    ...place,
    shown,
    isShown,
    childrenOf,
    rootsShown,
    lines,
    frames,
    tells,
    ...extentOf(shown, place, [...lines, ...frames]),
  };
}

function extentOf(shown, { tops, rights }, others) {
  const extent = { left: 0, top: 0, right: rights.at(-1) ?? 0, bottom: 0 };
  for (const node of shown) {
    extent.top = Math.min(extent.top, tops[node]);
    extent.bottom = Math.max(extent.bottom, tops[node] + heights[node]);
  }
  for (const { bounds } of others) {
    extent.left = Math.min(extent.left, bounds.left);
    extent.top = Math.min(extent.top, bounds.top);
    extent.right = Math.max(extent.right, bounds.right);
    extent.bottom = Math.max(extent.bottom, bounds.bottom);
  }
  return { extent };
}

// Fold so that about so many nodes are shown, level by level from the theses.
function foldToFew(limit) {
  const { folded, kept } = folding;
  folded.fill(0);
  const isKept = (node) => !kept || kept[node];
  let count = kept ? kept.reduce((sum, value) => sum + (value ? 1 : 0), 0) : nodes.length;
  if (count <= limit) return;
  for (let node = 0; node < nodes.length; node++) folded[node] = children[node].length ? 1 : 0;
  let level = roots.filter(isKept);
  count = level.length;
  const least = count;
  while (level.length) {
    const next = [];
    for (const node of level) {
      const below = children[node].filter(isKept);
      if (!below.length || (count + below.length > limit && count > least)) continue;
      folded[node] = 0;
      count += below.length;
      for (const child of below) next.push(child);
    }
    if (count > limit) return;
    level = next;
  }
}

function foldAll() {
  for (let node = 0; node < nodes.length; node++)
    folding.folded[node] = children[node].length ? 1 : 0;
}

function unfoldAll() {
  folding.folded.fill(0);
}

// Unfold all that hides a node; whether anything did.
function reveal(node) {
  let wasHidden = false;
  for (let above = parents[node]; above !== NOWHERE; above = parents[above]) {
    wasHidden ||= folding.folded[above] === 1;
    folding.folded[above] = 0;
  }
  return wasHidden;
}

// Show only some nodes, and quietly what leads to them; all for null.
function keepOnly(found) {
  if (found === null) {
    if (folding.before) folding.folded.set(folding.before);
    folding.kept = folding.before = null;
    return;
  }
  folding.before ??= folding.folded.slice();
  folding.kept = new Uint8Array(nodes.length);
  for (const node of found) {
    for (
      let above = parents[node];
      above !== NOWHERE && !folding.kept[above];
      above = parents[above]
    ) {
      folding.kept[above] = 1;
    }
  }
  for (const node of found) folding.kept[node] = 2;
  foldToFew(FEW);
}

// How many nodes folding hides below a node.
function hiddenBelow(node) {
  if (!folding.folded[node]) return 0;
  if (!folding.kept) return descendants[node];
  let count = 0;
  for (let below = node + 1; below <= node + descendants[node]; below++) {
    if (folding.kept[below]) count += 1;
  }
  return count;
}

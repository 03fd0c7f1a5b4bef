// Frames around what stands together: shown boxes of one section that are neighbours in the tree.
// The same as `frames.py` does, from left to right, for what is shown now.

const FRAME_PADDING = 10; // between a frame and the boxes in it, across the levels
const FRAME_NEAR = 30; // before its boxes, where signs stand
const FRAME_FAR = 16;
const FRAME_HEADING = 18;
const FRAME_BASE = 19; // from the edge of a frame to the base line of its heading
const NOTCH = 8;
const FRAME_ROUND = 16;

// The heading that a node is framed under, or "".
function framedUnder(node) {
  const { section = "", elsewhere, kind } = nodes[node];
  return elsewhere || kind === "missing" ? "" : section;
}

// The frames of what is shown, each the first of its runs, of two or more boxes together.
// A run are neighbours of one level; the runs `below` hang on it.
function findFrames(shown) {
  if (!data.frames) return NOTHING;
  const pieces = [];
  const runs = new Map();
  const lasts = [];
  for (const node of shown) {
    const section = framedUnder(node);
    const parent = parents[node];
    const depth = depths[node];
    const last = lasts[depth];
    lasts[depth] = null;
    if (!section) continue;
    const isRooted = parent === NOWHERE || framedUnder(parent) !== section;
    // Neighbours belong together where they hang on one run, or on one and the same box.
    const anchor = isRooted ? parent : runs.get(parent);
    lasts[depth] = { node, section, isRooted, anchor };
    if (last && last.section === section && last.isRooted === isRooted && last.anchor === anchor) {
      const run = runs.get(last.node);
      run.boxes.push(node);
      runs.set(node, run);
      continue;
    }
    const run = { boxes: [node], level: depth, below: [], heading: section };
    runs.set(node, run);
    if (isRooted) pieces.push(run);
    else anchor.below.push(run);
  }
  return pieces.filter((root) => root.boxes.length > 1 || root.below.length);
}

function runsOf(root) {
  const found = [root];
  for (let number = 0; number < found.length; number++) {
    for (const run of found[number].below) found.push(run);
  }
  return found;
}

// The room around boxes, above and below each.
function padFrames(frames) {
  const leads = new Float64Array(nodes.length);
  const tails = new Float64Array(nodes.length);
  for (const root of frames) {
    for (const { boxes } of runsOf(root)) {
      leads[boxes[0]] = FRAME_PADDING;
      tails[boxes.at(-1)] = FRAME_PADDING;
    }
    leads[root.boxes[0]] += FRAME_HEADING;
  }
  return { leads, tails };
}

// The frames at their places: `outline`, `heading`, `x`, `y` and `bounds`.
function placeFrames(frames, place) {
  return frames.map((root) => {
    const corners = cornersOf(root, place);
    const xs = corners.map(({ x }) => x);
    const ys = corners.map(({ y }) => y);
    return {
      outline: roundedPath(corners),
      heading: data.sections[root.heading] ?? root.heading,
      x: place.lefts[root.level],
      y: place.tops[root.boxes[0]] - FRAME_PADDING - FRAME_HEADING + FRAME_BASE,
      bounds: {
        left: smallest(xs),
        top: smallest(ys),
        right: largest(xs),
        bottom: largest(ys),
      },
    };
  });
}

// The corners of a frame; to those that swing leads an S.
function cornersOf(root, { lefts, rights, tops, leads, tails }) {
  const corners = [];
  const worklist = [{ run: root, done: 0 }];
  const add = (x, y, swings) => corners.push({ x, y, swings });
  while (worklist.length) {
    const { run, done } = worklist.pop();
    const left = lefts[run.level] - FRAME_NEAR - (run === root ? 0 : NOTCH);
    const right = rights[run.level] + FRAME_FAR;
    const [first, last] = [run.boxes[0], run.boxes.at(-1)];
    if (!done) {
      const above = worklist.at(-1);
      add(left, tops[first] - leads[first], run !== root && above.run.below[0] === run);
      add(right, tops[first] - leads[first], false);
    }
    if (done < run.below.length) {
      worklist.push({ run, done: done + 1 }, { run: run.below[done], done: 0 });
      continue;
    }
    const bottom = tops[last] + heights[last] + tails[last];
    add(right, bottom, run.below.length > 0);
    add(left, bottom, false);
  }
  return corners;
}

function roundedPath(corners) {
  const count = corners.length;
  const steps = [];
  corners.forEach((here, number) => {
    const before = corners.at(number - 1);
    const after = corners[(number + 1) % count];
    if (here.swings) {
      const middle = (before.x + here.x) / 2;
      steps.push([middle, before.y, middle, here.y, here.x, here.y]);
    } else if (after.swings) {
      steps.push([here.x, here.y]);
    } else {
      const leave = towards(here, after);
      steps.push(towards(here, before), [here.x, here.y, here.x, here.y, ...leave]);
    }
  });
  return [steps.at(-1).slice(-2), ...steps];
}

// Where the rounding of a corner begins, on the way to the next one.
function towards(here, there) {
  const [x, y] = [there.x - here.x, there.y - here.y];
  const reach = Math.max(Math.abs(x), Math.abs(y));
  const share = reach ? Math.min(FRAME_ROUND, reach / 2) / reach : 0;
  return [here.x + x * share, here.y + y * share];
}

function largest(values) {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}

function sectionShape({ outline, heading, x, y }, isFar) {
  const group = shape("g", {});
  group.append(shape("path", { d: `${pathData(outline)}Z`, class: "am-frame" }));
  if (!isFar) {
    const look = { x: px(x), y: px(y), class: "am-muted small", "font-weight": 700 };
    group.append(shape("text", look, heading));
  }
  return group;
}

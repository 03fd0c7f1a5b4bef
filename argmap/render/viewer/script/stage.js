// The stage: the boxes and lines that are in view, and no others.

const FAR_AWAY = 0.36; // below this scale no text is drawn, as none could be read
const MARGIN = 0.4; // of the view, drawn around it
const MOST_LINES = 800;

const stage = {
  layout: null,
  current: NOWHERE, // the chosen node
  drawnFrames: new Map(),
  drawnBoxes: new Map(),
  drawnLines: new Map(),
  drawn: null, // the part of the picture that is drawn
  isFar: false,
  hits: new Set(),
  takesFocus: false, // whether the chosen node had the focus before all was drawn anew
};

// Lay out anew, keep a node where it is on the screen, and draw.
function relayout(anchor = NOWHERE) {
  const before = anchor !== NOWHERE && stage.layout?.isShown[anchor] ? screenPlace(anchor) : null;
  stage.layout = layOut();
  page("told").hidden = !stage.layout.tells;
  if (!stage.layout.isShown[stage.current]) stage.current = nearestShown(stage.current);
  clearStage();
  if (before && stage.layout.isShown[anchor]) {
    const after = screenPlace(anchor);
    stopGliding();
    setCamera(camera.x + before.x - after.x, camera.y + before.y - after.y, camera.scale);
  } else {
    drawStage();
  }
}

function clearStage() {
  stage.drawn = null;
  stage.takesFocus ||= hasFocus();
  for (const drawn of [stage.drawnFrames, stage.drawnBoxes, stage.drawnLines]) {
    for (const made of drawn.values()) made.remove();
    drawn.clear();
  }
}

function screenPlace(node) {
  const { left, top } = rectOf(node);
  return { x: left * camera.scale + camera.x, y: top * camera.scale + camera.y };
}

function nearestShown(node) {
  let above = node;
  while (above !== NOWHERE && !stage.layout.isShown[above]) above = parents[above];
  return above !== NOWHERE ? above : (stage.layout.shown[0] ?? NOWHERE);
}

function rectOf(node) {
  const left = stage.layout.lefts[depths[node]];
  const top = stage.layout.tops[node];
  return { left, top, right: left + look.width, bottom: top + heights[node] };
}

// Move the picture, and draw what came into view.
function drawStage() {
  const { x, y, scale } = camera;
  page("world").setAttribute(
    "transform",
    `translate(${px(x)} ${px(y)}) scale(${scale.toFixed(4)})`,
  );
  const view = {
    left: -x / scale,
    top: -y / scale,
    right: (camera.width - x) / scale,
    bottom: (camera.height - y) / scale,
  };
  const isFar = scale < FAR_AWAY;
  if (isFar !== stage.isFar) {
    stage.isFar = isFar;
    clearStage();
    page("map").classList.toggle("far", isFar);
  }
  if (stage.drawn && contains(stage.drawn, view)) return;
  const wide = (view.right - view.left) * MARGIN;
  const high = (view.bottom - view.top) * MARGIN;
  stage.drawn = {
    left: view.left - wide,
    top: view.top - high,
    right: view.right + wide,
    bottom: view.bottom + high,
  };
  drawPart(stage.drawn);
}

function contains(outer, inner) {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom
  );
}

function meets(one, two) {
  return (
    one.left <= two.right && two.left <= one.right && one.top <= two.bottom && two.top <= one.bottom
  );
}

function drawPart(part) {
  const { layout, current } = stage;
  const { tops, lefts, rights, shown } = layout;
  const boxes = shown.filter((node) => {
    if (node === current) return true;
    if (tops[node] > part.bottom || tops[node] + heights[node] < part.top) return false;
    return lefts[depths[node]] <= part.right && rights[depths[node]] >= part.left;
  });
  const frames = layout.frames.filter(({ bounds }) => meets(bounds, part));
  exchange(stage.drawnFrames, frames, page("frames"), (frame) => sectionShape(frame, stage.isFar));
  exchange(stage.drawnBoxes, boxes, page("boxes"), (node) => boxShape(node, layout, stage.isFar));
  const lines = notTooMany(
    layout.lines.filter(({ bounds }) => meets(bounds, part)),
    part,
  );
  exchange(stage.drawnLines, lines, page("lines"), (line) => lineShape(line, stage.isFar));
  markStage();
  if (stage.takesFocus) focusCurrent();
  stage.takesFocus = false;
}

// Whether the keyboard is in the picture.
function hasFocus() {
  return page("boxes").contains(document.activeElement);
}

function focusCurrent() {
  stage.drawnBoxes.get(stage.current)?.focus({ preventScroll: true });
}

// Where very many lines meet, those that start in view, and some of the others, which lie on each
// other anyway.
function notTooMany(lines, part) {
  if (lines.length <= MOST_LINES) return lines;
  const startsHere = ({ sign: [, y] }) => y >= part.top && y <= part.bottom;
  const every = Math.ceil(lines.length / MOST_LINES);
  return lines.filter((line, number) => number % every === 0 || startsHere(line));
}

// Remove what is not wanted any more, and put in what is new, in order.
function exchange(drawn, wanted, place, make) {
  const keep = new Set(wanted);
  for (const [one, made] of drawn) {
    if (keep.has(one)) continue;
    made.remove();
    drawn.delete(one);
  }
  let before = place.firstChild;
  for (const one of wanted) {
    const made = drawn.get(one);
    if (made) {
      before = made.nextSibling;
      continue;
    }
    const fresh = make(one);
    drawn.set(one, fresh);
    place.insertBefore(fresh, before);
  }
}

// Mark the chosen node, its lines, and the hits of a search.
function markStage() {
  const { current, drawnBoxes, drawnLines, hits } = stage;
  for (const [node, made] of drawnBoxes) {
    const isCurrent = node === current;
    made.classList.toggle("current", isCurrent);
    made.classList.toggle("hit", hits.has(node));
    made.setAttribute("tabindex", isCurrent ? 0 : -1);
    if (isCurrent) made.setAttribute("aria-current", "true");
    else made.removeAttribute("aria-current");
  }
  for (const [{ relation }, made] of drawnLines) {
    const { from, to } = relations[relation];
    made.classList.toggle("touching", to === current || from.includes(current));
  }
  drawStubs();
}

// Where lines outside of the tree are left out, draw those of the chosen node all the same.
function drawStubs() {
  page("lines")
    .querySelectorAll(".stub")
    .forEach((made) => made.remove());
  const { layout, current } = stage;
  if (!layout.tells || current === NOWHERE) return;
  const drawn = new Set(layout.lines.map(({ relation }) => relation));
  for (const relation of new Set([...incoming()[current], ...outgoing()[current]])) {
    const { from, to } = relations[relation];
    if (drawn.has(relation) || to === undefined || !layout.isShown[to]) continue;
    for (const tail of from) {
      if (!layout.isShown[tail] || tail === to) continue;
      const made = lineShape(straightLine(relation, rectOf(tail), rectOf(to), from.length > 1));
      made.classList.add("stub", "touching");
      page("lines").append(made);
    }
  }
}

// One S from side to side, whatever stands between.
function straightLine(relation, start, goal, isPartial) {
  const turnsBack = start.left <= goal.left;
  const begin = [start.left, (start.top + start.bottom) / 2];
  const side = turnsBack ? -1 : 1;
  const tip = [turnsBack ? goal.left : goal.right, (goal.top + goal.bottom) / 2];
  const end = [tip[0] + side * look.heads[relations[relation].stance], tip[1]];
  const pull = turnsBack ? 90 : Math.max(60, Math.abs(begin[0] - end[0]) / 2);
  const curve = [begin[0] - pull, begin[1], end[0] + side * pull, end[1], ...end];
  const sign = [begin[0] - SIGN_AT, begin[1]];
  return {
    relation,
    shaft: [begin, curve],
    tip,
    toward: [-side, 0],
    sign,
    bracket: [],
    joints: [],
    isPartial,
  };
}

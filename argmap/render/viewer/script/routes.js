// The lines themselves: curves in the gutters between levels, straight across the levels.
// A path is a list of steps: [x, y] for a straight line, [x1, y1, x2, y2, x, y] for a curve.
// The same as `routes.py` does, from left to right.

const BRACKET = 11;
const ROUNDING = 5;
const SIGN_AT = 16;
const JOINT = 44; // clear of the signs of brackets
const LEAD = 27;
const APPROACH = 17;
const CLEAR = 6;
const TURN = 12;
const ATTACKED_SHARE = 0.7; // of a curve, from its start: further on, lines to one box come close
const TRACK = 7;

// The lines of all courses: `shaft`, `tip`, `toward`, `sign`, `bracket`, `joints` and `bounds`.
function drawRoutes(courses, place, ports) {
  const attackers = new Map();
  const extras = new Map();
  for (const course of courses) {
    if (course.attacked !== NOWHERE) {
      attackers.set(course.attacked, (attackers.get(course.attacked) ?? 0) + 1);
    }
    if (course.isExtra) extras.set(course.relation, []);
  }
  const state = { place, ports, attackers, extras, joints: new Map(), bends: new Map() };
  state.attacks = new Map();
  const lines = [];
  courses.forEach((course, number) => {
    if (course.isExtra) drawExtra(state, course, number);
    else lines.push(drawLine(state, course, number));
  });
  for (const line of lines) {
    const more = extras.get(line.relation);
    if (more) line.bracket.push(...more);
    if (state.joints.has(line.relation)) line.joints.push(state.joints.get(line.relation));
    line.bounds = boundsOf(line);
  }
  return lines;
}

function drawLine(state, course, number) {
  const { relation, side } = course;
  const { bracket, start } = startOf(state, course, number);
  const [x, y] = start;
  let lead = LEAD;
  if (state.extras.has(relation)) {
    lead = JOINT - (bracket.length ? BRACKET : 0);
    state.joints.set(relation, [outside(state, course, x, lead), y]);
  }
  const shaft = setOut(state, course, start, lead);
  const { tip, toward } = finish(state, course, number, shaft);
  if (state.attackers.has(relation)) {
    const longest = course.goalSide === NEAR && side === NEAR ? 4 : 2;
    state.bends.set(relation, curveOf(shaft, Math.min(longest, shaft.length - 1)));
  }
  const sign = [x + side * SIGN_AT, y];
  return { relation, shaft, tip, toward, sign, bracket, joints: [], isPartial: course.isPartial };
}

function drawExtra(state, course, number) {
  const { start } = startOf(state, course, number);
  const shaft = setOut(state, course, start, CLEAR);
  swingTo(shaft, state.joints.get(course.relation));
  state.extras.get(course.relation).push(shaft);
}

// The shaft from its start to where it has crossed all levels on its way.
function setOut({ place }, course, start, lead) {
  const shaft = [start, [outside({ place }, course, start[0], lead), start[1]]];
  course.passes.forEach((level, index) => {
    const left = place.lefts[level] - CLEAR;
    const right = place.rights[level] + CLEAR;
    const [enter, leave] = course.side === NEAR ? [right, left] : [left, right];
    bendTo(shaft, [enter, course.lanes[index]]);
    shaft.push([leave, course.lanes[index]]);
  });
  return shaft;
}

function startOf({ place, ports }, course, number) {
  const { boxes, side } = course;
  const first = ports.firsts[number];
  const edges = boxes.map((node) => edgeOf(place, node, side));
  if (boxes.length === 1) return { bracket: [], start: [edges[0], ports.places[first]] };
  const ys = ports.places.slice(first, first + boxes.length);
  const x = edges[0] + side * BRACKET;
  const inner = x - side * ROUNDING;
  const [top, bottom] = [ys[0], ys.at(-1)];
  const spine = [
    [edges[0], top],
    [inner, top],
    [x, top, x, top, x, top + ROUNDING],
    [x, bottom - ROUNDING],
    [x, bottom, x, bottom, inner, bottom],
    [edges[0], bottom],
  ];
  const ticks = ys.slice(1, -1).map((y) => [
    [edges[0], y],
    [x, y],
  ]);
  return { bracket: [spine, ...ticks], start: [x, (top + bottom) / 2] };
}

function outside({ place }, course, x, distance) {
  if (course.side === NEAR) return x - distance;
  return Math.max(x + distance, place.rights[course.level] + CLEAR);
}

function edgeOf({ lefts, rights }, node, side) {
  return side === NEAR ? lefts[depths[node]] : rights[depths[node]];
}

// Bring a shaft to its goal; the tip of the head, and where it points.
function finish(state, course, number, shaft) {
  if (course.goal !== NOWHERE) return finishAtBox(state, course, number, shaft);
  const bend = state.bends.get(course.attacked);
  const count = (state.attacks.get(course.attacked) ?? 0) + 1;
  state.attacks.set(course.attacked, count);
  const share = (ATTACKED_SHARE * count) / (state.attackers.get(course.attacked) + 1);
  const tip = pointOf(bend, share);
  if (isSteep(bend)) bendTo(shaft, tip);
  else swingTo(shaft, tip);
  return { tip, toward: [0, 1] };
}

function finishAtBox({ place, ports }, course, number, shaft) {
  const { goal, goalSide: side } = course;
  const x = edgeOf(place, goal, side);
  const y = ports.places[ports.firsts[number] + course.boxes.length];
  const before = [x + side * APPROACH, y];
  if (side === NEAR && course.side === NEAR) {
    const here = shaft.at(-1).at(-2);
    turnBackTo(shaft, before, Math.min(here, before[0]) - TURN - TRACK * course.track);
  } else {
    bendTo(shaft, before);
  }
  shaft.push([x + side * look.heads[relations[course.relation].stance], y]);
  return { tip: [x, y], toward: [-side, 0] };
}

// Go on in an S whose ends run along.
function bendTo(shaft, [x, y]) {
  const [hereX, hereY] = shaft.at(-1).slice(-2);
  const middle = (hereX + x) / 2;
  shaft.push(hereY === y ? [x, y] : [middle, hereY, middle, y, x, y]);
}

// Go on along to some outer line, across on it, and back along to the end.
function turnBackTo(shaft, [x, y], outer) {
  const hereY = shaft.at(-1).at(-1);
  const distance = y - hereY;
  const corner = Math.min(TURN, Math.abs(distance) / 2) * (distance > 0 ? 1 : -1);
  shaft.push([outer + TURN, hereY]);
  shaft.push([outer, hereY, outer, hereY, outer, hereY + corner]);
  shaft.push([outer, y - corner]);
  shaft.push([outer, y, outer, y, outer + TURN, y]);
  shaft.push([x, y]);
}

// Go on in a quarter of a turn: it sets out along and arrives across.
function swingTo(shaft, [x, y]) {
  const [hereX, hereY] = shaft.at(-1).slice(-2);
  shaft.push([hereX + ((x - hereX) * 3) / 4, hereY, x, y + ((hereY - y) * 3) / 4, x, y]);
}

// The points of one step with the point before it.
function curveOf(shaft, index) {
  const numbers = [...shaft[index - 1].slice(-2), ...shaft[index]];
  return numbers
    .filter((_, place) => place % 2 === 0)
    .map((x, place) => [x, numbers[2 * place + 1]]);
}

// A point of a line or curve at some share of its course (de Casteljau).
function pointOf(curve, share) {
  let points = curve;
  while (points.length > 1) {
    points = points.slice(1).map(([x, y], place) => {
      const [beforeX, beforeY] = points[place];
      return [beforeX + (x - beforeX) * share, beforeY + (y - beforeY) * share];
    });
  }
  return points[0];
}

// Whether a curve runs more across than along in its middle.
function isSteep(curve) {
  const [earlyX, earlyY] = pointOf(curve, 0.375);
  const [lateX, lateY] = pointOf(curve, 0.625);
  return (lateX - earlyX) ** 2 < (lateY - earlyY) ** 2;
}

function boundsOf({ shaft, tip, sign, bracket }) {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const reach = (x, y) => {
    if (x < bounds.left) bounds.left = x;
    if (x > bounds.right) bounds.right = x;
    if (y < bounds.top) bounds.top = y;
    if (y > bounds.bottom) bounds.bottom = y;
  };
  reach(...tip);
  reach(...sign);
  for (const path of [shaft, ...bracket]) {
    for (const step of path) {
      for (let place = 0; place < step.length; place += 2) reach(step[place], step[place + 1]);
    }
  }
  return bounds;
}

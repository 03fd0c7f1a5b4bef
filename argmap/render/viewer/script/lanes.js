// The gaps between boxes that lines pass, and the ports where they touch boxes.
// The same as `lanes.py` does.

const CLEARANCE = 14; // between a line and the boxes that it passes
const LEAST_CLEARANCE = 6; // the same where many lines share a gap
const LANE_STEP = 8;
const FAR_STEP = 13;
const NEAR_STEP = 17;
const TRACKS = 6;
const LOOK_BACK = 32;
const CORNER = 10; // no port lies so near to a corner
const ENDLESS = 2 ** 52;

// Give each line a lane in the nearest gap of every level that it passes.
function assignLanes(courses, shown, place) {
  const crossed = new Set(courses.flatMap((course) => course.passes));
  if (!crossed.size) return;
  const starts = attackedStarts(courses, place);
  const boxes = new Map([...crossed].map((level) => [level, []]));
  for (const node of shown) boxes.get(depths[node])?.push(node);
  const gaps = new Map();
  for (const [level, list] of boxes) gaps.set(level, gapsOf(list, place));
  courses.forEach((course, number) => {
    const count = course.passes.length;
    if (!count) return;
    const begin = middleOf(course, place);
    const end = endOf(course, starts, place);
    course.lanes = new Array(count);
    course.passes.forEach((level, index) => {
      const wanted = begin + Math.floor(((end - begin) * (index + 1)) / (count + 1));
      const free = gaps.get(level);
      const gap = nearestGap(free, wanted);
      if (!free.users.has(gap)) free.users.set(gap, []);
      free.users.get(gap).push({ wanted, number, lanes: course.lanes, index });
    });
  });
  for (const free of gaps.values()) {
    for (const [gap, users] of free.users) {
      users.sort((one, two) => one.wanted - two.wanted || one.number - two.number);
      spreadInGap(users, free.lows[gap], free.highs[gap]);
    }
  }
}

// Give lines that turn back at their own level different places to do so, short ones inside.
function assignTracks(courses, place) {
  const turning = new Map();
  courses.forEach((course, number) => {
    if (course.goalSide !== NEAR || course.side !== NEAR) return;
    if (course.goal === NOWHERE) return;
    const one = middleOf(course, place);
    const two = place.middles[course.goal];
    if (!turning.has(course.level)) turning.set(course.level, []);
    const stretch = { first: Math.min(one, two), last: Math.max(one, two), number, course };
    turning.get(course.level).push(stretch);
  });
  for (const each of turning.values()) {
    each.sort(
      (one, two) => one.last - one.first - (two.last - two.first) || one.number - two.number,
    );
    const taken = Array.from({ length: TRACKS }, () => []);
    for (const { first, last, number, course } of each) {
      const isFree = ({ begin, end }) => end < first || last < begin;
      const free = taken.findIndex((stretches) => stretches.slice(-LOOK_BACK).every(isFree));
      course.track = free === -1 ? number % TRACKS : free;
      taken[course.track].push({ begin: first, end: last });
    }
  }
}

// Where those relations start that other lines end on.
function attackedStarts(courses, place) {
  const goals = new Set();
  for (const course of courses) if (course.goal === NOWHERE) goals.add(goalRelation(course));
  const starts = new Map();
  for (const course of courses) {
    if (goals.has(course.relation) && !course.isExtra) {
      starts.set(course.relation, middleOf(course, place));
    }
  }
  return starts;
}

function goalRelation(course) {
  return course.attacked !== NOWHERE ? course.attacked : course.relation;
}

function middleOf({ boxes }, { middles }) {
  return Math.floor((middles[boxes[0]] + middles[boxes.at(-1)]) / 2);
}

function endOf(course, starts, { middles }) {
  return course.goal !== NOWHERE ? middles[course.goal] : starts.get(goalRelation(course));
}

// The free stretches of one level, in order; the first and the last have no outer end.
function gapsOf(boxes, { tops, leads, tails }) {
  const lows = [-ENDLESS];
  const highs = [];
  boxes.forEach((node, number) => {
    const before = boxes[number - 1];
    const isLinked = number && homes[node] !== NOWHERE && homes[node] === homes[before];
    if (isLinked) return;
    if (number) lows.push(tops[before] + heights[before] + tails[before]);
    highs.push(tops[node] - leads[node]);
  });
  const last = boxes.at(-1);
  if (last !== undefined) lows.push(tops[last] + heights[last] + tails[last]);
  highs.push(ENDLESS);
  return { lows, highs, users: new Map() };
}

function nearestGap({ lows, highs }, wanted) {
  let low = 0;
  let high = lows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lows[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  const above = Math.max(0, low - 1);
  const below = Math.min(above + 1, lows.length - 1);
  if (wanted <= highs[above]) return above;
  return wanted - highs[above] <= lows[below] - wanted ? above : below;
}

// Put lines into a gap, each near to where it wants to be, with room around it.
function spreadInGap(users, from, to) {
  const count = users.length;
  const spare = Math.floor((to - from - LANE_STEP * (count - 1)) / 2);
  const clearance = Math.max(LEAST_CLEARANCE, Math.min(CLEARANCE, spare));
  const low = from + clearance;
  const high = to - clearance;
  const step = Math.min(LANE_STEP, Math.floor((high - low) / Math.max(1, count - 1)));
  const places = [];
  for (const { wanted } of users) {
    const place = Math.min(Math.max(wanted, low), high);
    places.push(places.length ? Math.max(place, places.at(-1) + step) : place);
  }
  let limit = high;
  for (let number = count - 1; number >= 0; number--) {
    places[number] = Math.min(places[number], limit);
    limit = places[number] - step;
  }
  users.forEach(({ lanes, index }, number) => (lanes[index] = places[number]));
}

// Where lines touch the sides of boxes: for each line its starts and then its goal, one after the
// other in `places`, the first of them at `firsts`. Lines that share a side are spread around its
// middle in the order of where they go.
function assignPorts(courses, place) {
  const starts = attackedStarts(courses, place);
  const places = [];
  const firsts = [];
  const wishes = { [NEAR]: new Map(), [FAR]: new Map() };
  const add = (node, side, towards, number) => {
    const sides = wishes[side];
    if (!sides.has(node)) sides.set(node, []);
    sides.get(node).push({ towards, number, port: places.length });
    places.push(place.tops[node] + heights[node] / 2);
  };
  courses.forEach((course, number) => {
    firsts.push(places.length);
    const middle = middleOf(course, place);
    let towards = middle;
    if (course.boxes.length === 1) {
      towards = course.lanes.length ? course.lanes[0] : endOf(course, starts, place);
      if (course.goal === course.boxes[0]) towards -= 1;
    }
    for (const node of course.boxes) add(node, course.side, towards, number);
    if (course.goal !== NOWHERE) {
      const comesFrom = course.lanes.length ? course.lanes.at(-1) : middle;
      add(course.goal, course.goalSide, comesFrom, number);
    }
  });
  for (const [node, side] of wishes[NEAR]) spreadPorts(node, side, NEAR_STEP, place, places);
  for (const [node, side] of wishes[FAR]) spreadPorts(node, side, FAR_STEP, place, places);
  return { places, firsts };
}

function spreadPorts(node, wishes, widest, { tops }, places) {
  const count = wishes.length;
  if (count < 2) return;
  wishes.sort(
    (one, two) => one.towards - two.towards || one.number - two.number || one.port - two.port,
  );
  const step = Math.min(widest, Math.max(0, heights[node] - 2 * CORNER) / (count - 1));
  const first = tops[node] + heights[node] / 2 - (step * (count - 1)) / 2;
  wishes.forEach(({ port }, number) => (places[port] = first + step * number));
}

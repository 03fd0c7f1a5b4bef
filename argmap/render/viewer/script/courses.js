// Which way each line takes through the levels of the tree. The same as `courses.py` does.

const NEAR = -1; // the side of a box that looks to the theses
const FAR = 1;
const MANY_LINES = 300;
const FAR_IN_ALL = 30000; // levels that all lines together pass

// The lines of the relations whose ends are shown, attacked ones first; `tells` says whether those
// outside of the tree were left out.
function planCourses(isShown) {
  const drawable = attackedFirst.filter((relation) => isDrawable(relation, isShown));
  const wish = data.crossEdges;
  let tells = wish === "stub" || (wish === "auto" && countCrossing(drawable, isShown) > MANY_LINES);
  let courses = coursesOf(drawable, isShown, tells);
  const passed = courses.reduce((sum, course) => sum + course.passes.length, 0);
  if (wish === "auto" && !tells && passed > FAR_IN_ALL) {
    tells = true;
    courses = coursesOf(drawable, isShown, tells);
  }
  return { courses, tells };
}

function isDrawable(relation, isShown) {
  if (heads[relation] !== NOWHERE && !isShown[heads[relation]]) return false;
  return relations[relation].from.some((node) => isShown[node]);
}

function countCrossing(drawable, isShown) {
  let count = 0;
  for (const relation of drawable) {
    const tails = relations[relation].from.filter((node) => isShown[node]).length;
    const home = hanging[relation].filter((node) => isShown[node]).length;
    count += home ? tails - home : 1;
  }
  return count;
}

function coursesOf(drawable, isShown, tells) {
  const courses = [];
  const gutters = new Map();
  for (const relation of drawable) {
    const goal = attacked[relation];
    if (goal !== NOWHERE && !gutters.has(goal)) continue;
    const home = hanging[relation].filter((node) => isShown[node]);
    if (tells && !home.length) continue;
    const tails = relations[relation].from.filter((node) => isShown[node]);
    const start = home.length ? home : tails.slice(0, 1);
    const course = makeCourse(relation, start, gutters.get(goal));
    course.isPartial = tails.length < relations[relation].from.length;
    courses.push(course);
    gutters.set(relation, gutterOf(course));
    if (tells) continue;
    for (const tail of tails) {
      if (start.includes(tail)) continue;
      const extra = newCourse(relation, [tail]);
      extra.isExtra = true;
      leadToGutter(extra, gutterOf(course));
      courses.push(extra);
    }
  }
  return courses;
}

function newCourse(relation, boxes) {
  const level = depths[boxes[0]];
  return {
    relation, // the number of the relation
    boxes, // where it starts; several are joined by a bracket
    side: NEAR, // the side that it starts from
    level, // the level that it starts from
    passes: NOTHING, // the levels to cross on the way
    goal: NOWHERE, // the box that it ends at
    goalSide: FAR,
    attacked: NOWHERE, // the relation that it ends on
    isExtra: false, // whether it brings one more linked box to the joint of its relation
    isPartial: false, // whether some of its linked boxes are folded away
    lanes: NOTHING, // how high it crosses each level of `passes`
    track: 0, // how far out it turns back
  };
}

function makeCourse(relation, start, gutter) {
  const course = newCourse(relation, start);
  const goal = heads[relation];
  if (goal === NOWHERE) {
    course.attacked = attacked[relation];
    leadToGutter(course, gutter);
    return course;
  }
  course.goal = goal;
  const level = depths[goal];
  if (level < course.level) {
    course.passes = range(course.level - 1, level, -1);
  } else if (level > course.level) {
    course.side = FAR;
    course.goalSide = NEAR;
    course.passes = range(course.level + 1, level, 1);
  } else {
    course.goalSide = NEAR;
  }
  return course;
}

function gutterOf(course) {
  return course.side === NEAR ? course.level : course.level + 1;
}

function leadToGutter(course, gutter) {
  if (gutter <= course.level) {
    course.passes = range(course.level - 1, gutter - 1, -1);
  } else {
    course.side = FAR;
    course.passes = range(course.level + 1, gutter, 1);
  }
}

function range(from, to, step) {
  const values = [];
  for (let value = from; step > 0 ? value < to : value > to; value += step) values.push(value);
  return values.length ? values : NOTHING;
}

// Where boxes stand: a tidy tree after Reingold & Tilford (1981), for boxes of any height.
// Each subtree keeps the outline of its two sides, deepest level first; outlines are merged small
// into large, so the whole takes linear time. The same as `contour.py` and `layout.py` do.

const GUTTER = 100;
const WIDEST_GUTTER = 190;

// The places of the nodes that are shown: `tops` across the levels, `lefts` and `rights` of levels.
// Around boxes there is the room of `pads`, above (`leads`) and below (`tails`) each.
function placeTree(shown, childrenOf, rootsShown, pads) {
  const tops = placeAcross(shown, childrenOf, rootsShown, pads);
  const middles = new Float64Array(nodes.length);
  for (const node of shown) middles[node] = tops[node] + heights[node] / 2;
  return { tops, middles, ...pads, ...placeLevels(shown, childrenOf, middles) };
}

function placeLevels(shown, childrenOf, middles) {
  const reaches = [];
  for (const node of shown) {
    const depth = depths[node];
    const below = childrenOf(node);
    const reach = below.length ? middles[below.at(-1)] - middles[below[0]] : 0;
    reaches[depth] = Math.max(reaches[depth] ?? 0, reach);
  }
  const lefts = [];
  const rights = [];
  let here = 0;
  for (const reach of reaches) {
    lefts.push(here);
    here += look.width;
    rights.push(here);
    here += Math.min(WIDEST_GUTTER, GUTTER + Math.floor(reach / 16));
  }
  return { lefts, rights };
}

function placeAcross(shown, childrenOf, rootsShown, { leads, tails }) {
  const tops = new Float64Array(nodes.length);
  const outlines = new Map();
  const taken = (list) =>
    list.map((node) => {
      const outline = outlines.get(node);
      outlines.delete(node);
      return outline;
    });
  for (let place = shown.length - 1; place >= 0; place--) {
    const node = shown[place];
    const below = childrenOf(node);
    if (!below.length) {
      const end = heights[node] + tails[node];
      outlines.set(node, { firsts: [-leads[node]], lasts: [end], shift: 0 });
      continue;
    }
    const [outline, places] = stack(taken(below), gapsBetween(below, look.gaps.sibling));
    const from = places[0] + heights[below[0]] / 2;
    const to = places.at(-1) + heights[below.at(-1)] / 2;
    const top = Math.floor((from + to) / 2) - heights[node] / 2;
    below.forEach((child, number) => (tops[child] = places[number] - top));
    outline.firsts.push(top - leads[node] - outline.shift);
    outline.lasts.push(top + heights[node] + tails[node] - outline.shift);
    outline.shift -= top;
    outlines.set(node, outline);
  }
  if (!rootsShown.length) return tops;
  const [outline, places] = stack(taken(rootsShown), gapsBetween(rootsShown, look.gaps.root));
  const first = smallest(outline.firsts) + outline.shift;
  rootsShown.forEach((root, number) => (tops[root] = places[number] - first));
  for (const node of shown) {
    if (parents[node] !== NOWHERE) tops[node] += tops[parents[node]];
  }
  return tops;
}

function gapsBetween(siblings, gap) {
  const gaps = [];
  for (let number = 1; number < siblings.length; number++) {
    const home = homes[siblings[number]];
    const isLinked = home !== NOWHERE && home === homes[siblings[number - 1]];
    gaps.push(isLinked ? look.gaps.linked : gap);
  }
  return gaps;
}

// Put outlines one after the other, each in the middle of the room between its neighbours.
function stack(outlines, gaps) {
  if (outlines.length === 1) return [outlines[0], [0]];
  let deepest = 0;
  outlines.forEach(({ firsts }, number) => {
    if (firsts.length > outlines[deepest].firsts.length) deepest = number;
  });
  let second = 0;
  outlines.forEach(({ firsts }, number) => {
    if (number !== deepest) second = Math.max(second, firsts.length);
  });
  const tight = packed(outlines, gaps, second);
  const loose = packedFromTheEnd(outlines, gaps, second, tight.at(-1));
  const places = tight.map((early, number) => Math.floor((early + loose[number]) / 2));
  return [merged(outlines, places, deepest), places];
}

// The smallest places, the first outline at 0.
function packed(outlines, gaps, second) {
  const places = [];
  const reached = [];
  outlines.forEach(({ firsts, lasts, shift }, number) => {
    const depth = firsts.length;
    let place = 0;
    if (number) {
      place = reached[0] + gaps[number - 1] - firsts[depth - 1] - shift;
      for (let level = 1; level < Math.min(reached.length, depth); level++) {
        const wanted = reached[level] + look.gaps.cousin - firsts[depth - 1 - level] - shift;
        if (wanted > place) place = wanted;
      }
    }
    places.push(place);
    for (let level = 0; level < Math.min(depth, second); level++) {
      reached[level] = lasts[depth - 1 - level] + place + shift;
    }
  });
  return places;
}

// The largest places, the last outline at `last`.
function packedFromTheEnd(outlines, gaps, second, last) {
  const places = new Array(outlines.length);
  const reached = [];
  for (let number = outlines.length - 1; number >= 0; number--) {
    const { firsts, lasts, shift } = outlines[number];
    const depth = firsts.length;
    let place = last;
    if (number < outlines.length - 1) {
      place = reached[0] - gaps[number] - lasts[depth - 1] - shift;
      for (let level = 1; level < Math.min(reached.length, depth); level++) {
        const wanted = reached[level] - look.gaps.cousin - lasts[depth - 1 - level] - shift;
        if (wanted < place) place = wanted;
      }
    }
    places[number] = place;
    for (let level = 0; level < Math.min(depth, second); level++) {
      reached[level] = firsts[depth - 1 - level] + place + shift;
    }
  }
  return places;
}

// The sides of the smaller outlines, written into those of the deepest.
function merged(outlines, places, deepest) {
  const large = outlines[deepest];
  large.shift += places[deepest];
  const write = (side, number) => {
    const outline = outlines[number];
    const moved = outline.shift + places[number] - large.shift;
    const begin = large[side].length - outline[side].length;
    outline[side].forEach((at, level) => (large[side][begin + level] = at + moved));
  };
  for (let number = deepest - 1; number >= 0; number--) write("firsts", number);
  for (let number = deepest + 1; number < outlines.length; number++) write("lasts", number);
  return large;
}

function smallest(values) {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

// The beginning: where the reader is, and how the address follows.

const READABLE = 0.75; // the smallest scale at which a map is shown whole at first
const PLEASANT = 0.9; // that of a part of it
const NARROW = 720;
const WIDE = 1900;

// Make a node the chosen one, unfold what hides it, and bring it into view.
function goTo(node, { isStep = false, centre = false } = {}) {
  if (folding.kept && !folding.kept[node]) resetFilter();
  if (reveal(node)) relayout(stage.current);
  setCurrent(node);
  if (camera.scale < FAR_AWAY && centre) zoomTo(node);
  else if (centre && !isInView(node)) centreOn(node);
  else bringIntoView(rectOf(node));
  writeAddress(node, isStep);
  if (pane.isOpen) fillPane(node);
}

function setCurrent(node) {
  const takesFocus = hasFocus();
  stage.current = node;
  stage.drawn = null;
  drawStage();
  if (takesFocus) focusCurrent();
}

// Go to a node and tell all of it.
function choose(node) {
  openPane();
  measureStage();
  goTo(node);
  if (!page("pane").contains(document.activeElement)) focusCurrent();
}

function isInView(node) {
  const { left, top, right, bottom } = rectOf(node);
  const { x, y, scale, width, height } = camera;
  return (
    left * scale + x >= 0 &&
    right * scale + x <= width &&
    top * scale + y >= 0 &&
    bottom * scale + y <= height - coveredBelow()
  );
}

function centreOn(node, scale = camera.scale) {
  const { left, top, right, bottom } = rectOf(node);
  // What supports it stands at its right.
  const before = Math.max(EDGE, (camera.width - (right - left) * scale) * 0.36);
  glideTo(
    before - left * scale,
    (camera.height - coveredBelow()) / 2 - ((top + bottom) / 2) * scale,
    scale,
  );
}

function zoomTo(node) {
  centreOn(node, 0.8);
}

// How much of the stage a sheet covers at its lower end, in px.
function coveredBelow() {
  if (!pane.isOpen || innerWidth >= NARROW) return 0;
  return Math.max(
    0,
    page("stage").getBoundingClientRect().bottom - page("pane").getBoundingClientRect().top,
  );
}

function showAll() {
  const { current, layout } = stage;
  if (current === NOWHERE) return;
  const { left, top, right, bottom } = rectOf(current);
  fitTo(layout.extent, { x: (left + right) / 2, y: (top + bottom) / 2 });
}

function toggleFold(node) {
  if (!children[node].length) return;
  folding.folded[node] = folding.folded[node] ? 0 : 1;
  relayout(node);
  const hidden = hiddenBelow(node);
  const count = hidden.toLocaleString("en");
  tell(hidden ? `Folded, ${count} hidden` : "Unfolded");
}

function changeFolding(change, isSmaller) {
  change();
  relayout(stage.current);
  if (isSmaller) showAll();
  tell(
    `${stage.layout.shown.length.toLocaleString("en")} of ${nodes.length.toLocaleString("en")} nodes shown`,
  );
}

// Say something to those who do not see the picture.
function tell(text) {
  page("notice").textContent = text;
}

function writeAddress(node, isStep) {
  const hash = `#${encodeURIComponent(nodes[node].id)}`;
  if (location.hash === hash) return;
  try {
    if (isStep) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
  } catch {
    // A page inside of another, such as in a notebook, may have no address of its own.
  }
}

function nodeOfAddress() {
  try {
    return nodesById.get(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return undefined; // not a well-formed address
  }
}

function onAddress() {
  const node = nodeOfAddress();
  if (node !== undefined) choose(node);
  else closePane();
}

// How large the stage is; the middle of what is seen stays there.
function measureStage() {
  const { width, height } = page("stage").getBoundingClientRect();
  if (width === camera.width && height === camera.height) return;
  const first = camera.width === 0;
  const shift = first ? { x: 0, y: 0 } : { x: 0, y: (height - camera.height) / 2 };
  Object.assign(camera, { width, height });
  stage.drawn = null;
  setCamera(camera.x + shift.x, camera.y + shift.y, camera.scale);
}

// The first view: all of it, where that can be read; else the first thesis and what is near.
function firstView() {
  const { extent } = stage.layout;
  const width = extent.right - extent.left + 2 * EDGE;
  const whole = Math.min(
    camera.width / width,
    camera.height / (extent.bottom - extent.top + 2 * EDGE),
    1,
  );
  if (whole >= READABLE) {
    showAll();
    return;
  }
  const { top, bottom } = rectOf(stage.current);
  const scale = clamp(camera.width / width, PLEASANT, camera.width > WIDE ? 1.2 : 1);
  const y = camera.height / 2 - ((top + bottom) / 2) * scale;
  const spare = camera.width - width * scale;
  glideTo((spare > 0 ? spare / 2 : 0) + (EDGE - extent.left) * scale, y, scale);
}

function openPage() {
  page("app").hidden = false;
  page("legend").open = innerWidth >= 1000 && innerHeight >= 640;
  openMap();
  startSearch();
  startFilter();
  startKeys();
  startPaper();
  addEventListener("hashchange", onAddress);
  document.documentElement.dataset.state = "ready";
}

function openMap() {
  foldToFew(FEW < nodes.length ? ENOUGH : FEW);
  camera.onChange = drawStage;
  relayout();
  measureStage();
  const node = nodeOfAddress();
  camera.leaps = true;
  if (nodes.length) firstView();
  if (node !== undefined) {
    choose(node);
    centreOn(node);
  }
  camera.leaps = false;
  new ResizeObserver(measureStage).observe(page("stage"));
}

openPage();

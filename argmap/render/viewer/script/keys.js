// Keys, pointers and the wheel.

const ZOOM_STEP = 1.25;
const PAN_STEP = 80;
const LINE = 16; // px of a line, for wheels that count in lines
const SLOP = 5; // px that a click may move

const HELP = [
  ["\u2190 \u2192", "to what it speaks for, to what speaks for it"],
  ["\u2191 \u2193", "to the neighbour above, below"],
  ["Enter", "open the details"],
  ["Space", "fold or unfold the branch"],
  ["Home End", "to the first thesis, to the last node"],
  ["/", "search; Enter and Shift+Enter go through the hits"],
  ["f", "filter"],
  ["+ \u2212 0", "larger, smaller, show all"],
  ["Shift + arrows", "move the picture; so do dragging and the wheel"],
  ["Ctrl + wheel", "zoom; so do two fingers"],
  ["Esc", "close what is open"],
  ["?", "this list"],
];

function startKeys() {
  addEventListener("keydown", onKey);
  page("zoom-in").addEventListener("click", () => zoomBy(ZOOM_STEP));
  page("zoom-out").addEventListener("click", () => zoomBy(1 / ZOOM_STEP));
  page("zoom-fit").addEventListener("click", showAll);
  page("fold-all").addEventListener("click", () => changeFolding(foldAll, true));
  page("unfold-all").addEventListener("click", () => changeFolding(unfoldAll, false));
  page("help-button").addEventListener("click", openHelp);
  page("pane").addEventListener("click", onPaneClick);
  startPointers(page("map"));
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || page("help").open) return;
  if (event.key === "Escape") {
    closeTopmost();
    return;
  }
  if (event.target === page("query")) return;
  const inMap = hasFocus() || event.target === document.body;
  const pans = event.shiftKey && event.key.startsWith("Arrow") && inMap;
  const isHandled = pans
    ? panByKey(event.key)
    : onLetter(event.key) || (inMap && onMapKey(event.key));
  if (isHandled) event.preventDefault();
}

function panByKey(key) {
  const [x, y] = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[
    key
  ];
  moveBy(x * PAN_STEP, y * PAN_STEP);
  return true;
}

// Keys that count everywhere but in fields.
function onLetter(key) {
  switch (key) {
    case "/":
      page("query").focus();
      page("query").select();
      return true;
    case "f":
      toggleFilter();
      return true;
    case "+":
    case "=":
      zoomBy(ZOOM_STEP);
      return true;
    case "-":
    case "\u2212":
      zoomBy(1 / ZOOM_STEP);
      return true;
    case "0":
      showAll();
      return true;
    case "?":
      openHelp();
      return true;
    default:
      return false;
  }
}

// Keys that count where the picture has the focus.
function onMapKey(key) {
  const { current, layout } = stage;
  if (current === NOWHERE) return false;
  if (key !== "Tab") focusCurrent();
  switch (key) {
    case "ArrowLeft":
      return stepTo(parents[current]);
    case "ArrowRight":
      if (folding.folded[current]) toggleFold(current);
      else stepTo(layout.childrenOf(current)[0]);
      return true;
    case "ArrowUp":
      return stepTo(neighbour(current, -1));
    case "ArrowDown":
      return stepTo(neighbour(current, 1));
    case "Home":
      return stepTo(layout.shown[0]);
    case "End":
      return stepTo(layout.shown.at(-1));
    case "Enter":
      choose(current);
      page("pane-title").focus();
      return true;
    case " ":
      toggleFold(current);
      return true;
    default:
      return false;
  }
}

function stepTo(node) {
  if (node !== undefined && node !== NOWHERE) goTo(node, { isStep: true });
  return true;
}

// The next node of the same level, a sibling where there is one.
function neighbour(node, by) {
  const { shown } = stage.layout;
  let place = shown.indexOf(node) + by;
  while (place >= 0 && place < shown.length && depths[shown[place]] !== depths[node]) place += by;
  return shown[place];
}

function closeTopmost() {
  if (!page("filter").hidden && (innerWidth < 720 || !pane.isOpen)) closeFilter();
  else if (pane.isOpen) {
    closePane();
    focusCurrent();
  } else if (search.query) leaveSearch();
}

function openHelp() {
  const dialog = page("help");
  if (!dialog.children.length) {
    const list = element("dl", {});
    for (const [keys, does] of HELP) {
      list.append(
        element("div", {}, element("dt", {}, element("kbd", {}, keys)), element("dd", {}, does)),
      );
    }
    const close = element("button", { type: "button" }, "Close");
    close.addEventListener("click", () => dialog.close());
    dialog.append(element("h2", { id: "help-title" }, "Keys"), list, close);
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  }
  dialog.showModal();
}

function onPaneClick(event) {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.id === "pane-close") {
    closePane();
    focusCurrent();
  } else if (button.dataset.go) {
    choose(Number(button.dataset.go));
    page("pane-title").focus();
  }
}

// Drag to move, two fingers or Ctrl and the wheel to zoom, click to choose.
function startPointers(map) {
  const fingers = new Map();
  let moved = 0;
  map.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (!fingers.size) moved = 0;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  map.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (moved <= SLOP) return;
    if (!map.hasPointerCapture(event.pointerId)) map.setPointerCapture(event.pointerId);
    map.classList.add("dragged");
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) pinch(map, before, now, other);
    else moveBy(now.x - before.x, now.y - before.y);
    fingers.set(event.pointerId, now);
  });
  const lift = (event) => {
    fingers.delete(event.pointerId);
    if (!fingers.size) map.classList.remove("dragged");
  };
  map.addEventListener("pointerup", lift);
  map.addEventListener("pointercancel", lift);
  map.addEventListener("click", (event) => {
    const wasDragged = moved > SLOP;
    moved = 0;
    if (!wasDragged) onMapClick(event.target);
  });
  map.addEventListener("wheel", (event) => onWheel(event, map), { passive: false });
}

function pinch(map, before, now, other) {
  const box = map.getBoundingClientRect();
  const ratio =
    Math.hypot(now.x - other.x, now.y - other.y) /
    Math.hypot(before.x - other.x, before.y - other.y);
  if (!Number.isFinite(ratio) || ratio <= 0) return;
  zoomBy(ratio, (now.x + other.x) / 2 - box.left, (now.y + other.y) / 2 - box.top);
  moveBy((now.x - before.x) / 2, (now.y - before.y) / 2);
}

function onMapClick(target) {
  const handle = target.closest("[data-fold]");
  if (handle) {
    toggleFold(Number(handle.dataset.fold));
    return;
  }
  const box = target.closest("[data-node]");
  if (box) choose(Number(box.dataset.node));
}

function onWheel(event, map) {
  event.preventDefault();
  const unit = event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? camera.height : 1;
  if (!event.ctrlKey && !event.metaKey) {
    moveBy(-event.deltaX * unit, -event.deltaY * unit);
    return;
  }
  const box = map.getBoundingClientRect();
  const factor = Math.exp(clamp(-event.deltaY * unit * 0.0025, -0.5, 0.5));
  zoomBy(factor, event.clientX - box.left, event.clientY - box.top);
}

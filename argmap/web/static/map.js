// The map: the page of the viewer in a frame, kept at the node that is chosen here.

import { desk } from "./desk.js";
import { focusRow } from "./list.js";
import { page } from "./making.js";

// Here another pane tells all of a node, and there is one list of keys.
const HIDDEN = "#title, #pane, #help-button, #fold-all span, #unfold-all span { display: none !important }";

const frame = { shown: "", isReady: false, hadFocus: false, before: null };

export function startMap(choose, onKey) {
  document.addEventListener("focusin", ({ target }) => {
    if (target !== page("viewer")) frame.before = target;
  });
  page("viewer").addEventListener("load", () => {
    const { contentWindow: view, contentDocument: shown } = page("viewer");
    if (!shown?.getElementById("map")) return;
    const style = new view.CSSStyleSheet();
    style.replaceSync(HIDDEN);
    shown.adoptedStyleSheets.push(style);
    frame.isReady = true;
    returnFocus();
    const follow = () => {
      const id = idOf(view.location.hash);
      if (desk.nodes.has(id)) choose(id, { fromMap: true });
    };
    shown.addEventListener("click", follow);
    view.addEventListener("keydown", onKey, { capture: true });
    // Of keys that are not ours, the viewer sees each after this and before the timer.
    view.addEventListener("keydown", () => setTimeout(follow), { capture: true });
    view.addEventListener("hashchange", returnFocus);
    followNode();
  });
}

// Load the map, unless it is there as it would be drawn now.
export function showMap() {
  const address = `/viewer?${new URLSearchParams({ map: desk.name, v: desk.map.picture })}`;
  if (frame.shown === address || document.body.dataset.middle !== "map") return;
  frame.shown = address;
  frame.isReady = false;
  frame.hadFocus = false;
  if (document.activeElement === page("viewer")) focusRow();
  // It is led to the node only once it is there, so that it never takes the focus unseen.
  page("viewer").contentWindow.location.replace(address);
}

export function followNode() {
  if (!frame.isReady) return;
  const { contentWindow: view } = page("viewer");
  const hash = `#${encodeURIComponent(desk.current)}`;
  const { pathname, search } = view.location;
  if (view.location.hash === hash) return;
  frame.hadFocus = document.activeElement === page("viewer");
  // A hash alone would be taken as one of this page.
  view.location.replace(`${pathname}${search}${hash}`);
}

// The viewer takes the focus for the node that it is led to; give it back to who had it.
function returnFocus() {
  if (frame.hadFocus || document.activeElement !== page("viewer")) return;
  if (frame.before?.isConnected) frame.before.focus({ preventScroll: true });
  else focusRow();
}

function idOf(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

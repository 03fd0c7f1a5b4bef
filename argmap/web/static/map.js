// The map: the page of the viewer in a frame, kept at the node that is chosen here.

import { desk } from "./desk.js";
import { page } from "./making.js";

// Here another pane tells all of a node, and there is one list of keys.
const HIDDEN = "#title, #pane, #help-button, #fold-all span, #unfold-all span { display: none !important }";

const frame = { shown: "", isReady: false };

export function startMap(choose, onKey) {
  page("viewer").addEventListener("load", () => {
    const { contentWindow: view, contentDocument: shown } = page("viewer");
    if (!shown?.getElementById("map")) return;
    const style = new view.CSSStyleSheet();
    style.replaceSync(HIDDEN);
    shown.adoptedStyleSheets.push(style);
    frame.isReady = true;
    const follow = () => {
      const id = idOf(view.location.hash);
      if (desk.nodes.has(id)) choose(id, { fromMap: true });
    };
    shown.addEventListener("click", follow);
    shown.addEventListener("keyup", follow);
    view.addEventListener("keydown", onKey, { capture: true });
    followNode();
  });
}

// Load the map, unless it is there as it is on the disk now.
export function showMap() {
  const address = `/viewer?${new URLSearchParams({ map: desk.name, v: desk.version })}`;
  if (frame.shown === address || document.body.dataset.middle !== "map") return;
  frame.shown = address;
  frame.isReady = false;
  page("viewer").contentWindow.location.replace(`${address}#${encodeURIComponent(desk.current)}`);
}

export function followNode() {
  if (!frame.isReady) return;
  const { contentWindow: view } = page("viewer");
  const hash = `#${encodeURIComponent(desk.current)}`;
  const { pathname, search } = view.location;
  // A hash alone would be taken as one of this page.
  if (view.location.hash !== hash) view.location.replace(`${pathname}${search}${hash}`);
}

function idOf(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

// Keys: they count everywhere but in fields and dialogs, and in the frame of the map too.

import { isOpen, openHelp } from "./forms.js";
import { focusRow, isTodo, neighbour } from "./list.js";
import { page } from "./making.js";
import { canWrite, decide, edit, flag, waive } from "./node.js";

const FIELDS = "input:not([type=checkbox]), textarea, select";

export function makeKeys(choose, view) {
  const go = (id) => {
    if (id !== null) {
      choose(id, {});
      focusRow();
    }
  };
  const keys = {
    j: () => go(neighbour(1)),
    k: () => go(neighbour(-1)),
    n: () => go(neighbour(1, isTodo)),
    a: () => decide("accept"),
    r: () => decide("reject"),
    b: () => decide("abstain"),
    c: comment,
    f: flag,
    e: edit,
    w: waive,
    m: () => view("map"),
    s: () => view("source"),
    i: () => view("findings"),
    "/": () => {
      view("list");
      page("query").focus();
      page("query").select();
    },
    "?": openHelp,
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isOpen()) return;
    const isField = event.target.matches?.(FIELDS) ?? false;
    if (event.key === "Escape" && isField && event.target.ownerDocument === document) {
      event.target.blur();
      focusRow();
      return;
    }
    if (isField || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat || "jk".includes(event.key)) keys[event.key]();
  };
}

function comment() {
  if (!canWrite()) return;
  if (document.body.dataset.view === "list") document.body.dataset.view = "node";
  page("comment").focus();
}

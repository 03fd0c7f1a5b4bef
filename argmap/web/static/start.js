// The beginning: read the map, show it, and read it again whenever the disk has changed.

import { desk, readInfo, readMap } from "./desk.js";
import { showFindings } from "./findings.js";
import { startForms } from "./forms.js";
import { makeKeys } from "./keys.js";
import { markRow, showList, startList } from "./list.js";
import { make, page, tell } from "./making.js";
import { followNode, showMap, startMap } from "./map.js";
import { showNode, startNode } from "./node.js";
import { showSource, startSource } from "./source.js";
import { listen } from "./talk.js";

const MIDDLE = ["map", "source", "findings"];
const NARROW = matchMedia("(max-width: 899px)");

function choose(id, { opens = false, fromMap = false }) {
  if (id === desk.current) {
    if (opens) view("node");
    return;
  }
  desk.current = id;
  history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  markRow();
  showNode();
  page("node").scrollTop = 0;
  if (opens) view("node");
  if (!fromMap) followNode();
  showSource();
}

// Show a part of the page; where there is room, the list and the node are always there.
function view(name) {
  document.body.dataset.view = name;
  if (MIDDLE.includes(name)) {
    document.body.dataset.middle = name;
    showMap();
    showSource();
  }
  for (const one of document.querySelectorAll("[data-show]")) {
    const isShown = NARROW.matches
      ? one.dataset.show === name
      : one.dataset.show === document.body.dataset.middle;
    one.setAttribute("aria-pressed", String(isShown));
  }
}

async function refresh() {
  await readInfo();
  await readMap();
  showAll();
}

function showAll() {
  const { map, info } = desk;
  document.title = `${map.title} \u00b7 argmap`;
  document.querySelector("#title h1").textContent = map.title;
  page("who").textContent = info.read_only ? "For reading only" : `Reviewing as ${info.reviewer}`;
  page("maps").hidden = info.maps.length < 2;
  page("map-choice").replaceChildren(
    ...info.maps.map((name) => make("option", { value: name }, name)),
  );
  page("map-choice").value = desk.name;
  showList();
  markRow();
  showNode();
  showFindings(choose);
  showMap();
  showSource();
}

async function onVersion(version) {
  if (!version) {
    tell("argmap does not answer; is it still running?", true);
    return;
  }
  if (version === desk.version) return;
  try {
    await refresh();
    document.documentElement.dataset.version = desk.version;
  } catch (refusal) {
    tell(refusal.message, true);
  }
}

async function start() {
  const onKey = makeKeys((id) => choose(id, {}), view);
  addEventListener("keydown", onKey);
  startList(choose);
  startMap(choose, onKey);
  startSource((id) => choose(id, {}));
  startForms(refresh);
  startNode(choose, (source) => {
    view("source");
    showSource(source);
  });
  for (const one of document.querySelectorAll("[data-show]"))
    one.addEventListener("click", () => view(one.dataset.show));
  NARROW.addEventListener("change", () => view(document.body.dataset.view));
  page("map-choice").addEventListener("change", () => {
    desk.name = page("map-choice").value;
    refresh();
  });
  try {
    desk.current = decodeURIComponent(location.hash.slice(1));
  } catch {
    desk.current = "";
  }
  try {
    await refresh();
    view(NARROW.matches ? "list" : "map");
  } catch (refusal) {
    tell(refusal.message, true);
  }
  listen(onVersion);
  document.documentElement.dataset.state = "ready";
}

start();

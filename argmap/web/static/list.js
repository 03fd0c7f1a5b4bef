// The list of nodes: searched, filtered, and gone through with j and k.

import { current, desk } from "./desk.js";
import { capital, chip, counted, make, page } from "./making.js";

const FEW = 300; // rows at first; more come on demand

const list = { shown: [], rows: FEW, choose: () => {} };

export function startList(choose) {
  list.choose = choose;
  for (const id of ["query", "by-state", "by-status", "by-section", "by-flag", "by-finding"])
    page(id).addEventListener("input", () => {
      list.rows = FEW;
      showList();
    });
  page("rows").addEventListener("click", (event) => {
    const row = event.target.closest("[data-node]");
    if (row) choose(row.dataset.node, { opens: true });
  });
}

export function showList() {
  fillChoices();
  list.shown = desk.map.nodes.filter(isWanted);
  const place = list.shown.findIndex(({ id }) => id === desk.current);
  if (place >= list.rows) list.rows = place + FEW;
  const had = document.activeElement?.closest?.("#rows") !== null;
  const rows = list.shown.slice(0, list.rows).map(row);
  if (list.shown.length > list.rows) rows.push(moreRow());
  page("rows").replaceChildren(...rows);
  page("count").textContent =
    list.shown.length === desk.map.nodes.length
      ? counted(list.shown.length, "node")
      : `${list.shown.length} of ${counted(desk.map.nodes.length, "node")}`;
  if (had) focusRow();
}

// Mark the chosen node without drawing the list again.
export function markRow() {
  page("rows").querySelector("[aria-current]")?.removeAttribute("aria-current");
  let found = rowOf(desk.current);
  if (!found && list.shown.some(({ id }) => id === desk.current)) {
    showList();
    found = rowOf(desk.current);
  }
  found?.setAttribute("aria-current", "true");
  found?.scrollIntoView({ block: "nearest" });
}

// The node so many rows after the chosen one, among those that are shown and `test`.
export function neighbour(step, test = () => true) {
  const { shown } = list;
  let place = shown.findIndex(({ id }) => id === desk.current);
  if (place < 0 && step < 0) place = shown.length;
  for (let next = place + step; next >= 0 && next < shown.length; next += step)
    if (test(shown[next])) return shown[next].id;
  return null;
}

export function focusRow() {
  (rowOf(desk.current) ?? page("rows")).focus({ preventScroll: true });
}

function rowOf(id) {
  return page("rows").querySelector(`[data-node="${CSS.escape(id)}"]`);
}

function row(node) {
  const findings = desk.findings.get(node.id) ?? [];
  const worst = ["error", "warning"].find((one) => findings.some((it) => it.severity === one));
  return make(
    "li",
    {},
    make(
      "button",
      {
        type: "button",
        "data-node": node.id,
        "aria-current": node.id === desk.current ? "true" : null,
        class: node.withdrawn ? "withdrawn" : "",
      },
      make(
        "span",
        { class: "id" },
        `${node.id} \u00b7 ${node.type || node.kind}`,
        node.main ? chip("main", "main") : "",
        node.state === "new" ? "" : chip(node.state, node.state),
        node.flags.length ? chip(counted(node.flags.length, "flag"), "flagged") : "",
        worst ? chip(counted(findings.length, "finding"), worst) : "",
      ),
      make("span", { class: "text", dir: "auto" }, node.text),
    ),
  );
}

function moreRow() {
  const left = list.shown.length - list.rows;
  const more = make("button", { type: "button", class: "more" }, `${counted(left, "more node")}`);
  more.addEventListener("click", () => {
    list.rows += FEW;
    showList();
  });
  return make("li", {}, more);
}

function isWanted(node) {
  const words = page("query").value.trim().toLowerCase();
  return (
    (!words || `${node.id} ${node.text}`.toLowerCase().includes(words)) &&
    fits("by-state", node.state) &&
    fits("by-status", node.status) &&
    fits("by-section", node.section) &&
    (!page("by-flag").checked || node.flags.length > 0) &&
    (!page("by-finding").checked || desk.findings.has(node.id))
  );
}

function fits(id, value) {
  const wanted = page(id).value;
  return wanted === "" || wanted === `=${value}`;
}

function fillChoices() {
  fillChoice("by-state", "Any review", (node) => node.state);
  fillChoice("by-status", "Any status", (node) => node.status);
  fillChoice("by-section", "All sections", (node) => node.section);
}

// Offer the values that occur, with how often; the one that was chosen stays.
function fillChoice(id, all, valueOf) {
  const counts = new Map();
  for (const node of desk.map.nodes)
    counts.set(valueOf(node), (counts.get(valueOf(node)) ?? 0) + 1);
  const before = page(id).value;
  const options = [...counts].map(([value, count]) =>
    make("option", { value: `=${value}` }, `${value ? capital(value) : "None"} (${count})`),
  );
  page(id).replaceChildren(make("option", { value: "" }, all), ...options);
  page(id).value = [...counts.keys()].some((value) => `=${value}` === before) ? before : "";
  page(id).hidden = counts.size < 2 && !page(id).value;
}

export function isTodo(node) {
  return node !== current() && !["accepted", "rejected"].includes(node.state);
}

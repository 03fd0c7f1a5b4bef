// The text of a source: its sentences with what cites them, the quotations of the chosen node
// marked.

import { desk } from "./desk.js";
import { capital, make, page } from "./making.js";
import { ask } from "./talk.js";

const COVERS = {
  cited: "cited",
  aside: "set aside",
  missing: "nothing cites it",
};
const shown = { id: "", choose: () => {} };

export function startSource(choose) {
  shown.choose = choose;
  page("source").addEventListener("click", (event) => {
    const part = event.target.closest("[data-first]");
    if (part) choose(part.dataset.first);
  });
}

// Show the source of the chosen node, or the one that is asked for; nothing where it is hidden.
export async function showSource(id = "") {
  if (document.body.dataset.middle !== "source") return;
  shown.id = id || sourceOfNode() || (desk.map.sources[shown.id] ? shown.id : firstSource());
  const place = page("source");
  if (!shown.id) {
    place.replaceChildren(make("p", {}, "No text of a source is at hand."));
    return;
  }
  try {
    const asked = { map: desk.name, source: shown.id, node: desk.current };
    const found = await ask("source", asked);
    if (found.id !== shown.id || asked.node !== desk.current) return;
    if (found.missing) {
      place.replaceChildren(head(found), make("p", {}, `${capital(found.missing)}.`));
      return;
    }
    place.replaceChildren(head(found), legend(), ...found.blocks.map(block));
    place.querySelector(".block mark")?.scrollIntoView({ block: "center" });
  } catch (refusal) {
    place.replaceChildren(head({ id: shown.id }), make("p", { class: "bad" }, refusal.message));
  }
}

function sourceOfNode() {
  const passages = desk.nodes.get(desk.current)?.passages ?? [];
  // Who reads on stays in the same source.
  const stays = passages.find(({ source }) => source === shown.id);
  return (stays ?? passages.find(({ has_text }) => has_text) ?? passages[0])?.source;
}

function firstSource() {
  return Object.entries(desk.map.sources).find(([, { has_text }]) => has_text)?.[0] ?? "";
}

function head({ id, title }) {
  const choice = make("select", { id: "source-choice", "aria-label": "Source" });
  for (const [name, source] of Object.entries(desk.map.sources))
    choice.append(make("option", { value: name }, source.title || name));
  choice.value = id;
  choice.addEventListener("change", () => showSource(choice.value));
  return make("header", {}, choice, make("h2", { dir: "auto" }, title ?? id));
}

function legend() {
  const parts = Object.entries(COVERS).map(([cover, words]) =>
    make("span", { class: cover }, capital(words)),
  );
  return make("p", { class: "legend" }, ...parts, make("mark", {}, "This node"));
}

function block({ level, parts }) {
  const name = level ? `h${Math.min(level + 2, 6)}` : "p";
  return make(name, { class: "block", dir: "auto" }, ...parts.map(part));
}

function part({ text, cover, nodes, why, mark }) {
  const content = mark ? make("mark", {}, text) : text;
  if (!cover) return content;
  const title = nodes.length ? nodes.join(", ") : (why ?? COVERS[cover]);
  return make("span", { class: `sentence ${cover}`, title, "data-first": nodes[0] }, content);
}

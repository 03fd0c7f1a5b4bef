// The chosen node: what it says, what was said of it, what speaks for and against it.

import { current, desk } from "./desk.js";
import { told } from "./findings.js";
import { act, openEdit, openFlag, openResolve, openWaive } from "./forms.js";
import { button, capital, chip, make, page, tell } from "./making.js";

const DONE = { accept: "accepted", reject: "rejected", abstain: "no verdict on" };
const acts = { choose: () => {}, read: () => {} };

export function startNode(choose, readSource) {
  Object.assign(acts, { choose, read: readSource });
  const group = page("buttons");
  const add = (words, key, onClick, look = "") =>
    group.append(
      button([words, " ", make("kbd", { "aria-hidden": "true" }, key)], onClick, {
        class: look,
        "aria-keyshortcuts": key,
      }),
    );
  add("Accept", "a", () => decide("accept"), "good");
  add("Reject", "r", () => decide("reject"), "ill");
  add("Abstain", "b", () => decide("abstain"));
  add("Flag", "f", flag);
  add("Edit", "e", edit);
  add("Waive", "w", waive);
}

export function canWrite() {
  return Boolean(current()) && !desk.info.read_only;
}

export async function decide(verb) {
  const node = current();
  if (!canWrite()) return;
  if (await act(node, verb, { comment: takeComment() })) {
    page("comment").value = "";
    tell(`${DONE[verb]} ${node.id}`);
  }
}

export function flag() {
  if (canWrite()) openFlag(current(), takeComment());
}

export function edit() {
  if (canWrite()) openEdit(current());
}

export function waive() {
  if (canWrite()) openWaive(current(), desk.findings.get(desk.current)?.[0]?.rule);
}

export function showNode() {
  const node = current();
  page("deeds").hidden = !canWrite();
  if (!node) {
    page("said").replaceChildren(make("p", {}, "There is nothing in this map yet."));
    page("about").replaceChildren();
    return;
  }
  page("said").replaceChildren(...saying(node));
  page("about").replaceChildren(
    ...part("Flags", node.flags, (one) => flagItem(node, one)),
    ...part("Findings", desk.findings.get(node.id), (one) => findingItem(node, one)),
    ...part("Support and contrast", desk.incoming.get(node.id), (one) => stepItem(node, one)),
    ...part("It speaks for", desk.outgoing.get(node.id), outgoingItem),
    ...part("Sources", node.passages, passageItem),
    ...part("Verdicts", node.verdicts, verdictItem),
  );
}

function takeComment() {
  return page("comment").value;
}

function saying(node) {
  const words = [node.main ? "main claim" : node.kind, node.type].filter(Boolean).join(" \u00b7 ");
  const reason = node.withdrawn ?? node.assumed;
  return [
    make("p", { class: "kind" }, make("b", {}, node.id), ` \u00b7 ${words}`),
    make("h2", { dir: "auto", tabindex: -1 }, node.text || "(no text)"),
    make(
      "p",
      { class: "chips" },
      chip(node.status, node.status),
      chip(node.state === "new" ? "not reviewed" : node.state, node.state),
    ),
    reason ? make("p", { dir: "auto" }, `${node.withdrawn ? "Withdrawn" : "Assumed"}: ${reason}`) : "",
    node.note ? make("p", { class: "aside", dir: "auto" }, node.note) : "",
    make("p", { class: "aside" }, [node.section, node.place].filter(Boolean).join(" \u00b7 ")),
  ].filter(Boolean);
}

function part(title, values, item) {
  if (!values?.length) return [];
  return [make("h3", {}, title), make("ul", { class: "items" }, ...values.map(item))];
}

function flagItem(node, one) {
  return make(
    "li",
    {},
    make("p", {}, chip(one.kind, one.severity), ` ${one.by}, ${day(one.at)}`),
    one.relation ? make("p", { class: "aside" }, one.relation) : "",
    one.comment ? make("p", { dir: "auto" }, one.comment) : "",
    one.settled ? make("p", { class: "aside" }, `The map settles it: ${one.settled}`) : "",
    canWrite() ? button("Resolve", () => openResolve(node, one)) : "",
  );
}

function findingItem(node, finding) {
  const canWaive = canWrite() && desk.info.rules.includes(finding.rule) && finding.code >= 200;
  const waiving = () => openWaive(node, finding.rule);
  return make(
    "li",
    {},
    ...told({ ...finding, place: "" }),
    canWaive ? button("Waive", waiving, { "aria-label": `Waive ${finding.rule}` }) : "",
  );
}

function stepItem(node, relation) {
  const flagging = () => openFlag(node, takeComment(), relation.id);
  return make(
    "li",
    { class: relation.stance },
    make("p", { class: "stance" }, capital(relation.stance)),
    ...relation.from.map(link),
    relation.because ? make("p", { class: "aside", dir: "auto" }, `because ${relation.because}`) : "",
    canWrite()
      ? button("Flag the step", flagging, { "aria-label": `Flag the step: ${relation.id}` })
      : "",
  );
}

function outgoingItem(relation) {
  return make(
    "li",
    { class: relation.stance },
    make("p", { class: "stance" }, capital(relation.stance)),
    link(relation.to),
  );
}

// A button that leads to a node; of what is no node, the name.
function link(id) {
  const node = desk.nodes.get(id);
  if (!node) return make("p", { class: "aside" }, id);
  return button(
    [make("span", { dir: "auto" }, node.text), make("small", {}, `${id} \u00b7 ${node.status}`)],
    () => acts.choose(id, { opens: true }),
    { class: "to" },
  );
}

function passageItem(passage) {
  const reading = () => acts.read(passage.source);
  return make(
    "li",
    {},
    make("p", {}, make("b", { dir: "auto" }, passage.title), passage.place ? `, ${passage.place}` : ""),
    passage.quote ? make("blockquote", { dir: "auto" }, passage.quote) : "",
    passage.has_text ? button("Read it there", reading) : make("p", { class: "aside" }, "No text at hand."),
  );
}

function verdictItem(verdict) {
  const said = { accept: "accepts", reject: "rejects", abstain: "abstains" }[verdict.decision];
  const holds = { stale: "reworded since", suspect: "its argument changed since" }[verdict.holds];
  return make(
    "li",
    {},
    make("p", {}, make("b", {}, verdict.by), ` ${said}, ${day(verdict.at)}`),
    verdict.note ? make("p", { dir: "auto" }, verdict.note) : "",
    holds ? make("p", { class: "aside" }, capital(holds)) : "",
    verdict.before ? make("blockquote", { dir: "auto" }, verdict.before) : "",
    ...verdict.changes.map((one) => make("p", { class: "aside" }, one)),
  );
}

function day(time) {
  return time.slice(0, 10);
}

// Dialogs: flags, waivers, edits with their conflicts, and the list of keys.

import { desk } from "./desk.js";
import { button, make, page, tell } from "./making.js";
import { Refusal, write } from "./talk.js";

let refresh = async () => {};

export function startForms(onWritten) {
  refresh = onWritten;
  page("help-button").addEventListener("click", openHelp);
}

export function isOpen() {
  return page("dialog").open;
}

// Do something to a node; whether it was done.
export async function act(node, verb, more = {}) {
  try {
    await write("act", { map: desk.name, node: node.id, verb, read: node.read, ...more });
  } catch (refusal) {
    complain(refusal);
    return false;
  }
  await refresh();
  return true;
}

export function openFlag(node, comment, relation = null) {
  const kind = make("select", { id: "flag-kind" });
  for (const { name, about } of desk.info.flags)
    kind.append(make("option", { value: name }, `${name}: ${about}`));
  const words = make("textarea", { id: "flag-comment", rows: 3 });
  words.value = comment;
  open(relation ? `Flag the relation ${relation}` : `Flag ${node.id}`, "Flag", [kind, words], {
    labels: ["What is wrong", "What exactly"],
    send: async () => {
      const isDone = await act(node, "flag", { kind: kind.value, comment: words.value, relation });
      if (isDone && words.value.startsWith(comment)) page("comment").value = "";
      return isDone;
    },
  });
}

export function openResolve(node, flag) {
  const words = make("textarea", { id: "resolve-comment", rows: 3 });
  open(`Resolve ${flag.kind} of ${flag.by}`, "Resolve", [words], {
    labels: ["How it was settled"],
    send: () =>
      act(node, "resolve", {
        kind: flag.kind,
        of: flag.by,
        relation: flag.relation,
        comment: words.value,
      }),
  });
}

export function openWaive(node, rule = "") {
  const rules = make("select", { id: "waive-rule" });
  for (const name of desk.info.rules) rules.append(make("option", { value: name }, name));
  if (rule) rules.value = rule;
  const reason = make("textarea", { id: "waive-reason", rows: 3, required: true, minlength: 10 });
  const until = make("input", { id: "waive-until", type: "date", required: true });
  until.value = dayAfter(30);
  open(`Waive a rule for ${node.id}`, "Waive", [rules, reason, until], {
    labels: ["Rule", "Why it does not apply (10 letters or more)", "Until"],
    send: () =>
      act(node, "waive", { rule: rules.value, reason: reason.value, until: until.value }),
  });
}

// Edit a node as it was read; `mine` is what was written before a conflict.
export function openEdit(node, mine = null) {
  const text = make("textarea", { id: "edit-text", rows: 5, required: true, dir: "auto" });
  text.value = mine?.text ?? node.text;
  const types = node.kind === "claim" ? desk.info.claim_types : desk.info.evidence_types;
  const type = make("select", { id: "edit-type" }, make("option", { value: "" }, "none"));
  for (const name of new Set([...types, node.type].filter(Boolean)))
    type.append(make("option", { value: name }, name));
  type.value = mine?.type ?? node.type;
  const steps = node.kind === "claim" ? relationFields(node) : { fields: [], changes: () => ({}) };
  open(`Edit ${node.id}`, "Save", [text, type, ...steps.fields], {
    labels: ["Text", "Type", ...steps.fields.map(() => null)],
    send: () => {
      const changed = {
        ...(text.value.trim() === node.text ? {} : { text: text.value }),
        ...(type.value === node.type ? {} : { type: type.value }),
        ...steps.changes(),
      };
      return save(node, changed, { text: text.value, type: type.value });
    },
  });
}

// Which relations stay, and one that may come.
function relationFields(node) {
  const own = (desk.incoming.get(node.id) ?? []).filter(({ stance }) =>
    ["supports", "contrasts"].includes(stance),
  );
  const kept = own.map((relation) => {
    const box = make("input", { type: "checkbox" });
    box.checked = true;
    return { relation, box };
  });
  const lines = kept.map(({ relation, box }) =>
    make("label", { class: "check" }, box, `${relation.from.join(" + ")} ${relation.stance}`),
  );
  const stance = make(
    "select",
    { id: "edit-stance", "aria-label": "What it does" },
    make("option", { value: "supports" }, "supports"),
    make("option", { value: "contrasts" }, "contrasts"),
  );
  const names = make("datalist", { id: "edit-names" });
  for (const id of desk.nodes.keys()) if (id !== node.id) names.append(make("option", { value: id }));
  const premise = make("input", {
    id: "edit-premise",
    list: "edit-names",
    "aria-label": "Ids of premises, with + between linked ones",
    placeholder: "id, or id + id",
    autocomplete: "off",
    spellcheck: "false",
  });
  const fieldset = make(
    "fieldset",
    {},
    make("legend", {}, "Support and contrast"),
    ...lines,
    make("div", { class: "adding" }, premise, stance, names),
  );
  const changes = () => {
    const gone = kept.filter(({ box }) => !box.checked).map(({ relation }) => step(relation));
    const from = premise.value.split("+").map((id) => id.trim()).filter(Boolean);
    return {
      ...(gone.length ? { remove: gone } : {}),
      ...(from.length ? { add: [{ stance: stance.value, from }] } : {}),
    };
  };
  return { fields: [fieldset], changes };
}

function step({ stance, from }) {
  return { stance, from };
}

async function save(node, changed, mine) {
  if (!Object.keys(changed).length) return true;
  const asked = { map: desk.name, node: node.id, digest: node.digest, ...changed };
  try {
    await write("edit", asked);
  } catch (refusal) {
    if (refusal instanceof Refusal && "theirs" in refusal.more) {
      await refresh();
      openConflict(node, mine, refusal);
      return false;
    }
    complain(refusal);
    return false;
  }
  await refresh();
  tell(`${node.id} is written`);
  return true;
}

// Both versions, one above the other; the reader decides what to do.
function openConflict(before, mine, refusal) {
  const { theirs } = refusal.more;
  const now = desk.nodes.get(before.id);
  const version = (title, { text, type }) => [
    make("h3", {}, title),
    make("blockquote", { dir: "auto" }, text),
    make("p", { class: "aside" }, type || "no type"),
  ];
  const same = theirs && theirs.text === before.text && theirs.type === before.type;
  const parts = [
    make("p", { class: "bad" }, `${refusal.message}.`),
    same ? make("p", {}, "The change is elsewhere in the file; this node is as you read it.") : "",
    ...(theirs ? version("In the file now", theirs) : [make("p", {}, "The node is gone.")]),
    ...version("Yours", mine),
  ];
  const again = () => openEdit(now, mine);
  const buttons = [
    now ? button("Edit again with mine", again, { class: "main" }) : "",
    button("Keep what is in the file", close),
  ];
  show(`Conflict at ${before.id}`, [...parts, make("div", { class: "row" }, ...buttons)]);
}

export function openHelp() {
  const keys = [
    ["j k", "next, previous node"],
    ["n", "next node without a fresh verdict"],
    ["a r", "accept, reject"],
    ["b", "abstain"],
    ["c", "write a comment; it goes with what you do next"],
    ["f", "flag"],
    ["e", "edit"],
    ["w", "waive a rule"],
    ["m s i", "map, source, findings"],
    ["/", "search"],
    ["Esc", "close, or leave a field"],
    ["?", "this list"],
  ];
  const lines = keys.map(([key, does]) =>
    make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)),
  );
  show("Keys", [make("dl", {}, ...lines), make("div", { class: "row" }, button("Close", close))]);
}

export function close() {
  page("dialog").close();
}

function open(title, verb, fields, { labels, send }) {
  const parts = fields.map((field, number) =>
    labels[number] === null
      ? field
      : make("label", { class: "field" }, make("span", {}, labels[number]), field),
  );
  const go = make("button", { type: "submit", class: "main" }, verb);
  const form = make("form", { id: "form" }, ...parts);
  form.append(make("div", { class: "row" }, go, button("Cancel", close)));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    go.disabled = true;
    const isDone = await send();
    go.disabled = false;
    // Another dialog may have taken the place of this one.
    if (isDone && form.isConnected) close();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  show(title, [form]);
  fields[0].focus();
}

function show(title, parts) {
  const dialog = page("dialog");
  dialog.replaceChildren(make("h2", { id: "dialog-title" }, title), ...parts.filter(Boolean));
  if (!dialog.open) dialog.showModal();
}

function complain(refusal) {
  const alert = page("dialog").querySelector("#form");
  if (!alert || !isOpen()) {
    tell(refusal.message, true);
  } else {
    alert.querySelector(".bad")?.remove();
    alert.prepend(make("p", { class: "bad", role: "alert" }, refusal.message));
  }
  if (refusal.status === 409) refresh();
}

function dayAfter(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

// The pane at the side: all that is known of one node, with ways to the others.

const MOST_AT_ONCE = 60;

const INCOMING = {
  supports: "Supported by",
  contrasts: "Contrasted by",
  restates: "Restated by",
};
const OUTGOING = {
  supports: "Supports",
  contrasts: "Contrasts",
  undercuts: "Undercuts",
  restates: "Restates",
};

const DIFFERS = {
  near: "The text says it in nearly the same words:",
  absent: "These words are not in the text.",
};

const pane = { isOpen: false };

function openPane() {
  if (pane.isOpen) return;
  pane.isOpen = true;
  page("pane").hidden = false;
  page("app").classList.add("with-pane");
}

function fillPane(node) {
  page("pane").replaceChildren(...paneParts(node));
  page("pane").scrollTop = 0;
}

function closePane() {
  if (!pane.isOpen) return;
  pane.isOpen = false;
  page("pane").hidden = true;
  page("pane").replaceChildren();
  page("app").classList.remove("with-pane");
}

function paneParts(node) {
  return [
    paneHead(node),
    element("p", { class: "words", dir: "auto", lang: data.language }, textOf(node)),
    statusPart(node),
    factsList(node),
    ...passageParts(node),
    ...relationParts(node),
  ].filter(Boolean);
}

function paneHead(node) {
  const { id, kind, type, main } = nodes[node];
  const word = [main ? "Main claim" : KINDS[kind], type].filter(Boolean).join(" \u00b7 ");
  const close = element(
    "button",
    { type: "button", id: "pane-close", "aria-label": "Close", title: "Close (Esc)" },
    icon("M3.5 3.5L12.5 12.5M12.5 3.5L3.5 12.5"),
  );
  return element(
    "header",
    {},
    element(
      "h2",
      { id: "pane-title", tabindex: -1 },
      element("span", { class: "kind" }, word),
      " ",
      element("bdi", { class: "id" }, id),
    ),
    close,
  );
}

function statusPart(node) {
  const { status, chips = NOTHING, step, against } = nodes[node];
  const marks = chips.map(([chip]) => chipPicture(chip));
  const isMarked = chips.some(([chip]) => look.chips[chip].word === status);
  const parts = [...marks];
  if (status && !isMarked) parts.push(marks.length ? " " : "", element("b", {}, capital(status)));
  const reason = reasonOf(node);
  if (reason)
    parts.push(
      element("span", { dir: "auto" }, `${status && !isMarked ? ": " : " "}${sentence(reason)}`),
    );
  if (!parts.length) return null;
  const part = element("div", { class: "status" }, element("p", {}, parts));
  if (step !== undefined) part.append(proofPart("What it rests on", [node], NOWHERE));
  if (against !== undefined)
    part.append(
      proofPart("What speaks against it", against < 0 ? [] : relations[against].from, against),
    );
  return part;
}

function chipPicture(chip) {
  const { word, icon: d } = look.chips[chip];
  const mark = shape("path", { d, class: `am-icon-${chip} chip-icon` });
  const picture = shape("svg", { viewBox: "-1 -1 10 10", "aria-hidden": "true" }, mark);
  return element("span", { class: `chip chip-${chip}` }, picture, word);
}

// The steps of a proof, in a list that can be opened.
function proofPart(title, ends, last) {
  const { steps, isCut } = proofOf(ends);
  if (last >= 0) steps.push(last);
  const lines = [...factsOf(steps, ends).map(factPieces), ...steps.map(stepPieces)];
  const skipped = Math.max(0, lines.length - MOST_STEPS);
  const list = element("ol", { start: skipped + 1 });
  for (const pieces of lines.slice(skipped)) list.append(element("li", {}, written(pieces)));
  const count = lines.length === 1 ? "1 step" : `${lines.length} steps`;
  const part = element("details", { class: "proof" }, element("summary", {}, `${title}: ${count}`));
  if (skipped) part.append(element("p", {}, `${skipped} steps before these.`));
  if (lines.length) part.append(list);
  if (isCut || last === -1)
    part.append(element("p", {}, "It goes on outside of the part that is shown."));
  return part;
}

// Pieces of a sentence: texts as they are, nodes as buttons that lead there.
function written(pieces) {
  return pieces.map((piece) => (typeof piece === "number" ? nodeButton(piece) : piece));
}

function nodeButton(node, ...content) {
  const inside = content.length ? content : [element("bdi", {}, nodes[node].id)];
  return element("button", { type: "button", class: "to", "data-go": node }, inside);
}

function factsList(node) {
  const { section, tags, confidence, strength, note } = nodes[node];
  const facts = [
    ["Section", section],
    ["Tags", tags?.join(", ")],
    ["Confidence", confidence],
    ["Strength", strength],
    ["Note", note],
  ].filter(([, value]) => value !== undefined);
  if (!facts.length) return null;
  const list = element("dl", { class: "facts" });
  for (const [name, value] of facts) {
    list.append(
      element("div", {}, element("dt", {}, name), element("dd", { dir: "auto" }, String(value))),
    );
  }
  return list;
}

function passageParts(node) {
  const { passages } = nodes[node];
  if (!passages) return NOTHING;
  const title = passages.length === 1 ? "Source" : "Sources";
  return [element("h3", {}, title), ...passages.map(passagePart)];
}

function passagePart(passage) {
  const source = passage.source === undefined ? null : sources[passage.source];
  const name = source ? source.title || source.id : `${passage.missing} (no source has this id)`;
  const language = source?.language || data.language;
  const title = source?.link
    ? element("a", { href: source.link, target: "_blank", rel: "noopener noreferrer" }, name)
    : name;
  const part = element(
    "article",
    { class: "passage" },
    element("p", { class: "source", dir: "auto" }, title),
  );
  if (source?.about) part.append(element("p", { class: "about", dir: "auto" }, source.about));
  if (source?.retracted)
    part.append(element("p", { class: "retracted" }, `Retracted: ${source.retracted}`));
  if (passage.place) part.append(element("p", { class: "place" }, passage.place));
  part.append(...quotationParts(passage, source, language));
  return part;
}

// The quotation, marked in the text around it where the page has that text.
function quotationParts({ quote, around, at, words }, source, language) {
  const manner = { dir: "auto", lang: language || null };
  const parts = [];
  if (quote && (words || !(around || at))) {
    parts.push(element("blockquote", manner, element("q", {}, quote)));
  }
  if (words) parts.push(element("p", { class: "words-differ" }, DIFFERS[words]));
  if (around || at) {
    const pieces = around ?? piecesOf(source.text, at);
    parts.push(element("blockquote", manner, marked(pieces)));
  }
  if (at) parts.push(wholeText(source, at, manner));
  return parts;
}

function piecesOf(text, [begin, start, end, close]) {
  return [text.slice(begin, start), text.slice(start, end), text.slice(end, close)];
}

function marked([before, words, after]) {
  return [before, element("mark", {}, words), after];
}

// The whole text of a source, put there when it is asked for.
function wholeText(source, [, start, end], manner) {
  const part = element("details", { class: "whole" }, element("summary", {}, "The whole text"));
  part.addEventListener("toggle", () => {
    if (!part.open || part.children.length > 1) return;
    const pieces = marked(piecesOf(source.text, [0, start, end, source.text.length]));
    const text = element(
      "div",
      { ...manner, class: "text", tabindex: 0, role: "region", "aria-label": "Text of the source" },
      pieces,
    );
    part.append(text);
    const mark = text.querySelector("mark");
    text.scrollTop = mark.offsetTop - text.clientHeight / 3;
  });
  return part;
}

function relationParts(node) {
  const parts = [];
  for (const [stance, title] of Object.entries(INCOMING)) {
    const list = incoming()[node].filter((one) => relations[one].stance === stance);
    parts.push(...relationList(title, list, (one) => relations[one].from, node));
  }
  for (const [stance, title] of Object.entries(OUTGOING)) {
    const list = outgoing()[node].filter((one) => relations[one].stance === stance);
    const ends = (one) => (heads[one] === NOWHERE ? [] : [heads[one]]);
    parts.push(...relationList(title, list, ends, node));
  }
  return parts;
}

function relationList(title, list, endsOf, node) {
  if (!list.length) return NOTHING;
  const count = list.length > 1 ? ` (${list.length.toLocaleString("en")})` : "";
  const made = element("ul", { class: "relations" });
  const more = (from) => {
    for (const one of list.slice(from, from + MOST_AT_ONCE))
      made.append(relationItem(one, endsOf(one), node));
    const rest = list.length - from - MOST_AT_ONCE;
    if (rest <= 0) return;
    const button = element(
      "button",
      { type: "button", class: "more" },
      `Show more (${rest.toLocaleString("en")})`,
    );
    const item = element("li", {}, button);
    button.addEventListener("click", () => {
      item.remove();
      more(from + MOST_AT_ONCE);
      made.children[from + MOST_AT_ONCE]?.querySelector("button")?.focus();
    });
    made.append(item);
  };
  more(0);
  return [element("h3", {}, `${title}${count}`), made];
}

function relationItem(relation, ends, node) {
  const { stance, from, because, scheme, strength, id } = relations[relation];
  const item = element("li", {}, signPicture(stance));
  const body = element("div", {});
  for (const end of ends) body.append(endButton(end));
  if (!ends.length)
    body.append(element("p", {}, "the step ", written(stepPieces(attacked[relation]))));
  const others = from.filter((one) => one !== node && !ends.includes(one));
  if (ends.length > 1)
    body.append(element("p", { class: "aside" }, "Linked: they count only together."));
  if (others.length)
    body.append(element("p", { class: "aside" }, "Together with ", written(listed(others)), "."));
  if (because) body.append(element("p", { class: "aside", dir: "auto" }, `Because: ${because}`));
  const words = [
    id && `Step ${id}`,
    scheme && `Scheme: ${scheme}`,
    strength !== undefined && `Strength: ${strength}`,
  ];
  const about = words.filter(Boolean).join(" \u00b7 ");
  if (about) body.append(element("p", { class: "aside", dir: "auto" }, about));
  const standing = standingOf(relation);
  if (standing.length) body.append(element("p", { class: "aside idle" }, written(standing), "."));
  for (const attack of undercuts()[relation]) {
    const isWeak = relations[attack].idle;
    // Those that hold are named by the reason why the relation does not count.
    if (relations[relation].idle && !isWeak) continue;
    const by = written(listed(relations[attack].from));
    const rest = isWeak ? ", which does not count." : ".";
    const mark = signPicture("undercuts");
    body.append(element("p", { class: "aside under" }, mark, "Undercut by ", by, rest));
  }
  item.append(body);
  return item;
}

// A button with the text of a node.
function endButton(node) {
  const { id, status, kind, chips = NOTHING } = nodes[node];
  const mark = chips.length ? chips.map(([chip]) => chipPicture(chip)) : null;
  const text = textOf(node) || (kind === "missing" ? "Missing: no node has this id." : "");
  return nodeButton(
    node,
    element("span", { class: "text", dir: "auto", lang: data.language || null }, text),
    element(
      "span",
      { class: "name" },
      element("bdi", {}, id),
      mark ?? (status && kind !== "evidence" ? element("span", {}, status) : null),
    ),
  );
}

// Boxes as SVG: rounded for claims, with a folded corner for evidence; the same as in pictures.

const KINDS = { claim: "Claim", evidence: "Evidence", missing: "Missing node" };

// The box of a node at its place, as an item of the tree.
function boxShape(node, layout, isFar) {
  const { kind, height } = nodes[node];
  const isContext = folding.kept !== null && folding.kept[node] === 1;
  const x = layout.lefts[depths[node]];
  const group = shape("g", {
    transform: `translate(${px(x)} ${px(layout.tops[node])})`,
    "data-node": node,
    class: `box ${kind}${isContext ? " context" : ""}`,
    id: `n${node}`,
    ...itemAttributes(node, layout),
  });
  group.append(ringShape(height), ...frameShapes(node, isContext));
  if (isFar) group.append(...farShapes(node));
  else group.append(...textShapes(node, isContext));
  if (layout.childrenOf(node).length || hiddenBelow(node)) group.append(foldShape(node, height));
  return group;
}

function itemAttributes(node, layout) {
  const siblings = parents[node] === NOWHERE ? layout.rootsShown : layout.childrenOf(parents[node]);
  const hasBranch = layout.childrenOf(node).length > 0 || hiddenBelow(node) > 0;
  return {
    role: "treeitem",
    tabindex: -1,
    "aria-level": depths[node] + 1,
    "aria-setsize": siblings.length,
    "aria-posinset": siblings.indexOf(node) + 1,
    "aria-expanded": hasBranch ? String(!folding.folded[node]) : null,
    "aria-label": nameOf(node),
  };
}

// What a node is called aloud: "Claim c4, contested: Traffic fell. Supports c1."
function nameOf(node) {
  const { id, kind, main, status, strength } = nodes[node];
  const word = main ? "Main claim" : KINDS[kind];
  const home = homes[node] === NOWHERE ? null : relations[homes[node]];
  const doing = home ? ` ${capital(home.stance)} ${endName(homes[node])}.` : "";
  const text = textOf(node);
  const told = [status, ...marksOf(node), strength && `strength ${strength}`].filter(Boolean);
  return `${[`${word} ${id}`, ...told].join(", ")}${text ? `: ${sentence(text)}` : "."}${doing}`;
}

function ringShape(height) {
  return shape("rect", {
    class: "ring",
    x: -5,
    y: -5,
    width: look.width + 10,
    height: height + 10,
    rx: look.round + 4,
  });
}

function frameShapes(node, isContext) {
  const { kind, main, chips = NOTHING, elsewhere } = nodes[node];
  const size = { width: look.width, height: heights[node] };
  const dash = dashOf(node);
  if (elsewhere || isContext)
    return [shape("rect", { ...size, rx: look.round, class: "am-elsewhere frame" })];
  if (kind === "missing") {
    const dots = { "stroke-width": 1.5, "stroke-dasharray": "1.5 3.5", fill: "transparent" };
    return [shape("rect", { ...size, rx: look.round, class: "am-missing frame", ...dots })];
  }
  if (kind === "evidence") {
    const inner = look.width - look.corner;
    const d = `M0 0H${inner}L${look.width} ${look.corner}V${heights[node]}H0Z`;
    const sheet = { d, class: "am-evidence frame", "stroke-width": 1.5, "stroke-dasharray": dash };
    const corner = { d: `M${inner} 0V${look.corner}H${look.width}Z`, class: "am-fold" };
    return [shape("path", sheet), shape("path", corner)];
  }
  const isBare = chips.some(([chip]) => chip === "unsupported");
  const line = { "stroke-width": main ? 3 : 1.5, "stroke-dasharray": dash };
  const name = isBare ? "am-unsupported frame" : "am-claim frame";
  return [shape("rect", { ...size, rx: look.round, class: name, ...line })];
}

function dashOf(node) {
  const { assumed, chips = NOTHING } = nodes[node];
  if (assumed) return "5 3";
  const asks = chips.some(([chip]) => chip === "unsupported" || chip === "unsourced");
  return asks ? "9 4" : null;
}

// What is left of a box that is seen from far away: chips as spots of colour.
function farShapes(node) {
  return (nodes[node].chips ?? NOTHING).map(([chip], number) =>
    shape("rect", {
      class: `am-icon-${chip} spot`,
      x: look.width - 60 - 50 * number,
      y: 12,
      width: 44,
      height: 24,
      rx: 12,
    }),
  );
}

function textShapes(node, isContext) {
  const { quoting, elsewhere, rows, notes = NOTHING, citation = NOTHING } = nodes[node];
  const [headerX, chipsY, linesY, citationY, notesY] = rows;
  const made = [];
  if (quoting && !elsewhere) {
    const move = `translate(${look.padding} 10)`;
    made.push(shape("path", { transform: move, d: look.quoteMark, class: "am-muted" }));
  }
  made.push(smallLine(headerOf(node), headerX, 19));
  for (const [chip, x] of nodes[node].chips ?? NOTHING) made.push(chipShape(chip, x, chipsY));
  made.push(...lineTexts(node, linesY, isContext));
  citation.forEach((line, number) => {
    made.push(smallLine(line, look.padding, citationY + number * look.smallStep));
  });
  notes.forEach(([stance, line], number) => {
    const y = notesY + number * look.noteStep;
    const group = shape("g", { class: `am-${stance}`, fill: "none", "stroke-width": 1.8 });
    group.append(...signShapes(stance, look.padding + 7.5, y - 4));
    made.push(group, smallLine(line, look.padding + look.noteStep + 3, y));
  });
  return made;
}

function lineTexts(node, y, isContext) {
  const { main, kind, elsewhere, chips = NOTHING, leftward, lines = NOTHING, fits } = nodes[node];
  const isWithdrawn = chips.some(([chip]) => chip === "withdrawn");
  const isQuiet = elsewhere || isContext || kind === "missing" || isWithdrawn;
  return lines.map((line, number) =>
    shape(
      "text",
      {
        x: leftward ? look.padding + look.textWidth : look.padding,
        y: y + number * look.textStep,
        direction: leftward ? "rtl" : null,
        class: isQuiet ? "am-muted" : "am-ink",
        "font-weight": main && !elsewhere ? 700 : null,
        textLength: fits?.[number] || null,
        lengthAdjust: fits?.[number] ? "spacingAndGlyphs" : null,
      },
      line,
    ),
  );
}

function headerOf(node) {
  const { id, type, kind, header } = nodes[node];
  return header ?? `${id} \u00b7 ${type || kind}`;
}

function smallLine(text, x, y) {
  return shape("text", { x, y, class: "am-muted small" }, text);
}

function chipShape(chip, x, y) {
  const { word, icon: d, width } = look.chips[chip];
  const height = look.chipHeight;
  const paper = { x, y, width, height, rx: height / 2, class: `am-chip-${chip}` };
  const mark = { transform: `translate(${px(x + 5.5)} ${px(y + 3.7)})`, d };
  return shape(
    "g",
    {},
    shape("rect", paper),
    shape("path", { ...mark, class: `am-icon-${chip} chip-icon` }),
    shape("text", { x: x + 16, y: y + 11, class: `am-word-${chip} chip-word` }, word),
  );
}

// The handle that folds and unfolds a branch: "−", or how many nodes it hides.
function foldShape(node, height) {
  const hidden = hiddenBelow(node);
  const word = hidden ? `+${hidden.toLocaleString("en")}` : "\u2212";
  const width = hidden ? 12 + 7 * word.length : 18;
  const right = look.width - 14;
  const title = hidden ? `Unfold ${hidden.toLocaleString("en")}` : "Fold";
  return shape(
    "g",
    { class: `handle${hidden ? " folded" : ""}`, "data-fold": node },
    shape("title", {}, title),
    shape("rect", {
      class: "reach",
      x: right - width - 8,
      y: height - 20,
      width: width + 16,
      height: 36,
    }),
    shape("rect", { class: "knob", x: right - width, y: height - 9, width, height: 18, rx: 9 }),
    shape("text", { x: right - width / 2, y: height + 4, "text-anchor": "middle" }, word),
  );
}

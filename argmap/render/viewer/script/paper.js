// Paper: the picture on one page, then all of the map as text.

const MOST_BOXES = 400; // a larger picture cannot be read on a page
const MOST_ITEMS = 4000;
const DEEPEST_ITEM = 12;

function startPaper() {
  addEventListener("beforeprint", layPaper);
  addEventListener("afterprint", () => page("paper").replaceChildren());
}

function layPaper() {
  const parts = [];
  if (stage.layout.shown.length <= MOST_BOXES) parts.push(paperPicture());
  parts.push(paperOutline());
  page("paper").replaceChildren(
    element("h1", { dir: "auto" }, data.title || "Argument map"),
    element("p", {}, `${data.caption}.`),
    ...parts,
  );
}

function paperPicture() {
  const { left, top, right, bottom } = stage.layout.extent;
  const view = [left - 10, top - 10, right - left + 20, bottom - top + 20].map(px).join(" ");
  const frames = shape("g", {});
  for (const frame of stage.layout.frames) frames.append(sectionShape(frame));
  const lines = shape("g", { fill: "none", "stroke-width": 1.8 });
  for (const line of stage.layout.lines) lines.append(lineShape(line));
  const boxes = shape("g", {});
  for (const node of stage.layout.shown) {
    const box = boxShape(node, stage.layout, false);
    box.removeAttribute("id");
    if (!hiddenBelow(node)) box.querySelector(".handle")?.remove();
    boxes.append(box);
  }
  const legend = page("legend").querySelector("svg")?.cloneNode(true);
  return element(
    "figure",
    {},
    shape("svg", { viewBox: view, class: "picture" }, frames, lines, boxes),
    legend,
  );
}

// Nested lists of what is not filtered out, folded or not.
function paperOutline() {
  const outline = element("ul", {});
  const lists = [outline];
  let count = 0;
  for (let node = 0; node < nodes.length && count < MOST_ITEMS; node++) {
    if (folding.kept && !folding.kept[node]) continue;
    const depth = Math.min(depths[node], DEEPEST_ITEM);
    const item = paperItem(node);
    lists[Math.min(depth, lists.length - 1)].append(item);
    lists.length = Math.min(depth, lists.length - 1) + 1;
    const below = element("ul", {});
    item.append(below);
    lists.push(below);
    count += 1;
  }
  if (count < nodes.length && !folding.kept)
    outline.append(element("li", {}, `And ${(nodes.length - count).toLocaleString("en")} more.`));
  for (const list of [...outline.querySelectorAll("ul:empty")]) list.remove();
  return outline;
}

function paperItem(node) {
  const { id, status, kind, type, passages = NOTHING } = nodes[node];
  const home = homes[node];
  const words = [type || kind, status].filter(Boolean).join(", ");
  const cited = passages.map(({ source, missing, place, quote }) => {
    const name = source === undefined ? missing : sources[source].title || sources[source].id;
    return [name, place].filter(Boolean).join(", ") + (quote ? `: \u201c${quote}\u201d` : "");
  });
  return element(
    "li",
    {},
    element(
      "p",
      {},
      home === NOWHERE ? null : [signPicture(relations[home].stance), " "],
      element("b", {}, id),
      ` (${words}) `,
      element("span", { dir: "auto" }, sentence(textOf(node) || id)),
      cited.length ? [" ", element("cite", {}, cited.join("; "))] : null,
    ),
  );
}

// Elements of the page. Texts of the map go in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

// An SVG element; attributes that are null or undefined are left out.
function shape(name, attributes = {}, ...content) {
  return fill(document.createElementNS(SVG, name), attributes, content);
}

// An HTML element.
function element(name, attributes = {}, ...content) {
  return fill(document.createElement(name), attributes, content);
}

function fill(made, attributes, content) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...content.flat(2).filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
}

// A number of px, to a tenth.
function px(value) {
  return String(Math.round(value * 10) / 10);
}

// The `d` of a path.
function pathData(path) {
  return path
    .map((step, place) => {
      const letter = place === 0 ? "M" : step.length === 2 ? "L" : "C";
      return letter + step.map(px).join(" ");
    })
    .join("");
}

// An icon of the page's controls.
function icon(d) {
  const path = shape("path", { d });
  return shape("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, path);
}

// The disc with the sign of a stance, around a point.
function signShapes(stance, x, y) {
  const r = look.signRadius;
  const disc = shape("circle", { cx: px(x), cy: px(y), r: r / 2, "stroke-width": r });
  const bar = shape("path", { d: signData(stance, x, y), class: "am-halo" });
  return [disc, bar];
}

function signData(stance, x, y) {
  if (stance === "undercuts") {
    return `M${px(x - 2.7)} ${px(y - 2.7)}l5.4 5.4M${px(x - 2.7)} ${px(y + 2.7)}l5.4 -5.4`;
  }
  if (stance === "restates") {
    return `M${px(x - 3.4)} ${px(y - 1.6)}h6.8M${px(x - 3.4)} ${px(y + 1.6)}h6.8`;
  }
  const bar = `M${px(x - 3.6)} ${px(y)}h7.2`;
  return stance === "supports" ? `${bar}M${px(x)} ${px(y - 3.6)}v7.2` : bar;
}

// The sign of a stance as a small picture in a text.
function signPicture(stance) {
  const group = shape("g", { class: `am-${stance}`, fill: "none", "stroke-width": 1.8 });
  group.append(...signShapes(stance, 8, 8));
  return shape("svg", { class: "sign", viewBox: "0 0 16 16", "aria-hidden": "true" }, group);
}

// A line with its bracket, head, joints and sign.
function lineShape(line, isFar = false) {
  const { stance, strength } = relations[line.relation];
  const attributes = { d: pathData(line.shaft), "stroke-dasharray": look.dashes[stance] || null };
  // Dots need to be thicker to look as dark as a line.
  if (stance === "undercuts") attributes["stroke-width"] = 2.2;
  if (strength !== undefined) attributes["stroke-width"] = px(1.3 + 2.4 * strength);
  const group = shape("g", { class: `am-${stance}`, "data-relation": line.relation });
  for (const path of line.bracket)
    group.append(shape("path", { d: pathData(path), "stroke-width": 1.4 }));
  group.append(shape("path", attributes), headShape(stance, line));
  for (const [x, y] of line.joints) {
    group.append(shape("circle", { cx: px(x), cy: px(y), r: 3, class: `am-${stance}-head` }));
  }
  if (isFar) return group;
  // A hollow joint: more of the linked boxes are folded away.
  if (line.isPartial) {
    const [x, y] = [2 * line.sign[0] - line.shaft[0][0], line.sign[1]];
    group.append(shape("circle", { cx: px(x), cy: px(y), r: 3.5, class: "am-page" }));
  }
  group.append(...signShapes(stance, ...line.sign));
  return group;
}

function headShape(stance, { tip: [x, y], toward: [right, down] }) {
  const at = (back, aside) =>
    `${px(x - back * right - aside * down)} ${px(y - back * down + aside * right)}`;
  if (stance === "supports") {
    const d = `M${at(0, 0)}L${at(10, 4.8)}L${at(10, -4.8)}Z`;
    return shape("path", { d, class: "am-supports-head head" });
  }
  if (stance === "contrasts") {
    return shape("path", { d: `M${at(3, 5.5)}L${at(3, -5.5)}`, "stroke-width": 2.8 });
  }
  if (stance === "undercuts") {
    const d = `M${at(-4.5, 4.5)}L${at(4.5, -4.5)}M${at(4.5, 4.5)}L${at(-4.5, -4.5)}`;
    return shape("path", { d, "stroke-width": 2.2 });
  }
  const d = `M${at(1, 0)}L${at(7, 4.5)}L${at(13, 0)}L${at(7, -4.5)}Z`;
  return shape("path", { d, "stroke-width": 1.6, class: "am-page" });
}

// The filter: kinds, types, statuses, marks and sections to look for; what leads there stays,
// quietly.

const FACETS = [
  ["Kind", (node) => given(nodes[node].kind)],
  ["Type", (node) => given(nodes[node].type)],
  ["Status", (node) => given(nodes[node].status)],
  ["Marked", marksOf],
  ["Section", (node) => given(nodes[node].section)],
];

const filter = { chosen: FACETS.map(() => new Set()), isBuilt: false };

function startFilter() {
  page("filter-button").addEventListener("click", () => toggleFilter());
}

function toggleFilter() {
  const place = page("filter");
  if (!filter.isBuilt) buildFilter(place);
  place.hidden = !place.hidden;
  page("filter-button").setAttribute("aria-expanded", String(!place.hidden));
  page("app").classList.toggle("with-filter", !place.hidden);
  if (place.hidden) focusCurrent();
  else place.querySelector("input, button")?.focus();
}

function closeFilter() {
  if (!page("filter").hidden) toggleFilter();
}

function buildFilter(place) {
  filter.isBuilt = true;
  const close = element(
    "button",
    { type: "button", "aria-label": "Close the filter" },
    icon("M3.5 3.5L12.5 12.5M12.5 3.5L3.5 12.5"),
  );
  close.addEventListener("click", closeFilter);
  place.append(element("header", {}, element("h2", {}, "Filter"), close));
  FACETS.forEach(([title, valuesOf], facet) => {
    const counts = countValues(valuesOf);
    const isOnAll = counts.size === 1 && counts.values().next().value === nodes.length;
    if (counts.size && !isOnAll) place.append(facetPart(title, counts, facet));
  });
  const clear = element(
    "button",
    { type: "button", id: "filter-clear", disabled: true },
    "Show everything",
  );
  clear.addEventListener("click", () => {
    resetFilter();
    place.querySelector("input")?.focus();
  });
  place.append(element("p", { id: "filter-count", role: "status" }), clear);
  place.addEventListener("change", applyFilter);
}

// The values that occur, each with how often it does, in the order of the map.
function countValues(valuesOf) {
  const counts = new Map();
  for (let node = 0; node < nodes.length; node++)
    for (const value of valuesOf(node)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function given(value) {
  return value === undefined ? NOTHING : [value];
}

function facetPart(title, counts, facet) {
  const part = element("fieldset", {}, element("legend", {}, title));
  for (const [value, count] of counts) {
    const box = element("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      if (box.checked) filter.chosen[facet].add(value);
      else filter.chosen[facet].delete(value);
    });
    const number = element("span", { class: "count" }, count.toLocaleString("en"));
    part.append(element("label", {}, box, element("span", { dir: "auto" }, value), number));
  }
  return part;
}

function resetFilter() {
  filter.chosen.forEach((values) => values.clear());
  for (const box of page("filter").querySelectorAll("input")) box.checked = false;
  applyFilter();
}

function applyFilter() {
  const isEmpty = filter.chosen.every((values) => values.size === 0);
  const found = isEmpty ? null : nodes.map((_, node) => node).filter(isWanted);
  keepOnly(found);
  const count = found?.length.toLocaleString("en");
  page("filter-count").textContent = isEmpty
    ? ""
    : `${count} of ${nodes.length.toLocaleString("en")} shown`;
  page("filter-clear").disabled = isEmpty;
  page("filter-button").classList.toggle("active", !isEmpty);
  relayout();
  if (found?.length && !found.includes(stage.current))
    setCurrent(found.find((node) => stage.layout.isShown[node]) ?? stage.current);
  showAll();
}

function isWanted(node) {
  return FACETS.every(([, valuesOf], facet) => {
    const values = filter.chosen[facet];
    return values.size === 0 || valuesOf(node).some((value) => values.has(value));
  });
}

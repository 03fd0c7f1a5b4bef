// Search: all words of a query, in ids and texts, whatever their case and accents.

const SOON = 120; // ms after the last key

const search = { hits: [], at: -1, timer: 0 };

const haystacks = once(() =>
  nodes.map((node, number) => {
    const { id, aliases = NOTHING, citation = NOTHING } = node;
    return plain([id, ...aliases, textOf(number), citation.join(" ")].join("\n"));
  }),
);

function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function startSearch() {
  const query = page("query");
  query.addEventListener("input", () => {
    clearTimeout(search.timer);
    search.timer = setTimeout(runSearch, SOON);
  });
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(search.timer);
      if (plain(query.value.trim()) !== search.query) runSearch();
      stepSearch(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      leaveSearch();
    }
  });
  page("hit-before").addEventListener("click", () => stepSearch(-1));
  page("hit-after").addEventListener("click", () => stepSearch(1));
}

function runSearch() {
  search.query = plain(page("query").value.trim());
  const words = search.query.split(/\s+/u).filter(Boolean);
  search.hits = words.length
    ? haystacks().flatMap((text, node) =>
        words.every((word) => text.includes(word)) ? [node] : [],
      )
    : [];
  search.at = -1;
  stage.hits = new Set(search.hits);
  tellHits();
  markStage();
}

// Go to the next hit, or the one before, around the end.
function stepSearch(by) {
  const { hits, at } = search;
  if (!hits.length) return;
  search.at = at === -1 && by < 0 ? hits.length - 1 : (at + by + hits.length) % hits.length;
  goTo(hits[search.at], { isStep: true, centre: true });
  tellHits();
}

function tellHits() {
  const { hits, at, query } = search;
  const count = hits.length.toLocaleString("en");
  page("hits").textContent = !query ? "" : at === -1 ? `${count} found` : `${at + 1} / ${count}`;
  page("hit-before").hidden = page("hit-after").hidden = hits.length === 0;
  page("search").classList.toggle("asked", Boolean(query));
}

function leaveSearch() {
  clearTimeout(search.timer);
  page("query").value = "";
  runSearch();
  focusCurrent();
}

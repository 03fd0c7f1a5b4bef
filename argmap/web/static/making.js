// Elements of the page. Texts of maps go in as text, never as markup.

export const page = (id) => document.getElementById(id);

// An element; attributes that are null, undefined or false are left out, functions listen.
export function make(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(attribute, value);
    else made.setAttribute(attribute, value === true ? "" : value);
  }
  made.append(...content.flat().filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
}

export function button(words, onClick, attributes = {}) {
  return make("button", { type: "button", click: onClick, ...attributes }, ...[words].flat());
}

export function chip(word, kind) {
  return make("span", { class: `chip ${kind}` }, word);
}

export function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

// "1 finding", "2 findings".
export function counted(number, word) {
  return `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
}

let vanishing = 0;

// Says something for a while, also aloud.
export function tell(words, isBad = false) {
  const notice = page("notice");
  notice.textContent = words;
  notice.classList.toggle("bad", isBad);
  clearTimeout(vanishing);
  vanishing = setTimeout(() => (notice.textContent = ""), isBad ? 12000 : 5000);
}

// What `argmap check` finds, the worst first; what is about a node leads there.

import { desk } from "./desk.js";
import { button, chip, counted, make, page } from "./making.js";

const MOST = 500;
const WEIGHTS = ["error", "warning", "info"];

export function showFindings(choose) {
  const found = WEIGHTS.flatMap((one) => desk.map.findings.filter((it) => it.severity === one));
  const waived = desk.map.waived ? `, ${desk.map.waived} waived` : "";
  const items = found.slice(0, MOST).map((finding) => make("li", {}, ...told(finding, choose)));
  const more = found.length > MOST ? [make("p", {}, `${found.length - MOST} more: argmap check`)] : [];
  page("findings").replaceChildren(
    make("h2", {}, `${counted(found.length, "finding")}${waived}`),
    make("ul", {}, ...items),
    ...more,
  );
}

// The parts of a finding.
export function told(finding, choose = null) {
  const { severity, rule, code, message, help, place, subject } = finding;
  const leads = choose !== null && desk.nodes.has(subject);
  return [
    make("p", {}, chip(severity, severity), ` ${rule} (${code})`),
    leads
      ? button(message, () => choose(subject, { opens: true }), { class: "to", dir: "auto" })
      : make("p", { dir: "auto" }, message),
    help ? make("p", { class: "aside", dir: "auto" }, help) : "",
    place ? make("p", { class: "aside" }, place) : "",
  ];
}

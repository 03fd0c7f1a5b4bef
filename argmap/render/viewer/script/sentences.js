// What is said of nodes and relations: names of ends, standing, and the steps of proofs.

const MOST_STEPS = 30;

function sentence(text) {
  return /[.!?\u2026\u3002\uff1f\uff01]$/u.test(text) ? text : `${text}.`;
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}

// The end that a relation aims at, as it is named.
function endName(relation) {
  if (heads[relation] !== NOWHERE) return nodes[heads[relation]].id;
  return `the step ${stepName(attacked[relation])}`;
}

// A relation as it is named: by its own id, or by its ends.
function stepName(relation) {
  const { id, from, stance, to } = relations[relation];
  if (id) return `\u201c${id}\u201d`;
  const aim = to === undefined ? "a step" : nodes[to].id;
  return `\u201c${from.map((node) => nodes[node].id).join(" + ")} ${stance} ${aim}\u201d`;
}

// Why a node stands as it does.
function reasonOf(node) {
  const { kind, status, why } = nodes[node];
  return why ?? data.reasons[`${kind} ${status}`] ?? "";
}

// Why a relation does not count; empty where it does. Pieces of text, and nodes as numbers.
function standingOf(relation) {
  if (!relations[relation].idle) return NOTHING;
  const attackers = undercuts()[relation].filter((one) => !relations[one].idle);
  if (attackers.length) {
    const by = attackers.flatMap((one) => relations[one].from);
    return ["It does not count: undercut by ", ...listed(by)];
  }
  const weak = relations[relation].from.filter((node) => !isGrounded(node));
  if (weak.length) return ["It does not count: no evidence reaches ", ...listed(weak)];
  return ["It does not count: whether what undercuts it holds cannot be decided"];
}

// Nodes as numbers, with commas and "and" between them.
function listed(list) {
  return list.flatMap((node, place) => {
    if (!place) return [node];
    return [place === list.length - 1 ? " and " : ", ", node];
  });
}

// A relation as a sentence, in pieces: "a and b together support c".
function stepPieces(relation) {
  const { from, stance, to } = relations[relation];
  const aim = to === undefined ? [`the step ${stepName(attacked[relation])}`] : [to];
  const doing = from.length > 1 ? ` together ${stance.replace(/s$/u, "")} ` : ` ${stance} `;
  return [...listed(from), doing, ...aim];
}

// The steps of a proof that nodes are grounded, each after those that it rests on, with what the
// evidence in them cites before all; `isCut` says that it leads out of the part that is shown.
function proofOf(ends) {
  const steps = new Set();
  const state = new Map();
  const worklist = [...ends].reverse();
  let isCut = false;
  while (worklist.length) {
    const node = worklist.at(-1);
    const { step } = nodes[node];
    if (state.get(node) || step === undefined) {
      worklist.pop();
      if (state.get(node) === "open") {
        state.set(node, "done");
        steps.add(step);
      }
      continue;
    }
    if (step === -1) {
      isCut = true;
      state.set(node, "done");
      continue;
    }
    state.set(node, "open");
    const { from, to } = relations[step];
    for (const end of [...from, to]) {
      if (end !== undefined && end !== node && !state.has(end)) worklist.push(end);
    }
  }
  return { steps: [...steps], isCut };
}

// The evidence that a proof starts from, in the order of its steps.
function factsOf(steps, ends) {
  const named = new Set([...steps.flatMap((step) => relations[step].from), ...ends]);
  return [...named].filter((node) => nodes[node].kind === "evidence" && nodes[node].passages);
}

// What a piece of evidence cites, in pieces.
function factPieces(node) {
  const places = nodes[node].passages.map(({ source, missing, place }) => {
    const name = source === undefined ? missing : sources[source].id;
    return place ? `${name} (${place})` : name;
  });
  return [node, ` cites ${places.join("; ")}`];
}

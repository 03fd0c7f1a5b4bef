// What the page asks of the server, and what it writes.

const key = document.querySelector('meta[name="argmap-key"]').content;

// A request that was refused; `status` is the number of HTTP, `more` what came along.
export class Refusal extends Error {
  constructor(status, more) {
    super(more.error ?? "argmap does not answer; is it still running?");
    this.status = status;
    this.more = more;
  }
}

export function ask(path, fields = {}) {
  const query = new URLSearchParams(fields).toString();
  return answer(`/api/${path}${query ? `?${query}` : ""}`, {});
}

export function write(path, content) {
  return answer(`/api/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Argmap-Key": key },
    body: JSON.stringify(content),
  });
}

// Calls back with the version of the files, now and after each change; and with "" when argmap
// does not answer any more.
export function listen(onVersion) {
  const source = new EventSource("/api/changes");
  source.addEventListener("message", (event) => onVersion(event.data));
  source.addEventListener("error", () => onVersion(""));
}

async function answer(address, request) {
  let response;
  try {
    response = await fetch(address, { ...request, credentials: "same-origin" });
  } catch {
    throw new Refusal(0, {});
  }
  const content = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, content);
  return content;
}

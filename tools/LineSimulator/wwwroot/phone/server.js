const root = "/phone/api";

/** What the simulator refused, in words that can be shown. */
export class Refusal extends Error {}

async function call(method, path, body) {
  const request = { method, headers: {} };
  if (body instanceof Blob) request.body = body;
  else if (body !== undefined) {
    request.body = JSON.stringify(body);
    request.headers["Content-Type"] = "application/json";
  }
  const response = await reach(root + path, request);
  const text = await response.text();
  const answer = asJson(text);
  if (!response.ok) throw new Refusal(answer?.message ?? `シミュレーターの返事：${response.status}`);
  return answer;
}

async function reach(url, request) {
  try {
    return await fetch(url, request);
  } catch {
    throw new Refusal("シミュレーターにつながりません。動いているか確かめてください。");
  }
}

function asJson(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

export const people = () => call("GET", "/people");
export const addPerson = name => call("POST", "/people", { name });
export const readClock = () => call("GET", "/clock");
export const advanceClock = advanceSeconds => call("POST", "/clock", { advanceSeconds });

const of = id => `/people/${encodeURIComponent(id)}`;
export const chat = (id, after) => call("GET", `${of(id)}/chat?after=${after}`);
export const tell = (id, what, body = {}) => call("POST", `${of(id)}/${what}`, body);
export const events = id => new EventSource(`${root}${of(id)}/events`);

import * as server from "./server.js";

const streams = 4;
const pollEvery = 1_500;

/**
 * Rings when a person's chat may have changed. Browsers allow six connections to a host over HTTP/1.1, shared by all tabs,
 * so at most four phones listen to a stream; the others look from time to time.
 */
export function watch(personId, ring) {
  let stop = () => {};
  let stopped = false;
  const poll = () => {
    const timer = setInterval(ring, pollEvery);
    stop = () => clearInterval(timer);
  };
  const listen = () => new Promise(release => {
    const stream = server.events(personId);
    stream.onmessage = ring;
    stream.onopen = ring;
    stop = () => { stream.close(); release(); };
  });
  takeStream(0, listen, () => stopped, poll);
  return () => { stopped = true; stop(); };
}

async function takeStream(slot, listen, stopped, otherwise) {
  if (slot === streams || !navigator.locks) return stopped() || otherwise();
  const taken = await navigator.locks.request(`phone-stream-${slot}`, { ifAvailable: true }, async lock => {
    if (!lock) return false;
    if (!stopped()) await listen();
    return true;
  });
  if (!taken && !stopped()) takeStream(slot + 1, listen, stopped, otherwise);
}

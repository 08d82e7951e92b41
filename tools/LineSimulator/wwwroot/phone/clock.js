import * as server from "./server.js";

// The simulator's clock can be turned, so the browser's own is only good for measuring what has passed since we last asked.
let ahead = 0;
const watchers = new Set();

export const now = () => new Date(Date.now() + ahead);

export async function readClock() {
  set((await server.readClock()).now);
}

export async function advance(seconds) {
  await server.advanceClock(seconds);
  await readClock();
}

/** Calls `watcher` at once, and whenever the minute or the clock itself moves. */
export function watchClock(watcher) {
  watchers.add(watcher);
  watcher(now());
  return () => watchers.delete(watcher);
}

function set(time) {
  ahead = new Date(time).getTime() - Date.now();
  ring();
}

const ring = () => watchers.forEach(watcher => watcher(now()));
setInterval(ring, 5_000);

const format = options => new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", ...options });
const hourAndMinute = format({ hour: "numeric", minute: "2-digit" });
const monthAndDay = format({ month: "long", day: "numeric", weekday: "short" });
const dateKey = format({ year: "numeric", month: "2-digit", day: "2-digit" });

export const timeOfDay = date => hourAndMinute.format(date);
export const dayOf = date => dateKey.format(date);
export const fullDay = date => monthAndDay.format(date);
export const dayHeading = date => (dayOf(date) === dayOf(now()) ? "今日" : fullDay(date));

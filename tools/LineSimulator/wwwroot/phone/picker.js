import { h } from "./dom.js";
import { openSheet } from "./sheet.js";
import { now } from "./clock.js";

const inputs = {
  date: { name: "日にち", type: "date", say: { dateStyle: "full" } },
  time: { name: "時刻", type: "time", say: { timeStyle: "short" } },
  datetime: { name: "日にちと時刻", type: "datetime-local", say: { dateStyle: "full", timeStyle: "short" } },
};

/** LINE's date and time picker; answers with the postback's params, or null. */
export function pickDateTime(screen, action) {
  const { name, type, say } = inputs[action.mode] ?? inputs.date;
  return openSheet(screen, `${name}をえらぶ`, close => {
    const spelt = h("output", { class: "spelt" });
    const input = h("input", {
      type, required: true, "aria-label": name,
      value: plain(action.initial) ?? today(action), min: plain(action.min), max: plain(action.max),
      oninput: () => spell(),
    });
    // A browser writes dates as its own language does.
    const spell = () => { spelt.textContent = input.valueAsNumber >= 0 ? japanese(input.valueAsNumber, say) : ""; };
    spell();
    const done = event => {
      event.preventDefault();
      close({ [action.mode]: input.value });
    };
    return [
      h("h2", {}, `${name}をえらんでください`),
      h("form", { onsubmit: done },
        input, spelt,
        h("div", { class: "answers" },
          h("button", { type: "button", onclick: () => close() }, "キャンセル"),
          h("button", { type: "submit", class: "strong" }, "決定"))),
    ];
  });
}

const japanese = (milliseconds, say) => new Intl.DateTimeFormat("ja-JP", { ...say, timeZone: "UTC" }).format(milliseconds);
const plain = time => time?.replace("t", "T");

function today(action) {
  const tokyo = new Date(now().getTime() + 9 * 3_600_000).toISOString();
  const start = { date: tokyo.slice(0, 10), time: tokyo.slice(11, 16), datetime: tokyo.slice(0, 16) }[action.mode];
  return clamp(start, plain(action.min), plain(action.max));
}

// All three forms sort as text.
function clamp(value, min, max) {
  if (min && value < min) return min;
  return max && value > max ? max : value;
}

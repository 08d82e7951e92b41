import { h, spoken } from "./dom.js";
import { avatar } from "./drawings.js";
import { bubble, inShort } from "./bubble.js";
import { dayHeading, dayOf, now, timeOfDay } from "./clock.js";
import { offerItemMenu } from "./itemmenu.js";

/** The talk: shows items as they come and keeps to the end, unless the person is reading further up. */
export function createChat(phone) {
  const rows = new Map();
  const list = h("div", { class: "items" });
  const dots = h("div", { class: "row from-bot dots-row", hidden: true }, avatarOf(null),
    h("div", { class: "bubble dots", role: "img", "aria-label": "入力中" }, h("i"), h("i"), h("i")));
  const log = h("div", { class: "log", role: "log", "aria-label": "トーク", tabindex: "0" }, list, dots);
  const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  const toEnd = () => { log.scrollTop = log.scrollHeight; };
  const down = h("button", { type: "button", class: "to-end", hidden: true, onclick: toEnd }, "↓ 最新へ");
  let pinned = true;
  let lastTop = 0;

  // Only moving up is the person's wish to read there: pictures that arrive late move the end away, too.
  log.addEventListener("scroll", () => {
    pinned = atEnd() || (pinned && log.scrollTop >= lastTop);
    lastTop = log.scrollTop;
    down.hidden = pinned;
  }, { passive: true });
  const settle = new ResizeObserver(() => (pinned ? toEnd() : undefined));
  settle.observe(log);
  settle.observe(list);

  function show(items, botName) {
    for (const item of items) {
      const old = rows.get(item.id);
      if (old && item.from === "person" && !item.unsent) {
        markRead(old, item);
        continue;
      }
      const previous = old ? old.previous : list.lastElementChild?.item;
      if (!old && (!previous || dayOf(new Date(previous.at)) !== dayOf(new Date(item.at)))) list.append(dayRow(item));
      const row = rowOf(item, previous, botName, phone);
      row.item = item;
      row.previous = previous;
      old ? old.replaceWith(row) : list.append(row);
      rows.set(item.id, row);
      if (!old && item.from === "person") pinned = true;
    }
    if (items.length && !pinned) down.hidden = false;
    if (pinned) toEnd();
  }

  return {
    element: h("div", { class: "chat" }, log, down),
    show,
    loading(until) {
      dots.hidden = !(until && new Date(until) > now());
      if (!dots.hidden && pinned) toEnd();
    },
    last: () => list.lastElementChild?.item ?? null,
    focus: () => log.focus({ preventScroll: true }),
    all: () => [...rows.values()].map(row => row.item),
  };
}

const dayRow = item => {
  const row = h("p", { class: "day" }, h("span", {}, dayHeading(new Date(item.at))));
  row.item = null;
  return row;
};

function rowOf(item, previous, botName, phone) {
  if (item.unsent) return note(`${item.from === "person" ? "" : `${botName}が`}メッセージの送信を取り消しました`);
  if (item.from === "system") return note(inShort(item.message));
  const opening = !previous || previous.from !== item.from || previous.unsent || previous.sender?.name !== item.sender?.name;
  return item.from === "person" ? personRow(item, phone) : botRow(item, opening, botName, phone);
}

const note = words => h("p", { class: "note" }, h("span", {}, words));

function personRow(item, phone) {
  const shown = bubble(item, phone);
  const row = h("div", { class: "row from-person" }, spoken("あなた："), personMeta(item), shown);
  offerItemMenu(row, shown, item, phone);
  return row;
}

const personMeta = item => h("p", { class: "meta" }, item.read && h("span", {}, "既読"), time(item));

// The bubble stays: drawn anew, it would be read aloud again.
function markRead(row, item) {
  row.item = item;
  row.querySelector(".meta").replaceWith(personMeta(item));
}

function botRow(item, opening, botName, phone) {
  const name = item.sender?.name ? `${item.sender.name} from ${botName}` : botName;
  const shown = bubble(item, phone);
  const row = h("div", { class: `row from-bot${opening ? " opening" : ""} row-${item.message.type}` },
    opening ? avatarOf(item.sender) : h("span", { class: "avatar" }),
    h("p", { class: opening ? "name" : "spoken" }, name),
    shown, h("p", { class: "meta" }, time(item)));
  offerItemMenu(row, shown, item, phone);
  return row;
}

const avatarOf = sender => (sender?.iconUrl ? h("img", { class: "avatar", src: sender.iconUrl, alt: "" }) : avatar());
const time = item => h("time", { datetime: item.at }, timeOfDay(new Date(item.at)));

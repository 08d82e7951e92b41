import { h } from "./dom.js";
import { avatar } from "./drawings.js";
import { inShort } from "./bubble.js";
import { fullDay, now, timeOfDay } from "./clock.js";

const shown = 6;

/** The locked phone: what notifications, and a screen reader, say of the last messages (altText where there is one). */
export const lockScreen = phone => h("div", { class: "lock", role: "region", "aria-label": "通知の見え方" },
  h("p", { class: "lock-day" }, fullDay(now())),
  h("p", { class: "lock-time" }, timeOfDay(now())),
  h("ol", { class: "notices", tabindex: "0" }, latest(phone).map(item => notice(item, phone.state.botName))),
  h("button", { type: "button", class: "unlock", onclick: () => phone.notifications(false) }, "トークにもどる"));

const latest = phone => phone.chat.all().filter(item => item.from === "bot" && !item.unsent).slice(-shown).reverse();

const notice = (item, botName) => h("li", {}, avatar(),
  h("div", {},
    h("p", { class: "notice-head" }, h("b", {}, item.sender?.name ?? botName), h("time", {}, timeOfDay(new Date(item.at)))),
    h("p", { class: "notice-words" }, inShort(item.message))));

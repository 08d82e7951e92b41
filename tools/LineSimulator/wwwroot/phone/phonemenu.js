import { h } from "./dom.js";
import { confirm, openSheet } from "./sheet.js";
import { letterSize, letterSizes, setLetterSize } from "./settings.js";

const choices = {
  async block(phone) {
    const sure = await confirm(phone.screen, `${phone.state.botName}をブロックしますか？`, "ブロックする");
    if (sure) await phone.tell("block");
  },
  unblock: phone => phone.tell("unblock"),
  notifications: phone => phone.notifications(true),
};

/** The menu at the top right of the talk. */
export async function openPhoneMenu(phone) {
  const chosen = await openSheet(phone.screen, "トークのメニュー", close => [
    h("h2", {}, phone.state?.botName ?? ""),
    letterChoice(),
    h("div", { class: "choices" },
      h("button", { type: "button", onclick: () => close("notifications") }, "通知の見え方"),
      phone.state?.blocked
        ? h("button", { type: "button", onclick: () => close("unblock") }, "ブロック解除")
        : h("button", { type: "button", onclick: () => close("block") }, "ブロック"),
      h("button", { type: "button", class: "quiet", onclick: () => close() }, "閉じる")),
  ]);
  await choices[chosen]?.(phone);
}

/** 標準・大・特大 as three buttons. */
export function letterChoice() {
  const buttons = letterSizes.map(size => h("button", {
    type: "button", "aria-pressed": size === letterSize(), dataset: { size: size.id }, onclick: () => choose(size),
  }, size.name));
  const choose = size => {
    setLetterSize(size.id);
    buttons.forEach(button => button.setAttribute("aria-pressed", button.dataset.size === size.id));
  };
  return h("div", { class: "letters", role: "group", "aria-label": "文字の大きさ" },
    h("p", { "aria-hidden": "true" }, "文字の大きさ"), h("div", { class: "segments" }, buttons));
}

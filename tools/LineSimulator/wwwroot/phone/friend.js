import { h } from "./dom.js";
import { avatar, icons } from "./drawings.js";

/** What a person sees who has opened the account's QR code or link. */
export const addFriendScreen = (phone, leave) => h("div", { class: "friend" },
  h("button", { type: "button", class: "icon-button", "aria-label": "戻る", onclick: leave }, icons.back()),
  h("div", { class: "friend-card" },
    avatar(),
    h("h1", {}, phone.state.botName),
    h("p", {}, "LINE公式アカウント"),
    h("button", { type: "button", class: "add-friend", onclick: () => phone.tell("follow") }, "友だち追加")),
  h("p", { class: "friend-note" }, "友だちに追加すると、トークで話せます。"));

export const blockedBar = phone => h("div", { class: "blocked", hidden: true },
  h("p", {}, "このアカウントをブロックしています"),
  h("button", { type: "button", onclick: () => phone.tell("unblock") }, "ブロック解除"));

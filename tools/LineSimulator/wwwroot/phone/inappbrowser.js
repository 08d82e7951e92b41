import { h } from "./dom.js";
import { openSheet } from "./sheet.js";

/** LINE's own browser: slides up over the chat, shows where it is, and goes away again with ×. */
export function browse(phone, link) {
  return openSheet(phone.screen, "アプリ内ブラウザ", close => {
    const frame = h("iframe", { title: "アプリ内ブラウザ", src: link.href, allow: "clipboard-write" });
    frame.addEventListener("load", () => frame.classList.add("loaded"));
    return [bar(link, close), h("div", { class: "progress" }), frame, wayOut(link)];
  }, "browser");
}

const bar = (link, close) => h("header", { class: "browser-bar" },
  h("button", { type: "button", class: "close", "aria-label": "閉じる", onclick: () => close() }, "×"),
  h("p", {}, h("b", {}, link.hostname), h("span", {}, link.href)));

// A page may forbid to be framed, and a script cannot find out whether it did.
const wayOut = link => h("p", { class: "browser-foot" }, "表示されないとき",
  h("a", { href: link.href, target: "_blank", rel: "noopener" }, "別のタブで開く"));

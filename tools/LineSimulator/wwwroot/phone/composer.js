import { h } from "./dom.js";
import { icons } from "./drawings.js";
import { sendPlace } from "./actions.js";
import { pickPhoto } from "./photo.js";
import { richMenu } from "./richmenu.js";
import { stickerPanel } from "./stickers.js";

const touch = matchMedia("(pointer: coarse)");

/** What the person speaks with: the text field, and under it one drawer at a time (attachments, stickers, rich menu). */
export function createComposer(phone) {
  const field = h("textarea", { rows: "1", "aria-label": "メッセージを入力", placeholder: "メッセージを入力", enterkeyhint: "send", autocomplete: "off" });
  const drawer = h("div", { class: "drawer", hidden: true });
  const plus = h("button", { type: "button", class: "round", "aria-label": "写真・位置情報", onclick: () => toggle("attach") }, icons.plus());
  const face = h("button", { type: "button", class: "in-field", "aria-label": "スタンプ", onclick: () => toggle("stickers") }, icons.face());
  const bar = h("button", { type: "button", class: "menu-bar", hidden: true, onclick: () => toggle("menu") });
  const form = h("form", { class: "composer", onsubmit: event => { event.preventDefault(); send(); } },
    plus, h("div", { class: "field" }, field, face), h("button", { type: "submit", class: "send" }, "送信"));
  let menu = null;
  let open = null;

  field.addEventListener("input", grow);
  field.addEventListener("focus", () => touch.matches && show(null));
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
  });

  function grow() {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }

  async function send() {
    const text = field.value;
    if (!text.trim()) return field.focus();
    field.value = "";
    grow();
    if (await phone.tell("text", { text }) || field.value) return;
    field.value = text;
    grow();
  }

  const toggle = name => show(open === name ? null : name);

  function show(name) {
    open = name === "menu" && !menu ? null : name;
    plus.setAttribute("aria-expanded", open === "attach");
    face.setAttribute("aria-expanded", open === "stickers");
    bar.setAttribute("aria-expanded", open === "menu");
    drawer.hidden = !open;
    drawer.replaceChildren(...(open ? [drawers[open]()] : []));
  }

  const drawers = {
    menu: () => richMenu(menu, phone),
    stickers: () => stickerPanel(async sticker => { if (await phone.tell("sticker", sticker)) show(null); }),
    attach: () => h("div", { class: "attachments" },
      attachment("photo", "写真", () => pickPhoto(phone)),
      attachment("place", "位置情報", () => sendPlace(phone)),
      attachment("voice", "音声", () => phone.tell("audio"))),
  };

  const attachment = (icon, name, choose) => h("button", {
    type: "button", onclick: async () => { if (await choose()) show(null); },
  }, icons[icon](), h("span", {}, name));

  function setMenu(next) {
    if (next?.id === menu?.id) return;
    const first = !menu;
    menu = next;
    bar.hidden = !menu;
    bar.replaceChildren(menu?.chatBarText ?? "", h("span", { class: "chevron", "aria-hidden": "true" }));
    if (open === "menu" || (first && menu?.selected && !open)) show("menu");
  }

  /** What a postback asks of the phone after it was sent. */
  function follow({ inputOption, fillInText }) {
    if (inputOption === "closeRichMenu" && open === "menu") show(null);
    if (inputOption === "openRichMenu") show("menu");
    if (inputOption !== "openKeyboard") return;
    field.value = fillInText ?? "";
    grow();
    field.focus();
  }

  return { element: h("div", { class: "bottom" }, form, drawer, bar), setMenu, follow };
}

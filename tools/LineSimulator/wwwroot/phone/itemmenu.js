import { h } from "./dom.js";
import { icons } from "./drawings.js";
import { inShort } from "./bubble.js";
import { confirm, openSheet, toast } from "./sheet.js";

const longPress = 550;

/** LINE's menu of one message: by long press, by right click, or by a button that a keyboard finds. */
export function offerItemMenu(row, bubble, item, phone) {
  const open = () => openMenu(item, phone);
  bubble.addEventListener("contextmenu", event => { event.preventDefault(); open(); });
  let timer = 0;
  let opened = false;
  const release = () => clearTimeout(timer);
  bubble.addEventListener("pointerdown", event => {
    opened = false;
    if (event.pointerType !== "mouse" || event.button === 0) timer = setTimeout(() => { opened = true; open(); }, longPress);
  });
  for (const end of ["pointerup", "pointermove", "pointercancel", "pointerleave"]) bubble.addEventListener(end, release);
  // The finger that is lifted from a long press must not tap what lay under it.
  bubble.addEventListener("click", event => {
    if (opened) { event.stopPropagation(); event.preventDefault(); opened = false; }
  }, true);
  row.append(h("button", { type: "button", class: "item-menu", "aria-label": "メッセージのメニュー", onclick: open }, icons.more()));
}

async function openMenu(item, phone) {
  if (phone.screen.querySelector(".layer")) return;
  const chosen = await openSheet(phone.screen, "メッセージのメニュー", close => h("div", { class: "choices" },
    h("button", { type: "button", onclick: () => close("copy") }, "コピー"),
    item.from === "person" && h("button", { type: "button", onclick: () => close("unsend") }, "送信取消"),
    h("button", { type: "button", class: "quiet", onclick: () => close() }, "閉じる")));
  if (chosen === "copy") await copy(item, phone);
  if (chosen === "unsend") await unsend(item, phone);
}

async function copy(item, phone) {
  await navigator.clipboard?.writeText(inShort(item.message)).catch(() => {});
  toast(phone.screen, "コピーしました");
}

async function unsend(item, phone) {
  const sure = await confirm(phone.screen, "このメッセージの送信を取り消しますか？", "送信取消");
  if (sure) await phone.tell("unsend", { itemId: item.id });
}

import { h } from "./dom.js";
import { icons } from "./drawings.js";
import { perform } from "./actions.js";
import { scroller } from "./scroller.js";

const pictures = { location: icons.place, camera: icons.photo, cameraRoll: icons.photo };
// LINE leaves these in place: nothing was said by tapping them.
const staying = new Set(["uri", "clipboard"]);

/** The buttons above the input, there until the next message. */
export function createQuickReplies(phone) {
  const element = h("div", { class: "quick-replies", hidden: true });
  let shownFor = null;
  let usedFor = null;

  function show(last) {
    const items = last?.from === "bot" && !last.unsent && last.id !== usedFor ? last.message.quickReply?.items ?? [] : [];
    const key = items.length ? last.id : null;
    if (key === shownFor) return;
    shownFor = key;
    element.hidden = !key;
    element.replaceChildren(...(key ? [scroller("pills", "クイックリプライ", items.map(item => pill(item, last)))] : []));
  }

  const pill = (item, last) => h("button", { type: "button", class: "pill", onclick: () => use(item.action, last) },
    item.imageUrl ? h("img", { src: item.imageUrl, alt: "" }) : pictures[item.action.type]?.(),
    h("span", {}, item.action.label));

  async function use(action, last) {
    const sent = await perform(phone, action, last.id);
    if (!sent || staying.has(action.type)) return;
    usedFor = last.id;
    if (shownFor === last.id) show(null);
  }

  return { element, show };
}

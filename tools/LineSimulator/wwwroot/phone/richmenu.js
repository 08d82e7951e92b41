import { h } from "./dom.js";
import { perform } from "./actions.js";

/** Where an area lies in a picture, in parts of it. */
export const percent = (area, width, height) => ({
  left: `${(area.x / width) * 100}%`, top: `${(area.y / height) * 100}%`,
  width: `${(area.width / width) * 100}%`, height: `${(area.height / height) * 100}%`,
});

const named = action => action.label ?? action.displayText ?? action.text ?? action.uri ?? action.richMenuAliasId ?? "メニュー";

/** The menu's picture with its areas; without a picture, the areas say their names. */
export function richMenu(menu, phone) {
  const { width, height } = menu.size;
  const picture = h("img", { src: menu.imageUrl ?? "", alt: "" });
  const panel = h("div", { class: "rich-menu", role: "group", "aria-label": menu.chatBarText, style: { "aspect-ratio": `${width} / ${height}` } },
    picture,
    menu.areas.map(({ bounds, action }) => h("button", {
      type: "button", "aria-label": named(action), style: percent(bounds, width, height), onclick: () => perform(phone, action),
    }, h("span", {}, named(action)))));
  picture.addEventListener("error", () => panel.classList.add("without-picture"));
  return panel;
}

import { h } from "./dom.js";
import { scroller } from "./scroller.js";

/** LINE's older templates; their text is cut where LINE cuts it. */
export function template(content, tap) {
  const draw = templates[content.type];
  return draw ? draw(content, tap) : h("p", { class: "words" }, `（表示できないテンプレート：${content.type}）`);
}

const templates = {
  buttons: (content, tap) => card(content, content, tap),

  confirm: (content, tap) => h("div", { class: "card card-confirm" },
    h("p", { class: "card-text" }, content.text), buttons(content.actions, tap)),

  carousel: (content, tap) => scroller("cards", "カルーセル", content.columns.map(column => card(column, content, tap))),

  image_carousel: (content, tap) => scroller("cards", "カルーセル", content.columns.map(column =>
    h("button", { type: "button", class: "card-picture", "aria-label": column.action.label, onclick: () => tap(column.action) },
      h("img", { src: column.imageUrl, alt: "" }), column.action.label && h("span", {}, column.action.label)))),
};

function card(column, { imageAspectRatio, imageSize }, tap) {
  const top = [
    column.thumbnailImageUrl && h("img", {
      class: `card-image ${imageAspectRatio === "square" ? "square" : ""} ${imageSize === "contain" ? "contain" : ""}`,
      src: column.thumbnailImageUrl, alt: "", style: { "background-color": column.imageBackgroundColor },
    }),
    column.title && h("b", { class: "card-title" }, column.title),
    h("p", { class: `card-text ${column.title || column.thumbnailImageUrl ? "card-short" : ""}` }, column.text),
  ];
  return h("div", { class: "card" },
    column.defaultAction
      ? h("button", { type: "button", class: "card-top", onclick: () => tap(column.defaultAction) }, top)
      : h("div", { class: "card-top" }, top),
    buttons(column.actions, tap));
}

const buttons = (actions, tap) => h("div", { class: "card-buttons" },
  actions.map(action => h("button", { type: "button", onclick: () => tap(action) }, action.label)));

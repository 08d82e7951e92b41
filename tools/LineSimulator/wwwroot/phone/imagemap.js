import { h } from "./dom.js";
import { percent } from "./richmenu.js";

/** One picture with places to tap. */
export function imagemap(message, tap) {
  const { width, height } = message.baseSize;
  return h("div", { class: "imagemap", style: { "aspect-ratio": `${width} / ${height}` } },
    h("img", { src: `${message.baseUrl}/700`, alt: message.altText }),
    message.actions.map(action => h("button", {
      type: "button", "aria-label": action.label ?? action.text ?? action.linkUri ?? "コピー",
      style: percent(action.area, width, height), onclick: () => tap(asAction(action)),
    })));
}

// An imagemap names the same things differently.
const asAction = action => (action.type === "uri" ? { ...action, uri: action.linkUri } : action);

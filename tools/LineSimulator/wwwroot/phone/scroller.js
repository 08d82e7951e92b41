import { h } from "./dom.js";
import { icons } from "./drawings.js";

/** A row that is swiped by finger, and has arrows for a mouse when there is more to see. */
export function scroller(kind, name, children) {
  const row = h("div", { class: "scroller-row", role: "group", "aria-label": name, tabindex: "-1" }, children);
  const step = direction => () => row.scrollBy({ left: direction * row.clientWidth * 0.7, behavior: "smooth" });
  const back = arrow("前へ", "back", step(-1));
  const on = arrow("次へ", "on", step(1));
  const see = () => {
    back.hidden = row.scrollLeft < 4;
    on.hidden = row.scrollLeft + row.clientWidth > row.scrollWidth - 4;
  };
  row.addEventListener("scroll", see, { passive: true });
  new ResizeObserver(see).observe(row);
  return h("div", { class: `scroller ${kind}` }, row, back, on);
}

// Hidden from readers: they walk the row itself.
const arrow = (title, kind, onclick) => h("button", {
  type: "button", class: `arrow arrow-${kind}`, "aria-hidden": "true", tabindex: "-1", title, hidden: true, onclick,
}, icons.back());

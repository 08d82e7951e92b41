import { h } from "./dom.js";

/**
 * Lays something over one phone's screen until it is closed, and answers with what it was closed with (null: dismissed).
 * The page's own modal dialogs would cover every phone.
 */
export function openSheet(screen, name, build, kind = "sheet") {
  return new Promise(resolve => {
    const behind = [...screen.children].filter(child => !child.inert);
    const opener = document.activeElement;
    const close = (value = null) => {
      layer.remove();
      behind.forEach(child => { child.inert = false; });
      if (opener?.isConnected) opener.focus({ preventScroll: true });
      resolve(value);
    };
    const dialog = h("section", { class: kind, role: "dialog", "aria-modal": "true", "aria-label": name, tabindex: "-1" });
    dialog.append(...[build(close)].flat());
    const layer = h("div", {
      class: `layer layer-${kind}`,
      onkeydown: event => { if (event.key === "Escape") { event.stopPropagation(); close(); } },
      onclick: event => { if (event.target === layer) close(); },
    }, dialog);
    behind.forEach(child => { child.inert = true; });
    screen.append(layer);
    dialog.focus({ preventScroll: true });
  });
}

/** A question with two answers, such as LINE asks before it calls or unsends. */
export function confirm(screen, question, yes, no = "キャンセル") {
  return openSheet(screen, question, close => [
    h("p", { class: "question" }, question),
    h("div", { class: "answers" },
      h("button", { type: "button", onclick: () => close() }, no),
      h("button", { type: "button", class: "strong", onclick: () => close(true) }, yes)),
  ], "alert");
}

/** A few words that pass by. */
export function toast(screen, words, urgent = false) {
  screen.querySelector(".toast")?.remove();
  const note = h("p", { class: "toast", role: urgent ? "alert" : "status" }, words);
  screen.append(note);
  setTimeout(() => note.remove(), urgent ? 6_000 : 2_500);
}

import { h } from "./dom.js";

const touchable = /(https?:\/\/[^\s　、。）」]+)|(?<![\d-])(0\d{1,4}-\d{1,4}-\d{3,4})(?![\d-])/g;

/** A text as LINE shows it: web addresses and telephone numbers can be tapped. */
export function text(message, open) {
  const words = message.type === "textV2" ? fillIn(message) : withEmoji(message);
  const parts = [];
  let from = 0;
  for (const found of words.matchAll(touchable)) {
    const [whole, address] = found;
    parts.push(words.slice(from, found.index), link(whole, address ?? `tel:${whole}`, open));
    from = found.index + whole.length;
  }
  return h("p", { class: "words" }, parts, words.slice(from));
}

const link = (words, uri, open) => h("a", {
  href: uri, onclick: event => { event.preventDefault(); open(uri); },
}, words);

// LINE's own emoji are pictures we do not have.
function withEmoji({ text, emojis = [] }) {
  const places = new Set(emojis.map(emoji => emoji.index));
  return text.split("").map((unit, i) => (places.has(i) ? "☺" : unit)).join("");
}

function fillIn({ text, substitution = {} }) {
  return text.replace(/\{\{|\}\}|\{(\w+)\}/g, (found, key) => {
    if (!key) return found[0];
    return substitution[key]?.type === "mention" ? "@友だち" : "☺";
  });
}

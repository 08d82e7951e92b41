import { h } from "./dom.js";
import { sticker } from "./drawings.js";

// LINE's pictures are LINE's; the numbers are those of a package every bot may send, the drawings are ours.
const packageId = "446";
const drawn = [
  ["1988", "open", "こんにちは", "#7cc06a"],
  ["1989", "smile", "OK", "#8ccf6f"],
  ["1990", "open", "ありがとう", "#f0b64b"],
  ["1991", "smile", "よろしく", "#7cc06a"],
  ["1992", "open", "うれしい", "#f2a07e"],
  ["1993", "smile", "わかりました", "#67b3a1"],
  ["1994", "troubled", "こまった", "#b6bd62"],
  ["1995", "troubled", "ごめんなさい", "#c9a06b"],
  ["1996", "asleep", "おやすみ", "#8fa7d6"],
  ["1997", "smile", "おはよう", "#f2c94c"],
  ["1998", "open", "やったね", "#8ccf6f"],
  ["1999", "asleep", "ひとやすみ", "#9cc3a0"],
].map(([stickerId, face, word, fill]) => ({ stickerId, face, word, fill }));

/** What a sticker message looks like; one that we have not drawn is an unsaying leaf. */
export function stickerPicture(message) {
  const known = message.packageId === packageId && drawn.find(one => one.stickerId === message.stickerId);
  return sticker(known || { face: "smile", word: "♪", fill: "#9cc3a0" });
}

export const stickerPanel = choose => h("div", { class: "stickers", role: "group", "aria-label": "スタンプ一覧" },
  drawn.map(one => h("button", {
    type: "button", "aria-label": one.word, onclick: () => choose({ packageId, stickerId: one.stickerId }),
  }, sticker(one))));

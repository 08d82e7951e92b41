import { h } from "./dom.js";
import { openSheet } from "./sheet.js";
import { map } from "./drawings.js";

// Where people of Kashiwa are likely to be; positions are good to a few hundred metres.
const places = [
  ["柏駅", "柏一丁目", 35.8622, 139.9709],
  ["柏の葉キャンパス駅", "若柴", 35.8934, 139.9525],
  ["柏市役所", "柏五丁目", 35.8676, 139.9758],
  ["北柏駅", "根戸", 35.8756, 139.9880],
  ["南柏駅", "南柏一丁目", 35.8446, 139.9540],
  ["豊四季駅", "豊四季", 35.8664, 139.9384],
  ["逆井駅", "逆井", 35.8226, 139.9840],
  ["高柳駅", "高柳", 35.8060, 139.9975],
  ["松葉近隣センター", "松葉町", 35.8879, 139.9725],
  ["富勢近隣センター", "布施", 35.8862, 139.9958],
  ["光ケ丘近隣センター", "光ケ丘団地", 35.8351, 139.9606],
  ["増尾近隣センター", "増尾", 35.8345, 139.9776],
  ["沼南近隣センター", "大島田", 35.8371, 140.0106],
  ["手賀近隣センター", "手賀", 35.8446, 140.0674],
].map(([title, town, latitude, longitude]) => ({ title, address: `千葉県柏市${town}`, latitude, longitude }));

/** Answers with the place that was chosen, or null. */
export const pickPlace = screen => openSheet(screen, "位置情報を送る", close => {
  let chosen = null;
  const send = h("button", { type: "button", class: "strong", disabled: true, onclick: () => close(chosen) }, "この場所を送る");
  const picture = h("div", { class: "place-map" }, map());
  const choose = (place, button) => {
    chosen = place;
    send.disabled = false;
    picture.replaceChildren(map(place));
    for (const other of list.children) other.setAttribute("aria-pressed", other === button);
  };
  const list = h("div", { class: "places" }, places.map(place => placeButton(place, choose)));
  return [
    h("h2", {}, "どこにいますか"), picture, list,
    h("div", { class: "answers" }, h("button", { type: "button", onclick: () => close() }, "キャンセル"), send),
  ];
});

const placeButton = (place, choose) => h("button", {
  type: "button", "aria-pressed": "false", onclick: event => choose(place, event.currentTarget),
}, h("b", {}, place.title), " ", h("span", {}, place.address));

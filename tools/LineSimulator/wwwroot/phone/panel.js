import { h } from "./dom.js";
import { advance, fullDay, now, timeOfDay, watchClock } from "./clock.js";
import { letterChoice } from "./phonemenu.js";
import { peopleList } from "./people.js";

const turns = [["10分", 600], ["1時間", 3_600], ["1日", 86_400], ["7日", 604_800]];

/** The quiet panel beside the phones. */
export function createPanel(table) {
  const people = h("div", {});
  let shown = "";
  const notifications = h("button", {
    type: "button", class: "wide", "aria-pressed": "false",
    onclick: () => showNotifications(notifications.getAttribute("aria-pressed") !== "true"),
  }, "通知の見え方をならべて見る");

  function showNotifications(shown) {
    notifications.setAttribute("aria-pressed", shown);
    table.phones().forEach(phone => phone.notifications(shown));
  }

  return {
    element: h("aside", { class: "panel", "aria-label": "シミュレーターの設定" },
      h("h1", {}, "LINEシミュレーター"),
      h("p", { class: "quiet-words" }, "本物のLINEとは別のものです"),
      h("h2", {}, "電話をもつ人"), people,
      h("h2", {}, "画面"), letterChoice(), notifications,
      h("h2", {}, "時計"), clockFace(), clockButtons()),
    show: known => {
      const news = JSON.stringify(known.map(person => [person, table.isOpen(person)]));
      if (news === shown || document.activeElement?.closest(".panel form")) return;
      shown = news;
      people.replaceChildren(peopleList(known, table.isOpen, table.toggle));
    },
  };
}

function clockFace() {
  const face = h("p", { class: "clock-face", role: "timer", "aria-label": "シミュレーターの時計" });
  watchClock(() => { face.textContent = `${fullDay(now())} ${timeOfDay(now())}`; });
  return face;
}

function clockButtons() {
  const problem = h("p", { class: "problem", role: "alert" });
  const turn = async seconds => {
    problem.textContent = "";
    await advance(seconds).catch(error => { problem.textContent = error.message; });
  };
  return h("div", {}, h("div", { class: "turns" }, turns.map(([name, seconds]) => h("button", {
    type: "button", "aria-label": `時計を${name}すすめる`, onclick: () => turn(seconds),
  }, `＋${name}`))), problem);
}

import * as server from "./server.js";
import { h } from "./dom.js";

let known = [];

export async function readPeople() {
  known = await server.people();
  return known;
}

export const personById = id => known.find(person => person.id === id);

/** The person of this name; a new one if there is none yet. */
export async function personNamed(name) {
  const found = known.find(person => person.name === name);
  if (found) return found;
  const person = await server.addPerson(name);
  known = [...known, person];
  return person;
}

const colors = ["#e08a6d", "#6a9fd4", "#7fb069", "#b58fc4", "#d4a13d", "#5fb0a5"];
const colorOf = person => colors[[...person.name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % colors.length];

/** A list of people to choose from, and a field to add one. `isOpen` marks those whose phone is on the table. */
export function peopleList(people, isOpen, choose) {
  const name = h("input", { "aria-label": "新しい人の名前", placeholder: "名前（例：花子）", maxlength: "20", autocomplete: "off" });
  const add = async event => {
    event.preventDefault();
    if (name.value.trim()) choose(await personNamed(name.value.trim()));
  };
  return h("div", { class: "people" },
    h("ul", {}, people.map(person => h("li", {}, personButton(person, isOpen(person), choose)))),
    h("form", { onsubmit: add }, name, h("button", { type: "submit" }, "追加")));
}

const personButton = (person, open, choose) => h("button", {
  type: "button", "aria-pressed": open, onclick: () => choose(person),
},
h("span", { class: "face", "aria-hidden": "true", style: { background: colorOf(person) } }, [...person.name][0] ?? "？"),
h("span", { class: "person-name" }, person.name, h("small", {}, status(person))),
person.unread > 0 && h("span", { class: "badge", "aria-label": `未読${person.unread}件` }, person.unread));

const status = person => (person.blocked ? "ブロック中" : person.following ? "友だち" : "まだ友だちではありません");

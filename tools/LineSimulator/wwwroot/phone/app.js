import { h } from "./dom.js";
import { avatar } from "./drawings.js";
import { createPhone } from "./phone.js";
import { createPanel } from "./panel.js";
import { peopleList, personById, personNamed, readPeople } from "./people.js";
import { readClock } from "./clock.js";
import { toast } from "./sheet.js";

const narrow = matchMedia("(max-width: 699px)");
const open = new Map();
const stand = h("main", { class: "stand" });
const panel = createPanel({ isOpen, toggle, phones: () => [...open.values()] });
document.body.append(panel.element, stand);
start();

async function start() {
  try {
    await Promise.all([readClock(), readPeople()]);
    for (const person of await asked()) take(person);
    await seePeople();
  } catch (error) {
    toast(document.body, error.message, true);
  }
  if (!open.size) showChooser();
  setInterval(() => seePeople().catch(() => {}), 4_000);
}

/** The people named in the address; a name that is new becomes a person. */
async function asked() {
  const address = new URLSearchParams(location.search);
  const people = address.getAll("person").map(personById).filter(Boolean);
  for (const name of address.getAll("name")) people.push(await personNamed(name));
  return narrow.matches ? people.slice(0, 1) : people;
}

async function seePeople() {
  const people = await readPeople();
  if (!narrow.matches) panel.show(people);
  const chooser = stand.querySelector(".chooser .people");
  if (chooser && !chooser.contains(document.activeElement)) chooser.replaceWith(peopleList(people, isOpen, take));
}

function isOpen(person) {
  return open.has(person.id);
}

function toggle(person) {
  isOpen(person) ? leave(person) : take(person);
  seePeople().catch(() => {});
}

function take(person) {
  if (isOpen(person)) return;
  if (narrow.matches) [...open.keys()].forEach(putAway);
  stand.querySelector(".chooser")?.remove();
  const phone = createPhone(person, () => leave(person));
  open.set(person.id, phone);
  stand.append(h("div", { class: "place-on-table" }, phone.element, h("p", { class: "owner" }, `${person.name}さん`)));
  remember();
}

function leave(person) {
  putAway(person.id);
  remember();
  if (!open.size) showChooser();
}

function putAway(id) {
  const phone = open.get(id);
  phone.close();
  phone.element.parentElement.remove();
  open.delete(id);
}

function remember() {
  const address = new URL(location.href);
  address.searchParams.delete("name");
  address.searchParams.delete("person");
  for (const id of open.keys()) address.searchParams.append("person", id);
  history.replaceState(null, "", address);
  const names = [...open.values()].map(phone => phone.person.name);
  document.title = names.length ? `${names.join("・")} − LINEシミュレーター` : "LINEシミュレーター";
}

/** What stands on the table while no phone does: on a wide screen the panel has the list of people. */
async function showChooser() {
  const words = h("h1", {}, "だれの電話を使いますか");
  const contents = narrow.matches ? [words, h("div", { class: "people" })] : [avatar(), words, h("p", {}, "左の一覧から、人をえらんでください")];
  stand.replaceChildren(h("div", { class: "place-on-table chooser" },
    h("section", { class: "phone", "aria-label": "電話をえらぶ" },
      h("div", { class: "screen" }, h("div", { class: "choose" }, contents)))));
  await seePeople().catch(error => toast(document.body, error.message, true));
}

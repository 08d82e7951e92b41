import * as server from "./server.js";
import { h } from "./dom.js";
import { icons } from "./drawings.js";
import { createChat } from "./chat.js";
import { createComposer } from "./composer.js";
import { createQuickReplies } from "./quickreply.js";
import { lockScreen } from "./lockscreen.js";
import { readClock, timeOfDay, watchClock } from "./clock.js";
import { addFriendScreen, blockedBar } from "./friend.js";
import { openPhoneMenu } from "./phonemenu.js";
import { toast } from "./sheet.js";
import { watch } from "./feed.js";

// How the simulator names a webhook that arrived, that was not needed, or that a fault keeps back.
const expected = new Set(["OK", "NOT_SENT", "HELD"]);

/** One person's phone. `leave` is called when the person goes back from the talk to the list of people. */
export function createPhone(person, leave) {
  const screen = h("div", { class: "screen" });
  const phone = { person, screen, tell, state: null };
  phone.chat = createChat(phone);
  phone.composer = createComposer(phone);
  const quickReplies = createQuickReplies(phone);
  const accountName = h("h1", {}, "");
  const talk = h("div", { class: "talk" }, header(), phone.chat.element, quickReplies.element, phone.composer.element);
  const friend = h("div", { class: "friend-slot", hidden: true });
  const blocked = blockedBar(phone);
  const lock = h("div", { class: "lock-slot", hidden: true });
  talk.append(blocked);
  screen.append(statusBar(phone), talk, friend, lock);
  phone.element = h("section", { class: "phone", "aria-label": `${person.name}さんの電話` }, screen);
  phone.notifications = showNotifications;

  let seq = 0;
  let reading = null;
  let again = false;
  let loadingTimer = 0;
  const stop = watch(person.id, refresh);
  const stopClock = watchClock(drawLock);
  phone.close = () => { stop(); stopClock(); clearInterval(loadingTimer); phone.stopStatusBar(); };
  refresh();
  return phone;

  function header() {
    return h("header", { class: "talk-header" },
      h("button", { type: "button", class: "icon-button", "aria-label": "戻る", onclick: leave }, icons.back()),
      accountName,
      h("button", { type: "button", class: "icon-button", "aria-label": "トークのメニュー", onclick: () => openPhoneMenu(phone) }, icons.menu()));
  }

  /** Tells the simulator what the person did; says what went wrong, and answers whether it went well. */
  async function tell(what, body) {
    try {
      const answer = await server.tell(person.id, what, body);
      if (answer?.reason && !expected.has(answer.reason)) toast(screen, `ボットに届きませんでした（${answer.reason}）`);
    } catch (error) {
      toast(screen, error.message, true);
      return false;
    }
    refresh();
    return true;
  }

  // One request at a time; what rings meanwhile is looked at afterwards.
  function refresh() {
    again = true;
    reading ??= readAll().finally(() => { reading = null; });
    return reading;
  }

  async function readAll() {
    while (again) {
      again = false;
      try {
        await show(await server.chat(person.id, seq));
      } catch (error) {
        toast(screen, error.message, true);
      }
    }
  }

  async function show(state) {
    seq = state.seq;
    phone.state = state;
    accountName.textContent = state.botName;
    phone.chat.show(state.items, state.botName);
    quickReplies.show(phone.chat.last());
    phone.composer.setMenu(state.richMenu);
    blocked.hidden = !state.blocked;
    phone.composer.element.hidden = state.blocked;
    showFriendScreen(!state.following && !state.blocked);
    drawLock();
    await showLoading(state.loadingUntil);
  }

  function showFriendScreen(shown) {
    if (friend.hidden === !shown) return;
    friend.hidden = !shown;
    coverTalk();
    friend.replaceChildren(...(shown ? [addFriendScreen(phone, leave)] : []));
    if (!shown) phone.chat.focus();
  }

  function showNotifications(shown) {
    lock.hidden = !shown;
    screen.classList.toggle("locked", shown);
    coverTalk();
    drawLock();
  }

  // What lies under another screen must not be reached by keyboard either.
  function coverTalk() {
    talk.inert = !friend.hidden || !lock.hidden;
    friend.inert = !lock.hidden;
  }

  function drawLock() {
    lock.replaceChildren(...(lock.hidden ? [] : [lockScreen(phone)]));
  }

  async function showLoading(until) {
    clearInterval(loadingTimer);
    if (until) await readClock();
    phone.chat.loading(until);
    if (until) loadingTimer = setInterval(() => phone.chat.loading(until), 500);
  }
}

function statusBar(phone) {
  const time = h("span", {});
  phone.stopStatusBar = watchClock(now => { time.textContent = timeOfDay(now); });
  return h("div", { class: "status-bar", "aria-hidden": "true" }, time, h("span", { class: "signs" }, h("i", { class: "bars" }), "5G", h("i", { class: "battery" })));
}

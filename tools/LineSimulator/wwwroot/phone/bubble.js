import { h } from "./dom.js";
import { flex } from "./flex.js";
import { imagemap } from "./imagemap.js";
import * as media from "./media.js";
import { openUri, perform } from "./actions.js";
import { stickerPicture } from "./stickers.js";
import { template } from "./template.js";
import { text } from "./text.js";

const framed = new Set(["text", "textV2", "location"]);

/** What one message looks like. Types that LINE adds later are shown by their altText. */
export function bubble(item, phone) {
  const { message } = item;
  const tap = action => perform(phone, action, item.id);
  const draw = messages[message.type] ?? (() => h("p", { class: "words" }, message.altText ?? `（${message.type}）`));
  const bare = message.type in messages && !framed.has(message.type);
  return h("div", {
    class: `bubble bubble-${message.type}${bare ? " bare" : ""}`,
    dataset: { itemId: item.id, from: item.from, type: message.type },
  }, draw(message, phone, tap));
}

const messages = {
  text: (message, phone) => text(message, uri => openUri(phone, uri)),
  textV2: (message, phone) => text(message, uri => openUri(phone, uri)),
  sticker: message => stickerPicture(message),
  image: (message, phone) => media.image(message, phone),
  video: message => media.video(message),
  audio: message => media.audio(message),
  location: message => media.place(message),
  flex: (message, phone, tap) => flex(message.contents, tap),
  template: (message, phone, tap) => template(message.template, tap),
  imagemap: (message, phone, tap) => imagemap(message, tap),
};

/** What a notification or a list of chats says about a message. */
export function inShort(message) {
  return message.text ?? message.altText ?? {
    sticker: "スタンプを送信しました", image: "写真を送信しました", video: "動画を送信しました",
    audio: "ボイスメッセージを送信しました", location: "位置情報を送信しました",
  }[message.type] ?? "メッセージがあります";
}

import { h } from "./dom.js";
import { icons, map } from "./drawings.js";
import { openSheet } from "./sheet.js";

export function image(message, phone) {
  const large = message.originalContentUrl ?? message.contentUrl;
  const small = message.previewImageUrl ?? large;
  if (!small) return placeholder("photo", "写真");
  const look = () => openSheet(phone.screen, "写真", close => [
    h("img", { src: large ?? small, alt: "写真" }),
    h("button", { type: "button", class: "close", "aria-label": "閉じる", onclick: () => close() }, "×"),
  ], "viewer");
  return h("button", { type: "button", class: "picture", "aria-label": "写真を大きく見る", onclick: look },
    failing(h("img", { src: small, alt: "写真" }), "photo", "写真"));
}

export const video = message => (message.originalContentUrl
  ? h("video", { class: "moving", controls: true, preload: "none", poster: message.previewImageUrl, src: message.originalContentUrl, "aria-label": "動画" })
  : placeholder("film", "動画"));

export function audio(message) {
  const seconds = Math.round((message.duration ?? 0) / 1000);
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const sound = message.originalContentUrl && new Audio();
  const play = () => {
    sound.src ||= message.originalContentUrl;
    sound.paused ? sound.play().catch(() => {}) : sound.pause();
  };
  return h("button", { type: "button", class: "sound", "aria-label": `音声 ${length}`, disabled: !sound, onclick: play },
    icons.play(), h("span", { class: "wave" }), h("span", {}, length));
}

export const place = message => h("div", { class: "place" },
  map(message), h("b", {}, message.title ?? "位置情報"), h("span", {}, message.address ?? ""));

const placeholder = (icon, name) => h("div", { class: "no-picture" }, icons[icon](), h("span", {}, name));

function failing(picture, icon, name) {
  picture.addEventListener("error", () => picture.replaceWith(placeholder(icon, name)), { once: true });
  return picture;
}

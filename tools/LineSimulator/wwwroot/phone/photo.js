import { h } from "./dom.js";
import { park } from "./drawings.js";
import { openSheet } from "./sheet.js";

/** Sends a photo: one of the simulator's own, or a file of this computer. */
export async function pickPhoto(phone) {
  const photo = await openSheet(phone.screen, "写真を送る", close => {
    const file = h("input", { type: "file", accept: "image/png,image/jpeg", "aria-label": "写真のファイル", class: "spoken",
      onchange: event => close(event.target.files[0]) });
    return [
      h("h2", {}, "写真を送る"), file,
      h("div", { class: "choices" },
        h("button", { type: "button", onclick: async () => close(await samplePhoto()) }, "見本の写真を送る"),
        h("button", { type: "button", onclick: () => file.click() }, "写真をえらぶ"),
        h("button", { type: "button", class: "quiet", onclick: () => close() }, "キャンセル")),
    ];
  });
  return photo && phone.tell("image", photo);
}

/** A drawn park as a PNG, as if it had just been photographed. */
async function samplePhoto() {
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(park)}`;
  await picture.decode();
  const canvas = h("canvas", { width: 800, height: 600 });
  canvas.getContext("2d").drawImage(picture, 0, 0, 800, 600);
  return new Promise(done => canvas.toBlob(done, "image/png"));
}

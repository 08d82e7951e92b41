import { confirm, toast } from "./sheet.js";
import { pickDateTime } from "./picker.js";
import { pickPlace } from "./places.js";
import { pickPhoto } from "./photo.js";
import { browse } from "./inappbrowser.js";

/** Does what LINE does when an action is tapped; true when something was sent. */
export async function perform(phone, action, itemId = null) {
  const take = kinds[action.type];
  if (!take) return toast(phone.screen, `この電話では使えないボタンです（${action.type}）`, true);
  const sent = await take(phone, action, itemId);
  if (sent && action.inputOption) phone.composer.follow(action);
  return sent;
}

const kinds = {
  message: report,
  postback: report,
  richmenuswitch: report,
  datetimepicker: askForTime,
  uri: (phone, action) => openUri(phone, action.uri),
  clipboard: copy,
  camera: phone => pickPhoto(phone),
  cameraRoll: phone => pickPhoto(phone),
  location: sendPlace,
};

function report(phone, action, itemId) {
  return phone.tell("action", { itemId, action, params: null });
}

async function askForTime(phone, action, itemId) {
  const params = await pickDateTime(phone.screen, action);
  return params && phone.tell("action", { itemId, action, params });
}

export async function sendPlace(phone) {
  const place = await pickPlace(phone.screen);
  return place && phone.tell("location", place);
}

async function copy(phone, action) {
  await navigator.clipboard?.writeText(action.clipboardText).catch(() => {});
  toast(phone.screen, "コピーしました");
}

const lineUrls = { "nv/location": sendPlace, "nv/camera": pickPhoto, "nv/cameraRoll/single": pickPhoto };

/** Opens a link as LINE does: calls after asking, web pages inside LINE, its own schemes on the phone. */
export async function openUri(phone, uri) {
  const link = parse(uri);
  if (!link) return toast(phone.screen, "開けないリンクです", true);
  if (link.protocol === "tel:") return call(phone, link);
  const inLine = lineUrls[uri.replace(/^(https:\/\/line\.me\/R\/|line:\/\/)/, "").replace(/\/$/, "")];
  if (inLine) return inLine(phone);
  if (!/^https?:$/.test(link.protocol)) return toast(phone.screen, `この電話では開けないリンクです（${link.protocol}）`, true);
  if (link.searchParams.get("openExternalBrowser") === "1") return void window.open(link, "_blank", "noopener");
  browse(phone, link);
}

async function call(phone, link) {
  const number = decodeURIComponent(link.pathname);
  if (await confirm(phone.screen, `${number} に電話をかけますか？`, "電話をかける")) {
    toast(phone.screen, `${number} に電話をかけました（見本なので、つながりません）`);
  }
}

function parse(uri) {
  try {
    return new URL(uri);
  } catch {
    return null;
  }
}

import { drawing } from "./dom.js";

// 柏 is the daimyo oak: its leaf is the face of the account and of the stickers.
const leaf = fill => `<g fill="${fill}">
  <ellipse cx="50" cy="50" rx="25" ry="33"/><circle cx="50" cy="22" r="15"/>
  <circle cx="31" cy="33" r="13"/><circle cx="69" cy="33" r="13"/><circle cx="25" cy="53" r="14"/><circle cx="75" cy="53" r="14"/>
  <circle cx="33" cy="71" r="12"/><circle cx="67" cy="71" r="12"/><rect x="47" y="78" width="6" height="17" rx="3"/></g>`;

const smile = `<g fill="none" stroke="#2d4a26" stroke-width="3.4" stroke-linecap="round"><path d="M41 56q9 9 18 0"/></g>
  <g fill="#2d4a26"><circle cx="39" cy="46" r="3.4"/><circle cx="61" cy="46" r="3.4"/></g>`;

const blush = `<g fill="#f39a8d" opacity=".7"><circle cx="32" cy="55" r="4.5"/><circle cx="68" cy="55" r="4.5"/></g>`;

const open = `<g fill="none" stroke="#2d4a26" stroke-width="3.4" stroke-linecap="round">
  <path d="M35 47q4 -6 8 0M57 47q4 -6 8 0"/></g><path d="M41 54h18q-2 11 -9 11t-9 -11z" fill="#a8443b"/>`;

const asleep = `<g fill="none" stroke="#2d4a26" stroke-width="3.2" stroke-linecap="round">
  <path d="M34 47q4 4 9 0M57 47q4 4 9 0M46 58h8"/></g>`;

const troubled = `<g fill="none" stroke="#2d4a26" stroke-width="3.2" stroke-linecap="round">
  <path d="M34 41l8 -3M66 41l-8 -3M42 61q8 -7 16 0"/></g>
  <g fill="#2d4a26"><circle cx="39" cy="48" r="3.2"/><circle cx="61" cy="48" r="3.2"/></g>
  <path d="M76 30q6 9 0 12q-6 -3 0 -12z" fill="#6db7e8"/>`;

const faces = { smile: smile + blush, open: open + blush, asleep, troubled };

/** The account's picture. */
export const avatar = () => drawing(`<svg class="avatar" viewBox="0 0 100 100" aria-hidden="true">
  <rect width="100" height="100" fill="#fdf3d8"/><g transform="translate(9 9) scale(.82)">${leaf("#6aaa55")}${faces.smile}</g></svg>`);

/** A sticker: the leaf with a face and a word. */
export const sticker = ({ face, word, fill }) => drawing(`<svg class="sticker" viewBox="0 0 120 124" role="img" aria-label="スタンプ：${word}">
  <g transform="translate(10 0)">${leaf(fill)}${faces[face]}</g>
  <text x="60" y="116" text-anchor="middle" font-size="19" font-weight="800" fill="#31552a"
    stroke="#fff" stroke-width="6" stroke-linejoin="round" paint-order="stroke">${word}</text></svg>`);

const west = 139.92, east = 140.08, north = 35.955, south = 35.785;
const across = longitude => (Math.min(Math.max((longitude - west) / (east - west), 0.05), 0.95) * 300).toFixed(1);
const down = latitude => (Math.min(Math.max((north - latitude) / (north - south), 0.3), 0.86) * 150).toFixed(1);

/** A sketch of Kashiwa between the Tone and Teganuma, with a pin where the place is. */
export const map = place => drawing(`<svg viewBox="0 0 300 150" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
  <rect width="300" height="150" fill="#eef0e4"/>
  <path d="M0 0h300v18q-60 -6 -120 4t-180 0z" fill="#b5d9ee"/>
  <path d="M150 62q30 -12 70 -2t80 -4v16q-50 8 -90 2t-60 -12z" fill="#b5d9ee"/>
  <g fill="#d5e6c4"><circle cx="40" cy="55" r="17"/><circle cx="230" cy="112" r="24"/><circle cx="120" cy="128" r="14"/></g>
  <g transform="translate(0 16)" fill="none" stroke="#fff" stroke-width="5"><path d="M0 108l95 -42l120 -30l85 -12M60 150l40 -84l-30 -60M95 66l90 60l115 10"/></g>
  <g transform="translate(0 16)" fill="none" stroke="#9aa2a0" stroke-width="2" stroke-dasharray="6 4"><path d="M40 95l56 -29l46 -18M96 66l50 84M96 66l-66 -38"/></g>
  ${place ? pin(across(place.longitude), down(place.latitude)) : ""}</svg>`);

const pin = (x, y) => `<g transform="translate(${x} ${y})"><path d="M0 0c-4 -10 -12 -14 -12 -23a12 12 0 0 1 24 0c0 9 -8 13 -12 23z"
  fill="#e5433d" stroke="#fff" stroke-width="2"/><circle cy="-23" r="4.5" fill="#fff"/></g>`;

/** What the sample photo shows. */
export const park = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="800" height="600">
  <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#7fb7e6"/><stop offset="1" stop-color="#e2f1fb"/></linearGradient></defs>
  <rect width="400" height="300" fill="url(#sky)"/><circle cx="322" cy="62" r="27" fill="#ffe08a"/>
  <path d="M0 190q90 -50 200 -18t200 -22v150h-400z" fill="#8fbf78"/><path d="M0 225q120 -34 400 6v69h-400z" fill="#76ab60"/>
  <path d="M150 300q60 -60 70 -88l22 0q10 34 90 88z" fill="#e7d9b8"/><path d="M250 196q60 -16 150 -4v18q-90 4 -150 -14z" fill="#a5cfe8"/>
  <g transform="translate(28 78) scale(1.5)">${leaf("#4f8f45")}</g><g transform="translate(150 118) scale(.8)">${leaf("#5f9f52")}</g></svg>`;

const icon = body => () => drawing(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor"
  stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${body}</svg>`);

export const icons = {
  back: icon('<path d="M15 4l-8 8l8 8"/>'),
  menu: icon('<path d="M4 7h16M4 12h16M4 17h16"/>'),
  plus: icon('<path d="M12 5v14M5 12h14"/>'),
  face: icon('<circle cx="12" cy="12" r="9"/><path d="M8 14q4 4 8 0M9 9.5v.4M15 9.5v.4"/>'),
  photo: icon('<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="M4 17l5 -5l4 4l3 -3l4 4"/><circle cx="15.5" cy="9.5" r="1.3"/>'),
  place: icon('<path d="M12 21c-1 -4 -6 -6 -6 -11a6 6 0 0 1 12 0c0 5 -5 7 -6 11z"/><circle cx="12" cy="10" r="2"/>'),
  voice: icon('<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5v3.5"/>'),
  play: icon('<path d="M8 5l11 7l-11 7z" fill="currentColor"/>'),
  more: icon('<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="3"/>'),
  film: icon('<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M10 9l5 3l-5 3z"/>'),
};

/** Makes an element. `on…` functions become listeners; null, undefined and false leave an attribute out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined) return;
  if (name.startsWith("aria-")) element.setAttribute(name, value);
  else if (value === false) return;
  else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "style") for (const [property, v] of Object.entries(value)) style(element, property, v);
  else if (name === "dataset") Object.assign(element.dataset, value);
  else element.setAttribute(name, value === true ? "" : value);
}

function style(element, property, value) {
  if (value !== null && value !== undefined) element.style.setProperty(property, value);
}

/** An element read from markup that this page itself contains; never from what a message says. */
export function drawing(svg) {
  const holder = document.createElement("template");
  holder.innerHTML = svg.trim();
  return holder.content.firstElementChild;
}

/** For ears only. */
export const spoken = text => h("span", { class: "spoken" }, text);

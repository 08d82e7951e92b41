/** How large the person set LINE's letters: chat text and Flex text with `scaling: true` follow, other Flex text does not. */
export const letterSizes = [
  { id: "standard", name: "標準", scale: 1 },
  { id: "large", name: "大", scale: 1.25 },
  { id: "huge", name: "特大", scale: 1.5 },
];

const watchers = new Set();
let letters = remembered();
apply();

export const letterSize = () => letters;

export function setLetterSize(id) {
  letters = letterSizes.find(size => size.id === id) ?? letterSizes[0];
  localStorage.setItem("letters", letters.id);
  apply();
  watchers.forEach(watcher => watcher(letters));
}

export function watchLetterSize(watcher) {
  watchers.add(watcher);
  watcher(letters);
}

function remembered() {
  const id = new URLSearchParams(location.search).get("letters") ?? localStorage.getItem("letters");
  return letterSizes.find(size => size.id === id) ?? letterSizes[0];
}

function apply() {
  document.documentElement.style.setProperty("--letter", letters.scale);
}

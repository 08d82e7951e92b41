// LINE's keywords in pixels; pixels and percentages pass through.
const spaces = { none: "0", xs: "2px", sm: "4px", md: "8px", lg: "12px", xl: "16px", xxl: "20px" };
const letters = {
  xxs: "11px", xs: "13px", sm: "14px", md: "16px", lg: "19px", xl: "22px", xxl: "29px", "3xl": "35px", "4xl": "48px", "5xl": "74px",
};
const images = {
  xxs: "40px", xs: "60px", sm: "80px", md: "100px", lg: "120px", xl: "140px", xxl: "160px",
  "3xl": "180px", "4xl": "200px", "5xl": "220px", full: "100%",
};
const borders = { none: "0", light: "0.5px", normal: "1px", medium: "2px", "semi-bold": "3px", bold: "4px" };

const lookUp = table => value => (value === undefined || value === null ? undefined : table[value] ?? value);
export const space = lookUp(spaces);
export const imageWidth = lookUp(images);
const border = lookUp(borders);

/** `scaling: true` follows the letter size that the person set in LINE; anything else stays as it is. */
export const letter = (size = "md", scaling = false) => {
  const pixels = letters[size] ?? size;
  return scaling ? `calc(${pixels} * var(--letter))` : pixels;
};

export const ratio = aspect => (aspect ?? "1:1").replace(":", " / ");

/** How a component stands in its parent box: its share, the gap before it, and its offset. */
export function placing(component, parent, isFirst) {
  const row = parent.layout !== "vertical";
  const gap = isFirst ? undefined : space(component.margin ?? parent.spacing);
  return {
    ...share(component, row),
    [row ? "margin-inline-start" : "margin-top"]: gap,
    position: component.position ?? "relative",
    ...offsets(component),
    "align-self": row && { top: "flex-start", center: "center", bottom: "flex-end" }[component.gravity] || undefined,
  };
}

const growsInRow = { box: 1, text: 1, image: 1, button: 1, filler: 1, video: 1 };

function share(component, row) {
  if (component.position === "absolute") return {};
  if (component.width) return { flex: "none" };
  const flex = component.flex ?? (row ? growsInRow[component.type] ?? 0 : component.type === "filler" ? 1 : 0);
  if (flex === 0) return { flex: "none", "max-width": "100%" };
  return { flex: row ? `${flex} ${flex} 0` : `${flex} 0 auto`, "min-width": "0" };
}

export const offsets = component => ({
  top: space(component.offsetTop),
  bottom: space(component.offsetBottom),
  "inset-inline-start": space(component.offsetStart),
  "inset-inline-end": space(component.offsetEnd),
});

export const boxStyle = box => ({
  "justify-content": box.justifyContent,
  "align-items": box.layout === "baseline" ? undefined : box.alignItems,
  padding: space(box.paddingAll),
  "padding-top": space(box.paddingTop),
  "padding-bottom": space(box.paddingBottom),
  "padding-inline-start": space(box.paddingStart),
  "padding-inline-end": space(box.paddingEnd),
  width: box.width, "max-width": box.maxWidth, height: box.height, "max-height": box.maxHeight,
  "background-color": box.backgroundColor,
  "background-image": box.background && gradient(box.background),
  border: box.borderWidth && `${border(box.borderWidth)} solid ${box.borderColor ?? "#000000"}`,
  "border-radius": space(box.cornerRadius),
  overflow: box.cornerRadius && "hidden",
});

function gradient({ angle, startColor, centerColor, centerPosition = "50%", endColor }) {
  const stops = centerColor ? [startColor, `${centerColor} ${centerPosition}`, endColor] : [startColor, endColor];
  return `linear-gradient(${angle}, ${stops.join(", ")})`;
}

export const textStyle = (text, scaling) => ({
  "font-size": text.size && letter(text.size, scaling),
  color: text.color,
  "font-weight": text.weight === "bold" ? "700" : text.weight && "400",
  "font-style": text.style === "italic" ? "italic" : undefined,
  "text-decoration": text.decoration,
});

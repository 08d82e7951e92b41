import { h } from "./dom.js";
import { icons } from "./drawings.js";
import { scroller } from "./scroller.js";
import * as styles from "./flexstyle.js";

/** Draws a Flex container as LINE does; `tap(action)` is called for whatever is tapped in it. */
export function flex(container, tap) {
  if (container.type !== "carousel") return bubble(container, tap);
  return scroller("flex-carousel", "カルーセル", container.contents.map(one => bubble(one, tap)));
}

function bubble(bubble, tap) {
  const size = bubble.size ?? "mega";
  const blocks = ["header", "hero", "body", "footer"].filter(name => bubble[name]);
  return tappable(bubble.action, tap, hasActions(blocks.map(name => bubble[name])), {
    class: `flex flex-${size}`, dir: bubble.direction ?? "ltr",
  }, blocks.map((name, i) => block(name, bubble[name], bubble.styles?.[name], i, tap)));
}

function block(name, content, style, index, tap) {
  return h("div", {
    class: `flex-block flex-${name}${style?.separator && index > 0 ? " flex-ruled" : ""}`,
    style: { "background-color": style?.backgroundColor, "border-top-color": style?.separatorColor },
  }, component(content, { layout: "vertical" }, true, tap));
}

function component(one, parent, isFirst, tap) {
  const draw = components[one.type];
  if (!draw) return h("div", { class: "flex-unknown" }, `（表示できない部品：${one.type}）`);
  const element = draw(one, tap);
  for (const [property, value] of Object.entries(styles.placing(one, parent, isFirst))) {
    if (value !== undefined) element.style.setProperty(property, value);
  }
  return element;
}

const components = {
  box(box, tap) {
    const contents = box.contents ?? [];
    return tappable(box.action, tap, hasActions(contents), { class: `flex-box flex-${box.layout}`, style: styles.boxStyle(box) },
      contents.map((child, i) => component(child, box, i === 0, tap)));
  },

  text(text, tap) {
    const style = {
      ...styles.textStyle(text),
      "font-size": styles.letter(text.size, text.scaling),
      "text-align": text.align,
      "-webkit-line-clamp": text.maxLines,
      "line-height": text.lineSpacing && `calc(1.4em + ${text.lineSpacing})`,
    };
    const kind = `flex-text${text.wrap ? " flex-wrap" : ""}${text.wrap && text.maxLines ? " flex-clamp" : ""}`;
    const words = text.contents?.map(part => h("span", { style: styles.textStyle(part, text.scaling) }, part.text)) ?? [text.text];
    return tappable(text.action, tap, false, { class: kind, style }, words);
  },

  button(button, tap) {
    const { style: look = "link", color, height = "md", scaling, adjustMode } = button;
    const label = h("span", {}, button.action.label ?? "");
    const element = h("button", {
      type: "button",
      class: `flex-button flex-${look} flex-height-${height}${scaling ? " flex-scaling" : ""}`,
      style: look === "link" ? { color } : { "background-color": color },
      onclick: event => { event.stopPropagation(); tap(button.action); },
    }, label);
    if (adjustMode === "shrink-to-fit") new ResizeObserver(() => shrink(label)).observe(element);
    return element;
  },

  image(image, tap) {
    const picture = h("img", { src: image.url, alt: image.action?.label ?? "", style: {
      "aspect-ratio": styles.ratio(image.aspectRatio),
      "object-fit": image.aspectMode === "cover" ? "cover" : "contain",
      "background-color": image.backgroundColor,
      width: styles.imageWidth(image.size ?? "md"),
    } });
    return tappable(image.action, tap, false, { class: `flex-image flex-align-${image.align ?? "center"}` }, [picture]);
  },

  icon: icon => h("img", { class: "flex-icon", src: icon.url, alt: "", style: {
    height: styles.letter(icon.size, icon.scaling), "aspect-ratio": styles.ratio(icon.aspectRatio),
  } }),

  video: (video, tap) => tappable(video.action, tap, false, { class: "flex-image flex-video" }, [
    h("img", { src: video.previewUrl, alt: "動画", style: { "aspect-ratio": styles.ratio(video.aspectRatio), width: "100%" } }), icons.play()]),

  separator: separator => h("div", { class: "flex-separator", style: { "background-color": separator.color } }),
  filler: () => h("div"),
  spacer: spacer => h("div", { style: { height: styles.space(spacer.size ?? "md") } }),
};

function shrink(label) {
  label.style.fontSize = "";
  const fits = label.clientWidth / label.scrollWidth;
  if (fits < 1) label.style.fontSize = `${Math.floor(fits * 100)}%`;
}

// A button inside a button would be unreachable for a screen reader, so such an outer one is tapped by finger only.
function tappable(action, tap, holdsButtons, attributes, children) {
  if (!action) return h("div", attributes, children);
  const onclick = event => { event.stopPropagation(); tap(action); };
  if (holdsButtons) return h("div", { ...attributes, onclick }, children);
  return h("button", { type: "button", "aria-label": action.label, ...attributes, class: `${attributes.class} flex-tap`, onclick }, children);
}

const hasActions = components => components.some(one => one?.action || hasActions(one?.contents ?? []));

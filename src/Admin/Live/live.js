// Keeps a page up to date. The stream only says that something has happened; then the page is fetched again, and the parts that differ are replaced.
// What somebody is typing in is not replaced, so it stays, with its place and an unfinished conversion of kana.
const view = document.querySelector("[data-live]");
const patience = 5_000, minute = 60_000;
let place = view.dataset.place, stream, wasCut = false, isFetching = false, again = false;

function listen() {
  stream?.close();
  stream = new EventSource(`/live?from=${place}`);
  stream.onopen = () => { if (wasCut) renew(); };
  stream.onerror = () => {
    wasCut = true;
    // A browser comes back by itself with its place, unless the answer was a no.
    if (stream.readyState !== EventSource.CLOSED) return;
    tell(true);
    setTimeout(() => { if (!document.hidden) listen(); }, patience);
  };
  stream.addEventListener("happened", event => {
    place = event.lastEventId;
    const about = view.dataset.about;
    if (!about || about === JSON.parse(event.data).member) renew();
  });
}

async function renew() {
  if (isFetching) { again = true; return; }
  isFetching = true;
  try {
    do {
      again = false;
      const answer = await fetch(view.dataset.live);
      if (!answer.ok || answer.redirected) { tell(true); return; }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of view.querySelectorAll("[data-part]")) replace(part, fresh.getElementById(part.id));
      tell(wasCut = false);
    } while (again);
  } catch {
    tell(true);
  } finally {
    isFetching = false;
  }
}

function replace(part, fresh) {
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  if (!fresh || version(part) === version(fresh) || focused?.matches("select, input, textarea") || isWrittenIn(part)) return;
  part.dataset.part = fresh.dataset.part;
  part.replaceChildren(...fresh.childNodes);
  for (const field of kept(part)) bring(field);
  if (focused) (document.getElementById(focused.id) ?? document.getElementById("main")).focus({ preventScroll: true });
}

const isWrittenIn = part => [...part.querySelectorAll("textarea")].some(field => field.value);

const version = part => part.dataset.part || part.innerHTML;

function tell(isCut) { view.querySelector("[data-cut]").hidden = !isCut; }

// What is half written stays in this tab, also when another button of the page leads away, until it is sent: for whoever wrote it, and nowhere else.
const kept = place => place.querySelectorAll("[data-kept]");
const bring = field => {
  if (field.value) keep(field);
  else field.value = sessionStorage.getItem(field.dataset.kept) ?? "";
};
const keep = field => sessionStorage.setItem(field.dataset.kept, field.value);

const done = new URLSearchParams(location.search).get("did");
for (const field of kept(view)) {
  if (field.dataset.until === done) {
    sessionStorage.removeItem(field.dataset.kept);
    // Loaded anew, the page does not say again that it was sent.
    history.replaceState(null, "", view.dataset.live);
  }
  bring(field);
}
view.addEventListener("input", event => { if (event.target.dataset.kept) keep(event.target); });

// Whoever goes on writing below what has just come in has read it.
view.addEventListener("input", event => {
  const read = event.target.form?.elements.lastRead, newest = view.querySelector("[data-newest]");
  if (read && newest) read.value = newest.dataset.newest;
});

setInterval(() => {
  for (const left of view.querySelectorAll("[data-seconds]")) {
    if (--left.dataset.seconds <= 0) renew();
    else left.textContent = left.dataset.seconds;
  }
}, 1_000);

// Also time alone changes what stands here: what was promised becomes late.
setInterval(() => { if (!document.hidden) renew(); }, minute);

// A browser has few lines to one host: a tab that nobody looks at gives its own back.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) { stream.close(); wasCut = true; }
  else listen();
});
listen();

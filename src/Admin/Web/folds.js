// What the browser refuses may lie in a fold: it is opened, so that one sees what is wrong.
document.addEventListener("invalid", event => event.target.closest("details")?.setAttribute("open", ""), true);

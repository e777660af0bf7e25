// Hide: the button, the second link, or Shift three times within five seconds. The page is replaced at once, then the
// server is told to drop the key. Without this script the button still works: it sends the form.
(() => {
  const form = document.getElementById("hide-form");
  if (!form) return;
  const button = document.getElementById("hide");
  const dull = document.getElementById("dull-page");
  const data = new FormData(form);

  const hide = () => {
    const page = dull.content.cloneNode(true);
    const title = page.querySelector("h1").textContent;
    document.querySelectorAll("link[rel=stylesheet]").forEach((link) => { if (!link.href.includes("dull.css")) link.disabled = true; });
    document.body.replaceChildren(page);
    document.title = title;
    history.replaceState(null, "", "/recipes");
    const leave = () => location.replace("/recipes");
    setTimeout(() => fetch("/hide", { method: "POST", body: data, keepalive: true, redirect: "manual" }).then(leave, leave));
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); hide(); });
  let pressed = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") { pressed = []; delete button.dataset.n; return; }
    if (event.repeat) return;
    const now = Date.now();
    pressed = [...pressed.filter((at) => now - at < 5000), now];
    button.dataset.n = pressed.length;
    if (pressed.length >= 3) hide();
  }, true);
})();

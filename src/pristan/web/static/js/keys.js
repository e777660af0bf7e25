// Single letters as shortcuts: g then a letter goes to a page, / to the search field, ? lists them. Silent in fields, and
// wholly off when the person switched them off (WCAG 2.1.4).
(() => {
  if (document.documentElement.dataset.keys !== "on") return;
  const typing = (target) => target.closest?.("input, select, textarea, [contenteditable]");
  let go = 0;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "?") { document.getElementById("keys")?.showModal(); return; }
    if (event.key === "/") {
      const field = document.querySelector("input[type=search]");
      if (field) { event.preventDefault(); field.focus(); }
      return;
    }
    if (event.key === "g") { go = Date.now(); return; }
    if (Date.now() - go < 1500) document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`)?.click();
    go = 0;
  });
})();

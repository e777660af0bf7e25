// While the page follows the system, the switch must go to the other of light and dark: only the browser knows which it is.
(() => {
  const button = document.getElementById("theme");
  if (button && !document.documentElement.dataset.theme) {
    button.value = matchMedia("(prefers-color-scheme:dark)").matches ? "light" : "dark";
  }
})();

// Files go one by one, each with the progress of sending; without this script the form sends them together.
// What the server answers is the list of papers that came: from then on each is stored.
(() => {
  // A password half typed stays: a list that comes anew takes over its field, and the page waits before it reloads itself.
  const fields = (list) => [...list.querySelectorAll("input[type=password]")];
  const keep = (old, answer) => fields(old).forEach((field) => answer.querySelector(`#${CSS.escape(field.id)}`)?.replaceWith(field));
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    const typing = fields(document).some((field) => field.value || field === document.activeElement);
    if (!typing || !event.detail.xhr.getResponseHeader("HX-Refresh")) return;
    event.preventDefault();
    setTimeout(() => htmx.trigger(event.detail.elt, "again"), 2000);
  });

  const form = document.getElementById("add-form");
  const list = document.getElementById("progress");
  if (!form || !list) return;

  const send = (file) => new Promise((done) => {
    const line = list.appendChild(document.createElement("li"));
    const name = line.appendChild(document.createElement("b"));
    const bar = line.appendChild(document.createElement("progress"));
    const words = line.appendChild(document.createElement("span"));
    name.textContent = file.name;
    bar.setAttribute("aria-label", file.name);
    const data = new FormData(form);
    data.delete("files");
    data.append("files", file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-One", "1");
    request.upload.onprogress = (event) => { bar.max = event.total; bar.value = event.loaded; };
    request.onloadend = () => {
      bar.remove();
      const answer = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("#arrivals");
      const old = document.getElementById("arrivals");
      if (request.status === 200 && answer && old) {
        line.remove();
        keep(old, answer);
        old.replaceWith(answer);
        htmx.process(answer);
      } else words.textContent = list.dataset.lost;
      done();
    };
    request.send(data);
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    list.replaceChildren();
    for (const file of form.elements.files.files) await send(file);
    form.elements.files.value = "";
    document.getElementById("arrivals")?.focus();
  });
})();

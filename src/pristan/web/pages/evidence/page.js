// Files go one by one, each with its progress; without this script the form sends them together.
(() => {
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
    request.upload.onload = () => { bar.removeAttribute("value"); words.textContent = list.dataset.sending; };
    request.onloadend = () => {
      bar.remove();
      const answer = new DOMParser().parseFromString(request.responseText, "text/html").querySelector(".results");
      if (request.status === 200 && answer) words.replaceWith(answer);
      else words.textContent = list.dataset.lost;
      done();
    };
    request.send(data);
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    list.replaceChildren();
    for (const file of form.elements.files.files) await send(file);
    form.elements.files.value = "";
    const link = list.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
    link.href = location.pathname;
    link.textContent = list.dataset.done;
  });
})();

// Show or cover a passphrase while it is typed: the box says which fields it shows.
document.querySelectorAll("input[data-shows]").forEach((box) => box.addEventListener("change", () => {
  document.querySelectorAll(box.dataset.shows).forEach((field) => { field.type = box.checked ? "text" : "password"; });
}));
document.querySelectorAll("button[data-print]").forEach((button) => button.addEventListener("click", () => print()));

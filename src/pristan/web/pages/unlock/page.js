// Show or cover the passphrase while it is typed.
document.getElementById("show-passphrase")?.addEventListener("change", (event) => {
  document.getElementById("passphrase").type = event.target.checked ? "text" : "password";
});

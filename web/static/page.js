import { readyCamera } from "./camera.js";
import { byId, form, say, words } from "./common.js";

const LINES = { make: words.looking, playlist: words.making };

function setBusy(busy) {
  document.body.classList.toggle("busy", busy);
  for (const button of form.elements) if (button.type === "submit") button.disabled = busy;
}

function watchForm() {
  form.addEventListener("submit", (event) => {
    say(LINES[event.submitter?.id] ?? words.choosing);
    setTimeout(() => setBusy(true));
  });
  window.addEventListener("pageshow", () => {
    byId("once").value = String(crypto.getRandomValues(new BigUint64Array(1)));
    setBusy(false);
    say("");
  });
}

function readyPlayer() {
  const player = byId("player");
  player.hidden = false;
  byId("play").addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = player.dataset.address;
    frame.title = player.dataset.title;
    frame.allow = "encrypted-media; fullscreen";
    frame.referrerPolicy = "no-referrer";
    player.replaceChildren(frame);
    frame.focus();
  });
}

function readyPhotoField() {
  const field = byId("photo");
  const preview = byId("preview");
  const limit = Number(form.dataset.limitBytes);

  function show() {
    URL.revokeObjectURL(preview.src);
    const file = field.files[0];
    if (file && file.size > limit) {
      field.value = "";
      say(words.tooLarge);
    }
    const chosen = field.files[field.files.length - 1];
    preview.hidden = !chosen;
    if (chosen) {
      preview.src = URL.createObjectURL(chosen);
      say(field.files.length > 1 ? words.stillsReady : words.ready);
    }
  }

  function take(...photos) {
    if (!photos[0]?.type.startsWith("image/")) return;
    const files = new DataTransfer();
    for (const photo of photos) files.items.add(photo);
    field.multiple = photos.length > 1;
    field.files = files.files;
    show();
    byId("make").focus();
  }

  field.addEventListener("change", show);
  preview.addEventListener("error", () => (preview.hidden = true));
  window.addEventListener("pageshow", () => field.files[0] && show());
  watchDropAndPaste(take);
  if (navigator.mediaDevices?.getUserMedia) readyCamera(take);
}

function watchDropAndPaste(take) {
  const drop = byId("drop");
  byId("drop-help").hidden = false;
  document.addEventListener("paste", (event) => take(event.clipboardData.files[0]));
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || drop.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    take(event.dataTransfer.files[0]);
  });
}

if (form) watchForm();
if (form?.dataset.page) history.replaceState(null, "", form.dataset.page);
if (byId("photo")) readyPhotoField();
if (byId("player")) readyPlayer();

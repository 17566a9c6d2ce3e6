"use strict";

const byId = (id) => document.getElementById(id);
const form = byId("order");
const status = byId("status");
const words = form.dataset;

function say(told) {
  status.textContent = told;
}

function setBusy(busy) {
  document.body.classList.toggle("busy", busy);
  for (const button of form.querySelectorAll("button")) button.disabled = busy;
}

function watchForm() {
  form.addEventListener("submit", (event) => {
    const picked = event.submitter?.name === "mood";
    say(picked ? words.choosing : words.looking);
    setTimeout(() => setBusy(true));
  });
  window.addEventListener("pageshow", () => {
    byId("once").value = String(crypto.getRandomValues(new BigUint64Array(1)));
    setBusy(false);
    say("");
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
    const chosen = field.files[0];
    preview.hidden = !chosen;
    if (chosen) {
      preview.src = URL.createObjectURL(chosen);
      say(words.photoReady);
    }
  }

  function take(file) {
    if (!file?.type.startsWith("image/")) return;
    const files = new DataTransfer();
    files.items.add(file);
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

function readyCamera(take) {
  const [panel, video, on, shoot] = ["camera", "video", "camera-on", "shoot"].map(byId);
  let stream = null;

  function close() {
    stream?.getTracks().forEach((track) => track.stop());
    stream = video.srcObject = null;
    panel.hidden = true;
    on.hidden = false;
    byId("drop").classList.remove("live");
  }

  async function open() {
    on.disabled = true;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "user", width: { ideal: 1280 } } });
      video.srcObject = stream;
      await video.play();
      panel.hidden = false;
      on.hidden = true;
      byId("drop").classList.add("live");
      say(words.cameraOn);
      shoot.focus();
    } catch {
      close();
      say(words.noCamera);
    }
    on.disabled = false;
  }

  function still() {
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d").drawImage(video, 0, 0);
    close();
    canvas.toBlob((blob) => take(new File([blob], "camera.jpg", { type: "image/jpeg" })), "image/jpeg", 0.92);
  }

  on.hidden = false;
  on.addEventListener("click", open);
  shoot.addEventListener("click", still);
  byId("camera-off").addEventListener("click", () => {
    close();
    say("");
    on.focus();
  });
}

watchForm();
if (byId("photo")) readyPhotoField();

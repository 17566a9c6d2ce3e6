"use strict";

const FRAME_WIDTH = 320;
const FRAME_QUALITY = 0.7;
const STILLS = 5;
const STILLS_EVERY_MS = 400;
const NEWEST_WEIGHT = 0.3;
const SPEAK_EVERY_MS = 4000;
const CALM_EVERY_MS = 600;

const byId = (id) => document.getElementById(id);
const form = byId("order");
const status = byId("status");
const words = JSON.parse(form.dataset.words);
const wantsCalm = matchMedia("(prefers-reduced-motion: reduce)");
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function say(line) {
  status.textContent = line;
}

function setBusy(busy) {
  document.body.classList.toggle("busy", busy);
  for (const button of form.elements) if (button.type === "submit") button.disabled = busy;
}

function watchForm() {
  form.addEventListener("submit", (event) => {
    say(event.submitter?.id === "make" ? words.looking : words.choosing);
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

function readyCamera(take) {
  const [panel, video, on, shoot, watch] = ["camera", "video", "camera-on", "shoot", "watch"].map(byId);
  let stream = null;
  let live = null;

  function close() {
    live?.stop();
    stream?.getTracks().forEach((track) => track.stop());
    live = stream = video.srcObject = null;
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
      live = startLive(video);
      shoot.focus();
    } catch {
      close();
      say(words.noCamera);
    }
    on.disabled = false;
  }

  async function still() {
    const photo = await pictureOf(video, video.videoWidth, 0.92);
    close();
    take(photo);
  }

  async function stills() {
    say(words.holdOn);
    watch.disabled = shoot.disabled = true;
    const photos = [];
    while (photos.length < STILLS && stream) {
      photos.push(await pictureOf(video, Math.min(640, video.videoWidth), 0.9));
      await pause(STILLS_EVERY_MS);
    }
    watch.disabled = shoot.disabled = false;
    if (!stream) return;
    close();
    take(...photos);
  }

  document.addEventListener("visibilitychange", () => {
    if (stream && !document.hidden && live?.hasEnded()) live = startLive(video);
  });
  on.hidden = false;
  on.addEventListener("click", open);
  shoot.addEventListener("click", still);
  watch.addEventListener("click", stills);
  byId("camera-off").addEventListener("click", () => {
    close();
    say("");
    on.focus();
  });
}

async function pictureOf(video, width, quality) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.round((width * video.videoHeight) / video.videoWidth);
  canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
  return new File([blob], "camera.jpg", { type: "image/jpeg" });
}

// One small picture is under way at a time: the next is taken when the last one's answer is there.
function startLive(video) {
  const socket = new WebSocket(`${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/live`);
  let stopped = false;
  let mean = null;
  let spoken = -SPEAK_EVERY_MS;

  async function send() {
    await new Promise(requestAnimationFrame);
    if (stopped || socket.readyState !== WebSocket.OPEN) return;
    socket.send(await pictureOf(video, FRAME_WIDTH, FRAME_QUALITY));
  }

  function show(seen) {
    drawBoxes(video, seen.faces);
    mean = seen.room && (mean ? mean.map((p, i) => p + NEWEST_WEIGHT * (seen.room[i] - p)) : seen.room);
    drawMeters(mean);
    byId("live").hidden = false;
    if (performance.now() - spoken < SPEAK_EVERY_MS) return;
    spoken = performance.now();
    byId("seen").textContent = seen.line;
  }

  socket.addEventListener("open", send);
  socket.addEventListener("message", async (event) => {
    const seen = JSON.parse(event.data);
    if (stopped) return;
    if (seen.wait_s) await pause(1000 * seen.wait_s);
    else show(seen);
    if (wantsCalm.matches) await pause(CALM_EVERY_MS);
    send();
  });
  socket.addEventListener("close", () => {
    if (stopped) return;
    drawBoxes(video, []);
    byId("live").hidden = true;
    if (!document.hidden) say(words.liveEnded);
  });
  return {
    hasEnded: () => socket.readyState === WebSocket.CLOSED,
    stop() {
      stopped = true;
      socket.close();
      drawBoxes(video, []);
      byId("live").hidden = true;
    },
  };
}

function drawBoxes(video, faces) {
  const canvas = byId("boxes");
  const pen = canvas.getContext("2d");
  canvas.width = video.clientWidth;
  canvas.height = video.clientHeight;
  canvas.dataset.boxes = JSON.stringify(faces);
  pen.lineWidth = 3;
  pen.strokeStyle = pen.fillStyle = getComputedStyle(canvas).color;
  pen.font = "700 16px sans-serif";
  faces.forEach(([left, top, right, bottom], i) => {
    const x = (1 - right) * canvas.width;
    const y = top * canvas.height;
    pen.strokeRect(x, y, (right - left) * canvas.width, (bottom - top) * canvas.height);
    if (faces.length > 1) pen.fillText(i + 1, x + 6, y + 20);
  });
}

function drawMeters(mean) {
  [...byId("meters").tBodies[0].rows].forEach((row, i) => {
    row.querySelector("rect").setAttribute("width", mean ? (100 * mean[i]).toFixed(1) : 0);
    row.classList.toggle("strongest", Boolean(mean) && mean[i] === Math.max(...mean));
    row.cells[2].textContent = mean ? `${Math.round(100 * mean[i])}%` : "–";
  });
}

watchForm();
if (byId("photo")) readyPhotoField();
if (byId("player")) readyPlayer();

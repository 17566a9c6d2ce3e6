import { byId, pause, say, words } from "./common.js";

const FRAME_WIDTH = 320;
const FRAME_QUALITY = 0.7;
const NEWEST_WEIGHT = 0.3;
const SPEAK_EVERY_MS = 4000;
const CALM_EVERY_MS = 600;
const RETRY_FIRST_MS = 1000;
const RETRY_LAST_MS = 60000;
const wantsCalm = matchMedia("(prefers-reduced-motion: reduce)");

export async function pictureOf(video, width, quality) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.round((width * video.videoHeight) / video.videoWidth);
  canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
  return new File([blob], "camera.jpg", { type: "image/jpeg" });
}

// Shows how the faces look until it is stopped; gives a function that stops it.
export function startLive(video) {
  let stopped = false;
  let socket = null;

  async function keepUp() {
    let retryMs = RETRY_FIRST_MS;
    let told = false;
    while (!stopped) {
      await untilShown();
      if (stopped) return;
      socket = new WebSocket(`${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/live`);
      if (await talk(socket, video)) {
        retryMs = RETRY_FIRST_MS;
        told = false;
      }
      hide(video);
      if (stopped) return;
      if (!told && !document.hidden && byId("status").textContent !== words.holdOn) {
        told = true;
        say(words.liveEnded);
      }
      await pause(retryMs * (0.5 + Math.random()));
      retryMs = Math.min(2 * retryMs, RETRY_LAST_MS);
    }
  }

  keepUp();
  return () => {
    stopped = true;
    socket?.close();
    hide(video);
  };
}

async function untilShown() {
  while (document.hidden) {
    await new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
  }
}

// One small picture is under way at a time: the next is taken when the last one's answer is there.
async function talk(socket, video) {
  let mean = null;
  let answered = false;
  let spoken = -SPEAK_EVERY_MS;

  async function send() {
    await new Promise(requestAnimationFrame);
    if (socket.readyState === WebSocket.OPEN) socket.send(await pictureOf(video, FRAME_WIDTH, FRAME_QUALITY));
  }

  function show(seen) {
    drawBoxes(video, seen.faces);
    mean = seen.room && (mean ? mean.map((p, i) => p + NEWEST_WEIGHT * (seen.room[i] - p)) : seen.room);
    drawMeters(mean);
    byId("live").hidden = false;
    if (performance.now() - spoken < SPEAK_EVERY_MS || byId("seen").textContent === seen.line) return;
    spoken = performance.now();
    byId("seen").textContent = seen.line;
  }

  socket.addEventListener("open", send);
  socket.addEventListener("message", async (event) => {
    if (socket.readyState !== WebSocket.OPEN) return;
    const seen = JSON.parse(event.data);
    if (!answered && byId("status").textContent === words.liveEnded) say(words.cameraOn);
    answered = true;
    if (seen.wait_s) await pause(1000 * seen.wait_s);
    else show(seen);
    if (wantsCalm.matches) await pause(CALM_EVERY_MS);
    send();
  });
  await new Promise((done) => socket.addEventListener("close", done));
  return answered;
}

function hide(video) {
  drawBoxes(video, []);
  byId("live").hidden = true;
  byId("seen").textContent = "";
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

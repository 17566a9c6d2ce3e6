import { byId, pause, say, words } from "./common.js";
import { pictureOf, startLive } from "./live.js";

const STILLS = 5;
const STILLS_EVERY_MS = 400;

// Gives the photos to `take`.
export function readyCamera(take) {
  const [panel, video, on, shoot, watch] = ["camera", "video", "camera-on", "shoot", "watch"].map(byId);
  let stream = null;
  let stopLive = null;
  let busy = false;

  function close() {
    stopLive?.();
    stream?.getTracks().forEach((track) => track.stop());
    stopLive = stream = video.srcObject = null;
    panel.hidden = true;
    on.hidden = false;
    byId("drop").classList.remove("live");
  }

  function leave(line) {
    close();
    say(line);
    on.focus();
  }

  async function open() {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "user", width: { ideal: 1280 } } });
      stream.getVideoTracks()[0].addEventListener("ended", () => leave(words.cameraLost));
      video.srcObject = stream;
      await video.play();
      panel.hidden = false;
      on.hidden = true;
      byId("drop").classList.add("live");
      say(words.cameraOn);
      stopLive = startLive(video);
      shoot.focus();
    } catch {
      leave(words.noCamera);
    }
  }

  async function still() {
    const photo = await pictureOf(video, video.videoWidth, 0.92);
    close();
    take(photo);
  }

  async function stills() {
    say(words.holdOn);
    const photos = [];
    while (photos.length < STILLS && stream) {
      photos.push(await pictureOf(video, Math.min(640, video.videoWidth), 0.9));
      await pause(STILLS_EVERY_MS);
    }
    if (!stream) return;
    close();
    take(...photos);
  }

  const onlyOnce = (act) => async () => {
    if (busy) return;
    busy = true;
    await act().finally(() => (busy = false));
  };
  on.hidden = false;
  on.addEventListener("click", onlyOnce(open));
  shoot.addEventListener("click", onlyOnce(still));
  watch.addEventListener("click", onlyOnce(stills));
  byId("camera-off").addEventListener("click", () => leave(""));
}

export const byId = (id) => document.getElementById(id);
export const form = byId("order");
export const words = form ? JSON.parse(form.dataset.words) : {};
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export function say(line) {
  byId("status").textContent = line;
}

// Values are only ever put in as text.

const labels = document.getElementById("~labels").dataset;
const fill = (words, ...values) => values.reduce((text, value, place) => text.replace("{" + place + "}", () => value), words);
const language = document.documentElement.lang;
const inputs = [...document.querySelectorAll("[data-entry]")];
const exercise = document.getElementById("~exercise");
const texts = [...document.querySelectorAll(".text, .subject-text")];
// A slot shows its value; the field to type it in is made when its message is first shown.
const slots = [...document.querySelectorAll(".slot")].map((element) => {
  const shown = document.createElement("span");
  const empty = element.textContent;
  shown.className = "shown";
  shown.textContent = empty;
  element.replaceChildren(shown);
  return { element, shown, empty, input: inputs[Number(element.dataset.field)], inline: null };
});
const slotOf = new Map(slots.map((slot) => [slot.element, slot]));

// The words of a text, without the fields in it.
const wordsOf = (text) => [...text.childNodes].map((node) => {
  const slot = slotOf.get(node);
  return slot ? slot.shown.textContent : node.textContent;
}).join("");
wordsToCopy = (from) => wordsOf(from).trim();

// One line, without characters that cannot be seen or that turn the direction of the text.
const clean = (value) => value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
  .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "").trim();

// Dates and times as the reader writes them: the labels have each day, each full hour, and each hour with minutes.
const [days, hours, times] = [labels.days, labels.hours, labels.times].map((list) => list.split("|"));
const written = (kind, value) => {
  const [date, time] = kind === "time" ? ["", value] : value.split("T");
  const parts = [];
  if (date) {
    const day = new Date(date + "T00:00:00Z");
    if (Number.isNaN(day.getTime())) return "";
    const month = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(day);
    parts.push(fill(days[day.getUTCDate() - 1], month, day.getUTCFullYear()));
  }
  if (time) {
    const [hour, minutes] = time.split(":");
    if (!times[Number(hour)]) return "";
    parts.push(minutes === "00" ? hours[Number(hour)] : fill(times[Number(hour)], minutes));
  }
  return parts.length > 1 ? fill(labels.moment, ...parts) : parts.join("");
};
const valueOf = (input) => {
  const value = clean(input.value);
  return value && ["date", "time", "datetime"].includes(input.dataset.kind) ? written(input.dataset.kind, value) : value;
};

const count = (text) => {
  const shown = document.getElementById(text.id + "-count");
  if (!shown) return false;
  let isEstimate = false;
  // An empty field is counted with the longest value to expect.
  const words = [...text.childNodes].map((node) => {
    const slot = slotOf.get(node);
    if (!slot) return node.textContent;
    if (!node.classList.contains("empty")) return slot.shown.textContent;
    isEstimate = true;
    return slot.input.dataset.longest || slot.empty;
  }).join("").trim();
  const limit = text.dataset.limit ? Number(text.dataset.limit) : Infinity;
  const said = [];
  let size = 0;
  if (text.dataset.measure === "parts") {
    const counted = countParts(words);
    size = counted.parts;
    said.push(fill(labels.parts, counted.parts, counted.used));
    if (size > limit) said.push(fill(labels.partsLimit, limit));
    if (counted.foreign.length) said.push(fill(labels.unicode, counted.foreign.slice(0, 12).join(" ")));
  } else if (text.dataset.measure === "characters") {
    size = text.dataset.weighted ? weigh(words) : characters(words).length;
    said.push(limit < Infinity ? fill(labels.charactersOf, size, limit) : fill(labels.characters, size));
  } else {
    size = secondsAloud(words);
    said.push(limit < Infinity ? fill(labels.secondsOf, size, limit) : fill(labels.seconds, size));
  }
  const isOver = size > limit;
  if (isEstimate) said[0] = "≤ " + said[0];
  if (isOver) said.unshift(labels.tooLong);
  shown.textContent = said.join(" · ");
  shown.classList.toggle("over", isOver);
  return isOver;
};

const left = document.getElementById("~left");
const fillIn = (from) => {
  const changed = new Set();
  for (const slot of slots) {
    if (from && slot.input !== from) continue;
    const value = valueOf(slot.input);
    slot.shown.textContent = value || slot.empty;
    slot.element.classList.toggle("empty", !value);
    if (slot.inline && slot.inline !== document.activeElement) slot.inline.value = slot.input.value;
    changed.add(slot.element.parentElement);
  }
  (from ? [...changed] : texts).forEach(count);
  const empty = inputs.filter((input) => !valueOf(input)).length;
  inputs.forEach((input) => input.closest(".entry").classList.toggle("empty", !valueOf(input)));
  left.textContent = empty === 0 ? labels.noneEmpty : empty === 1 ? labels.oneEmpty : fill(labels.manyEmpty, empty);
  showStates();
};

// Said once the typing pauses: what is left to fill in, and which texts are too long.
let pause = 0;
const tell = () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    const over = [...document.querySelectorAll(".over")].map((element) => element.dataset.title + ": " + labels.tooLong);
    say([left.textContent, ...over.slice(0, 3)].join(". "));
  }, 1000);
};

const setExercise = () => {
  document.querySelectorAll(".prefix").forEach((prefix) => {
    prefix.textContent = exercise.checked ? labels.exercisePrefix : "";
  });
  document.getElementById("~banner").hidden = !exercise.checked;
  texts.forEach(count);
};

const settle = (input, value) => {
  input.value = clean(String(value)).slice(0, input.maxLength > 0 ? input.maxLength : 64);
  if (input.selectedIndex === -1) input.selectedIndex = 0;
};

document.addEventListener("input", (event) => {
  const { entry, inline } = event.target.dataset;
  if (inline !== undefined) settle(inputs[Number(inline)], event.target.value);
  else if (entry === undefined) return;
  fillIn(inline === undefined ? event.target : inputs[Number(inline)]);
  tell();
});
exercise.addEventListener("change", setExercise);
// A value in a text leads to its field.
document.addEventListener("click", (event) => {
  const slot = slotOf.get(event.target.closest(".slot"));
  if (slot && slot.inline && event.target !== slot.inline) slot.inline.focus();
});
copied = (from) => {
  const empty = from.querySelectorAll(".slot.empty").length;
  return empty ? fill(labels.copiedEmpty, empty) : labels.copied;
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.now) {
    const input = document.getElementById(button.dataset.now);
    const now = new Date();
    const date = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
    const time = two(now.getHours()) + ":" + two(now.getMinutes());
    input.value = { date, time, datetime: date + "T" + time }[input.dataset.kind];
    fillIn(input);
    tell();
  } else if (button.dataset.sent) {
    const input = document.getElementById(button.dataset.sent);
    input.value = clock(new Date());
    setSent(letters.find((letter) => letter.sent === input));
  } else if (button.dataset.do === "save") {
    const values = { ...Object.fromEntries(inputs.filter((input) => input.value)
      .map((input) => [input.dataset.entry, input.value])), ...stateToSave() };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(values, null, 2) + "\n"], { type: "application/json" }));
    link.download = labels.file + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  } else if (button.dataset.do === "load") {
    document.getElementById("~file").click();
  } else if (button.dataset.do === "clear") {
    inputs.forEach((input) => { input.value = ""; });
    fillIn();
    slots.forEach((slot) => { if (slot.inline) slot.inline.value = ""; });
    tell();
  }
});
document.getElementById("~file").addEventListener("change", async (event) => {
  const file = event.target.files[0];
  event.target.value = "";
  let values = null;
  try {
    if (file && file.size < 1000000) values = JSON.parse(await file.text());
  } catch {
    values = null;
  }
  const known = values && typeof values === "object" ?
    inputs.filter((input) => Object.hasOwn(values, input.dataset.entry) &&
      ["string", "number"].includes(typeof values[input.dataset.entry])) : [];
  known.forEach((input) => settle(input, values[input.dataset.entry]));
  if (values && typeof values === "object") loadState(values);
  fillIn();
  say(known.length ? fill(labels.loaded, known.length) : labels.notLoaded);
});

window.addEventListener("pageshow", () => {
  setExercise();
  letters.forEach((letter) => { if (letter.sent.value) letter.values = valuesIn(letter); });
  fillIn();
  open();
});

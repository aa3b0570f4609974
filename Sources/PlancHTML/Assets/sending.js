// The messages in the order of sending, one at a time: what is done, due and late, and what has changed since it was sent. All of
// it lives in the page alone, until it is saved to a file.

const start = document.getElementById("~t0");
const tabs = [...document.querySelectorAll("[role=tab]")];
const panels = tabs.map((tab) => document.getElementById(tab.getAttribute("aria-controls")));
const letters = [...document.querySelectorAll(".letter")].map((element) => ({
  element,
  minutes: element.dataset.minutes === undefined ? null : Number(element.dataset.minutes),
  heading: element.querySelector("h2"),
  state: element.querySelector(".letter-state"),
  changed: element.querySelector(".changed"),
  sent: element.querySelector("[data-sent-at]"),
  checks: [...element.querySelectorAll(".checks [data-check]")],
  slots: slots.filter((slot) => element.contains(slot.element)),
  link: document.querySelector('.order [data-letter="' + element.dataset.letter + '"]'),
  // What its fields were when it was sent.
  values: null,
}));
let current = null;

const clock = (date) => two(date.getHours()) + ":" + two(date.getMinutes());
const hour = (time) => written("time", time);
const moment = (date) => {
  const isToday = date.toDateString() === new Date().toDateString();
  const day = date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate());
  return isToday ? hour(clock(date)) : written("datetime", day + "T" + clock(date));
};
const valuesIn = (letter) => new Map(letter.slots.map((slot) => [slot.input, valueOf(slot.input)]));
const titleOf = (input) => input.labels[0].textContent;

// When a message is due by the clock on the wall; nothing as long as nobody says when the plan was activated.
const due = (letter) => {
  const from = start.value ? new Date(start.value) : null;
  if (!from || Number.isNaN(from.getTime()) || letter.minutes === null) return null;
  return new Date(from.getTime() + letter.minutes * 60000);
};
const changesOf = (letter) => letter.values === null ? [] :
  [...letter.values].filter(([input, value]) => valueOf(input) !== value);
// A state is a word and a sign, never a colour.
const stateOf = (letter) => {
  if (letter.sent.value) {
    const words = fill(labels.sent, hour(letter.sent.value));
    return changesOf(letter).length ? { name: "changed", sign: "≠", words: words + " · " + labels.changed } :
      { name: "sent", sign: "✓", words };
  }
  const at = due(letter);
  if (!at) return { name: "open", sign: "○", words: labels.toSend };
  return at < new Date() ? { name: "late", sign: "!", words: fill(labels.late, moment(at)) } :
    { name: "due", sign: "○", words: fill(labels.due, moment(at)) };
};
function showStates() {
  for (const letter of letters) {
    const state = stateOf(letter);
    letter.link.dataset.state = state.name;
    letter.link.querySelector(".sign").textContent = state.sign;
    letter.link.querySelector(".state").textContent = state.words;
    letter.state.textContent = state.words;
    const changes = changesOf(letter).map(([input, value]) =>
      fill(labels.wasNow, titleOf(input), value || "–", valueOf(input) || "–"));
    letter.changed.textContent = changes.length ? labels.changed + labels.colon + changes.join(" · ") : "";
    letter.changed.hidden = !changes.length;
  }
  const done = letters.filter((letter) => letter.sent.value).length;
  document.getElementById("~done").textContent = fill(labels.done, done, letters.length);
}
const setSent = (letter) => {
  letter.values = letter.sent.value ? valuesIn(letter) : null;
  showStates();
  say(letter.state.textContent);
};

// The fields in the texts of a message, each the twin of the one among all values.
const prepare = (letter) => letter.slots.filter((slot) => !slot.inline).forEach((slot) => {
  const twin = slot.input.cloneNode(true);
  const example = document.getElementById(slot.input.id + "-hint").textContent;
  for (const name of ["id", "data-entry", "aria-describedby"]) twin.removeAttribute(name);
  twin.className = "inline";
  twin.dataset.inline = slot.element.dataset.field;
  twin.setAttribute("aria-label", titleOf(slot.input));
  if (example) twin.title = example;
  if ("placeholder" in twin) twin.placeholder = titleOf(slot.input);
  if (!twin.matches("[type=text], [type=tel], [type=url]")) slot.element.dataset.named = "";
  else if (!CSS.supports("field-sizing", "content")) twin.size = Math.min(24, Math.max(8, titleOf(slot.input).length));
  twin.value = slot.input.value;
  slot.inline = twin;
  slot.element.append(twin);
  slot.element.classList.add("ready");
});

const choose = (place) => {
  tabs.forEach((tab, other) => {
    tab.setAttribute("aria-selected", String(other === place));
    panels[other].hidden = other !== place;
  });
};
const show = (letter, isAsked) => {
  current = letter;
  prepare(letter);
  letters.forEach((other) => {
    other.element.hidden = other !== letter;
    if (other === letter) other.link.setAttribute("aria-current", "true"); else other.link.removeAttribute("aria-current");
  });
  document.getElementById("~back").setAttribute("href", "#" + encodeURIComponent(letter.element.id));
  document.getElementById("~back").textContent = letter.element.getAttribute("aria-label");
  choose(0);
  if (isAsked) {
    letter.heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
};
// What the address asks for: a message, or all values; else the first message that has not been sent.
const open = () => {
  const asked = decodeURIComponent(location.hash.slice(1));
  const letter = letters.find((one) => one.element.id === asked);
  if (asked === "~fields") {
    choose(1);
    document.getElementById("~fields").focus();
  } else if (letter) {
    show(letter, true);
  } else if (!current && letters.length) {
    show(letters.find((one) => !one.sent.value) || letters[0], false);
  }
};
window.addEventListener("hashchange", open);
// A link to what is shown already changes no address.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && link.hash === location.hash) open();
});

tabs.forEach((tab, place) => {
  tab.addEventListener("click", () => {
    choose(place);
    if (place === 1) fillIn();
  });
  tab.addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const other = (place + 1) % tabs.length;
    tabs[other].focus();
    choose(other);
  });
});
document.addEventListener("change", (event) => {
  const target = event.target;
  if (target === start) showStates();
  if (target.dataset.sentAt !== undefined) setSent(letters.find((letter) => letter.sent === target));
  if (target.dataset.check !== undefined || target.dataset.back !== undefined) {
    target.closest("li, .back").querySelector(".at").value = target.checked ? clock(new Date()) : "";
  }
});
setInterval(showStates, 30000);

// What is saved beside the values, under names that no field can have.
const stateToSave = () => {
  const state = {};
  if (start.value) state["~t0"] = start.value;
  const sent = letters.filter((letter) => letter.sent.value).map((letter) => [letter.element.id, {
    at: letter.sent.value,
    values: Object.fromEntries([...letter.values].map(([input, value]) => [input.dataset.entry, value])),
  }]);
  if (sent.length) state["~sent"] = Object.fromEntries(sent);
  return state;
};
const loadState = (state) => {
  if (typeof state["~t0"] === "string") start.value = state["~t0"];
  const sent = state["~sent"];
  if (!sent || typeof sent !== "object") return;
  for (const letter of letters) {
    const known = Object.hasOwn(sent, letter.element.id) ? sent[letter.element.id] : null;
    if (!known || typeof known.at !== "string") continue;
    letter.sent.value = known.at;
    letter.values = new Map([...valuesIn(letter)].map(([input, value]) => {
      const then = known.values && Object.hasOwn(known.values, input.dataset.entry) ? known.values[input.dataset.entry] : value;
      return [input, clean(String(then))];
    }));
  }
};

document.querySelectorAll("button[hidden]").forEach((button) => { button.hidden = false; });

// Paper has a line to write on where no time was entered, not the browser's dashes.
window.addEventListener("beforeprint", () => {
  document.querySelectorAll("input").forEach((input) => input.classList.toggle("open", !input.value));
});

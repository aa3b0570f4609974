"use strict";
// Ticks and times live in the page alone: the browser keeps them when one goes back to it, nothing is stored.

const announcer = document.getElementById("~status");
const say = (words) => {
  announcer.textContent = "";
  setTimeout(() => { announcer.textContent = words; }, 50);
};
const two = (number) => String(number).padStart(2, "0");

const showProgress = (list) => {
  const boxes = [...list.querySelectorAll(".act > input")];
  const count = document.createElement("span");
  count.textContent = boxes.filter((box) => box.checked).length + " / " + boxes.length;
  const shown = list.querySelector(".progress");
  shown.replaceChildren(count);
  shown.hidden = false;
};
document.addEventListener("change", (event) => {
  const box = event.target;
  if (!box.matches(".act > input")) return;
  const now = new Date();
  box.parentElement.querySelector(".done input").value =
    box.checked ? two(now.getHours()) + ":" + two(now.getMinutes()) : "";
  showProgress(box.closest(".steps"));
});
window.addEventListener("pageshow", () => document.querySelectorAll(".steps").forEach(showProgress));

// What of a text is copied: a page with blanks in it says so itself.
let wordsToCopy = (from) => from.innerText.trim();

// A page from a file may be refused the clipboard: then the words are put into a field and copied the old way.
const copy = async (words) => {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = words;
    field.className = "hidden";
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    return isCopied;
  }
};
let copied = () => announcer.dataset.copied;
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.do === "print") window.print();
  if (button.dataset.copy) {
    const from = document.getElementById(button.dataset.copy);
    if (await copy(wordsToCopy(from))) say(copied(from));
    button.focus();
  }
});

// The contents at the foot of the screen: where one is, and out of the way once one has chosen.
const jump = document.querySelector(".jump");
if (jump) {
  const links = [...jump.querySelectorAll("a:not(.top)")];
  const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const here = jump.querySelector(".here");
  let current = -1;
  const show = () => {
    let low = -1;
    let high = targets.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (targets[middle].getBoundingClientRect().top < innerHeight / 3) low = middle; else high = middle;
    }
    if (low === current) return;
    if (current >= 0) links[current].removeAttribute("aria-current");
    current = low;
    if (current >= 0) links[current].setAttribute("aria-current", "true");
    here.textContent = current >= 0 ? links[current].textContent : "";
  };
  let isAsked = false;
  window.addEventListener("scroll", () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => { isAsked = false; show(); });
  }, { passive: true });
  show();
  jump.addEventListener("toggle", () => { if (jump.open && current >= 0) links[current].scrollIntoView({ block: "center" }); });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".jump a") || !event.target.closest(".jump")) jump.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !jump.open) return;
    jump.open = false;
    jump.querySelector("summary").focus();
  });
}
document.querySelectorAll("button[data-do=print], button[data-copy]").forEach((button) => { button.hidden = false; });

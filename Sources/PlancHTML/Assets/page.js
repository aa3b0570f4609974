"use strict";
// Ticks and times live in the page alone: the browser keeps them when one goes back to it, nothing is stored.
{
  const status = document.getElementById("~status");
  const say = (words) => { if (status) { status.textContent = ""; setTimeout(() => { status.textContent = words; }, 50); } };

  const progress = (list) => {
    const boxes = [...list.querySelectorAll(".act > input")];
    const shown = list.querySelector(".progress");
    const count = document.createElement("span");
    count.textContent = boxes.filter((box) => box.checked).length + " / " + boxes.length;
    shown.replaceChildren(count);
    shown.hidden = false;
  };
  const lists = [...document.querySelectorAll(".steps")];
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!box.matches(".act > input")) return;
    const now = new Date();
    const done = box.parentElement.querySelector(".done input");
    const two = (number) => String(number).padStart(2, "0");
    done.value = box.checked ? two(now.getHours()) + ":" + two(now.getMinutes()) : "";
    progress(box.closest(".steps"));
  });
  window.addEventListener("pageshow", () => lists.forEach(progress));

  const copy = async (text, from) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without leave to use the clipboard: select the words and ask the old way.
      const range = document.createRange();
      range.selectNodeContents(from);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      if (!document.execCommand("copy")) return;
    }
    say(status ? status.dataset.copied : "");
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.do === "print") window.print();
    if (button.dataset.copy) {
      const from = document.getElementById(button.dataset.copy);
      copy(from.innerText.trim(), from);
    }
  });
  document.querySelectorAll("button[data-do=print], button[data-copy]").forEach((button) => { button.hidden = false; });
}

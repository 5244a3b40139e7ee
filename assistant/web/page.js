// The page's own behaviour: example questions, the source pane, copying a reference, and a word to screen readers.
(() => {
  const wide = matchMedia("(min-width: 1000px)");
  const pane = () => document.getElementById("source");
  let opener = null; // the data-source of the chip that opened the pane: the chip itself may be drawn anew meanwhile

  function ask(question) {
    const box = document.querySelector("#box textarea, #box input");
    box.value = question;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => document.getElementById("ask").click(), 60); // Gradio takes the new value in first
  }

  function open(name) {
    const source = document.getElementById(name), dialog = pane();
    if (!source || !dialog) return;
    document.getElementById("source-body").replaceChildren(...source.cloneNode(true).childNodes);
    const title = dialog.querySelector("h2");
    title.id = "source-title";
    if (dialog.open) dialog.close();
    opener = name;
    document.body.classList.add("reading");
    wide.matches ? dialog.show() : dialog.showModal();
    dialog.scrollTop = 0;
    title.focus({ preventScroll: true });
    showOpened();
    const mark = dialog.querySelector("mark");
    if (mark && mark.getBoundingClientRect().bottom > innerHeight) mark.scrollIntoView({ block: "center" });
  }

  function showOpened() {
    document.querySelectorAll(".chip").forEach((chip) => chip.setAttribute("aria-expanded", String(chip.dataset.source === opener)));
  }

  function closed() {
    document.body.classList.remove("reading");
    opener = null; // the browser gives the focus back to the chip
    showOpened();
  }

  async function copy(button) {
    const told = button.parentElement.querySelector(".copied");
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      told.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(button.parentElement.querySelector("p"));
      told.textContent = "Selected; copy it with your keyboard";
    }
  }

  document.addEventListener("click", (event) => {
    const on = (selector) => event.target.closest?.(selector);
    if (on("[data-ask]")) ask(on("[data-ask]").dataset.ask);
    else if (on("[data-source]")) open(on("[data-source]").dataset.source);
    else if (on("[data-copy]")) copy(on("[data-copy]"));
    else if (on("#source .close")) { event.preventDefault(); pane().close(); closed(); }
    else if (on("#clear") && pane()?.open) { pane().close(); closed(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pane()?.open) { event.preventDefault(); pane().close(); closed(); }
  });

  let turns = 0, spoken = "";
  function changed() {
    const all = document.querySelectorAll("#record .turn"), last = all[all.length - 1];
    if (all.length > turns) last.scrollIntoView({ block: "start", behavior: "smooth" });
    turns = all.length;
    showOpened();
    const words = last ? `${turns} ${last.dataset.said}` : "";
    if (words !== spoken && document.getElementById("spoken")) {
      spoken = words;
      document.getElementById("spoken").textContent = last?.dataset.said ?? "";
    }
  }
  new MutationObserver((seen) => {
    if (seen.some((one) => one.target.closest?.("#record"))) changed();
  }).observe(document, { childList: true, subtree: true });
})();

// Beyond the sheets' script: the lines of a node of the drawing light up while it is pointed at or focused.
for (const node of document.querySelectorAll("[data-node]")) {
  const lines = document.querySelectorAll(`[data-ends~="${node.dataset.node}"]`);
  const light = (on) => () => lines.forEach((line) => line.classList.toggle("lit", on));
  for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
    node.addEventListener(name, light(on));
  }
}

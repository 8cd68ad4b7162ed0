// Answers a search as one types. Without this script the form still works.
const field = document.getElementById("q");
const hits = document.getElementById("hits");
let waiting = 0;

async function lookUp() {
  const words = field.value.trim();
  if (words.length < 2) {
    hits.replaceChildren();
    return;
  }
  const answer = await fetch("/api/search?q=" + encodeURIComponent(words));
  if (!answer.ok || words !== field.value.trim()) return;
  const { items } = await answer.json();
  hits.replaceChildren(...items.map(link));
}

function link(item) {
  const found = document.createElement("a");
  found.href = item.href;
  found.textContent = `${item.name} (${item.type}${item.area ? ", " + item.area : ""})`;
  return found;
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(lookUp, 150);
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hits.replaceChildren();
});

// Answers a search as one types. Without this script the form still works.
const field = document.getElementById("q");
const hits = document.getElementById("hits");

// Looks up what is typed into a field, and puts what is found into a list.
async function lookUp(field, list, shown) {
  const words = field.value.trim();
  if (words.length < 2) {
    list.replaceChildren();
    return;
  }
  const answer = await fetch("/api/search?q=" + encodeURIComponent(words));
  if (!answer.ok || words !== field.value.trim()) return;
  const { items } = await answer.json();
  list.replaceChildren(...items.map(shown));
}

function answerAsOneTypes(field, list, shown) {
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(lookUp, 150, field, list, shown);
  });
}

function link(item) {
  const found = document.createElement("a");
  found.href = item.href;
  found.textContent = `${item.name} (${item.type}, ${item.place})`;
  return found;
}

// A name with its area means the one of that area.
function choice(item) {
  const found = document.createElement("option");
  found.value = item.area ? `${item.name} (${item.area})` : item.name;
  return found;
}

answerAsOneTypes(field, hits, link);
for (const named of document.querySelectorAll("[data-names]")) {
  answerAsOneTypes(named, named.list, choice);
}
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hits.replaceChildren();
});

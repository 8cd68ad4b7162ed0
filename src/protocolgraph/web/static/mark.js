// Puts words that are marked in the document's text into the form. Without this script they can be copied.
const text = document.getElementById("source");
const quote = document.getElementById("quote");
const further = document.getElementById("further");
const marked = document.getElementById("marked");
let own = quote.value === "";

function words() {
  return text.value.slice(text.selectionStart, text.selectionEnd).split(/\s+/).filter(Boolean).join(" ");
}

function tell(found) {
  const count = found.split(" ").length;
  marked.textContent = `${count} ${count === 1 ? "word is" : "words are"} in the form.`;
}

// Shows the words that a statement was read from: lines before them, as a share of all.
function scrollTo(start) {
  const before = text.value.slice(0, start).split("\n").length - 3;
  text.scrollTop = (text.scrollHeight * Math.max(0, before)) / text.value.split("\n").length;
}

if (text) {
  further.hidden = false;
  // A text area that is read only has no caret in Chromium, so the keyboard could mark nothing in it.
  text.readOnly = false;
  text.setAttribute("aria-readonly", "true");
  text.addEventListener("beforeinput", (event) => event.preventDefault());
  if (text.dataset.start !== "0") scrollTo(Number(text.dataset.start));
  text.addEventListener("select", () => {
    const found = words();
    if (!found || !own) return;
    quote.value = found;
    tell(found);
  });
  further.addEventListener("click", () => {
    const found = words();
    if (!found) return;
    quote.value = quote.value && quote.value !== found ? `${quote.value} […] ${found}` : found;
    own = false;
    tell(quote.value);
  });
  quote.addEventListener("input", () => {
    own = quote.value === "";
  });
}

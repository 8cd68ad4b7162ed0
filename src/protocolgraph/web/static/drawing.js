// Brings what a drawing is about into view where it is wider than the screen. Without this script one scrolls.
for (const frame of document.querySelectorAll(".drawing")) {
  const boxes = [...frame.querySelectorAll(".node")];
  const top = (box) => box.getBoundingClientRect().top;
  const sought = boxes.find((box) => box.classList.contains("marked")) ?? boxes.sort((a, b) => top(a) - top(b))[0];
  if (!sought || frame.scrollWidth <= frame.clientWidth) continue;
  const place = sought.getBoundingClientRect();
  const own = frame.getBoundingClientRect();
  frame.scrollLeft += place.left - own.left - (own.width - place.width) / 2;
  frame.scrollTop += Math.max(0, place.bottom - own.bottom + own.height / 3);
}

// Looks again, where what was asked for was still being worked out.
if (document.querySelector(".pending")) setTimeout(() => location.reload(), 2000);

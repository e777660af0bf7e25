// What is not whole on a page, measured from the boxes the browser laid out; see geometry.py.
(slack) => {
  const faults = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.push(`the page is ${wide} px wider than the window`);
  const name = (node) => {
    const el = node.nodeType === 3 ? node.parentElement : node;
    const words = (node.textContent || el.getAttribute("aria-label") || el.name || "").trim().replace(/\s+/g, " ").slice(0, 50);
    return `<${el.tagName.toLowerCase()}${el.id ? "#" + el.id : ""} class="${el.getAttribute("class") || ""}"> "${words}"`;
  };
  const seen = (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const hiddenForEyes = (el) => { for (; el; el = el.parentElement) { const style = getComputedStyle(el); if (style.clipPath.startsWith("inset(50%") || (el.offsetWidth === 1 && el.offsetHeight === 1)) return true; if (style.position === "absolute" && parseFloat(style.left) < -900) return true; } return false; };
  const scrolled = (el) => { for (; el && el !== document.body; el = el.parentElement) { const style = getComputedStyle(el); if (/(auto|scroll)/.test(style.overflowX + style.overflowY)) return true; } return false; };
  const frame = (el) => el.closest(".top, .tabs, .nav, .skip, dialog, .toast");
  // 1. words: outside the window, or cut by a box that hides what overflows
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const el = node.parentElement;
    if (!node.data.trim() || !el || el.closest("script,style,template,datalist,option,svg,meter,progress") || !seen(el) || hiddenForEyes(el)) continue;
    const range = document.createRange(); range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((r) => r.width > 1 && r.height > 1);
    if (!rects.length) continue;
    const scrolls = scrolled(el);
    for (let box = el; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (/(auto|scroll)/.test(style.overflowX + style.overflowY)) break;
      if (/(hidden|clip)/.test(style.overflowX) && style.textOverflow !== "ellipsis") {
        const b = box.getBoundingClientRect();
        if (rects.some((r) => r.right > b.right + slack || r.left < b.left - slack || r.bottom > b.bottom + slack || r.top < b.top - slack)) faults.push(`cut: ${name(node)}`);
      }
    }
    if (!scrolls && rects.some((r) => r.right > innerWidth + slack || r.left < -slack)) faults.push(`outside the window: ${name(node)}`);
    if (!scrolls && !frame(el)) texts.push(...rects.map((r) => ({ node, el, r })));
  }
  // 2. controls whose words do not fit in them
  for (const el of document.querySelectorAll("button, a.btn, .v, .fx, .ev, .tag, .stamp")) {
    if (seen(el) && !hiddenForEyes(el) && el.clientWidth && el.scrollWidth > el.clientWidth + slack) faults.push(`too narrow for its words: ${name(el)}`);
  }
  // 3. words on words
  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.35 * Math.min(a.height, b.height);
  texts.sort((a, b) => a.r.top - b.r.top);
  for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length && texts[j].r.top < texts[i].r.bottom; j++) {
    if (texts[i].node !== texts[j].node && overlap(texts[i].r, texts[j].r)) faults.push(`on top of each other: ${name(texts[i].node)} and ${name(texts[j].node)}`);
  }
  // 4. controls on controls
  const controls = [...document.querySelectorAll("main a, main button, main input, main select, main textarea, main summary")].filter((el) => seen(el) && !hiddenForEyes(el) && !el.closest("svg") && !scrolled(el) && el.type !== "hidden");
  const boxes = controls.flatMap((el) => [...el.getClientRects()].filter((r) => r.width > 1).map((r) => ({ el, r }))).sort((a, b) => a.r.top - b.r.top);
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length && boxes[j].r.top < boxes[i].r.bottom; j++) {
    const [a, b] = [boxes[i], boxes[j]];
    if (a.el === b.el || a.el.contains(b.el) || b.el.contains(a.el)) continue;
    if (Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left) > 3 && Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top) > 6) faults.push(`controls on each other: ${name(a.el)} and ${name(b.el)}`);
  }
  return [...new Set(faults)];
}

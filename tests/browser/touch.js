// What is too low for a thumb: each link, button, fold and field that shows, by the height over which a touch reaches it.
// A link in the middle of a sentence may be as high as its line.
thumb => {
  const presses = 'a[href], button, summary, label:has(input), input:not([type=checkbox], [type=radio]), textarea';
  const reaches = (one, hit) => hit && (one.contains(hit) || one.control === hit);
  const inSentence = one => {
    const around = one.closest('p, li, dd, td, div');
    return one.matches('a') && around.innerText.trim().length > one.innerText.trim().length + 3;
  };
  return [...document.querySelectorAll(presses)].filter(one => one.checkVisibility({visibilityProperty: true}))
    .filter(one => one.getBoundingClientRect().height > 2 && !inSentence(one)).flatMap(one => {
      one.scrollIntoView({block: 'center'});
      const box = one.getClientRects()[0], x = box.left + Math.min(box.width / 2, 40), middle = box.top + box.height / 2;
      const far = by => {
        let at = middle;
        while (Math.abs(at - middle) < thumb && reaches(one, document.elementFromPoint(x, at + by))) at += by;
        return Math.abs(at - middle);
      };
      const high = far(-0.5) + far(0.5);
      return high < thumb - 2 ?   // at each edge a pixel may belong to the neighbour
        [`${one.innerText || one.ariaLabel || one.tagName}: ${high}`] : [];
    });
}

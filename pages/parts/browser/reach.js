// What a screen reader and a keyboard need and Streamlit does not give: a way past the menu and the mark of the page
// that is shown in it, names for groups of boxes, a word when a number appears, and arrows that choose no area.
// Streamlit draws its elements again as it likes, so each is looked at anew.
const ASKED = '[class*="st-key-seg_signs-"]';
const GROUP = `[class*="st-key-group_"], ${ASKED}`;
const AREAS = '[class*="st-key-w_home_area_"] [role=radiogroup]';
const WAYS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
const SAID = '[data-say]';
const SAY_AFTER = 150;
const state = window.windscreenReach ||= { region: null, said: new Map(), groups: 0, listening: false, later: 0 };

function skip(event) {
  if (!event.target.closest?.('[data-testid="stSkipToContent"]')) return;
  const heading = document.querySelector('[data-testid="stMain"] h1');
  if (!heading) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  heading.setAttribute('tabindex', '-1');
  heading.focus();
}

// A group goes by the heading or question that is its own, or else by the last heading before it, or the line of a fold
// that holds it. Boxes behind one answer go by its question.
function labelOf(group) {
  const own = group.matches(ASKED) ? '.question' : '.question:not([aria-hidden]), h2, h3';
  const within = [...group.querySelectorAll(own)].find(one => one.closest(GROUP) === group);
  const before = one => one.compareDocumentPosition(group) & Node.DOCUMENT_POSITION_FOLLOWING;
  const above = one => before(one) && (!one.matches('p') || one.closest('details').contains(group));
  return within || [...document.querySelectorAll('[data-testid="stMain"] :is(h1, h2, h3, .stExpander summary p)')]
    .filter(above).pop();
}

function nameGroups() {
  for (const group of document.querySelectorAll(GROUP)) {
    const label = labelOf(group);
    if (!label) continue;
    label.id ||= `windscreen-group-${++state.groups}`;
    if (group.getAttribute('role') !== 'group') group.setAttribute('role', 'group');
    if (group.getAttribute('aria-labelledby') !== label.id) group.setAttribute('aria-labelledby', label.id);
  }
}

// The start's address is empty. A link to one place of a page is marked there, and the page's own link elsewhere on it;
// a page that hangs from one of the menu has that one marked as its part.
const PARTS = { compare: 'look_up', sources: 'look_up', rang: 'result' };
function markShown() {
  const page = location.pathname.split('/').pop();
  const links = [...document.querySelectorAll('.st-key-header a, .st-key-guides a')];
  const whole = page + location.search;
  const shown = links.some(link => link.getAttribute('href') === whole) ? whole : page;
  for (const link of links) {
    const href = link.getAttribute('href');
    const part = link.closest('.st-key-header') && href === PARTS[page];
    const current = href === shown ? 'page' : part ? 'true' : null;
    if (!current) link.removeAttribute('aria-current');
    else if (link.ariaCurrent !== current) link.setAttribute('aria-current', current);
  }
}

// The menu of a narrow window lies over the page: any press in it closes it, whether another page comes or none. Looked
// at before anybody else stops the press; done after it, and the focus that would be hidden goes to the menu's button.
function closeMenu(event) {
  const menu = event.target.closest?.('.st-key-small_menu details');
  if (!menu || !event.target.closest('a')) return;
  setTimeout(() => {
    if (!menu.isConnected || !menu.open) return;
    const button = menu.querySelector('summary');
    if (menu.contains(document.activeElement)) button.focus();
    button.click();
  }, 0);
}

// To choose an area takes the list away and shows its number, so that an arrow, which chooses in a group of this kind,
// would end at the area beside. Here it moves the focus alone, round the list; Space or Enter chooses, as a press does.
function walkAreas(event) {
  const list = event.target.closest?.(AREAS);
  if (!list || event.altKey || event.ctrlKey || event.metaKey || !(event.key in WAYS || event.key === 'Enter')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const areas = [...list.querySelectorAll('input[type=radio]')];
  const to = (areas.indexOf(event.target) + WAYS[event.key] + areas.length) % areas.length;
  if (event.key in WAYS) areas[to].focus();
  else if (!event.repeat) event.target.click();
}

// The words of what is in sight now; said once when they change, and never when a page is opened.
function sayNumbers(first) {
  const words = new Map();
  for (const one of document.querySelectorAll(SAID)) {
    const parts = [...one.querySelectorAll('.who, .call-who, p:first-child > strong, a.number')].map(part => part.innerText.trim());
    if (one.checkVisibility()) words.set(one.dataset.say, parts.join(', '));
  }
  for (const [name, text] of words) {
    if (!first && state.said.get(name) !== text) state.region.textContent = text;
  }
  for (const [name, text] of words) state.said.set(name, text);
}

function look() {
  clearTimeout(state.later);
  state.later = setTimeout(() => { nameGroups(); markShown(); sayNumbers(false); }, SAY_AFTER);
}

function listen() {
  if (state.listening) return;
  state.listening = true;
  state.region = Object.assign(document.createElement('div'), { id: 'windscreen-says', className: 'hidden-words' });
  state.region.setAttribute('role', 'status');
  state.region.setAttribute('aria-live', 'polite');
  document.body.append(state.region);
  window.addEventListener('click', closeMenu, true);
  window.addEventListener('keydown', walkAreas, true);
  document.addEventListener('click', skip, true);
  document.addEventListener('change', look, true);
  document.addEventListener('click', look, true);
  new MutationObserver(look).observe(document.body, {
    subtree: true, childList: true, attributeFilter: ['role', 'aria-labelledby', 'id'],
  });
  sayNumbers(true);
}

export default function () {
  listen();
  nameGroups();
  markShown();
}

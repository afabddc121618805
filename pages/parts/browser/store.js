// Keeps the draft in this tab's sessionStorage, and what is typed before it is sent; moves the focus after each step.
const DRAFT = 'windscreen.draft';
const UNSENT = 'windscreen.unsent';
const IDLE = 'windscreen.idle';
const AT = '@';
// What the page asks of the browser, and of extensions that look, for a field that can hold a name or a worry.
const QUIET = {
  spellcheck: 'false', writingsuggestions: 'false', autocorrect: 'off', 'data-gramm': 'false',
  'data-gramm_editor': 'false', 'data-enable-grammarly': 'false', 'data-lt-active': 'false', 'data-ms-editor': 'false',
};
const WRITTEN = 'textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=hidden], [type=file])';
const FIGURES = /(^|\s)st-key-w_\S+-(day|month|year)_|(^|\s)st-key-w_age-[A-Z]_/;
const KEPT = 'windscreen.kept';
const KEPT_AT_MOST = 3;
const KEPT_FOR = 12 * 60 * 60 * 1000;
const SENDABLE = 900_000;
const state = window.windscreenStore ||= {
  page: null, shown: null, listening: false, loaded: null, forgot: null, touched: [], told: '{}', run: null,
};

const read = key => { try { return JSON.parse(sessionStorage.getItem(key)) || {}; } catch { return {}; } };
const write = (key, value) => sessionStorage.setItem(key, JSON.stringify(value));

// The box of a field and its name: Streamlit puts the widget's key into a class of the box. What is searched for in a
// list is no answer, and a choice in it is sent as it is made, so of a list nothing is kept.
const boxOf = element => element.closest?.('.stSelectbox') ? null : element.closest?.(
  ':is([data-testid="stForm"], [class*="st-key-answers_"]) [class*="st-key-w_"]:not(.stVerticalBlock)');
const nameOf = box => [...box.classList].map(name => name.match(/^st-key-w_(.+)_[0-9a-f]{8}$/)).find(Boolean)?.[1];

// The page of a field: its group says it (leaving.py), also before all of the page has come.
function pageOf(box) {
  const hex = box.closest('[class*="st-key-answers_"]')?.className.match(/st-key-answers_\S*__([0-9a-f]+)/)?.[1];
  return hex ? new TextDecoder().decode(Uint8Array.from(hex.match(/../g), two => parseInt(two, 16))) : state.page;
}

// What a field holds: text, ticked or not, or the number of the choice; one that waits for the connection counts.
function held(box) {
  const fields = [...box.querySelectorAll('input, textarea')];
  const waits = fields.find(field => field.hasAttribute('data-waiting'));
  if (fields[0]?.type === 'checkbox') return fields[0].checked !== Boolean(waits);
  if (fields[0]?.type === 'radio') return Number((waits ?? fields.find(field => field.checked))?.value ?? -1);
  return fields[0]?.value;
}

// Streamlit's own choices send no change event, so a field is read a moment after it was touched in any way. Where the
// page is left before that moment, it is read then.
function remember(event) {
  const box = boxOf(event.target);
  const name = box && nameOf(box);
  const page = box && pageOf(box);
  if (!page || !name) return;
  const touched = { box, name, page };
  state.touched.push(touched);
  const again = () => { if (box.isConnected) note(touched); };
  note(touched);
  setTimeout(again, 0);
  setTimeout(() => { again(); state.touched = state.touched.filter(other => other !== touched); }, 30);
}

// Beside the fields stands where they are, for a page that can only link there (AT in draft.py).
function note({ box, name, page }) {
  const unsent = read(UNSENT);
  (unsent[page] ||= {})[name] = held(box);
  if (box.closest('[class*="st-key-answers_"]'))
    unsent[page][AT] ||= [
      location.pathname.split('/').pop() + location.search || './', document.querySelector('h1')?.innerText ?? ''];
  write(UNSENT, unsent);
}

function noteAll() {
  state.touched.forEach(note);
  state.touched = [];
}

// The server says what it has of each field when it takes a page over. What it does not have stays here.
const took = (has, kept) => has === kept;

function letGo(unsent, sent) {
  for (const [page, has] of Object.entries(sent)) {
    const left = Object.entries(unsent[page] ?? {}).filter(([name, kept]) => !took(has[name], kept));
    if (left.some(([name]) => name !== AT)) unsent[page] = Object.fromEntries(left);
    else delete unsent[page];
  }
  return unsent;
}

const inputs = name => document.querySelectorAll(
  `[class*="st-key-w_${CSS.escape(name)}_"] :is(input, textarea)`);

// Links to a field in the error summary, to a step, and to a page of ours (class within): none reloads the page. Nor does
// one of the menu to a place within a page, which Streamlit does not follow on that page itself.
function follow(event) {
  const link = event.target.closest?.('a[href^="#field-"], a[href^="?step="], a.within, .st-key-header a[href*="?"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  if (link.closest('.st-key-header')) event.stopPropagation();
  const address = link.getAttribute('href');
  if (address.startsWith('#')) {
    const field = inputs(address.slice('#field-'.length))[0];
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'center' });
  } else {
    history.pushState({}, '', address);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }
}

// A password keeps the browser's own kind of completion; a date or an age asks a telephone for figures.
function quieten(field) {
  for (const [name, value] of Object.entries(QUIET))
    if (field.getAttribute(name) !== value) field.setAttribute(name, value);
  if (!field.getAttribute('autocomplete')) field.setAttribute('autocomplete', 'off');
  if (!field.inputMode && FIGURES.test(field.closest('[class*="st-key-w_"]')?.className ?? '')) field.inputMode = 'numeric';
}

// Every field, whenever it is drawn and however often it is drawn again, also in dialogs outside the app's own part.
function keepQuiet() {
  const root = document.documentElement;
  for (const name of ['spellcheck', 'writingsuggestions', 'autocorrect']) root.setAttribute(name, QUIET[name]);
  const all = part => { if (part.matches?.(WRITTEN)) quieten(part); part.querySelectorAll?.(WRITTEN).forEach(quieten); };
  new MutationObserver(changes => {
    for (const change of changes)
      change.type === 'attributes' ? change.target.matches(WRITTEN) && quieten(change.target) : change.addedNodes.forEach(all);
  }).observe(document.body, {
    subtree: true, childList: true, attributeFilter: [...Object.keys(QUIET), 'autocomplete'],
  });
  all(document.body);
}

// A link of the menu to the very page that is shown would draw its fields anew, without what has not been sent yet.
function stay(event) {
  const link = event.target.closest?.('.st-key-header a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (link.getAttribute('href') !== location.pathname.split('/').pop() + location.search) return;   // Start's is empty
  event.preventDefault();
  event.stopImmediatePropagation();
}

// A button that is pressed without a pointer leaves the caret in the field, and what stands there would not be sent.
function sendFirst(event) {
  const field = document.activeElement;
  if (event.target.closest?.('button') && field?.matches?.(WRITTEN) && boxOf(field)) field.blur();
}

function listen() {
  if (state.listening) return;
  state.listening = true;
  keepQuiet();
  for (const kind of ['input', 'click', 'keyup']) document.addEventListener(kind, remember, true);
  document.addEventListener('click', sendFirst, true);
  document.addEventListener('click', stay, true);
  document.addEventListener('click', follow, true);
  window.addEventListener('pagehide', noteAll);
}

// The page has been left: what was typed on it, or on others, and is not known to have arrived.
function tell(component) {
  state.page = null;
  const unsent = read(UNSENT);
  state.told = JSON.stringify(unsent);
  component.setStateValue('unsent', unsent);
}

// A button may be so quick that its page is left before all that was changed there has been sent.
function tellLeft(component, unsent, shown) {
  const left = Object.fromEntries(Object.entries(unsent).filter(([page]) => page !== shown));
  const told = JSON.stringify(left);
  if (told === state.told) return;
  state.told = told;
  if (told !== '{}') component.setStateValue('left', left);
}

function load(component) {
  const answer = () => {
    putAsideTooLong();
    state.loaded = sessionStorage.getItem(DRAFT);
    component.setStateValue('draft', { json: state.loaded, unsent: read(UNSENT), aside: holdsKept() });
  };
  // A tab left alone for an hour stays covered and empty until somebody asks for it back.
  if (sessionStorage.getItem(IDLE)) window.addEventListener('windscreen-shown', answer, { once: true });
  else answer();
  state.page = null;
}

// A draft that the server could not take over is put aside before anything is written over it (kept.js offers it as a
// file). Where the browser has no room, the oldest go; with no room for it at all nothing is written.
function putAside(data) {
  if (data.forget && data.forget !== state.forgot) {
    sessionStorage.removeItem(KEPT);
    sessionStorage.removeItem(UNSENT);
    Object.assign(state, { forgot: data.forget, loaded: null });
  } else if (data.unread && state.loaded) {
    const inPlace = sessionStorage.getItem(DRAFT) === state.loaded;
    if (inPlace) sessionStorage.removeItem(DRAFT);
    if (!keep({ text: state.loaded, why: data.unread, at: Date.now() })) {
      if (!inPlace) return;
      sessionStorage.setItem(DRAFT, state.loaded);
      throw new Error('no room');
    }
    state.loaded = null;
  } else return;
  window.dispatchEvent(new Event('windscreen-kept'));
}

// What is longer than the server takes (maxWidgetStateSize, 1 MB) would close the connection again and again.
function putAsideTooLong() {
  const text = sessionStorage.getItem(DRAFT);
  if (!text || new Blob([text]).size <= SENDABLE || !keep({ text, why: 'too_long', at: Date.now() })) return;
  sessionStorage.removeItem(DRAFT);
  window.dispatchEvent(new Event('windscreen-kept'));
}

function keptBefore() {
  const kept = read(KEPT);
  return Array.isArray(kept) ? kept : [];
}

const holdsKept = () => keptBefore().some(one => Date.now() - one.at < KEPT_FOR);

function keep(one) {
  const kept = [one, ...keptBefore().filter(other => other.text !== one.text)];
  for (let many = Math.min(kept.length, KEPT_AT_MOST); many > 0; many--)
    try { write(KEPT, kept.slice(0, many)); return true; } catch { /* try with one less */ }
  return false;
}

function mark(errors) {
  for (const name of Object.keys(errors))
    for (const input of inputs(name)) {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', `error-${name}`);
    }
}

// The field for which a page was opened to be changed (`at` in the address, steps.py): the answer in it, or its first one.
const at = () => new URLSearchParams(location.search).get('at');
function askedFor() {
  const fields = [...inputs(at())];
  return fields.find(field => field.checked) ?? fields[0];
}

const said = data => JSON.stringify([data.page, data.errors]);
function moveFocus(data) {
  const shown = said(data);
  const first = state.shown === null;
  if (shown === state.shown && !(data.to_top && data.run !== state.run)) return;
  state.shown = shown;
  if (!first) requestAnimationFrame(() => setTimeout(arrive, 60, data, at() ? 40 : 0));
}

// A long page is not drawn at once: its field is looked for again so many times.
function arrive(data, again) {
  if (state.shown !== said(data)) return;
  const wrong = Object.keys(data.errors).length;
  const field = again && !wrong && !data.to_top && askedFor();
  if (field?.checkVisibility?.()) {
    (field.closest('[class*="st-key-seg_signs-"]') ?? field).scrollIntoView({ block: 'start' });
    field.focus({ preventScroll: true });
    return;
  }
  if (again > 1 && !wrong && !data.to_top) { setTimeout(arrive, 50, data, again - 1); return; }
  const main = document.querySelector('[data-testid="stMain"]');
  const target = main?.querySelector(wrong ? '.error-summary' : 'h1');
  if (!target) return;
  main.scrollTo(0, 0);
  target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: !wrong });
}

function save(component) {
  const data = component.data;
  putAside(data);
  if (data.json) sessionStorage.setItem(DRAFT, data.json);
  else if (data.clear && sessionStorage.getItem(DRAFT)) {   // without one nothing has been answered, only typed
    sessionStorage.removeItem(DRAFT);
    sessionStorage.removeItem(UNSENT);
  }
  const unsent = letGo(read(UNSENT), data.sent);
  write(UNSENT, unsent);
  tellLeft(component, unsent, data.page);
  state.page = data.page;
  mark(data.errors);
  moveFocus(data);
  if (data.run !== state.run) window.dispatchEvent(new Event('windscreen-drawn'));   // all of the page stands, and is kept
  state.run = data.run;
}

export default function (component) {
  listen();
  try {
    ({ load, unsent: tell, save })[component.data.op](component);
  } catch (problem) {
    if (component.data.op === 'unsent') component.setStateValue('unsent', {});
    if (component.data.op === 'load') component.setStateValue('draft', { json: null, unsent: {}, error: String(problem) });
  }
}

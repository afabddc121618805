// While the connection is lost: what is written goes on being written, what is chosen waits, and the page says so.
// Streamlit disables every field then, which moves the focus away and swallows what is typed: here none is disabled.
// Once it is back all of that is handed over before any press counts. And a field that is drawn anew under the hands, by
// whatever run, gets the words that were being typed in it again.
const APP = '[data-testid="stApp"]';
const CONNECTION = 'data-test-connection-state';
const GROUP = '[class*="st-key-answers_"]';
const OWN = '.st-key-guard, .st-key-kept';   // what the browser does alone waits for nothing
const WRITABLE = 'textarea, input:not([role="combobox"], [type="hidden"], [type="file"])';
const CHOICE = 'input:is([type="checkbox"], [type="radio"])';
const WAITING = '.stButton, .stFormSubmitButton, .stSelectbox';
const LOST = 'Connection lost. What you type and tick is kept. Lists, buttons and page links wait until it is back.';
const BACK = 'Connected again.';
const NOTED = 'Connection lost. Your choice is noted: it is set as soon as the connection is back.';
const TAKEN_BACK = 'Connection lost. Your choice is taken back.';
const UNSENT = 'Connection lost. Nothing is sent yet: press again when you are connected.';
const AGAIN = 'Connected again. Your last press was not sent: press again.';
const BACK_FOR = 8000;
const PROBES = /\/_stcore\/(health|host-config)$/;
const LOOK_EVERY = 1000;
const WAITS = 'data-waiting';

// `lost`: no connection. `returning`: it is back, and what was written and chosen meanwhile is handed over: `waits` until
// that was done for the first time. `written`: text that its field has not given away yet, by name. `pressed`: what was
// pressed while it `waits`. `own`: what happens now is done here, by no hand.
const state = window.windscreenConnection ||= {
  root: null, app: null, lost: false, returning: false, waits: false, written: new Map(), chosen: new Map(), place: null,
  caret: null, pressed: null, own: false,
};

const boxOf = field => field.closest?.('[class*="st-key-w_"]:not(.stVerticalBlock)');
const nameOf = field => boxOf(field)?.className.match(/(?:^|\s)st-key-w_(\S+)_[0-9a-f]{8}(?:\s|$)/)?.[1];
const fieldsOf = name => [...document.querySelectorAll(`[class*="st-key-w_${CSS.escape(name)}_"] :is(input, textarea)`)]
  .filter(field => nameOf(field) === name);
const groupOf = field => field.closest(GROUP)?.className.match(/st-key-answers_\S+/)?.[0];

// Streamlit asks again and again for a server that does not answer, and soon opens a dialog over the page, which takes
// the focus away. Here it gets no answer before the server gives one.
function askOnce() {
  const { fetch } = window;
  const answered = async address => {
    for (;;) {
      const answer = await fetch(address, { cache: 'no-store' }).catch(() => null);
      if (answer && answer.status < 500) return answer;
      await new Promise(done => setTimeout(done, LOOK_EVERY));
    }
  };
  window.fetch = (address, options) => PROBES.test(address) ? answered(address) : fetch(address, options);
}

function say(words) {
  const line = state.root.querySelector('p');
  line.textContent = words;
  line.parentElement.toggleAttribute('data-says', words !== '');
  clearTimeout(state.quiet);
  if ([BACK, AGAIN].includes(words)) state.quiet = setTimeout(() => say(''), BACK_FOR);
}

// No page of ours disables a field, so whenever one is disabled the connection is lost. Taken away afterwards it would be
// too late: by then the browser has moved the focus.
function keepWritable() {
  for (const kind of [HTMLInputElement, HTMLTextAreaElement]) {
    const { setAttribute } = kind.prototype;
    kind.prototype.setAttribute = function (name, value) {
      if (name !== 'disabled' || !this.matches(WRITABLE)) setAttribute.call(this, name, value);
    };
  }
}

function lose() {
  say(state.pressed ? UNSENT : LOST);
  Object.assign(state, { lost: true, returning: false, waits: false, pressed: null });
}

function placeOf(field) {
  const name = nameOf(field);
  return name ? { name, at: fieldsOf(name).indexOf(field), from: field.selectionStart, to: field.selectionEnd } : null;
}

// The page runs again at once. In the same session every field is still there; in a new one each is drawn anew.
function comeBack() {
  state.place = placeOf(document.activeElement);
  Object.assign(state, { lost: false, returning: true, waits: true });
  say(BACK);
}

// Set as if it had been typed: React hears the event, and that the field is left, which is when it counts. The caret stays.
function write(field, text) {
  state.own = true;
  if (field.value !== text) {
    const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  state.own = false;
}

function choose(name, { value, on }) {
  for (const field of fieldsOf(name)) {
    field.removeAttribute(WAITS);
    field.removeAttribute('aria-description');
    if (field.value === value && field.checked !== on) field.click();
  }
}

function returnTo({ name, at, from, to }) {
  const field = fieldsOf(name)[at];
  if (!field || document.activeElement !== document.body) return;
  field.focus({ preventScroll: true });
  if (from != null) field.setSelectionRange(from, to);
}

// After a run: whatever has its field on the page is handed over, words first; the rest waits for the next run.
function handOver() {
  const drawn = name => fieldsOf(name).length > 0;
  if (state.place && drawn(state.place.name)) { returnTo(state.place); state.place = null; }
  for (const [name, { text }] of state.written) if (drawn(name)) giveTo(fieldsOf(name)[0], name, text);
  for (const [name, chosen] of state.chosen)
    if (drawn(name)) { choose(name, chosen); state.chosen.delete(name); }
  state.returning = state.chosen.size > 0 || state.place !== null || ![...state.written.keys()].every(drawn);
  state.waits = false;
  const { pressed } = state;
  state.pressed = null;
  if (pressed) setTimeout(() => pressAgain(pressed), 0);
}

// The words are in their field and sent. Whoever is still writing in it is not done with it.
function giveTo(field, name, text) {
  write(field, text);
  if (field === document.activeElement) state.written.set(name, { text, field, group: groupOf(field) });
  else state.written.delete(name);
}

// Streamlit sends what it was given in the order in which it was given it.
function pressAgain(pressed) {
  if (state.lost || !pressed.isConnected) { say(state.lost ? UNSENT : AGAIN); return; }
  state.own = true;
  pressed.click();
  state.own = false;
}

// The page has been drawn to its end (store.js). What has no field there any more has been left, and store.js tells of it.
function drawn() {
  if (state.lost) return;
  if (state.returning) { handOver(); return; }
  redrawn();
  for (const [name, { field }] of state.written) if (!field.isConnected) state.written.delete(name);
}

// A run may draw a field anew, as another one, while somebody writes in it.
function redrawn() {
  if (state.lost || state.waits) return;
  for (const [name, { text, field, group }] of state.written) {
    const [anew] = field.isConnected || !group ? [] : fieldsOf(name);
    if (!anew || groupOf(anew) !== group) continue;
    state.caret = { name, at: 0, from: field.selectionStart, to: field.selectionEnd };
    anew.closest('details:not([open])')?.querySelector('summary').click();
    returnTo(state.caret);
    giveTo(anew, name, text);
  }
  if (!state.caret) return;
  returnTo(state.caret);   // again once its fold is open
  if (document.activeElement !== document.body) state.caret = null;
}

function follow() {
  const connected = state.app.getAttribute(CONNECTION) === 'CONNECTED';
  if (connected && state.lost) comeBack();
  else if (!connected && !state.lost && state.met) lose();
  state.met ||= connected;
}

function written(event) {
  const field = event.target;
  if (state.own || !field.matches?.(WRITABLE) || field.matches(CHOICE)) return;
  const name = nameOf(field);
  if (name) state.written.set(name, { text: field.value, field, group: groupOf(field) });
}

// What is left has been taken, unless it was left because a run took it away.
function left({ target: field }) {
  const name = nameOf(field), itsOwn = () => state.written.get(name)?.field === field;
  if (state.own || !itsOwn()) return;
  setTimeout(() => {
    if (!state.lost && !state.waits && field.isConnected && field !== document.activeElement && itsOwn())
      state.written.delete(name);
  }, 0);
}

// A choice that is made meanwhile is marked and waits; made again, it is taken back.
function wait(field) {
  const name = nameOf(field);
  if (!name) { say(UNSENT); return; }
  const again = field.hasAttribute(WAITS);
  for (const other of fieldsOf(name)) { other.removeAttribute(WAITS); other.removeAttribute('aria-description'); }
  state.chosen.delete(name);
  if (!again && !(field.type === 'radio' && field.checked)) {
    field.setAttribute(WAITS, '');
    field.setAttribute('aria-description', 'waits for the connection');
    state.chosen.set(name, { value: field.value, on: !field.checked });
  }
  say(state.chosen.has(name) ? NOTED : TAKEN_BACK);
}

// What is disabled hears no click, but it does hear a pointer.
function pointed(event) {
  if (state.lost && event.target.closest?.(WAITING)) say(UNSENT);
}

// A link to another page would lead to the browser's own page of errors. A number is dialled, and a place is gone to.
function stay(event) {
  const link = state.lost && event.target.closest?.('a[href]');
  if (!link || link.origin !== location.origin || link.hash) return;
  event.preventDefault();
  event.stopPropagation();
  say(UNSENT);
}

// A button or page link that is pressed before all has been handed over: the last one is pressed again then. A number is
// dialled at once.
function hold(event) {
  if (!state.waits || state.own) return;
  const pressed = event.composedPath()[0].closest?.('button, a[href]');
  if (!pressed || pressed.matches('a') && (pressed.origin !== location.origin || pressed.hash)) return;
  if (event.target.closest(OWN)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  state.pressed = pressed;
}

function pressed(event) {
  if (!state.lost) return;
  const field = event.target.matches?.(CHOICE) ? event.target : event.target.closest?.('label')?.querySelector(CHOICE);
  if (!field) return;
  event.preventDefault();
  event.stopPropagation();
  field.focus();
  setTimeout(() => wait(field), 0);   // by a key, the browser has changed the box already and takes that back only now
}

function typed(event) {
  if (!state.lost || event.isComposing) return;
  const field = event.target, along = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const sends = event.key === 'Enter' && (field.matches?.('input') || event.ctrlKey || event.metaKey);
  const moves = along && field.type === 'radio' && nameOf(field);
  if (!sends && !moves) return;
  event.preventDefault();
  event.stopPropagation();
  if (sends) { say(UNSENT); return; }
  const group = fieldsOf(nameOf(field));
  const next = group[(group.indexOf(field) + along + group.length) % group.length];
  next.focus();
  if (!next.hasAttribute(WAITS)) wait(next);
}

function listen() {
  keepWritable();
  askOnce();
  state.app = document.querySelector(APP);
  new MutationObserver(follow).observe(state.app, { attributeFilter: [CONNECTION] });
  new MutationObserver(redrawn).observe(document.body, { subtree: true, childList: true, attributeFilter: ['open'] });
  window.addEventListener('windscreen-drawn', drawn);
  document.addEventListener('input', written, true);
  document.addEventListener('focusout', left, true);
  document.addEventListener('pointerdown', pointed, true);
  window.addEventListener('click', hold, true);
  window.addEventListener('click', stay, true);   // before Streamlit, which takes a link of the page at the document
  document.addEventListener('click', pressed, true);   // with Streamlit: a box that hears no click presses itself again
  document.addEventListener('keydown', typed, true);
  follow();
}

export default function (component) {
  state.root = component.parentElement;
  if (!state.app) listen();
}

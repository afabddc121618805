// While the connection is lost: what is written goes on being written, what is chosen waits, and the page says so.
// Streamlit disables every field then, which moves the focus away and swallows what is typed: here none is disabled.
const APP = '[data-testid="stApp"]';
const CONNECTION = 'data-test-connection-state';
const SCRIPT = 'data-test-script-state';
const WRITABLE = 'textarea, input:not([role="combobox"], [type="hidden"], [type="file"])';
const CHOICE = 'input:is([type="checkbox"], [type="radio"])';
const WAITING = '.stButton, .stFormSubmitButton, .stSelectbox';
const LOST = 'Connection lost. What you type and tick is kept. Lists, buttons and page links wait until it is back.';
const BACK = 'Connected again.';
const NOTED = 'Connection lost. Your choice is noted: it is set as soon as the connection is back.';
const TAKEN_BACK = 'Connection lost. Your choice is taken back.';
const UNSENT = 'Connection lost. Nothing is sent yet: press again when you are connected.';
const BACK_FOR = 8000;
const PROBES = /\/_stcore\/(health|host-config)$/;
const LOOK_EVERY = 1000;
const WAITS = 'data-waiting';

// `lost`: no connection. `returning`: it is back, and what was written and chosen meanwhile is being handed over.
const state = window.windscreenConnection ||= {
  root: null, app: null, lost: false, returning: false, ran: false, written: new Map(), chosen: new Map(), place: null,
};

const boxOf = field => field.closest?.('[class*="st-key-w_"]:not(.stVerticalBlock)');
const nameOf = field => boxOf(field)?.className.match(/(?:^|\s)st-key-w_(\S+)_[0-9a-f]{8}(?:\s|$)/)?.[1];
const fieldsOf = name => [...document.querySelectorAll(`[class*="st-key-w_${CSS.escape(name)}_"] :is(input, textarea)`)]
  .filter(field => nameOf(field) === name);

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
  if (words === BACK) state.quiet = setTimeout(() => say(''), BACK_FOR);
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
  Object.assign(state, { lost: true, returning: false, ran: false });
  say(LOST);
}

// The page runs again at once. In the same session every field is still there; in a new one each is drawn anew.
function comeBack() {
  const field = document.activeElement;
  const name = nameOf(field);
  state.place = name ? { name, at: fieldsOf(name).indexOf(field), from: field.selectionStart, to: field.selectionEnd } : null;
  Object.assign(state, { lost: false, returning: true });
  say(BACK);
}

// Set as if it had been typed: React hears the event, and a field that nobody is in is left, which is when it counts.
function write(field, text) {
  if (field.value !== text) {
    const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  if (field !== document.activeElement) field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
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

// After a run: whatever has its field on the page is handed over; the rest waits for the next run.
function handOver() {
  const drawn = name => fieldsOf(name).length > 0;
  if (state.place && drawn(state.place.name)) { returnTo(state.place); state.place = null; }
  for (const [name, text] of state.written)
    if (drawn(name)) { write(fieldsOf(name)[0], text); state.written.delete(name); }
  for (const [name, chosen] of state.chosen)
    if (drawn(name)) { choose(name, chosen); state.chosen.delete(name); }
  if (!state.written.size && !state.chosen.size && !state.place) state.returning = false;
}

function follow() {
  const connected = state.app.getAttribute(CONNECTION) === 'CONNECTED';
  const running = state.app.getAttribute(SCRIPT) !== 'notRunning';
  if (connected && state.lost) comeBack();
  else if (!connected && !state.lost && state.met) lose();
  state.met ||= connected;
  if (state.returning && state.ran && !running) setTimeout(() => { if (state.returning && !state.lost) handOver(); }, 0);
  state.ran = running;
}

function written(event) {
  const field = event.target;
  if (!state.lost && !state.returning || !field.matches?.(WRITABLE) || field.matches(CHOICE)) return;
  const name = nameOf(field);
  if (name) state.written.set(name, field.value);
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
  new MutationObserver(follow).observe(state.app, { attributeFilter: [CONNECTION, SCRIPT] });
  document.addEventListener('input', written, true);
  document.addEventListener('pointerdown', pointed, true);
  window.addEventListener('click', stay, true);   // before Streamlit, which takes a link of the page at the document
  document.addEventListener('click', pressed, true);   // with Streamlit: a box that hears no click presses itself again
  document.addEventListener('keydown', typed, true);
  follow();
}

export default function (component) {
  state.root = component.parentElement;
  if (!state.app) listen();
}

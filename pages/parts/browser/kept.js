// Answers that no page could take over (store.js puts them aside): offered as a file by the browser alone, for 12 hours.
const KEPT = 'windscreen.kept';
const KEPT_FOR = 12 * 60 * 60 * 1000;
const FILE = 'kept-answers.json';
const WHY = {
  unreadable: 'They could not be read.',
  newer: 'A newer version of this page wrote them.',
  too_long: 'They are too long to be read back.',
  clock: 'They carry a time that has not come yet.',
};
const HEAD = 'Earlier answers are kept in this tab.';
const SAVE = ' Save them as a file if you need them, and keep it as safe as the child’s record.';
const MORE = 'Why, and for how long';
const TELLS = 'This page could not use them, and nothing writes over them. They go when you delete them, when this tab is '
  + 'closed, or after 12 hours.';
const ASKS = 'Delete these kept answers? This cannot be undone.';
const state = window.windscreenKept ||= { root: null, asked: null, listening: false };

function entries() {
  let kept = [];
  try { kept = JSON.parse(sessionStorage.getItem(KEPT)) || []; } catch { return []; }
  const left = kept.filter(one => Date.now() - one.at < KEPT_FOR);
  if (left.length < kept.length) store(left);
  return left;
}

function store(left) {
  if (left.length) sessionStorage.setItem(KEPT, JSON.stringify(left));
  else sessionStorage.removeItem(KEPT);
}

function element(name, words = '', more = {}) {
  return Object.assign(document.createElement(name), { textContent: words, ...more });
}

function button(words, press, describedBy) {
  const made = element('button', words, { type: 'button', onclick: press });
  made.setAttribute('aria-describedby', describedBy);
  return made;
}

function saveAsFile(text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = element('a', '', { href: address, download: FILE });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60 * 1000);
}

function drop(one) {
  store(entries().filter(other => other.at !== one.at || other.text !== one.text));
  state.asked = null;
  draw();
  const next = state.root.querySelector('button') || document.querySelector('[data-testid="stMain"] h1');
  next?.setAttribute('tabindex', next.tagName === 'H1' ? '-1' : '0');
  next?.focus();
}

function ask(one, place) {
  state.asked = one && one.at;
  draw();
  state.root.querySelectorAll('li')[place]?.querySelector('button:last-of-type').focus();
}

function row(one, place) {
  const at = new Date(one.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const id = `windscreen-kept-${place}`;
  const asking = state.asked === one.at;
  const says = element('p', asking ? ASKS : `Kept at ${at}. ${WHY[one.why] || ''}`, { id });
  const buttons = asking
    ? [button('Delete them', () => drop(one), id), button('Keep them', () => ask(null, place), id)]
    : [button('Save as a file', () => saveAsFile(one.text), id), button('Delete', () => ask(one, place), id)];
  const item = element('li');
  item.append(says, ...buttons);
  return item;
}

function draw() {
  const kept = entries();
  document.documentElement.toggleAttribute('data-kept', kept.length > 0);
  const section = state.root.querySelector('section');
  section.replaceChildren();
  if (!kept.length) return;
  const head = element('p');
  head.append(element('strong', HEAD), SAVE);
  const list = element('ul');
  list.append(...kept.map(row));
  const more = element('details');
  more.append(element('summary', MORE), element('p', TELLS));
  section.append(head, list, more);
}

function listen() {
  if (state.listening) return;
  state.listening = true;
  window.addEventListener('windscreen-kept', draw);
  setInterval(() => { if (entries().length !== state.root.querySelectorAll('li').length) draw(); }, 60 * 1000);
}

export default function (component) {
  state.root = component.parentElement;
  draw();
  listen();
}

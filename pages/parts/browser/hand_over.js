// Gives a file over: a press asks the server for it, it comes over this visit's own connection and is saved from here.
const PATIENCE = 20 * 1000;
const REMEMBERED = 60 * 1000;
const ADDRESS_KEPT = 10 * 1000;
const MAKING = 'The file is being made…';
const LONG = 'The file has not come yet. It is still being waited for. You can also press the button again.';
const FAILED = 'The file could not be made. Press the button again.';
const LOST = 'The file did not come: the connection or the page was left first. Press the button to get it.';
const HIDDEN = 'The page was hidden, so the file was not saved. Press the button to get it.';
const SAVED = 'Your browser has the file. Look among its downloads.';
const DELETES = '.st-key-delete_yes, [class*="st-key-w_delete_after_"]';
const state = window.windscreenHandOver ||= { offers: {}, addresses: new Set(), watching: false, listening: false };

// Nobody else sees these numbers; a press has to differ from the one before, also after a reload.
const next = () => `${Date.now()}-${Math.random().toString(36).slice(2)}`;

function drop(words) {
  for (const address of state.addresses) URL.revokeObjectURL(address);
  state.addresses.clear();
  for (const offer of Object.values(state.offers)) {
    if (!offer.waiting) continue;
    offer.waiting = null;
    offer.tell('dropped', words);
  }
}

// Hiding the page or deleting the answers drops a file that is on its way.
function listen() {
  const cover = document.getElementById('windscreen-cover');
  if (cover && !state.watching) {
    state.watching = true;
    new MutationObserver(() => { if (!cover.hidden) drop(HIDDEN); }).observe(cover, { attributeFilter: ['hidden'] });
  }
  if (state.listening) return;
  state.listening = true;
  document.addEventListener('click', event => { if (event.target.closest?.(DELETES)) drop(''); }, true);
}

function save(data) {
  const bytes = Uint8Array.from(atob(data.file), letter => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: data.mime }));
  const link = Object.assign(document.createElement('a'), { href: address, download: data.name });
  state.addresses.add(address);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => { URL.revokeObjectURL(address); state.addresses.delete(address); }, ADDRESS_KEPT);
}

function take(offer, data) {
  if (!data.number || data.number !== offer.waiting) return;
  const number = offer.waiting;
  offer.waiting = null;
  if (document.getElementById('windscreen-cover')?.hidden === false) { offer.tell('dropped', HIDDEN); return; }
  try {
    if (data.failed) throw new Error('not made');
    save(data);
    offer.tell('saved', SAVED, number);
  } catch {
    offer.tell('dropped', FAILED, number);
  }
}

export default function (component) {
  const { data, parentElement: root } = component;
  if (!data?.offer) return;
  const button = root.querySelector('button'), says = root.querySelector('p');
  const offer = state.offers[data.offer] ||= { waiting: null, pressed: 0, box: null };
  listen();
  if (button.textContent !== data.label) button.textContent = data.label;
  button.classList.toggle('primary', Boolean(data.primary));
  offer.tell = (how, words, number = '') => {
    says.textContent = words;
    if (button.isConnected) component.setStateValue('asked', { number, state: how });
  };
  button.onclick = () => {
    const number = offer.waiting = next();
    offer.pressed = Date.now();
    offer.tell('waiting', MAKING, number);
    setTimeout(() => { if (offer.waiting === number) says.textContent = LONG; }, PATIENCE);
  };
  if (offer.box !== says) {
    offer.box = says;
    if (offer.waiting && Date.now() - offer.pressed < REMEMBERED) says.textContent = LOST;
    offer.waiting = null;
  }
  take(offer, data);
}

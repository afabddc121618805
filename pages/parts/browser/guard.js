// Quick hide: one key (Escape) and one button blank the page, its title too, and bring it back.
// A tab that nobody touches is covered after ten minutes; after an hour it is reloaded, so that the server forgets it.
const COVER_AFTER = 10 * 60 * 1000;
const DROP_AFTER = 60 * 60 * 1000;
const LOOK_EVERY = 15 * 1000;
const IDLE = 'windscreen.idle';
const BLANK_TITLE = 'Page';

const HIDDEN = 'This page is hidden.';
const IDLED = 'This page was covered because nobody has used it for a while.';
const TELLS = 'Hiding covers this tab only. Your answers are still here, and the browser’s history still lists the page.';

function build(root) {
  const cover = document.createElement('div');
  cover.id = 'windscreen-cover';
  cover.setAttribute('role', 'dialog');
  cover.setAttribute('aria-modal', 'true');
  cover.setAttribute('aria-labelledby', 'windscreen-cover-says');
  cover.hidden = true;
  const says = document.createElement('p');
  says.id = 'windscreen-cover-says';
  const show = document.createElement('button');
  show.type = 'button';
  show.textContent = 'Show the page';
  const tells = document.createElement('p');
  tells.textContent = TELLS;
  cover.append(says, show, tells);
  root.body.append(cover);
  return { cover, says, show };
}

function install() {
  if (window.windscreenGuard) return window.windscreenGuard;
  const { cover, says, show } = build(document);
  const app = document.getElementById('root');
  let title = '', returnTo = null, touched = Date.now();

  // Streamlit writes the title again after each run: while the page is hidden it stays blank.
  new MutationObserver(() => {
    if (!cover.hidden && document.title !== BLANK_TITLE) { title = document.title; document.title = BLANK_TITLE; }
  }).observe(document.head, { subtree: true, childList: true, characterData: true });

  const guard = {
    hide(words) {
      if (!cover.hidden) return;
      title = document.title;
      returnTo = document.activeElement;
      says.textContent = words;
      cover.hidden = false;
      app.inert = true;
      document.title = BLANK_TITLE;
      show.focus();
    },
    show() {
      cover.hidden = true;
      app.inert = false;
      if (title) document.title = title;
      if (returnTo && returnTo.isConnected) returnTo.focus();
      touched = Date.now();
      sessionStorage.removeItem(IDLE);
      window.dispatchEvent(new Event('windscreen-shown'));
    },
    toggle() { cover.hidden ? guard.hide(HIDDEN) : guard.show(); },
  };
  show.addEventListener('click', guard.show);
  document.addEventListener('keydown', event => {
    const busy = document.querySelector('[data-testid="stDialog"], [aria-expanded="true"][role="combobox"]');
    if (event.key !== 'Escape' || event.isComposing || event.repeat || (busy && cover.hidden)) return;
    event.preventDefault();
    guard.toggle();
  }, true);
  for (const kind of ['pointerdown', 'keydown', 'scroll', 'input'])
    document.addEventListener(kind, () => { if (cover.hidden) touched = Date.now(); }, { capture: true, passive: true });
  setInterval(() => {
    const still = Date.now() - touched;
    if (still > DROP_AFTER && !sessionStorage.getItem(IDLE)) { sessionStorage.setItem(IDLE, '1'); location.reload(); }
    else if (still > COVER_AFTER) guard.hide(IDLED);
  }, LOOK_EVERY);
  if (sessionStorage.getItem(IDLE)) guard.hide(IDLED);
  window.windscreenGuard = guard;
  return guard;
}

export default function (component) {
  document.documentElement.lang = 'en-GB';
  const guard = install();
  const button = component.parentElement.querySelector('button');
  button.onclick = guard.toggle;
}

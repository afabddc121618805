"""The look of every page: one small style sheet. Calm, narrow, readable at 320 px, with a focus nobody can miss."""

STYLE = """<style>
:root { --ink: #0b0c0c; --soft: #f3f2f1; --line: #b1b4b6; --accent: #00566b; --wrong: #b10e1e; --focus: #ffdd00;
  --waits: #505a5f; }
.stMainBlockContainer { max-width: 46rem; padding: 0.75rem 1.25rem 4rem; }
header[data-testid="stHeader"] { height: 0; min-height: 0; }
[data-testid="stMain"] p, [data-testid="stMain"] li, [data-testid="stMain"] label { line-height: 1.45; }
.stMain h1 { font-size: 1.9rem !important; line-height: 1.2; padding: 0.25rem 0 0.25rem !important; }
.stMain h2 { font-size: 1.4rem !important; padding: 1rem 0 0.25rem !important; }
.stMain h3 { font-size: 1.15rem !important; padding: 0.75rem 0 0.25rem !important; }
.stHtml dl, .stHtml dl > div { padding: 0; margin: 0; }
[class*="st-key-answers_"] .stElementContainer:has(> .stHeading) { margin-bottom: 0.4rem; }
[class*="st-key-answers_"] .stHeading h2 { font-size: 1.15rem !important; border-top: 1px solid var(--line);
  padding-top: 1rem !important; margin-top: 0.5rem; }

/* A focus that shows in every colour scheme */
a:focus-visible, button:focus-visible, summary:focus-visible, input:focus-visible, textarea:focus-visible,
[tabindex]:focus-visible { outline: 3px solid var(--focus) !important; box-shadow: 0 0 0 5px var(--ink) !important;
  outline-offset: 0; border-radius: 2px; }
label:has(input[type="checkbox"]:focus-visible), label:has(input[type="radio"]:focus-visible) {
  outline: 3px solid var(--focus); box-shadow: 0 0 0 5px var(--ink); }
h1:focus, .error-summary:focus, .stMain:focus { outline: none !important; box-shadow: none !important; }

/* The strip and the menu */
.st-key-strip { background: var(--soft); border-left: 6px solid var(--wrong); padding: 0.35rem 0.75rem; }
.st-key-strip .danger { margin: 0; font-size: 1rem; }
.st-key-strip .danger a { font-size: 1.15rem; color: var(--ink); }
.st-key-strip > * { width: auto !important; flex: 0 1 auto !important; }
.st-key-strip > :last-child { margin-left: auto; }
.st-key-menu { border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; column-gap: 0.5rem;
  row-gap: 0.75rem; }
.st-key-menu [data-testid="stPageLink-NavLink"] { padding: 0.15rem 0.35rem; min-height: 1.75rem; }
.st-key-menu [data-testid="stPageLink-NavLink"] p { font-size: 0.95rem; text-decoration: underline; }
html:not([data-kept]) .st-key-kept { display: none; }
.st-key-connection { position: absolute; width: 0; height: 0; }
label:has([data-waiting]) { outline: 3px dashed #8a4b00; outline-offset: 2px; display: flex; flex-flow: row nowrap;
  width: auto; }
label:has([data-waiting])::after { content: "noted"; align-self: center; margin-left: 0.5rem; padding: 0 0.4rem;
  background: #8a4b00; color: #fff; font-weight: 600; font-size: 0.9rem; }
.stMain:has(.ring-bar) .st-key-connection { --above: 3.25rem; }
.st-key-foot { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: 0.75rem; }
.st-key-foot p { font-size: 0.9rem; }

/* Who must be rung now, at the foot of the window; the page and the focus stay clear of it */
.ring-bar { position: fixed; inset: auto 0 0 0; z-index: 900; background: #8c1420; color: #fff; }
.ring-bar p { display: flex; align-items: center; justify-content: center; gap: 0.75rem; margin: 0 !important;
  max-width: 46rem; min-height: 3.25rem; padding: 0.25rem 0.9rem; margin-inline: auto !important; }
.ring-bar .who { flex: 0 1 auto; font-weight: 700; line-height: 1.2; }
.stHtml .ring-bar a { flex: none; background: #fff; color: #8c1420; border-radius: 4px; padding: 0.2rem 0.7rem;
  font-size: 1.15rem; font-weight: 700; line-height: 2.1rem; white-space: nowrap; }
.stMain:has(.ring-bar) { scroll-padding-bottom: 5rem; scroll-padding-top: 1rem; }
.stMain:has(.ring-bar) :is(input[type="checkbox"], input[type="radio"]) { scroll-margin-bottom: 8rem; }
.stMain:has(.ring-bar) .stMainBlockContainer { padding-bottom: 6rem; }
[data-testid="stLayoutWrapper"]:has(> .st-key-ring), .st-key-reach { position: absolute; width: 0 !important; }

/* While the connection is lost: what goes on working looks as ever, what waits is softer and still readable, and no
   field stays behind the words that say so */
.stApp:not([data-test-connection-state="CONNECTED"]) .stMain {
  scroll-padding-bottom: 14rem;
  .stMainBlockContainer { padding-bottom: 14rem; }
  :is(.stRadio, .stCheckbox, .stTextInput, .stTextArea) :is(label, p, input, textarea) { color: var(--ink); }
  :is(.stPageLink, .stButton, .stFormSubmitButton, .stSelectbox) :is(p, label, div, input) { color: var(--waits);
    -webkit-text-fill-color: currentColor; }
  :is(.stButton, .stFormSubmitButton) button { border: 1px dashed var(--waits) !important; background: #fff; }
}

/* Buttons and choices big enough for a thumb */
.stButton button, .stFormSubmitButton button, .stDownloadButton button { min-height: 2.75rem; }
.stButton button p, .stFormSubmitButton button p { font-size: 1.05rem; }
.st-key-ways a, .st-key-carry_on a { border: 2px solid var(--accent); border-radius: 4px;
  padding: 0.5rem 1rem !important; min-height: 2.75rem; }
.st-key-ways a p, .st-key-carry_on a p { font-size: 1.1rem; font-weight: 600; color: var(--accent); }
.st-key-ways > :first-child a { background: var(--accent) !important; }
.st-key-ways > :first-child a p { color: #fff; }
[data-testid="stForm"] { border: 0; padding: 0; }
:is([data-testid="stForm"], [class*="st-key-answers_"]) .stVerticalBlock, [class*="st-key-answers_"] { gap: 0.4rem; }
.stElementContainer:has(> .stRadio), .stElementContainer:has(> .stTextArea), .stElementContainer:has(> .stTextInput) {
  margin-bottom: 0.75rem; }
.stMain .stCaptionContainer { margin-bottom: -0.75rem; }
.stRadio, .stCheckbox, .stTextInput, .stTextArea, .stSelectbox { width: 100%; }
.stRadio > label p, .stTextInput > label p, .stTextArea > label p, .stSelectbox > label p { font-size: 1.05rem;
  font-weight: 600; }
[data-testid="stRadioOption"] p, .stCheckbox label p, .stTextInput input, .stTextArea textarea { font-size: 1.05rem; }
[data-testid="stRadioOption"], .stCheckbox label { min-height: 1.75rem; padding: 0.15rem 0; }
.st-key-step_buttons { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 0.5rem; }

/* Words beside a question */
.stHtml .question { font-size: 1.05rem; margin: 0.5rem 0 0; }
.stHtml .hint { color: #3b4247; font-size: 1rem; margin: 0; }
.inset { border-left: 6px solid var(--line); padding: 0.35rem 0 0.35rem 1rem; margin: 0.5rem 0; }
.stHtml .field-error { color: var(--wrong); font-weight: 700; margin: 0; }
.error-summary { border: 4px solid var(--wrong); padding: 0.75rem 1rem; margin: 0.5rem 0; }
.error-summary h2 { margin: 0 0 0.5rem; padding: 0 !important; }
.stHtml .error-summary a { color: var(--wrong); font-weight: 700; }
details.means { margin: -0.75rem 0 0.25rem 1.6rem !important; }
details.means summary { color: var(--accent); cursor: pointer; min-height: 1.6rem; width: fit-content;
  text-decoration: underline; font-size: 0.95rem; }
details.means p { margin: 0.25rem 0 0.5rem; }
.hidden-words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }

/* The second answer */
.then { border: 1px solid var(--line); padding: 0.25rem 1rem 0.75rem; margin-bottom: 0.5rem; }
.stHtml .then h2 { font-size: 1.05rem !important; color: var(--accent); padding: 0.5rem 0 0.25rem !important; }
.then .level { font-size: 1.2rem; font-weight: 700; }
.then p { margin: 0.25rem 0; }
.then-facts > div { display: grid; grid-template-columns: 8rem 1fr; gap: 0.15rem 1rem; padding: 0.25rem 0 !important; }
.then-facts dt { font-weight: 700; }
.then-facts dd, .then-facts dt { margin: 0; }
.then-facts ul { margin: 0; padding-left: 1.1rem; }
.then-facts li { margin: 0 0 0.35rem; padding: 0; }
.then summary { cursor: pointer; min-height: 1.75rem; padding: 0.25rem 0; }
.then.doubts { background: var(--soft); }

/* Check your answers */
dl.summary { margin: 0 0 0.5rem; padding: 0; }
dl.summary > div { display: grid; grid-template-columns: 14rem 1fr auto; gap: 0.25rem 1rem; padding: 0.5rem 0;
  border-bottom: 1px solid var(--line); }
dl.summary dt { font-weight: 700; }
dl.summary dd, dl.summary dt { margin: 0; padding: 0; }
dl.summary dd { overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  .stMainBlockContainer { padding: 0.5rem 0.9rem 3rem; }
  .stMain h1 { font-size: 1.5rem !important; }
  dl.summary > div, .then-facts > div { grid-template-columns: 1fr; }
  .ring-bar p { gap: 0.5rem; padding: 0.25rem 0.5rem; }
  .ring-bar .who { font-size: 0.875rem; line-height: 1.15; }
  .stHtml .ring-bar a { padding: 0.2rem 0.4rem; }
  .stMain:has(.ring-bar) { scroll-padding-bottom: 7.5rem; }
  .stMain:has(.ring-bar) .stMainBlockContainer { padding-bottom: 8rem; }
}

/* High contrast of the system, which takes every background away: what is ticked, chosen or switched on is a filled
   box with a mark, what is not stays empty */
@media (forced-colors: active) {
  label:has(input[type="checkbox"]) > div:not(:has(p)),
  [data-testid="stRadioOption"] > div > div:not(:has(p)) {
    forced-color-adjust: none; border: 2px solid CanvasText !important; background-color: Canvas !important; }
  label:has(input[type="checkbox"]:checked) > div:not(:has(p)),
  [data-testid="stRadioOption"]:has(input:checked) > div > div:not(:has(p)) {
    background-color: Highlight !important; }
  .ring-bar { border-top: 3px solid CanvasText; }
  [data-testid="stImage"] img, .js-plotly-plot { forced-color-adjust: none; background: #fff; }
}

/* The cover of the quick hide stands outside the app */
#windscreen-cover { position: fixed; inset: 0; z-index: 2147483647; background: #fff; color: #0b0c0c;
  padding: 2rem 1.25rem; font-family: "Source Sans", sans-serif; font-size: 1.1rem; }
#windscreen-cover[hidden] { display: none; }
#windscreen-cover button { font: inherit; padding: 0.5rem 1rem; min-height: 2.75rem; }

@media print {
  header, .st-key-strip, .ring-bar, .st-key-menu, .st-key-foot, .stButton, .stFormSubmitButton,
  [data-testid="stToolbar"], .no-print { display: none !important; }
  .stMainBlockContainer { max-width: none; padding: 0; }
  [data-testid="stMain"], [data-testid="stAppViewContainer"], .stApp { position: static !important;
    overflow: visible !important; height: auto !important; }
  a { color: inherit; }
}
</style>"""

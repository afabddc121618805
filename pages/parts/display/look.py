"""The look of the result, the documents and the sources: what the shared style sheet (style.py) does not have."""
from pages.parts.display.markup import Markup, show

_RULES = Markup("""<style>
.source { font-size: 0.85rem; color: #3b4247; margin: 0.1rem 0 0.6rem; overflow-wrap: anywhere; }
.stHtml p { margin: 0.25rem 0 0.5rem; overflow-wrap: anywhere; }
.stHtml li { margin: 0 0 0.5rem; overflow-wrap: anywhere; }
.stHtml li p { margin: 0.1rem 0; }
.stHtml ul, .stHtml ol { padding-left: 1.4rem; margin: 0.25rem 0 0.75rem; }
.stHtml h3 { padding: 0.75rem 0 0.25rem; margin: 0; font-weight: 600; }
.stHtml a { color: var(--accent); }
.panel { border: 3px solid var(--accent); border-left-width: 12px; padding: 0.75rem 1rem; }
.panel.urgent { border-color: var(--wrong); }
.panel.today { border-color: #8a4b00; }
.panel .outcome { font-size: 1.05rem; font-weight: 700; text-transform: none; }
.panel .headline { font-size: 1.35rem; font-weight: 700; line-height: 1.25; }
a.number { font-size: 1.3rem; font-weight: 700; display: inline-block; min-height: 1.75rem; }
.warn { border-left: 6px solid #8a4b00; padding-left: 0.75rem; font-weight: 600; }
.person, .duty { border-left: 6px solid var(--line); padding: 0.1rem 0 0.1rem 1rem; margin: 0 0 1rem; }
.person.not_yet { border-left-color: var(--wrong); }
.person.ask_first { border-left-color: #8a4b00; }
.stHtml details { margin: 0.25rem 0 0.75rem; }
.stHtml summary { color: var(--accent); cursor: pointer; min-height: 1.75rem; text-decoration: underline;
  width: fit-content; }
.stPageLink:not(.st-key-menu *) a { padding-left: 0; }
.stPageLink:not(.st-key-menu *) p { color: var(--accent); text-decoration: underline; white-space: normal; }
.stPageLink:not(.st-key-menu *) a > * { overflow: visible; }
.stCode pre { padding-right: 3.5rem; }
.stCode pre + div, .stCode pre + div > div { opacity: 1 !important; visibility: visible !important; }
.stCode button { min-width: 2.75rem; min-height: 2.75rem; }
[class*="st-key-ticks_"] { margin: -0.75rem 0 0.75rem; row-gap: 0; }
[class*="st-key-ticks_"] p { font-size: 0.95rem; }
[class*="st-key-task_"] { row-gap: 0; border-bottom: 1px solid var(--line); }
[class*="st-key-task_"] button p { color: var(--accent); text-decoration: underline; }
[class*="st-key-task_"] .state { font-size: 0.95rem; color: #3b4247; margin: 0; }
.stHtml h2, .stHtml h3 { line-height: 1.25; }
.stHtml h4 { font-size: 1.05rem; line-height: 1.25; padding: 0.75rem 0 0.25rem; margin: 0; }
.panel h2 { margin: 0; padding: 0 !important; }
.stHtml table.across { width: 100%; border-collapse: collapse; table-layout: fixed; }
.across th, .across td { text-align: left; vertical-align: top; padding: 0.4rem; border: 1px solid var(--line);
  overflow-wrap: anywhere; }
.across col:first-child { width: 27%; }
.stHtml .across ul { list-style: none; padding: 0; }
.across th[scope="rowgroup"] { background: var(--soft); font-size: 1.1rem; }
.across caption { text-align: left; padding: 0 0 0.5rem; color: var(--ink); }
.stHtml a.within { display: inline-block; min-height: 1.6rem; vertical-align: top; }
.st-key-guides { margin-top: 0.5rem; }
.passage { white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  .panel { padding: 0.5rem 0.75rem; border-left-width: 8px; }
  .stHtml ul, .stHtml ol { padding-left: 1.1rem; }
  .stHtml table.across, .across caption, .across tbody, .across tr, .across th, .across td { display: block; }
  .across colgroup { display: none; }
  .across th[scope="row"] { border-bottom: 0; }
}
@media print {
  .stHtml details::details-content { content-visibility: visible; block-size: auto; display: block; }
  .panel, .person, .duty, li, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .stPageLink, .stDownloadButton { display: none !important; }
}
</style>""")


def look() -> None:
    """Put the style rules of these pages on the page; called once, after its frame."""
    show(_RULES)

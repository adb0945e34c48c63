/**
 * The style sheet of the report, inlined so that the page is one file. Light and dark follow the reader's
 * system; print is light. All text has a contrast of at least 4.5 : 1 to its ground.
 */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --raised: #f3f1ea; --ink: #1d2126; --muted: #5b626b; --grid: #e3e0d8; --rule: #d5d1c6;
  --first: #0b67a8; --second: #b34705; --on-strong: #ffffff;
  --good: #1b6b45; --good-ground: #e2f1e8; --bad: #a3262a; --bad-ground: #f9e4e2;
  --caution: #7a5200; --caution-ground: #f8edd3; --note-ground: #e6eef5;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Liberation Serif", Georgia, serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15181c; --raised: #1e2329; --ink: #e7e4dd; --muted: #a4abb4; --grid: #2b3138; --rule: #3a4149;
    --first: #62b4ef; --second: #f29a4a; --on-strong: #10151a;
    --good: #7fd0a2; --good-ground: #17301f; --bad: #f49a94; --bad-ground: #3b1d1d;
    --caution: #e9be62; --caution-ground: #33290f; --note-ground: #1a2836;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body { margin: 0; font: 1rem/1.55 var(--sans); }
main, footer { max-width: 78rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem); }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.15; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(2rem, 6vw, 3.4rem); letter-spacing: -0.015em; overflow-wrap: anywhere; }
h2 { font-size: 1.6rem; }
p { margin: 0 0 0.8em; }
a { color: var(--first); }
code, pre { font-family: var(--mono); font-size: 0.88em; }
small { font-size: 0.8em; color: var(--muted); white-space: nowrap; }
.note { color: var(--muted); font-size: 0.875rem; line-height: 1.5; }
.note b { color: var(--ink); font-weight: 600; }

.opening { padding: clamp(2rem, 6vw, 4.5rem) 0 1.5rem; }
.overline { color: var(--muted); font-size: 0.875rem; margin: 0 0 0.6rem; }
.lead { font: italic 1.25rem/1.45 var(--serif); max-width: 46rem; margin: 0.8rem 0 0; color: var(--muted); }
.badges { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 1.1rem 0 0; }
.badge { font-size: 0.85rem; font-weight: 600; padding: 0.15rem 0.7rem; border-radius: 1rem; }
.badge.good { background: var(--good-ground); } .badge.bad { background: var(--bad-ground); }
.badge.caution { background: var(--caution-ground); }
.good { color: var(--good); } .bad { color: var(--bad); } .caution { color: var(--caution); }
.opening .finding { margin-top: 1.2rem; }
.abstract { display: flex; flex-direction: column; gap: 1.6rem; margin-top: 1.8rem; }
.headline { display: flex; flex-wrap: wrap; gap: 1rem clamp(1.5rem, 5vw, 3.5rem); margin: 0; }
.headline div { border-top: 3px solid var(--first); padding-top: 0.5rem; min-width: 9rem; }
.headline dt { color: var(--muted); font-size: 0.875rem; }
.headline dd { margin: 0; display: flex; flex-direction: column; }
.headline strong { font: 600 2.5rem/1.15 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.prose { font: 1.1rem/1.6 var(--serif); max-width: 46rem; }
.prose p:last-child { margin-bottom: 0; }
.prose em { font-style: normal; font-weight: 600; overflow-wrap: anywhere; }

nav { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; padding: 0.7rem 0; border-block: 1px solid var(--rule); font-size: 0.9rem; }
nav a { text-decoration: none; padding: 0.15rem 0; } nav a:hover { text-decoration: underline; }
section { padding: 2.4rem 0 1.6rem; border-bottom: 1px solid var(--rule); scroll-margin-top: 0.5rem; }
section:last-of-type { border-bottom: 0; }
section > header { margin-bottom: 1.2rem; } section > header .note { margin: 0.5rem 0 0; max-width: 40rem; }
.content { min-width: 0; }
.content > * + * { margin-top: 1.8rem; }
@media (min-width: 64rem) {
  section { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 0 3rem; }
  .abstract { flex-direction: row; gap: 3rem; }
  .headline { flex: 0 0 14rem; flex-direction: column; gap: 1.4rem; }
}
.verdict { font: 1.2rem/1.5 var(--serif); max-width: 46rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 1.6rem 2rem; align-items: end; }
.beside { display: flex; flex-wrap: wrap; gap: 1.8rem 3rem; align-items: flex-start; }
.beside > * { flex: 0 1 auto; min-width: 0; max-width: 100%; }
.beside > figure { flex-basis: 26rem; }
figure { margin: 0; min-width: 0; }
figure svg { display: block; height: auto; overflow: visible; }
figcaption, caption { color: var(--muted); font-size: 0.875rem; line-height: 1.45; text-align: left; }
figcaption { margin-top: 0.35rem; overflow-wrap: anywhere; }
.key { color: var(--ink); font-weight: 600; white-space: nowrap; }
.key::before { content: ""; display: inline-block; width: 1.6em; margin-right: 0.35em; vertical-align: 0.25em; border-top: 3px solid var(--first); }
.key.validation::before { border-top: 3px dashed var(--second); }

.scroll { overflow-x: auto; max-width: 100%; }
.scroll:focus-visible, pre:focus-visible { outline: 2px solid var(--first); outline-offset: 2px; }
table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: lining-nums tabular-nums; min-width: min(100%, 22rem); }
caption { padding-bottom: 0.5rem; }
th, td { padding: 0.4rem 1.1rem 0.4rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--grid); }
th:last-child, td:last-child { padding-right: 0.2rem; }
thead th { font-weight: 500; color: var(--muted); border-bottom: 1px solid var(--muted); vertical-align: bottom; }
tbody th { font-weight: 500; min-width: 4.5rem; overflow-wrap: break-word; }
tbody th.number { min-width: 0; }
.number { text-align: right; white-space: nowrap; padding-left: 0.6rem; }
tr.emphasis > * { font-weight: 650; background: var(--raised); }
.share { display: inline-block; min-width: 5.2rem; padding-bottom: 4px; background: linear-gradient(var(--first), var(--first)) 0 100% / calc(var(--share) * 100%) 3px no-repeat, linear-gradient(var(--grid), var(--grid)) 0 100% / 100% 3px no-repeat; }
.finding { padding: 0.7rem 1rem; border-radius: 0.4rem; background: var(--note-ground); color: var(--ink); max-width: 52rem; margin-bottom: 0; }
.finding + .finding { margin-top: 0.6rem; }
.finding.good { background: var(--good-ground); } .finding.bad { background: var(--bad-ground); } .finding.caution { background: var(--caution-ground); }
.finding em { color: var(--ink); }
.features { line-height: 2; font-size: 0.9rem; } .features span { color: var(--muted); }
.features code { background: var(--raised); padding: 0.15em 0.45em; border-radius: 0.3em; overflow-wrap: anywhere; }
.facts { margin: 0; font-size: 0.9rem; }
.facts div { display: grid; grid-template-columns: minmax(6.5rem, 8rem) minmax(0, 1fr); gap: 0.2rem 1rem; padding: 0.35rem 0; border-bottom: 1px solid var(--grid); }
.facts dt { color: var(--muted); } .facts dd { margin: 0; overflow-wrap: anywhere; } .facts small { white-space: normal; }
.hash { overflow-wrap: anywhere; }
.listing figcaption { margin: 0 0 0.5rem; }
pre { margin: 0; padding: 1rem 1.2rem; background: var(--raised); border-radius: 0.4rem; overflow-x: auto; line-height: 1.5; font-size: 0.85rem; tab-size: 2; }
pre code { font-size: inherit; }
summary { cursor: pointer; margin-bottom: 0.5rem; }
footer { color: var(--muted); font-size: 0.85rem; padding-block: 1.5rem 3rem; }

@media (max-width: 40rem) {
  table { min-width: 100%; font-size: 0.85rem; }
  th, td { padding-right: 0.6rem; }
  td.number small { display: block; }
  .share { min-width: 3.4rem; } td.number .share small { display: inline; }
  .facts div { grid-template-columns: 1fr; gap: 0; }
}
@media print {
  body { font-size: 10pt; }
  main, footer { max-width: none; padding: 0; }
  nav { display: none; }
  section { display: block; padding: 1rem 0; }
  h2, caption, thead { break-after: avoid; }
  figure, tr, .finding, .headline { break-inside: avoid; }
  .abstract { flex-direction: column; }
  .headline { flex-direction: row; }
  .listing { break-inside: auto; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  .scroll { overflow: visible; }
  .finding, .badge, tr.emphasis > *, figure svg, .share { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

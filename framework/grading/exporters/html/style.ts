/** What pages of grades have besides the style sheet of all pages. */
export const gradingStyle = `
.opening.feedback { padding-bottom: 1rem; }
.opening > .headline { flex-direction: row; margin-top: 1.6rem; }
.tag { display: inline-block; font-size: 0.75rem; line-height: 1.4; padding: 0 0.5em; border-radius: 0.8em; white-space: nowrap; background: var(--raised); color: var(--muted); }
.tag.caution { background: var(--caution-ground); color: var(--caution); }
.tag.bad { background: var(--bad-ground); color: var(--bad); }
th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
th button:hover, th button:focus-visible { text-decoration: underline; color: var(--ink); }
th[aria-sort="ascending"] button::after { content: " \\2191"; } th[aria-sort="descending"] button::after { content: " \\2193"; }
.roster td.number { line-height: 1.35; } .roster td.number .tag { display: block; width: fit-content; margin-left: auto; }
.roster tbody th small { display: block; white-space: normal; overflow-wrap: anywhere; }
.answers { margin: 0; padding: 0; list-style: none; }
.answers li { overflow-wrap: anywhere; } .answers b { font-weight: 600; }
.answers li + li { margin-top: 0.25rem; }
td.wide { min-width: 16rem; max-width: 34rem; font-size: 0.85rem; }
.points { margin: 0 0 0.2rem; font: 1.15rem/1.4 var(--serif); } .points strong { font-size: 1.6rem; font-weight: 600; }
.content > .points + .note { margin-top: 0; } .content > .task { margin-top: 1.6rem; } .task h3 { font: 600 1rem/1.4 var(--sans); margin: 0 0 0.3rem; display: flex; justify-content: space-between; gap: 1rem; }
.check { border-top: 1px solid var(--grid); padding: 0.55rem 0; break-inside: avoid; }
.check > p { display: grid; grid-template-columns: 1.4rem minmax(0, 1fr) auto; gap: 0 0.4rem; margin: 0; overflow-wrap: anywhere; }
.check .score { color: var(--muted); white-space: nowrap; font-variant-numeric: tabular-nums; }
.check .mark { font-weight: 700; } .check.pass .mark { color: var(--good); } .check.wrong .mark { color: var(--bad); }
.check.some .mark { color: var(--caution); } .check.open .mark, .check.open .title { color: var(--muted); }
.why { margin: 0.4rem 0 0.3rem 1.8rem; max-width: 52rem; }
.why > p { margin: 0 0 0.45rem; overflow-wrap: anywhere; white-space: pre-line; }
.why dl { margin: 0 0 0.4rem; font-size: 0.9rem; }
.why dl div { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 0.8rem; padding: 0.12rem 0; }
.why dt { color: var(--muted); } .why dd { margin: 0; overflow-wrap: anywhere; }
.why pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.6rem 0.8rem; max-height: 18rem; overflow-y: auto; margin-bottom: 0.5rem; }
.hint { padding: 0.45rem 0.8rem; border-radius: 0.4rem; background: var(--note-ground); }
@media (max-width: 40rem) {
  .why { margin-left: 0; } .why dl div { grid-template-columns: 4.2rem minmax(0, 1fr); }
  td.wide { min-width: 12rem; }
}
@media print {
  .why pre { max-height: none; overflow: visible; }
  th button { text-decoration: none; }
  .check .mark, .tag, .hint { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

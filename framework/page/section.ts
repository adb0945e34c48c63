import { html, type Html, type HtmlPart } from './html.ts';

/** One part of the page: a heading beside its content. */
export interface Section {
  /** Of the heading, for links; letters and hyphens. */
  readonly id: string;
  readonly title: string;
  /** A sentence below the heading that says how to read it. */
  readonly note?: HtmlPart;
  readonly content: Html;
}

/** The markup of a section. */
export function renderSection({ id, title, note, content }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
    <header>
      <h2 id="${id}-heading">${title}</h2>
      ${note === undefined ? null : html`<p class="note">${note}</p>`}
    </header>
    <div class="content">${content}</div>
  </section>`;
}

/** A table column: its heading, and whether it holds numbers. */
export interface TableColumn {
  readonly title: HtmlPart;
  readonly numeric?: boolean;
}

/** A table that scrolls sideways where the screen is narrow. The first cell of each row is its heading. */
export function renderTable(
  caption: HtmlPart,
  columns: readonly TableColumn[],
  rows: readonly { readonly cells: readonly HtmlPart[]; readonly emphasis?: boolean }[],
): Html {
  const kind = (index: number) => columns[index]?.numeric === true && html` class="number"`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="table">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ title }, index) => html`<th scope="col" ${kind(index)}>${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ cells, emphasis }) =>
            html`<tr${emphasis === true && html` class="emphasis"`}>${cells.map((cell, index) =>
              index === 0
                ? html`<th scope="row" ${kind(index)}>${cell}</th>`
                : html`<td${kind(index)}>${cell}</td>`,
            )}</tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A chart with its caption. */
export function renderFigure(chart: Html, caption: HtmlPart): Html {
  return html`<figure>
    ${chart}
    <figcaption>${caption}</figcaption>
  </figure>`;
}

import { html, trusted, type Html } from '../page/html.ts';
import type { RunRecord } from './run-record.ts';
import { classErrorsSection } from './sections/class-errors.ts';
import { dataSection } from './sections/data.ts';
import { learningSection } from './sections/learning.ts';
import { modelSection } from './sections/model.ts';
import { numberErrorsSection } from './sections/number-errors.ts';
import { renderOpening } from './sections/opening.ts';
import { reproductionSection } from './sections/reproduction.ts';
import { resultSection } from './sections/result.ts';
import { renderSection, type Section } from '../page/section.ts';
import { styleSheet } from '../page/style.ts';

/** Nothing may be loaded and no script may run, whatever text a run folder holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The whole report as one HTML document that needs no other file. */
export async function renderPage(record: RunRecord): Promise<string> {
  const sections = await collectSections(record);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <title>${record.result.name} – experiment report</title>
        <style>
          ${trusted(styleSheet)}
        </style>
      </head>
      <body>
        <main>
          ${renderOpening(record)}
          <nav aria-label="Sections">
            ${sections.map(({ id, title }) => html`<a href="#${id}">${title}</a> `)}
          </nav>
          ${sections.map(renderSection)}
        </main>
        ${renderFooter(record)}
      </body>
    </html> `;
  return page.text;
}

async function collectSections(record: RunRecord): Promise<Section[]> {
  const errors = record.result.task === 'classification' ? classErrorsSection : numberErrorsSection;
  const sections = [
    await resultSection(record),
    await learningSection(record),
    await errors(record),
    dataSection(record),
    modelSection(record),
    reproductionSection(record),
  ];
  return sections.filter((section) => section !== undefined);
}

function renderFooter({ missing, provenance }: RunRecord): Html {
  return html`<footer>
    <p>
      Written by Descent${provenance === undefined ? '' : ` ${provenance.descent}`} from the files of the run
      folder.${
        missing.length > 0
          ? html` Not there, so not shown:
            ${missing.map((name, index) => html`${index > 0 ? ', ' : ''}<code>${name}</code>`)}.`
          : ''
      }
    </p>
  </footer>`;
}

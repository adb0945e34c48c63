import { renderDocument } from '../page/document.ts';
import { html, type Html } from '../page/html.ts';
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

/** The whole report as one HTML document that needs no other file. */
export async function renderPage(record: RunRecord): Promise<string> {
  const sections = await collectSections(record);
  const body = html`<main>
      ${renderOpening(record)}
      <nav aria-label="Sections">
        ${sections.map(({ id, title }) => html`<a href="#${id}">${title}</a> `)}
      </nav>
      ${sections.map(renderSection)}
    </main>
    ${renderFooter(record)}`;
  return renderDocument({ title: `${record.result.name} – experiment report`, body });
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

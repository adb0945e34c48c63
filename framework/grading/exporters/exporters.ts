import { ProblemsError } from '../../document/problem.ts';
import { didYouMean } from '../../document/suggest.ts';
import { canvasExporter } from './canvas.ts';
import { classroom50Exporter } from './classroom50.ts';
import { csvExporter } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { gradescopeExporter } from './gradescope.ts';
import { htmlExporter } from './html/html.ts';
import { jplagExporter } from './jplag.ts';
import { junitExporter } from './junit.ts';
import { moodleExporter } from './moodle.ts';

/** Every format. */
export const EXPORTERS: readonly Exporter[] = [
  csvExporter,
  htmlExporter,
  canvasExporter,
  moodleExporter,
  gradescopeExporter,
  classroom50Exporter,
  junitExporter,
  jplagExporter,
];

/** The format of that name. @throws ProblemsError when there is none */
export function exporterFor(name: string): Exporter {
  const formats = EXPORTERS.map(({ format }) => format);
  const found = EXPORTERS.find(({ format }) => format === name);
  if (found !== undefined) return found;
  const fix = didYouMean(name, formats) ?? `The formats are ${formats.join(', ')}.`;
  throw new ProblemsError([{ file: 'command line', message: `there is no format "${name}"`, fix }]);
}

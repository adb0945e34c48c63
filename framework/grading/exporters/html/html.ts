import { collectStatistics } from '../../class/statistics.ts';
import type { ExerciseResult } from '../../result/result.ts';
import type { ExportedFile, Exporter } from '../exporter.ts';
import { feedbackPage } from './feedback-page.ts';
import { gradebookPage } from './gradebook-page.ts';

/** A page with the gradebook for the instructor, and a page of feedback for each student. */
export const htmlExporter: Exporter = {
  format: 'html',
  summary: 'a gradebook page for you and a page of feedback for each student',
  async *export({ gradebook, resultOf }): AsyncGenerator<ExportedFile, void> {
    const statistics = collectStatistics();
    for (const row of gradebook.rows) {
      const results: (ExerciseResult | undefined)[] = [];
      for (const cell of row.cells) {
        const result = await resultOf(row.student, cell);
        if (result !== undefined) statistics.add(result);
        results.push(result);
      }
      yield { path: `feedback/${row.student}.html`, content: feedbackPage(gradebook, row, results) };
    }
    yield { path: 'gradebook.html', content: await gradebookPage(gradebook, statistics.finish()) };
  },
};

import type { Problem } from '../../document/problem.ts';
import { formatNumber } from '../expect/format-value.ts';
import type { Proof } from './proof.ts';

/** The points of a task in exercise.yaml are those of its checks. */
export const points: Proof = {
  claim: 'the points of the checks add up to those of the tasks',
  async prove({ manifest }, { checks }) {
    const declared = await checks();
    const file = `exercises/${manifest.id}/exercise.yaml`;
    const problems: Problem[] = [];
    manifest.tasks.forEach((task, index) => {
      const own = declared.filter(({ options }) => options.task === index + 1);
      // Halves and tenths: without rounding 0.1 + 0.2 would differ from 0.3.
      const sum = Number(own.reduce((total, { options }) => total + options.points, 0).toFixed(6));
      if (sum === task.points) return;
      problems.push({
        file,
        message: `task ${index + 1} has ${formatNumber(task.points)} points`,
        expected: `${formatNumber(sum)}, the sum of its checks`,
        received: own.map(({ title, options }) => `${title} (${options.points})`).join(', ') || 'no check',
      });
    });
    for (const { title, options } of declared) {
      if (options.task >= 1 && options.task <= manifest.tasks.length) continue;
      problems.push({
        file: `graders/${manifest.id}`,
        message: `"${title}" belongs to task ${options.task}, which does not exist`,
        expected: `a task from 1 to ${manifest.tasks.length}`,
      });
    }
    return problems;
  },
};

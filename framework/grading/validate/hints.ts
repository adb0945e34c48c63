import type { Problem } from '../../document/problem.ts';
import { containsLine, solutionLines } from './solution-lines.ts';
import type { Proof } from './proof.ts';

/** Hints are there, each says something new, and none is a line of the solution. */
export const hints: Proof = {
  claim: 'hints exist and are not the answer',
  async prove({ manifest }, { solution, starter, checks }) {
    const given = Object.values(await starter()).join('\n');
    // An experiment file may show a line that is to be written again.
    const secrets = solutionLines(await solution()).filter((line) => !containsLine(given, line));
    const answerIn = (text: string) => secrets.find((line) => containsLine(text, line));
    const problems: Problem[] = [];
    manifest.tasks.forEach((task, index) => {
      const file = `exercises/${manifest.id}/exercise.yaml`;
      task.hints.forEach((hint, at) => {
        const where = `hint ${at + 1} of task ${index + 1}`;
        const answer = answerIn(hint);
        if (hint.trim() === '') problems.push({ file, message: `${where} is empty` });
        if (task.hints.indexOf(hint) < at)
          problems.push({ file, message: `${where} says the same as another` });
        if (answer !== undefined) problems.push(isAnswer(file, where, answer));
      });
    });
    for (const { title, options } of await checks()) {
      const file = `graders/${manifest.id}`;
      const answer = answerIn(options.hint);
      if (options.hint.trim() === '') problems.push({ file, message: `the hint of "${title}" is empty` });
      if (answer !== undefined) problems.push(isAnswer(file, `the hint of "${title}"`, answer));
    }
    return problems;
  },
};

function isAnswer(file: string, where: string, answer: string): Problem {
  return {
    file,
    message: `${where} is the answer`,
    expected: 'almost the line, never the line',
    received: answer,
  };
}

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const built = fileURLToPath(new URL('framework/dist/tensorflow.js', import.meta.url));
if (!existsSync(built)) throw new Error('framework/dist is missing: run "npm run build" first.');

const shared = {
  resolve: {
    alias: {
      'descent/grading': fileURLToPath(new URL('framework/grading/grader-api.ts', import.meta.url)),
      descent: fileURLToPath(new URL('framework/index.ts', import.meta.url)),
    },
  },
};
const options = {
  server: { deps: { external: [/framework[\\/]dist[\\/]/] } },
  testTimeout: 120_000,
  // Modules are loaded once a worker, not once a file: that was half of the time of most files.
  isolate: false,
};

/** A file is one worker's work. Those that take longest must not be the last, when the other workers have nothing left to do. */
const LONGEST = [
  'experiments.test',
  'class.test',
  'attacks-at-',
  'cli/show',
  'cli/exercises.test',
  'new-exercise',
  'release',
];

/** On a fresh clone vitest knows no times yet and would begin with the largest files. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((name) => moduleId.includes(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    // One more than there are cores: many tests wait for processes that they have started.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // An answer is not imported by its grader, but handed to a process: vitest cannot know that they belong together.
    watchTriggerPatterns: [
      {
        pattern: /(?:exercises|solutions)[\\/](\d\d-[\w-]+)[\\/][^\\/]+\.(?:ts|yaml)$/,
        testsToRun: (_, [, id]) => [`graders/${id}/visible.grader.ts`, `graders/${id}/hidden.grader.ts`],
      },
    ],
    projects: [
      { ...shared, test: { ...options, name: 'framework', include: ['framework/**/*.test.ts'] } },
      { ...shared, test: { ...options, name: 'experiments', include: ['experiments/**/*.test.ts'] } },
      { ...shared, test: { ...options, name: 'datasets', include: ['datasets/**/*.test.ts'] } },
      {
        ...shared,
        test: {
          ...options,
          name: 'exercises',
          include: ['graders/**/*.grader.ts'],
          setupFiles: [fileURLToPath(new URL('framework/grading/vitest/setup.ts', import.meta.url))],
        },
      },
    ],
  },
});

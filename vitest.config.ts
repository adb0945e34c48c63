import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

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
};

export default defineConfig({
  test: {
    // By default vitest leaves one core alone, which on two cores is half of them.
    maxWorkers: '100%',
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

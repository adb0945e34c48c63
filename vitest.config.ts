import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const built = fileURLToPath(new URL('framework/dist/tensorflow.js', import.meta.url));
if (!existsSync(built)) throw new Error('framework/dist is missing: run "npm run build" first.');

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: { descent: fileURLToPath(new URL('framework/index.ts', import.meta.url)) } },
        test: {
          name: 'framework',
          include: ['framework/**/*.test.ts'],
          server: { deps: { external: [/framework[\\/]dist[\\/]/] } },
          testTimeout: 60_000,
        },
      },
    ],
  },
});

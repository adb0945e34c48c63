#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/main.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error(
    'descent is not built yet. Run "npm install" (or "npm run build") in the folder of the project.',
  );
  process.exitCode = 3;
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * For tests: a folder outside the workspace with packages as a user might have installed them; gone when the test is.
 * @param packages by name: the version (4.22.0 unless given), and the source of the entry file; an ES module where `module` is true
 */
export function fakeProject(
  packages: Readonly<Record<string, { source: string; version?: string; module?: boolean }>>,
): string {
  const project = mkdtempSync(join(tmpdir(), 'descent-project-'));
  onTestFinished(() => {
    rmSync(project, { recursive: true, force: true });
  });
  for (const [name, { source, version = '4.22.0', module = false }] of Object.entries(packages)) {
    const entry = join(project, 'node_modules', name, 'entry.js');
    mkdirSync(dirname(entry), { recursive: true });
    const manifest = { name, version, main: 'entry.js', type: module ? 'module' : 'commonjs' };
    writeFileSync(join(dirname(entry), 'package.json'), JSON.stringify(manifest));
    writeFileSync(entry, source);
  }
  return project;
}

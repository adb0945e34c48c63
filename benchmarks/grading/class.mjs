// How long a class takes and how much memory the command needs: a table on standard output.
//   npm run build && node benchmarks/grading/class.mjs [submissions …]      by default 25, 100 and 400
// Each submission defines one small function and passes one check; every tenth is hostile (it ends its process, floods the
// output, forges answers or never settles). Runs at the strongest level of isolation that this machine has.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../framework/bin/descent.js', import.meta.url));
const sizes = process.argv.slice(2).map(Number);
const HONEST = 'export const add = (a: number, b: number): number => a + b;\n';
const HOSTILE = [
  'process.exit(0);',
  'console.log("passed".repeat(1000));\nexport const add = () => 3;',
  'process.stdout.write("garbage");\nexport const add = () => 3;',
  'export const add = () => new Promise(() => {});',
];

const folder = await mkdtemp(join(tmpdir(), 'descent-class-'));
try {
  await writeKit();
  console.log(`${availableParallelism()} cores, Node ${process.versions.node}`);
  console.log('| submissions | seconds | seconds each | memory of the command |');
  console.log('| ----------- | ------- | ------------ | --------------------- |');
  for (const size of sizes.length > 0 ? sizes : [25, 100, 400]) {
    const { seconds, megabytes, rows } = await gradeClass(size);
    if (rows !== size) throw new Error(`${rows} rows for ${size} submissions`);
    const each = (seconds / size).toFixed(3);
    console.log(`| ${size} | ${seconds.toFixed(1)} | ${each} | ${megabytes.toFixed(0)} MB |`);
  }
} finally {
  await rm(folder, { recursive: true });
}

/** A kit with one exercise that takes no time of its own. */
async function writeKit() {
  const files = {
    'exercises/01-add/exercise.yaml': [
      'schema: 1',
      'id: 01-add',
      'version: 1',
      'title: Add',
      'summary: Adds.',
      'teaches: [addition]',
      'minutes: 1',
      'functions: [{ name: add, task: 1, signature: "(a: number, b: number) => number" }]',
      'tasks: [{ title: Add, points: 1, hints: [a, b, c] }]',
    ].join('\n'),
    'graders/01-add/visible.grader.ts': [
      "import { exercise, expect, returns } from 'descent/grading';",
      "exercise('01-add', { add: returns.number }, ({ check, student }) => {",
      "  check('adds', { task: 1, points: 1, hint: 'Plus.' }, async () => {",
      '    expect(await student.add(1, 2)).toBe(3);',
      '  });',
      '});',
    ].join('\n'),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Grades a class of that size. Memory is the largest that the command itself held; grading processes are not in it. */
async function gradeClass(size) {
  const submissions = join(folder, `class-${size}`);
  for (let index = 0; index < size; index++) {
    const student = join(submissions, `student-${index}`, '01-add');
    await mkdir(student, { recursive: true });
    const source =
      index % 10 === 9 ? HOSTILE[Math.floor(index / 10) % HOSTILE.length] : `${HONEST}// ${index}\n`;
    await writeFile(join(student, 'exercise.ts'), source);
  }
  const out = join(folder, `grades-${size}`);
  const options = ['grade', submissions, '--out', out, '--allow-level', 'unprotected'];
  let megabytes = 0;
  const began = performance.now();
  await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...options], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const timer = setInterval(() => {
      residentMegabytes(child.pid).then(
        (now) => (megabytes = Math.max(megabytes, now)),
        () => undefined,
      );
    }, 50);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(timer);
      if (code === 0) resolve();
      else reject(new Error(`descent grade ended with ${code}`));
    });
  });
  const seconds = (performance.now() - began) / 1000;
  const { rows } = JSON.parse(await readFile(join(out, 'gradebook.json'), 'utf8'));
  return { seconds, megabytes, rows: rows.length };
}

/** Of a process, on Linux; elsewhere 0. */
async function residentMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

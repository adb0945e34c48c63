import { diagnose, type BackendDiagnosis, type Diagnosis } from '../backend/diagnose.ts';

/**
 * `descent doctor`: what this machine has to train with, how fast each backend is, and what to install.
 * @param options.json one JSON document instead of the table
 * @param options.write receives the text, lines ended
 * @returns the exit code: 0, or 2 when this version of Node is too old or not even `wasm` loads
 */
export async function doctor(options: { json: boolean; write: (text: string) => void }): Promise<number> {
  const diagnosis = await diagnose();
  options.write(options.json ? `${JSON.stringify(diagnosis, undefined, 2)}\n` : formatDiagnosis(diagnosis));
  const wasm = diagnosis.backends.find(({ name }) => name === 'wasm');
  return diagnosis.node.supported && wasm?.loads === true ? 0 : 2;
}

/** The diagnosis as a table for people. */
export function formatDiagnosis({ node, platform, processor, backends }: Diagnosis): string {
  const support = node.supported ? 'supported' : `not supported: Descent needs ${node.needed}`;
  return [
    `Node       ${node.version}, ${support}`,
    `Platform   ${platform}`,
    `Processor  ${processor.model}, ${processor.cores} ${processor.cores === 1 ? 'core' : 'cores'}`,
    '',
    ...table([
      ['backend', 'matrix product', 'convolution', 'ready in', 'what computes'],
      ...backends.filter(hasRow).map(speedRow),
    ]),
    ...backends.flatMap((backend) => {
      if (!backend.loads)
        return ['', `${backend.name} does not load`, `  ${backend.reason}`, `  ${backend.fix}`];
      return backend.shortfall === null ? [] : ['', backend.name, `  ${backend.shortfall}`];
    }),
    '',
    'Speeds are in GFLOP/s: 512×512 matrices; 8 images of 28×28×16 with 32 filters of 3×3.',
    '',
  ].join('\n');
}

type Loaded = Extract<BackendDiagnosis, { loads: true }>;

/** The mode fast that fell back computes as the mode reproducible, which has its own row. */
function hasRow(backend: BackendDiagnosis): backend is Loaded {
  return backend.loads && (backend.shortfall === null || backend.mode === null);
}

function speedRow({ name, speed, startMilliseconds, description, mode }: Loaded): string[] {
  return [
    name,
    speed.matrixProduct.toFixed(1),
    speed.convolution.toFixed(1),
    `${startMilliseconds.toFixed(0)} ms`,
    mode === null ? description : `${description}, ${mode}`,
  ];
}

/** Pads columns to one width each; the first and the last to the left, the numbers between to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === row.length - 1
          ? cell.padEnd(widths[column]!)
          : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
}

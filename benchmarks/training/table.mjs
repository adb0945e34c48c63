import { NETS } from './nets.mjs';

/** The peer that ratios are taken against. */
const REFERENCE = 'torch';

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The report as a Markdown table: medians of milliseconds a step, and in brackets how many times PyTorch's time that
 * is, the median over the rounds of the ratio within a round.
 */
export function formatTable({ date, machine, load, rounds, clock, batchSize, peers, results }) {
  const nets = Object.keys(results);
  const rows = peers.map(({ key, title }) => [
    title,
    ...nets.map((net) => cell(results[net][key], results[net][REFERENCE])),
  ]);
  const header = ['milliseconds a step', ...nets.map((net) => `${net}: ${NETS[net].title}`)];
  const widths = header.map((title, column) =>
    Math.max(...[header, ...rows].map((cells) => cells[column].length)),
  );
  const line = (cells) => `| ${cells.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`;
  const reasons = peers.filter(({ error }) => error).map(({ title, error }) => `${title}: ${error}`);
  const versions = peers.filter(({ version }) => version).map(({ version }) => version);
  return [
    line(header),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    '',
    `${date}; ${machine}; one thread; batches of ${batchSize}, Adam; medians of ${rounds} rounds.`,
    `${[...new Set(versions)].join('; ')}.`,
    ...(clock === 'processor' ? ['Time of the processor, all threads of a process together.'] : []),
    ...(load > 0.5 ? [`The machine was busy (load ${load.toFixed(1)}): trust the ratios only.`] : []),
    ...reasons,
    '',
  ].join('\n');
}

function cell({ milliseconds, error }, reference) {
  if (error !== undefined) return 'cannot';
  const time = median(milliseconds);
  const shown = time.toPrecision(time < 0.1 ? 2 : 3);
  if (!reference?.milliseconds?.length || reference.milliseconds === milliseconds) return shown;
  const ratio = median(milliseconds.map((value, round) => value / reference.milliseconds[round]));
  return `${shown} (${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)})`;
}

import { cleanText } from './clean-text.ts';
import { CodecError } from './codec/codec-error.ts';
import type { ReportedError } from './protocol.ts';

const LONGEST_MESSAGE = 2_000;
const LONGEST_NAME = 60;

/**
 * Reads what a student process says went wrong, cleaned.
 * @throws CodecError when it is no report.
 */
export function readReportedError(report: unknown): ReportedError {
  const { name, message, file, line, column } = (report ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string' || typeof message !== 'string') throw new CodecError('reported no error');
  const words = { name: cleanText(name, LONGEST_NAME), message: cleanText(message, LONGEST_MESSAGE) };
  if (typeof file !== 'string') return words;
  return {
    ...words,
    file: cleanText(file, LONGEST_NAME),
    ...(isPlace(line) ? { line } : {}),
    ...(isPlace(column) ? { column } : {}),
  };
}

function isPlace(number: unknown): number is number {
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0;
}

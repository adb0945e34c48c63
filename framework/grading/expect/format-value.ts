import { StudentHandle } from '../submission/handle.ts';
import { toTensorValue } from './to-tensor-value.ts';

const MOST_ITEMS = 6;
const MOST_DEPTH = 3;
const LONGEST_TEXT = 60;
const LONGEST = 400;
const SIGNIFICANT_DIGITS = 7;

/** What a terminal acts on, what turns the direction of writing and what nobody sees. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A value as students read it in a message: `19.35333`, `[1, 2, 3, … 97 more]`, `{ m: 2, c: 0 }`, `a tensor of shape
 * [2, 3]: [1, 2, …]`. At most 400 characters whatever the value is, as it may come from hostile code; characters that
 * cannot be seen are written as `\u{200b}`.
 */
export function formatValue(value: unknown): string {
  return cut(format(value, 0), LONGEST);
}

/** A number with the digits that matter: `0.3333333`, `1.5e-9`, `-0`. */
export function formatNumber(value: number): string {
  if (Object.is(value, -0)) return '-0';
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

function format(value: unknown, depth: number): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${cut(String(value), LONGEST_TEXT)}n`;
  if (value === undefined || value === null || typeof value === 'boolean') return String(value);
  const tensor = toTensorValue(value);
  if (tensor !== undefined) {
    return `a tensor of shape [${tensor.shape.join(', ')}]: ${formatItems(tensor.data, depth + 1)}`;
  }
  if (value instanceof StudentHandle) return `the ${value.kind} ${cut(value.name, LONGEST_TEXT)}`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return formatItems(value, depth + 1);
  if (ArrayBuffer.isView(value)) return formatItems(value as unknown as ArrayLike<unknown>, depth + 1);
  return typeof value === 'object' ? formatRecord(value, depth + 1) : typeof value;
}

function formatItems(items: ArrayLike<unknown>, depth: number): string {
  if (depth > MOST_DEPTH) return `[… ${items.length} items]`;
  const shown = Array.from({ length: Math.min(items.length, MOST_ITEMS) }, (_, index) =>
    format(items[index], depth),
  );
  const more = items.length - shown.length;
  return `[${[...shown, ...(more > 0 ? [`… ${more} more`] : [])].join(', ')}]`;
}

function formatRecord(record: object, depth: number): string {
  const entries = Object.entries(record);
  if (entries.length === 0) return '{}';
  if (depth > MOST_DEPTH) return `{… ${entries.length} entries}`;
  const shown = entries
    .slice(0, MOST_ITEMS)
    .map(([key, value]) => `${formatKey(key)}: ${format(value, depth)}`);
  const more = entries.length - shown.length;
  return `{ ${[...shown, ...(more > 0 ? [`… ${more} more`] : [])].join(', ')} }`;
}

/** A key as it is written in an object: quoted where it is no name. */
export function formatKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? cut(key, LONGEST_TEXT) : quote(key);
}

function quote(text: string): string {
  return JSON.stringify(cut(text, LONGEST_TEXT)).replace(
    INVISIBLE,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

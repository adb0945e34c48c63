import { cleanText } from '../submission/clean-text.ts';

const LONGEST = 80;

/**
 * What identifies a student, made of the name of a folder: letters, digits and `._@+-` of any script, other characters as `_`.
 * Safe as the name of a file on every system and in every message.
 */
export function studentId(name: string): string {
  const safe = cleanText(name, LONGEST)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._@+-]+/gu, '_')
    .replace(/^[.\-_]+|[._]+$/g, '');
  return safe === '' ? 'unnamed' : safe;
}

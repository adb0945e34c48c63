import { InvalidArgumentError } from 'commander';

/** Reads an argument that is a whole number, 0 included. @throws InvalidArgumentError for anything else */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError('A whole number is needed.');
  return value;
}

/** The same from 1 on. */
export function positiveNumber(text: string): number {
  const value = wholeNumber(text);
  if (value === 0) throw new InvalidArgumentError('At least 1 is needed.');
  return value;
}

/** A value as a message shows it, with its type where that is not plain: `"16" (text)`, `-3`, `a list of 2`. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'nothing';
  if (typeof value === 'string') return `${shorten(JSON.stringify(value))} (text)`;
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return '.nan, which is not a number';
    return Number.isFinite(value) ? String(value) : `${value > 0 ? '' : '-'}.inf, an infinite number`;
  }
  if (typeof value === 'boolean') return `${value} (true or false)`;
  if (Array.isArray(value)) {
    return value.length === 0 ? 'an empty list' : `a list: ${shorten(JSON.stringify(value))}`;
  }
  return `a mapping: ${shorten(JSON.stringify(value))}`;
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

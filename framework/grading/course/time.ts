const PATTERN = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** How a time is written, for messages. */
export const TIME_EXPECTED = 'a time with its zone, as 2026-12-01T18:00:00+01:00';

/** Whether a text is a time with its zone that exists. Without a zone it would be another time on every machine. */
export function isTime(text: string): boolean {
  return (
    PATTERN.test(text) &&
    !Number.isNaN(new Date(text).getTime()) &&
    // JavaScript takes a 31st of February for one of March.
    new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(text.slice(8, 10))
  );
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutWorkflowCommands } from './workflow-commands.ts';

/** What the runner of GitHub takes for a command: the new form at the beginning of a line, the old one anywhere in it. */
const isCommand = (line: string) => /^\s*::/.test(line) || line.includes('##[');

it('leaves no command in a log, and changes nothing else', () => {
  const text = fc.string({ unit: fc.constantFrom(':', '#', '[', ' ', '\t', '\n', '\r', 'a') });
  fc.assert(
    fc.property(text, (printed) => {
      const safe = withoutWorkflowCommands(printed, true);
      expect(safe.split(/\r\n|\n|\r/).filter(isCommand)).toEqual([]);
      const hadNone = !printed.split(/\r\n|\n|\r/).some(isCommand);
      if (hadNone) expect(safe).toBe(printed);
      expect(withoutWorkflowCommands(printed, false)).toBe(printed);
    }),
    { seed: 6, numRuns: 1000 },
  );
  expect(withoutWorkflowCommands('  ::error::x\na::b ##[debug]', true)).toBe(
    '  : :error::x\na::b # #[debug]',
  );
});

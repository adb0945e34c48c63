/**
 * Lines of a table whose columns are aligned, two spaces apart: the header first.
 * @param sides on which side each column is flush
 */
export function alignColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  sides: readonly ('left' | 'right')[],
): string[] {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]!.length)),
  );
  return [header, ...rows].map((row) =>
    row
      .map((text, column) =>
        sides[column] === 'right' ? text.padStart(widths[column]!) : text.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
}

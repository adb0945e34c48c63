/**
 * The only script of the gradebook page: a click on a heading of a table of class `sortable` sorts its rows by that column, a second one the
 * other way round. Cells are compared by their `data-value`, as numbers where both are. It reads and changes nothing else; without it
 * the table stands sorted by student.
 */
export const sortScript = `
'use strict';
for (const table of document.querySelectorAll('table.sortable')) {
  const headings = [...table.tHead.rows[0].cells];
  const collator = new Intl.Collator(undefined, { numeric: true });
  headings.forEach((heading, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const isNumber = heading.classList.contains('number');
      const before = heading.getAttribute('aria-sort');
      const isDown = before === null ? isNumber : before === 'ascending';
      for (const other of headings) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      const valueOf = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent;
      const compare = (one, other) =>
        isNumber ? Number(valueOf(one)) - Number(valueOf(other)) : collator.compare(valueOf(one), valueOf(other));
      const body = table.tBodies[0];
      const rows = [...body.rows].sort((one, other) => (isDown ? -1 : 1) * compare(one, other));
      body.append(...rows);
    });
  });
}
`;

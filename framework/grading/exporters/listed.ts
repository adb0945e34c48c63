const MOST = 5;

/** A few names, and how many more there are. */
export function listed(people: readonly { readonly student: string }[]): string {
  const names = people.slice(0, MOST).map(({ student }) => student);
  return people.length > MOST ? `${names.join(', ')} and ${people.length - MOST} more` : names.join(', ');
}

/** Something about the data that the reader should know before believing the result. */
export interface QualityFinding {
  readonly check: string;
  readonly severity: 'note' | 'warning';
  /** One sentence with the numbers. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

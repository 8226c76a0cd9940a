/** Where something stands: in a CSV a line and a column, in JSON a pointer. */
export interface Place {
  file: string;
  /** From 1; the line on which the record begins. */
  line?: number | undefined;
  /** RFC 6901, into the file. */
  pointer?: string | undefined;
  /** The column or member, as the file calls it. */
  field?: string | undefined;
}

/** Something to tell about a file, with what to do. A `fault` leaves its record out; a `notice` does not. */
export interface Problem extends Place {
  severity: 'fault' | 'notice';
  /** A stable word, by which problems are grouped. */
  code: ProblemCode;
  /** Whose record it is: its name or id. */
  record?: string | undefined;
  /** What is wrong, without a full stop. */
  message: string;
  /** What to do about it. */
  advice: string;
}

/** Each code with what its group is called. */
export const PROBLEM_TITLES = {
  'missing-file': 'Files that are not there',
  'unreadable-file': 'Files that are not what they claim',
  'wrong-encoding': 'Files in another encoding than UTF-8',
  'empty-file': 'Files with nothing in them',
  'broken-csv': 'CSV that breaks its own rules',
  'broken-json': 'JSON that can not be read',
  'broken-mapping': 'Faults in the mapping',
  'not-a-listing': 'Records of an unknown shape',
  'shifted-row': 'Rows whose cells do not fit the columns',
  'no-id': 'Records without an id',
  'duplicate-id': 'Ids that stand twice',
  'dangling-reference': 'References to nothing',
  'private-address': 'Private addresses that are still in the file',
  'empty-value': 'Values that must not be empty',
  'too-long': 'Texts that are too long',
  'bad-number': 'Numbers that are none',
  'bad-date': 'Dates that are none',
  'bad-value': 'Values that do not fit',
  'no-country': 'Records without a country',
  refused: 'Refused by the portal',
  'kept-hidden': 'Places kept hidden',
  'left-out-value': 'Values left out',
  'not-active': 'Records that are not active',
  assumed: 'Assumed, since the file does not say',
} as const;
export type ProblemCode = keyof typeof PROBLEM_TITLES;

/** Collects what there is to tell, in the order of the file. */
export class Problems {
  readonly all: Problem[] = [];

  fault(problem: Omit<Problem, 'severity'>): void {
    this.all.push({ severity: 'fault', ...problem });
  }

  notice(problem: Omit<Problem, 'severity'>): void {
    this.all.push({ severity: 'notice', ...problem });
  }

  get faults(): Problem[] {
    return this.all.filter(({ severity }) => severity === 'fault');
  }

  get notices(): Problem[] {
    return this.all.filter(({ severity }) => severity === 'notice');
  }
}

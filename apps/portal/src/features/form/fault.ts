/** One thing that is wrong with a form. */
export interface Fault {
  /** The id of the control it is about; the summary leads there. */
  field: string;
  /** In the reader's language. */
  message: string;
}

/** The first fault of a field, if any. */
export const faultOf = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.message;

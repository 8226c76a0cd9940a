import type { Kind } from '../listing/draft.ts';

/**
 * How the columns of any CSV become listings; saved as `*.mapping.json` and documented in the README.
 * A rule is a column's name, or an object.
 */
export interface Mapping {
  kind: Kind;
  /** Of the texts, BCP 47. */
  language: string;
  delimiter?: string;
  /** A row is skipped, not faulty, when any of these fits. */
  skip: SkipRule[];
  fields: Record<string, Rule>;
}

export interface SkipRule {
  column: string;
  is?: string[];
  isNot?: string[];
  because: string;
}

/** Exactly one of `value`, `column`, `columns`, `join`. */
export interface Rule {
  /** The same for every row. */
  value?: unknown;
  /** A column, or several of which the first that is filled counts. */
  column?: string | string[];
  /** For a list: one entry a column. */
  columns?: string[];
  /** For a text: parts that are filled, put together. */
  join?: (string | Rule)[];
  with?: string;
  /** Cells that mean nothing, in any case; the empty cell always does. */
  empty?: string[];
  /** Cell -> value, in any case. */
  map?: Record<string, unknown>;
  /** For cells that `map` does not name. */
  otherwise?: unknown;
  prefix?: string;
  suffix?: string;
  /** Fill up with zeros on the left, for postal codes that a spreadsheet has shortened. */
  pad?: number;
  /** For a list in one cell. Default `;`. */
  separator?: string;
  /** For a date: `y-m-d` (default), `d/m/y` or `m/d/y`. */
  format?: string;
  /** For a number: what stands before the decimals. Default `.`. */
  decimal?: '.' | ',';
  /** A row without it has a fault. */
  required?: boolean;
  /** What a cell that can not be read does: a fault (default), or only the value is left out. */
  onBad?: 'fault' | 'leave-out';
}

export type ValueType =
  | 'text'
  | 'paragraphs'
  | 'number'
  | 'boolean'
  | 'date'
  | 'list'
  | 'languages'
  | 'url'
  | 'email'
  | 'phone'
  | 'country';

/** What may be filled, and how its cells are read. `title` and `description` also take a language: `title.th`. */
export const TARGETS: Record<string, ValueType> = {
  externalId: 'text',
  title: 'text',
  description: 'paragraphs',
  provider: 'text',
  country: 'country',
  topics: 'list',
  languages: 'languages',
  delivery: 'list',
  'cost.kind': 'text',
  'cost.amount': 'number',
  'cost.currency': 'text',
  'cost.note': 'text',
  'papers.kind': 'text',
  'papers.documents': 'list',
  'location.visibility': 'text',
  'location.area': 'text',
  'location.address.lines': 'list',
  'location.address.city': 'text',
  'location.address.region': 'text',
  'location.address.postalCode': 'text',
  'location.address.latitude': 'number',
  'location.address.longitude': 'number',
  'contact.phone': 'phone',
  'contact.email': 'email',
  'contact.url': 'url',
  'course.startsOn': 'date',
  'course.hoursTotal': 'number',
  'course.certificate': 'text',
  'course.evening': 'boolean',
  'course.childcare': 'boolean',
  'job.employer': 'text',
  'job.occupation': 'text',
  'job.pay.minimum': 'number',
  'job.pay.maximum': 'number',
  'job.pay.currency': 'text',
  'job.pay.period': 'text',
  'job.hoursPerWeek': 'number',
  'job.accommodation': 'boolean',
  'job.closesOn': 'date',
};

/** The type of a target, `title.th` included; undefined when there is no such target. */
export function typeOfTarget(target: string): ValueType | undefined {
  if (Object.hasOwn(TARGETS, target)) return TARGETS[target];
  const [, base] = /^(title|description)\.[A-Za-z0-9-]{2,35}$/.exec(target) ?? [];
  return base === undefined ? undefined : TARGETS[base];
}

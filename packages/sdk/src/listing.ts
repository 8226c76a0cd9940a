import type { components } from './generated/v1.ts';

type Schemas = components['schemas'];

/** A word of a list that may grow: known words complete in an editor, unknown ones still type-check. */
type Open<Known extends string> = Known | (string & {});
type OpenWords = 'status' | 'topics' | 'delivery';
type Opened<Shape> = Omit<Shape, OpenWords> & {
  [Name in keyof Shape as Name extends OpenWords ? Name : never]: OpenedWords<Shape[Name]>;
};
type OpenedWords<Words> = Words extends (infer Word extends string)[]
  ? Open<Word>[]
  : Words extends string
    ? Open<Words>
    : Words;

export type ErrorCode = Open<Schemas['Problem']['code']>;

/** What you send. */
export type ServiceBody = Opened<Schemas['ServiceInput']>;
export type CourseBody = Opened<Schemas['CourseInput']>;
export type JobBody = Opened<Schemas['JobInput']>;

/** What the portal keeps of it, and what it adds. */
export type Service = Opened<Schemas['Service']>;
export type Course = Opened<Schemas['Course']>;
export type Job = Opened<Schemas['Job']>;

export type Topic = NonNullable<ServiceBody['topics']>[number];
export type Delivery = NonNullable<ServiceBody['delivery']>[number];
export type Cost = Schemas['CostInput'];
export type Papers = Schemas['PapersInput'];
export type ListingLocation = Schemas['LocationInput'];
export type PostalAddress = Schemas['AddressInput'];
export type Contact = Schemas['ContactInput'];
export type CourseDetails = NonNullable<Schemas['CourseInput']['course']>;
export type JobDetails = Schemas['JobDetailsInput'];
export type ListingStatus = Open<Schemas['Service']['status']>;

/** Who the key belongs to, and what it may do. */
export type Organisation = Schemas['Organisation'];

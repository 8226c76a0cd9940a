/** A word of a list that may grow: known words complete in an editor, unknown ones still type-check. */
type Open<Known extends string> = Known | (string & {});

export type ErrorCode = Open<
  | 'invalid-input'
  | 'not-signed-in'
  | 'forbidden'
  | 'not-found'
  | 'idempotency-key-reused'
  | 'request-in-progress'
  | 'conflict'
  | 'too-large'
  | 'unsupported-media-type'
  | 'too-many-requests'
  | 'unavailable'
  | 'internal'
>;

export type Topic = Open<
  | 'counselling'
  | 'housing'
  | 'documents'
  | 'health'
  | 'money'
  | 'debt'
  | 'legal'
  | 'family'
  | 'training'
  | 'work'
>;
export type Delivery = Open<'in-person' | 'online' | 'phone'>;
export type ListingStatus = Open<'published' | 'paused' | 'withdrawn'>;

/** A text by language (BCP 47): `{ "en": "…", "th": "…" }`. */
export type Translations = Record<string, string>;

/** What it costs, that it is free, or that nobody said. */
export type Cost =
  | { kind: 'free' }
  | { kind: 'paid'; amount?: number; currency?: string; note?: string }
  | { kind: 'unknown' };

/** Whether papers are needed: none, these, or nobody said. */
export type Papers = { kind: 'none' } | { kind: 'listed'; documents: string[] } | { kind: 'unknown' };

export interface PostalAddress {
  lines: string[];
  city?: string;
  region?: string;
  postalCode?: string;
  latitude?: number;
  longitude?: number;
}

/** Only `public` ever shows an address outside your organisation. */
export interface Location {
  visibility: 'public' | 'area' | 'contact-first';
  area?: string;
  address?: PostalAddress;
}

export interface Contact {
  phone?: string;
  email?: string;
  url?: string;
}

export interface CourseDetails {
  startsOn?: string;
  hoursTotal?: number;
  certificate?: string;
  evening?: boolean;
  childcare?: boolean;
}

export interface JobDetails {
  employer: string;
  occupation?: string;
  pay?: {
    minimum: number;
    maximum?: number;
    currency: string;
    period: 'hour' | 'day' | 'week' | 'month' | 'year';
  };
  hoursPerWeek?: number;
  accommodation?: boolean;
  closesOn?: string;
}

/** What you send for a service; a course and a job add their own member. */
export interface ServiceBody {
  title: Translations;
  description: Translations;
  originalLanguage?: string;
  provider?: string;
  country: string;
  topics?: Topic[];
  languages?: string[];
  delivery?: Delivery[];
  cost?: Cost;
  papers?: Papers;
  location: Location;
  contact?: Contact;
}
export interface CourseBody extends ServiceBody {
  course?: CourseDetails;
}
export interface JobBody extends ServiceBody {
  job: JobDetails;
}

/** What the server adds to a listing. */
export interface Published {
  id: string;
  externalId: string;
  status: ListingStatus;
  /** The listing's page on the portal. */
  url: string;
  createdAt: string;
  updatedAt: string;
}
export type Service = Required<Omit<ServiceBody, 'provider'>> & Pick<ServiceBody, 'provider'> & Published;
export type Course = Service & { course: CourseDetails };
export type Job = Service & { job: JobDetails };

/** Who the key belongs to, and what it may do. */
export interface Organisation {
  id: string;
  name: string;
  country: string;
  website: string | null;
  key: { id: string; name: string; prefix: string; scopes: string[]; expiresAt: string | null };
}

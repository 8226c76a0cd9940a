import { readFileSync } from 'node:fs';

const FILE = new URL('../../access-matrix.json', import.meta.url);

/** Who asks, as the matrix tells them apart. */
export const ROLES = {
  visitor: 'nobody is signed in',
  person: 'the person whose record it is',
  'other-person': 'another person',
  'staff-pending': 'staff before their second factor',
  'counsellor-assigned': 'a counsellor with an appointment with the person',
  'counsellor-colleague': 'a counsellor of the same organisation, not assigned',
  'counsellor-elsewhere': 'a counsellor of another organisation',
  'partner-staff': 'staff of an organisation that publishes',
  'organisation-admin': 'an admin of the organisation of the assigned counsellor',
  'platform-admin': 'an admin of the platform',
  suspended: 'staff who were deactivated while signed in',
  expired: 'the person, after their session ended',
  'partner-key': 'a partner’s key, sent to the private door',
} as const;

export type Role = keyof typeof ROLES;

/** The kinds of actor whom a line allows; `anyone` is all of them but staff before their second factor. */
type Kind =
  | 'anyone'
  | 'visitor'
  | 'person'
  | 'staff-pending'
  | 'counsellor'
  | 'partner-staff'
  | 'organisation-admin'
  | 'platform-admin';

export interface RpcLine {
  allowed: Kind[];
  /** Only right after proving who they are. */
  stepUp?: true;
  /** Roles to whom an id of the person's record answers otherwise than an id of nobody; without: none. */
  sees?: (Role | 'anyone')[];
  /** The members of the input beside ids, where there are any that it needs. */
  sample?: Record<string, unknown>;
}

export interface Matrix {
  rpc: Record<string, RpcLine>;
  /** The scope that a key needs. */
  v1: Record<string, 'listings:read' | 'listings:write' | 'organisation:own' | 'none'>;
}

export const readMatrix = (): Matrix => JSON.parse(readFileSync(FILE, 'utf8'));

const KIND_OF: Record<Role, Kind | undefined> = {
  visitor: 'visitor',
  person: 'person',
  'other-person': 'person',
  'staff-pending': 'staff-pending',
  'counsellor-assigned': 'counsellor',
  'counsellor-colleague': 'counsellor',
  'counsellor-elsewhere': 'counsellor',
  'partner-staff': 'partner-staff',
  'organisation-admin': 'organisation-admin',
  'platform-admin': 'platform-admin',
  // A session that is over, or a key where none is taken, is nobody.
  suspended: 'visitor',
  expired: 'visitor',
  'partner-key': 'visitor',
};

export const ROLE_NAMES = Object.keys(ROLES) as Role[]; // exactly its keys: it is closed above

export const isAllowed = ({ allowed }: RpcLine, role: Role): boolean => {
  const kind = KIND_OF[role];
  return allowed.some((one) => one === kind || (one === 'anyone' && kind !== 'staff-pending'));
};

export const sees = (line: RpcLine, role: Role): boolean =>
  (line.sees ?? []).some((one) => one === role || (one === 'anyone' && isAllowed(line, role)));

/** What the one who may not is told. */
export const refusalOf = (role: Role): string => {
  const kind = KIND_OF[role];
  if (kind === 'visitor') return 'not-signed-in';
  return kind === 'staff-pending' ? 'second-factor-required' : 'forbidden';
};

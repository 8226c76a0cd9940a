import { z } from 'zod';
import { Passphrase } from './account.ts';
import { Modality } from './counsellor.ts';
import { Id, Instant } from './id.ts';
import { CountryCode, LanguageTag } from './language.ts';
import { TypedCode } from './second-factor.ts';
import { Line } from './text.ts';
import { TimeZone } from './zone.ts';

export const StaffRole = z.enum(['counsellor', 'partner-staff', 'organisation-admin', 'platform-admin']);
export type StaffRole = z.infer<typeof StaffRole>;

/** `organisationId` is for platform admins; an organisation's admin invites into their own. */
export const InviteStaff = z.strictObject({
  organisationId: Id.optional(),
  role: StaffRole,
  displayName: Line(60),
});
export type InviteStaff = z.infer<typeof InviteStaff>;

/** The code is in the answer once, and nowhere else. */
export const StaffCode = z.object({ id: Id, code: z.string() });
export type StaffCode = z.infer<typeof StaffCode>;

export const OfOrganisation = z.strictObject({ organisationId: Id.optional() });

export const StaffInvitation = z.object({
  id: Id,
  role: StaffRole,
  displayName: z.string(),
  expiresAt: Instant,
});
export type StaffInvitation = z.infer<typeof StaffInvitation>;

export const StaffById = z.strictObject({ id: Id });

/** Counsellors are invited as such, with what people see of them; nobody becomes one, or a platform admin, by a change. */
export const ChangeStaffRole = z.strictObject({
  id: Id,
  role: z.enum(['partner-staff', 'organisation-admin']),
});
export type ChangeStaffRole = z.infer<typeof ChangeStaffRole>;

export const Colleague = z.object({
  id: Id,
  displayName: z.string(),
  role: StaffRole,
  active: z.boolean(),
  secondFactor: z.boolean(),
  /** Whoever asks. */
  isYou: z.boolean(),
});
export type Colleague = z.infer<typeof Colleague>;

export const ReadStaffInvitation = z.strictObject({ code: TypedCode });

/** What a code is for: to join, or to choose a new passphrase. */
export const StaffInvitationRead = z.object({
  purpose: z.enum(['join', 'new-passphrase']),
  role: StaffRole,
  organisation: z.string(),
  displayName: z.string(),
});
export type StaffInvitationRead = z.infer<typeof StaffInvitationRead>;

export const AcceptStaffInvitation = z.strictObject({
  code: TypedCode,
  /** New, or when the code is for a new passphrase, the one that is in use. */
  signInName: Line(120),
  passphrase: Passphrase,
  /** What people see of a counsellor; needed exactly for that role. */
  counsellor: z
    .strictObject({
      alias: Line(60),
      country: CountryCode,
      area: Line(120).optional(),
      zone: TimeZone,
      languages: z.array(LanguageTag).min(1).max(20),
      modalities: z.array(Modality).min(1).max(3),
    })
    .optional(),
});
export type AcceptStaffInvitation = z.infer<typeof AcceptStaffInvitation>;

export const ChangeStaffPassphrase = z.strictObject({ oldPassphrase: Passphrase, passphrase: Passphrase });

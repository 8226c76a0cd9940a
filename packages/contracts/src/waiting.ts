import { z } from 'zod';
import { Modality } from './counsellor.ts';
import { Id, Instant } from './id.ts';
import { LanguageTag } from './language.ts';
import { TimeZone } from './zone.ts';

/** With the same counsellor, or with anybody of the same practice who speaks the language. */
export const Among = z.enum(['counsellor', 'practice']);
export type Among = z.infer<typeof Among>;

const wish = {
  among: Among,
  modalities: z.array(Modality).min(1).max(Modality.options.length),
  language: LanguageTag.optional(),
  /** In which the person reads times. */
  zone: TimeZone,
};

/** "Tell me if an earlier time frees up": than this appointment, or any time with a counsellor who has none. Replaces an earlier wish for the same. */
export const WishEarlier = z.union([
  z.strictObject({ appointmentId: Id, ...wish }),
  z.strictObject({ counsellorId: Id, ...wish }),
]);
export type WishEarlier = z.infer<typeof WishEarlier>;

export const WishById = z.strictObject({ id: Id });
export const OfferById = z.strictObject({ id: Id });
export const TakeOffer = z.strictObject({ id: Id, zone: TimeZone });

const counsellor = z.object({ id: Id, alias: z.string(), organisation: z.string() });

/** A wish of the person that has not ended. */
export const MyWish = z.object({
  id: Id,
  appointmentId: Id.nullable(),
  counsellor,
  among: Among,
  modalities: z.array(Modality),
  language: LanguageTag.nullable(),
  /** When they are told no more. */
  endsAt: Instant,
  /** A time that they are offered now. */
  offerId: Id.nullable(),
});
export type MyWish = z.infer<typeof MyWish>;

/** A free time that the person is offered. It is not held: whoever takes it first has it. */
export const MyOffer = z.object({
  id: Id,
  /** `open`: it can be taken; `gone`: somebody else was quicker. */
  state: z.enum(['open', 'taken', 'declined', 'gone']),
  counsellor,
  startsAt: Instant,
  endsAt: Instant,
  modality: Modality,
  /** The appointment that would move to this time, if there is one. */
  instead: z.object({ id: Id, startsAt: Instant, counsellor, modality: Modality }).nullable(),
});
export type MyOffer = z.infer<typeof MyOffer>;

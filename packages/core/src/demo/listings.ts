import type { UpsertListing } from '@homeward/contracts/listing';
import type { z } from 'zod';
import { HARBOUR_LISTINGS } from './harbour-listings.ts';
import { NHA_YEN_LISTINGS } from './nha-yen-listings.ts';
import { OPEN_DOOR_LISTINGS } from './open-door-listings.ts';
import type { DemoOrganisation } from './organisations.ts';
import { TANGAN_KITA_LISTINGS } from './tangan-kita-listings.ts';

type Listing = z.input<typeof UpsertListing>;
type DemoListing = { organisation: DemoOrganisation; listing: Listing };

const of = (organisation: DemoOrganisation, listings: Listing[]): DemoListing[] =>
  listings.map((listing) => ({ organisation, listing }));

/** Made-up listings of the made-up organisations: their numbers (+1 555 01…) and addresses (.example) lead nowhere. */
export const DEMO_LISTINGS: DemoListing[] = [
  ...of('nha-yen', NHA_YEN_LISTINGS),
  ...of('harbour', HARBOUR_LISTINGS),
  ...of('tangan-kita', TANGAN_KITA_LISTINGS),
  ...of('open-door', OPEN_DOOR_LISTINGS),
];

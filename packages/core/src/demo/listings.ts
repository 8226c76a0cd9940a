import type { UpsertListing } from '@homeward/contracts/listing';
import type { z } from 'zod';
import type { DemoOrganisation } from './organisations.ts';

type DemoListing = { organisation: DemoOrganisation; listing: z.input<typeof UpsertListing> };

/** Made-up listings of the made-up organisations. */
export const DEMO_LISTINGS: DemoListing[] = [];

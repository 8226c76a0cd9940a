import { Listing, ListingSummary } from '@homeward/contracts/listing';
import { describe, expect, it } from 'vitest';
import { presentListingForVisitor, presentListingSummary } from './present-listing-for-visitor.ts';
import type { DetailsRow } from './visitor-rows.ts';

const row: DetailsRow = {
  id: '019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77',
  kind: 'job',
  provider: null,
  country: 'TH',
  area: 'canary-area',
  topics: ['work', 'no-longer-a-topic'],
  languages: ['th'],
  delivery: ['in-person'],
  cost: { kind: 'unknown' },
  papers: { kind: 'none' },
  visibility: 'contact-first',
  original_language: 'th',
  updated_at: new Date('2026-11-24T09:00:00Z'),
  organisation_name: 'Example Foundation',
  fictional: true,
  texts: [{ language: 'th', title: 'งาน', description: 'ในครัว' }],
  contact: { phone: '+1 555 0100' },
  details: { employer: 'Example Kitchen' },
  address: { lines: ['canary-line'] },
};

describe('the presenter alone, whatever row it is given,', () => {
  it('drops the address and the area of a place that must be asked for first', () => {
    expect(JSON.stringify(presentListingForVisitor(row, 'en'))).not.toContain('canary');
  });

  it('drops the address of a place of which only the area is shown', () => {
    const shown = JSON.stringify(presentListingForVisitor({ ...row, visibility: 'area' }, 'en'));
    expect(shown).toContain('canary-area');
    expect(shown).not.toContain('canary-line');
  });

  it('shows a public address', () => {
    expect(presentListingForVisitor({ ...row, visibility: 'public' }, 'en').address).toEqual({
      lines: ['canary-line'],
    });
  });

  it('lets nothing through that the contract does not name', () => {
    const wider = {
      ...row,
      external_id: 'canary-id',
      organisation_id: 'canary-organisation',
      content_hash: 'canary-hash',
    };
    const shown = presentListingForVisitor(wider, 'en');
    expect(JSON.stringify(shown)).not.toContain('canary');
    expect(Listing.strict().parse(shown)).toEqual(shown);
    const summary = presentListingSummary(wider, 'en');
    expect(ListingSummary.strict().parse(summary)).toEqual(summary);
  });

  it('says in which language a text really is', () => {
    expect(presentListingForVisitor(row, 'en').title).toEqual({ text: 'งาน', language: 'th' });
  });
});

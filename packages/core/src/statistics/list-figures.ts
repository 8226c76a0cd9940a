import type { FigureTable } from '@homeward/contracts/figure';
import { sql } from 'kysely';
import { z } from 'zod';
import { actingAs, query } from '../kernel/index.ts';
import { type FigureCell, toTables } from './to-tables.ts';

/**
 * The organisation's work in numbers, of the last twelve months that are over. What must not be known never leaves the
 * database: see docs/adr/0036-figures.md.
 */
export const listFigures = query({
  action: 'figure.list',
  scope: 'figures:own',
  input: z.undefined(),
  run: async (tx): Promise<FigureTable[]> => {
    const { organisationId } = actingAs(tx.actor, 'organisation-admin');
    const { rows } = await sql<FigureCell>`
      SELECT figure, to_char(since, 'YYYY-MM-DD') AS since, cell, value, hidden FROM organisation_figures()`.execute(
      tx.db,
    );
    const counsellors = await tx.db
      .selectFrom('counsellor')
      .where('organisation_id', '=', organisationId)
      .select(['id', 'alias'])
      .execute();
    return toTables(rows, new Map(counsellors.map(({ id, alias }) => [id, alias])), tx.clock.now());
  },
});

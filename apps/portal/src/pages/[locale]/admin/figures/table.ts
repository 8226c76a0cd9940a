import type { APIRoute } from 'astro';
import { figuresCsv } from '../../../../features/figures/figures-csv.ts';
import { requireStaff } from '../../../../features/staff/require-staff.ts';
import { ask } from '../../../../visit/rpc.ts';

/** The same numbers for a spreadsheet, under a name that says nothing. */
export const GET: APIRoute = async ({ locals }) => {
  const { visit } = locals;
  await requireStaff(visit, ['organisation-admin']);
  const tables = await ask(visit.rpc.statistics.figures.query());
  return new Response(figuresCsv(tables, visit.t, visit.formats), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="table.csv"',
    },
  });
};

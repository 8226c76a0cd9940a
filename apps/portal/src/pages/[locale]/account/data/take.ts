import type { APIRoute } from 'astro';
import { requirePerson } from '../../../../features/account/require-person.ts';
import { renderHeldPage } from '../../../../features/data/render-held-page.ts';
import { zipHeldData } from '../../../../features/data/zip-held-data.ts';
import { afterProof } from '../../../../features/proof/after-proof.ts';
import { zoneOf } from '../../../../features/zone/zone-of.ts';
import { Refusal } from '../../../../visit/refusal.ts';

/** Everything about the person as one file, under a name that says nothing. */
export const POST: APIRoute = async ({ locals }) => {
  const { visit } = locals;
  visit.form();
  await requirePerson(visit);
  const data = await afterProof(visit, visit.rpc.heldData.take.mutate(), '/account/data');
  const zone = (await zoneOf(visit)) ?? 'UTC';
  return new Response(zipHeldData(data, renderHeldPage(data, { ...visit, zone })), {
    headers: { 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="page.zip"' },
  });
};

/** A link that somebody kept: there is nothing to see. */
export const GET: APIRoute = () => {
  throw new Refusal('not-found');
};

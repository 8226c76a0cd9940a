import { MarkNoticesSeen } from '@homeward/contracts/notice';
import type { APIRoute } from 'astro';
import { requirePerson } from '../../../features/account/require-person.ts';
import { Refusal } from '../../../visit/refusal.ts';
import { ask } from '../../../visit/rpc.ts';

/** The person read a line of news that leads nowhere. */
export const POST: APIRoute = async ({ locals, redirect }) => {
  const { visit } = locals;
  const form = visit.form();
  await requirePerson(visit);
  const asked = MarkNoticesSeen.safeParse({ about: form?.get('about') });
  if (!asked.success) throw new Refusal('invalid-input');
  await ask(visit.rpc.notice.markSeen.mutate(asked.data));
  return redirect(visit.link('/appointments'), 303);
};

/** A link that somebody kept: there is nothing to see. */
export const GET: APIRoute = () => {
  throw new Refusal('not-found');
};

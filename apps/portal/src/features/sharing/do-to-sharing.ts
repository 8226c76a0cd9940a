import { Refusal } from '../../visit/refusal.ts';
import { ask, attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import type { Fault } from '../form/fault.ts';
import { readFacts, readGrant } from './sharing-form.ts';

/** Does what a button of the sharing page says. Answers what was wrong with the form; nothing when it is done. */
export async function doToSharing({ rpc, t }: Visit, form: URLSearchParams): Promise<Fault[]> {
  switch (form.get('do')) {
    case 'withdraw':
      await ask(rpc.consent.withdraw.mutate({ consentId: form.get('consent') ?? '' }));
      return [];
    case 'facts': {
      const { input, faults } = readFacts(form, t);
      if (input === undefined) return faults;
      await ask(rpc.consent.setMyFacts.mutate(input));
      return [];
    }
    case 'grant': {
      const { input, faults } = readGrant(form, t);
      if (input === undefined) return faults;
      const granted = await attempt(rpc.consent.grant.mutate(input), ['not-found', 'conflict']);
      return granted.ok ? [] : [{ field: 'recipient', message: t('sharing.error.recipient') }];
    }
    default:
      throw new Refusal('invalid-input');
  }
}

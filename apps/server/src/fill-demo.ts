import { fillDemo, isEmpty } from '@homeward/core/demo';
import { CannotStart } from '@homeward/db/embedded';
import type { Settings } from './environment.ts';
import type { OpenContext } from './open-context.ts';

/** Fills an empty database with the demo, where it is wanted, and tells the operator how to sign in. */
export async function fillDemoIfWanted(
  { demo, production, databaseUrl }: Settings,
  context: OpenContext,
  say: (line: string) => void,
): Promise<void> {
  const wanted = demo ?? (!production && databaseUrl === undefined);
  if (!wanted || !(await isEmpty(context))) return;
  const { counsellors, admins, apiKey } = await fillDemo(context);
  say('demo: fictional organisations, counsellors and listings (HOMEWARD_DEMO=0 starts without)');
  for (const { name, passphrase } of counsellors)
    say(`demo: counsellor "${name}", passphrase "${passphrase}"`);
  for (const { name, role, passphrase } of admins) say(`demo: ${role} "${name}", passphrase "${passphrase}"`);
  say(
    'demo: the second step asks staff for a code; it is printed by: npm run admin -- demo code --name mali',
  );
  say(`demo: a partner's API key, shown only now: ${apiKey}`);
}

/** The demo's accounts are known to everybody. */
export function refuseDemoInProduction({ demo, production }: Settings): void {
  if (!demo || !production) return;
  throw new CannotStart(
    'HOMEWARD_DEMO=1 makes accounts that everybody knows, and NODE_ENV is production: unset one.',
  );
}

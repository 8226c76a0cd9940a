import { account } from './account.ts';
import { booking } from './booking.ts';
import { breakGlass } from './break-glass.ts';
import { contact } from './contact.ts';
import { counsellor } from './counsellor.ts';
import { listing } from './listing.ts';
import { passkey } from './passkey.ts';
import { recordAccess } from './record-access.ts';
import { session } from './session.ts';
import { router } from './trpc.ts';

export const rpcRouter = router({
  account,
  booking,
  breakGlass,
  contact,
  counsellor,
  listing,
  passkey,
  recordAccess,
  session,
});

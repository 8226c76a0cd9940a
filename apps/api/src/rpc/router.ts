import { account } from './account.ts';
import { agenda } from './agenda.ts';
import { booking } from './booking.ts';
import { breakGlass } from './break-glass.ts';
import { calendar } from './calendar.ts';
import { consent } from './consent.ts';
import { contact } from './contact.ts';
import { counsellor } from './counsellor.ts';
import { erasure } from './erasure.ts';
import { group } from './group.ts';
import { handover } from './handover.ts';
import { heldData } from './held-data.ts';
import { invitation } from './invitation.ts';
import { listing } from './listing.ts';
import { meeting } from './meeting.ts';
import { newcomer } from './newcomer.ts';
import { note } from './note.ts';
import { notice } from './notice.ts';
import { organisation } from './organisation.ts';
import { passkey } from './passkey.ts';
import { place } from './place.ts';
import { recordAccess } from './record-access.ts';
import { recovery } from './recovery.ts';
import { reminder } from './reminder.ts';
import { secondFactor } from './second-factor.ts';
import { series } from './series.ts';
import { session } from './session.ts';
import { staff } from './staff.ts';
import { statistics } from './statistics.ts';
import { router } from './trpc.ts';
import { waiting } from './waiting.ts';

export const rpcRouter = router({
  account,
  agenda,
  booking,
  breakGlass,
  calendar,
  consent,
  contact,
  counsellor,
  erasure,
  group,
  heldData,
  invitation,
  listing,
  meeting,
  newcomer,
  notice,
  handover,
  note,
  organisation,
  passkey,
  place,
  recordAccess,
  recovery,
  reminder,
  secondFactor,
  series,
  session,
  staff,
  statistics,
  waiting,
});

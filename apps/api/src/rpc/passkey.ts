import {
  addPasskey,
  beginAddPasskey,
  beginPasskeyProve,
  beginPasskeySignIn,
  listMyPasskeys,
  removePasskey,
} from '@homeward/core/passkey';
import { asMutation, asQuery, router } from './trpc.ts';

export const passkey = router({
  beginAdd: asMutation(beginAddPasskey),
  add: asMutation(addPasskey),
  beginSignIn: asMutation(beginPasskeySignIn),
  beginProve: asMutation(beginPasskeyProve),
  listMine: asQuery(listMyPasskeys),
  remove: asMutation(removePasskey),
});

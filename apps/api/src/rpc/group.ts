import {
  cancelGroup,
  createGroup,
  getGroup,
  getLedGroup,
  joinGroup,
  listGroups,
  listLedGroups,
  moveGroup,
  publishGroup,
} from '@homeward/core/group';
import { asMutation, asQuery, router } from './trpc.ts';

export const group = router({
  list: asQuery(listGroups),
  get: asQuery(getGroup),
  join: asMutation(joinGroup),
  create: asMutation(createGroup),
  publish: asMutation(publishGroup),
  move: asMutation(moveGroup),
  cancel: asMutation(cancelGroup),
  listLed: asQuery(listLedGroups),
  getLed: asQuery(getLedGroup),
});

import { account } from './account.ts';
import { session } from './session.ts';
import { router } from './trpc.ts';

export const rpcRouter = router({ account, session });

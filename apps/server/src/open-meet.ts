import type { Meet } from '@homeward/core/kernel';
import { SignJWT } from 'jose';

export interface MeetSettings {
  url: URL;
  appId: string;
  secret: string;
}

const seconds = (ms: number): number => Math.floor(ms / 1000);

/**
 * Rooms of a Jitsi of the operator's own that lets in who brings a token (prosody's `token_verification`). The token names
 * the room and nobody: no name, no address, no id, and it opens nothing outside its hours.
 */
export function openMeet({ url, appId, secret }: MeetSettings): Meet {
  const key = new TextEncoder().encode(secret);
  return {
    origin: url.origin,
    async enter({ room, moderator, opensAt, closesAt }) {
      const token = await new SignJWT({
        room,
        // Each of these is what some version of Jitsi looks at.
        moderator,
        context: { user: { moderator, affiliation: moderator ? 'owner' : 'member' } },
      })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(appId)
        .setAudience(appId)
        .setSubject(url.hostname)
        .setNotBefore(seconds(opensAt))
        .setExpirationTime(seconds(closesAt))
        .sign(key);
      const address = new URL(`${url.pathname.replace(/\/$/, '')}/${room}`, url);
      address.searchParams.set('jwt', token);
      return address.href;
    },
  };
}

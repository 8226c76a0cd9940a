import type { Me } from '@homeward/contracts/account';

/** Where whoever has just signed in goes on: to the second step first, then to their own first page. */
export function staffHome(me: Me): string {
  switch (me.kind) {
    case 'staff-pending':
      return me.enrolled ? '/care/second-step' : '/care/set-up';
    case 'counsellor':
      return '/care';
    case 'partner-staff':
    case 'organisation-admin':
    case 'platform-admin':
      return '/admin';
    case 'person':
    case 'visitor':
      return '/care/sign-in';
  }
}

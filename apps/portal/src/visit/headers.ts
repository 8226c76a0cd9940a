/** Nothing is loaded from anywhere but here, and nothing runs that is not a file of ours. */
const contentSecurityPolicy = (formsLeadTo: string | undefined): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    // Browsers ask this of where a form's answer sends them, too.
    `form-action 'self'${formsLeadTo === undefined ? '' : ` ${formsLeadTo}`}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const PERMISSIONS_POLICY = [
  'accelerometer',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

const PASSKEY_FEATURES = ['publickey-credentials-create', 'publickey-credentials-get'];

const permissionsPolicy = (usesPasskeys: boolean): string =>
  [PERMISSIONS_POLICY, ...PASSKEY_FEATURES.map((name) => `${name}=(${usesPasskeys ? 'self' : ''})`)].join(
    ', ',
  );

interface Kind {
  isPrivate: boolean;
  /** The page lets a passkey sign or be made. */
  usesPasskeys?: boolean;
  /** Another origin, to which the answer to a form of this page may lead: that of the video rooms. */
  formsLeadTo?: string | undefined;
}

/** Sets what every answer of the portal carries. An answer that set one of them itself keeps it. */
export function setHeaders(headers: Headers, { isPrivate, usesPasskeys = false, formsLeadTo }: Kind): void {
  const wanted = {
    'content-security-policy': contentSecurityPolicy(formsLeadTo),
    'x-content-type-options': 'nosniff',
    'permissions-policy': permissionsPolicy(usesPasskeys),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': isPrivate ? 'no-referrer' : 'strict-origin',
    'cache-control': isPrivate ? 'no-store' : 'private, no-cache',
    ...(isPrivate && { 'x-robots-tag': 'noindex, nofollow' }),
    vary: 'Accept-Language, Cookie',
  };
  if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8');
  for (const [name, value] of Object.entries(wanted)) if (!headers.has(name)) headers.set(name, value);
}

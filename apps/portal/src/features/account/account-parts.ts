/** The pages of a person's account, as the account page groups them. */
export const ACCOUNT_PARTS = [
  {
    name: 'in',
    pages: [
      { path: '/account/passphrase', name: 'passphrase' },
      { path: '/account/passkeys', name: 'passkeys' },
      { path: '/account/devices', name: 'devices' },
      { path: '/account/card', name: 'card' },
    ],
  },
  {
    name: 'touch',
    pages: [
      { path: '/account/contact', name: 'contact' },
      { path: '/account/sharing', name: 'sharing' },
    ],
  },
  {
    name: 'record',
    pages: [
      { path: '/account/who-looked', name: 'whoLooked' },
      { path: '/account/data', name: 'data' },
    ],
  },
] as const;

/** Line drawings of our own on a field of 32 by 32, two pixels wide with rounded ends. */
export const ICON_PATHS = {
  talk: '<path d="M4 6h12a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-6l-5 4v-4a3 3 0 0 1-3-3V8a2 2 0 0 1 2-2z"/><path d="M22 11h3a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3v4l-5-4h-5"/>',
  house: '<path d="M4 15 16 5l12 10"/><path d="M7 13v13h18V13"/><path d="M13 26v-7h6v7"/>',
  papers: '<path d="M8 3h11l6 6v20H8z"/><path d="M19 3v6h6"/><path d="M12 15h9M12 20h9M12 25h5"/>',
  heart:
    '<path d="M16 27S4 20 4 12a6 6 0 0 1 12-2 6 6 0 0 1 12 2c0 8-12 15-12 15z"/><path d="M10 14h4l2-4 2 7 2-3h3"/>',
  money:
    '<rect x="3" y="8" width="26" height="17" rx="3"/><circle cx="16" cy="16.5" r="4"/><path d="M7 12h2M23 21h2"/>',
  debt: '<path d="M7 3h18v26l-3-2-3 2-3-2-3 2-3-2-3 2z"/><path d="M11 10h10M11 15h10"/><path d="M15 21h6"/>',
  scales:
    '<path d="M16 4v24M9 28h14M6 9h20"/><path d="m6 9-4 9a4.5 4.5 0 0 0 8 0zM26 9l-4 9a4.5 4.5 0 0 0 8 0z"/>',
  family:
    '<circle cx="9" cy="8" r="4"/><circle cx="23" cy="8" r="4"/><circle cx="16" cy="18" r="3"/><path d="M2 26v-5a6 6 0 0 1 8-5.5M30 26v-5a6 6 0 0 0-8-5.5"/><path d="M10 28a6 6 0 0 1 12 0"/>',
  cap: '<path d="m3 11 13-5 13 5-13 5z"/><path d="M8 14v7c0 2 4 4 8 4s8-2 8-4v-7"/><path d="M29 11v8"/>',
  work: '<rect x="3" y="10" width="26" height="17" rx="3"/><path d="M11 10V7a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v3M3 17h26"/>',
  globe:
    '<circle cx="16" cy="16" r="12"/><path d="M4 16h24M16 4c4 4 5 8 5 12s-1 8-5 12c-4-4-5-8-5-12s1-8 5-12z"/>',
  back: '<path d="M20 6 10 16l10 10"/>',
  close: '<path d="m8 8 16 16M24 8 8 24"/>',
  sliders:
    '<path d="M4 10h12M24 10h4M4 22h4M16 22h12"/><circle cx="20" cy="10" r="4"/><circle cx="12" cy="22" r="4"/>',
} as const;

export type IconName = keyof typeof ICON_PATHS;

export { getMyFeed } from './get-my-feed.ts';
export { makeFeed } from './make-feed.ts';
export { makeCalendarFile } from './make-file.ts';
export { readFeed } from './read-feed.ts';
export { endFeed, revokeFeed } from './revoke-feed.ts';

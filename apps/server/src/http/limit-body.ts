import { type Listener, refuse } from './listener.ts';

/** Far above the longest form of the portal, far below what hurts a small server. */
const mostFormBytes = 256 * 1024;

/**
 * Refuses oversized bodies before anything reads them. Browsers always say how long a form is; what does not say
 * is no browser.
 */
export const limitBody: Listener = (request, response, next) => {
  if (request.headers['transfer-encoding'] !== undefined) {
    refuse(response, 411, 'Say how long the body is (Content-Length).');
    return;
  }
  if (Number(request.headers['content-length'] ?? 0) > mostFormBytes) {
    refuse(response, 413, 'This is more than we can take at once.');
    return;
  }
  next();
};

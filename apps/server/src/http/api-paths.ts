/** What the API answers; every other path is the portal's. */
const apiFolders = ['/rpc', '/v1', '/hsds', '/calendar', '/docs'];
const apiFiles = ['/healthz', '/readyz', '/metrics'];

/** Whether the API answers `url` (a request's path and query). */
export function isApiUrl(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return (
    apiFiles.includes(path) || apiFolders.some((folder) => path === folder || path.startsWith(`${folder}/`))
  );
}

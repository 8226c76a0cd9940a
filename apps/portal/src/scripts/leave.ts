// Leaves at once instead of waiting for the network, and ends the session behind it. Without this file the same link
// does the same, a moment later.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href="/leave"]') : null;
  const target = document.querySelector<HTMLElement>('a.leave')?.dataset;
  if (!link || !target?.to || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.documentElement.hidden = true;
  void fetch('/leave', { keepalive: true, redirect: 'manual' }).catch(() => undefined);
  // Back must not open a private page again; a public one may stay in the history.
  if (target.private === undefined) location.href = target.to;
  else location.replace(target.to);
});

// A page that comes back from the browser's memory must not stay hidden.
window.addEventListener('pageshow', () => {
  document.documentElement.hidden = false;
});

// Says two minutes before that this page is about to close, keeps it open when asked, and closes it when nobody asks: a page
// that is left open on a shared phone must not stay readable. Another page that is open in this browser counts as use.
const WARN_SECONDS = 120;
const notice = document.querySelector<HTMLElement>('.stay');
// Not in every old browser; without it each page counts for itself.
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('stay') : undefined;
let timer = 0;

/** Counts anew: this many seconds are left. By the clock, since a phone that sleeps runs no timers. */
function count(secondsLeft: number): void {
  if (!notice) return;
  clearTimeout(timer);
  notice.hidden = true;
  const endsAt = Date.now() + secondsLeft * 1000;
  const look = () => {
    const left = (endsAt - Date.now()) / 1000;
    if (left <= 0) return location.replace(notice.dataset.over ?? '/');
    notice.hidden = left > WARN_SECONDS;
    const next = left > WARN_SECONDS ? left - WARN_SECONDS : left;
    timer = window.setTimeout(look, Math.min(next, 20) * 1000 + 50);
  };
  look();
}

async function keep(): Promise<void> {
  const answer = await fetch('/stay', { cache: 'no-store' }).catch(() => undefined);
  const left = answer?.ok ? Number(await answer.text()) : 0;
  if (!(left > 0)) return; // over, or no network: the notice stays and says what will happen
  count(left);
  tabs?.postMessage(left);
}

if (notice) {
  const left = Number(notice.dataset.left);
  count(left);
  tabs?.postMessage(left);
  tabs?.addEventListener('message', ({ data }) => count(Number(data)));
  notice.querySelector('button')?.addEventListener('click', keep);
}

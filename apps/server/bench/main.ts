// `npm run bench -- [slots] [soonest] [booking] [pages]`: each prints JSON lines, with a ratio to a baseline of the same run.
import { benchBooking } from './booking.ts';
import { benchPages } from './pages.ts';
import { benchSlots } from './slots.ts';
import { benchSoonest } from './soonest.ts';

const BENCHES: Record<string, () => Promise<void>> = {
  slots: benchSlots,
  soonest: benchSoonest,
  booking: benchBooking,
  pages: benchPages,
};

const names = process.argv.slice(2);
for (const name of names.length === 0 ? Object.keys(BENCHES) : names) {
  const bench = BENCHES[name];
  if (bench === undefined) {
    process.stderr.write(`no benchmark "${name}": there are ${Object.keys(BENCHES).join(', ')}\n`);
    process.exit(2);
  }
  await bench();
}

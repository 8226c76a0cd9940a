// In the repository `exports` points at the sources, so that nothing has to be built before it runs. A tarball needs
// the built files (Node strips no types inside node_modules), and npm, unlike pnpm, ignores `publishConfig.exports`:
// so prepack puts it in place, and postpack puts the manifest back as it was.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const manifest = new URL('../package.json', import.meta.url);
const saved = new URL('../.package.source.json', import.meta.url);

switch (process.argv[2]) {
  case 'published': {
    // a pack that was killed half-way has left the saved manifest: that one is the source
    const source = readFileSync(existsSync(saved) ? saved : manifest, 'utf8');
    const { publishConfig, scripts, ...fields } = JSON.parse(source);
    const { exports, ...config } = publishConfig;
    writeFileSync(saved, source);
    writeFileSync(manifest, `${JSON.stringify({ ...fields, exports, publishConfig: config }, null, 2)}\n`);
    break;
  }
  case 'source':
    if (existsSync(saved)) renameSync(saved, manifest);
    break;
  default:
    throw new Error('swap-manifest.mjs published | source');
}

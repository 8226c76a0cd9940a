import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

async function bundle() {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('./index.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    // an import of a Node module fails the build
    platform: 'neutral',
    write: false,
    metafile: true,
    outdir: 'out',
  });
  return { text: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) };
}

test('the client bundles for a runtime without Node, has no dependencies and at most 8 kB gzipped', async () => {
  const { text, inputs } = await bundle();

  expect(text).toContain('HOMEWARD_API_KEY');
  expect(gzipSync(text).length).toBeLessThanOrEqual(8 * 1024);
  expect(text).not.toMatch(/\bfrom\s*["']|\bimport\(|\brequire\(/);
  expect(inputs.filter((input) => input.includes('node_modules'))).toEqual([]);
});

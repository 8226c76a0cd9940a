import node from '@astrojs/node';
import { defineConfig, passthroughImageService } from 'astro/config';

export default defineConfig({
  output: 'server',
  // The default takes the space between an expression and the words on the next line away.
  compressHTML: true,
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true, bodySizeLimit: 64 * 1024 }),
  build: { inlineStylesheets: 'never' },
  // Our own check (src/visit/refuse-foreign-form.ts) is stricter, and answers with a page in the reader's language.
  security: { checkOrigin: false },
  session: false,
  image: { service: passthroughImageService() },
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});

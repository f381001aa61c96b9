import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

/**
 * Cloudscape carries its six cuts of Open Sans inside its style sheet. As files of their own a browser fetches the two that a
 * page shows, instead of all before it shows anything.
 */
const fontsAsFiles: Plugin = {
  name: 'fonts-as-files',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('global-styles/index.css')) return undefined
    return code.replaceAll(/url\('data:font\/woff2;base64,([^']+)'\)/g, (_whole, base64: string) => {
      const file = this.emitFile({ type: 'asset', name: 'open-sans.woff2', source: Buffer.from(base64, 'base64') })
      return `url(__VITE_ASSET__${file}__)`
    })
  },
}

/** What the pure floors use of Node, in a browser. */
const inBrowser = (name: string) => fileURLToPath(new URL(`browser/${name}.ts`, import.meta.url))

/** `npm start` builds it (infra/console/build.ts), and so does a deployment. */
export default defineConfig({
  plugins: [fontsAsFiles],
  resolve: {
    alias: Object.fromEntries(['buffer', 'crypto', 'url', 'zlib'].map((name) => [`node:${name}`, inBrowser(name)])),
  },
  // What a worker loads later is named as its own: it has more of Wingback than a page may have.
  worker: { format: 'es', rolldownOptions: { output: { chunkFileNames: 'assets/rehearse.worker-[name]-[hash].js' } } },
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
})

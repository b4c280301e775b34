import { defineConfig } from 'vite'

/** The readers' script: one small entry; what is rarely needed (morphing) is a chunk of its own. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    manifest: 'manifest.reader.json',
    modulePreload: false,
    target: 'es2022',
    rollupOptions: {
      // The producer's overlay is a page without the site, and has a script of its own.
      input: ['src/site/client/main.ts', 'src/league/client/producer-overlay.ts'],
      output: { entryFileNames: 'assets/site-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
})

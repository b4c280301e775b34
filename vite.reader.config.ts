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
      // Overlays are pages without the site, and have scripts of their own.
      input: [
        'src/site/client/main.ts',
        'src/league/client/producer-overlay.ts',
        'src/league/client/keep-overlay.ts',
        'src/league/client/overlay-worker.ts',
      ],
      output: { entryFileNames: 'assets/site-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
})

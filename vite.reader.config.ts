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
      input: ['src/site/client/main.ts'],
      output: { entryFileNames: 'assets/site-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
})

import { defineConfig } from 'vite'

/** The editing app: a chunk for each screen, loaded when it is first opened. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    manifest: 'manifest.studio.json',
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Directives for frameworks that render on a server, which the studio is not.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
      },
      input: ['src/studio/client/main.tsx'],
      output: {
        entryFileNames: 'assets/studio-[hash].js',
        chunkFileNames: 'assets/studio-[name]-[hash].js',
        assetFileNames: 'assets/studio-[name]-[hash][extname]',
      },
    },
  },
})

/** The picture is often set up before the server runs. What the overlay showed last stands there until then, and follows on from it. */
const CACHE = 'overlay'

/** Only where the browser trusts the address: this machine, or https. */
if ('serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/overlay/worker.js')
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const kept = loaded.filter((name) => /^\/(?:assets|fonts)\//.test(new URL(name).pathname))
  void caches.open(CACHE).then((cache) => cache.addAll([location.href, ...kept]))
}

/** What the browser gives a service worker; the types of a page do not know it. */
interface Fetching extends Event {
  request: Request
  respondWith(answer: Promise<Response>): void
}

const CACHE = 'overlay'
const KEPT = new Set<RequestDestination>(['document', 'iframe', 'script', 'font'])

/** From the server while it answers, else as it was kept. */
async function freshElseKept(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const answer = await fetch(request).catch(() => null)
  if (answer?.ok) {
    await cache.put(request, answer.clone())
    return answer
  }
  if (answer && answer.status < 500) return answer
  return (await cache.match(request)) ?? answer ?? Response.error()
}

addEventListener('fetch', (event) => {
  const asked = event as Fetching
  if (asked.request.method === 'GET' && KEPT.has(asked.request.destination))
    asked.respondWith(freshElseKept(asked.request))
})

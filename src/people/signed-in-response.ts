/** JSON with the cookies that better-auth set. */
export function withCookies(body: unknown, cookies: readonly string[], status = 200): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return body === undefined
    ? new Response(null, { status: 204, headers })
    : new Response(JSON.stringify(body), { status, headers })
}

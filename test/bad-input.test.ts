import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureSetupLink } from '../src/people/public.ts'
import { type WholeHouse, wholeHouse } from './support/whole-house.ts'

// Line by line what hostile or careless people send, at the doors of the whole house. What needs more than a request has its test beside
// the code: redirects to the inside, names that change their answer, endless and slow bodies in outbound-fetcher.test.ts; pictures of
// 50,000 pixels and GPS in EXIF in pictures.test.ts; archives with paths, links and bombs in backup.test.ts; sessions, old cookies and
// roles in sign-in.test.ts and change-person.test.ts; drafts and embargoed stories by every way in hidden.test.ts.

const PASSWORD = 'a whole sentence of it'
const SOME_ID = '01990000-0000-7000-8000-000000000000'
const EVIL = `</script><img src=x onerror=alert(1)>"'&`

let house: WholeHouse
let cookie = ''
let author = ''

beforeAll(async () => {
  house = await wholeHouse()
  const link = await ensureSetupLink(house.p)
  const token = new URL(link ?? '', house.origin).searchParams.get('token')
  const made = await send('POST', '/api/v1/setup', {
    token,
    name: EVIL.slice(0, 60),
    email: 'olive@example.com',
    password: PASSWORD,
  })
  cookie = made.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  author = (await must('POST', '/api/v1/desk/authors', { name: EVIL })).id
})
afterAll(() => house.close())

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(house.origin + path, {
    method,
    redirect: 'manual',
    headers: {
      cookie,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const status = async (...asked: Parameters<typeof send>): Promise<number> => (await send(...asked)).status
// oxlint-disable-next-line typescript/no-explicit-any -- tests look into whatever came
async function must(...asked: Parameters<typeof send>): Promise<any> {
  const answer = await send(...asked)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${asked[0]} ${asked[1]} answered ${answer.status}: ${text}`)
  return text ? JSON.parse(text) : null
}

type Block = { type: string; [key: string]: unknown }
const storyOf = (blocks: Block[], given: object = {}) => ({
  headline: 'A headline',
  authors: [author],
  document: { schema: 1, blocks: blocks.map((block, i) => ({ id: `b${i}`, ...block })) },
  ...given,
})
const paragraph = (text: string): Block => ({ type: 'paragraph', text: [{ text }] })

async function publish(story: object): Promise<string> {
  const { id, revision } = await must('POST', '/api/v1/desk/stories', story)
  const { published } = await must(
    'POST',
    `/api/v1/desk/stories/${id}/publish`,
    {},
    { 'if-match': `"${revision}"` },
  )
  return published.path
}

describe('script', () => {
  test('rich HTML from an oEmbed host that is not listed is no embed', async () => {
    const embed = {
      type: 'embed',
      provider: 'evil',
      video: 'x',
      title: '',
      html: '<script>alert(1)</script>',
    }
    expect(await status('POST', '/api/v1/desk/stories', storyOf([embed]))).toBe(400)
    const html = { ...paragraph('x'), html: '<script>alert(1)</script>' }
    expect(await status('POST', '/api/v1/desk/stories', storyOf([html]))).toBe(400)
    expect(await status('GET', '/api/v1/embeds/look-up?url=https://evil.example/watch?v=abcdefghijk')).toBe(
      422,
    )
  })

  test('a YouTube address that breaks out of its quotes is no video', async () => {
    const video = 'abc" onload="x'
    const embed = { type: 'embed', provider: 'youtube', video, title: '' }
    expect(await status('POST', '/api/v1/desk/stories', storyOf([embed]))).toBe(400)
    const address = encodeURIComponent(`https://www.youtube.com/watch?v=${video}`)
    expect(await status('GET', `/api/v1/embeds/look-up?url=${address}`)).toBe(422)
  })

  test('a newline in the source of a quote stays text', async () => {
    const quote = { type: 'quote', text: [{ text: 'x' }], cite: 'me\n" onclick="alert(1)' }
    const path = await publish(storyOf([quote], { slug: 'quoted' }))
    expect((await house.get(path)).text).toContain('me\n&quot; onclick=&quot;alert(1)')
  })

  test('HTML in names, headlines, titles and menus is text on every page, feed and calendar', async () => {
    const tag = await must('POST', '/api/v1/desk/tags', { name: EVIL, slug: 'evil' })
    const given = {
      headline: EVIL,
      standfirst: EVIL,
      slug: 'evil',
      tags: [tag.id],
      kind: 'sponsored',
      sponsor: EVIL,
    }
    await publish(storyOf([paragraph(EVIL), { type: 'quote', text: [{ text: EVIL }], cite: EVIL }], given))
    const start = { at: new Date(Date.now() + 60_000).toISOString(), zone: 'America/New_York' }
    await must('POST', '/api/v1/events', {
      title: EVIL,
      subtitle: EVIL,
      description: EVIL,
      slug: 'evil',
      start,
    })
    const promo = {
      title: EVIL,
      text: EVIL,
      action: { label: EVIL, url: '/x' },
      zone: 'UTC',
      from: '2026-01-01T00:00',
    }
    await must('POST', '/api/v1/promos', promo)
    const entry = { label: EVIL, url: '/x' }
    const menus = { menu: [entry], footer: [{ title: EVIL, links: [entry] }], smallPrint: EVIL }
    await must('PUT', '/api/v1/menus', menus, { 'if-match': '"0"' })
    const pages = [
      '/',
      '/stories/evil',
      '/tags/evil',
      '/events',
      '/events/evil',
      '/archive',
      '/search?q=script',
      '/nowhere',
    ]
    for (const path of [...pages, '/news-sitemap.xml', '/icon.svg', '/corrections']) {
      const { text } = await house.get(path)
      expect([path, /<img src=x|<\/script><img/.test(text)]).toEqual([path, false])
    }
    // All else in a feed is plain text by its format; a description is HTML.
    const described = (await house.get('/rss.xml')).text.match(/<description>.*?<\/description>/gs) ?? []
    expect(described.length).toBeGreaterThan(1)
    expect(described.join('')).not.toContain('<img')
    const { text } = await house.get('/stories/evil')
    const jsonLd = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? ''
    expect(JSON.stringify(JSON.parse(jsonLd))).toContain(JSON.stringify(EVIL).slice(1, -1))
  })

  test.each(['image/svg+xml', 'image/png', 'text/html'])(
    'SVG that says it is %s is no picture',
    async (type) => {
      const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
      expect(await status('POST', '/api/v1/pictures?alt=x', svg, { 'content-type': type })).toBe(415)
    },
  )

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'vbscript:x',
  ])('the link %j is refused wherever a link can be given', async (url) => {
    const link = { type: 'paragraph', text: [{ text: 'x', link: url }] }
    expect(await status('POST', '/api/v1/desk/stories', storyOf([link]))).toBe(400)
    const { document } = storyOf([link])
    expect(await status('POST', '/api/v1/pages', { slug: 'a-page', title: 'A page', document })).toBe(400)
    const start = { at: new Date().toISOString(), zone: 'UTC' }
    const action = { label: 'Go', href: url }
    expect(await status('POST', '/api/v1/events', { title: 'An event', start, action })).toBe(400)
    expect(await status('POST', '/api/v1/events', { title: 'An event', start, watchUrl: url })).toBe(400)
    const promo = { title: 'A promo', action: { label: 'Go', url }, zone: 'UTC', from: '2026-01-01T00:00' }
    expect(await status('POST', '/api/v1/promos', promo)).toBe(400)
    const menus = { menu: [{ label: 'Go', url }] }
    expect(await status('PUT', '/api/v1/menus', menus, { 'if-match': '"1"' })).toBe(400)
  })
})

describe('fetching', () => {
  test.each([
    'http://localhost:5432/',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://0/',
    'http://10.0.0.1/',
    'http://[fd00::1]/',
    'file:///etc/passwd',
    'ftp://example.com/x',
    'http://user:secret@example.com/',
  ])('a picture is not fetched from %s', async (url) => {
    const answer = await send('POST', '/api/v1/pictures/by-address', { url })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(await answer.text()).not.toMatch(/root:|postgres|ECONN/i)
  })
})

describe('paths', () => {
  test.each([
    '/%2F..%2F',
    '/stories/%2F..%2F..%2Fetc%2Fpasswd',
    '/stories/..%2f..%2fx',
    '/files/%2F..%2F..%2Fetc/80.webp',
    `/files/${'a'.repeat(64)}/..%2F..%2Fpasswd`,
    `/files/${'a'.repeat(64)}/80.webp`,
    '/assets/..%2F..%2Fpackage.json',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '/fonts/..%2F..%2Fpackage.json',
    '/../../etc/passwd',
    '//',
    '///',
    '//evil.example/',
    '//evil.example/stories/evil',
    '/\\evil.example',
    '/stories//evil',
    '/stories/evil/',
    `/${'a'.repeat(5000)}`,
    '/stories/🏒',
    '/constructor',
    '/__proto__',
    '/tags/__proto__/rss.xml',
  ])('there is nothing at %s', async (path) => {
    const { status: code, headers, text } = await house.get(path)
    expect([path, code, headers['location'] ?? null]).toEqual([path, 404, null])
    expect(text).not.toMatch(/root:|"dependencies"/)
  })

  test.each([
    '/%E0%A4%A',
    '/%',
    '/stories/%ff',
    '/stories/a%00b',
    '/api/v1/stories/%00',
    '/search?q=%00',
    '/%c0%ae%c0%ae/',
  ])('the malformed address %s is refused in words', async (path) => {
    const { status: code, headers } = await house.get(path)
    expect([path, code, headers['content-type']]).toEqual([path, 400, 'application/problem+json'])
  })
})

const HOSTILE = [
  `'`,
  `''; drop table stories; --`,
  `" or ""="`,
  '\\',
  '%',
  '_',
  '{"$ne":null}',
  '$.password',
  `a'b"c`,
  '\u{1F3D2}',
  '-1',
  '1e999',
  'NaN',
  'null',
  'é'.repeat(300),
  '[',
  '..',
]

describe('queries', () => {
  test('quotes, wildcards and JSON paths in any filter of any list find nothing that they should not, and break nothing', async () => {
    const lists = house.modules
      .flatMap(({ endpoints = [] }) => endpoints)
      .filter(({ method, path }) => method === 'GET' && path !== '/studio/live')
    for (const { path } of lists)
      for (const value of HOSTILE) {
        const text = encodeURIComponent(value)
        const address = path.replaceAll(/:\w+(\{[^}]*\})?/g, text)
        const filters = [
          'q',
          'after',
          'limit',
          'state',
          'tag',
          'author',
          'kind',
          'month',
          'by',
          'sort',
          'action',
          'url',
        ]
        const code = await status('GET', `${address}?${filters.map((name) => `${name}=${text}`).join('&')}`)
        expect([path, value, code < 500]).toEqual([path, value, true])
        for (const name of ['q', 'after', 'limit']) {
          const alone = await status('GET', `${address}?${name}=${text}`)
          expect([path, name, value, alone < 500]).toEqual([path, name, value, true])
        }
      }
  }, 120_000)

  test('the same in the parameters of pages', async () => {
    for (const path of [
      '/search?q=',
      '/search?q=x&after=',
      '/archive?after=',
      '/events?after=',
      '/tags/evil?after=',
      '/archive/',
      '/tags/',
      '/authors/',
      '/events/',
    ])
      for (const value of HOSTILE.slice(0, -1)) {
        const { status: code } = await house.get(path + encodeURIComponent(value))
        expect([path, value, code < 500]).toEqual([path, value, true])
      }
  })

  test('nobody sorts or filters by what is secret', async () => {
    const plain = await must('GET', '/api/v1/people')
    for (const query of [
      'sort=password',
      'order=passwordHash',
      'password=x',
      'filter[password]=x',
      'people.password=x',
    ])
      expect(await must('GET', `/api/v1/people?${query}`)).toEqual(plain)
    expect(JSON.stringify(plain)).not.toMatch(/argon2|password"|secret/i)
  })
})

describe('accounts', () => {
  test('extra fields at sign-in, and objects where words are expected, are refused', async () => {
    const email = 'olive@example.com'
    const bodies = [
      { email, password: PASSWORD, role: 'owner' },
      { email: { $ne: null }, password: { $ne: null } },
      { email, password: [PASSWORD] },
      { email: [email], password: PASSWORD },
      { email, password: 12 },
      [],
      null,
      'olive',
    ]
    for (const body of bodies)
      expect([body, await status('POST', '/api/v1/session', body)]).toEqual([body, 400])
    for (const token of [{}, [], 1, null, true, { length: 3 }])
      for (const path of ['/api/v1/setup', '/api/v1/invitations/accept'])
        expect(await status('POST', path, { token, name: 'x', email, password: PASSWORD })).toBe(400)
    for (const bearer of ['', 'x', '[object Object]', 'null', 'a'.repeat(9000)])
      expect(
        await status('GET', '/api/v1/me', undefined, { cookie: '', authorization: `Bearer ${bearer}` }),
      ).toBe(401)
  })

  test('whatever is sent to any door, by an owner even, it is refused in words and nothing breaks', async () => {
    const bodies = [
      'null',
      '[]',
      '{}',
      '"x"',
      '0',
      '{"__proto__":{"role":"owner"}}',
      '{"a":',
      '\ufeff{}',
      '{"name":"\\ud83c","headline":"\\ud83c","title":"\\ud83c","slug":"\\ud83c"}',
      '{"name":"\\u0000"}',
      `{"personId":"nobody","portrait":"${SOME_ID}","cover":"${SOME_ID}","logo":"${SOME_ID}","lead":"${SOME_ID}","showId":"${SOME_ID}","name":"x","title":"x"}`,
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    ]
    const doors = house.modules
      .flatMap(({ endpoints = [] }) => endpoints)
      .filter(({ method }) => method !== 'GET')
    for (const { method, path } of doors) {
      if (`${method} ${path}` === 'DELETE /api/v1/session') continue
      const address = path.replaceAll(/:\w+(\{[^}]*\})?/g, SOME_ID)
      for (const body of bodies) {
        const answer = await send(method, address, body, { 'if-match': '"1"' })
        const said = await answer.text()
        expect([method, path, body.slice(0, 60), answer.status < 500]).toEqual([
          method,
          path,
          body.slice(0, 60),
          true,
        ])
        if (answer.status >= 400)
          // Plain forms of readers are answered with pages.
          expect(said.startsWith('<!doctype') ? textOf(said) : JSON.parse(said).detail).not.toMatch(
            /TypeError|syntax error|column|relation/i,
          )
      }
    }
  }, 120_000)
})

/** What a page says in its main part. */
const textOf = (markup: string): string =>
  (/<main[^>]*>([\s\S]*)<\/main>/.exec(markup)?.[1] ?? '').replaceAll(/<[^>]*>/g, ' ')

describe('size', () => {
  test('a paste of 500 KB is kept, published and found', async () => {
    const path = await publish(storyOf([paragraph('Zamboni driver. '.repeat(33_000))], { slug: 'long' }))
    expect((await house.get(path)).text.length).toBeGreaterThan(500_000)
  })

  test('half an emoji is a lost letter, not a failure', async () => {
    const broken = JSON.stringify(storyOf([paragraph('x')], { slug: 'half' })).replace(
      'A headline',
      'Half \\ud83c',
    )
    const { headline } = await must('POST', '/api/v1/desk/stories', broken)
    expect(headline).toBe('Half \ufffd')
  })

  test('what XML cannot write does not stand in a feed', async () => {
    await publish(
      storyOf([paragraph('x')], {
        headline: 'Bell \u0007 and \ufffe\uffff end',
        standfirst: '\u0001 \ufffe',
        slug: 'bell',
      }),
    )
    for (const path of ['/rss.xml', '/atom.xml', '/news-sitemap.xml']) {
      const { text } = await house.get(path)
      expect([path, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)]).toEqual([path, false])
    }
  })

  test('an hour that daylight saving skips is refused in words for stories, events and promos', async () => {
    const wall = '2027-03-14T02:30'
    const zone = 'America/New_York'
    const { id, revision } = await must('POST', '/api/v1/desk/stories', storyOf([paragraph('x')]))
    const when = { wall, zone }
    const promo = { title: 'x', action: { label: 'Go', url: '/x' }, zone, from: wall }
    for (const answer of [
      await send('POST', `/api/v1/desk/stories/${id}/publish`, { when }, { 'if-match': `"${revision}"` }),
      await send('POST', '/api/v1/events', { title: 'x', start: when }),
      await send('POST', '/api/v1/promos', promo),
    ])
      expect([answer.status, (await answer.json()).detail]).toEqual([422, expect.stringMatching(/skip/)])
  })

  test.each(['🏒🏒🏒', 'مباراة الليلة', '‮drawkcab', '東京', '---', 'ÅÄÖ ß', '../..', 'a'.repeat(200)])(
    'a name like %j gets an address that works, for stories, tags, authors and events',
    async (name) => {
      const path = await publish(storyOf([paragraph('x')], { headline: name }))
      const tag = await must('POST', '/api/v1/desk/tags', { name: name.slice(0, 60) })
      const writer = await must('POST', '/api/v1/desk/authors', { name: name.slice(0, 60) })
      const start = { at: new Date().toISOString(), zone: 'UTC' }
      const event = await must('POST', '/api/v1/events', { title: name.slice(0, 100), start })
      for (const address of [path, tag.path, writer.path, event.path]) {
        expect(address).toMatch(/^\/[a-z]+\/[a-z0-9-]+$/)
        expect([address, (await house.get(address)).status]).toEqual([address, 200])
      }
      expect(await status('POST', '/api/v1/desk/tags', { name: 'x', slug: name })).toBe(400)
    },
  )

  test('no page of the brand takes an address that belongs to the program', async () => {
    const first = (path: string): string => path.split('/')[1] ?? ''
    const own = house.modules.flatMap(({ pages = [], endpoints = [] }) => [...pages, ...endpoints])
    const taken = new Set([
      ...own.map(({ path }) => first(path)),
      'live',
      'files',
      'assets',
      'healthz',
      'readyz',
      'metrics',
    ])
    const { document } = storyOf([paragraph('x')])
    for (const slug of taken)
      if (/^[a-z]+$/.test(slug))
        expect([slug, await status('POST', '/api/v1/pages', { slug, title: 'Mine', document })]).toEqual([
          slug,
          409,
        ])
  })
})

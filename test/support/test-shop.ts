import { Hono } from 'hono'
import type { Person } from '../../src/people/public.ts'
import { identify, originAllowed, requireAtDoor } from '../../src/people/public.ts'
import { mountEndpoints } from '../../src/platform/http/mount-endpoints.ts'
import { problemResponse } from '../../src/platform/http/problem.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { writeSetting } from '../../src/platform/settings-store.ts'
import { personalPage } from '../../src/wiring.ts'
import { testPlatform } from './test-platform.ts'
import { StripeStandIn, WEBHOOK_SECRET } from './stripe-stand-in.ts'
import { readCheckoutSettings } from '../../src/shop/checkout-settings.ts'
import { shopModule } from '../../src/shop/public.ts'
import { asRole } from '../../src/shop/test-catalogue.ts'
import type { CheckoutSettings } from '../../src/shop/wire-orders.ts'

export interface Heard {
  status: number
  text: string
  headers: Headers
  location: string
}

/** The shop behind its doors, with a stand-in for Stripe that can be told to misbehave. */
export interface TestShop {
  p: Platform
  stripe: StripeStandIn
  /** A request as it comes, guarded as in the real house. */
  ask(path: string, init?: RequestInit): Promise<Heard>
  /** A door of the studio, as somebody of this role. */
  desk(
    role: Person['role'],
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
  buyer(): Buyer
  settings(change: Partial<CheckoutSettings>): Promise<void>
  close(): Promise<void>
}

export interface Answer {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into whatever came
  json: any
}

const RATES = [
  {
    id: 'us',
    name: 'Standard',
    says: '3 to 5 days',
    countries: ['US'],
    regions: [],
    price: 600,
    freeFrom: null,
  },
  { id: 'ca', name: 'To Canada', says: '', countries: ['CA'], regions: [], price: 1500, freeFrom: null },
]
const TAXES = [{ country: 'US', region: 'IL', name: 'Sales tax', basisPoints: 625, shippingToo: false }]
const PICKUP = { place: 'The counter at the rink', says: '', country: 'US', region: 'IL', payThere: true }

export async function testShop(): Promise<TestShop> {
  const stripe = await StripeStandIn.start()
  const platform = await testPlatform({ ...stripe.environment, PUBLIC_URL: 'http://shop.test' })
  const { p } = platform
  const module = shopModule(p, personalPage(p))
  p.regionKinds.add(module.regions ?? {})
  p.jobs.handle(module.jobs ?? {})
  const app = appOf(p, module.endpoints ?? [])
  const ask: TestShop['ask'] = async (path, init = {}) => {
    const response = await app.request(`http://shop.test${path}`, init)
    return {
      status: response.status,
      text: await response.text(),
      headers: response.headers,
      location: response.headers.get('location') ?? '',
    }
  }
  const shop: TestShop = {
    p,
    stripe,
    ask,
    buyer: () => new Buyer(ask),
    desk: async (role, method, path, body, headers = {}) => {
      const { status, text } = await ask(path, {
        method,
        headers: { 'x-role': role ?? '', 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return { status, json: text === '' ? null : JSON.parse(text) }
    },
    settings: async (change) => {
      const { value, revision } = await readCheckoutSettings(p)
      await p.write((w) => writeSetting(w, 'checkout', { ...value, ...change }, revision))
    },
    close: async () => {
      await stripe.stop()
      await platform.close()
    },
  }
  await shop.settings({ rates: RATES, taxes: TAXES, pickup: PICKUP })
  return shop
}

function appOf(p: Platform, endpoints: Parameters<typeof mountEndpoints<Person>>[1]): Hono {
  const app = new Hono()
  app.onError((error) =>
    problemResponse(error, (unexpected) => {
      throw unexpected
    }),
  )
  mountEndpoints(app, endpoints, {
    source: p,
    identify: (request) => {
      const role = request.headers.get('x-role')
      return role ? Promise.resolve(asRole(role as NonNullable<Person['role']>)) : identify(p, request)
    },
    requireRight: requireAtDoor,
    requireModule: () => Promise.resolve(),
    originAllowed: (request) => originAllowed(request, p.config.PUBLIC_URL),
    afterWrite: () => p.tail.sync(),
  })
  return app
}

export const FORM: Record<string, string> = {
  email: 'ada@example.com',
  name: 'Ada Marsh',
  phone: '',
  country: 'US',
  region: 'IL',
  line1: '1 Rink Road',
  line2: '',
  city: 'Harbor City',
  postcode: '60601',
  note: '',
}

/** Somebody with a browser and without an account: keeps the cart's cookie, fills in what a page shows. */
export class Buyer {
  cookie = ''
  readonly #ask: TestShop['ask']

  constructor(ask: TestShop['ask']) {
    this.#ask = ask
  }

  async get(path: string): Promise<Heard> {
    return this.#keep(await this.#ask(path, { headers: { cookie: this.cookie } }))
  }

  async post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Heard> {
    return this.#keep(
      await this.#ask(path, {
        method: 'POST',
        headers: { cookie: this.cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    )
  }

  async put(variant: string, quantity = 1): Promise<Heard> {
    return this.post('/cart/lines', { variant, quantity: String(quantity) })
  }

  /** What the checkout's page offers and asks back: its revision, and the value of each way. */
  async checkout(): Promise<{ revision: string; ways: string[]; text: string }> {
    const { text } = await this.post('/checkout', { ...FORM, do: 'look' })
    return {
      text,
      revision: /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '',
      ways: [...text.matchAll(/name="way" value="([^"]+)"/g)].map(([, way = '']) => way),
    }
  }

  /** Presses "Place the order" for the way that begins so. */
  async order(way: string, change: Record<string, string> = {}): Promise<Heard> {
    const { revision, ways } = await this.checkout()
    const chosen = ways.find((each) => each.startsWith(way)) ?? ''
    return this.post('/checkout', { ...FORM, do: 'order', revision, way: chosen, ...change })
  }

  #keep(heard: Heard): Heard {
    const set = heard.headers.get('set-cookie')
    if (set) this.cookie = set.split(';')[0] ?? ''
    return heard
  }
}

/** The id of the order to whose page or payment an answer leads. */
export const orderIdIn = (stripe: StripeStandIn, location: string): string =>
  /\/orders\/([0-9a-f-]{36})/.exec(location)?.[1] ??
  stripe.sessions.get(location.split('/').at(-1) ?? '')?.client_reference_id ??
  ''

export { WEBHOOK_SECRET }

import type { Checkout } from './place-order.ts'
import { needsPostcode, regionsOf } from './places.ts'
import type { Delivery, PayBy } from './wire-orders.ts'

export const FIELDS = [
  'email',
  'name',
  'phone',
  'country',
  'region',
  'line1',
  'line2',
  'city',
  'postcode',
  'note',
  'way',
] as const
export type Field = (typeof FIELDS)[number]

/** What somebody has typed, as they typed it. */
export type Typed = Record<Field, string>
export type Problems = Partial<Record<Field, string>>

export const NOTHING_TYPED = Object.fromEntries(FIELDS.map((field) => [field, ''])) as Typed

export const typedIn = (form: ReadonlyMap<string, string>): Typed =>
  Object.fromEntries(FIELDS.map((field) => [field, form.get(field) ?? ''])) as Typed

/** How it is wanted, and the total that stood beside it; `ship:us-standard:stripe:3800`. */
export interface Way {
  delivery: Delivery
  rate: string | null
  payBy: PayBy
  total: number
}

export const wayText = ({ delivery, rate, payBy, total }: Way): string =>
  [delivery, rate ?? '-', payBy, total].join(':')

export function readWay(text: string): Way | null {
  const match = /^(ship|pickup):([a-z0-9-]{1,40}):(stripe|pickup):(\d{1,12})$/.exec(text)
  if (!match) return null
  const [, delivery, rate = '-', payBy, total] = match
  return {
    delivery: delivery as Delivery,
    rate: rate === '-' ? null : rate,
    payBy: payBy as PayBy,
    total: Number(total),
  }
}

const MAX: Record<Field, number> = {
  email: 200,
  name: 100,
  phone: 30,
  country: 2,
  region: 60,
  line1: 120,
  line2: 120,
  city: 80,
  postcode: 20,
  note: 500,
  way: 80,
}

const MAIL = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]{2,}$/

/** What keeps a form from being an order, by field, each with what to do. */
export function problemsOf(typed: Typed, countries: readonly string[]): Problems {
  const way = readWay(typed.way)
  const problems: Problems = {}
  const say = (field: Field, words: string): void => void (problems[field] ??= words)
  for (const field of FIELDS)
    if (typed[field].length > MAX[field]) say(field, `At most ${MAX[field]} characters, please.`)
  if (!MAIL.test(typed.email))
    say('email', 'Your e-mail address, such as ada@example.com: the order goes there.')
  if (typed.name === '') say('name', 'Your name, please.')
  if (!way) say('way', 'Choose how you would like to have it.')
  if (way?.delivery === 'ship') addressProblems(typed, countries, say)
  return problems
}

function addressProblems(
  typed: Typed,
  countries: readonly string[],
  say: (field: Field, words: string) => void,
): void {
  if (!countries.includes(typed.country)) say('country', 'Choose the country it goes to.')
  if (typed.line1 === '') say('line1', 'Street and number, please.')
  if (typed.city === '') say('city', 'The town, please.')
  if (typed.postcode === '' && needsPostcode(typed.country)) say('postcode', 'The postcode, please.')
  const regions = regionsOf(typed.country)
  if (regions && !regions.some(({ code }) => code === typed.region))
    say('region', 'Choose the state or province.')
}

/** A form without problems as an order. */
export function checkoutOf(typed: Typed, cartRevision: number): Checkout {
  const way = readWay(typed.way)
  if (!way) throw new Error('A form with problems is no order.')
  const { country, region, name, line1, line2, city, postcode, email, phone, note } = typed
  return {
    name,
    email,
    phone,
    note,
    cartRevision,
    address: way.delivery === 'ship' ? { country, region, name, line1, line2, city, postcode } : null,
    wish: { delivery: way.delivery, shippingId: way.rate, country, region },
    payBy: way.payBy,
    expectedTotal: way.total,
  }
}

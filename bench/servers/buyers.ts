// The buyers of a drop: they come at a fixed rate, whatever the answers take, and go through the doors that a reader goes through.
import { setTimeout as sleep } from 'node:timers/promises'
import { answer } from '../support/child.ts'
import { BuyerLine } from './buyer-line.ts'

const FORM = {
  email: 'ada@example.com',
  name: 'Ada Marsh',
  phone: '',
  country: 'US',
  region: 'IL',
  line1: '',
  line2: '',
  city: '',
  postcode: '',
  note: '',
}
const GONE = new Set([404, 409])
const AT_ONCE = 20

/** `ms`: from when somebody came until they knew; `pressed`: what the answer to the order took of it. */
export interface Visit {
  ordered: boolean
  /** Milliseconds since the first buyer came. */
  at: number
  ms: number
  pressed: number
}

/** A cart with the page of its checkout open. */
interface Ready {
  cookie: string
  revision: string
  way: string
}

/** `null`: told that there is none left. */
async function goToCheckout(line: BuyerLine, variant: string): Promise<Ready | null> {
  const put = await line.post('/cart/lines', '', { variant, quantity: '1' })
  if (GONE.has(put.status)) return null
  const page = await line.post('/checkout', put.cookie, { ...FORM, do: 'look' })
  const revision = /name="revision" value="(\d+)"/.exec(page.text)?.[1]
  const way = /name="way" value="(pickup:[^"]+)"/.exec(page.text)?.[1]
  if (put.status !== 303 || page.status !== 200 || !revision || !way)
    throw new Error(`A buyer was told ${put.status}, then ${page.status}: ${page.text.slice(0, 300)}`)
  return { cookie: put.cookie, revision, way }
}

/** `false`: told that there is none left. */
async function press(line: BuyerLine, { cookie, revision, way }: Ready): Promise<boolean> {
  const order = await line.post('/checkout', cookie, { ...FORM, do: 'order', revision, way })
  if (order.status === 303 && order.location.includes('/orders/')) return true
  if (GONE.has(order.status)) return false
  throw new Error(`An order was answered ${order.status} ${order.location}: ${order.text.slice(0, 300)}`)
}

/** So many checkouts, before anybody presses. */
async function openCheckouts(origin: string, variant: string, buyers: number): Promise<(Ready | null)[]> {
  const all: (Ready | null)[] = []
  while (all.length < buyers) {
    const count = Math.min(AT_ONCE, buyers - all.length)
    const lines = Array.from({ length: count }, () => new BuyerLine(origin))
    all.push(...(await Promise.all(lines.map((line) => goToCheckout(line, variant)))))
    for (const line of lines) line.end()
  }
  return all
}

/** Somebody comes when they are due; `ready`: with the checkout open, so that all they do is press. */
async function visit(come: Come, due: number, ready: Ready | null): Promise<Visit> {
  const { origin, variant, began } = come
  await sleep(Math.max(0, began + due - performance.now()))
  const line = new BuyerLine(origin)
  const checkout = ready ?? (await goToCheckout(line, variant))
  const pressedAt = performance.now()
  const ordered = checkout !== null && (await press(line, checkout))
  line.end()
  const at = performance.now() - began
  return { ordered, at, ms: at - due, pressed: performance.now() - pressedAt }
}

interface Come {
  origin: string
  variant: string
  began: number
}

answer(async (question) => {
  const [origin, variant] = [String(question['origin']), String(question['variant'])]
  const [buyers, perSecond] = [Number(question['buyers']), Number(question['perSecond'])]
  const ready = question['type'] === 'press' ? await openCheckouts(origin, variant, buyers) : []
  const come = { origin, variant, began: performance.now() }
  return Promise.all(
    Array.from({ length: buyers }, (_, i) => visit(come, (i * 1000) / perSecond, ready[i] ?? null)),
  )
})

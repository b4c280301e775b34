// The buyers of a drop: they come at a fixed rate, whatever the answers take, and go through the doors that a reader goes through.
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { answer } from '../support/child.ts'

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

interface Answer {
  status: number
  text: string
  location: string
  cookie: string
}

/** `ms`: from when somebody came until they knew; `pressed`: what the answer to the order took of it. */
export interface Visit {
  ordered: boolean
  /** Milliseconds since the first buyer came. */
  at: number
  ms: number
  pressed: number
}

/** Connections of one drop: one left over from the drop before is just being closed by the server. */
let agent = new Agent({ keepAlive: true })

function post(origin: string, path: string, cookie: string, fields: Record<string, string>): Promise<Answer> {
  const body = new URLSearchParams(fields).toString()
  const headers = {
    origin,
    cookie,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
  }
  return new Promise((resolve, reject) => {
    const asked = request(origin + path, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text,
          location: response.headers.location ?? '',
          cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie,
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** A cart with the page of its checkout open. */
interface Ready {
  cookie: string
  revision: string
  way: string
}

/** `null`: told that there is none left. */
async function goToCheckout(origin: string, variant: string): Promise<Ready | null> {
  const put = await post(origin, '/cart/lines', '', { variant, quantity: '1' })
  if (GONE.has(put.status)) return null
  const page = await post(origin, '/checkout', put.cookie, { ...FORM, do: 'look' })
  const revision = /name="revision" value="(\d+)"/.exec(page.text)?.[1]
  const way = /name="way" value="(pickup:[^"]+)"/.exec(page.text)?.[1]
  if (put.status !== 303 || page.status !== 200 || !revision || !way)
    throw new Error(`A buyer was told ${put.status}, then ${page.status}: ${page.text.slice(0, 300)}`)
  return { cookie: put.cookie, revision, way }
}

/** `false`: told that there is none left. */
async function press(origin: string, { cookie, revision, way }: Ready): Promise<boolean> {
  const order = await post(origin, '/checkout', cookie, { ...FORM, do: 'order', revision, way })
  if (order.status === 303 && order.location.includes('/orders/')) return true
  if (GONE.has(order.status)) return false
  throw new Error(`An order was answered ${order.status} ${order.location}: ${order.text.slice(0, 300)}`)
}

/** So many checkouts, before anybody presses. */
async function openCheckouts(origin: string, variant: string, buyers: number): Promise<(Ready | null)[]> {
  const all: (Ready | null)[] = []
  while (all.length < buyers) {
    const count = Math.min(AT_ONCE, buyers - all.length)
    const some = Array.from({ length: count }, () => goToCheckout(origin, variant))
    all.push(...(await Promise.all(some)))
  }
  return all
}

/** Somebody comes when they are due; `ready`: with the checkout open, so that all they do is press. */
async function visit(come: Come, due: number, ready: Ready | null): Promise<Visit> {
  const { origin, variant, began } = come
  await sleep(Math.max(0, began + due - performance.now()))
  const checkout = ready ?? (await goToCheckout(origin, variant))
  const pressedAt = performance.now()
  const ordered = checkout !== null && (await press(origin, checkout))
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
  agent.destroy()
  agent = new Agent({ keepAlive: true })
  const [buyers, perSecond] = [Number(question['buyers']), Number(question['perSecond'])]
  const ready = question['type'] === 'press' ? await openCheckouts(origin, variant, buyers) : []
  const come = { origin, variant, began: performance.now() }
  return Promise.all(
    Array.from({ length: buyers }, (_, i) => visit(come, (i * 1000) / perSecond, ready[i] ?? null)),
  )
})

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

interface Answer {
  status: number
  text: string
  location: string
  cookie: string
}

/** `ms`: from when somebody came until they knew; `pressed`: the last answer of it. */
export interface Visit {
  ordered: boolean
  /** Milliseconds since the first buyer came. */
  at: number
  ms: number
  pressed: number
}

const agent = new Agent({ keepAlive: true })

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

/** Into the cart, to the checkout, and the order pressed; `false`: told that there is none left. */
async function buy(origin: string, variant: string, pressing: () => void): Promise<boolean> {
  const put = await post(origin, '/cart/lines', '', { variant, quantity: '1' })
  if (GONE.has(put.status)) return false
  const page = await post(origin, '/checkout', put.cookie, { ...FORM, do: 'look' })
  const revision = /name="revision" value="(\d+)"/.exec(page.text)?.[1]
  const way = /name="way" value="(pickup:[^"]+)"/.exec(page.text)?.[1]
  if (put.status !== 303 || page.status !== 200 || !revision || !way)
    throw new Error(`A buyer was told ${put.status}, then ${page.status}: ${page.text.slice(0, 300)}`)
  pressing()
  const order = await post(origin, '/checkout', put.cookie, { ...FORM, do: 'order', revision, way })
  if (order.status === 303 && order.location.includes('/orders/')) return true
  if (GONE.has(order.status)) return false
  throw new Error(`An order was answered ${order.status} ${order.location}: ${order.text.slice(0, 300)}`)
}

async function visit(origin: string, variant: string, began: number, due: number): Promise<Visit> {
  await sleep(Math.max(0, began + due - performance.now()))
  let pressed = performance.now()
  const ordered = await buy(origin, variant, () => (pressed = performance.now()))
  const at = performance.now() - began
  return { ordered, at, ms: at - due, pressed: performance.now() - pressed }
}

answer(({ origin, variant, buyers, perSecond }) => {
  const began = performance.now()
  const due = (i: number): number => (i * 1000) / Number(perSecond)
  return Promise.all(
    Array.from({ length: Number(buyers) }, (_, i) => visit(String(origin), String(variant), began, due(i))),
  )
})

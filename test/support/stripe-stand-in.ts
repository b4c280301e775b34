import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Stripe } from 'stripe'

export const STRIPE_KEY = 'sk_test_standin'
export const WEBHOOK_SECRET = 'whsec_standin'

/** How it misbehaves; each is a chance between 0 and 1, times are in milliseconds. */
export interface Misbehaviour {
  /** Each request takes so long. */
  slowMs: number
  /** A request does what it should and answers with an error of the server, which is repeated for its idempotency key. */
  failAfter: number
  /** A request does what it should and the connection breaks before its answer. */
  cut: number
  /** An event is never sent. */
  lose: number
  /** An event is sent twice more, in parallel. */
  repeat: number
  /** An event is sent after up to so long, so that later ones overtake it. */
  reorderMs: number
}

const WELL: Misbehaviour = { slowMs: 0, failAfter: 0, cut: 0, lose: 0, repeat: 0, reorderMs: 0 }

export interface FakeSession {
  id: string
  object: 'checkout.session'
  status: 'open' | 'complete' | 'expired'
  payment_status: 'unpaid' | 'paid'
  amount_total: number
  currency: string
  client_reference_id: string
  customer_email: string
  expires_at: number
  payment_intent: string | null
  success_url: string
  cancel_url: string
  url: string | null
  livemode: false
  metadata: Record<string, string>
}

interface FakeIntent {
  id: string
  object: 'payment_intent'
  amount: number
  amount_received: number
  currency: string
  status: 'succeeded'
  session: string
}

interface FakeRefund {
  id: string
  object: 'refund'
  amount: number
  currency: string
  payment_intent: string
  status: 'succeeded'
  metadata: Record<string, string>
  failure_reason: null
}

interface Kept {
  hash: string
  status: number
  body: string
}

interface Answer {
  status: number
  body: unknown
}

/** Refused as Stripe refuses. */
const refusal = (message: string, status = 400, type = 'invalid_request_error'): Answer => ({
  status,
  body: { error: { type, message } },
})

/**
 * Stripe as far as Pressbox uses it, over its own protocol and with a memory: checkout sessions, payment intents, refunds, events that
 * it signs and sends, idempotency keys, and a page on which a browser presses "Pay". It misbehaves as it is told to.
 *
 *     const stripe = await StripeStandIn.start()
 *     stripe.sendEventsTo(`${site.url}/api/v1/stripe/webhook`)
 *     stripe.pay(sessionId)
 */
export class StripeStandIn {
  readonly sessions = new Map<string, FakeSession>()
  readonly intents = new Map<string, FakeIntent>()
  readonly refunds: FakeRefund[] = []
  /** What it was asked, in order. */
  readonly asked: string[] = []
  misbehaviour: Misbehaviour = { ...WELL }
  /** What `Math.random` is to a test that wants the same again. */
  random: () => number = Math.random
  url = ''
  readonly #server: Server
  readonly #kept = new Map<string, Kept>()
  readonly #sending = new Set<Promise<void>>()
  readonly #minimumSeconds: number
  #hooks: string[] = []
  #away = false
  #serial = 0

  private constructor(minimumSeconds: number) {
    this.#minimumSeconds = minimumSeconds
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  static async start({ minimumSeconds = 1800 } = {}): Promise<StripeStandIn> {
    const standIn = new StripeStandIn(minimumSeconds)
    await new Promise<void>((resolve) => void standIn.#server.listen(0, '127.0.0.1', resolve))
    standIn.url = `http://127.0.0.1:${(standIn.#server.address() as AddressInfo).port}`
    return standIn
  }

  /** What a site needs to use it. */
  get environment(): Record<string, string> {
    return {
      STRIPE_SECRET_KEY: STRIPE_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_URL: this.url,
    }
  }

  async stop(): Promise<void> {
    this.#hooks = []
    await Promise.allSettled(this.#sending)
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => void this.#server.close(() => resolve()))
  }

  sendEventsTo(...hooks: string[]): void {
    this.#hooks = hooks
  }

  misbehave(how: Partial<Misbehaviour>): void {
    this.misbehaviour = { ...WELL, ...how }
  }

  /** Breaks every connection, as if it were not there. */
  goAway(away: boolean): void {
    this.#away = away
  }

  /** Resolves when all events that are under way have arrived or been given up. */
  async settled(): Promise<void> {
    while (this.#sending.size > 0) await Promise.allSettled(this.#sending)
  }

  sessionOf(orderId: string): FakeSession | undefined {
    return [...this.sessions.values()].find((session) => session.client_reference_id === orderId)
  }

  /** A buyer presses "Pay" on the page; false: it is closed or was paid already. `amount`: what a manipulated page would take. */
  pay(sessionId: string, amount?: number): boolean {
    const session = this.sessions.get(sessionId)
    if (session?.status !== 'open' || session.expires_at * 1000 <= Date.now()) return false
    const id = this.#id('pi')
    const total = amount ?? session.amount_total
    this.intents.set(id, {
      id,
      object: 'payment_intent',
      amount: total,
      amount_received: total,
      currency: session.currency,
      status: 'succeeded',
      session: sessionId,
    })
    Object.assign(session, {
      status: 'complete',
      payment_status: 'paid',
      payment_intent: id,
      amount_total: total,
      url: null,
    })
    this.#emit('checkout.session.completed', session)
    return true
  }

  /** What was captured and not refunded, over all payments. */
  kept(intentId: string): number {
    const back = this.refunds.filter((refund) => refund.payment_intent === intentId)
    return (
      (this.intents.get(intentId)?.amount_received ?? 0) - back.reduce((sum, { amount }) => sum + amount, 0)
    )
  }

  /** Sends an event about a session, whatever it says. */
  emit(type: string, session: FakeSession): void {
    this.#emit(type, session)
  }

  #id(prefix: string): string {
    return `${prefix}_${(++this.#serial).toString().padStart(6, '0')}${randomBytes(8).toString('hex')}`
  }

  #chance(of: number): boolean {
    return of > 0 && this.random() < of
  }

  #emit(type: string, object: object): void {
    const payload = JSON.stringify({
      id: this.#id('evt'),
      object: 'event',
      type,
      created: Math.floor(Date.now() / 1000),
      livemode: false,
      data: { object },
    })
    const { lose, repeat } = this.misbehaviour
    if (this.#chance(lose)) return
    const times = this.#chance(repeat) ? 3 : 1
    for (let i = 0; i < times; i++) this.#send(payload)
  }

  #send(payload: string): void {
    const sending = this.#deliver(payload).finally(() => this.#sending.delete(sending))
    this.#sending.add(sending)
  }

  /** As Stripe does: again until somebody takes it, though not for three days. */
  async #deliver(payload: string): Promise<void> {
    await sleep(this.random() * this.misbehaviour.reorderMs)
    for (let attempt = 0; attempt < 3; attempt++) {
      const hook = this.#hooks[Math.floor(this.random() * this.#hooks.length)]
      if (hook === undefined) return
      const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET })
      const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
      const answer = await fetch(hook, { method: 'POST', headers, body: payload }).catch(() => null)
      await answer?.arrayBuffer().catch(() => null)
      if (answer?.ok) return
      await sleep(50 * 2 ** attempt)
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    if (url.pathname.startsWith('/pay/')) return this.#page(request, response, url)
    if (this.#away) return void response.destroy()
    await sleep(this.misbehaviour.slowMs)
    const answer = this.#once(request, url, text)
    this.asked.push(`${request.method} ${url.pathname} ${answer.status}`)
    if (this.#chance(this.misbehaviour.cut)) return void response.destroy()
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      'request-id': this.#id('req'),
      // The library asks again by itself where this says so; the tests want to see what Pressbox does.
      'stripe-should-retry': 'false',
    })
    response.end(answer.body)
  }

  /** The same key gets the same answer, errors of the server included; with other parameters it is refused. */
  #once(request: IncomingMessage, url: URL, text: string): { status: number; body: string } {
    if (request.headers.authorization !== `Bearer ${STRIPE_KEY}`) {
      const { status, body } = refusal('Invalid API Key provided', 401)
      return { status, body: JSON.stringify(body) }
    }
    const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined
    const hash = createHash('sha256').update(`${url.pathname} ${text}`).digest('hex')
    const kept = typeof key === 'string' ? this.#kept.get(key) : undefined
    if (kept && kept.hash !== hash) {
      const { status, body } = refusal(
        'Keys for idempotent requests can only be used with the same parameters.',
        400,
        'idempotency_error',
      )
      return { status, body: JSON.stringify(body) }
    }
    if (kept) return kept
    const params = text ? new URLSearchParams(text) : url.searchParams
    const answer = this.#act(`${request.method} ${url.pathname}`, params)
    const failed = request.method === 'POST' && this.#chance(this.misbehaviour.failAfter)
    const made = failed ? refusal('Something went wrong on our side.', 500, 'api_error') : answer
    const reply = { status: made.status, body: JSON.stringify(made.body) }
    // What is refused before anything was tried is not kept.
    if (typeof key === 'string' && made.status !== 400) this.#kept.set(key, { hash, ...reply })
    return reply
  }

  #act(what: string, params: URLSearchParams): Answer {
    this.#expireDue()
    const [, sessionId = '', verb] = /^\w+ \/v1\/checkout\/sessions\/(\w+)(?:\/(\w+))?$/.exec(what) ?? []
    if (what === 'POST /v1/checkout/sessions') return this.#createSession(params)
    if (sessionId && what.startsWith('GET'))
      return this.#found(this.sessions.get(sessionId), 'checkout session')
    if (sessionId && verb === 'expire') return this.#expire(this.sessions.get(sessionId))
    if (what === 'POST /v1/refunds') return this.#createRefund(params)
    if (what === 'GET /v1/refunds') {
      const data = this.refunds.filter((refund) => refund.payment_intent === params.get('payment_intent'))
      return { status: 200, body: { object: 'list', data, has_more: false, url: '/v1/refunds' } }
    }
    const [, intentId = ''] = /^GET \/v1\/payment_intents\/(\w+)$/.exec(what) ?? []
    if (intentId) return this.#found(this.intents.get(intentId), 'payment_intent')
    return refusal(`Unrecognized request URL (${what})`, 404)
  }

  #found(object: object | undefined, name: string): Answer {
    return object ? { status: 200, body: object } : refusal(`No such ${name}`, 404)
  }

  #createSession(params: URLSearchParams): Answer {
    const expires = Number(params.get('expires_at'))
    if (expires < Date.now() / 1000 + this.#minimumSeconds - 5)
      return refusal('The `expires_at` timestamp must be at least 30 minutes in the future.')
    const id = this.#id('cs_test')
    const session: FakeSession = {
      id,
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      amount_total: totalOf(params),
      currency: params.get('line_items[0][price_data][currency]') ?? '',
      client_reference_id: params.get('client_reference_id') ?? '',
      customer_email: params.get('customer_email') ?? '',
      expires_at: expires,
      payment_intent: null,
      success_url: params.get('success_url') ?? '',
      cancel_url: params.get('cancel_url') ?? '',
      url: `${this.url}/pay/${id}`,
      livemode: false,
      metadata: { order: params.get('metadata[order]') ?? '' },
    }
    this.sessions.set(id, session)
    return { status: 200, body: session }
  }

  #expire(session: FakeSession | undefined): Answer {
    if (!session) return refusal('No such checkout session', 404)
    if (session.status !== 'open')
      return refusal('Only Checkout Sessions with a status in ["open"] can be expired.')
    Object.assign(session, { status: 'expired', url: null })
    this.#emit('checkout.session.expired', session)
    return { status: 200, body: session }
  }

  #expireDue(): void {
    for (const session of this.sessions.values())
      if (session.status === 'open' && session.expires_at * 1000 <= Date.now()) this.#expire(session)
  }

  #createRefund(params: URLSearchParams): Answer {
    const intent = this.intents.get(params.get('payment_intent') ?? '')
    if (!intent) return refusal('No such payment_intent', 404)
    const amount = Number(params.get('amount') ?? intent.amount_received)
    if (amount > this.kept(intent.id))
      return refusal('Refund amount is greater than unrefunded amount on charge.')
    const refund: FakeRefund = {
      id: this.#id('re'),
      object: 'refund',
      amount,
      currency: intent.currency,
      payment_intent: intent.id,
      status: 'succeeded',
      metadata: { refund: params.get('metadata[refund]') ?? '', order: params.get('metadata[order]') ?? '' },
      failure_reason: null,
    }
    this.refunds.push(refund)
    this.#emit('charge.refunded', { id: this.#id('ch'), object: 'charge', payment_intent: intent.id })
    return { status: 200, body: refund }
  }

  /** The hosted page, as a browser sees it. */
  #page(request: IncomingMessage, response: ServerResponse, { pathname }: URL): void {
    const session = this.sessions.get(pathname.slice('/pay/'.length))
    if (!session) return void response.writeHead(404).end()
    if (request.method === 'POST') {
      const to =
        this.pay(session.id) || session.status === 'complete' ? session.success_url : session.cancel_url
      return void response.writeHead(303, { location: to }).end()
    }
    const amount = (session.amount_total / 100).toFixed(2)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(`<!doctype html><html lang="en"><title>Pay</title><main><h1>Pay ${amount} ${session.currency.toUpperCase()}</h1>
${session.status === 'open' ? '<form method="post"><button>Pay</button></form>' : `<p>This page is ${session.status}.</p>`}
<a href="${session.cancel_url}">Back</a></main></html>`)
  }
}

function totalOf(params: URLSearchParams): number {
  let total = 0
  for (let i = 0; params.has(`line_items[${i}][quantity]`); i++)
    total +=
      Number(params.get(`line_items[${i}][price_data][unit_amount]`)) *
      Number(params.get(`line_items[${i}][quantity]`))
  return total
}

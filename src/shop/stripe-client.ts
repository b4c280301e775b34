import { Stripe } from 'stripe'
import type { Platform } from '../platform/platform.ts'

/** A buyer waits for the answer. */
const TIMEOUT_MS = 8000
const RETRIES = 1

const clients = new WeakMap<Platform, Stripe>()

/** Stripe's own library; `null`: no cards are taken, since STRIPE_SECRET_KEY is not set. */
export function stripeOf(p: Platform): Stripe | null {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: address } = p.config
  if (key === undefined) return null
  const known =
    clients.get(p) ??
    new Stripe(key, {
      timeout: TIMEOUT_MS,
      maxNetworkRetries: RETRIES,
      telemetry: false,
      ...placeOf(address),
    })
  clients.set(p, known)
  return known
}

export const takesCards = (p: Platform): boolean => p.config.STRIPE_SECRET_KEY !== undefined

function placeOf(address: string | undefined): { host?: string; port?: string; protocol?: 'http' | 'https' } {
  if (address === undefined) return {}
  const { hostname, port, protocol } = new URL(address)
  const isPlain = protocol === 'http:'
  return { host: hostname, port: port || (isPlain ? '80' : '443'), protocol: isPlain ? 'http' : 'https' }
}

/** Stripe has an error of its own, which it would repeat for the same idempotency key for a day. */
export const isStripesOwn = (error: unknown): boolean => error instanceof Stripe.errors.StripeAPIError

/** Stripe has understood and says no: another attempt would end the same way. */
export const isRefusedByStripe = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError &&
  // 409: the first request with this idempotency key is still under way.
  (error.statusCode === 400 || error.statusCode === 402 || error.statusCode === 404)

/** Stripe could not be asked, or did not answer what was asked. */
export const isStripeTrouble = (error: unknown): boolean => error instanceof Stripe.errors.StripeError

/** Where forms of a checkout may lead, as sources of a Content-Security-Policy. */
export const paymentOrigins = (p: Platform): string =>
  [
    'https://checkout.stripe.com',
    ...(p.config.STRIPE_API_URL ? [new URL(p.config.STRIPE_API_URL).origin] : []),
  ].join(' ')

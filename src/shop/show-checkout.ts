import type { Platform } from '../platform/platform.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import { brandMoney } from './brand-money.ts'
import { type Problems, type Typed } from './checkout-form.ts'
import { readCheckoutSettings } from './checkout-settings.ts'
import type { Notice } from './pages/cart-page.ts'
import type { CheckoutView } from './pages/checkout-page.ts'
import { countriesOf, regionsOf } from './places.ts'
import { readCartLive } from './regions-orders.ts'
import { takesCards } from './stripe-client.ts'
import { waysFor } from './ways.ts'

/** The checkout of a cart as it is now, with what was typed before; `null`: there is nothing to order. */
export async function showCheckout(
  p: Platform,
  cartId: string,
  typed: Typed,
  problems: Problems,
  notice: Notice | null,
): Promise<CheckoutView | null> {
  const cart = await readCartLive(new RecordedReading(p, p.clock.now()), cartId)
  if (cart.lines.length === 0) return null
  const money = await brandMoney(p)
  const settings = (await readCheckoutSettings(p)).value
  // Without cards nothing is sent: it could not be paid.
  const countries = takesCards(p) ? countriesOf(settings) : []
  const country = countries.includes(typed.country) ? typed.country : (countries[0] ?? '')
  const known = regionsOf(country)
  const region = known && !known.some(({ code }) => code === typed.region) ? '' : typed.region
  return {
    cart,
    money,
    countries,
    problems,
    notice,
    ways: waysFor(settings, money.currency, cart.lines, { country, region }, takesCards(p)),
    typed: { ...typed, country, region },
  }
}

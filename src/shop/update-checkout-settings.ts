import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { writeSetting } from '../platform/settings-store.ts'
import { CHECKOUT_SETTING } from './checkout-settings.ts'
import type { CheckoutSettings } from './wire-orders.ts'

/** Shipping rates, pickup and taxes. Orders that are there keep what they were made with. */
export async function updateCheckoutSettings(
  p: Platform,
  person: Person,
  revision: number,
  settings: CheckoutSettings,
): Promise<number> {
  requireRight(person, 'shop.manage')
  return p.write(async (w) => {
    const next = await writeSetting(w, CHECKOUT_SETTING, settings, revision)
    await audit(w, person, 'checkout.update', 'settings:checkout', { rates: settings.rates.length })
    return next
  })
}

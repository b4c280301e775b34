import type { Source } from '../platform/db/database.ts'
import { readSetting, type Setting } from '../platform/settings-store.ts'
import { CheckoutSettings } from './wire-orders.ts'

export const CHECKOUT_SETTING = 'checkout'

export const readCheckoutSettings = (source: Source): Promise<Setting<CheckoutSettings>> =>
  readSetting(source, CHECKOUT_SETTING, CheckoutSettings)

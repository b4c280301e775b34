import { useRead } from '../../kit/read.ts'
import type { CheckoutSettingsReply } from '../wire.ts'
import { CHECKOUT_TOPICS, DOORS } from './doors.ts'

/** What the brand is paid in, for forms of what is not there yet. */
export const useCurrency = () => useRead<CheckoutSettingsReply>(DOORS.checkout, CHECKOUT_TOPICS)

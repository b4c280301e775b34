import { html, type Html } from '../../platform/html.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { brandOf } from '../brand-store.ts'
import { brandStyleAddress } from '../brand-style.ts'

/** Tells an open page where the brand's colours and fonts stand now; its script follows a change. */
export const brandMark = async (reading: Reading): Promise<Html> =>
  html`<brand-sheet href="${brandStyleAddress(await brandOf(reading))}" hidden></brand-sheet>`

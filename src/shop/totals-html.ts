import { html, type Html, nothing } from '../platform/html.ts'
import { type BrandMoney, sumText } from './brand-money.ts'
import type { Totals } from './wire-orders.ts'

const row = (money: BrandMoney, name: string, sum: number, isTotal = false): Html =>
  html`<div${isTotal ? html` class="is-total"` : nothing}><dt>${name}</dt><dd class="num">${sumText(money, sum)}</dd></div>`

/** A bill's last lines: its parts add up to its total. */
export const totalsHtml = (money: BrandMoney, totals: Totals, isSent: boolean): Html =>
  html`<dl class="totals">${row(money, 'Goods', totals.goods)}${isSent ? row(money, 'Shipping', totals.shipping) : nothing}${
    totals.tax > 0
      ? row(money, totals.taxIncluded ? `${totals.taxName}, in the prices` : totals.taxName, totals.tax)
      : nothing
  }${row(money, 'Total', totals.total, true)}</dl>`

import { type Fragment, html, type Html, nothing } from '../../platform/html.ts'
import type { PageContent } from '../../platform/http/page.ts'
import { type BrandMoney, sumText } from '../brand-money.ts'
import { type Field, type Problems, readWay, type Typed, wayText } from '../checkout-form.ts'
import { countryName, needsPostcode, regionsOf } from '../places.ts'
import type { CartView } from '../cart-view.ts'
import { totalsHtml } from '../totals-html.ts'
import type { WayOffered } from '../ways.ts'
import { type Notice, noticeHtml } from './cart-page.ts'

export interface CheckoutView {
  cart: CartView
  money: BrandMoney
  countries: readonly string[]
  ways: readonly WayOffered[]
  typed: Typed
  problems: Problems
  notice: Notice | null
}

export const checkoutPage = (view: CheckoutView): PageContent => ({
  title: 'Checkout',
  description: '',
  canonical: '/checkout',
  section: '/shop',
  look: 'shop',
  sheet: 'checkout',
  noindex: true,
  body: html`<div class="wrap checkout"><h1>Checkout</h1>${noticeHtml(view.notice)}${summaryHtml(view.problems)}<form class="checkout-form" method="post" action="/checkout" novalidate><input type="hidden" name="revision" value="${view.cart.revision}"><div class="checkout-fields">${whoHtml(view)}${placeHtml(view)}${waysHtml(view)}${addressHtml(view)}${noteHtml(view)}</div>${billHtml(view)}</form></div>`,
})

/** Where several things are to be put right, they are named together, each a step away. */
function summaryHtml(problems: Problems): Html {
  const all = Object.entries(problems)
  if (all.length === 0) return nothing
  return html`<div class="notice is-problem" role="alert"><p><b>${all.length === 1 ? 'One thing is' : `${all.length} things are`} still to be put right.</b></p><ul>${all.map(([field, words]) => html`<li><a href="#f-${field}">${words}</a></li>`)}</ul></div>`
}

interface FieldLook {
  label: string
  autocomplete?: string
  type?: string
  inputmode?: string
  required?: boolean
  help?: string
}

function fieldHtml({ typed, problems }: CheckoutView, field: Field, look: FieldLook): Html {
  const { label, type = 'text', autocomplete, inputmode, required = false, help } = look
  return wrapped(
    problems,
    field,
    label,
    required,
    html`<input class="field" id="f-${field}" name="${field}" type="${type}" value="${typed[field]}"${autocomplete ? html` autocomplete="${autocomplete}"` : nothing}${inputmode ? html` inputmode="${inputmode}"` : nothing}${required ? html` required` : nothing}${stateOf(problems, field)}>`,
    help,
  )
}

const stateOf = (problems: Problems, field: Field): Fragment =>
  problems[field] ? html` aria-invalid="true" aria-describedby="p-${field}"` : nothing

const wrapped = (
  problems: Problems,
  field: Field,
  label: string,
  required: boolean,
  input: Html,
  help?: string,
): Html =>
  html`<p class="row row-${field}"><label for="f-${field}">${label}${required ? nothing : html` <small>optional</small>`}</label>${input}${help ? html`<small>${help}</small>` : nothing}${problems[field] ? html`<span class="problem" id="p-${field}">${problems[field]}</span>` : nothing}</p>`

const whoHtml = (view: CheckoutView): Html =>
  html`<fieldset><legend>Who are you?</legend>${fieldHtml(view, 'email', { label: 'E-mail', type: 'email', autocomplete: 'email', inputmode: 'email', required: true, help: 'Your order and its link go there. You need no account.' })}${fieldHtml(view, 'name', { label: 'Name', autocomplete: 'name', required: true })}${fieldHtml(view, 'phone', { label: 'Phone', type: 'tel', autocomplete: 'tel', inputmode: 'tel' })}</fieldset>`

/** Country and region come first: what else is asked, and what it costs, follows from them. */
function placeHtml(view: CheckoutView): Html {
  const { countries, typed, problems, money } = view
  if (countries.length === 0) return nothing
  const regions = regionsOf(typed.country)
  return html`<fieldset class="where"><legend>Where does it go?</legend>${wrapped(problems, 'country', 'Country', true, html`<select class="field" id="f-country" name="country" autocomplete="country"${stateOf(problems, 'country')}>${countries.map((code) => option(code, countryName(money.locale, code), typed.country))}</select>`)}${
    regions
      ? wrapped(
          problems,
          'region',
          'State or province',
          true,
          html`<select class="field" id="f-region" name="region" autocomplete="address-level1"${stateOf(problems, 'region')}>${option('', 'Choose', typed.region)}${regions.map(({ code, name }) => option(code, name, typed.region))}</select>`,
        )
      : fieldHtml(view, 'region', { label: 'Region', autocomplete: 'address-level1' })
  }<p class="row"><button class="plain" name="do" value="look" formnovalidate>Show what it costs there</button></p></fieldset>`
}

const option = (value: string, name: string, chosen: string): Html =>
  html`<option value="${value}"${value === chosen ? html` selected` : nothing}>${name}</option>`

/** Each way says its own total, and its value carries it: what was seen is what is ordered. */
function waysHtml({ ways, typed, problems, money }: CheckoutView): Html {
  if (ways.length === 0)
    return html`<fieldset><legend>How do you want it?</legend><p class="problem" id="f-way">We cannot send it there, and nothing is picked up at the moment. Choose another country.</p></fieldset>`
  const chosen = chosenOf(ways, typed)
  return html`<fieldset class="ways" id="f-way"${problems.way ? html` aria-describedby="p-way"` : nothing}><legend>How do you want it?</legend>${ways.map(
    (way, i) =>
      html`<label class="way"><input type="radio" class="way-${i}${way.delivery === 'pickup' ? ' is-pickup' : ''}" name="way" value="${wayText(way)}"${way === chosen ? html` checked` : nothing}><span><b>${way.name}</b> <small>${way.says}</small></span><span class="num">${sumText(money, way.total)}</span></label>`,
  )}${problems.way ? html`<span class="problem" id="p-way">${problems.way}</span>` : nothing}</fieldset>`
}

/** The same way as before where it is still there, whatever it costs now. */
function chosenOf(ways: readonly WayOffered[], typed: Typed): WayOffered | undefined {
  const before = readWay(typed.way)
  return (
    ways.find(
      (way) => way.delivery === before?.delivery && way.rate === before.rate && way.payBy === before.payBy,
    ) ?? ways[0]
  )
}

const addressHtml = (view: CheckoutView): Html =>
  html`<fieldset class="address"><legend>Address</legend>${fieldHtml(view, 'line1', { label: 'Street and number', autocomplete: 'address-line1', required: true })}${fieldHtml(view, 'line2', { label: 'Flat, floor, company', autocomplete: 'address-line2' })}${fieldHtml(view, 'postcode', { label: 'Postcode', autocomplete: 'postal-code', required: needsPostcode(view.typed.country) })}${fieldHtml(view, 'city', { label: 'Town', autocomplete: 'address-level2', required: true })}</fieldset>`

const noteHtml = (view: CheckoutView): Html =>
  html`<fieldset><legend>Anything else?</legend>${fieldHtml(view, 'note', { label: 'A word to us' })}</fieldset>`

function billHtml({ cart, money, ways }: CheckoutView): Html {
  return html`<aside class="bill" aria-label="What you order"><h2>What you order</h2><ul class="order-lines">${cart.lines.map(
    ({ quantity, title, variant, price }) =>
      html`<li><span><b>${quantity} × ${title}</b>${variant ? html` <small>${variant}</small>` : nothing}</span><span class="num">${sumText(money, quantity * price)}</span></li>`,
  )}</ul>${ways.map((way, i) => html`<div class="bill-of bill-${i}">${totalsHtml(money, way.totals, way.delivery === 'ship')}</div>`)}<p><button class="button" name="do" value="order">Place the order</button></p><p class="small">By card you pay on the next page. <a href="/cart">Change the cart</a></p></aside>`
}

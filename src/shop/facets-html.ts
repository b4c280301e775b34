import { html, type Html, nothing } from '../platform/html.ts'
import { type Facet, type Faceted, facetQuery, type FacetValue, sizeFacet, typeFacet } from './facets.ts'

/** Links that narrow the list, with how many each leaves. One value alone is no choice. */
export function facetsHtml(path: string, products: readonly Faceted[], facet: Facet): Html {
  const types = row(
    'Type',
    typeFacet(products, facet),
    facet.type,
    (type) => path + facetQuery({ ...facet, type }),
  )
  const sizes = row(
    'Size',
    sizeFacet(products, facet),
    facet.size,
    (size) => path + facetQuery({ ...facet, size }),
  )
  return html`<nav class="facets" aria-label="Narrow down">${types}${sizes}</nav>`
}

function row(
  name: string,
  values: FacetValue[],
  chosen: string | null,
  href: (slug: string | null) => string,
): Html {
  if (values.length < 2) return nothing
  return html`<ul aria-label="${name}"><li>${link('All', chosen === null, href(null))}</li>${values.map(
    ({ slug, label, count }) =>
      html`<li>${link(html`${label} <small>${count}</small>`, chosen === slug, href(chosen === slug ? null : slug))}</li>`,
  )}</ul>`
}

const link = (words: Html | string, isChosen: boolean, href: string): Html =>
  html`<a href="${href}"${isChosen ? html` aria-current="true"` : nothing}>${words}</a>`

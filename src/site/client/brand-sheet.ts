/** Follows a change of the brand's colours and fonts on an open page. */
class BrandSheet extends HTMLElement {
  static observedAttributes = ['href']

  attributeChangedCallback(_name: string, before: string | null, href: string | null): void {
    if (!before || !href || before === href) return
    const old = document.querySelectorAll('link[data-brand]')
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
    link.dataset['brand'] = ''
    link.addEventListener('load', () => old.forEach((each) => each.remove()))
    document.head.append(link)
  }
}

customElements.define('brand-sheet', BrandSheet)

const ALLOWED = /^(https?:\/\/[^\s\\]+|mailto:[^@\s\\]+@[^@\s\\]+|\/(?![/\\])[^\s\\]*)$/i

/** The newsroom's door decides; this refuses the same at once. A test keeps the two alike. */
export const isLinkable = (href: string): boolean =>
  href.length <= 2000 && ALLOWED.test(href) && (!/^https?:/i.test(href) || URL.canParse(href))

/** What somebody typed as an address: `example.com` is meant as `https://example.com`. */
export function toHref(typed: string): string {
  const words = typed.trim()
  if (words === '' || isLinkable(words)) return words
  if (/^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(words)) return `mailto:${words}`
  return /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(words) ? `https://${words}` : words
}

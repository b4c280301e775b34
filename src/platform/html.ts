import { html as escapeTemplate, raw as unescaped } from 'hono/html'

/** Markup that is safe to send: made by `html`, which escapes every value put into it, or by `raw`. */
export type Html = { toString(): string; isEscaped: true }
export type Fragment = Html | string | number | boolean | null | undefined | readonly Fragment[]

/** Escapes every value but `Html`; lists are joined, `null`, `undefined` and booleans vanish. */
export const html = escapeTemplate as unknown as (
  strings: TemplateStringsArray,
  ...values: Fragment[]
) => Html

export const raw = unescaped as unknown as (markup: string) => Html

export const nothing = raw('')

/** JSON for a `<script type="application/ld+json">` or a data attribute's script: `<` cannot close the element. */
export const jsonScript = (value: unknown): Html => raw(JSON.stringify(value).replaceAll('<', '\\u003c'))

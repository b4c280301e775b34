import { Refusal } from '../platform/http/problem.ts'
import { readBytes } from '../platform/http/read-body.ts'

const MAX_BYTES = 20_000
const MAX_FIELDS = 60

/** The fields of a plain form; a field that comes twice is nobody's form. */
export async function readForm(request: Request): Promise<Map<string, string>> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded'))
    throw new Refusal('unsupported-type', 'Send the form as application/x-www-form-urlencoded.')
  const text = new TextDecoder().decode(await readBytes(request, MAX_BYTES))
  const fields = [...new URLSearchParams(text)]
  const form = new Map(fields.map(([name, value]) => [name, clean(value)]))
  if (fields.length > MAX_FIELDS || form.size < fields.length)
    throw new Refusal('invalid', 'This form has fields that it should not have. Load the page again.')
  return form
}

/** No control characters: PostgreSQL's text cannot hold NUL, and a line break belongs into no name. */
const clean = (text: string): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .trim()

/** A number of pieces as people write it; `1e3`, `0.5`, `NaN` and the like are none. */
export function readQuantity(text: string | undefined, most: number): number {
  const quantity = /^[0-9]{1,4}$/.test(text ?? '') ? Number(text) : 0
  if (quantity < 1 || quantity > most)
    throw new Refusal('unprocessable', `How many? It must be a whole number from 1 to ${most}.`)
  return quantity
}

import { type Person, requireRight } from '../people/public.ts'
import type { OutboundFetcher } from '../platform/fetch/outbound-fetcher.ts'
import type { Platform } from '../platform/platform.ts'
import { type AddedPicture, addPicture } from './add-picture.ts'
import { PICTURE_LIMITS } from './picture.ts'

/** Fetches a picture from a public address and takes it in like an upload; where it came from is noted with its rights. */
export async function addPictureByAddress(
  p: Platform,
  person: Person,
  input: { url: string; alt?: string | undefined; credit?: string | undefined },
  outbound: OutboundFetcher = p.outbound,
): Promise<AddedPicture> {
  requireRight(person, 'picture.add')
  const { bytes, url } = await outbound.get(input.url, {
    // Some hosts send every file under this type; what it is, is read from its bytes in any case.
    accept: ['image/*', 'application/octet-stream'],
    maxBytes: PICTURE_LIMITS.bytes,
    timeoutMs: 30_000,
  })
  return addPicture(p, person, {
    bytes,
    alt: input.alt,
    credit: input.credit,
    rightsNote: `Fetched from ${url}`,
  })
}

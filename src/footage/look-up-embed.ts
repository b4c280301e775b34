import { z } from 'zod'
import { type Person, requireRight } from '../people/public.ts'
import type { OutboundFetcher } from '../platform/fetch/outbound-fetcher.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { parseEmbedAddress } from './embed-address.ts'
import type { EmbedDto } from './wire.ts'

type Provider = EmbedDto['provider']

/** Where each provider tells the title of a video; its HTML is never asked for nor taken. */
export const TITLE_ADDRESSES: Record<Provider, (id: string) => string> = {
  youtube: (id) =>
    `https://www.youtube.com/oembed?format=json&url=${encodeURIComponent(`https://www.youtube.com/watch?v=${id}`)}`,
  vimeo: (id) => `https://vimeo.com/api/oembed.json?url=${encodeURIComponent(`https://vimeo.com/${id}`)}`,
}

const answerSchema = z.object({ title: z.string() })
const MAX_TITLE = 300

export interface EmbedSources {
  outbound: OutboundFetcher
  titleAddresses: Record<Provider, (id: string) => string>
}

/** Which video an address names, and its title, if its provider tells. */
export async function lookUpEmbed(
  p: Platform,
  person: Person,
  address: string,
  sources: EmbedSources = { outbound: p.outbound, titleAddresses: TITLE_ADDRESSES },
): Promise<EmbedDto> {
  requireRight(person, 'story.write')
  const embed = parseEmbedAddress(address)
  if (!embed)
    throw new Refusal(
      'unprocessable',
      'Only videos of YouTube and Vimeo can be embedded. Paste the address of one.',
    )
  const title = await readTitle(sources, embed).catch((error: unknown) => {
    p.log.info({ error, provider: embed.provider }, 'no title of an embed')
    return null
  })
  return { ...embed, title }
}

async function readTitle(
  { outbound, titleAddresses }: EmbedSources,
  embed: Pick<EmbedDto, 'provider' | 'id'>,
) {
  const address = titleAddresses[embed.provider](embed.id)
  const { bytes } = await outbound.get(address, {
    accept: ['application/json'],
    maxBytes: 100_000,
    timeoutMs: 4000,
    hosts: [new URL(address).host],
  })
  const { title } = answerSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  // Control characters, NUL among them, have no place in a title.
  const plain = title
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_TITLE)
  return plain === '' ? null : plain
}

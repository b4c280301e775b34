import type { Clip, SeekToAction, VideoObject } from 'schema-dts'
import { type ClipRef, isoDuration, playUrl, shareImageUrl } from '../footage/public.ts'
import { type Block, type BlockOf, clipsOf, type Document, plainTextOf } from './document.ts'
import type { StorySummary } from './summary.ts'

/** What a machine reads of the clips of a story; what is quoted of one are its parts. */
export function videosOf(
  base: string,
  story: StorySummary,
  document: Document,
  clips: ReadonlyMap<string, ClipRef>,
): Exclude<VideoObject, string>[] {
  const shown = [...new Set(clipsOf(document))].flatMap((id) => clips.get(id) ?? [])
  return shown
    .filter(({ sizes }) => sizes.length > 0)
    .map((clip) => videoOf(base, story, clip, document.blocks.filter(quoteOf(clip))))
}

type Quote = BlockOf<'quote'> & { moment: NonNullable<BlockOf<'quote'>['moment']> }

const quoteOf =
  ({ id }: ClipRef) =>
  (block: Block): block is Quote =>
    block.type === 'quote' && block.moment?.clip === id

function videoOf(
  base: string,
  story: StorySummary,
  clip: ClipRef,
  quotes: readonly Quote[],
): Exclude<VideoObject, string> {
  const url = `${base}${story.path}`
  const file = new URL(playUrl(clip), base).href
  const picture = clip.warning ? story.cover : (clip.poster ?? story.cover)
  return {
    '@type': 'VideoObject',
    '@id': `${url}#clip-${clip.id}`,
    url: `${url}#clip-${clip.id}`,
    name: clip.title,
    description:
      [clip.before, clip.warning && `Warning: ${clip.warning.says}`].filter(Boolean).join(' ') || clip.title,
    uploadDate: story.publishedAt.toISOString(),
    duration: isoDuration(clip.durationMs),
    contentUrl: file,
    ...(picture && { thumbnailUrl: new URL(shareImageUrl(picture), base).href }),
    ...(quotes.length > 0 && { hasPart: quotes.map((quote) => partOf(url, quote)) }),
    ...(quotes.length === 0 && { potentialAction: seekTo(file) }),
  }
}

const partOf = (url: string, quote: Quote): Exclude<Clip, string> => ({
  '@type': 'Clip',
  name: plainTextOf(quote).trim(),
  startOffset: quote.moment.from / 1000,
  endOffset: quote.moment.to / 1000,
  url: `${url}#quote-${quote.id}`,
})

/** Google's form of it: any second of the clip has an address. */
const seekTo = (file: string): SeekToAction => {
  const action = { '@type': 'SeekToAction' as const, target: `${file}#t={seek_to_second_number}` }
  return Object.assign(action, { 'startOffset-input': 'required name=seek_to_second_number' })
}

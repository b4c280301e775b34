import { brokenMoments, type ClipRef, clockOf, findClips } from '../footage/public.ts'
import type { Source } from '../platform/db/database.ts'
import { type Document, type Moment, momentsOf } from './document.ts'
import type { PublishProblem } from './wire.ts'

/** What of the footage is not there for readers: a story is not published with it. */
export async function clipProblems(source: Source, document: Document): Promise<PublishProblem[]> {
  const shown = document.blocks.flatMap((block) =>
    block.type === 'clip' ? [{ at: block.id, clip: block.clip }] : [],
  )
  const tied = momentsOf(document).map(({ at, moment }) => ({ at, clip: moment.clip }))
  const clips = await findClips(
    source,
    [...shown, ...tied].map(({ clip }) => clip),
  )
  const outside = (await brokenMoments(source, spansOf(document))).filter(({ why }) => why === 'outside')
  return [
    ...shown.flatMap(({ at, clip }) => absent(at, clips.get(clip), 'A clip')),
    ...tied.flatMap(({ at, clip }) => absent(at, clips.get(clip), 'A clip that words are tied to')),
    ...outside.map((span) => ({
      at: span.at,
      problem: `${spanText(span)} is not within its clip (any more). Choose the moment again.`,
    })),
  ]
}

function absent(at: string, clip: ClipRef | undefined, what: string): PublishProblem[] {
  if (!clip) return [{ at, problem: `${what} is not there any more. Remove it, or choose another one.` }]
  if (clip.sizes.length > 0) return []
  return [{ at, problem: `${what}, “${clip.title}”, is not ready. Wait until it is, or remove it.` }]
}

/** Quotes whose words the transcript no longer has at their moment: a story may be published with them, knowingly. */
export async function brokenQuotes(source: Source, document: Document): Promise<PublishProblem[]> {
  const broken = await brokenMoments(source, spansOf(document))
  return broken
    .filter(({ why }) => why === 'words-gone')
    .map((span) => ({
      at: span.at,
      problem: `“${shortened(span.words)}” is not in the transcript at ${spanText(span)}. Choose the words again, mark with … what is left out, or untie the quote.`,
    }))
}

const spansOf = (document: Document): (Moment & { at: string; words: string })[] =>
  momentsOf(document).map(({ at, moment, words }) => ({ ...moment, at, words }))

const spanText = ({ from, to }: Moment): string => `${clockOf(from)}–${clockOf(to)}`

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words)

import type { Source } from '../platform/db/database.ts'
import type { Reading } from '../platform/live/reading.ts'
import { clipTopic } from './clip.ts'
import { captionsUrl, clipUrl } from './clip-address.ts'
import { type ClipOrigin, readClip, readClips, readOrigins, type StoredClip } from './clip-store.ts'
import { findPictures } from './find-pictures.ts'
import { publicProvenance } from './master.ts'
import { cuesOfSpan, isSaid, wordsOf } from './transcript.ts'
import { readTranscripts } from './transcript-store.ts'
import type { ClipRef, Cue, PictureRef, Transcript } from './wire.ts'
import { shownSpan } from './write-captions.ts'

const isReading = (source: Source): source is Reading => 'topic' in source
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The clips of these ids, by id; absent ones are left out. A reading records each, and tells where files are served. */
export async function findClips(
  source: Source,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, ClipRef>> {
  const wanted = [...new Set(ids.filter((id) => id != null))].filter((id) => UUID.test(id))
  if (isReading(source)) source.topic(...wanted.map(clipTopic))
  const clips = await readClips(source, wanted)
  const posters = await findPictures(
    source,
    clips.map(({ poster }) => poster),
  )
  const origins = new Map((await readOrigins(source, wanted)).map((origin) => [origin.clipId, origin]))
  const transcripts = await transcriptsOf(source, clips)
  const filesUrl = isReading(source) ? source.filesUrl : undefined
  return new Map(
    clips.map((clip) => [
      clip.id,
      toRef(clip, {
        poster: (clip.poster && posters.get(clip.poster)) || null,
        origin: origins.get(clip.id),
        transcript: transcripts.get(clip.masterId),
        filesUrl,
      }),
    ]),
  )
}

const transcriptsOf = (source: Source, clips: readonly StoredClip[]): Promise<Map<string, Transcript>> =>
  readTranscripts(source, [...new Set(clips.map(({ masterId }) => masterId))])

interface Surroundings {
  poster: PictureRef | null
  origin: ClipOrigin | undefined
  transcript: Transcript | undefined
  filesUrl: string | undefined
}

function toRef(clip: StoredClip, { poster, origin, transcript, filesUrl }: Surroundings): ClipRef {
  const isPlayable = clip.sizes.length > 0
  return {
    id: clip.id,
    title: clip.title,
    before: clip.before,
    warning: clip.warning,
    poster,
    sizes: clip.sizes.map((size) => ({ ...size, url: clipUrl(size, filesUrl) })),
    durationMs: clip.durationMs,
    captionsUrl: isPlayable && clip.captionsSha256 ? captionsUrl(clip.captionsSha256, filesUrl) : null,
    language: transcript?.language ?? 'en',
    provenance: origin ? publicProvenance(origin.provenance, origin.sha256) : NOTHING_KNOWN,
    words: transcript ? wordsOf(cuesOfSpan(transcript.cues, shownSpan(clip))) : '',
    createdAt: clip.createdAt,
  }
}

const NOTHING_KNOWN: ClipRef['provenance'] = {
  releasedBy: null,
  releasedOn: null,
  sourceUrl: null,
  receivedOn: null,
  checksum: null,
  notes: null,
}

/** What can be heard in the clip that readers see, in its own time; empty where there is no transcript. */
export async function transcriptOfClip(source: Source, id: string): Promise<Cue[]> {
  if (isReading(source)) source.topic(clipTopic(id))
  const clip = UUID.test(id) ? await readClip(source, id) : null
  const transcript = clip && (await transcriptsOf(source, [clip])).get(clip.masterId)
  return clip && transcript ? cuesOfSpan(transcript.cues, shownSpan(clip)) : []
}

/** A span of a clip, in its own time, with the words that a story has from it; none for a passage that only paraphrases. */
export interface Moment {
  clip: string
  from: number
  to: number
  words?: string | undefined
}

/** `no-clip`: it was deleted. `outside`: the clip does not reach so far. `words-gone`: they are not said there (any more). */
export type BrokenMoment<M extends Moment> = M & { why: 'no-clip' | 'outside' | 'words-gone' }

/** Those of these moments that no longer hold, as the clips and their transcripts are now. */
export async function brokenMoments<M extends Moment>(
  source: Source,
  moments: readonly M[],
): Promise<BrokenMoment<M>[]> {
  const ids = [...new Set(moments.map(({ clip }) => clip))].filter((id) => UUID.test(id))
  if (isReading(source)) source.topic(...ids.map(clipTopic))
  const clips = new Map((await readClips(source, ids)).map((clip) => [clip.id, clip]))
  const transcripts = await transcriptsOf(source, [...clips.values()])
  return moments.flatMap((moment) => {
    const clip = clips.get(moment.clip)
    const why = clip ? whyBroken(moment, clip, transcripts.get(clip.masterId)) : 'no-clip'
    return why === null ? [] : [{ ...moment, why }]
  })
}

function whyBroken(
  { from, to, words = '' }: Moment,
  clip: StoredClip,
  transcript: Transcript | undefined,
): 'outside' | 'words-gone' | null {
  if (from >= to || from >= clip.outMs - clip.inMs) return 'outside'
  // Without a transcript nobody has said that the words are not there.
  if (words === '' || !transcript) return null
  return isSaid(cuesOfSpan(transcript.cues, clip), from, to, words) ? null : 'words-gone'
}

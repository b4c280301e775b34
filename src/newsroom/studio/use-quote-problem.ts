import { type ClipTranscript, isSaid } from '../../footage/studio/public.ts'
import { useRead } from '../../kit/read.ts'
import type { Moment } from './document-types.ts'

/** Why a quote is none any more, while it is written and while the transcript is; `null`: it is one, or nobody knows yet. */
export function useQuoteProblem(moment: Moment, words: string): string | null {
  const { data } = useRead<ClipTranscript>(`/api/v1/clips/${moment.clip}/transcript`, ['desk:footage'])
  // Without a transcript nobody has said that the words are not there.
  if (!data || data.cues.length === 0 || isSaid(data.cues, moment.from, moment.to, words)) return null
  return 'The transcript does not have these words at that moment. Choose them again, mark with … what is left out, or untie the quote.'
}

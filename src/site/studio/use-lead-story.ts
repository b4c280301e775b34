import { useRead, type Listed } from '../../kit/read.ts'
import type { FrontReply } from './wire-types.ts'

interface PublicStory {
  id: string
  shortTake: boolean
  kind: string
}

/** The story that leads the front page: the one that was chosen, else the newest that may lead. */
export function useLeadStory(): string | null {
  const front = useRead<FrontReply>('/api/v1/front', ['front'])
  const newest = useRead<Listed<PublicStory>>('/api/v1/stories?limit=20', ['stories', 'desk:stories'])
  if (!front.data || !newest.data) return null
  const { items } = newest.data
  const mayLead = items.find(({ shortTake, kind }) => !shortTake && kind !== 'sponsored')
  return front.data.value.lead ?? mayLead?.id ?? items[0]?.id ?? null
}

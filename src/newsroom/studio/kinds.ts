import type { Kind } from '../wire.ts'

export const KIND_CHOICES: readonly (readonly [Kind, string])[] = [
  ['news', 'News'],
  ['opinion', 'Opinion'],
  ['satire', 'Satire'],
  ['sponsored', 'Sponsored'],
]

export const motifs = [
  'puck',
  'net',
  'rink',
  'microphone',
  'scoreboard',
  'foam-finger',
  'mask',
  'bus',
  'hot-dog',
  'crowd',
  'horn',
  'ice-machine',
  'trophy',
  'owl',
  'anchor',
  'lighthouse',
  'boards',
  'stick',
  'skate',
  'camera',
  'bell',
  'envelope',
  'mug',
  'whistle',
  't-shirt',
  'hoodie',
  'crewneck',
  'cap',
  'flag',
] as const

export type Motif = (typeof motifs)[number]

export const grounds = ['hot', 'yellow', 'ice', 'paper', 'ink'] as const

export type Ground = (typeof grounds)[number]

export type ArtSpec = {
  motif: Motif
  ground: Ground
  seed: number
  /** Digits and colons for the motifs that show figures, such as the scoreboard. */
  label?: string
}

import type { DemoStory } from './demo-types.ts'
import { longCount } from './stories/long-count.ts'
import { oddShelf } from './stories/odd-shelf.ts'
import { palace } from './stories/palace.ts'
import { sectionNine } from './stories/section-nine.ts'
import { shortTakes } from './stories/short-takes.ts'
import { tugs } from './stories/tugs.ts'

export const stories: DemoStory[] = [
  ...sectionNine,
  ...shortTakes,
  ...longCount,
  ...tugs,
  ...palace,
  ...oddShelf,
]

/** Made by the demo itself, so that a visitor of the first two minutes sees a headline change in place. */
export const demoCorrection = {
  slug: 'bus-19-late',
  afterSeconds: 75,
  headline: 'Bus 19 arrives 47 minutes late and wins anyway',
  note: 'An earlier headline said that Bus 19 was 41 minutes late. The driver kept a log. It was 47.',
}

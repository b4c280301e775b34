import { findPictures, findShownPictures } from '../footage/public.ts'
import type { Source } from '../platform/db/database.ts'
import type { CardRegistry } from '../platform/live/cards.ts'
import { clipProblems } from './clip-problems.ts'
import type { Block } from './document.ts'
import type { PublishProblem, StoryInput } from './wire.ts'

/** Asked of the story alone. */
export function missingIn(story: StoryInput): PublishProblem[] {
  const problems: PublishProblem[] = []
  if (story.headline === '') problems.push({ at: 'headline', problem: 'Write a headline.' })
  if (story.authors.length === 0) problems.push({ at: 'authors', problem: 'Choose at least one author.' })
  if (story.kind === 'sponsored' && story.sponsor === '')
    problems.push({ at: 'sponsor', problem: 'Name the sponsor: readers are told who paid.' })
  for (const block of story.document.blocks)
    if (block.type === 'image' && block.alt.trim() === '')
      problems.push({
        at: block.id,
        problem: `Describe the picture${block.caption ? ` "${block.caption}"` : ''} for those who cannot see it (alternative text).`,
      })
  return problems
}

/** The same, and whether everything that it shows is there. */
export async function publishProblems(
  source: Source,
  cards: CardRegistry,
  story: StoryInput,
): Promise<PublishProblem[]> {
  const missing = missingIn(story)
  return [
    ...missing,
    ...(await pictureProblems(source, story)),
    ...(await clipProblems(source, story.document)),
    ...(await cardProblems(source, cards, story)),
  ]
}

const COVERED =
  'The poster of a clip with a warning is shown to nobody unasked. Choose another picture, or put in the clip.'

async function pictureProblems(source: Source, story: StoryInput): Promise<PublishProblem[]> {
  const images = story.document.blocks.flatMap((block) =>
    block.type === 'image' ? [{ at: block.id, id: block.picture }] : [],
  )
  const asked = [...(story.cover ? [{ at: 'cover', id: story.cover }] : []), ...images]
  const found = await findPictures(
    source,
    asked.map(({ id }) => id),
  )
  const unknown = asked.filter(({ id }) => !found.has(id))
  const problems = unknown.map(({ at, id }) => ({
    at,
    problem: `The picture ${id} is not there any more. Choose another one.`,
  }))
  const cover = story.cover ? found.get(story.cover) : undefined
  if (cover && cover.alt.trim() === '')
    problems.push({ at: 'cover', problem: 'Describe the cover picture (alternative text).' })
  const shown = await findShownPictures(source, [...found.keys()])
  const covered = asked.filter(({ id }) => found.has(id) && !shown.has(id))
  return [...problems, ...covered.map(({ at }) => ({ at, problem: COVERED }))]
}

async function cardProblems(
  source: Source,
  cards: CardRegistry,
  story: StoryInput,
): Promise<PublishProblem[]> {
  const shown = story.document.blocks.filter(
    (block): block is Extract<Block, { type: 'card' }> => block.type === 'card',
  )
  const known = await Promise.all(shown.map(({ module, ref }) => cards.knows(source, { module, id: ref })))
  return shown
    .filter((_, i) => !known[i])
    .map(({ id, module, ref }) => ({
      at: id,
      problem: `The card ${module} ${ref} is not there any more. Remove it or choose another one.`,
    }))
}

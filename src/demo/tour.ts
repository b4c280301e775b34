import {
  createEvent,
  endEvent,
  type EventRecord,
  listDeskEvents,
  NewEvent,
  toDeskJson,
  updateEvent,
} from '../live/public.ts'
import { getStory, publishStory, saveStory } from '../newsroom/public.ts'
import { SYSTEM } from '../people/public.ts'
import { brand } from './content/brand.ts'
import { flippingEvent } from './content/events.ts'
import { demoCorrection } from './content/stories.ts'
import type { Sower } from './sower.ts'

const MANY = 100

/** What a visitor of the first two minutes sees without touching anything: the strip flips, a headline is corrected. */
export async function startTour(sower: Sower, isFirst: boolean): Promise<void> {
  if (!isFirst) await stageNextMatch(sower)
  setTimeout(() => {
    correctHeadline(sower).catch((error: unknown) => sower.p.log.warn({ error }, 'demo'))
  }, demoCorrection.afterSeconds * 1000).unref()
}

/** At every later start the next match of the league is tonight: what is still on the air of last time ends. */
async function stageNextMatch(sower: Sower): Promise<void> {
  const { p } = sower
  const now = p.clock.now()
  const list = async (state: 'now' | 'coming'): Promise<EventRecord[]> => {
    const { items } = await listDeskEvents(p, now, state, MANY, null)
    return items.filter(({ showId }) => showId === sower.idOf(`show:${flippingEvent.show}`))
  }
  const current = await list('now')
  const isWaiting = (event: EventRecord): boolean =>
    toDeskJson(event, now, null).phase.phase === 'starting-soon'
  for (const event of current) if (!isWaiting(event)) await endEvent(p, SYSTEM, event.id)
  const next = current.find(isWaiting) ?? (await list('coming'))[0]
  const start = {
    at: new Date(now.getTime() + flippingEvent.startsInSeconds * 1000).toISOString(),
    zone: brand.timeZone,
  }
  const schedule = {
    start,
    soonSeconds: flippingEvent.soonBeforeSeconds,
    announceSeconds: flippingEvent.announceBeforeSeconds,
  }
  if (next) await updateEvent(p, SYSTEM, next.id, next.revision, schedule)
  else await createEvent(p, SYSTEM, rematch(sower, schedule))
}

function rematch(sower: Sower, schedule: object): ReturnType<typeof NewEvent.parse> {
  const { title, subtitle, plannedMinutes, callToAction, show } = flippingEvent
  const action = { label: callToAction.label, href: callToAction.url }
  return NewEvent.parse({
    ...schedule,
    title,
    subtitle,
    plannedMinutes,
    action,
    showId: sower.idOf(`show:${show}`),
  })
}

/** To what the content says; at later starts the bus was later still. */
async function correctHeadline(sower: Sower): Promise<void> {
  const { p } = sower
  const id = sower.idOf(`story:${demoCorrection.slug}`)
  const { revision, headline: before, ...content } = await getStory(p, SYSTEM, id)
  const headline = isEarlier(before, demoCorrection.headline) ? demoCorrection.headline : laterStill(before)
  const saved = await saveStory(p, SYSTEM, id, revision, { ...content, headline })
  await publishStory(p, SYSTEM, id, { revision: saved.revision, correction: demoCorrection.note })
}

const minutesIn = (headline: string): number => Number(/(\d+) minutes/.exec(headline)?.[1] ?? 0)
const isEarlier = (headline: string, than: string): boolean => minutesIn(headline) < minutesIn(than)
const laterStill = (headline: string): string =>
  headline.replace(/(\d+) minutes/, (_, minutes: string) => `${Number(minutes) + 6} minutes`)

import {
  createEvent,
  endEvent,
  findEventBySlug,
  type EventRecord,
  listDeskEvents,
  NewEvent,
  toDeskJson,
  updateEvent,
} from '../live/public.ts'
import { getStory, publishStory, saveStory } from '../newsroom/public.ts'
import { SYSTEM } from '../people/public.ts'
import { buyDrop } from './buy-drop.ts'
import { brand } from './content/brand.ts'
import { flippingEvent } from './content/events.ts'
import { runningFromSeconds } from './content/league.ts'
import { drop } from './content/shop.ts'
import { demoCorrection } from './content/stories.ts'
import { playOn } from './play-on.ts'
import type { Sower } from './sower.ts'
import { stageDrop } from './stage-drop.ts'
import { stageMatches } from './stage-matches.ts'

const MANY = 100
/** The first reader has seen the door open. */
const FIRST_BUYER_SECONDS = 1

/** What a visitor of the first two minutes sees without touching anything: a score ticks, the strip flips, a drop opens and sells, a headline is corrected. */
export async function startTour(sower: Sower, isFirst: boolean): Promise<void> {
  const { p } = sower
  const start = p.clock.now()
  // What a visitor has made of the demo meanwhile may stand in the way of a part of it, and never of the site.
  const tryTo = (act: () => Promise<unknown>): Promise<unknown> =>
    act().catch((error: unknown) => p.log.warn({ error }, 'demo'))
  await tryTo(async () => {
    if (isFirst) return retime(sower, start)
    return stageMatches(sower, await stageNextEvent(sower, start), start)
  })
  await tryTo(() => stageDrop(sower, start, !isFirst))
  const at = (seconds: number, act: () => Promise<unknown>): void =>
    void setTimeout(() => void tryTo(act), seconds * 1000).unref()
  at(runningFromSeconds, () => playOn(p, sower.idOf('running-match')))
  at(drop.opensInSeconds + FIRST_BUYER_SECONDS, () => buyDrop(sower))
  at(demoCorrection.afterSeconds, () => correctHeadline(sower))
}

/** Sowing takes its time: what a visitor is to see counts from its end. */
async function retime(sower: Sower, start: Date): Promise<EventRecord> {
  const event = await findEventBySlug(sower.p, flippingEvent.slug)
  if (!event) throw new Error('The demo has lost the event that flips.')
  return updateEvent(sower.p, SYSTEM, event.id, event.revision, { start: flipsAfter(start) })
}

const flipsAfter = (start: Date): { at: string; zone: string } => ({
  at: new Date(start.getTime() + flippingEvent.startsInSeconds * 1000).toISOString(),
  zone: brand.timeZone,
})

/** At every later start the next match of the league is tonight: what is still on the air of last time ends. */
async function stageNextEvent(sower: Sower, now: Date): Promise<EventRecord> {
  const { p } = sower
  const list = async (state: 'now' | 'coming'): Promise<EventRecord[]> => {
    const { items } = await listDeskEvents(p, now, state, MANY, null)
    return items.filter(({ showId }) => showId === sower.idOf(`show:${flippingEvent.show}`))
  }
  const current = await list('now')
  const is = (phase: 'starting-soon' | 'scheduled') => (event: EventRecord) =>
    toDeskJson(event, now, null).phase.phase === phase
  const isWaiting = is('starting-soon')
  for (const event of current) if (!isWaiting(event)) await endEvent(p, SYSTEM, event.id)
  const coming = (await list('coming')).filter(({ draft }) => !draft)
  const next = current.find(isWaiting) ?? coming.find(is('scheduled'))
  const schedule = {
    start: flipsAfter(now),
    soonSeconds: flippingEvent.soonBeforeSeconds,
    announceSeconds: flippingEvent.announceBeforeSeconds,
  }
  return next
    ? updateEvent(p, SYSTEM, next.id, next.revision, schedule)
    : createEvent(p, SYSTEM, rematch(sower, schedule))
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

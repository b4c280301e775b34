import { createEvent, createShow, endEvent, findEventBySlug, listShows, NewEvent } from '../live/public.ts'
import { SYSTEM } from '../people/public.ts'
import { brand } from './content/brand.ts'
import type { DemoEvent } from './content/demo-types.ts'
import { events, shows } from './content/events.ts'
import type { Sower } from './sower.ts'

const MINUTE_MS = 60_000

export async function sowEvents(sower: Sower, start: Date): Promise<void> {
  const { p } = sower
  for (const { slug, name, description } of shows)
    await sower.once(
      `show:${slug}`,
      async () => (await createShow(p, SYSTEM, { slug, title: name, description })).id,
      async () => (await listShows(p)).find((show) => show.slug === slug)?.id ?? null,
    )
  for (const event of events)
    await sower.once(
      `event:${event.slug}`,
      () => make(sower, event, start),
      async () => (await findEventBySlug(p, event.slug))?.id ?? null,
    )
}

async function make(sower: Sower, event: DemoEvent, start: Date): Promise<string> {
  const startsAt = new Date(start.getTime() + event.startsInSeconds * 1000)
  const input = NewEvent.parse({
    slug: event.slug,
    showId: sower.idOf(`show:${event.show}`),
    title: event.title,
    subtitle: event.subtitle,
    start: { at: startsAt.toISOString(), zone: brand.timeZone },
    announceSeconds: event.announceBeforeSeconds,
    soonSeconds: event.soonBeforeSeconds,
    plannedMinutes: event.plannedMinutes,
    action: { label: event.callToAction.label, href: event.callToAction.url },
    delaySeconds: event.delaySeconds,
    finalWords: event.finalWords ?? '',
  })
  const { id } = await createEvent(sower.p, SYSTEM, input)
  if (event.state === 'ended')
    await endEvent(sower.p, SYSTEM, id, {
      at: new Date(startsAt.getTime() + event.plannedMinutes * MINUTE_MS),
    })
  return id
}

import { identify, may } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { PresenceReporter } from './presence.ts'
import { StudioStreams } from './studio-streams.ts'

/** The open studios of a process, and its part in counting readers. */
export interface StudioDesk {
  streams: StudioStreams
  start(): void
  stop(): Promise<void>
}

const desks = new WeakMap<Platform, StudioDesk>()

/** One desk a process, whoever asks first. */
export function deskOf(p: Platform): StudioDesk {
  const existing = desks.get(p)
  if (existing) return existing
  const desk = createDesk(p)
  desks.set(p, desk)
  return desk
}

function createDesk(p: Platform): StudioDesk {
  const streams = new StudioStreams(p, async (request) => may(await identify(p, request), 'studio.open'))
  const presence = new PresenceReporter(
    p,
    () => streams.size > 0,
    (now) => streams.send('presence', now),
  )
  return {
    streams,
    start: () => {
      streams.start()
      presence.start()
    },
    stop: async () => {
      streams.stop()
      await presence.stop()
    },
  }
}

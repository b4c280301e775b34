import type { Presence } from './wire.ts'

/** Every message on the studio's stream. It names what has changed; the studio asks the doors again. */
export interface StudioEvents {
  /** First event, and again now and then: the server's clock, ms since 1970. */
  hello: { now: number }
  /** `everything`: after a restore. */
  changed: { topics: string[]; everything: boolean }
  presence: Presence
  /** The server is about to close: come back after so many milliseconds. */
  bye: { retry: number }
}
export type StudioEventName = keyof StudioEvents
export const STUDIO_EVENTS = ['hello', 'changed', 'presence', 'bye'] as const satisfies StudioEventName[]

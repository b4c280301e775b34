/** Every message on the live stream, shared by the server and the browser. `data:` of each event is one of these as JSON. */
export interface StreamEvents {
  /** First event: the server's clock (ms since 1970) and how many readers share it, for jitter. */
  hello: { now: number; position: string; crowd: number }
  /** A region's whole inner HTML as of a position. */
  region: { key: string; at: string; hash: string; html: string }
  /** The region is not there for the public any more. */
  gone: { key: string; at: string }
  /** Nothing has happened, and the line is alive. */
  beat: Record<string, never>
  /** The server is about to close: come back after so many milliseconds. */
  bye: { retry: number }
}

/** The server says at least so often that it is there. */
export const HEARTBEAT_MS = 25_000

export type StreamEventName = keyof StreamEvents

/** At most so many regions may one stream watch, and so many pages may it name. */
export const MAX_REGIONS = 120
export const MAX_PLACES = 20

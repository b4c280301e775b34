import { join } from 'node:path'
import { Desk } from '../../test/support/desk.ts'
import { fetchPage, regionsOf } from '../../test/support/following-reader.ts'
import { Child } from './child.ts'
import { SERVER_CORE } from './tools.ts'

/** The instant of a commit, on the machine's clock and on the wall's, in milliseconds. */
export interface Committed {
  monotonic: number
  wall: number
}

export interface BenchSite {
  server: Child
  url: string
  port: number
  desk: Desk
  /** The event that is on, and stands on the strip. */
  eventId: string
  /** The instant of the last commit. */
  committed(): Promise<Committed>
  /** Has the strip say something else; resolves with the instant of the commit. */
  changeStrip: (title: string) => Promise<Committed>
  /** `/live` with what an open page of that path asks for. */
  streamOf(path: string): Promise<string>
}

/** The whole site on the measured core, as it is on that database. */
export async function startSite(
  databaseUrl: string,
  dir: string,
): Promise<{ server: Child; url: string; setupPath: string }> {
  const script = join(import.meta.dirname, '../servers/site-server.ts')
  const server = await Child.start(SERVER_CORE, script, [databaseUrl, dir])
  return { server, ...(await server.ask<{ url: string; setupPath: string }>({ type: 'where' })) }
}

/** The whole site on the measured core, with an event on its strip. */
export async function benchSite(databaseUrl: string, dir: string): Promise<BenchSite> {
  const { server, url, setupPath } = await startSite(databaseUrl, dir)
  const desk = await Desk.open({ url, setupPath })
  const began = new Date(Date.now() - 60_000).toISOString()
  let event = await desk.must<{ id: string; revision: number }>('POST', '/api/v1/events', {
    body: { title: 'Harbor City vs. The Night Owls', start: { at: began, zone: 'UTC' } },
  })
  const committed = (): Promise<Committed> => server.ask({ type: 'committed' })
  return {
    server,
    url,
    port: Number(new URL(url).port),
    desk,
    eventId: event.id,
    committed,
    changeStrip: async (title) => {
      event = await desk.must('PATCH', `/api/v1/events/${event.id}`, {
        revision: event.revision,
        body: { title },
      })
      return committed()
    },
    streamOf: async (path) => {
      const { markup } = await fetchPage(url + path)
      const regions = [...regionsOf(markup)].map((pair) => pair.join('~')).join(',')
      const since = /<meta name="pressbox" content="([^"]+)"/.exec(markup)?.[1] ?? ''
      return `/live?${new URLSearchParams({ regions, since, at: path })}`
    },
  }
}

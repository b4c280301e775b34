import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigError, type Config } from './platform/config.ts'
import type { Logger } from './platform/logger.ts'
import { Platform } from './platform/platform.ts'
import { publicUrl } from './platform/public-url.ts'
import { closeStudio } from './studio/public.ts'
import { wire } from './wiring.ts'

export interface ServedSite {
  p: Platform
  /** Where it can be reached from this machine. */
  url: string
  /** Streams are told to come back, requests finished, the database let go. */
  stop(): Promise<void>
}

/** Requests that take longer than this do not hold up a stop. */
const LONGEST_GOODBYE_MS = 5000

/** Serves the site from a migrated database. */
export async function serve(config: Config, databaseUrl: string, log: Logger): Promise<ServedSite> {
  const p = new Platform(config, databaseUrl, log)
  const server = wire(p)
  await p.start()
  await listen(server, config)
  const { port } = server.address() as AddressInfo
  return { p, url: publicUrl(p, port), stop: () => stop(p, server) }
}

function listen(server: Server, { PORT, HOST }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new ConfigError(
            `Port ${PORT} is in use. Stop what uses it, or set PORT to another one: PORT=4001 npm start`,
          ),
        )
      else if (error.code === 'EACCES')
        reject(
          new ConfigError(
            `Port ${PORT} takes rights that this user does not have. Set PORT to one above 1023.`,
          ),
        )
      else reject(error)
    })
    server.listen({ port: PORT, host: HOST, backlog: 4096 }, resolve)
  })
}

async function stop(p: Platform, server: Server): Promise<void> {
  p.hub.drain()
  await closeStudio(p)
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()))
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), LONGEST_GOODBYE_MS)
  await closed
  clearTimeout(late)
  await p.stop()
}

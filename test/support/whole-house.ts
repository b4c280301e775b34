import type { AddressInfo } from 'node:net'
import { closeStudio } from '../../src/studio/public.ts'
import type { Person } from '../../src/people/public.ts'
import type { Module } from '../../src/platform/module.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { modulesOf, wire } from '../../src/wiring.ts'
import { testPlatform } from './test-platform.ts'

/** Every module behind the doors of the one web server, on a port of its own, in this process. */
export interface WholeHouse {
  p: Platform
  origin: string
  modules: Module<Person>[]
  /** Asked as a reader asks, after everything committed so far. */
  get(path: string, headers?: Record<string, string>): Promise<Heard>
  close(): Promise<void>
}

export interface Heard {
  status: number
  text: string
  headers: Record<string, string>
}

export async function wholeHouse(environment: Record<string, string> = {}): Promise<WholeHouse> {
  const platform = await testPlatform(environment)
  const { p } = platform
  const server = wire(p)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    p,
    origin,
    modules: modulesOf(p),
    get: async (path, headers = {}) => {
      await p.tail.sync()
      const response = await fetch(origin + path, { headers, redirect: 'manual' })
      return {
        status: response.status,
        text: await response.text(),
        headers: Object.fromEntries(response.headers),
      }
    },
    close: async () => {
      p.hub.drain()
      await closeStudio(p)
      server.closeAllConnections()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
      await platform.close()
    },
  }
}

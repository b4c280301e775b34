import { findMatch, foldOf, matchPath } from '../league/public.ts'
import type { Person } from '../people/public.ts'
import { endpointsOf } from '../platform/http/endpoint.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { isModuleOn } from '../site/public.ts'
import { type DemoMatchReply, demoMatchSchema } from '../studio/public.ts'
import { readDemoState } from './demo-store.ts'
import { isPlaying, playOn } from './play-on.ts'

/** One button plays the demo's next match. On a site of somebody's own there is none. */
export function demoModule(p: Platform): Module<Person> {
  const endpoint = endpointsOf<Person>('demo')
  return {
    name: 'demo',
    endpoints: [
      endpoint({
        method: 'GET',
        path: '/api/v1/demo',
        right: 'match.rule',
        summary: 'The match of the demo brand that waits to be played',
        reply: demoMatchSchema,
        handle: () => describe(p),
      }),
      endpoint({
        method: 'POST',
        path: '/api/v1/demo/match',
        right: 'match.rule',
        summary: 'Plays the demo match, question by question at a natural pace',
        reply: demoMatchSchema,
        handle: () => play(p),
      }),
    ],
  }
}

async function describe(p: Platform): Promise<DemoMatchReply> {
  if (!(await isModuleOn(p, 'league'))) return { match: null }
  const id = (await readDemoState(p))?.made['next-match']
  const match = id ? await findMatch(p, id) : undefined
  if (!match) return { match: null }
  const [a, b] = match.sides
  const over = foldOf(match).phase === 'ended'
  const title = `${a.name} vs. ${b.name}`
  return { match: { id: match.id, path: matchPath(match), title, playing: isPlaying(match.id), over } }
}

async function play(p: Platform): Promise<DemoMatchReply> {
  const { match } = await describe(p)
  if (!match) throw new Refusal('not-found', 'This site has no demo match. Rule matches at their console.')
  if (match.over)
    throw new Refusal('conflict', 'The demo match has been played. The next start brings another.')
  playOn(p, match.id).catch((error: unknown) => p.log.warn({ error }, 'demo'))
  return { match: { ...match, playing: true } }
}

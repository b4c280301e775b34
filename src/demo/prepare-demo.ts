import type { Platform } from '../platform/platform.ts'
import { isUntouched, readDemoState, withSeedLock } from './demo-store.ts'
import { sowBrand, sowFront, sowPromos } from './sow-brand.ts'
import { sowEvents } from './sow-events.ts'
import { sowFootage } from './sow-footage.ts'
import { sowLeague } from './sow-league.ts'
import { sowShop } from './sow-shop.ts'
import { sowNames, sowStories } from './sow-stories.ts'
import { Sower } from './sower.ts'
import { startTour } from './tour.ts'

/**
 * Sows the demo brand into an installation that nobody has touched, or goes on where a sowing was broken off, and lets
 * its first two minutes play. On a site of somebody's own it does nothing.
 */
export async function prepareDemo(p: Platform, say: (line: string) => void): Promise<void> {
  await withSeedLock(p, async () => {
    const state = (await readDemoState(p)) ?? ((await isUntouched(p)) ? { done: false, made: {} } : null)
    if (!state) return
    const sower = new Sower(p, state)
    const isFirst = !state.done
    if (isFirst) await sow(sower, say)
    await startTour(sower, isFirst)
    sowFootage(sower).catch((error: unknown) => p.log.warn({ error }, 'demo'))
  })
}

async function sow(sower: Sower, say: (line: string) => void): Promise<void> {
  say('Sowing the demo brand, Late Horn: its people, pictures, stories and shows')
  await sowBrand(sower)
  await sowNames(sower)
  const start = sower.p.clock.now()
  await sowEvents(sower, start)
  await sowLeague(sower, start)
  await sowShop(sower, start)
  await sowStories(sower, start)
  await sowPromos(sower, start)
  await sowFront(sower)
  await sower.finish()
}

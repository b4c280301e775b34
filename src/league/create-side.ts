import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { insertSide } from './side-store.ts'
import type { NewSide, SideJson } from './wire.ts'

export async function createSide(p: Platform, person: Person, input: NewSide): Promise<SideJson> {
  requireRight(person, 'league.manage')
  return p.write(async (w) => {
    const side = await insertSide(w, { name: input.name, short: input.short, colour: input.colour ?? null })
    w.touch('desk:league')
    await audit(w, person, 'side.create', `side:${side.id}`, { name: side.name })
    return side
  })
}

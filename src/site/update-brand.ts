import { findPictures } from '../footage/public.ts'
import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { writeSetting } from '../platform/settings-store.ts'
import { Brand } from './wire.ts'

export async function updateBrand(
  p: Platform,
  person: Person,
  revision: number,
  value: Brand,
): Promise<number> {
  requireRight(person, 'brand.manage')
  const brand = Brand.parse(value)
  return p.write(async (w) => {
    if (brand.logo && !(await findPictures(w, [brand.logo])).has(brand.logo))
      throw new Refusal(
        'unprocessable',
        'The picture chosen as logo is not there any more. Choose another one.',
      )
    w.touch('desk:settings')
    await audit(w, person, 'brand.update', 'settings:brand')
    return writeSetting(w, 'brand', brand, revision)
  })
}

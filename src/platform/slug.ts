import { Refusal } from './http/problem.ts'

const LONGEST = 80

/** An address made of a title. Of scripts that have no plain letters nothing may be left: then the fallback stands. */
export function slugOf(title: string, fallback: string): string {
  const slug = title
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '')
  return slug || fallback
}

/** The wish, or the wish with the first number that is free. */
export async function freeSlug(wish: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let n = 1; n <= 100; n++) {
    const slug = n === 1 ? wish : `${wish}-${n}`
    if (!(await isTaken(slug))) return slug
  }
  throw new Refusal('conflict', `Too many have the address "${wish}" already. Choose one by hand.`)
}

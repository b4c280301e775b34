import type { PromoState } from './wire.ts'

/** What the rules need to know of a promo. */
export interface Window {
  id: string
  opensAt: Date
  closesAt: Date | null
  priority: number
  announced: boolean
  paused: boolean
}

export interface PromoFace<P extends Window> {
  promo: P
  /** `null`: it shows already. */
  from: Date | null
  until: Date | null
}

export const isOpen = ({ opensAt, closesAt, paused }: Window, now: Date): boolean =>
  !paused && opensAt <= now && (closesAt === null || now < closesAt)

/** The page has one band. Of several promos the highest priority has it, of equals the one that opened last. */
function outranks(a: Window, b: Window): number {
  return b.priority - a.priority || b.opensAt.getTime() - a.opensAt.getTime() || (a.id < b.id ? 1 : -1)
}

export const choosePromo = <P extends Window>(promos: readonly P[], now: Date): P | null =>
  promos.filter((promo) => isOpen(promo, now)).toSorted(outranks)[0] ?? null

/** What an open page may know now: what is open, and what has been announced. */
const isKnown = (promo: Window, now: Date): boolean =>
  !promo.paused && (promo.announced || promo.opensAt <= now)

/** When time alone changes the band, whether anybody may know of it or not. */
export const instantsOf = ({ opensAt, closesAt }: Window): Date[] => [
  opensAt,
  ...(closesAt ? [closesAt] : []),
]

const byTime = (a: Date, b: Date): number => a.getTime() - b.getTime()

/** The band's announced timeline from now on, so that an open page flips itself. */
export function timelineOf<P extends Window>(promos: readonly P[], now: Date): PromoFace<P>[] {
  const known = promos.filter((promo) => isKnown(promo, now))
  const edges = known.flatMap(instantsOf).filter((edge) => edge > now)
  const starts = [now, ...edges.toSorted(byTime)]
  const faces: PromoFace<P>[] = []
  for (const [i, start] of starts.entries()) {
    const promo = choosePromo(known, start)
    const until = starts[i + 1] ?? null
    const last = faces.at(-1)
    if (last && last.promo === promo && last.until?.getTime() === start.getTime()) last.until = until
    else if (promo && until?.getTime() !== start.getTime())
      faces.push({ promo, from: start === now ? null : start, until })
  }
  return faces
}

export function stateOf(promo: Window, shown: Window | null, now: Date): PromoState {
  if (promo.closesAt && promo.closesAt <= now) return 'over'
  if (promo.paused) return 'paused'
  if (now < promo.opensAt) return 'coming'
  return promo.id === shown?.id ? 'showing' : 'outranked'
}

import { type Html, raw } from '../../platform/html.ts'

export interface FaceTimes {
  /** `null`: it holds now. */
  from: Date | null
  until: Date | null
}

/** When a face holds, in ms since 1970 on the server's clock; the page's script flips by it. */
export const faceTimes = ({ from, until }: FaceTimes): Html =>
  raw(
    [from ? `data-from="${from.getTime()}" hidden` : '', until ? `data-until="${until.getTime()}"` : '']
      .filter((part) => part !== '')
      .join(' '),
  )

/** Faces with what stands in between them, so that at every instant exactly one holds. */
export function fillGaps<F extends FaceTimes>(faces: readonly F[], between: (times: FaceTimes) => F): F[] {
  const filled: F[] = []
  let end: Date | null = null
  for (const [i, face] of faces.entries()) {
    const gap: boolean = i === 0 ? face.from !== null : face.from?.getTime() !== end?.getTime()
    if (gap) filled.push(between({ from: end, until: face.from }))
    filled.push(face)
    end = face.until
  }
  if (faces.length === 0 || end !== null) filled.push(between({ from: end, until: null }))
  return filled
}

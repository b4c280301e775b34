import { clockOf } from '../../footage/studio/public.ts'
import type { Moment } from './document-types.ts'

/** `clip,from,to`, as a tied passage carries it through the clipboard. */
export function momentIn(text: string | undefined): Moment | null {
  const [, clip = '', from, to] = /^([\da-f-]{36}),(\d{1,8}),(\d{1,8})$/.exec(text ?? '') ?? []
  const moment = { clip, from: Number(from), to: Number(to) }
  return moment.from < moment.to ? moment : null
}

export const isMoment = (value: unknown): value is Moment =>
  typeof value === 'object' && value !== null && 'clip' in value && 'from' in value && 'to' in value

export const spanText = ({ from, to }: Pick<Moment, 'from' | 'to'>): string =>
  `${clockOf(from)}–${clockOf(to)}`

import { describe, expect, it } from 'vitest'
import { chooseStrip, type Contender } from './choose-strip.ts'
import type { EventDetails, EventFact } from './event.ts'
import { seenByStudio } from './public-time.ts'
import { aFact, anEvent, at } from './test-events.ts'

const contender = (id: string, details: Partial<EventDetails>, facts: EventFact[] = []): Contender => ({
  id,
  ...seenByStudio(anEvent({ details, facts })),
})
const chosen = (contenders: Contender[], second: number): string | undefined =>
  chooseStrip(contenders, at(second))?.event.id

const long = contender('long', { startsAt: at(-3000) })
const next = contender('next', { startsAt: at(0) })

describe('the strip', () => {
  it('shows nothing that has not been announced', () => {
    expect(chosen([next], -3601)).toBeUndefined()
    expect(chosen([next], -3600)).toBe('next')
  })

  it('shows what is live before what starts soon, but gives the last minute to what is about to start', () => {
    expect(chosen([long, next], -61)).toBe('long')
    expect(chosen([long, next], -60)).toBe('next')
  })

  it('shows the live event that started last, so that one nobody ended does not block it', () => {
    expect(chosen([long, next], 1)).toBe('next')
  })

  it('shows a live event before one with technical difficulties', () => {
    const broken = contender('broken', { startsAt: at(-10) }, [aFact(1, 'pause', 5)])
    expect(chosen([long, broken], 10)).toBe('long')
    expect(chosen([broken], 10)).toBe('broken')
  })

  it('leaves the minute after its end to an event, then returns to what is live', () => {
    const over = contender('over', { startsAt: at(-1000) }, [aFact(1, 'end', 100)])
    expect(chosen([long, over], 159)).toBe('over')
    expect(chosen([long, over], 160)).toBe('long')
  })

  it('keeps final words for a quarter of an hour unless something better comes', () => {
    const over = contender('over', { startsAt: at(-1000) }, [aFact(1, 'end', 0)])
    const coming = contender('coming', { startsAt: at(3000) })
    expect(chosen([over, coming], 899)).toBe('over')
    expect(chosen([over, coming], 900)).toBe('coming')
    expect(chosen([over], 900)).toBeUndefined()
  })

  it('says that an announced event was called off, and nothing of one that nobody had been told of', () => {
    expect(chosen([contender('off', {}, [aFact(1, 'cancel', -100)])], -99)).toBe('off')
    expect(chosen([contender('off', {}, [aFact(1, 'cancel', -4000)])], -3999)).toBeUndefined()
  })

  it('gives up waiting for a host at the planned end', () => {
    const waiting = contender('waiting', { startsBy: 'host' })
    expect(chosen([waiting], 5399)).toBe('waiting')
    expect(chosen([waiting], 5400)).toBeUndefined()
  })

  it('decides between equals always in the same way', () => {
    const [a, b] = [contender('a', {}), contender('b', {})]
    expect(chosen([a, b], 10)).toBe('a')
    expect(chosen([b, a], 10)).toBe('a')
  })
})

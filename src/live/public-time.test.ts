import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventFact, EventRecord } from './event.ts'
import { phaseAt } from './phase.ts'
import { heldBack, publicFacts, revealTimes, seenByPublic, seenByStudio } from './public-time.ts'
import { at, anEvent, aFact } from './test-events.ts'

const seconds = (n: number): number => n * 1000

/** What a host can do, in any order that the doors allow, with the delay changed in between. */
const courses = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constantFrom('act' as const), gap: fc.integer({ min: 0, max: 60 }) }),
      fc.record({
        kind: fc.constant('delay' as const),
        gap: fc.integer({ min: 0, max: 60 }),
        delay: fc.integer({ min: 0, max: 90 }),
      }),
    ),
    { maxLength: 25 },
  )
  .map((steps) => {
    const ACTS = ['start', 'pause', 'resume', 'pause', 'resume', 'end', 'reopen'] as const
    let now = 0
    let acts = 0
    return steps.map((step, i): EventFact => {
      now += step.gap
      return step.kind === 'delay'
        ? aFact(i + 1, 'delay', now, { delaySeconds: step.delay })
        : aFact(i + 1, ACTS[acts++ % ACTS.length] ?? 'start', now)
    })
  })

const delays = fc.integer({ min: 0, max: 90 })
const withFacts = (delaySeconds: number, facts: EventFact[]): EventRecord =>
  anEvent({ delaySeconds, facts, details: { startsBy: 'host' } })

describe('public time', () => {
  it('shows nothing before its instant plus the delay that was in force when it happened or was last held back', () => {
    fc.assert(
      fc.property(delays, courses, (delay, facts) => {
        for (const fact of revealTimes(delay, facts)) {
          expect(fact.publicAt >= fact.at).toBe(true)
          const lowest = Math.min(delay, ...facts.map((other) => other.delaySeconds ?? 90))
          expect(fact.publicAt.getTime()).toBeGreaterThanOrEqual(fact.at.getTime() + seconds(lowest))
        }
      }),
    )
  })

  it('keeps the order of what happened, however the delay is changed', () => {
    fc.assert(
      fc.property(delays, courses, (delay, facts) => {
        const times = revealTimes(delay, facts).map((fact) => fact.publicAt.getTime())
        expect(times).toEqual([...times].sort((a, b) => a - b))
      }),
    )
  })

  it('shows readers at any time what the studio showed at some earlier time, and never takes anything back', () => {
    fc.assert(
      fc.property(delays, courses, fc.array(fc.integer({ min: 0, max: 2000 })), (delay, facts, probes) => {
        const event = withFacts(delay, facts)
        const studio = seenByStudio(event).facts.map(({ seq }) => seq)
        let known = 0
        for (const probe of probes.sort((a, b) => a - b)) {
          const seen = seenByPublic(event, at(probe)).facts.map(({ seq }) => seq)
          expect(seen).toEqual(studio.slice(0, seen.length))
          expect(seen.length).toBeGreaterThanOrEqual(known)
          known = seen.length
        }
      }),
    )
  })

  it('does not change what readers know already when something more happens', () => {
    fc.assert(
      fc.property(delays, courses, fc.integer({ min: 1, max: 24 }), (delay, facts, cut) => {
        const then = facts[cut]?.at
        if (!then) return
        const before = seenByPublic(withFacts(delay, facts.slice(0, cut)), new Date(then.getTime() - 1))
        const after = seenByPublic(withFacts(delay, facts), new Date(then.getTime() - 1))
        expect(after).toEqual(before)
      }),
    )
  })

  it('with one delay shows exactly what the studio showed that much earlier', () => {
    fc.assert(
      fc.property(delays, courses, fc.integer({ min: 0, max: 2000 }), (delay, steps, probe) => {
        const facts = steps.filter(({ kind }) => kind !== 'delay').map((fact, i) => ({ ...fact, seq: i + 1 }))
        const event = withFacts(delay, facts)
        const then = at(probe - delay)
        const studio = seenByStudio({ ...event, facts: facts.filter((fact) => fact.at <= then) })
        expect(phaseAt(seenByPublic(event, at(probe)), at(probe)).phase).toBe(
          phaseAt(studio, at(probe)).phase,
        )
      }),
    )
  })

  it('has shown everything ninety seconds after the last of it', () => {
    fc.assert(
      fc.property(delays, courses, (delay, facts) => {
        const last = facts.at(-1)?.at ?? at(0)
        expect(heldBack(withFacts(delay, facts), new Date(last.getTime() + seconds(90)))).toEqual([])
      }),
    )
  })

  it('moves what is held back when the delay is raised, and leaves alone what has been shown', () => {
    const facts = [aFact(1, 'start', 0), aFact(2, 'pause', 15), aFact(3, 'delay', 20, { delaySeconds: 60 })]
    expect(revealTimes(10, facts).map((fact) => fact.publicAt)).toEqual([at(10), at(75)])
  })

  it('releases in order what is held back when the delay is lowered', () => {
    const facts = [
      aFact(1, 'start', 0),
      aFact(2, 'pause', 10),
      aFact(3, 'resume', 58),
      aFact(4, 'delay', 60, { delaySeconds: 5 }),
    ]
    expect(revealTimes(90, facts).map((fact) => fact.publicAt)).toEqual([at(60), at(60), at(63)])
  })

  it('never shows an action that was taken back while it was held back', () => {
    const event = anEvent({
      delaySeconds: 30,
      facts: [aFact(1, 'start', 0), aFact(2, 'end', 100), aFact(3, 'undo', 110, { undoes: 2 })],
    })
    for (const second of [100, 110, 129, 130, 135, 140, 141, 200])
      expect(phaseAt(seenByPublic(event, at(second)), at(second)).phase).toBe('live')
    expect(publicFacts(event)).toHaveLength(1)
  })

  it('shows an action and then its undoing when readers had seen the action', () => {
    const event = anEvent({
      delaySeconds: 5,
      facts: [aFact(1, 'start', 0), aFact(2, 'end', 100), aFact(3, 'undo', 110, { undoes: 2 })],
    })
    const phase = (second: number) => phaseAt(seenByPublic(event, at(second)), at(second)).phase
    expect([104, 105, 114, 115].map(phase)).toEqual(['live', 'ended', 'ended', 'live'])
  })

  it('shows details as they were until the edit that changed them is public', () => {
    const event = anEvent({ delaySeconds: 20, details: { subtitle: 'Tied at nine' } })
    const before = { ...event.details, subtitle: 'Round one' }
    const told = { ...event, facts: [aFact(1, 'start', 0), aFact(2, 'edit', 100, { before })] }
    expect(seenByPublic(told, at(119)).details.subtitle).toBe('Round one')
    expect(seenByPublic(told, at(120)).details.subtitle).toBe('Tied at nine')
    expect(seenByStudio(told).details.subtitle).toBe('Tied at nine')
  })
})

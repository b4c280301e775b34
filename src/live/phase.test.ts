import { describe, expect, it } from 'vitest'
import { LABELS, phaseAt, timelineOf } from './phase.ts'
import { seenByStudio } from './public-time.ts'
import { aFact, anEvent, at } from './test-events.ts'

const phases = (event: ReturnType<typeof anEvent>, seconds: number[]): string[] =>
  seconds.map((second) => phaseAt(seenByStudio(event), at(second)).phase)

describe('the phase of an event', () => {
  it('follows the schedule to the instant', () => {
    expect(phases(anEvent(), [-601, -600, -1, 0, 100_000])).toEqual([
      'scheduled',
      'starting-soon',
      'starting-soon',
      'live',
      'live',
    ])
  })

  it('waits for the host where the host starts it, with nothing left to count down to', () => {
    const event = anEvent({ details: { startsBy: 'host' } })
    expect(phases(event, [-1, 0, 3600])).toEqual(['starting-soon', 'starting-soon', 'starting-soon'])
    expect(phaseAt(seenByStudio(event), at(-1)).countdownTo).toEqual(at(0))
    expect(phaseAt(seenByStudio(event), at(0)).countdownTo).toBeNull()
  })

  it('never ends by itself', () => {
    expect(phases(anEvent({ facts: [aFact(1, 'start', -5)] }), [90 * 60, 90 * 60 * 50])).toEqual([
      'live',
      'live',
    ])
  })

  it('knows when it started: by the clock, or when the host was earlier', () => {
    const paused = anEvent({ facts: [aFact(1, 'pause', 60), aFact(2, 'resume', 90)] })
    expect(phaseAt(seenByStudio(paused), at(100))).toMatchObject({
      phase: 'live',
      startedAt: at(0),
      since: at(90),
    })
    const early = anEvent({ facts: [aFact(1, 'start', -30)] })
    expect(phaseAt(seenByStudio(early), at(0))).toMatchObject({ startedAt: at(-30), since: at(-30) })
  })

  it('pauses with the words of the host, and ends', () => {
    const event = anEvent({ facts: [aFact(1, 'pause', 10, { words: 'The lights went out' })] })
    expect(phaseAt(seenByStudio(event), at(10))).toMatchObject({
      phase: 'paused',
      words: 'The lights went out',
    })
    expect(LABELS.paused).toBe('Technical Difficulties')
  })

  it('is postponed without a date, and scheduled again with one', () => {
    const open = anEvent({ facts: [aFact(1, 'postpone', -300)] })
    expect(phases(open, [-299, 5000])).toEqual(['postponed', 'postponed'])
    const moved = anEvent({
      details: { startsAt: at(86_400) },
      facts: [aFact(1, 'postpone', -300, { startsAt: at(86_400) })],
    })
    expect(phases(moved, [0, 86_400 - 600, 86_400])).toEqual(['scheduled', 'starting-soon', 'live'])
  })

  it('reopens what was over: live if it had started, else by the schedule', () => {
    const ended = anEvent({ facts: [aFact(1, 'end', 100), aFact(2, 'reopen', 110)] })
    expect(phaseAt(seenByStudio(ended), at(120))).toMatchObject({ phase: 'live', startedAt: at(0) })
    const cancelled = anEvent({ facts: [aFact(1, 'cancel', -900), aFact(2, 'reopen', -800)] })
    expect(phases(cancelled, [-700])).toEqual(['scheduled'])
  })

  it('announces the phases to come, and none that depend on somebody', () => {
    const times = timelineOf(seenByStudio(anEvent()), at(-1000)).map(({ from, view }) => [from, view.phase])
    expect(times).toEqual([
      [at(-600), 'starting-soon'],
      [at(0), 'live'],
    ])
    expect(timelineOf(seenByStudio(anEvent({ facts: [aFact(1, 'cancel', -900)] })), at(-800))).toEqual([])
  })
})

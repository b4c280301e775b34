import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseStrip } from './choose-strip.ts'
import { seenByPublic } from './public-time.ts'
import { facesOf } from './strip-faces.ts'
import { aFact, anEvent, at } from './test-events.ts'

const clock = { locale: 'en-US', timeZone: 'America/New_York' }
const ID = '0198f000-0000-7000-8000-00000000000'
const told = (event: ReturnType<typeof anEvent>, second: number) =>
  facesOf([event], at(second), clock).map(({ from, until, label }) => [from, until, label])

describe('the faces of the strip', () => {
  it('tell an open page the whole announced timeline of an event', () => {
    expect(told(anEvent(), -1000)).toEqual([
      [null, at(-600), 'Live Event'],
      [at(-600), at(0), 'Starting Soon'],
      [at(0), null, 'Live'],
    ])
  })

  it('say when it is, count down, and offer the call to action', () => {
    const action = { label: 'Watch Now', href: '/watch' }
    const [scheduled, soon, live] = facesOf([anEvent({ details: { action } })], at(-1000), clock)
    expect(scheduled).toMatchObject({ words: 'Sun, 3:00 PM EST', countdownTo: null, action: null })
    expect(soon).toMatchObject({ countdownTo: at(0) })
    expect(live).toMatchObject({ action, title: 'Harbor City vs. The Night Owls' })
  })

  it('tell nothing of an event that has not been announced, nor of what is held back', () => {
    expect(facesOf([anEvent()], at(-3601), clock)).toEqual([])
    const ended = anEvent({
      delaySeconds: 30,
      details: { finalWords: '9 to 8' },
      facts: [aFact(1, 'end', 100)],
    })
    expect(JSON.stringify(facesOf([ended], at(129), clock))).not.toContain('9 to 8')
    expect(facesOf([ended], at(130), clock)[0]).toMatchObject({ label: 'Final', words: '9 to 8' })
  })

  it('never holds a draft', () => {
    expect(facesOf([anEvent({ draft: true })], at(0), clock)).toEqual([])
  })

  it('agree at every instant with what a page made then would show', () => {
    const event = fc.record({
      start: fc.integer({ min: -4000, max: 4000 }),
      soon: fc.integer({ min: 0, max: 1000 }),
      host: fc.boolean(),
      end: fc.option(fc.integer({ min: -3000, max: -1 })),
    })
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 9000 })),
        (given, probes) => {
          const events = given.map(({ start, soon, host, end }, i) =>
            anEvent({
              id: ID + i,
              details: {
                startsAt: at(start),
                announceSeconds: 20_000,
                soonSeconds: soon,
                startsBy: host ? 'host' : 'clock',
              },
              facts:
                end === null
                  ? []
                  : [aFact(1, 'end', Math.max(end, start))].filter((fact) => fact.at <= at(0)),
            }),
          )
          const faces = facesOf(events, at(0), clock)
          const told = faces.length < 8 ? Infinity : (faces.at(-1)?.until?.getTime() ?? Infinity)
          for (const probe of probes.filter((second) => at(second).getTime() < told)) {
            const face = faces.find(
              ({ from, until }) => (!from || from <= at(probe)) && (!until || at(probe) < until),
            )
            const right = chooseStrip(
              events.map((each) => ({ id: each.id, ...seenByPublic(each, at(0)) })),
              at(probe),
            )
            expect([face?.eventId, face?.phase]).toEqual([right?.event.id, right?.view.phase])
          }
        },
      ),
    )
  })
})

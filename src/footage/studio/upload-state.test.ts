import { describe, expect, it } from 'vitest'
import {
  entered,
  isUnderWay,
  leftWords,
  newUpload,
  nextInLine,
  progressed,
  rateOf,
  sizeWords,
  timeLeft,
  uploadWords,
} from './upload-state.ts'

const sending = entered(newUpload('1', 'rink.mp4', 100_000_000), 'sending')

describe('an upload', () => {
  it('knows its rate and the time left from its last seconds alone', () => {
    let upload = progressed(sending, 0, 0)
    for (let second = 1; second <= 20; second++)
      upload = progressed(
        upload,
        second <= 10 ? second * 100_000 : 1_000_000 + (second - 10) * 2_000_000,
        second * 1000,
      )
    expect(rateOf(upload)).toBe(2_000_000)
    expect(timeLeft(upload)).toBe(39_500)
    expect(uploadWords(upload)).toBe('21 MB of 100 MB · 2.0 MB/s · less than a minute left')
  })

  it('says no rate before it has one, nor by what was there before a resumption', () => {
    expect(rateOf(progressed(sending, 5_000_000, 0))).toBeNull()
    const resumed = progressed(entered(progressed(sending, 90, 10_000), 'sending'), 60_000_000, 10_500)
    expect(rateOf(resumed)).toBeNull()
    expect(uploadWords(resumed)).toBe('60 MB of 100 MB')
  })

  it('does not promise an end while nothing moves', () => {
    const stuck = progressed(progressed(sending, 1000, 0), 1000, 5000)
    expect(timeLeft(stuck)).toBeNull()
  })

  it('begins its rate anew where the server has kept less than was sent', () => {
    const back = progressed(progressed(progressed(sending, 900, 0), 5000, 1000), 2000, 1200)
    expect(back.samples).toEqual([{ at: 1200, sent: 2000 }])
  })

  it('is sent one at a time', () => {
    const first = newUpload('1', 'a.mp4', 1)
    const second = newUpload('2', 'b.mp4', 1)
    expect(nextInLine([first, second])).toBe(first)
    expect(nextInLine([entered(first, 'sending'), second])).toBeUndefined()
    expect(nextInLine([entered(first, 'away'), second])).toBeUndefined()
    expect(nextInLine([entered(first, 'paused'), second])).toBe(second)
    expect(nextInLine([entered(first, 'failed', 'Too large.'), second])).toBe(second)
  })

  it('warns who leaves the page while something is under way', () => {
    expect(isUnderWay(sending)).toBe(true)
    expect(isUnderWay(entered(sending, 'away'))).toBe(true)
    expect(isUnderWay(entered(sending, 'paused'))).toBe(false)
  })

  it('says why it failed', () => {
    expect(uploadWords(entered(sending, 'failed', 'This is not a video.'))).toBe('This is not a video.')
  })
})

it.each([
  [0, '0 bytes'],
  [812, '812 bytes'],
  [4_200_000, '4.2 MB'],
  [38_000_000_000, '38 GB'],
])('says %d bytes as %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})

it.each([
  [3000, 'a few seconds left'],
  [61_000, 'about 2 minutes left'],
  [7_200_000, 'about 2 hours left'],
])('says %d ms as %s', (ms, words) => {
  expect(leftWords(ms)).toBe(words)
})

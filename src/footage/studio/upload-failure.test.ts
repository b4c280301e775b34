import { describe, expect, it } from 'vitest'
import { looksLikeVideo, uploadFailure, waitBefore } from './upload-failure.ts'

const problem = (detail: string) => JSON.stringify({ type: '/problems/x', detail })

describe('what an answer to an upload means', () => {
  it.each([0, 423, 429, 502, 503])('%d passes by itself', (status) => {
    expect(uploadFailure(status, '').passing).toBe(true)
  })

  it.each([400, 403, 415, 500, 507])('%d is final and said in the words of the server', (status) => {
    expect(uploadFailure(status, problem('This is not a video.'))).toEqual({
      passing: false,
      sentence: 'This is not a video.',
    })
  })

  it('knows a limit of the site from one of what stands in front of it', () => {
    expect(uploadFailure(413, problem('At most 40 GB.')).sentence).toBe('At most 40 GB.')
    expect(uploadFailure(413, '<html>nginx</html>').sentence).toContain('in front of this site')
  })

  it('tells who has to sign in again how it goes on', () => {
    expect(uploadFailure(401, problem('Sign in.')).sentence).toContain('nothing is sent twice')
  })
})

it('waits longer between tries, but never long', () => {
  expect([0, 1, 2, 9].map(waitBefore)).toEqual([1000, 2000, 4000, 10_000])
})

it.each([
  ['rink.mp4', 'video/mp4', true],
  ['RINK.MTS', '', true],
  ['tape.mkv', 'application/octet-stream', true],
  ['notes.txt', 'text/plain', false],
  ['photo.jpg', 'image/jpeg', false],
])('asks of %s (%s) whether it looks like a video: %s', (name, type, is) => {
  expect(looksLikeVideo({ name, type })).toBe(is)
})

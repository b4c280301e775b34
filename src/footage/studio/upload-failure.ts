import { problemFrom } from '../../kit/problem.ts'

export interface UploadFailure {
  /** Whether it goes on by itself: the network or the server is away for a while. */
  passing: boolean
  sentence: string
}

/** Locked by a request that is not over yet, too many at once, a server that is just starting: worth another try. */
const PASSING = [0, 408, 409, 423, 425, 429, 502, 503, 504]

/** What an answer (or none, status 0) to a part of an upload means. */
export function uploadFailure(status: number, body: string): UploadFailure {
  return { passing: PASSING.includes(status), sentence: sentenceFor(status, body) }
}

function sentenceFor(status: number, body: string): string {
  if (status === 0) return 'The site cannot be reached. The upload goes on when the connection is back.'
  if (status === 401)
    return 'Your session has ended. Sign in again, then press “Go on”: nothing is sent twice.'
  if (status === 413 && !body.startsWith('{'))
    return 'The server in front of this site does not take a file of this size. Tell whoever runs it.'
  return problemFrom(status, body).message
}

/** How long to wait before the nth try, ms. */
export const waitBefore = (attempt: number): number => Math.min(10_000, 1000 * 2 ** attempt)

const VIDEO_NAME = /\.(mp4|m4v|mov|mkv|webm|avi|ts|mts|m2ts|mpg|mpeg|3gp)$/i

/** Browsers do not know the type of every container; the server looks inside. */
export const looksLikeVideo = ({ name, type }: { name: string; type: string }): boolean =>
  type.startsWith('video/') || VIDEO_NAME.test(name)

import { makeVideo } from '../../src/footage/test-footage.ts'

/** A moving picture with a tone and a keyframe a second, as journeys upload it by the studio. */
export const makeFootage = (path: string, seconds: number): Promise<unknown> =>
  makeVideo(path, { seconds, size: '640x360', args: ['-g', '25'] })

/** A transcript of its first nine seconds. */
export const WORDS = `WEBVTT

00:01.000 --> 00:03.000
<v Usher>What’s he leaning on?

00:04.000 --> 00:06.000
<v Second usher>Nothing that’ll hold.

00:07.000 --> 00:09.000
<v Usher>Get the gate. Get the gate open.
`

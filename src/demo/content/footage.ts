/** The fixed camera over section nine: invented, drawn, and thirty-one seconds long. */
export const master = {
  name: 'Ice Palace, fixed camera 9-C.mp4',
  seconds: 31,
  provenance: {
    releasedBy: { value: 'Fenwick County, Office of Records', public: true },
    sourceUrl: { value: 'https://records.fenwick.example/24-118', public: false },
    notes: { value: 'Handed over on a stick that also held a wedding.', public: false },
  },
}

export const transcript = `WEBVTT

00:02.000 --> 00:04.500
<v A father, section nine>Two fingers. Curl your tongue. Now blow.

00:06.500 --> 00:08.800
<v Usher>Row four, would you sit down for me? Thank you.

00:11.000 --> 00:12.800
<v Usher>What's he leaning on?

00:14.000 --> 00:15.600
<v Second usher>Nothing that'll hold.

00:17.200 --> 00:18.600
<v Usher>Sir. Sir, not there.

00:21.000 --> 00:24.000
<v Walter Deacon>I'm caught. Somebody. I'm caught here.

00:26.500 --> 00:29.500
<v Second usher>Nine, low corner, man down. Bring the gate key.
`

export interface DemoClip {
  key: string
  title: string
  before: string
  inMs: number
  outMs: number
  posterMs: number
  warning: { says: string; why: string } | null
}

export const clips: DemoClip[] = [
  {
    key: 'before',
    title: 'The part before',
    before: 'The second period has just ended. The organ is playing.',
    inMs: 0,
    outMs: 10_000,
    posterMs: 3000,
    warning: null,
  },
  {
    key: 'leaning',
    title: 'What’s he leaning on?',
    before: 'A girl in row two is being taught to whistle.',
    inMs: 10_000,
    outMs: 19_000,
    posterMs: 11_500,
    warning: null,
  },
  {
    key: 'fall',
    title: 'What the eight seconds left out',
    before: 'An usher has seen him and is on her way down the steps.',
    inMs: 19_000,
    outMs: 31_000,
    posterMs: 25_000,
    warning: {
      says: 'A man falls with a panel of the boards and calls for help. No blood is shown.',
      why: 'The league has said that nobody called out. He did, and he asked us to print it.',
    },
  },
]

/** The story that they belong to: which quote is heard when, and before which words each clip stands. */
export const tellingSlug = 'rink-cam-video'
export const clipPlaces: { clip: string; before: string }[] = [
  { clip: 'before', before: 'They were talking about' },
  { clip: 'leaning', before: 'Four seconds later' },
  { clip: 'fall', before: 'I rang him before' },
]
/** In milliseconds of the clip. */
export const quoteMoments: { starts: string; clip: string; from: number; to: number }[] = [
  { starts: 'What’s he leaning on?', clip: 'leaning', from: 1000, to: 2800 },
  { starts: 'Nothing that’ll hold.', clip: 'leaning', from: 4000, to: 5600 },
  { starts: 'I’m caught.', clip: 'fall', from: 2000, to: 5000 },
]

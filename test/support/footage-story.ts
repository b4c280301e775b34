import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { addPicture } from '../../src/footage/public.ts'
import { documentOf } from '../../src/newsroom/public.ts'
import { SYSTEM } from '../../src/people/public.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { clipRow } from './footage-rows.ts'
import { openDesk } from './newsroom-desk.ts'

const run = promisify(execFile)
const SECONDS = 20

/** A video whose picture says its second, with a keyframe every two, as clips are cut. */
async function makeVideo(folder: string, height: 360 | 720, rate: string, hue: number): Promise<string> {
  const path = join(folder, `${height}-${hue}.mp4`)
  const width = (height * 16) / 9
  const inputs = `-f lavfi -i testsrc2=size=${width}x${height}:rate=25:duration=${SECONDS} -f lavfi -i sine=duration=${SECONDS}`
  const picture = `-vf hue=h=${hue} -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 50 -b:v ${rate} -maxrate ${rate} -bufsize ${rate}`
  const line = `-v error -y ${inputs} ${picture} -c:a aac -movflags +faststart`
  await run('ffmpeg', [...line.split(' '), path])
  return path
}

async function makePoster(video: string): Promise<Uint8Array> {
  const path = `${video}.png`
  await run('ffmpeg', ['-v', 'error', '-y', '-ss', '3', '-i', video, '-frames:v', '1', path])
  return readFile(path)
}

const CUES = [
  { fromMs: 1000, toMs: 3000, speaker: 'Usher', text: 'What’s he leaning on?' },
  { fromMs: 4000, toMs: 6000, speaker: 'Second usher', text: 'Nothing that’ll hold.' },
  { fromMs: 9000, toMs: 12_000, speaker: 'Voice', text: 'Sit down, all of you.' },
]
const VTT = 'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Usher>What’s he leaning on?\n'
const WARNING = {
  says: 'A man is hurt at 0:19 and calls for help. No blood is shown.',
  why: 'We publish it because the league says nobody called out.',
}

export interface FootageStory {
  path: string
  plain: string
  warned: string
  quotedOnly: string
}

/** A story with two clips, one of them with a warning, words of a third, and a video of another site, all published. */
export async function footageStory(p: Platform): Promise<FootageStory> {
  const folder = await mkdtemp(join(tmpdir(), 'pressbox-footage-'))
  try {
    const clip = async (title: string, hue: number, warning: typeof WARNING | null): Promise<string> => {
      const large = await makeVideo(folder, 720, '3M', hue)
      const small = await makeVideo(folder, 360, '700k', hue)
      const keep = async (path: string) => (await p.files.put(await readFile(path), { maxBytes: 1e8 })).sha256
      const { picture } = await addPicture(p, SYSTEM, { bytes: await makePoster(large), alt: title })
      return clipRow(p, {
        title,
        before: 'The usher has asked row four to sit down.',
        warning,
        poster: picture.id,
        durationMs: SECONDS * 1000,
        cues: CUES,
        digit: String(hue % 10),
        files: [
          { width: 640, height: 360, sha256: await keep(small) },
          { width: 1280, height: 720, sha256: await keep(large) },
        ],
        captions: { sha256: createHash('sha256').update(title).digest('hex'), text: VTT },
      })
    }
    const plain = await clip('Row four turns round', 0, null)
    const warned = await clip('The boards give way', 121, WARNING)
    const quotedOnly = await clip('From the other side', 242, null)
    const desk = await openDesk(p)
    const story = await desk.published({
      headline: 'The rink cam video is out, and it is worse than the rumor',
      document: documentOf([
        { type: 'paragraph', text: [{ text: 'This is the fixed camera over section nine. '.repeat(6) }] },
        { type: 'clip', clip: warned },
        { type: 'paragraph', text: [{ text: 'They were talking about the giveaway. '.repeat(5) }] },
        quote('“What’s he leaning on?”', 'Usher', { clip: warned, from: 1000, to: 3000 }),
        quote('“Nothing that’ll hold.”', 'Second usher', { clip: plain, from: 4000, to: 5000 }),
        {
          type: 'paragraph',
          text: [
            { text: 'Four seconds later ' },
            { text: 'the whole row turns round at once', moment: { clip: plain, from: 9000, to: 12_000 } },
            { text: '. Nobody in that frame knows yet what the rest of us knew by breakfast.' },
          ],
        },
        { type: 'clip', clip: plain },
        quote('“Sit down, all of you.”', 'Voice', { clip: quotedOnly, from: 9000, to: 12_000 }),
        {
          type: 'embed',
          provider: 'vimeo',
          video: '76979871',
          title: 'The same night from the bench',
          warning: { says: 'A man falls from a height.', why: 'It is what the vote was about.' },
          source: 'Fenwick County',
          fallback: { text: 'Our own account of it', link: '/archive' },
        },
      ]),
    })
    return { path: story.published?.path ?? '', plain, warned, quotedOnly }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const quote = (text: string, cite: string, moment: { clip: string; from: number; to: number }) => ({
  type: 'quote' as const,
  text: [{ text }],
  cite,
  moment,
})

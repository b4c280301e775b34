import { ParseErrorCode, parseText } from 'media-captions'
import { Refusal } from '../platform/http/problem.ts'
import { inOrder } from './transcript.ts'
import type { Cue } from './wire.ts'

const MOST_CUES = 20_000
const LONGEST_WORDS = 2000
const FATAL: ReadonlySet<number> = new Set([
  ParseErrorCode.BadSignature,
  ParseErrorCode.BadTimestamp,
  ParseErrorCode.BadFormat,
])

/** Reads an SRT or WebVTT file into cues of plain words. One that is wrong is refused with the line where it is. */
export async function parseTranscript(given: string): Promise<Cue[]> {
  const text = given
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\0', '')
  refuseBackwards(text)
  const type = text.startsWith('WEBVTT') ? 'vtt' : 'srt'
  const { cues, errors } = await parseText(text, { type, errors: true, strict: false })
  const error = errors.find(({ code }) => FATAL.has(code))
  if (error)
    throw refusal(
      `On line ${error.line} the time of a cue cannot be read. It is written 00:01:02.500 --> 00:01:04.000.`,
      error.line,
    )
  const read = cues.flatMap(({ startTime, endTime, text: words }) =>
    speakersOf(words).map((said) => ({
      fromMs: Math.round(startTime * 1000),
      toMs: Math.round(endTime * 1000),
      ...said,
    })),
  )
  if (read.length === 0)
    throw refusal('No line of a transcript was found: export it as SRT or WebVTT, with the times.', 1)
  if (read.length > MOST_CUES) throw refusal(`A transcript has at most ${MOST_CUES} lines.`, 1)
  return inOrder(read.map((cue, i) => ({ id: `c${i + 1}`, ...cue })))
}

const refusal = (words: string, line: number): Refusal => new Refusal('unprocessable', words, { line })

const TIMES = /^\s*(\S+)\s+-->\s+(\S+)/

/** The parser leaves such cues out without a word. */
function refuseBackwards(text: string): void {
  for (const [i, line] of text.split('\n').entries()) {
    const [, from, to] = TIMES.exec(line) ?? []
    if (from === undefined || to === undefined) continue
    const [begins, ends] = [millisecondsOf(from), millisecondsOf(to)]
    if (begins === null || ends === null)
      throw refusal(
        `On line ${i + 1} the time of a cue cannot be read. It is written 00:01:02.500 --> 00:01:04.000.`,
        i + 1,
      )
    if (ends <= begins) throw refusal(`On line ${i + 1} a cue ends before it begins.`, i + 1)
    if (ends > 86_400_000) throw refusal(`On line ${i + 1} a cue lies beyond the first day.`, i + 1)
  }
}

function millisecondsOf(time: string): number | null {
  const [, hours = '0', minutes, seconds, fraction] =
    /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})$/.exec(time) ?? []
  if (minutes === undefined || seconds === undefined || fraction === undefined) return null
  if (Number(minutes) > 59 || Number(seconds) > 59) return null
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
  )
}

type Said = Pick<Cue, 'speaker' | 'text'>

/** Each voice of a cue by itself: `<v Lane>Stop` as WebVTT has it, or `LANE: Stop` as transcripts are typed. */
function speakersOf(markup: string): Said[] {
  const voices = markup.split(/(?=<v[\s.])/).flatMap((part) => {
    const voice = /^<v(?:\.[^\s>]*)?\s+([^>]*)>/.exec(part)?.[1]
    return voice === undefined ? typedSpeakers(part) : [{ speaker: plain(voice), text: plain(part) }]
  })
  return voices
    .map(({ speaker, text }) => ({ speaker: speaker.slice(0, 200), text: text.slice(0, LONGEST_WORDS) }))
    .filter(({ text }) => text !== '')
}

const TYPED = /^(?:-\s*|>>\s*)?(\p{Lu}[\p{Lu}\p{N} .'’#-]{0,60}):\s+/u

function typedSpeakers(part: string): Said[] {
  const said: Said[] = []
  for (const words of plain(part).split('\n')) {
    const speaker = TYPED.exec(words)?.[1]
    const last = said.at(-1)
    if (speaker !== undefined) said.push({ speaker: speaker.trim(), text: words.replace(TYPED, '') })
    else if (last) last.text += `\n${words}`
    else said.push({ speaker: '', text: words.replace(/^(?:-|>>)\s+/, '') })
  }
  return said
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  lrm: '',
  rlm: '',
}

/** The words of a cue: tags go, scripts and styles with all that is in them. */
const plain = (markup: string): string =>
  markup
    .replaceAll(/<(script|style|iframe|object)\b[^]*?(<\/\1\s*>|$)/gi, '')
    .replaceAll(/<\/?[a-z][^>]*>|<\d[\d:.]*>|\{\\[^}]*\}/gi, '')
    .replaceAll(/&(#\d{1,7}|\w{2,6});/g, (whole, name: string) =>
      name.startsWith('#') ? codePoint(Number(name.slice(1))) : (ENTITIES[name] ?? whole),
    )
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
    .toWellFormed()

const codePoint = (code: number): string =>
  code >= 32 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : ''

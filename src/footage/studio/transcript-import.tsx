import { useEffect, useRef, useState } from 'react'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import type { Problem } from '../../kit/problem.ts'
import { useAct } from '../../kit/read.ts'
import { plural } from '../../kit/time.ts'
import type { Transcript } from '../wire.ts'
import { languageName, LANGUAGES } from './language.ts'

interface TranscriptImportProps {
  path: string
  /** How many cues it takes the place of. */
  replaces: number
  onClose: () => void
}

interface Wrong {
  sentence: string
  /** Counted from one, where the server names one. */
  line: number | null
}

/** An SRT or WebVTT file, chosen or pasted; a mistake in it is shown at its line. */
export function TranscriptImport({ path, replaces, onClose }: TranscriptImportProps) {
  const [text, setText] = useState('')
  const [language, setLanguage] = useState('en')
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const send = useAct<void, Transcript>(() => call('POST', path, { text, language: language.trim() }), {
    says: ({ cues }) => `${plural(cues.length, 'cue')} imported.`,
    done: onClose,
    failed: (problem) => {
      setWrong(wrongOf(problem))
      return true
    },
  })
  useEffect(() => selectLine(area.current, wrong?.line ?? null), [wrong])
  const change = (next: string) => {
    setText(next)
    setWrong(null)
  }
  return (
    <Dialog title="Import a transcript" size="large" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        {replaces > 0 && (
          <p className="notice">It takes the place of the {plural(replaces, 'cue')} that are there now.</p>
        )}
        <div className="form-row">
          <Field label="SRT or WebVTT file">
            <input
              type="file"
              accept=".srt,.vtt,text/vtt,application/x-subrip"
              onChange={(event) => {
                const [file] = event.target.files ?? []
                if (file) void readText(file).then(change)
              }}
            />
          </Field>
          <Field label="Language" hint={languageName(language)}>
            <input
              list="transcript-languages"
              value={language}
              required
              pattern="[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}"
              title="A code such as en or fr-CA"
              onChange={(event) => setLanguage(event.target.value)}
            />
          </Field>
          <datalist id="transcript-languages">
            {LANGUAGES.map((code) => (
              <option key={code} value={code}>
                {languageName(code)}
              </option>
            ))}
          </datalist>
        </div>
        <Field label="Or paste it" problem={wrong?.sentence}>
          <textarea
            ref={area}
            className="transcript-text"
            value={text}
            required
            spellCheck={false}
            placeholder={EXAMPLE}
            onChange={(event) => change(event.target.value)}
          />
        </Field>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button is-hot" disabled={send.isPending || text.trim() === ''}>
            {send.isPending ? 'Reading it…' : 'Import'}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

const EXAMPLE = `WEBVTT

00:11.000 --> 00:13.000
<v Usher>What’s he leaning on?`

function wrongOf(problem: Problem): Wrong {
  const { line } = problem.extra
  return { sentence: problem.message, line: typeof line === 'number' ? line : null }
}

/** UTF-8, or what older subtitle programs write. */
async function readText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const isWide = [0xfffe, 0xfeff].includes(new DataView(bytes).getUint16(0))
    return new TextDecoder(isWide ? 'utf-16' : 'windows-1252').decode(bytes)
  }
}

function selectLine(area: HTMLTextAreaElement | null, line: number | null): void {
  if (!area || line === null) return
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  // A selection outside of what is seen is not scrolled to by itself.
  area.scrollTop = (area.scrollHeight / Math.max(1, lines.length)) * Math.max(0, line - 3)
}

import { useMemo, useState } from 'react'
import { call } from '../../kit/call.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { Check, Field } from '../../kit/field.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import { Empty, Loaded } from '../../kit/states.tsx'
import { plural } from '../../kit/time.ts'
import type { Cue, Master, Transcript, TranscriptEdit } from '../wire.ts'
import { CueList } from './cue-list.tsx'
import { languageName } from './language.ts'
import type { Playhead } from './playhead.ts'
import { TranscriptImport } from './transcript-import.tsx'
import { editCue } from './words-of-cues.ts'

interface TranscriptPanelProps {
  master: Master
  playhead: Playhead
}

export function TranscriptPanel({ master, playhead }: TranscriptPanelProps) {
  const path = `/api/v1/masters/${master.id}/transcript`
  const transcript = useRead<Transcript>(master.hasTranscript ? path : null, ['desk:footage'])
  const [importing, setImporting] = useState(false)
  const begin = () => setImporting(true)
  return (
    <>
      {master.hasTranscript ? (
        <Loaded query={transcript} what="the transcript">
          {(data) => <Words transcript={data} path={path} playhead={playhead} onImport={begin} />}
        </Loaded>
      ) : (
        <Empty
          action={
            <button type="button" className="button is-hot" onClick={begin}>
              Import a transcript
            </button>
          }
        >
          Nothing is written of what is said here. Import an SRT or WebVTT file: its words become captions,
          and quotes that play.
        </Empty>
      )}
      {importing && (
        <TranscriptImport
          path={path}
          replaces={transcript.data?.cues.length ?? 0}
          onClose={() => setImporting(false)}
        />
      )}
    </>
  )
}

interface WordsProps {
  transcript: Transcript
  path: string
  playhead: Playhead
  onImport: () => void
}

function Words({ transcript, path, playhead, onImport }: WordsProps) {
  const [follows, setFollows] = useState(true)
  const [words, setWords] = useState('')
  const save = useAct<TranscriptEdit, Transcript>(
    (edit) => call('PUT', path, edit, { revision: transcript.revision }),
    { says: 'Transcript saved.' },
  )
  const shown = useMemo(() => matching(transcript.cues, words), [transcript.cues, words])
  return (
    <section className="transcript" aria-label="Transcript">
      <div className="toolbar">
        <Field label="Search in it" className="is-wide">
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
        <button type="button" className="button" onClick={onImport}>
          Import another
        </button>
        <Remove path={path} />
      </div>
      <div className="transcript-head">
        <p className="mute">
          {plural(transcript.cues.length, 'cue')}, {languageName(transcript.language)}
        </p>
        <Check label="Follow the playing" checked={follows} onChange={setFollows} />
      </div>
      {shown.length === 0 ? (
        <Empty>“{words}” is not said here.</Empty>
      ) : (
        <CueList
          cues={shown}
          follows={follows && words === ''}
          playhead={playhead}
          saving={save.isPending}
          onSave={async (id, change, renameAll) => {
            await save.mutateAsync({ cues: editCue(transcript.cues, id, change, renameAll) })
          }}
        />
      )}
    </section>
  )
}

function Remove({ path }: { path: string }) {
  const confirm = useConfirm()
  const remove = useAct<void>(() => call('DELETE', path), { says: 'Transcript removed.' })
  const ask = async () => {
    const words = 'The captions of its clips go with it. Quotes stay as they are written.'
    if (await confirm({ title: 'Remove the transcript?', words, yes: 'Remove', danger: true }))
      remove.mutate()
  }
  return (
    <button type="button" className="button is-danger" onClick={() => void ask()}>
      Remove
    </button>
  )
}

function matching(cues: readonly Cue[], typed: string): readonly Cue[] {
  const words = typed.trim().toLowerCase()
  if (words === '') return cues
  return cues.filter(({ text, speaker }) => `${speaker} ${text}`.toLowerCase().includes(words))
}

import { call } from '../../kit/call.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Field } from '../../kit/field.tsx'
import { useGoOn } from '../../kit/go.tsx'
import { useAct } from '../../kit/read.ts'
import { Secret } from '../../kit/secret.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { dateTime } from '../../kit/time.ts'
import { useDraft } from '../../kit/use-draft.ts'
import type { Master, MasterChanges, Provenance } from '../wire.ts'
import { exactClock } from './media-time.ts'
import {
  KNOWN_FIELDS,
  type KnownField,
  type KnownKey,
  originOf,
  toOriginChanges,
  withKnown,
} from './provenance-draft.ts'
import { sizeWords } from './upload-state.ts'

/** What the file is, where it came from, and which of it readers may know. */
export function OriginPanel({ master }: { master: Master }) {
  return (
    <>
      <Facts master={master} />
      <OriginForm master={master} />
    </>
  )
}

function Facts({ master }: { master: Master }) {
  const zone = useZone()
  const { durationMs, width, height, bytes, sha256, originalUrl, hasAudio, createdAt } = master
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">The file</h2>
      <dl className="standing figures">
        <Fact name="Length">{durationMs === null ? 'Not known yet' : exactClock(durationMs)}</Fact>
        <Fact name="Picture">
          {width === null || height === null ? 'Not known yet' : `${width} × ${height}`}
          {width !== null && !hasAudio && ', without sound'}
        </Fact>
        <Fact name="Size">
          {sizeWords(bytes)} <span className="mute">({bytes.toLocaleString('en')} bytes)</span>
        </Fact>
        <Fact name="Received">{dateTime(createdAt, zone)}</Fact>
      </dl>
      {sha256 && (
        <div className="field">
          <span className="legend">SHA-256</span>
          <Secret what="the SHA-256">{sha256}</Secret>
        </div>
      )}
      {originalUrl && (
        <a className="button" href={originalUrl} download>
          Download the original
        </a>
      )}
    </section>
  )
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function OriginForm({ master }: { master: Master }) {
  const draft = useDraft(originOf(master), master.revision)
  const path = `/api/v1/masters/${master.id}`
  const save = useAct<MasterChanges, Master>(
    (changes) => call('PATCH', path, changes, { revision: draft.revision }),
    { says: 'Saved.', done: ({ revision }) => draft.accept(revision) },
  )
  const { name, provenance } = draft.value
  const change = <K extends KnownKey>(key: K, changes: Partial<Provenance[K]>) =>
    draft.set({ provenance: withKnown(provenance, key, changes) })
  return (
    <DraftForm
      what="footage"
      draft={draft}
      onSave={() => save.mutate(toOriginChanges(draft.value))}
      saving={save.isPending}
      beside={<DeleteMaster master={master} />}
    >
      <h2>Where it came from</h2>
      <Field label="Name" hint="For the desk alone.">
        <input
          value={name}
          required
          maxLength={300}
          onChange={(event) => draft.set({ name: event.target.value })}
        />
      </Field>
      {KNOWN_FIELDS.map((field) => (
        <div key={field.key} className="known-field">
          <KnownInput
            field={field}
            value={provenance[field.key].value ?? ''}
            onChange={(changes) => change(field.key, changes)}
          />
          <Audience
            label={field.label}
            isPublic={provenance[field.key].public}
            onChange={(value) => change(field.key, { public: value })}
          />
        </div>
      ))}
      <div className="known-field">
        <div className="field">
          <span className="legend">Checksum</span>
          <p className="field-hint">
            The SHA-256 above. Who has the same file can see that nothing in it was changed.
          </p>
        </div>
        <Audience
          label="Checksum"
          isPublic={provenance.checksum.public}
          onChange={(value) => change('checksum', { public: value })}
        />
      </div>
    </DraftForm>
  )
}

interface KnownInputProps {
  field: KnownField
  value: string
  onChange: (changes: { value: string } | { value: null }) => void
}

function KnownInput({ field: { label, type, hint }, value, onChange }: KnownInputProps) {
  const set = (typed: string) =>
    onChange(type === 'date' && typed === '' ? { value: null } : { value: typed })
  return (
    <Field label={label} hint={hint}>
      {type === 'long' ? (
        <textarea value={value} maxLength={4000} onChange={(event) => set(event.target.value)} />
      ) : (
        <input
          type={type}
          value={value}
          maxLength={type === 'text' ? 300 : 2000}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  )
}

interface AudienceProps {
  label: string
  isPublic: boolean
  onChange: (isPublic: boolean) => void
}

/** Who sees a field. */
function Audience({ label, isPublic, onChange }: AudienceProps) {
  return (
    <div className="audience" role="group" aria-label={`Who sees “${label}”`}>
      <button type="button" aria-pressed={isPublic} onClick={() => onChange(true)}>
        Public
      </button>
      <button type="button" aria-pressed={!isPublic} onClick={() => onChange(false)}>
        Desk only
      </button>
    </div>
  )
}

function DeleteMaster({ master }: { master: Master }) {
  const confirm = useConfirm()
  const go = useGoOn()
  const remove = useAct<void>(() => call('DELETE', `/api/v1/masters/${master.id}`), {
    says: 'Footage deleted.',
    done: () => go('/footage'),
  })
  const ask = async () => {
    const words =
      'The original and its transcript are deleted for good. Footage that clips are cut from stays: delete those first.'
    if (await confirm({ title: `Delete “${master.name}”?`, words, yes: 'Delete', danger: true }))
      remove.mutate()
  }
  return (
    <button type="button" className="button is-danger" onClick={() => void ask()}>
      Delete the footage
    </button>
  )
}

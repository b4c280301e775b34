import type { Master, MasterChanges, Provenance } from '../wire.ts'

/** What the desk writes of where footage came from; the checksum is reckoned, only who sees it is chosen. */
export interface OriginDraft {
  name: string
  provenance: Provenance
}

export const originOf = ({ name, provenance }: Master): OriginDraft => ({ name, provenance })

export const toOriginChanges = ({ name, provenance }: OriginDraft): MasterChanges => ({
  name: name.trim(),
  provenance: { ...provenance, checksum: { public: provenance.checksum.public } },
})

export type KnownKey = keyof Provenance

export interface KnownField {
  key: Exclude<KnownKey, 'checksum'>
  label: string
  type: 'text' | 'date' | 'url' | 'long'
  hint?: string
}

export const KNOWN_FIELDS: readonly KnownField[] = [
  { key: 'releasedBy', label: 'Released by', type: 'text' },
  { key: 'releasedOn', label: 'Released on', type: 'date' },
  {
    key: 'sourceUrl',
    label: 'Where it can be found',
    type: 'url',
    hint: 'The address of the release, if there is one.',
  },
  { key: 'receivedOn', label: 'Received on', type: 'date' },
  {
    key: 'notes',
    label: 'Notes',
    type: 'long',
    hint: 'How it came here, what was asked for, what is missing in it.',
  },
]

/** The fields with one of them changed. */
export const withKnown = <K extends KnownKey>(
  provenance: Provenance,
  key: K,
  changes: Partial<Provenance[K]>,
): Provenance => ({ ...provenance, [key]: { ...provenance[key], ...changes } })

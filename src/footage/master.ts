import type { StoredMaster } from './master-store.ts'
import type { Master, MasterChanges, Provenance } from './wire.ts'

/** Longer than the longest shift that a body camera records. */
export const LONGEST_MASTER_MS = 12 * 3_600_000

export const masterTopics = (id: string): string[] => [`desk:master:${id}`, 'desk:footage']

/** Nothing is public before somebody has looked at it. */
export const newProvenance = (receivedOn: string): Provenance => ({
  releasedBy: { value: '', public: false },
  releasedOn: { value: null, public: false },
  sourceUrl: { value: '', public: false },
  receivedOn: { value: receivedOn, public: false },
  checksum: { value: '', public: false },
  notes: { value: '', public: false },
})

export const changedProvenance = (
  before: Provenance,
  changes: NonNullable<MasterChanges['provenance']>,
): Provenance => ({
  releasedBy: changes.releasedBy ?? before.releasedBy,
  releasedOn: changes.releasedOn ?? before.releasedOn,
  sourceUrl: changes.sourceUrl ?? before.sourceUrl,
  receivedOn: changes.receivedOn ?? before.receivedOn,
  checksum: { value: '', public: changes.checksum?.public ?? before.checksum.public },
  notes: changes.notes ?? before.notes,
})

/** The checksum is that of the file, never what somebody typed. */
export const withChecksum = (provenance: Provenance, sha256: string | null): Provenance => ({
  ...provenance,
  checksum: { value: sha256 ?? '', public: provenance.checksum.public },
})

type PublicProvenance = { [K in keyof Provenance]: string | null }

export function publicProvenance(provenance: Provenance, sha256: string | null): PublicProvenance {
  const shown = (known: { value: string | null; public: boolean }): string | null =>
    known.public && known.value !== '' ? known.value : null
  const { releasedBy, releasedOn, sourceUrl, receivedOn, checksum, notes } = withChecksum(provenance, sha256)
  return {
    releasedBy: shown(releasedBy),
    releasedOn: shown(releasedOn),
    sourceUrl: shown(sourceUrl),
    receivedOn: shown(receivedOn),
    checksum: shown(checksum),
    notes: shown(notes),
  }
}

export const toMaster = (row: StoredMaster): Master => ({
  id: row.id,
  revision: row.revision,
  name: row.name,
  state: row.state,
  progress: row.progress,
  problem: row.problem,
  sha256: row.sha256,
  bytes: row.bytes,
  durationMs: row.durationMs,
  width: row.width,
  height: row.height,
  hasAudio: row.hasAudio,
  provenance: withChecksum(row.provenance, row.sha256),
  previewUrl: row.previewSha256 && `/api/v1/masters/${row.id}/preview`,
  originalUrl: row.sha256 && `/api/v1/masters/${row.id}/original`,
  hasTranscript: row.hasTranscript,
  clipCount: row.clipCount,
  addedBy: row.addedBy,
  createdAt: row.createdAt.toISOString(),
})

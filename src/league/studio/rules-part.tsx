import { call } from '../../kit/call.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { useAct } from '../../kit/read.ts'
import { useMay } from '../../kit/studio-context.ts'
import { useDraft } from '../../kit/use-draft.ts'
import type { Ruleset } from '../ruleset.ts'
import type { DeskSeasonJson } from '../wire.ts'
import { DOORS } from './doors.ts'
import { RulesetForm } from './ruleset-form.tsx'
import { rulesetWords } from './ruleset-words.ts'

/** The rules as numbers, and beside them what they come to in words. */
export function RulesPart({ season }: { season: DeskSeasonJson }) {
  const mayManage = useMay('league.manage')
  const draft = useDraft(season.ruleset, season.revision)
  const save = useAct<void, { revision: number }>(
    () => call('PATCH', DOORS.season(season.id), { ruleset: draft.value }, { revision: draft.revision }),
    { says: 'Rules saved.', done: ({ revision }) => draft.accept(revision) },
  )
  const begun = season.matches.some(({ phase }) => phase !== 'scheduled')
  return (
    <div className="columns">
      <DraftForm
        what="rules"
        draft={draft}
        onSave={() => save.mutate()}
        saving={save.isPending}
        mayChange={mayManage}
        beside={
          draft.dirty && (
            <button type="button" className="button" onClick={draft.reset}>
              Undo changes
            </button>
          )
        }
      >
        {begun && (
          <p className="mute">
            A match that has begun keeps the rules it began with. What you change here is for the others.
          </p>
        )}
        <RulesetForm rules={draft.value} set={draft.set} />
      </DraftForm>
      <Told rules={draft.value} />
    </div>
  )
}

function Told({ rules }: { rules: Ruleset }) {
  return (
    <section className="panel" aria-labelledby="told">
      <h2 id="told">In words</h2>
      <ul className="told">
        {rulesetWords(rules).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

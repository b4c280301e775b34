import { call } from '../../kit/call.ts'
import { useNow } from '../../kit/clock.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Go, useGoOn } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import { Badge } from '../../kit/row.tsx'
import type { ScreenProps } from '../../kit/screen.ts'
import { Loaded } from '../../kit/states.tsx'
import { useMay, useZone } from '../../kit/studio-context.ts'
import { countdown, timeNear } from '../../kit/time.ts'
import { useDraft } from '../../kit/use-draft.ts'
import type { DeskMatchJson, DeskSeasonJson, MatchChange } from '../wire.ts'
import { ConsoleLinks } from './console-links.tsx'
import { DOORS } from './doors.ts'
import { matchDraftOf, problemOfDraft, toMatchChange } from './match-draft.ts'
import { MatchForm } from './match-form.tsx'
import { PHASE_WORDS } from './phase-words.ts'
import { readersWords } from './readers-words.ts'
import { RevealPanel } from './reveal-panel.tsx'

export function MatchScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const match = useRead<DeskMatchJson>(DOORS.deskMatch(id), [`desk:match:${id}`, `match:${id}`])
  const seasonId = match.data?.seasonId
  const season = useRead<DeskSeasonJson>(seasonId ? DOORS.deskSeason(seasonId) : null, ['desk:league'])
  return (
    <Loaded query={match} what="the match">
      {(data) => (
        <Loaded query={season} what="the season">
          {(of) => <Match match={data} season={of} />}
        </Loaded>
      )}
    </Loaded>
  )
}

interface MatchProps {
  match: DeskMatchJson
  season: DeskSeasonJson
}

function Match({ match, season }: MatchProps) {
  const { phase } = match.state
  return (
    <Page
      title={match.title}
      beside={
        <>
          {match.draft && <Badge>Draft</Badge>}
          <Badge tone={phase === 'scheduled' || phase === 'ended' ? 'plain' : 'hot'}>
            {PHASE_WORDS[phase]}
          </Badge>
        </>
      }
      actions={
        <>
          {!match.draft && (
            <a className="button" href={match.path} target="_blank" rel="noreferrer">
              See its page
            </a>
          )}
          <Go to={`/seasons/${season.id}`} className="button">
            {season.name}
          </Go>
        </>
      }
    >
      <div className="columns">
        <EditForm match={match} season={season} />
        <div>
          <ScorePanel match={match} />
          <RevealPanel
            of="match"
            path={DOORS.matchReveal(match.id)}
            revealAt={match.revealAt}
            revision={match.revision}
          />
          <section className="panel" aria-label="Page and overlays">
            <ConsoleLinks match={match} />
          </section>
        </div>
      </div>
    </Page>
  )
}

function ScorePanel({ match }: { match: DeskMatchJson }) {
  const now = useNow()
  const zone = useZone()
  const mayRule = useMay('match.rule')
  const { state, sides } = match
  const left = Date.parse(match.scheduledAt) - now
  return (
    <section className="panel" aria-labelledby="score">
      <h2 id="score">{match.subtitle}</h2>
      {state.phase === 'scheduled' ? (
        <p>
          {timeNear(match.scheduledAt, now, zone)}{' '}
          {left > 0 && <span className="countdown">in {countdown(left)}</span>}
        </p>
      ) : (
        <table className="score">
          <tbody>
            {sides.map(({ id, name }, i) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{state.sides[i === 0 ? 0 : 1].points}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="mute">{readersWords(match, now)}</p>
      {match.draft ? (
        <p className="mute">A draft cannot be ruled. Publish it first: uncheck “Draft” and save.</p>
      ) : (
        <Go
          to={`/matches/${match.id}/console`}
          className={mayRule && state.phase !== 'ended' ? 'button is-hot' : 'button'}
        >
          Open console
        </Go>
      )}
    </section>
  )
}

function EditForm({ match, season }: MatchProps) {
  const mayManage = useMay('league.manage')
  const draft = useDraft(matchDraftOf(match), match.revision)
  const path = DOORS.match(match.id)
  const save = useAct<MatchChange, { revision: number }>(
    (changes) => call('PATCH', path, changes, { revision: draft.revision }),
    { says: 'Match saved.', done: ({ revision }) => draft.accept(revision) },
  )
  return (
    <DraftForm
      what="match"
      draft={draft}
      onSave={() => save.mutate(toMatchChange(draft.value, match))}
      saving={save.isPending}
      problem={problemOfDraft(draft.value)}
      mayChange={mayManage}
      beside={match.draft && match.facts.length === 0 && <Delete match={match} />}
    >
      <MatchForm
        season={season}
        draft={draft.value}
        set={draft.set}
        begun={match.state.phase !== 'scheduled'}
      />
    </DraftForm>
  )
}

/** Only what nobody has seen can be deleted. */
function Delete({ match }: { match: DeskMatchJson }) {
  const confirm = useConfirm()
  const go = useGoOn()
  const remove = useAct<void>(
    () => call('DELETE', DOORS.match(match.id), undefined, { revision: match.revision }),
    { says: 'Match deleted.', done: () => go(`/seasons/${match.seasonId}`) },
  )
  const ask = async () => {
    const words = 'It is deleted for good. Its event stays.'
    if (await confirm({ title: 'Delete this match?', words, yes: 'Delete', danger: true })) remove.mutate()
  }
  return (
    <button type="button" className="button is-danger" onClick={() => void ask()}>
      Delete
    </button>
  )
}

import type { EventBrief, MatchLine, MatchState, Outcome, PublicMatchJson, RoundState, Turn } from './wire.ts'

/** What a reader has to know of a match to be told how it stands. */
export type Told = Pick<MatchLine, 'sides' | 'scheduledAt' | 'heldUntil' | 'phase' | 'outcome' | 'words'> & {
  event: Pick<EventBrief, 'phase' | 'label'> | null
}

export type Face = 'held' | 'coming' | 'off' | 'live' | 'paused' | 'final' | 'void' | 'undecided'

export const toldOf = ({ state, event, ...match }: PublicMatchJson): Told => ({
  ...match,
  event,
  phase: state?.phase ?? null,
  outcome: state?.outcome ?? null,
})

const OFF = new Set(['postponed', 'cancelled'])

/** What is held back has no phase: that is said, and nothing else. */
export function faceOf({ phase, outcome, event }: Told): Face {
  if (phase === null) return 'held'
  if (phase === 'scheduled') return event && OFF.has(event.phase) ? 'off' : 'coming'
  if (phase !== 'ended') return event?.phase === 'paused' ? 'paused' : 'live'
  if (outcome?.kind === 'void' || outcome?.kind === 'undecided') return outcome.kind
  return 'final'
}

export const isOn = (told: Told): boolean => ['live', 'paused'].includes(faceOf(told))

/** Whether there is a score to show. */
export const hasScore = (told: Told): boolean => isOn(told) || ['final', 'undecided'].includes(faceOf(told))

const LABELS: Record<Exclude<Face, 'coming' | 'off'>, string> = {
  held: 'Held back',
  live: 'Live',
  paused: 'Paused',
  final: 'Final',
  void: 'Void',
  undecided: 'Under review',
}

export function labelOf(told: Told): string {
  const face = faceOf(told)
  if (face === 'coming') return told.event?.phase === 'starting-soon' ? told.event.label : 'Coming'
  return face === 'off' ? (told.event?.label ?? 'Off') : LABELS[face]
}

export const nameOf = (sides: readonly { id: string; name: string }[], id: string | null): string =>
  sides.find((side) => side.id === id)?.name ?? ''

/** "Night Owls win in overtime" */
export function outcomeWords(outcome: Outcome | null, sides: Told['sides']): string {
  if (outcome?.kind === 'draw') return 'It ends level'
  if (outcome?.kind === 'void') return 'Broken off: it counts for nothing'
  if (outcome?.kind === 'undecided') return 'A correction left it open'
  if (outcome?.kind !== 'win') return ''
  const how = { rounds: '', overtime: ' in overtime', forfeit: ' by forfeit' }[outcome.how]
  return `${nameOf(sides, outcome.winner)} win${how}`
}

const isRegular = ({ kind }: RoundState): boolean => kind === 'plain' || kind === 'niche'

const KINDS: Record<RoundState['kind'], string> = {
  plain: 'Round',
  niche: 'Round',
  bonus: 'Bonus question',
  overtime: 'Overtime',
  'sudden-death': 'Sudden death',
}

/** "Round 9 of 12"; "Overtime", "Sudden death 2": the later ones of a kind by their number. */
export function roundWords(
  state: MatchState,
  { round, kind, label }: Pick<RoundState, 'round' | 'kind' | 'label'>,
): string {
  if (kind === 'plain' || kind === 'niche')
    return `Round ${label} of ${state.rounds.filter(isRegular).length}`
  const place = state.rounds.filter((each) => each.kind === kind && each.round <= round).length
  return place > 1 ? `${KINDS[kind]} ${place}` : KINDS[kind]
}

/** Where a running match is: the round, or what comes now that all are played. */
export function whereWords(state: MatchState): string {
  if (state.turn) return roundWords(state, state.turn)
  if (state.phase === 'level')
    return state.rounds.some(({ kind }) => kind === 'overtime')
      ? 'Level: sudden death next'
      : 'Level: overtime next'
  return state.phase === 'decided' ? 'All played' : ''
}

/** What makes a round or a question worth watching. */
export const marksOf = ({ kind, double }: Pick<Turn, 'kind' | 'double'>): string[] => [
  ...(double ? ['Double'] : []),
  ...(kind === 'niche' ? ['Niche'] : []),
  ...(kind === 'bonus' ? ['Bonus'] : []),
]

/** Whose question it is, and what it may become. */
export function turnWords({ turn }: MatchState, sides: Told['sides']): string {
  if (!turn) return ''
  const who = turn.side === null ? 'Both sides answer' : `${nameOf(sides, turn.side)} to answer`
  const steal = turn.rulings.includes('steal') ? ['open to a steal'] : []
  return [who, ...marksOf(turn), ...steal].join(' · ')
}

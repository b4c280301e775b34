import { Check, Choice, Field, Tabs } from '../../kit/field.tsx'
import { useList } from '../../kit/read.ts'
import { ZonedTime } from '../../kit/zoned-time.tsx'
import { ZoneField } from '../../kit/zone-field.tsx'
import type { ShowJson } from '../wire.ts'
import type { EventDraft } from './event-draft.ts'

interface EventFormProps {
  draft: EventDraft
  set: (changes: Partial<EventDraft>) => void
  /** A running event's delay is changed in its run panel. */
  isNew?: boolean
}

export function EventForm({ draft, set, isNew = false }: EventFormProps) {
  return (
    <>
      <Words draft={draft} set={set} />
      <When draft={draft} set={set} />
      <OnTheStrip draft={draft} set={set} />
      {isNew && (
        <Field
          label="Broadcast delay, seconds"
          hint="What readers see of it trails what you do by so much, so that the site does not spoil the stream."
        >
          <input
            type="number"
            min={0}
            max={90}
            value={draft.delaySeconds}
            onChange={(event) => set({ delaySeconds: Number(event.target.value) })}
          />
        </Field>
      )}
      <Check
        label="Draft: only the studio sees it"
        checked={draft.draft}
        onChange={(value) => set({ draft: value })}
      />
    </>
  )
}

function Words({ draft, set }: EventFormProps) {
  const shows = useList<ShowJson>('/api/v1/shows', ['events', 'desk:events'])
  const options = [
    ['', 'No show'],
    ...(shows.data ?? []).map(({ id, title }) => [id, title] as const),
  ] as const
  return (
    <>
      <Field label="Title">
        <input
          required
          maxLength={160}
          placeholder="Harbor City vs. The Night Owls"
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <Field label="Subtitle">
        <input
          maxLength={200}
          placeholder="Match 45, Season 4"
          value={draft.subtitle}
          onChange={(event) => set({ subtitle: event.target.value })}
        />
      </Field>
      <div className="form-row">
        <Choice label="Show" value={draft.showId} options={options} onChange={(showId) => set({ showId })} />
        <Field label="Address" hint="/events/…; made from the title when it is left empty.">
          <input
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            title="Small letters, digits and single hyphens"
            value={draft.slug}
            onChange={(event) => set({ slug: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Description">
        <textarea
          maxLength={4000}
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
    </>
  )
}

function When({ draft, set }: EventFormProps) {
  return (
    <>
      <div className="form-row">
        <ZonedTime
          label="Starts"
          zone={draft.zone}
          value={draft.wall}
          seconds
          required
          onChange={(wall) => set({ wall })}
        />
        <ZoneField value={draft.zone} onChange={(zone) => set({ zone })} />
        <Field label="Planned length, minutes">
          <input
            type="number"
            min={1}
            max={10_080}
            required
            value={draft.plannedMinutes}
            onChange={(event) => set({ plannedMinutes: Number(event.target.value) })}
          />
        </Field>
      </div>
      <div className="field">
        <span className="legend">Goes live</span>
        <Tabs
          label="Goes live"
          value={draft.startsBy}
          options={[
            ['clock', 'By the clock'],
            ['host', 'When the host says so'],
          ]}
          onChange={(startsBy) => set({ startsBy })}
        />
      </div>
    </>
  )
}

function OnTheStrip({ draft, set }: EventFormProps) {
  return (
    <>
      <div className="form-row">
        <Field label="On the strip from, hours before">
          <input
            type="number"
            min={0}
            max={1440}
            step="any"
            required
            value={draft.announceHours}
            onChange={(event) => set({ announceHours: Number(event.target.value) })}
          />
        </Field>
        <Field label="“Starting Soon” from, seconds before">
          <input
            type="number"
            min={0}
            max={86_400}
            required
            value={draft.soonSeconds}
            onChange={(event) => set({ soonSeconds: Number(event.target.value) })}
          />
        </Field>
      </div>
      <div className="form-row">
        <Field label="Button while it is live">
          <input
            maxLength={40}
            value={draft.actionLabel}
            onChange={(event) => set({ actionLabel: event.target.value })}
          />
        </Field>
        <Field
          label="Where the button leads"
          hint="A path such as /events/… or an https:// address. Empty: no button."
        >
          <input value={draft.actionHref} onChange={(event) => set({ actionHref: event.target.value })} />
        </Field>
      </div>
      <Field label="Where to watch" hint="The stream’s address, for the event’s page and the calendar.">
        <input value={draft.watchUrl} onChange={(event) => set({ watchUrl: event.target.value })} />
      </Field>
      <Field
        label="Final words"
        hint="What the strip says when it is over. You can still change them as you end it."
      >
        <input
          maxLength={200}
          value={draft.finalWords}
          onChange={(event) => set({ finalWords: event.target.value })}
        />
      </Field>
    </>
  )
}

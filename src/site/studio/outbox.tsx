import { call } from '../../kit/call.ts'
import { useAct, useList } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { dateTime } from '../../kit/time.ts'

/** A mail as the platform's door describes it. */
interface Mail {
  id: string
  to: string
  subject: string
  text: string
  state: string
  problem: string | null
  createdAt: string
}

/** What was sent and what waits. Without a mail server this is where mail is read. */
export function Outbox() {
  const mails = useList<Mail>('/api/v1/mail', ['desk:mail'])
  return (
    <section className="panel" aria-labelledby="outbox">
      <h2 id="outbox">Outbox</h2>
      <Loaded query={mails} what="the outbox">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>No mail yet.</Empty>
          ) : (
            <ul className="rows">
              {rows.map((mail) => (
                <MailRow key={mail.id} mail={mail} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...mails} />
    </section>
  )
}

function MailRow({ mail }: { mail: Mail }) {
  const zone = useZone()
  const again = useAct<void>(() => call('POST', `/api/v1/mail/${mail.id}/send-again`), {
    says: 'On its way again.',
  })
  return (
    <Row
      title={mail.subject}
      detail={
        <details>
          <summary>
            To {mail.to}, {dateTime(mail.createdAt, zone)}
            {mail.problem ? `: ${mail.problem}` : ''}
          </summary>
          <pre className="mail-text">{mail.text}</pre>
        </details>
      }
      end={
        <>
          <Badge>{mail.state}</Badge>
          {mail.state === 'failed' && (
            <button type="button" className="button" onClick={() => again.mutate()}>
              Send again
            </button>
          )}
        </>
      }
    />
  )
}

import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  to: string[]
  /** As it came over the wire: headers, an empty line, the body. */
  raw: string
}

export type Behaviour = 'accept' | 'refuse for now' | 'refuse for good' | 'hang up' | 'slow'

export const SLOW_MS = 800

export interface SmtpStandIn {
  url: string
  received: ReceivedMail[]
  attempts: number
  /** How the next mails are met. */
  behave(how: Behaviour): void
  close(): Promise<void>
}

/** A real SMTP server on a port of its own that keeps what it gets. */
export async function smtpServer(): Promise<SmtpStandIn> {
  let behaviour: Behaviour = 'accept'
  const received: ReceivedMail[] = []
  let attempts = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      attempts++
      if (behaviour === 'refuse for now') callback(answer(451, 'Try again later'))
      else if (behaviour === 'refuse for good') callback(answer(550, 'No such mailbox'))
      else if (behaviour === 'hang up') server.connections.forEach((connection) => connection.close())
      else setTimeout(callback, behaviour === 'slow' ? SLOW_MS : 0)
    },
    onData: (stream, { envelope }, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address)
        received.push({ to, raw: Buffer.concat(chunks).toString() })
        callback()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    get attempts() {
      return attempts
    },
    behave: (how) => {
      behaviour = how
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const answer = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })

import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import { Refusal } from '../http/problem.ts'
import { type Jobs, JOBS_TOPIC } from '../jobs.ts'
import type { Write, Writer } from '../log/write.ts'
import type { Source } from '../db/database.ts'
import {
  deleteMailTo,
  markFailure,
  markSent,
  markWaiting,
  readMail,
  type StoredMail,
  writeMail,
} from './mail-store.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  html?: string
}

export interface MailerParts {
  db: Source
  jobs: Jobs
  write: Writer
  config: Pick<Config, 'SMTP_URL' | 'PUBLIC_URL'>
}

const JOB = 'mail.deliver'
export const MAIL_TOPIC = 'desk:mail'
/** Fewer than the queue's own, so that it is the mail that says it has failed. */
const MAX_ATTEMPTS = 8
const TIMEOUT_MS = 20_000

/** One address and nothing else: no list, no line break that would begin another header. */
const ADDRESS = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]{1,253}$/

/** Mail is written with what caused it, in one transaction, and delivered after the commit. */
export class Mailer {
  readonly #parts: MailerParts

  constructor(parts: MailerParts) {
    this.#parts = parts
    parts.jobs.handle({ [JOB]: ({ id }) => this.#deliver(String(id)) })
  }

  /** Whether there is a mail server; without one, mail is read in the studio's outbox. */
  get delivers(): boolean {
    return this.#parts.config.SMTP_URL !== undefined
  }

  send(w: Write, { to, subject, text, html }: Mail): void {
    if (!ADDRESS.test(to)) throw new Refusal('invalid', `"${to.slice(0, 100)}" is not a mail address.`)
    const plainSubject = subject.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 300)
    const state = this.delivers ? 'waiting' : 'kept'
    writeMail(w, { to, subject: plainSubject, text, html: html ?? null, state, job: JOB })
    w.touch(MAIL_TOPIC, ...(this.delivers ? [JOBS_TOPIC] : []))
  }

  /** Has a mail delivered that was kept or has failed. */
  async sendAgain(w: Write, id: string): Promise<void> {
    if (!this.delivers)
      throw new Refusal(
        'unprocessable',
        'There is no mail server. Set SMTP_URL, restart, then send it again.',
      )
    if (!(await markWaiting(w, id)))
      throw new Refusal('conflict', 'This mail is not there, was sent, or is being sent already.')
    await this.#parts.jobs.enqueue(w, JOB, { id }, { key: id })
    w.touch(MAIL_TOPIC)
  }

  /** Drops what was written to an address, when whose it is shall be forgotten. */
  async forget(w: Write, to: string): Promise<void> {
    await deleteMailTo(w, to)
    w.touch(MAIL_TOPIC)
  }

  async #deliver(id: string): Promise<void> {
    const { db, write, config } = this.#parts
    const mail = await readMail(db, id)
    if (mail?.state !== 'waiting' || config.SMTP_URL === undefined) return
    try {
      await sendBySmtp(config.SMTP_URL, config.PUBLIC_URL, mail)
    } catch (error) {
      const final = isRefusedForGood(error) || mail.attempts + 1 >= MAX_ATTEMPTS
      await write(async (w) => {
        await markFailure(w, id, String(error).slice(0, 500), final)
        w.touch(MAIL_TOPIC)
      })
      if (!final) throw error
      return
    }
    await write(async (w) => {
      await markSent(w, id, w.now)
      w.touch(MAIL_TOPIC)
    })
  }
}

async function sendBySmtp(smtpUrl: string, publicUrl: string | undefined, mail: StoredMail): Promise<void> {
  const server = new URL(smtpUrl)
  const from = server.searchParams.get('from') ?? defaultSender(server, publicUrl)
  server.searchParams.delete('from')
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  const transport = createTransport({
    url: server.href,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: mail.recipient },
      subject: mail.subject,
      text: mail.body_text ?? '',
      ...(mail.body_html !== null && { html: mail.body_html }),
      // The same at every attempt, so that a repeated delivery can be told as one.
      messageId: `<${mail.id}@${from.split('@').at(-1)}>`,
    })
  } finally {
    transport.close()
  }
}

function defaultSender(server: URL, publicUrl: string | undefined): string {
  const user = decodeURIComponent(server.username)
  if (ADDRESS.test(user)) return user
  return `pressbox@${publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname}`
}

/** SMTP answers from 500 on mean that another attempt would end the same way. */
const isRefusedForGood = (error: unknown): boolean =>
  error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500

import { afterEach, beforeEach, expect, test } from 'vitest'
import { SLOW_MS, type SmtpStandIn, smtpServer } from '../../../test/support/smtp-server.ts'
import { testPlatform, type TestPlatform } from '../../../test/support/test-platform.ts'
import { sql } from '../db/database.ts'
import { listMail, type StoredMail } from './mail-store.ts'
import { Mailer } from './mailer.ts'
import { Jobs } from '../jobs.ts'

let smtp: SmtpStandIn
let t: TestPlatform
let jobs: Jobs
let mailer: Mailer

beforeEach(async () => {
  smtp = await smtpServer()
  t = await testPlatform()
  jobs = new Jobs(t.p.db, t.p.tail, t.p.log, { firstRetryMs: 10 })
  const config = { SMTP_URL: `${smtp.url}?from=desk@rink.test`, PUBLIC_URL: undefined }
  mailer = new Mailer({ db: t.p.db, write: t.p.write, jobs, config })
})
afterEach(async () => {
  await jobs.stop()
  await t.close()
  await smtp.close()
})

const MAIL = { to: 'ada@rink.test', subject: 'You are invited', text: 'Open https://site.test/join/secret' }
const send = (mail = MAIL): Promise<void> => t.p.write(async (w) => mailer.send(w, mail))
const rows = (): Promise<StoredMail[]> => listMail(t.p, null, 10)

test('a mail is delivered after the commit, and its words are not kept', async () => {
  await jobs.start()
  await send()
  await expect.poll(() => smtp.received.length).toBe(1)
  const [mail] = smtp.received
  expect(mail?.to).toEqual(['ada@rink.test'])
  expect(mail?.raw).toContain('From: desk@rink.test')
  expect(mail?.raw).toContain('Subject: You are invited')
  expect(mail?.raw).toContain('/join/secret')
  await expect.poll(rows).toMatchObject([{ state: 'sent', body_text: null, attempts: 1 }])
})

test('a mail of a transaction that rolls back is neither kept nor sent', async () => {
  await jobs.start()
  const broken = t.p.write(async (w) => {
    mailer.send(w, MAIL)
    throw new Error('changed my mind')
  })
  await expect(broken).rejects.toThrow()
  expect(await rows()).toEqual([])
})

test('a server that is busy or hangs up is asked again until it takes the mail, once', async () => {
  await jobs.start()
  smtp.behave('refuse for now')
  await send()
  await expect.poll(() => smtp.attempts).toBeGreaterThan(0)
  smtp.behave('hang up')
  const before = smtp.attempts
  await expect.poll(() => smtp.attempts, { timeout: 5000 }).toBeGreaterThan(before)
  smtp.behave('accept')
  await expect.poll(rows, { timeout: 10_000 }).toMatchObject([{ state: 'sent' }])
  expect(smtp.received).toHaveLength(1)
})

test('a slow server holds up nobody but its own mail', async () => {
  await jobs.start()
  smtp.behave('slow')
  const began = performance.now()
  await send()
  expect(performance.now() - began).toBeLessThan(SLOW_MS)
  expect(smtp.received).toEqual([])
  await expect.poll(() => smtp.received.length, { timeout: 5000 }).toBe(1)
})

test('a mailbox that does not exist is not tried again, and the reason is shown', async () => {
  await jobs.start()
  smtp.behave('refuse for good')
  await send()
  await expect.poll(rows).toMatchObject([{ state: 'failed', attempts: 1 }])
  expect((await rows())[0]?.problem).toContain('No such mailbox')
  expect((await rows())[0]?.body_text).toContain('/join/secret')
  smtp.behave('accept')
  const [failed] = await rows()
  await t.p.write((w) => mailer.sendAgain(w, failed?.id ?? ''))
  await expect.poll(rows).toMatchObject([{ state: 'sent' }])
  await expect(t.p.write((w) => mailer.sendAgain(w, failed?.id ?? ''))).rejects.toMatchObject({
    kind: 'conflict',
  })
})

test('a server that is away for good ends as a failure that says so', async () => {
  await smtp.close()
  await jobs.start()
  await send()
  await expect.poll(rows, { timeout: 15_000 }).toMatchObject([{ state: 'failed', attempts: 8 }])
  expect((await rows())[0]?.problem).toContain('ECONNREFUSED')
  smtp = await smtpServer()
})

test('without a mail server, mail stays in the outbox to be read', async () => {
  await t.p.write(async (w) => t.p.mailer.send(w, MAIL))
  expect(await rows()).toMatchObject([{ state: 'kept', body_text: MAIL.text }])
  expect(await t.p.jobs.count()).toEqual({ waiting: 0, failed: 0 })
  const [kept] = await rows()
  await expect(t.p.write((w) => t.p.mailer.sendAgain(w, kept?.id ?? ''))).rejects.toThrow('SMTP_URL')
})

test('no address or subject can add a recipient or a header', async () => {
  for (const to of [
    'a@b.test, c@d.test',
    'a@b.test\r\nBcc: c@d.test',
    '"x" <a@b.test>',
    'a@b.test;c@d.test',
    '',
    'nobody',
  ])
    await expect(send({ ...MAIL, to })).rejects.toMatchObject({ kind: 'invalid' })
  await jobs.start()
  await send({ ...MAIL, subject: 'Hello\r\nBcc: eve@evil.test' })
  await expect.poll(() => smtp.received.length).toBe(1)
  expect(smtp.received[0]?.to).toEqual(['ada@rink.test'])
  expect(smtp.received[0]?.raw).not.toMatch(/^Bcc:/m)
})

test('the outbox is told to the studio as it changes', async () => {
  const since = t.p.tail.position
  await send()
  await t.p.tail.sync()
  expect(t.p.tail.changedSince(since, ['desk:mail'])).toBe(true)
  const { rows: keys } = await sql`select name from jobs`.execute(t.p.q)
  expect(keys).toEqual([{ name: 'mail.deliver' }])
})

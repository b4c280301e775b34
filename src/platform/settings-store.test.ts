import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestPlatform, testPlatform } from '../../test/support/test-platform.ts'
import { sql } from './db/database.ts'
import { RecordedReading } from './live/reading.ts'
import { readSetting, settingsTopic, writeSetting } from './settings-store.ts'

const Lamp = z.object({ colour: z.string().default('white') })

let platform: TestPlatform
beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())

const lamp = async (): Promise<string> => (await readSetting(platform.p, 'lamp', Lamp)).value.colour

test('a setting is read once, and again when it has been written here or elsewhere', async () => {
  const { p } = platform
  expect(await lamp()).toBe('white')
  const made = p.settings.made
  expect(await lamp()).toBe('white')
  expect(p.settings.made).toBe(made)
  await p.write((w) => writeSetting(w, 'lamp', { colour: 'red' }, 0))
  expect(await lamp()).toBe('red')
  await sql`update settings set value = '{"colour": "blue"}' where name = 'lamp'`.execute(p.q)
  await sql`insert into pending_changes (topic) values (${settingsTopic('lamp')})`.execute(p.q)
  await p.tail.sync()
  expect(await lamp()).toBe('blue')
})

test('a use case sees what its own transaction has written; everybody else what is committed', async () => {
  const { p } = platform
  const { revision } = await readSetting(p, 'lamp', Lamp)
  const colourIn = async (source: Parameters<typeof readSetting>[0]): Promise<string> =>
    (await readSetting(source, 'lamp', Lamp)).value.colour
  const colours = await p.write(async (w) => {
    await writeSetting(w, 'lamp', { colour: 'green' }, revision)
    return [await colourIn(w), await colourIn(p), await colourIn(new RecordedReading(p, w.now))]
  })
  expect(colours).toEqual(['green', 'blue', 'blue'])
  expect(await lamp()).toBe('green')
})

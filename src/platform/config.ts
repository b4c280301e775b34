import { resolve } from 'node:path'
import { z } from 'zod'

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PRESSBOX_DATA: z
    .string()
    .min(1)
    .default('./data')
    .transform((path) => resolve(path)),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: address.optional(),
  FILES_URL: address.optional(),
  WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  PRESSBOX_MAX_UPLOAD: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).default(20_000_000_000),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  STRIPE_API_URL: address.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

const EXPECTED: Record<string, string> = {
  PORT: 'a port number from 0 to 65535, for example 4000',
  HOST: 'an address to listen on, for example 127.0.0.1',
  PRESSBOX_DATA: 'a folder, for example ./data',
  DATABASE_URL: 'a PostgreSQL address, for example postgres://user:password@localhost/pressbox',
  PUBLIC_URL: 'the address that readers use, for example https://example.com',
  FILES_URL: 'the address of a host that serves the files, for example https://files.example.com',
  WORKERS: 'a number of processes from 1 to 64',
  PRESSBOX_MAX_UPLOAD: 'the largest video that is taken, in bytes, for example 20000000000',
  SMTP_URL: 'a mail server, for example smtp://user:password@mail.example.com:587',
  STRIPE_API_URL: 'the address of a stand-in for Stripe, for example http://127.0.0.1:12111',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, silent',
}

export type Config = z.output<typeof schema>

export class ConfigError extends Error {}

/** Configuration from the environment; a wrong value stops the start with a sentence that names it. An empty value counts as none. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map(({ path }) => {
    const name = String(path[0])
    return `${name} is "${given[name]}", but it must be ${EXPECTED[name]}.`
  })
  throw new ConfigError([...new Set(sentences)].join('\n'))
}

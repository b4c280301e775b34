import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findProgram } from '../../bin/find-program.ts'
import { Desk } from '../support/desk.ts'
import { fetchPage, FollowingReader } from '../support/following-reader.ts'
import { RunningSite } from '../support/running-site.ts'
import { StreamReader } from '../support/stream-reader.ts'

const GUIDE = join(import.meta.dirname, '../../docs/guides/nginx.md')
const nginx = findProgram('nginx')
if (!nginx)
  console.warn('The guide to nginx is not tried: there is no nginx here (apt-get install nginx-light).')

const documented = (): string =>
  /^```nginx test\n([\s\S]*?)^```$/m.exec(readFileSync(GUIDE, 'utf8'))?.[1] ?? ''

test('the guide has a configuration to try, with streams that are not buffered', () => {
  expect(documented()).toMatch(/location ~ \^\/\(live\|studio\/live\)\$ \{[^}]*proxy_buffering off;/)
})

describe.skipIf(!nginx)('Pressbox behind nginx, as the guide has it', () => {
  let site: RunningSite
  let proxy: ChildProcess
  let folder: string
  let front: { url: string }

  beforeAll(async () => {
    site = await RunningSite.start({ script: 'src/main.ts' })
    folder = mkdtempSync(join(tmpdir(), 'pressbox-nginx-'))
    const port = await freePort()
    front = { url: `http://127.0.0.1:${port}` }
    proxy = startNginx(folder, port, new URL(site.url).port)
    await vi.waitFor(async () => expect((await fetch(front.url)).status).toBe(200), 10_000)
  })
  afterAll(async () => {
    proxy.kill('SIGTERM')
    await site.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  test('an event of the stream goes out when it comes', async () => {
    const reader = await StreamReader.open(front.url, 'regions=strip~none&at=/')
    await reader.until(({ heard }) => heard.some(({ name }) => name === 'region'), 2000)
    reader.close()
  })

  test('the owner signs in by way of it, publishes, and every open page has it at once', async () => {
    const reader = await FollowingReader.open(front, '/')
    const desk = (await Desk.open(site)).at(front.url)
    await desk.publishNew('By way of the proxy')
    expect((await fetchPage(`${front.url}/`)).markup).toContain('By way of the proxy')
    await expect.poll(() => reader.stale(), { timeout: 2000 }).toEqual([])
    await reader.close()
  })
})

function startNginx(folder: string, port: number, sitePort: string): ChildProcess {
  const server = documented()
    .replace('127.0.0.1:4000', `127.0.0.1:${sitePort}`)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  const whole = `daemon off; pid ${folder}/pid; error_log stderr; events {}\nhttp { access_log off; ${paths.join(' ')}\n${server}\n}\n`
  writeFileSync(join(folder, 'nginx.conf'), whole)
  return spawn(nginx ?? '', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', 'stderr'], {
    stdio: 'inherit',
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

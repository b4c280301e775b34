// The rival of the page benchmark: nothing but node:http, one answer held ready.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answer } from '../support/child.ts'

const [bodyFile = '', headersFile = ''] = process.argv.slice(2)
const body = readFileSync(bodyFile)
// As a flat list, which node:http takes quicker than an object.
const headers = Object.entries(JSON.parse(readFileSync(headersFile, 'utf8')) as Record<string, string>).flat()

const server = createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => answer(() => Promise.resolve((server.address() as AddressInfo).port)))

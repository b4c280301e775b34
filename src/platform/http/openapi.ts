import { z } from 'zod'
import { type Caller, type Endpoint } from './endpoint.ts'

const PROBLEM = {
  description: 'A problem (RFC 9457); `detail` says what to do',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
        },
      },
    },
  },
}

type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: unknown
  description?: string
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query'): Parameter[] {
  if (!schema) return []
  const json = schemaOf(schema, 'input')
  const properties = json['properties'] ?? {}
  const required = Array.isArray(json['required']) ? json['required'] : []
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }))
}

function headersOf(endpoint: Endpoint<never>): Parameter[] {
  const headers: Parameter[] = []
  if (endpoint.ifMatch)
    headers.push({
      name: 'If-Match',
      in: 'header',
      required: true,
      schema: { type: 'string' },
      description: 'The revision that the change is based on, as "7"',
    })
  if (endpoint.idempotent)
    headers.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', maxLength: 200 },
      description: 'A repeat with the same key gets the first answer',
    })
  return headers
}

function operationOf(endpoint: Endpoint<never>): Record<string, unknown> {
  const json = endpoint.body && endpoint.bodyType === 'json'
  return {
    summary: endpoint.summary,
    tags: [endpoint.module],
    'x-right': endpoint.right,
    security: endpoint.right === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...headersOf(endpoint),
    ],
    ...(json &&
      endpoint.body && {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
        },
      }),
    responses: {
      ...(endpoint.reply
        ? {
            200: {
              description: 'Done',
              content: { 'application/json': { schema: schemaOf(endpoint.reply, 'output') } },
            },
          }
        : { 204: { description: 'Done' } }),
      default: PROBLEM,
    },
  }
}

/** The OpenAPI 3.1 document of these endpoints, made from the same schemas that check their requests. */
export function openApi<C extends Caller>(
  title: string,
  endpoints: readonly Endpoint<C>[],
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'pressbox.session_token' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

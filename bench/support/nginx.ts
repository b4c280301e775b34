import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SERVER_CORE } from './tools.ts'

const NCHAN = '/usr/lib/nginx/modules/ngx_nchan_module.so'
const FIRST_PORT = 20_000

export interface Nginx {
  origin: string
  port: number
  /** The one worker's. */
  pid: number
  stop(): Promise<void>
}

/** nginx with one worker on the measured core, serving what `location` says. */
export async function startNginx(dir: string, location: string): Promise<Nginx> {
  const port = FIRST_PORT + Math.floor(Math.random() * 10_000)
  const file = join(dir, 'nginx.conf')
  writeFileSync(file, configuration(dir, port, location))
  const child = spawn('taskset', ['-c', SERVER_CORE, 'nginx', '-c', file, '-p', dir, '-e', 'stderr'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  await untilOpen(port, child)
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit')
    // Stopped in order, nchan without a master process frees something twice and says so.
    child.kill('SIGKILL')
    await ended
  }
  return { origin: `http://127.0.0.1:${port}`, port, pid: child.pid ?? 0, stop }
}

const configuration = (dir: string, port: number, location: string): string => `
${existsSync(NCHAN) ? `load_module ${NCHAN};` : ''}
daemon off;
master_process off;
pid ${dir}/nginx.pid;
worker_rlimit_nofile 20000;
events { worker_connections 16000; }
http {
  access_log off;
  error_log stderr crit;
  sendfile on;
  tcp_nopush on;
  tcp_nodelay on;
  keepalive_requests 100000000;
  open_file_cache max=100;
  client_body_temp_path ${dir}/body;
  proxy_temp_path ${dir}/proxy;
  fastcgi_temp_path ${dir}/fastcgi;
  uwsgi_temp_path ${dir}/uwsgi;
  scgi_temp_path ${dir}/scgi;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    ${location}
  }
}
`

async function untilOpen(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) break
    const socket = connect(port, '127.0.0.1')
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (open) return
    await sleep(25)
  }
  throw new Error('nginx did not start.')
}

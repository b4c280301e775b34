import { existsSync, lstatSync } from 'node:fs'
import { findTool } from './find-tool.ts'

/** How a decoder is shut in: `bubblewrap` and `unshare` leave it no network and one input; `limits` only bounds what it takes. */
export type SandboxKind = 'bubblewrap' | 'unshare' | 'limits'

export interface Limits {
  /** Of address space, in bytes. */
  memory: number
  cpuSeconds: number
  /** Of any one file that it writes. */
  fileBytes: number
}

export interface Confined {
  program: string
  /** The one file that it may read. */
  input: string
  /** The one folder that it may write. */
  output: string
  limits: Limits
  /** `in` and `out` are the two as the program sees them. */
  args: (paths: { in: string; out: string }) => string[]
}

/** Where a distribution keeps programs and libraries beside /usr: links into it on most. */
const SYSTEM_FOLDERS = ['/bin', '/sbin', '/lib', '/lib64', '/lib32']
/** Debian's ffmpeg finds its BLAS through the second. */
const SYSTEM_FILES = ['/etc/ld.so.cache', '/etc/alternatives']
/** Nothing of our environment: secrets are nothing that a decoder needs. */
export const TOOL_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C' }

const INSIDE = { in: '/in/input', out: '/out' }

/** Arguments as they stand on a command line; none of them holds a blank. */
const flags = (line: string): string[] => line.split(' ')

/** The command line that runs a program shut in. */
export function confine(kind: SandboxKind, work: Confined): string[] {
  const outer = [...dieWithUs(), ...bounded(work.limits)]
  if (kind === 'bubblewrap') return [...outer, ...bubblewrap(work), work.program, ...work.args(INSIDE)]
  if (kind === 'unshare') return [...outer, ...unshare(work), work.program, ...work.args(INSIDE)]
  return [...outer, work.program, ...work.args({ in: work.input, out: work.output })]
}

/** The kernel ends the child when our process dies, however it dies. */
function dieWithUs(): string[] {
  const setpriv = findTool('setpriv')
  return setpriv ? [setpriv, '--pdeathsig', 'KILL', '--'] : []
}

function bounded({ memory, cpuSeconds, fileBytes }: Limits): string[] {
  const nice = findTool('nice')
  const prlimit = findTool('prlimit')
  return [
    ...(nice ? [nice, '-n', '10'] : []),
    ...(prlimit
      ? [
          prlimit,
          ...flags(`--as=${memory} --cpu=${cpuSeconds} --fsize=${fileBytes} --nofile=256 --core=0 --`),
        ]
      : []),
  ]
}

function bubblewrap({ input, output }: Confined): string[] {
  const folders = SYSTEM_FOLDERS.filter((path) => existsSync(path)).flatMap((path) =>
    lstatSync(path).isSymbolicLink() ? ['--symlink', `usr${path}`, path] : ['--ro-bind', path, path],
  )
  return [
    findTool('bwrap') ?? 'bwrap',
    ...flags('--unshare-all --die-with-parent --clearenv --setenv LANG C --ro-bind /usr /usr'),
    ...folders,
    ...SYSTEM_FILES.flatMap((path) => ['--ro-bind-try', path, path]),
    ...flags('--dev /dev --tmpfs /tmp'),
    '--ro-bind',
    input,
    INSIDE.in,
    '--bind',
    output,
    INSIDE.out,
    ...flags(`--chdir ${INSIDE.out} --`),
  ]
}

/**
 * Builds, in namespaces of its own, a root that holds the system's programs, the input and the output, goes there for good and gives up
 * every right over it. `mount` says no where the machine does not allow this.
 */
const ROOT_SCRIPT = `set -e
input=$1 output=$2; shift 2
root=$output/.root
mkdir -p "$root"
mount -t tmpfs -o mode=755,size=1m tmpfs "$root"
mkdir "$root/usr" "$root/out" "$root/dev" "$root/etc" "$root/tmp" "$root/in"
bound() { mount --bind "$1" "$2"; mount -o remount,bind,ro "$2"; }
: > "$root/in/input"
bound "$input" "$root/in/input"
mount --bind "$output" "$root/out"
bound /usr "$root/usr"
for folder in ${SYSTEM_FOLDERS.join(' ')}; do
  if [ -L "$folder" ]; then ln -s "usr$folder" "$root$folder"
  elif [ -d "$folder" ]; then mkdir "$root$folder"; bound "$folder" "$root$folder"; fi
done
for device in null urandom; do : > "$root/dev/$device"; mount --bind "/dev/$device" "$root/dev/$device"; done
for path in ${SYSTEM_FILES.join(' ')}; do
  if [ -d "$path" ]; then mkdir "$root$path"; bound "$path" "$root$path"
  elif [ -f "$path" ]; then : > "$root$path"; bound "$path" "$root$path"; fi
done
mount -o remount,ro "$root"
cd "$root/out"
exec chroot "$root" /usr/bin/env -i -C /out PATH=/usr/bin:/bin LANG=C \
  /usr/bin/setpriv --no-new-privs --bounding-set=-all --inh-caps=-all -- "$@"
`

const unshare = ({ input, output }: Confined): string[] => [
  findTool('unshare') ?? 'unshare',
  ...flags('--user --map-root-user --net --mount --pid --ipc --fork --kill-child -- /bin/sh -c'),
  ROOT_SCRIPT,
  'sandbox',
  input,
  output,
]

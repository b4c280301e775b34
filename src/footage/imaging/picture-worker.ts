// A process of its own: decoders meet hostile files here, and a crash or a runaway costs one picture.
import sharp, { type Sharp } from 'sharp'
import type { Inspected, InspectJob, JobMessage, RenderJob, ResultMessage } from './picture-job.ts'

sharp.concurrency(1)
sharp.cache(false)
// Every decoder that we did not ask for stays shut, SVG and PDF among them.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegFile',
    'VipsForeignLoadPngFile',
    'VipsForeignLoadWebpFile',
    'VipsForeignLoadNsgifFile',
    'VipsForeignLoadHeifFile',
  ],
})

async function inspect({ input, maxPixels }: InspectJob): Promise<Inspected> {
  // Reads the header alone: nothing is decoded before the size is known.
  const { autoOrient } = await sharp(input, { limitInputPixels: false }).metadata()
  const { width, height } = autoOrient
  if (width * height > maxPixels) return { width, height, averageColour: null }
  const { data } = await open(input, maxPixels)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .resize(1, 1, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width, height, averageColour: `#${data.subarray(0, 3).toString('hex').padEnd(6, '0')}` }
}

async function render({ input, output, width, height, box, format, maxPixels }: RenderJob): Promise<null> {
  let picture = open(input, maxPixels)
  if (box) picture = picture.extract(box)
  picture = picture.resize(width, height, { fit: height === null ? 'inside' : 'fill' })
  await ENCODE[format](picture).toFile(output)
  return null
}

// Metadata (EXIF with its GPS among it) is left behind unless asked for; the orientation is applied first.
const open = (input: string, maxPixels: number): Sharp =>
  sharp(input, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true }).autoOrient()

const ENCODE: Record<RenderJob['format'], (picture: Sharp) => Sharp> = {
  avif: (picture) => picture.avif({ quality: 52, effort: 3 }),
  webp: (picture) => picture.webp({ quality: 76, effort: 4 }),
  jpg: (picture) => picture.flatten({ background: '#ffffff' }).jpeg({ quality: 78, mozjpeg: true }),
}

async function answer({ id, job }: JobMessage): Promise<void> {
  const reply = await (job.kind === 'inspect' ? inspect(job) : render(job)).then(
    (result): ResultMessage => ({ id, ok: true, result }),
    (error: unknown): ResultMessage => ({ id, ok: false, problem: String(error) }),
  )
  process.send?.(reply)
}

process.on('message', (message) => void answer(message as JobMessage))
process.on('disconnect', () => process.exit(0))

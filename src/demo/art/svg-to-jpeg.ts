import sharp from 'sharp'

/** Our own drawings only; what others upload is never decoded in this process. */
export const svgToJpeg = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg)).jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer()

import codeOf from 'qrcode-generator'

/** Light around the code, in modules: ISO/IEC 18004 asks for four. */
const QUIET = 4

/** A QR code to be read off the screen: dark on light in dark mode too, since not every reader takes it the other way round. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = codeOf(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const dark: string[] = []
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (code.isDark(row, column)) dark.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`)
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size + 2 * QUIET} ${size + 2 * QUIET}`}
    >
      <path d={dark.join('')} />
    </svg>
  )
}

import '../look/base.css'
import '../look/shell.css'
import '../look/parts.css'
import '../look/tonight.css'
import '../look/editor.css'
import '../look/house.css'
import '../look/footage.css'
import '../look/transcript.css'
import '../look/league.css'
import '../look/shop.css'
import '../look/drop.css'
import '../look/orders.css'
import '../look/console.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const place = document.getElementById('studio')
if (place)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )

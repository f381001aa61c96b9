import '@cloudscape-design/global-styles/index.css'
import './console.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { readSettings } from './shell/settings.ts'

const settings = await readSettings()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App settings={settings} />
  </StrictMode>,
)

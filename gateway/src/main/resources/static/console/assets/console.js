import { initAll } from '/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// Every change that htmx asks for carries the token that proves it comes from this page.
document.addEventListener('htmx:configRequest', event => {
  const csrf = document.querySelector('meta[name="csrf-header"]')
  if (csrf) event.detail.headers[csrf.dataset.name] = csrf.content
})

// Who has been signed out meanwhile sees the page to sign in, and not a copy of it within this page.
document.addEventListener('htmx:beforeSwap', event => {
  if (new URL(event.detail.xhr.responseURL).pathname !== '/console/sign-in') return
  event.detail.shouldSwap = false
  location.reload()
})

// A live part is fetched again when the server says that it changed. Without this the page shows what it showed at first.
for (const live of document.querySelectorAll('[data-live]')) {
  let paused = false
  const pause = live.querySelector('[data-live-pause]')
  const renew = () => {
    if (paused || document.hidden) return
    const opened = [...document.querySelectorAll(`${live.dataset.livePart} details[open] summary`)].map(it => it.textContent)
    htmx.ajax('GET', live.dataset.liveFrom, { target: live.dataset.livePart, swap: 'innerHTML' }).then(() => {
      for (const summary of document.querySelectorAll(`${live.dataset.livePart} details summary`)) {
        if (opened.includes(summary.textContent)) summary.parentElement.open = true
      }
      const said = document.querySelector(`${live.dataset.livePart} [data-live-summary]`)
      const status = document.querySelector('#now-summary')
      if (said && status && status.textContent !== said.textContent) status.textContent = said.textContent
    })
  }
  // The server ends each line after some minutes and the browser opens another: only what stays lost is said.
  const lost = live.querySelector('[data-live-lost]')
  let losing
  const events = new EventSource(live.dataset.live)
  events.addEventListener('changed', renew)
  events.addEventListener('open', () => {
    clearTimeout(losing)
    losing = undefined
    if (!lost || lost.hidden) return
    lost.hidden = true
    renew()
  })
  events.addEventListener('error', () => {
    losing ??= setTimeout(() => { if (lost) lost.hidden = false }, 10_000)
  })
  document.addEventListener('visibilitychange', renew)
  if (pause) {
    pause.hidden = false
    pause.addEventListener('click', () => {
      paused = !paused
      pause.textContent = paused ? 'Update again' : 'Stop updating'
      renew()
    })
  }
}

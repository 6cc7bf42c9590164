import { initAll } from '/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// Every change that htmx asks for carries the token that proves it comes from this page.
document.addEventListener('htmx:configRequest', event => {
  const csrf = document.querySelector('meta[name="csrf-header"]')
  if (csrf) event.detail.headers[csrf.dataset.name] = csrf.content
})

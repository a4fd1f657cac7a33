// Our only own script. Every page works without it; it saves what people write, and quotes what they select.
'use strict'
const words = document.body.dataset
const local = {
  name: key => `klankbord:${words.person}:${key}`,
  read: key => { try { return words.person ? JSON.parse(localStorage.getItem(local.name(key))) : null } catch { return null } },
  keep: (key, entry) => { try { if (words.person) localStorage.setItem(local.name(key), JSON.stringify(entry)) } catch { /* full or forbidden */ } },
  drop: key => { try { localStorage.removeItem(local.name(key)) } catch { /* forbidden */ } }
}
const clock = at => new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' }).format(at)

const look = 'utrecht-button utrecht-button--subtle'

// What can be saved: one field with a draft key, or a whole form.
const draft = field => ({
  form: field.form, watch: field, key: field.dataset.draft, method: 'PUT', url: '/drafts/' + encodeURIComponent(field.dataset.draft),
  status: field.closest('.utrecht-form-field, form').querySelector('[data-draft-status]'),
  version: () => Number(field.dataset.draftVersion) || 0,
  saved: ({ version }) => { field.dataset.draftVersion = version },
  read: () => field.value,
  write: text => { field.value = text },
  drafted: () => field.dataset.draftKept && field.dataset.draftKept !== field.value ? { fits: !field.value, fields: field.dataset.draftKept } : null,
  body () { return new URLSearchParams({ text: field.value, version: this.version() }) }
})
const whole = form => ({
  form, watch: form, key: form.dataset.key ?? form.dataset.autosave, method: 'POST', url: form.dataset.autosave,
  status: form.querySelector('[data-draft-status]'),
  // Nothing saved yet is before the first version.
  version: () => form.elements.version?.value ? Number(form.elements.version.value) : -1,
  // What is saved now is what one goes on from: a colleague's text is compared with that.
  saved: ({ version, base }) => {
    if (form.elements.version) form.elements.version.value = version
    if (form.elements.base && base) form.elements.base.value = base
  },
  base: () => form.elements.base?.value,
  merges: Boolean(form.elements.base),
  read: () => JSON.stringify(inputs(form).map(field => [called(field), chosen(field) ? field.checked : field.value])),
  // Rows repeat their names: each value goes to the field at its own place among those of that name.
  write: text => {
    const at = {}
    for (const [name, value] of JSON.parse(text)) {
      at[name] = (at[name] ?? -1) + 1
      const there = () => inputs(form).filter(one => called(one) === name)
      const rows = there()[0]?.closest('[data-rows]')
      if (rows && !there()[at[name]]) grow(rows)
      const field = there()[at[name]]
      if (field) field[chosen(field) ? 'checked' : 'value'] = value
    }
  },
  body: () => new URLSearchParams(new FormData(form))
})
// What was submitted changes when it is saved; until then all of the form is one draft, of the version it began from.
const later = form => ({
  ...whole(form), key: form.dataset.draftForm, method: 'PUT', url: '/drafts/' + encodeURIComponent(form.dataset.draftForm),
  version: () => Number(form.dataset.draftVersion) || 0,
  saved: ({ version }) => { form.dataset.draftVersion = version },
  merges: false,
  body () { return new URLSearchParams({ text: JSON.stringify({ from: form.elements.version.value, fields: this.read() }), version: this.version() }) },
  drafted: () => { try { return JSON.parse(form.dataset.draftKept || 'null') } catch { return null } }
})
// A form whose parts come and go: what was kept goes back to the server, which shows it and saves nothing.
const entire = form => ({
  ...later(form), offers: true,
  read: () => JSON.stringify([...new FormData(form)].filter(([name]) => name !== 'csrf-token')),
  write: text => {
    form.dataset.going = 'yes'
    const again = form.cloneNode(false)
    again.append(form.querySelector('[data-csrf]').cloneNode())
    for (const [name, value] of [...JSON.parse(text), ['go', 'kept']]) again.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
    document.body.append(again)
    again.submit()
  },
  body () { return new URLSearchParams({ text: this.read(), version: this.version() }) },
  // Who began from what is saved goes on with it at once; else, and on the way back from that, one chooses.
  fits: text => {
    if (form.dataset.touched || performance.getEntriesByType('navigation')[0]?.type === 'back_forward') return false
    try { return JSON.parse(text).some(([name, value]) => name === 'version' && value === form.elements.version.value) } catch { return false }
  },
  drafted () {
    const kept = form.dataset.draftKept
    return kept && kept !== this.read() && !form.dataset.typed ? { fits: this.fits(kept), fields: kept } : null
  },
  unsaved () { return form.dataset.touched || form.dataset.typed && form.dataset.draftKept !== this.read() }
})
const inputs = form => [...form.querySelectorAll('textarea[name], input[name]:not([type=hidden]), select[name]')]
// Where only what differs has a field, the place among those of one name tells nothing.
const called = field => field.form.dataset.key ? field.id : field.name
const chosen = field => field.type === 'radio' || field.type === 'checkbox'

// One more row of what repeats, with the next number.
function grow (rows) {
  const all = rows.querySelectorAll('[data-row]'), row = all[all.length - 1].cloneNode(true)
  for (const one of [row, ...row.querySelectorAll('*')]) {
    for (const name of ['id', 'for', 'aria-describedby']) if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace(/\[\d+]/, `[${all.length}]`))
    one.removeAttribute('aria-invalid')
    if (one.matches('input, textarea')) one.value = ''
    if (one.matches('button')) one.value = one.value.replace(/\[\d+]/, `[${all.length}]`)
    if (one.matches('legend, label')) one.firstChild.data = one.firstChild.data.replace(/\d+/, all.length + 1)
  }
  row.querySelectorAll('.utrecht-form-field-error-message, [data-once]').forEach(one => one.remove())
  all[all.length - 1].after(row)
  return row
}
for (const rows of document.querySelectorAll('[data-rows]')) {
  const more = rows.querySelector('button[value^=more]')
  more.addEventListener('click', event => {
    // Of no row there is no copy: the server makes the first.
    if (!rows.querySelector('[data-row]')) return
    event.preventDefault()
    grow(rows).querySelector('input, textarea').focus()
    more.hidden = rows.querySelectorAll('[data-row]').length >= Number(rows.dataset.rows)
  })
}

function autosave (thing) {
  let timer, running, changes = 0, done = 0, conflict = false
  // Of a form as a whole a text is on offer; what is typed meanwhile does not take its place, here or at the server.
  let offered = null
  const keep = () => offered !== 'here' && local.keep(thing.key, { text: thing.read(), version: thing.version(), base: thing.base?.() })
  const later = wait => { clearTimeout(timer); timer = setTimeout(save, wait) }
  // In conflict with a colleague each save is put aside at the server, until both texts are one.
  const changed = () => { changes++; offered === 'there' || conflict && !thing.merges ? keep() : later(2000) }
  const link = name => Object.assign(document.createElement('a'), { href: location.pathname + location.search, textContent: words['text' + name] })
  const say = (state, ...more) => {
    const text = thing.form.dataset['text' + state] ?? words['text' + state]
    tell(state.toLowerCase(), state === 'Saved' || state === 'Restored' ? `${text} ${clock(new Date())}` : text, ...more)
  }
  const tell = (state, line, ...more) => {
    if (!thing.status || thing.status.textContent.startsWith(line)) return
    thing.status.dataset.state = state
    thing.status.replaceChildren(line + ' ', ...more)
  }
  const failed = (state, ...more) => { keep(); say(state, ...more); return state }
  const send = async keepalive => {
    const sending = changes
    try {
      const headers = { Accept: 'application/json', 'X-Requested-With': 'JavaScript', 'X-CSRF-TOKEN': thing.form.querySelector('[data-csrf]')?.value ?? '' }
      const answer = await fetch(thing.url, { method: thing.method, body: thing.body(), keepalive, redirect: 'manual', headers })
      conflict = answer.status === 412
      if (conflict && thing.merges) {
        done = sending
        return failed('Merge', Object.assign(document.createElement('button'), { type: 'button', className: look, textContent: words.textBoth, onclick: () => thing.form.requestSubmit() }))
      }
      if (conflict) return failed('Conflict', link('Reload'))
      if (answer.type === 'opaqueredirect' || [400, 401, 499].includes(answer.status)) return failed('Expired', link('SignIn'))
      if (answer.status >= 500) return failed('Offline')
      if (!answer.ok) {
        // Too long, too late or gone: it says so itself, and trying again would not help.
        const problem = await answer.json().catch(() => ({}))
        done = sending
        keep()
        tell('refused', problem.errors?.[0]?.message ?? problem.detail ?? words.textOffline)
        return 'Refused'
      }
      const saved = await answer.json()
      thing.saved(saved)
      done = sending
      // Of one field it says why that waits; the others are saved.
      if (saved.error) { keep(); tell('refused', saved.error); return 'Refused' }
      if (done === changes && offered !== 'here') local.drop(thing.key)
      say('Saved')
    } catch { return failed('Offline') }
  }
  // One request at a time, so that a slow answer never makes our own next version look like someone else's.
  const save = async keepalive => {
    clearTimeout(timer)
    while (running) await running
    if (conflict && !thing.merges || offered === 'there' || done === changes) return
    running = send(keepalive === true)
    const result = await running
    running = null
    if (done !== changes && (!conflict || thing.merges)) later(result ? 10000 : 2000)
    return result
  }
  const leaving = () => done !== changes && !thing.form.dataset.going && (keep(), save(String(thing.body()).length < 60000))
  const offer = (where, again) => {
    if (thing.offers) offered = where
    say('Older', Object.assign(document.createElement('button'), { type: 'button', className: look, textContent: words.textRestore, onclick: again }))
  }
  const restore = () => {
    // With what it began from, so that it meets what was saved since instead of taking its place.
    if (thing.merges && kept.base) thing.saved(kept)
    thing.write(kept.text)
    if (thing.offers) return
    say('Restored')
    changed()
  }
  const kept = local.read(thing.key)
  const newer = thing.offers && !thing.form.dataset.typed && kept?.version >= thing.version() && kept.text !== thing.read()
  const drafted = newer ? null : thing.drafted?.()
  const fits = drafted && (drafted.fits ?? drafted.from === thing.form.elements.version.value)
  if (thing.form.dataset.typed === 'kept') say('Restored')
  // What goes by way of the server stays on offer here, for who comes back to this page.
  if (drafted && (thing.offers || !fits)) offer('there', () => { thing.write(drafted.fields); if (!thing.offers) changed() })
  if (fits) thing.write(drafted.fields)
  if (fits && !thing.offers) say('Restored')
  if (kept?.text === thing.read()) local.drop(thing.key)
  else if (kept?.version >= thing.version() && !thing.offers) restore()
  else if (kept && !(thing.offers && drafted)) {
    offer('here', restore)
    if (newer && thing.fits(kept.text)) restore()
  }
  if (thing.unsaved?.()) changed()
  thing.watch.addEventListener('input', changed)
  addEventListener('pagehide', leaving)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leaving())
  return { save: () => { offered = null; return save() }, posted: () => local.drop(thing.key) }
}

// Submitting saves first: with an expired sign-in or no network the form stays here, with everything in it.
const keepSafe = form => {
  const all = (form.dataset.autosave ? [whole(form)] : form.dataset.keepForm ? [entire(form)] : form.dataset.draftForm ? [later(form)] : [...form.querySelectorAll('[data-draft]')].map(draft)).map(autosave)
  form.addEventListener('submit', async event => {
    if (form.dataset.going) return
    event.preventDefault()
    const results = await Promise.all(all.map(one => one.save()))
    if (results.includes('Expired') || results.includes('Offline')) return
    all.forEach((one, at) => { if (!results[at] || results[at] === 'Merge') one.posted() })
    form.dataset.going = 'yes'
    // With nothing to save we are still in the submit event here, and a form does not submit within its own.
    setTimeout(() => form.requestSubmit(event.submitter))
  })
  addEventListener('pageshow', () => delete form.dataset.going)
}
document.querySelectorAll('form:has([data-draft]), form[data-autosave], form[data-draft-form]').forEach(keepSafe)

// Drafts that the page does not bring along are asked for when their form is used; the write that takes them lets them go.
const ask = async key => {
  const answer = await fetch('/drafts/' + encodeURIComponent(key), { redirect: 'manual', headers: { Accept: 'application/json', 'X-Requested-With': 'JavaScript' } }).catch(() => null)
  return answer?.ok ? answer.json() : { text: '', version: 0 }
}
for (const form of document.querySelectorAll('form:has([data-keep])')) {
  form.addEventListener('focusin', async () => {
    const fields = [...form.querySelectorAll('[data-keep]')]
    await Promise.all(fields.map(async field => {
      const kept = await ask(field.dataset.keep)
      Object.assign(field.dataset, { draft: field.dataset.keep, draftVersion: kept.version, draftKept: kept.text })
    }))
    keepSafe(form)
    // What was typed while we asked counts, too.
    for (const field of fields) if (field.value && field.value !== field.defaultValue && field.value !== field.dataset.draftKept) field.dispatchEvent(new Event('input', { bubbles: true }))
  }, { once: true })
}

// A form that is one draft; what comes back with a mistake, or with a row more or less, is newer than that.
for (const form of document.querySelectorAll('form[data-keep-form]')) {
  const shown = entire(form).read()
  // Back to what is saved: the draft is emptied, here and at the server, and nothing is kept on the way.
  form.querySelector('[data-draft-away]')?.addEventListener('click', async () => {
    form.dataset.going = 'yes'
    const { version } = await ask(form.dataset.keepForm)
    const headers = { Accept: 'application/json', 'X-Requested-With': 'JavaScript', 'X-CSRF-TOKEN': form.querySelector('[data-csrf]')?.value ?? '' }
    const answer = await fetch('/drafts/' + encodeURIComponent(form.dataset.keepForm), { method: 'PUT', body: new URLSearchParams({ text: '', version }), redirect: 'manual', headers }).catch(() => null)
    if (!answer?.ok) return delete form.dataset.going
    local.drop(form.dataset.keepForm)
    location.assign(form.getAttribute('action'))
  })
  ask(form.dataset.keepForm).then(kept => {
    Object.assign(form.dataset, { draftForm: form.dataset.keepForm, draftVersion: kept.version, draftKept: kept.text })
    // What was typed while we asked counts, too.
    if (entire(form).read() !== shown) form.dataset.touched = 'yes'
    keepSafe(form)
  })
}

// A question that only some answers bring.
for (const place of document.querySelectorAll('[data-shown-for]')) {
  const [name, answers] = place.dataset.shownFor.split('='), form = place.closest('form')
  const show = () => { place.hidden = !answers.split(',').includes(form.elements[name].value) && !place.querySelector('textarea')?.value }
  form.addEventListener('change', show)
  show()
}

// What is there already, while one types a title.
for (const place of document.querySelectorAll('[data-suggest]')) {
  const field = document.getElementById(place.dataset.from)
  let timer, asked = field.value.trim()
  const ask = async () => {
    const title = field.value.trim()
    if (title === asked) return
    asked = title
    try {
      const answer = await fetch(place.dataset.suggest + encodeURIComponent(title), { redirect: 'manual' })
      const found = answer.ok && asked === title && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('suggestions')
      if (found) place.replaceChildren(...found.childNodes)
    } catch { /* without network there is nothing to suggest */ }
  }
  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 600) })
}

// Something said about words or about a part of the text is written in its margin; both can be named in the form as well.
const remark = document.getElementById('remark')
if (remark) {
  const about = remark.querySelector('[data-passage]'), home = document.createComment(''), kept = `passage:${location.pathname}`
  const named = () => Object.fromEntries(['exact', 'prefix', 'suffix', 'field'].map(name => [name, remark.elements[name].value]))
  // Above the form stands what it is about, with the way back to it.
  const quoted = remark.querySelector('[data-about]')
  const quote = ({ exact = '', field }) => {
    if (!quoted) return
    const part = field ? document.getElementById(`part-${field}`) : null, link = quoted.querySelector('a')
    link.textContent = (exact.length > 120 ? `${exact.slice(0, 120)}…` : exact) || part?.querySelector('h2').textContent || ''
    if (part) link.href = `#${part.id}`
    else link.removeAttribute('href')
    quoted.hidden = !link.textContent
  }
  const name = passage => {
    for (const [name, value] of Object.entries({ exact: '', prefix: '', suffix: '', field: '', ...passage })) if (remark.elements[name]) remark.elements[name].value = value
    if (about) about.open = Boolean(passage.field)
    quote(passage)
    if (about) local.keep(kept, passage)
  }
  const away = Object.assign(document.createElement('button'), { type: 'button', className: look, textContent: remark.dataset.textAway, hidden: true, onclick: () => { name({}); home.after(remark); away.hidden = true; remark.elements.text.focus() } })
  const comeTo = (text, passage) => {
    const part = text.closest('.kb-dilemma__part')
    name(passage)
    if (!about) return remark.elements.exact.focus()
    const margin = part.querySelector('.kb-dilemma__margin') ?? part.appendChild(Object.assign(document.createElement('div'), { className: 'kb-dilemma__margin' }))
    margin.prepend(remark)
    away.hidden = false
    remark.elements.text.focus()
  }
  if (about) {
    remark.before(home)
    about.append(away)
    about.addEventListener('input', () => { quote(named()); local.keep(kept, named()) })
    // What a text is about comes back with the text.
    const before = local.read(kept)
    if (before && remark.elements.text.value && !remark.elements.field.value && !remark.elements.exact.value) name(before)
    else if (!remark.elements.text.value) local.drop(kept)
  }

  for (const link of document.querySelectorAll('[data-part]')) {
    link.addEventListener('click', event => { event.preventDefault(); comeTo(link, { field: link.dataset.part }) })
  }

  // Whole words, though half of one was selected.
  const letter = /[\p{L}\p{N}]/u
  const selected = () => {
    const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null
    const place = range && (range.startContainer.closest ? range.startContainer : range.startContainer.parentElement).closest('[data-quotable]')
    if (!place) return null
    const upTo = document.createRange()
    upTo.setStart(place, 0); upTo.setEnd(range.startContainer, range.startOffset)
    const text = place.textContent, words = String(range).trim()
    let at = String(upTo).length + String(range).indexOf(words), end = at + words.length
    if (!words || !text.startsWith(words, at)) return null
    while (at > 0 && letter.test(text[at - 1]) && letter.test(text[at])) at--
    while (end < text.length && letter.test(text[end]) && letter.test(text[end - 1])) end++
    return end - at > 1000 ? null : { place, range, passage: { exact: text.slice(at, end), prefix: text.slice(Math.max(0, at - 32), at), suffix: text.slice(end, end + 32), field: place.dataset.quotable } }
  }
  const say = Object.assign(document.createElement('button'), { type: 'button', className: 'utrecht-button utrecht-button--primary-action kb-say', textContent: remark.dataset.textSay, hidden: true })
  let found
  const offer = () => {
    found = selected()
    say.hidden = !found
    if (!found) return
    // Behind the text, so that it is the next stop by keyboard.
    if (say.previousElementSibling !== found.place) found.place.after(say)
    const words = found.range.getBoundingClientRect()
    say.style.top = `${Math.min(words.bottom + 8, innerHeight - say.offsetHeight - 8)}px`
    say.style.left = `${Math.max(8, Math.min(words.left, innerWidth - say.offsetWidth - 8))}px`
  }
  document.addEventListener('selectionchange', offer)
  addEventListener('scroll', () => found && offer(), { passive: true })
  say.addEventListener('pointerdown', event => event.preventDefault())
  say.addEventListener('click', () => { comeTo(found.place, found.passage); getSelection().removeAllRanges() })
}

// How a text will look, in its place: the page that the server would answer with knows.
for (const show of document.querySelectorAll('form:has([data-preview]) button[name=preview]')) {
  show.addEventListener('click', async event => {
    event.preventDefault()
    const form = show.form, place = form.querySelector('[data-preview]'), body = new URLSearchParams(new FormData(form))
    body.append(show.name, show.value)
    const answer = await fetch(form.action, { method: 'POST', redirect: 'manual', body }).catch(() => null)
    // Without network or sign-in the form goes the long way round, and its own answer says what is wrong.
    if (!answer?.ok) return form.requestSubmit(show)
    const section = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-preview] > *')
      ?? Object.assign(document.createElement('p'), { className: 'kb-preview', tabIndex: -1, textContent: words.textPreviewNothing })
    place.replaceChildren(section)
    section.focus()
  })
}

// Which colleagues are writing in the same text just now.
const presence = document.querySelector('[data-presence]')
const looking = presence && setInterval(async () => {
  if (document.hidden) return
  try {
    const answer = await fetch(presence.dataset.presence, { redirect: 'manual', headers: { Accept: 'application/json' } })
    if (answer.status >= 500) return
    const { lines, over } = answer.ok ? await answer.json() : { lines: [], over: true }
    if (over) clearInterval(looking)
    if (lines.join() !== [...presence.children].map(line => line.textContent).join()) presence.replaceChildren(...lines.map(line => Object.assign(document.createElement('p'), { textContent: line })))
  } catch { /* without network nobody is seen */ }
}, 15000)

document.querySelector('[data-focus]')?.focus()
const clear = () => Object.keys(localStorage).filter(key => key.startsWith('klankbord:')).forEach(key => localStorage.removeItem(key))
document.querySelector('[data-sign-out]')?.addEventListener('click', clear)

(function () {
  'use strict'
  var root = document.documentElement
  var note = document.getElementById('note')
  var aside = document.getElementById('evidence')
  var status = document.getElementById('status')
  var cards = Array.from(aside.querySelectorAll('.card'))
  var stops = Array.from(note.querySelectorAll('a.number, a.value'))
  var shown = null
  var pinned = null
  root.classList.add('js')

  function rowOf(stop) { return stop.dataset.row || '' }

  function mark(className, elements) {
    note.querySelectorAll('.' + className).forEach(function (each) { each.classList.remove(className) })
    elements.forEach(function (each) { each.classList.add(className) })
  }

  function show(stop) {
    var number = stop.dataset.statement
    var key = number + ' ' + rowOf(stop)
    if (key === shown) return
    shown = key
    aside.classList.add('chosen')
    cards.forEach(function (card) {
      var own = card.dataset.statement === number
      card.classList.toggle('current', own)
      card.open = own
    })
    mark('current', Array.from(note.querySelectorAll('.statement[data-statement="' + number + '"]')))
    var row = rowOf(stop)
    mark('pointed', row === '' ? [] : Array.from(note.querySelectorAll('[data-row="' + row + '"]')))
    aside.querySelectorAll('.row').forEach(function (each) { each.classList.toggle('pointed', each.id === row) })
    var target = document.getElementById(row) || document.getElementById('e' + number)
    if (target && getComputedStyle(aside).overflowY === 'auto') {
      aside.scrollTop += target.getBoundingClientRect().top - aside.getBoundingClientRect().top - 56
    }
  }

  function pin(stop) {
    pinned = null
    show(stop)
    pinned = stop
    aside.classList.add('pinned')
    status.textContent = 'Kept: statement ' + stop.dataset.statement + '. Escape frees it.'
  }

  function free() {
    if (pinned === null) return
    pinned = null
    aside.classList.remove('pinned')
    status.textContent = 'Freed.'
    if (stops.includes(document.activeElement)) show(document.activeElement)
  }

  function stopAt(target) {
    var stop = target.closest ? target.closest('a.number, a.value') : null
    if (stop !== null) return stop
    var statement = target.closest ? target.closest('.statement') : null
    return statement === null ? null : statement.querySelector('a.number')
  }

  note.addEventListener('pointerover', function (event) {
    var stop = stopAt(event.target)
    if (stop !== null && pinned === null) show(stop)
  })
  note.addEventListener('focusin', function (event) {
    var stop = stopAt(event.target)
    if (stop !== null && pinned === null) show(stop)
  })
  note.addEventListener('click', function (event) {
    var stop = stopAt(event.target)
    if (stop === null) return
    event.preventDefault()
    if (pinned === stop) free()
    else pin(stop)
  })
  document.querySelectorAll('a[data-to]').forEach(function (each) {
    each.addEventListener('click', function (event) {
      event.preventDefault()
      go(document.getElementById('s' + each.dataset.to))
    })
  })

  function go(stop) {
    if (!stop) return
    stop.focus()
    stop.scrollIntoView({ block: 'nearest' })
  }

  // a fragment names a statement, or is its number
  function follow() {
    var target = note.querySelector(':target')
    var statement = target === null ? null : target.closest('.statement')
    if (statement !== null) go(statement.querySelector('a.number'))
  }
  window.addEventListener('load', follow)
  window.addEventListener('hashchange', follow)

  function step(list, forward) {
    var here = stops.indexOf(document.activeElement)
    var places = list.map(function (each) { return stops.indexOf(each) })
    var next = forward
      ? places.find(function (each) { return each > here })
      : places.slice().reverse().find(function (each) { return here === -1 || each < here })
    return next === undefined ? null : stops[next]
  }

  var numbers = stops.filter(function (each) { return each.classList.contains('number') })
  var bare = stops.filter(function (each) { return each.classList.contains('unsourced') })

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') return free()
    var inside = stops.includes(document.activeElement)
    if (event.key === 'n' || event.key === 'p') {
      var found = step(bare, event.key === 'n')
      status.textContent = found ? '' : bare.length === 0 ? 'Nothing is without a source.' : 'No more without a source.'
      return go(found)
    }
    if (!inside) return
    var moves = {
      ArrowRight: [stops, true], ArrowLeft: [stops, false],
      ArrowDown: [numbers, true], ArrowUp: [numbers, false]
    }
    var move = Object.prototype.hasOwnProperty.call(moves, event.key) ? moves[event.key] : null
    if (move === null) return
    event.preventDefault()
    go(step(move[0], move[1]))
  })

  var opened = []
  window.addEventListener('beforeprint', function () {
    opened = cards.map(function (each) { return each.open })
    cards.forEach(function (each) { each.open = true })
  })
  window.addEventListener('afterprint', function () {
    cards.forEach(function (each, index) { each.open = opened[index] })
  })
})()

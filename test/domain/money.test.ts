import currencyCodes from 'currency-codes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEnvelope } from '../../shared/contract/index.ts'
import { costOfMiles } from '../../shared/domain/rulebook/mile-value.ts'
import { moneyText, parseMoney } from '../../shared/domain/units.ts'
import { decimalsOf, isCurrency, readCurrency } from '../../shared/standards/currency.ts'
import { ENDED_CURRENCIES } from '../../shared/standards/currency-table.ts'
import { majorText, minorOf, rateOf, share } from '../../shared/standards/money.ts'
import { at, envelope } from '../support/events.ts'
import { load, loadAt } from '../support/rulebooks.ts'

describe('currencies', () => {
  test('the decimals are those of the list published on 2024-06-25, with what has begun and ended since', () => {
    const withoutMinorUnit = /^(XA[GU]|XB[ABCD]|XDR|XP[DT]|XSU|XTS|XUA|XXX)$/
    for (const { code, digits } of currencyCodes.data.filter((each) => !withoutMinorUnit.test(each.code))) {
      expect([code, isCurrency(code), decimalsOf(code)]).toEqual([code, true, digits])
    }
    const listed = new Set(currencyCodes.codes())
    const begun = [...allCurrencies()].filter((code) => !listed.has(code) && !Object.hasOwn(ENDED_CURRENCIES, code))
    expect(begun.sort()).toEqual(['XAD', 'XCG'])
  })

  test.each([
    ['cny', 'CNY'],
    [' Eur ', 'EUR'],
    ['hrk', 'HRK'],
  ])('%j is %s', (written, name) => {
    expect(readCurrency(written)).toEqual({ ok: true, name })
  })

  test.each([
    ['RMB', 'CNY'],
    ['CNH', 'CNY'],
    ['EURO', 'EUR'],
    ['JPX', 'JPY'],
    ['NTD', 'TWD'],
  ])('%s is none: probably %s was meant', (written, meant) => {
    expect(readCurrency(written)).toMatchObject({ hint: `did you mean "${meant}"?` })
  })

  test.each(['XAU', 'XDR', 'XXX', 'XTS', '__proto__', 'constructor', ''])(
    '%j has no minor units: it is refused',
    (code) => {
      expect(readCurrency(code)).toHaveProperty('ok', false)
    },
  )
})

describe('money in an event', () => {
  const NOW = at('2026-10-02T00:00:00Z')
  const booked = (fare: unknown, occurredAt = '2026-10-01T00:00:00Z') =>
    parseEnvelope(
      envelope('booking.created', {
        id: 'B1',
        memberId: 'M1',
        occurredAt,
        pnr: 'K3YWCU',
        flights: [
          { carrier: 'CA', flightNumber: '1', from: 'PEK', to: 'SHA', departsAt: '2026-10-05T00:00:00Z', cabin: 'Y' },
        ],
        fare,
      }),
      NOW,
    )

  test.each([
    [5000, 'XPF', 5000],
    [5000, 'KRW', 5000],
    [10.125, 'IQD', 10125],
    [10.125, 'lyd', 10125],
    [1.2345, 'CLF', 12345],
    [4100, 'CNY', 410000],
    [0.1 + 0.2, 'CNY', 30],
    [1.005, 'CNY', 101],
    [-1.005, 'CNY', -101],
    [10.999, 'JPY', 11],
    [8.5, 'JPY', 9],
    [1e-7, 'CNY', 0],
    [-0, 'CNY', 0],
  ])('%d %s is %d minor units', (amount, currency, amountMinor) => {
    expect(booked({ amount, currency })).toMatchObject({
      ok: true,
      event: { fare: { amountMinor, currency: currency.toUpperCase() } },
    })
  })

  test('a currency that there is not is a bad field, with the one that was meant', () => {
    expect(booked({ amount: 1, currency: 'RMB' })).toEqual({
      ok: false,
      fault: {
        code: 'bad-field',
        path: 'fare.currency',
        message: 'fare.currency: no currency of ISO 4217 is called "RMB"',
        hint: 'did you mean "CNY"?',
      },
    })
  })

  test('a currency that has ended is told for two years: what was paid with it is still flown', () => {
    expect(booked({ amount: 1, currency: 'BGN' })).toMatchObject({ ok: true })
    expect(booked({ amount: 1, currency: 'HRK' }, '2024-12-01T00:00:00Z')).toMatchObject({ ok: true })
    expect(booked({ amount: 1, currency: 'HRK' })).toMatchObject({
      ok: false,
      fault: { code: 'bad-field', path: 'fare.currency', hint: 'it became EUR: write the amount in that' },
    })
  })

  test('an amount that nobody pays is refused', () => {
    expect(booked({ amount: 9e9, currency: 'CLF' })).toMatchObject({ ok: false, fault: { path: 'fare' } })
  })
})

describe('money in a rulebook', () => {
  const NOW = at('2026-10-02T00:00:00Z')

  test.each(['care: { limit: 1000 BGN }', 'care: { limit: 1000 HRK }'])('%s has ended by now', async (budget) => {
    const files = { 'budgets.yaml': `budgets:\n  ${budget}\n` }
    const loaded = await loadAt(files, NOW)
    expect(loaded).toMatchObject({
      ok: false,
      problems: [{ file: 'budgets.yaml', line: 2, code: 'unknown-currency', hint: expect.stringContaining('EUR') }],
    })
    // What is live already goes on, and months of then are rehearsed.
    expect((await load(files)).ok).toBe(true)
    expect((await loadAt(files, at('2022-12-01T00:00:00Z'))).ok).toBe(true)
  })

  test('letters may be small, and decimals are those of the currency', async () => {
    const loaded = await load({
      'budgets.yaml': 'budgets:\n  care: { limit: 1000.125 iqd }\n  pacific: { limit: 5000 XPF }\n',
    })
    expect(loaded.ok && loaded.rulebook.budgets).toMatchObject({
      care: { currency: 'IQD', limitMinor: 1_000_125 },
      pacific: { currency: 'XPF', limitMinor: 5000 },
    })
  })
})

describe('sums are exact', () => {
  const cost = (miles: number, value: string) => costOfMiles(miles, parseMoney(value)!)

  test.each([
    [3000, '0.011 CNY', 3300],
    [3001, '0.011 CNY', 3302],
    [1, '0.000001 CNY', 1],
    [7, '1.5 JPY', 11],
    [10_000_000, '10000 CNY', 10_000_000_000_000],
  ])('%d miles at %s cost %d', (miles, value, minor) => {
    expect(cost(miles, value)).toBe(minor)
  })

  test('what miles cost is the least whole amount that is not below their value', () => {
    const digits = fc.integer({ min: 1, max: 9_999 })
    const decimals = fc.integer({ min: 0, max: 6 })
    const code = fc.constantFrom('CNY', 'JPY', 'IQD', 'CLF')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), digits, decimals, code, (miles, digit, places, currency) => {
        const text = decimalText(BigInt(digit), places)
        // In units of 10^-(decimals of the currency + 6): everything is whole.
        const exact = BigInt(miles) * BigInt(digit) * 10n ** BigInt(decimalsOf(currency) + 6 - places)
        const unit = 10n ** 6n
        const is = BigInt(cost(miles, `${text} ${currency}`)) * unit
        return is >= exact && is - exact < unit
      }),
    )
  })

  test('a share is the exact quotient, rounded once', () => {
    const amount = fc.integer({ min: -1e12, max: 1e12 })
    const times = fc.integer({ min: 0, max: 1e6 })
    const by = fc.integer({ min: 1e6, max: 1e9 })
    fc.assert(
      fc.property(amount, times, by, (a, b, c) => {
        const [down, near, up] = (['down', 'nearest', 'up'] as const).map((rounding) =>
          BigInt(share(a, b, c, rounding)),
        )
        const [product, divisor] = [BigInt(a) * BigInt(b), BigInt(c)]
        const off = product - down! * divisor
        expect(off >= 0n && off < divisor).toBe(true)
        expect(up).toBe(off === 0n ? down : down! + 1n)
        expect(near).toBe(2n * off >= divisor ? down! + 1n : down)
      }),
    )
  })

  test('what is written and read again is the same, to the last minor unit', () => {
    const minor = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(minor, fc.constantFrom('CNY', 'JPY', 'IQD', 'CLF'), (amount, currency) => {
        expect(rateOf(majorText(amount, currency), currency)).toEqual({ minor: amount + 0, per: 1 })
      }),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('CNY', 'JPY', 'IQD', 'CLF'),
        (amount, currency) => {
          expect(minorOf(Number(majorText(amount, currency)), currency)).toBe(amount + 0)
        },
      ),
    )
  })

  test('beyond what is counted exactly nothing is read, and nothing is worked out', () => {
    expect(parseMoney('999999999999 CLF')).toBeUndefined()
    expect(parseMoney('999999999999.123456 CNY')).toBeUndefined()
    expect(() => share(1e15, 1e15, 1, 'up')).toThrow(RangeError)
    expect(moneyText(-5, 'CNY')).toBe('-0.05 CNY')
  })
})

function decimalText(digits: bigint, places: number): string {
  const all = String(digits).padStart(places + 1, '0')
  return places === 0 ? all : `${all.slice(0, -places)}.${all.slice(-places)}`
}

function* allCurrencies(): Generator<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const a of letters) for (const b of letters) for (const c of letters) if (isCurrency(a + b + c)) yield a + b + c
}

/**
 * The currencies of ISO 4217, list one as of 2026-01-01 (amendment 180), funds codes too, by the decimals they have. What
 * has no minor unit is left out: metals, bonds, XDR, XTS, XXX.
 */
export const CURRENCIES_BY_DECIMALS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP
    COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR
    JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN
    NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
    THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

export interface EndedCurrency {
  decimals: number
  /** The last day it was legal tender (CLDR 48, supplemental currency data). */
  until: string
  /** What it became. */
  now: string
}

/** Those that ended since 2010, with the decimals they had. */
export const ENDED_CURRENCIES: Readonly<Record<string, EndedCurrency>> = {
  EEK: { decimals: 2, until: '2010-12-31', now: 'EUR' },
  ZMK: { decimals: 2, until: '2013-01-01', now: 'ZMW' },
  LVL: { decimals: 2, until: '2013-12-31', now: 'EUR' },
  LTL: { decimals: 2, until: '2014-12-31', now: 'EUR' },
  BYR: { decimals: 0, until: '2017-01-01', now: 'BYN' },
  STD: { decimals: 2, until: '2017-12-31', now: 'STN' },
  MRO: { decimals: 2, until: '2018-06-30', now: 'MRU' },
  VEF: { decimals: 2, until: '2018-08-20', now: 'VES' },
  CUC: { decimals: 2, until: '2021-06-01', now: 'CUP' },
  HRK: { decimals: 2, until: '2023-01-14', now: 'EUR' },
  SLL: { decimals: 2, until: '2023-12-31', now: 'SLE' },
  ZWL: { decimals: 2, until: '2024-08-31', now: 'ZWG' },
  ANG: { decimals: 2, until: '2025-06-30', now: 'XCG' },
  BGN: { decimals: 2, until: '2026-01-31', now: 'EUR' },
}

/** The first day of those that began since 2021: nothing is to be paid in one before. */
export const BEGUN_CURRENCIES: Readonly<Record<string, string>> = {
  VED: '2021-10-01',
  SLE: '2022-07-01',
  ZWG: '2024-06-25',
  XCG: '2025-03-31',
  XAD: '2025-05-12',
}

/** What people write for a currency, and its code. */
export const CURRENCY_SLIPS: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  CNH: 'CNY',
  YUAN: 'CNY',
  NTD: 'TWD',
  NT: 'TWD',
  YEN: 'JPY',
  EURO: 'EUR',
  UKP: 'GBP',
  GBX: 'GBP',
  STG: 'GBP',
  RUR: 'RUB',
  DOLLAR: 'USD',
}

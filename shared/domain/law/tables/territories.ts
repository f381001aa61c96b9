import { inForce } from '../dated.ts'

/**
 * Whose rules a place is under. `union`: where the EU Treaties apply, with the outermost regions. `community`: the
 * union with those that took Regulation 261/2004 over by agreement. Countries are those of the airport table.
 */
export type Area = 'union' | 'community' | 'uk' | 'us' | 'china'

interface Membership {
  area: Area
  countries: readonly string[]
  from: string
  to?: string
  source: string
}

/** Before the first of the laws here: nobody asks for an earlier day. */
const ALWAYS = '2000-01-01'

const MEMBERSHIPS: readonly Membership[] = [
  {
    area: 'union',
    countries: words('AT BE CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT SE SI SK AX GF GP MF MQ RE'),
    from: ALWAYS,
    source:
      'TEU Art. 52, TFEU Art. 349 and 355 (Åland and the outermost regions; Azores, Madeira, Canaries by country)',
  },
  { area: 'union', countries: ['GB'], from: ALWAYS, to: '2020-12-31', source: 'Withdrawal Agreement Art. 126-127' },
  { area: 'union', countries: ['BG', 'RO'], from: '2007-01-01', source: 'Act of Accession 2005' },
  { area: 'union', countries: ['HR'], from: '2013-07-01', source: 'Act of Accession 2012' },
  { area: 'union', countries: ['YT'], from: '2014-01-01', source: 'European Council Decision 2012/419/EU' },
  { area: 'union', countries: ['BL'], from: ALWAYS, to: '2011-12-31', source: 'European Council Decision 2010/718/EU' },
  {
    area: 'community',
    countries: ['IS', 'LI', 'NO'],
    from: ALWAYS,
    source: 'EEA Agreement, Annex XIII (not Svalbard)',
  },
  { area: 'community', countries: ['CH'], from: '2006-12-01', source: 'EU-Swiss air transport agreement, annex' },
  {
    area: 'uk',
    countries: ['GB'],
    from: ALWAYS,
    source: 'the United Kingdom, without Gibraltar, Jersey, Guernsey, Man',
  },
  {
    area: 'us',
    countries: words('US PR VI GU AS MP'),
    from: ALWAYS,
    source: '49 U.S.C. 40102: States and territories',
  },
  {
    area: 'china',
    countries: ['CN'],
    from: ALWAYS,
    source: 'the mainland: Hong Kong, Macao, Taiwan have rules of their own',
  },
]

/** Whether a country is in an area on a day, `YYYY-MM-DD`. */
export function isIn(area: Area, country: string, day: string): boolean {
  if (area === 'community' && isIn('union', country, day)) return true
  return MEMBERSHIPS.some(
    (each) => each.area === area && each.countries.includes(country) && inForce([each], day) !== undefined,
  )
}

/** The French overseas departments, of which Art. 10(2) of Regulation 261/2004 speaks by name. */
export const FRENCH_OVERSEAS_DEPARTMENTS: readonly string[] = ['GF', 'GP', 'MQ', 'RE', 'YT']

function words(text: string): string[] {
  return text.split(' ')
}

/**
 * Airlines by their ICAO designator, with the IATA code that tickets, schedules and Wingback name them by. Kept by hand
 * as of 2026-07, region by region: airlines that fly under both codes, and only where each code is that of one airline.
 * Left out for that reason: PQ, 1I, OG, BU. Lufthansa Cargo shares LH with Lufthansa, who carries the passengers.
 *
 * Codes are given anew years after an airline is gone, so a designator that is missing here is not guessed at. Before a
 * row is added or changed: is the code in use by nobody else now? What named an airline before keeps its meaning in what
 * is stored, which has the IATA code alone.
 */
const ROWS = [
  // Chinese mainland
  'CCA:CA CES:MU CSN:CZ CHH:HU CSZ:ZH CXA:MF CQH:9C CDG:SC CSC:3U DKH:HO GCR:GS LKE:8L CBJ:JD OKA:BK CUA:KN HXA:G5',
  'CGH:GT CDC:GJ CSH:FM TBA:TV FZA:FU UEA:EU CHB:PN QDA:QW KNA:KY EPA:DZ RLH:DR CJX:RY CGZ:GY',
  'SNG:LT CBG:GX CQN:OQ HBH:NS JOY:JR JYH:AQ CGN:9H HTU:A6 YZR:Y8 NMG:9D',
  // Hong Kong, Macao, Taiwan
  'CPA:CX CRK:HX HKE:UO HGB:HB AMU:NX CAL:CI EVA:BR SJX:JX MDA:AE UIA:B7 TTW:IT',
  // Japan, Korea, Mongolia
  'JAL:JL ANA:NH JTA:NU SKY:BC ADO:HD SNJ:6J APJ:MM JJP:GK KAL:KE AAR:OZ JNA:LJ JJA:7C TWB:TW ABL:BX ASV:RS EOK:RF ESR:ZE MGL:OM',
  // South-East Asia
  'SIA:SQ TGW:TR MAS:MH AXM:AK XAX:D7 MXD:OD FFM:FY THA:TG BKP:PG AIQ:FD NOK:DD TVJ:VZ TLM:SL HVN:VN VJC:VJ BAV:QH',
  'GIA:GA CTV:QG LNI:JT BTK:ID AWQ:QZ PAL:PR CEB:5J RBA:BI LAO:QV KHV:K6',
  // South and Central Asia
  'AIC:AI IGO:6E AXB:IX SEJ:SG AKJ:QP PIA:PK ALK:UL BBC:BG UBG:BS RNA:RA BTN:B3 DRK:KB DQA:Q2 KZR:KC UZB:HY TUA:T5',
  // Middle East and Turkey
  'UAE:EK ETD:EY FDB:FZ ABY:G9 QTR:QR SVA:SV FAD:F3 KNE:XY GFA:GF KAC:KU OMA:WY RJA:RJ MEA:ME ELY:LY ISR:6H AIZ:IZ IRA:IR',
  'IRM:W5 IAW:IA THY:TK PGT:PC SXS:XQ',
  // Europe
  'BAW:BA VIR:VS EZY:U2 EXS:LS TOM:BY LOG:LM EIN:EI RYR:FR AFR:AF TVF:TO KLM:KL TRA:HV DLH:LH EWG:EW CFG:DE AUA:OS SWR:LX',
  'EDW:WK BEL:SN LGL:LG IBE:IB IBS:I2 VLG:VY AEA:UX VOE:V7 TAP:TP RZO:S4 ITY:AZ NOS:NO SAS:SK NOZ:DY WIF:WF FIN:AY ICE:FI',
  'BTI:BT LOT:LO CSA:OK WZZ:W6 TVS:QS ROT:RO LZB:FB AEE:A3 OAL:OA CTN:OU ASL:JU KMM:KM CYP:CY AUI:PS AFL:SU SBI:S7 SDM:FV',
  'PBD:DP SVR:U6 BRU:B2 AHY:J2 TGZ:A9',
  // Africa
  'ETH:ET KQA:KQ SAA:SA SFR:FA MSR:MS RAM:AT DAH:AH TAR:TU RWD:WB MAU:MK REU:UU SEY:HM APK:P4 TCV:VR',
  // North America
  'AAL:AA DAL:DL UAL:UA SWA:WN JBU:B6 ASA:AS HAL:HA NKS:NK FFT:F9 AAY:G4 SCX:SY ENY:MQ SKW:OO RPA:YX EDV:9E JIA:OH PDT:PT',
  'ASH:YV QXE:QX MXY:MX ACA:AC WJA:WS TSC:TS POE:PD ROU:RV FLE:F8 AMX:AM VOI:Y4 VIV:VB',
  // Central and South America, Caribbean
  'LAN:LA GLO:G3 AZU:AD ARG:AR AVA:AV CMP:CM BOV:OB SKU:H2 JAT:JA CUB:CU BWA:BW CAY:KX BHS:UP',
  // Oceania
  'QFA:QF JST:JQ VOZ:VA ANZ:NZ FJI:FJ ANG:PX ACI:SB THT:TN SOL:IE AVN:NF RXA:ZL',
]

/** IATA code by ICAO designator. */
export const CARRIERS: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap((row) => row.split(' ')).map((each) => each.split(':') as [string, string]),
)

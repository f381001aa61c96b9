/**
 * Names of one zone: the name it has, then others it had or has (CLDR 48 `timezone.json`, its `iana` names first), without
 * abbreviations.
 */
export const ZONE_LINKS = `
  Africa/Asmara Africa/Asmera
  Africa/Bamako Africa/Timbuktu
  Africa/Cairo Egypt
  Africa/Tripoli Libya
  America/Adak America/Atka US/Aleutian
  America/Anchorage US/Alaska
  America/Argentina/Buenos_Aires America/Buenos_Aires
  America/Argentina/Catamarca America/Catamarca America/Argentina/ComodRivadavia
  America/Argentina/Cordoba America/Cordoba America/Rosario
  America/Argentina/Jujuy America/Jujuy
  America/Argentina/Mendoza America/Mendoza
  America/Atikokan America/Coral_Harbour
  America/Chicago US/Central CST6CDT
  America/Denver America/Shiprock Navajo US/Mountain MST7MDT
  America/Detroit US/Michigan
  America/Edmonton Canada/Mountain America/Yellowknife
  America/Halifax Canada/Atlantic
  America/Havana Cuba
  America/Indiana/Indianapolis America/Indianapolis America/Fort_Wayne US/East-Indiana
  America/Indiana/Knox America/Knox_IN US/Indiana-Starke
  America/Iqaluit America/Pangnirtung
  America/Jamaica Jamaica
  America/Kentucky/Louisville America/Louisville
  America/Los_Angeles US/Pacific US/Pacific-New PST8PDT
  America/Manaus Brazil/West
  America/Mazatlan Mexico/BajaSur
  America/Mexico_City Mexico/General
  America/New_York US/Eastern EST5EDT
  America/Noronha Brazil/DeNoronha
  America/Nuuk America/Godthab
  America/Phoenix US/Arizona
  America/Regina Canada/East-Saskatchewan Canada/Saskatchewan
  America/Rio_Branco America/Porto_Acre Brazil/Acre
  America/Santiago Chile/Continental
  America/Sao_Paulo Brazil/East
  America/St_Johns Canada/Newfoundland
  America/St_Thomas America/Virgin
  America/Tijuana America/Ensenada Mexico/BajaNorte America/Santa_Isabel
  America/Toronto America/Montreal Canada/Eastern America/Nipigon America/Thunder_Bay
  America/Vancouver Canada/Pacific
  America/Whitehorse Canada/Yukon
  America/Winnipeg Canada/Central America/Rainy_River
  Antarctica/McMurdo Antarctica/South_Pole
  Arctic/Longyearbyen Atlantic/Jan_Mayen
  Asia/Ashgabat Asia/Ashkhabad
  Asia/Dhaka Asia/Dacca
  Asia/Ho_Chi_Minh Asia/Saigon
  Asia/Hong_Kong Hongkong
  Asia/Jerusalem Asia/Tel_Aviv Israel
  Asia/Kathmandu Asia/Katmandu
  Asia/Kolkata Asia/Calcutta
  Asia/Macau Asia/Macao
  Asia/Makassar Asia/Ujung_Pandang
  Asia/Nicosia Europe/Nicosia
  Asia/Seoul ROK
  Asia/Shanghai Asia/Chongqing Asia/Chungking Asia/Harbin PRC
  Asia/Singapore Singapore
  Asia/Taipei ROC
  Asia/Tehran Iran
  Asia/Thimphu Asia/Thimbu
  Asia/Tokyo Japan
  Asia/Ulaanbaatar Asia/Ulan_Bator Asia/Choibalsan
  Asia/Urumqi Asia/Kashgar
  Asia/Yangon Asia/Rangoon
  Atlantic/Faroe Atlantic/Faeroe
  Atlantic/Reykjavik Iceland
  Australia/Adelaide Australia/South
  Australia/Brisbane Australia/Queensland
  Australia/Broken_Hill Australia/Yancowinna
  Australia/Darwin Australia/North
  Australia/Hobart Australia/Tasmania Australia/Currie
  Australia/Lord_Howe Australia/LHI
  Australia/Melbourne Australia/Victoria
  Australia/Perth Australia/West
  Australia/Sydney Australia/ACT Australia/Canberra Australia/NSW
  Europe/Chisinau Europe/Tiraspol
  Europe/Dublin Eire
  Europe/Istanbul Asia/Istanbul Turkey
  Europe/Kyiv Europe/Kiev Europe/Zaporozhye Europe/Uzhgorod
  Europe/Lisbon Portugal
  Europe/London Europe/Belfast GB GB-Eire
  Europe/Moscow W-SU
  Europe/Warsaw Poland
  Pacific/Auckland NZ
  Pacific/Chatham NZ-CHAT
  Pacific/Chuuk Pacific/Truk Pacific/Yap
  Pacific/Easter Chile/EasterIsland
  Pacific/Honolulu US/Hawaii Pacific/Johnston
  Pacific/Kanton Pacific/Enderbury
  Pacific/Kwajalein Kwajalein
  Pacific/Pago_Pago Pacific/Samoa US/Samoa
  Pacific/Pohnpei Pacific/Ponape
  UTC Etc/UTC Etc/UCT Etc/Universal Etc/Zulu UCT Universal Zulu GMT Etc/GMT Etc/GMT+0 Etc/GMT-0 Etc/GMT0 Etc/Greenwich GMT+0 GMT-0
  UTC GMT0 Greenwich`

/** Abbreviations, and what they are used for. Most mean several zones, or one that knows no summer time. */
export const ZONE_ABBREVIATIONS: Readonly<Record<string, string>> = {
  ACT: 'Australia/Darwin',
  AEDT: 'Australia/Sydney',
  AEST: 'Australia/Sydney or Australia/Brisbane',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'America/Argentina/Buenos_Aires or Africa/Cairo',
  AST: 'America/Halifax or Asia/Riyadh',
  BET: 'America/Sao_Paulo',
  BJT: 'Asia/Shanghai',
  BRT: 'America/Sao_Paulo',
  BST: 'Europe/London or Asia/Dhaka',
  CAT: 'Africa/Maputo',
  CDT: 'America/Chicago',
  CEST: 'Europe/Paris',
  CET: 'Europe/Paris',
  CNT: 'America/St_Johns',
  CST: 'Asia/Shanghai or America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Nairobi',
  ECT: 'Europe/Paris or America/Guayaquil',
  EDT: 'America/New_York',
  EEST: 'Europe/Athens',
  EET: 'Europe/Athens or Africa/Cairo',
  EST: 'America/New_York or America/Panama',
  GST: 'Asia/Dubai',
  HKT: 'Asia/Hong_Kong',
  HST: 'Pacific/Honolulu',
  ICT: 'Asia/Bangkok',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata, Asia/Jerusalem or Europe/Dublin',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  MDT: 'America/Denver',
  MET: 'Europe/Paris',
  MIT: 'Pacific/Apia',
  MSK: 'Europe/Moscow',
  MST: 'America/Denver or America/Phoenix',
  MYT: 'Asia/Kuala_Lumpur',
  NET: 'Asia/Yerevan',
  NST: 'America/St_Johns',
  NZDT: 'Pacific/Auckland',
  NZST: 'Pacific/Auckland',
  PDT: 'America/Los_Angeles',
  PHT: 'Asia/Manila',
  PKT: 'Asia/Karachi',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles or Asia/Manila',
  SGT: 'Asia/Singapore',
  SST: 'Pacific/Pago_Pago or Asia/Singapore',
  VST: 'Asia/Ho_Chi_Minh',
  WEST: 'Europe/Lisbon',
  WET: 'Europe/Lisbon',
  WIB: 'Asia/Jakarta',
}

/** Places that people write, in whose zone another place stands for them. */
export const ZONE_PLACES: Readonly<Record<string, string>> = {
  Beijing: 'Asia/Shanghai',
  Peking: 'Asia/Shanghai',
  Guangzhou: 'Asia/Shanghai',
  Shenzhen: 'Asia/Shanghai',
  Chengdu: 'Asia/Shanghai',
  Xian: 'Asia/Shanghai',
  China: 'Asia/Shanghai',
  Delhi: 'Asia/Kolkata',
  New_Delhi: 'Asia/Kolkata',
  Mumbai: 'Asia/Kolkata',
  Osaka: 'Asia/Tokyo',
  Hanoi: 'Asia/Bangkok',
  Abu_Dhabi: 'Asia/Dubai',
  Doha: 'Asia/Qatar',
  Frankfurt: 'Europe/Berlin',
  Munich: 'Europe/Berlin',
  Geneva: 'Europe/Zurich',
  Milan: 'Europe/Rome',
  Barcelona: 'Europe/Madrid',
  Washington: 'America/New_York',
  Boston: 'America/New_York',
  Miami: 'America/New_York',
  San_Francisco: 'America/Los_Angeles',
  Seattle: 'America/Los_Angeles',
  Houston: 'America/Chicago',
  Dallas: 'America/Chicago',
}

/**
 * Strings that stored texts are full of, for deflate to refer to. A text packed with one dictionary can only be unpacked
 * with the same: never change one, add another. An outdated name in it costs some bytes and nothing else.
 */
const facts = [
  '{"format":1,',
  '"layers":[{"at":17920,"eventId":"","fields":{"givenName":"","familyName":"","email":"@example.com",',
  '"locale":"zh-CN","timeZone":"Asia/Shanghai","homeAirport":"PEK","birthDate":"19","enrolledOn":"20",',
  '"companyId":"","tier":"gold","gender":"","preferences":{"seat":"window","meal":"standard"},',
  '"opening":{"asOf":"20","flights":,"distanceKm":,"spend":{"amountMinor":,"currency":"CNY"},',
  '"firstFlightOn":"20","lastFlightOn":"20","averageDiscount":0.,"cabins":{"F":0,"C":0,"W":0,"Y":}},',
  '"consentEmail":true}}],',
  '"flights":[[17920,"","CA","","PEK","SHA","Y",1084,,"CNY",null],',
  '"bookings":[{"pnr":"","created":{"at":17920,"eventId":"booking.created-",',
  '"flights":[{"carrier":"CA","flightNumber":"","from":"PEK","to":"SHA","departsAt":17920,"cabin":"Y",',
  '"bookingClass":"M"}],"fare":{"amountMinor":,"currency":"CNY"}},"cancelled":{"at":17920,',
  '"eventId":"booking.cancelled-"}}],',
  '"disruptions":[[17920,"","delay","cancellation",',
  '"complaints":[{"complaintId":"","filed":{"at":17920,"eventId":"complaint.filed-","category":"",',
  '"severity":},"resolved":{"at":17920,"eventId":"complaint.resolved-","outcome":"upheld",',
  '"satisfaction":}}],',
  '"surveys":[[17920,',
  '"baselines":["","audiences":{"":17920},',
  '"journeys":[{"campaign":"","rulebook":"","key":"","enteredAt":17920,"pc":0,"wakeAt":17920,',
  '"heldOut":true,"held":{"kind":"email","since":},"cause":{"eventId":"complaint.filed-",',
  '"type":"complaint.filed","complaintId":"","leg":"","pnr":"","fields":{"complaintId":"",',
  '"category":"","severity":,"channel":"app"}},"happened":{},"offerId":"offer-",',
  '"granted":{"kind":"miles","amount":},"goalAt":17920,"endedAt":17920,"service":true,"awaiting":""}],',
  '"entries":[{"campaign":"","key":"","at":17920}],',
  '"pending":[{"actionId":"","kind":"email","campaign":"","class":"service","class":"marketing",',
  '"rulebook":"","key":"","step":"0","decidedAt":17920,"handedAt":17920,"handovers":1,',
  '"state":"decided","state":"claimed","plan":{"kind":"email","template":"","locale":"member",',
  '"resendIfUnknown":false},"claimedAt":17920,"claims":1}],',
].join('')

const receiptsInWords = [
  '"unrecorded":[{"id":":sent","type":"complaint.filed","type":"email.sent","occurredAt":17920,',
  '"reactedAt":17920,"delivery":"-4","body":"{\\"rulebook\\":\\"\\",\\"world\\":0,\\"order\\":1000,',
  '\\"receipts\\":[{\\"at\\":17920,\\"campaign\\":\\"\\",\\"rulebook\\":\\"\\",\\"key\\":\\"\\",',
  '\\"outcome\\":\\"entered\\",\\"reason\\":\\"the campaign began\\",\\"facts\\":[{\\"fact\\":\\"hasEmail\\",',
  '\\"value\\":true,\\"asked\\":\\"true\\",\\"holds\\":true}]},{\\"at\\":17920,\\"campaign\\":\\"\\",',
  '\\"rulebook\\":\\"\\",\\"key\\":\\"\\",\\"actionId\\":\\"\\",\\"kind\\":\\"email\\",\\"step\\":\\"0\\",',
  '\\"gates\\":[{\\"gate\\":\\"eligible\\",\\"answer\\":\\"go\\",',
  '\\"reason\\":\\"is one of those the campaign is for\\"},{\\"gate\\":\\"paused\\",\\"answer\\":\\"go\\",',
  '\\"reason\\":\\"the campaign is not paused\\"},{\\"gate\\":\\"address\\",\\"answer\\":\\"go\\",',
  '\\"reason\\":\\"has an address\\"},{\\"gate\\":\\"consent\\",\\"answer\\":\\"go\\",',
  '\\"reason\\":\\"has agreed to e-mail\\"},{\\"gate\\":\\"suppressed\\",\\"answer\\":\\"go\\",',
  '\\"reason\\":\\"is not suppressed\\"},{\\"gate\\":\\"quietHours\\",\\"answer\\":\\"go\\",',
  '\\"reason\\":\\"no quiet hours\\"}],\\"outcome\\":\\"decided\\",\\"reason\\":\\"email is on its way\\"},',
  '\\"outcome\\":\\"sent\\",\\"reason\\":\\"SES took the mail\\",\\"outcome\\":\\"ended\\",',
  '\\"reason\\":\\"all steps are done\\"}]}","announcements":[],"actions":[""]}],',
].join('')

const receiptsInCodes = [
  '"unrecorded":[{"id":":sent","type":"complaint.filed","type":"email.sent","occurredAt":17920,',
  '"reactedAt":17920,"delivery":"-4","body":"{\\"rulebook\\":\\"\\",\\"world\\":0,\\"order\\":1000,',
  '\\"receipts\\":[{\\"at\\":17920,\\"campaign\\":\\"\\",\\"rulebook\\":\\"\\",\\"key\\":\\"\\",',
  '\\"outcome\\":\\"entered\\",\\"reason\\":{\\"is\\":\\"journey.entered\\"},\\"facts\\":[{\\"fact\\":\\"hasEmail\\",',
  '\\"value\\":true,\\"asked\\":\\"true\\",\\"holds\\":true}]},{\\"at\\":17920,\\"campaign\\":\\"\\",\\"rulebook\\":\\"\\",\\"key\\":\\"\\",',
  '\\"outcome\\":\\"notEntered\\",\\"reason\\":{\\"is\\":\\"eligible.no\\"},\\"gates\\":[{\\"gate\\":\\"eligible\\",\\"answer\\":\\"skip\\",',
  '\\"actionId\\":\\"\\",\\"kind\\":\\"compensation\\",\\"kind\\":\\"email\\",\\"step\\":\\"0\\",',
  '\\"gates\\":[{\\"gate\\":\\"eligible\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"eligible.yes\\"}},',
  '{\\"gate\\":\\"paused\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"paused.no\\"}},',
  '{\\"gate\\":\\"sender\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"sender.on\\"}},',
  '{\\"gate\\":\\"address\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"address.known\\"}},',
  '{\\"gate\\":\\"consent\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"consent.given\\"}},',
  '{\\"gate\\":\\"suppressed\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"suppressed.no\\"}},',
  '{\\"gate\\":\\"openCase\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"openCase.none\\"}},',
  '{\\"gate\\":\\"statutoryFirst\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"statutoryFirst.told\\"}},',
  '{\\"gate\\":\\"frequencyCap\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"frequencyCap.within\\"}},',
  '{\\"gate\\":\\"quietHours\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"quietHours.outside\\",\\"at\\":\\"10:00\\"}},',
  '{\\"gate\\":\\"priority\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"priority.alone\\"}},',
  '{\\"gate\\":\\"budget\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"budget.left\\",\\"budget\\":\\"\\"}},',
  '{\\"gate\\":\\"holdout\\",\\"answer\\":\\"go\\",\\"reason\\":{\\"is\\":\\"holdout.no\\"}}],',
  '\\"facts\\":[],\\"outcome\\":\\"decided\\",\\"reason\\":{\\"is\\":\\"journey.decided\\",\\"kind\\":\\"email\\"}},',
  '\\"outcome\\":\\"granted\\",\\"reason\\":{\\"is\\":\\"compensation.granted\\",\\"amount\\":,\\"unit\\":\\"miles\\"}},',
  '\\"outcome\\":\\"sent\\",\\"reason\\":{\\"is\\":\\"mail.taken\\"}},\\"outcome\\":\\"ended\\",',
  '\\"reason\\":{\\"is\\":\\"journey.done\\"}}]}","announcements":[],"actions":[""]}],',
].join('')

const rest = [
  '"mails":[{"actionId":"","campaign":"","class":"service","claimedAt":17920,"deliveredAt":17920}],',
  '"wakeAt":17920,"seenFloor":17920,"seen":[["",17920,""],["",17920,""]]}',
].join('')

/** By the byte that precedes what was packed with it. */
export const DICTIONARIES: Readonly<Record<number, Buffer>> = {
  1: Buffer.from(facts + receiptsInWords + rest),
  2: Buffer.from(facts + receiptsInCodes + rest),
}

/** The one to pack with. */
export const LATEST = 2

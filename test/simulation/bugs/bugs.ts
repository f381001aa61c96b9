/** A bug as somebody could make it: a piece of our own source, put in the place of another one when it is loaded. */
export interface Bug {
  /** What was done wrong, in a word or two. */
  is: string
  file: string
  /** Stands in the file once. */
  find: string
  replace: string
}

/**
 * Mistakes that the simulation must find: if it did not, it would not notice when somebody makes them. One at a time,
 * never in what runs: only the simulation's own processes load a source with a bug in it.
 */
export const bugs: Record<string, Bug> = {
  'write-without-condition': {
    is: 'a member is written over whatever was written since it was read',
    file: 'shared/adapters/memory/members.ts',
    find: "if ((stored?.version ?? 0) !== member.version - 1) return 'conflict'",
    replace: '',
  },
  'put-without-condition': {
    is: 'the same, by the adapter for AWS',
    file: 'shared/adapters/aws/table.ts',
    find: 'ConditionExpression: expression,\n    ExpressionAttributeValues: values,',
    replace: '',
  },
  'unprocessed-items-ignored': {
    is: 'what `BatchWriteItem` leaves undone is not tried again',
    file: 'shared/adapters/aws/table.ts',
    find: 'return UnprocessedItems?.[table.name] ?? []',
    replace: 'return UnprocessedItems ? [] : []',
  },
  'failed-messages-ignored': {
    is: 'what `SendMessageBatch` does not take is lost',
    file: 'shared/adapters/aws/queues.ts',
    find: 'return (Failed ?? []).map(({ Id }) => bodies[Number(Id)]!)',
    replace: 'return []',
  },
  'failed-entries-ignored': {
    is: 'so is what `PutEvents` does not take',
    file: 'shared/adapters/aws/put-events.ts',
    find: 'return answer.FailedEntryCount ?',
    replace: 'return false ?',
  },
  'outbox-forgotten': {
    is: 'a decided action is handed over and not kept',
    file: 'shared/domain/campaign/journey.ts',
    find: 'turn.draft.pending = [...turn.draft.pending, pending]',
    replace: '',
  },
  'unknown-let-be': {
    is: 'a claim that nobody has reported on is done with, and nobody is told',
    file: 'shared/app/deliver/deliver.ts',
    find: 'return [notKnown(order, claimed.action, now)]',
    replace: 'return []',
  },
  'dedupe-in-a-window': {
    is: 'redeliveries are known among the last three events only',
    file: 'shared/domain/member/seen.ts',
    find: 'const known = member.seen.find((event) => event.id === id)',
    replace: 'const known = member.seen.slice(-3).find((event) => event.id === id)',
  },
  'random-ids': {
    is: 'a passenger’s event has another id each time the flight is told',
    file: 'shared/app/react/fan-out.ts',
    find: 'id: passengerEventId(id, passenger.memberId) }',
    replace: 'id: passengerEventId(id, passenger.memberId) + Math.random() }',
  },
  'flight-noted-first': {
    is: 'a flight is noted before its passengers are sent on',
    file: 'shared/app/react/fan-out.ts',
    find: '  if (id === undefined) {\n',
    replace:
      "  const early = { id: event.id, type: event.type, delivery: envelope.id, print, expiresAt: 0 }\n  if (id === undefined && (await ports.flights.accept(early)) === 'accepted') {\n",
  },
  'failure-swallowed': {
    is: 'a member that could not be written is logged, and its messages are done with',
    file: 'shared/app/react/batch.ts',
    find: 'for (const { messageId } of some) failed.add(messageId)',
    replace: '',
  },
  'set-aside-dropped': {
    is: 'what does not validate is dropped',
    file: 'shared/app/react/batch.ts',
    find: 'await setAside(faults, dependencies, fail)\n',
    replace: '',
  },
  'receipts-not-recorded': {
    is: 'records are not put',
    file: 'shared/app/react/follow-up.ts',
    find: 'if (records.length > 0) await ports.records.put(records)',
    replace: '',
  },
  'record-over-record': {
    is: 'an outcome told twice takes the place of its first record',
    file: 'shared/app/react/member-turn.ts',
    find: 'return happensOnce(event) ? event.id :',
    replace: 'return true ? event.id :',
  },
  'late-event-wins': {
    is: 'what arrives last sets the profile, whenever it happened',
    file: 'shared/domain/member/profile.ts',
    find: 'return isTie ? value === false : isAfter(stamp, holder)',
    replace: 'return true',
  },
  'wake-not-rearmed': {
    is: 'the index says for ever when a member was due first',
    file: 'shared/app/react/wake-index.ts',
    find: 'return exact < indexed || indexed <= now + NEAR ? exact : indexed',
    replace: 'return indexed > now ? indexed : undefined',
  },
  'claim-not-written': {
    is: 'a mail is sent without writing its claim first',
    file: 'shared/app/deliver/email.ts',
    find: "if ((await ports.members.write(claimed)) === 'conflict') return 'conflict'",
    replace: '',
  },
  'stale-claim-sends': {
    is: 'an old claim whose outcome nobody knows is claimed once more',
    file: 'shared/domain/campaign/claim.ts',
    find: "if (action.state === 'claimed') {",
    replace: "if (action.state === 'claimed' && now - (action.claimedAt ?? 0) < CLAIM_IS_GOOD_FOR) {",
  },
  'time-out-is-failure': {
    is: 'a mail to which SES did not answer counts as not sent',
    file: 'shared/app/deliver/email.ts',
    find: "if (!sent.sent && sent.why === 'later') {",
    replace: "if (!sent.sent && sent.why !== 'refused') {",
  },
  'unknown-sent-again': {
    is: 'every mail of which nobody knows is sent a second time',
    file: 'shared/domain/actions/email/again.ts',
    find: 'action.plan.resendIfUnknown &&',
    replace: '',
  },
  'consent-not-at-claim': {
    is: 'consent is asked when a mail is decided, and not when it is claimed',
    file: 'shared/domain/campaign/gates/consent.ts',
    find: 'atClaim: true',
    replace: 'atClaim: false',
  },
  'suppression-not-at-claim': {
    is: 'so are bounces and complaints',
    file: 'shared/domain/campaign/gates/suppressed.ts',
    find: 'atClaim: true',
    replace: 'atClaim: false',
  },
  'quiet-hours-not-at-claim': {
    is: 'so are quiet hours',
    file: 'shared/domain/campaign/gates/quiet-hours.ts',
    find: 'atClaim: true',
    replace: 'atClaim: false',
  },
  'pause-not-at-claim': {
    is: 'so are paused campaigns',
    file: 'shared/domain/campaign/gates/paused.ts',
    find: 'atClaim: true',
    replace: 'atClaim: false',
  },
  'quiet-hours-of-the-airline': {
    is: 'it is night where the airline is, not where the member is',
    file: 'shared/domain/campaign/gates/quiet-hours.ts',
    find: 'profileOf(member).timeZone ?? settings.zone',
    replace: 'settings.zone',
  },
  'bounce-forgotten': {
    is: 'what is reported of an address is not kept for the other cards that have it',
    file: 'shared/app/react/follow-up.ts',
    find: 'await ports.suppressions.add(address, suppressed)',
    replace: 'void [address, suppressed]',
  },
  'spam-report-forgotten': {
    is: 'a spam report is forgotten once the member has another address',
    file: 'shared/domain/actions/email/outcomes.ts',
    find: "suppress(turn, event.listed ? 'report' : 'complaint', hashOf(turn, event.address), event)",
    replace: '',
  },
  'copy-undoes-the-person': {
    is: 'a copy of the profile gives back the consent that the person withdrew',
    file: 'shared/domain/member/consent.ts',
    find: "if (yes.by === 'copy') return no.by === 'copy' && no.card === yes.card",
    replace: '',
  },
  'objection-not-asked': {
    is: 'service mail goes to those who objected to it',
    file: 'shared/domain/campaign/gates/consent.ts',
    find: "if (channel.consentOf(member, 'service') === false) return skip({ is: 'consent.objected', ...of })",
    replace: '',
  },
  'bounce-of-one-card': {
    is: 'a dead address is dead for the card that learnt of it alone',
    file: 'shared/app/deliver/email.ts',
    find: 'return await ports.suppressions.read(address)',
    replace: 'return undefined',
  },
  'consent-of-another-channel': {
    is: 'a channel of the airline’s own rests on the consent to e-mail',
    file: 'shared/domain/channels/own/index.ts',
    find: 'consentOf: (member, purpose) => profileOf(member).consents?.[consent]?.[purpose],',
    replace:
      'consentOf: (member, purpose) => purpose === "service" ? profileOf(member).serviceEmail : profileOf(member).consentEmail,',
  },
  'handed-over-twice': {
    is: 'a message that lies with its gateway is claimed once more where its order comes again',
    file: 'shared/domain/campaign/claim.ts',
    find: "if (action.state === 'handed' || (action.state",
    replace: 'if ((action.state',
  },
  'failure-forgotten': {
    is: 'a message that failed for good is followed by the next one',
    file: 'shared/domain/actions/message/outcomes.ts',
    find: 'if (noted?.channel !== undefined && event.permanent) suppress(turn, noted.channel, event)',
    replace: '',
  },
  'cap-of-one-channel': {
    is: 'a cap across channels counts none',
    file: 'shared/domain/member/mails.ts',
    find: "channel === 'any' || ",
    replace: '',
  },
  'answer-awaited-for-ever': {
    is: 'a message that no gateway answers for is waited for without end',
    file: 'shared/domain/actions/message/outcomes.ts',
    find: 'answerBy !== undefined && answerBy <= turn.now',
    replace: 'false',
  },
  'holdout-before-consent': {
    is: 'who could not be written to anyway is counted as held out',
    file: 'shared/domain/campaign/gates/index.ts',
    find: '  eligible,\n',
    replace: '  holdout,\n  eligible,\n',
  },
  'holdout-drawn-anew': {
    is: 'the arm is drawn by the entry and not by the member',
    file: 'shared/domain/campaign/gates/holdout.ts',
    find: 'isHeldOut(drawnBy(member.memberId, campaign, journey)',
    replace: 'isHeldOut(String(journey?.enteredAt)',
  },
  'assigned-twice': {
    is: 'who enters a campaign again is in its analysis again',
    file: 'shared/domain/results/assign.ts',
    find: 'draft.assigned.some((each) => each.analysis === analysis.id)',
    replace: 'false',
  },
  'arm-by-new-share': {
    is: 'the arm is drawn by whatever share holds',
    file: 'shared/domain/campaign/gates/holdout.ts',
    find: 'const stored = storedArm(member, campaign.id)',
    replace: 'const stored: ReturnType<typeof storedArm> = undefined as ReturnType<typeof storedArm>',
  },
  'assignment-dropped': {
    is: 'of assignments only the last two are kept',
    file: 'shared/domain/results/assign.ts',
    find: 'draft.assigned = [...draft.assigned, assignment]',
    replace: 'draft.assigned = [...draft.assigned, assignment].slice(-2)',
  },
  'counted-before-closed': {
    is: 'a cohort is counted while windows of it are open',
    file: 'shared/app/results/count.ts',
    find: 'now >= closesAt(day, analysis) + COUNTED_AFTER',
    replace: 'now >= closesAt(day, analysis) - 8 * 24 * COUNTED_AFTER',
  },
  'counted-on-redelivery': {
    is: 'what is told again counts again',
    file: 'shared/domain/results/learnt.ts',
    find: 'return minusOutcome(totalOf(is, after.values), totalOf(was, before.values))',
    replace: 'return totalOf(is, after.values)',
  },
  'cost-kept-after-reversal': {
    is: 'what was granted and taken back goes on costing',
    file: 'shared/domain/results/learnt.ts',
    find: 'reversedAt === undefined',
    replace: 'true',
  },
  'valued-anew': {
    is: 'what is taken away is valued by the rulebook of now, not as it was counted',
    file: 'shared/domain/results/learnt.ts',
    find: 'asCounted(values, key, counted)',
    replace: 'counted()',
  },
  'grant-by-the-rulebook': {
    is: 'the same of grants: what the ledger booked is not asked',
    file: 'shared/domain/results/amounts.ts',
    find: 'if (cost) return inCurrency(cost.amountMinor, cost.currency, day, measure, counted)',
    replace: '',
  },
  'late-change-not-told': {
    is: 'sums are not told that a member changed after they were made',
    file: 'shared/domain/results/cohort.ts',
    find: 'now >= until + LATE_FOR',
    replace: 'false',
  },
  'month-not-recorded': {
    is: 'what a reaction adds to the months’ figures is counted, and not kept',
    file: 'shared/app/react/record.ts',
    find: 'months: counted,',
    replace: 'months: undefined && counted,',
  },
  'way-not-recorded': {
    is: 'which way a journey went is counted, and not kept',
    file: 'shared/app/react/record.ts',
    find: 'ways: ways.length > 0 ? ways : undefined',
    replace: 'ways: undefined',
  },
  'budget-without-condition': {
    is: 'a grant is taken from a budget that has not enough left',
    file: 'shared/domain/ledger/decide.ts',
    find: 'if (left < costs) {',
    replace: 'if (left < 0) {',
  },
  'grant-after-budget': {
    is: 'one’s own grant is looked at after the budget, so that asking again is refused',
    file: 'shared/domain/ledger/decide.ts',
    find: 'if (own) return answer(standingOf(own))',
    replace:
      'if (own && (seen.shards ?? []).some(({ leftMinor }) => leftMinor >= request.costMinor)) return answer(standingOf(own))',
  },
  'cause-by-campaign': {
    is: 'two campaigns pay for one flight',
    file: 'shared/domain/actions/compensation/plan.ts',
    find: "const names = namesOfCause(journey.cause, 'goodwill', subject.member, rulebook.settings)",
    replace:
      "const names = namesOfCause(journey.cause, 'goodwill', subject.member, rulebook.settings).map((name) => campaign.id + name)",
  },
  'complaint-by-its-flight': {
    is: 'a complaint that is said to be of another flight is another cause',
    file: 'shared/domain/ledger/cause.ts',
    find: '...complaints.map((id) => `${COMPLAINT}${id}`)])]',
    replace: '...(legs.length > 0 ? [] : complaints.map((id) => `${COMPLAINT}${id}`))])]',
  },
  'promised-what-was-refused': {
    is: 'a journey goes on after a compensation that was not granted',
    file: 'shared/domain/campaign/settle.ts',
    find: 'if (!grants) return goOn(turn, journey)',
    replace: 'return goOn(turn, journey)',
  },
  'merge-forgets-grants': {
    is: 'the ledger is not asked under the cards that were merged',
    file: 'shared/domain/ledger/person.ts',
    find: 'return [person, ...cards]',
    replace: 'return [person]',
  },
  'merge-takes-the-consent': {
    is: 'in a merge the later consent stands, not the stricter',
    file: 'shared/domain/member/consent.ts',
    find: 'return yes.at > joinedAt(joins, no.card, yes.card)',
    replace: 'return true',
  },
  'late-word-is-the-survivors': {
    is: 'what is heard late of a merged card is taken for a word of the one that goes on',
    file: 'shared/app/react/merges.ts',
    find: 'const card = envelope.card ?? event.memberId',
    replace: 'const card = undefined',
  },
  'chain-dated-by-one-merge': {
    is: 'cards of a chain are one person’s since the first merge of it',
    file: 'shared/domain/member/joins.ts',
    find: 'return Math.max(join.at, at)',
    replace: 'return join.at',
  },
  'ahead-is-later': {
    is: 'a yes that is dated ahead undoes a no that is said after it',
    file: 'shared/contract/index.ts',
    find: 'return isAhead ?',
    replace: 'return !isAhead && isAhead ?',
  },
  'blank-copy-undoes': {
    is: 'a copy that says nothing of consent any more undoes what it withdrew',
    file: 'shared/domain/member/consent.ts',
    find: 'return granted && layer !== undefined',
    replace: 'return layer !== undefined',
  },
  'erased-comes-back': {
    is: 'what comes after an erasure is folded as ever',
    file: 'shared/domain/react.ts',
    find: 'if (member.erasedAt !== undefined) return afterErasure(member, told, context.now)',
    replace:
      'if (member.erasedAt !== undefined && told.type !== "member.updated") return afterErasure(member, told, context.now)',
  },
  'zeros-tell-flights-apart': {
    is: 'a flight number keeps the zeros before it',
    file: 'shared/standards/flight-number.ts',
    find: '0*([1-9]\\d{0,3}) ?',
    replace: '(\\d{1,4}) ?',
  },
  'id-alone': {
    is: 'two systems’ events with one id are one event',
    file: 'shared/contract/identity.ts',
    find: 'shortHash([source, type], NAMES_CHARS)',
    replace: "'-----'",
  },
  'conflict-is-duplicate': {
    is: 'what is told otherwise under a known id is dropped',
    file: 'shared/contract/identity.ts',
    find: 'return a !== undefined && b !== undefined && a[0] === b[0] && a !== b',
    replace: 'return false',
  },
  'leg-flown-twice': {
    is: 'a corrected report of a flight is another flight',
    file: 'shared/domain/member/fold/flights.ts',
    find: 'return a.date === b.date && a.from === b.from && a.to === b.to && bareLeg(a) === bareLeg(b)',
    replace: 'return a.eventId === b.eventId',
  },
  'bad-passenger-takes-all': {
    is: 'a flight with one passenger who cannot be read is set aside whole',
    file: 'shared/contract/flight.ts',
    find: 'if (event.passengers?.length === 0) return',
    replace: 'if (amiss.length > 0) return',
  },
  'stopped-untold': {
    is: 'automatic payments stop by themselves, and nobody is told',
    file: 'shared/app/deliver/entitlement.ts',
    find: "alert('payments-stopped')",
    replace: '',
  },
  'strays-dropped': {
    is: 'what comes from a source that is no airline system is done with',
    file: 'shared/app/react/strays.ts',
    find: 'if (await setOneAside({ envelope, fault }, { ports, now })) count++',
    replace: 'count += fault ? 0 : 1',
  },
  'no-shows-paid': {
    is: 'a delay is paid to who was not on board, as far as anybody knows',
    file: 'shared/domain/campaign/still-open.ts',
    find: 'if (wasOnBoard || flight.boarded) return []',
    replace: 'return []',
  },
  'paid-on-an-estimate': {
    is: 'what the law owes is paid on a delay that is only expected',
    file: 'shared/domain/campaign/owed-to-member.ts',
    find: 'if (open.length === 0) return owedIf(way.arrival)',
    replace: 'if (now >= 0) return owedIf(way.arrival ?? expectedOn(way))',
  },
  'booked-not-found': {
    is: 'a flight without a list of passengers is told to nobody',
    file: 'shared/app/react/fan-out.ts',
    find: 'const meant = booked.filter(({ pnr }) => isByBooking || pnrs.has(pnr))',
    replace: 'const meant = booked.filter(({ pnr }) => pnrs.has(pnr) || !isByBooking)',
  },
  'first-of-two-found': {
    is: 'of several members with one address the first is taken for the one who complains',
    file: 'shared/app/react/find-member.ts',
    find: 'return card !== undefined && others.length === 0 ?',
    replace: 'return card !== undefined && others.length < 9 ?',
  },
  'changed-booking-unasked': {
    is: 'a booking that was changed after a cancellation says nothing of another flight',
    file: 'shared/domain/campaign/instead.ts',
    find: 'const { at, flights } = booking.created',
    replace: 'const { at, flights } = { at: 0, flights: booking.created.flights }',
  },
  'unread-is-unsaid': {
    is: 'a field that cannot be read counts as one that was not told',
    file: 'shared/domain/member/account.ts',
    find: 'if (unread.length === 0) return { words: wordsOf(answers, stamp) }',
    replace: 'if (unread.length >= 0) return { words: wordsOf(answers, stamp) }',
  },
  'old-name-finds': {
    is: 'who changed their name or address, or was erased, is still found by what it was',
    file: 'shared/domain/member/finders.ts',
    find: 'new Set([...were.keys(), ...are.keys()])',
    replace: 'new Set([...are.keys()])',
  },
  'stop-lets-begin': {
    is: 'members still enter a campaign that was stopped',
    file: 'shared/domain/campaign/enter.ts',
    find: 'isStopped(turn.context.world, campaign.id)',
    replace: "isStopped(turn.context.world, '')",
  },
  'raw-lost': {
    is: 'a message of another system that could not be worked on is done with',
    file: 'shared/app/connect/take.ts',
    find: '  return failed\n',
    replace: '  return []\n',
  },
  'state-per-leg-ahead-of-bus': {
    is: 'what is told of a flight is noted before it is put on the bus',
    file: 'shared/app/connect/take.ts',
    find: "    if (events.length > 0) await ports.inbound.put(events.map(({ type, detail }) => ({ source, type, detail })))\n    if (learnt.length > 0 && (await ports.told.learn(learnt, now)) === 'conflict') continue\n",
    replace:
      "    if (learnt.length > 0 && (await ports.told.learn(learnt, now)) === 'conflict') continue\n    if (events.length > 0) await ports.inbound.put(events.map(({ type, detail }) => ({ source, type, detail })))\n",
  },
  'late-report-wins': {
    is: 'what arrives last is what is known of a flight',
    file: 'shared/connectors/legs/tell.ts',
    find: 'const isLate = before !== undefined && report.at < before.asOf',
    replace: 'const isLate = before !== undefined && report.at < 0',
  },
  'cut-off-read': {
    is: 'a message that was cut off is read as far as it goes',
    file: 'shared/connectors/xml.ts',
    find: 'if (valid !== true)\n',
    replace: "if (valid !== true && text === '')\n",
  },
  'mended-still-aside': {
    is: 'what a mended mapping can read stays set aside',
    file: 'shared/app/connect/take.ts',
    find: 'if (setAsideKey && !aside.has(setAsideKey) &&',
    replace: 'if (setAsideKey && aside.has(setAsideKey) &&',
  },
  'briefing-told-again': {
    is: 'a briefing that was announced is announced again each minute',
    file: 'shared/app/rounds/tell-briefings.ts',
    find: '      await ports.departures.told(departure)\n',
    replace: '',
  },
  'ids-by-what-is-news': {
    is: 'two events of one message are numbered by what is news of them',
    file: 'shared/connectors/legs/tell.ts',
    find: 'return place > 0 ? `${id}:${place + 1}` : id',
    replace: 'return id',
  },
  'scored-who-objected': {
    is: 'a fact of the lifetime is worked out of those who objected to scores',
    file: 'shared/domain/audience/facts/scores/lifetime.ts',
    find: "if (objectsToScores(subject.member)) return 'objected'",
    replace: '',
  },
  'learnt-from-who-objected': {
    is: 'models are learnt from those who objected to scores',
    file: 'shared/domain/scores/churn/known-at.ts',
    find: 'return !objectsToScores(member) && !onlyHas',
    replace: 'return !onlyHas',
  },
  'score-a-day-late': {
    is: 'a member is woken a day after their score has passed a threshold',
    file: 'shared/domain/audience/measures/score.ts',
    find: 'subject.until = subject.calendar.startOfDayNumber(day)',
    replace: 'subject.until = subject.calendar.startOfDayNumber(day + 1)',
  },
  'model-by-its-version': {
    is: 'another model under the version of before leaves everybody where they are',
    file: 'shared/domain/scores/identity.ts',
    find: 'shortHash(canonical(model), CHARS)',
    replace: '(model as { version: string }).version',
  },
}

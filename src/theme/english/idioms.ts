/** What English words mean together, by their valence. */
export const idioms = `
3.2: best {thing}? ever, the? best ever, second to none, {nothing} but? the? best, as good as it gets
3.2: out of this world, blew me away, blown away, beyond expectations, above and beyond, over the moon
3.2: exceeded|exceeds|exceeding|surpassed my|our|all? expectations, better than expected|ever
3.2: better than i|we expected|hoped|thought|imagined, {cannot}|can-not|could-not be happier|better|more
3.2: {never} been happier|better
3.2: {cannot}|can-not|could-not be any? more? happier|pleased|satisfied|nicer|simpler|better|easier
3.2: {cannot}|can-not|could-not have been happier|better|nicer|more
3.2: {cannot}|can-not|could-not ask|asked|have for more|better
3.2: {cannot}|can-not|could-not have asked|wished|hoped for more|better
3.2: {cannot}|can-not|could-not recommend more|enough
3.2: {cannot}|can-not|could-not thank|praise you|them|him|her enough, {cannot}|can-not|could-not be better
3.2: {never} had|have a|any better *, {never} a bad|dull *?
3.2: {never} fails|fail|failed|disappoints|disappoint|disappointed|disappointing to?, {never} let|lets me|us down
3.2: hard to beat, {cannot}|can-not|could-not be beat|beaten, {cannot}|can-not|could-not beat|fault, {nothing} beats
3.2: {nothing} better
2.8: a must have|buy|see, well worth, worth every *, worth the *, worth it, money well spent
2.8: great|good|excellent|best|amazing|fantastic value, value for money, good deal, great deal, a steal
2.8: steal of a deal, bang for the|your buck, top of the line, does the|its|their job
2.8: works|worked|work|working like a charm
2.8: does exactly? what it says|said|promises|should, works|worked as advertised|described|expected|promised
2.8: as advertised|described, as expected|promised
2.8: highly|definitely|strongly|thoroughly|totally|absolutely|fully recommend|recommended
2.8: would|will|can {really}? recommend, {using} again, will {using} * again, be|come|coming|going back again
2.8: be back soon, customer|customers for life, keep up the *? work, keep it up, hats off, thumbs up
2.8: good job|work|stuff, great|awesome|amazing|excellent|fantastic job|work, nice work|job, job well done
2.8: way to go, made|make|makes my|our day, love|loved|loving|loves it|this|you|u|them|their
2.6: {nothing} to complain about, {cannot}|can-not|could-not complain, {no} complaints|complaint
2.6: {no} reason to complain
2.6: {nothing} bad to say, {nothing} negative to say, {nothing} wrong, {nothing} but praise|good|positive|love
2.6: {cannot}|can-not|could-not go wrong, {cannot}|can-not|could-not say enough *?, {no} faults
2.6: {cannot}|can-not|could-not fault, {no} downside|downsides
2.6: {cannot}|can-not|could-not think of anything|a *?
2.4: {no} {really}? {real}? {trouble} at? all?, {not} have|had any|a|single? {trouble}, {not} any {trouble}
2.4: {no} more {trouble}, {never} had|have a|any|single? {trouble}, without a? any? {trouble}
2.4: without a single {trouble}, free of {trouble}, {zero} {trouble}, {not} a single {trouble}
2.4: {not} had a? problem|issue yet
2.4: just|exactly what i|we needed|wanted|expected|ordered, just|exactly? what i|we was|were|am|are looking for
2.4: everything i|we|you want|wanted|need|needed|could want|need, does everything|exactly
2.4: all the * i|we need|want|wanted, as good as new, like new, holds|held|holding a|its|the? charge {well}?
2.4: yet to fail|disappoint|break|find, deserves a raise|promotion|medal|award, you rock, love|luv you|u|ya|y'all
2.6: will|ll|definitely|certainly be back, definitely|gladly|happily return|returning, going back for more
2.6: must go|try|visit|watch|read|have, two thumbs up, food|service|staff|prices {be} on point, on point, spot on
2.6: top notch, melts in your|the mouth, cooked to perfection, edge of my|your seat, stands|stood out
2.6: stood the test of time, steal the show, steals the show, never gets old, never a dull moment, {cannot} put it down
2.6: loved every *, well acted|written|made|done|paced|directed
2.2: lasts|lasted|lasting all day|night|week, {time} early, ahead of time
2.2: {no} wait|queue|queues|waiting|line|lines|delay|delays|fuss|stress|hassle|pressure|nonsense
2.2: {not} have|had to wait, {not} wait|waited long, in no time, right away|on time, on time, ahead of schedule
2.2: in a timely manner|fashion, same day, next day delivery, straight away
2.2: in good time|condition|shape|hands, so far so good, its? all good, very|really|still|also|quite like
2.2: i|we|you|they|he|she|also|really|do|will like
2: works|worked|working|work {really}? {well}|good|great|fine|perfectly|flawlessly|beautifully|nicely, up and running
2: back up and|running?, good to go|know|see|hear, glad that?, happy to|with, pleased to|with, thank god|goodness
2: thank you|u so|very much, thank you|u, many thanks, thanks so|very much, thanks a lot|million|bunch
2: much appreciated, really appreciate|appreciated, greatly appreciated, feel|feels|felt at home|safe|welcome|valued
2: more than happy, more than *? expected, no brainer, piece of cake, easy peasy, peace of mind, looking|look forward
2: look|looks|looked|looking good|great|nice|amazing|beautiful, sounds|sounded|sound good|great, easy to *
2: made|makes|make it {really}? easy|simple|easier, user friendly, hassle free, stress free, pain free, trouble free
2: well made|built|designed|organised|organized|thought|done|trained|mannered|informed|priced|written|equipped|packaged|packed|maintained
1.8: fixed|solved|resolved|sorted my|the|our|this|that|it? {trouble}, got it|this|that fixed|solved|resolved|sorted
1.8: sorted it? out, took care of, taken care of, problem|issue|issues|problems solved|resolved|fixed
1.8: worked it out, figured it out, save|saved|saves|saving me|us *? time|money|hours, saved the|my day, rest assured
1.8: got my *? back, made it right, make|making things|it right, apologised|apologized and|for
1.8: went out of his|her|their way, go the extra mile, went the extra mile, going the extra mile
1.8: {cannot}|can-not|could-not wait to|for?, {cannot}|can-not|could-not recommend *? highly? enough, long lasting
1.8: lasts|lasted long|forever|ages
1.8: ease of use, feel free to
1.6: {not} bad, {not} too|that|so|half bad|shabby|difficult|hard, {not} disappoint|disappointed|disappointing
1.6: {no} problem|problems, {no} worries|worry, {not} a problem, {not} regret|hesitate, {not} hesitate to
1.6: {not} be disappointed, {no} hesitation, {no} doubt|question about? it?, {no} regrets, pleasantly surprised
1.6: pleasant surprise, big|huge|massive fan, a fan, fan of, cheaper than, better than, faster than, easier than
1.6: improvement over, step up, much|far|way better, getting|gets|got better, helped me *? out, helped me|us *?
1.6: kudos to, props to, shout out, all is well, went well, goes well, going well, get|gets|got well
1.6: do|does|did {well}, very well, well, bargain price
2.4: {willnot}|would-not change a thing, i|we wouldn't|wouldnt|would-not change anything
2.4: {not}|never find a? better|nicer|cheaper, {not} think you|youll|you-ll|i|we ll|will|can|could|d? find|get a? {better}
2.4: wish i|we|id|i-d|we-d had? found|known|discovered|tried|bought|come|ordered *? *? *? *? sooner|earlier|before
2.4: turned|turning it|things|everything|this around
2: stopped|stops {failing}, {failing}|{trouble} less often|frequently, no longer {failing}, less {trouble}
2: {failing}|{trouble} {be}|has|have all? gone|disappeared
2: finally someone|somebody|people who|that, finally a|an * who|that, finally works|working
1.8: {wait} {be} very|really|quite? short|minimal|brief, short {wait}
1.8: {absurd} cheap
1.6: expect|expected|expecting|feared much|far|something? worse
1.6: {be}|been|got|all sorted, {not} the worst, avoids|avoided|skipped the|long? {wait}|crowds
1.6: {not} as|so bad|hard|slow|expensive|noisy|busy as i|we|you? *
1.6: beer/n|drink/n|lager {be}|came ice|icy|nicely? cold
0.3: fair enough, could be worse, {cannot}|can-not|could-not complain too much, get|gets|got the job done
0.3: it is what it is
0: on|dated {number}, free trial|sample|of, best|kind|warm|warmest regards, best wishes
0: good morning|afternoon|evening|day|night, happy to * if|when
0: happy birthday|easter|holidays|christmas|thanksgiving|friday|monday, merry christmas
0: well then, kind of, sort of, like a|an|the|to|this|that|my|so|it
0: looks|look|looked|feels|feel|felt|seems|seem|seemed|sounds|sound|sounded|just|more|something|anything|nothing|things|stuff|much like
0: would|will|d like|love to, would|d like, most likely, would love to, pros and cons, free|toll of charge, toll free
0: sugar|gluten free, feel free, pretty much, as good|well as, good bye, good for you, a good while|bit|deal|hour
0: good * hours|minutes|days|weeks|months, great britain|deal of, customer|health|skin|after care, fresh air, at best
0: make|made|making sure, be|am|are|is|m sure, better off, or better, for the better, no longer|matter
0: no doubt|wonder, not only|just|to|sure|mention, why not, in fact, fine print, well being, in|at the end
0: lost|loss? and found, black friday, credit|debit card, crash course, damage report
0: hard drive|copy|disk|time? cover, hard of hearing, too|as well, free wifi|time, bug report
0: dark mode|blue|green|grey|red, cold weather|drinks?, ice cold, used car|to, dead sea, bad ass, badass, die hard
0: kill|killed time, killer, hot, shut down|off, pick|picked|picking|pick up, run out, right now, right
0: all right|along, customer service|services|support, safe travels|flight?, no show, thanks in advance
0: thank you in advance, thanks for your? reading|time|understanding|patience|attention
0: thank you for your? reading|time|understanding|patience|attention
0: thanks for the? reply|response|info|information|heads|update|tip, thanks but, thanks though, no thanks|thank
0: sorry for the? long *?, sorry to|if, sorry, my bad|fault, too, waiting list|room|area, wait list, first come
0: super bowl, love island, fun fact, beg to|for?, worry free, error free, loss of appetite, for what it|its worth
0: for better or worse, at least, at worst, at fault, no idea|clue, at all costs, play|plays|played|playing a|the?
0: help desk|center|centre|page|line|section|menu, safe|security deposit, value of|is|was|in, best of luck, good luck
0: best before|practice|interest|bet|option|way|seller|part|thing|feature|time, would be happy|glad, be happy|glad to
0: cancelling|canceling|cancellation it|this|my|the|our? order|account|subscription|booking|contract|policy? {be}
0: {be} sorted by|into
-3.4: worst * ever, the? worst {thing}? ever, {never} ever? again, {never} ever? {really}? be? {using}
-3.4: {not} {using} *? *? again, {never} {using} *? *? again, {willnot}|will-not|would-not be? {using} *? *? again
-3.4: last time {subjects} {using}?, rip off, ripped me|us? off, rips you off
-3.4: waste of my|our|your? time|money|space|effort|energy, a|total|complete|huge|such|big waste
-3.4: complete joke|mess|disaster|failure, total joke|mess|disaster|failure, stay|steer|keep|run|stays away|clear
-3.4: stay away from, run away, avoid at all costs, avoid like *?, do {not} {using} *?, {not} waste your *
-3.4: {not} be fooled, {not} make the same mistake, {not} bother, save your money|time, daylight robbery
-3.4: piece of junk|crap|garbage|shit|trash|rubbish, falling|fell|falls|fall apart, falls to pieces, went to|from hell
-3.4: from hell, go to hell, screw you, f you, up yours, what a joke|mess|disaster|nightmare|shambles|farce|waste
-3.4: no respect
-3: {willnot}|will-not|would-not be? back|return|returning, {willnot}|will-not|would-not be? going|coming|go|come back
-3: {never} be? going|coming|go|come back, {never} return|returning|be back, no plans to return, walked out, walk out
-3: fell asleep, fall asleep, put me to sleep, hours|minutes|time of my life
-3: want my|those time|hours|minutes|life back, plot holes, full of holes, got|get|made me sick, food poisoning
-3: hair in my|the, over rated|hyped|priced|cooked|salted, under cooked|seasoned|whelming|staffed
-3: not even worth|funny|edible|close, miss the mark, missed the mark, fell|falls flat|short, falling short
-3: all over the place, makes no sense, made no sense, {not} make|makes|made {real}? sense
-3: nothing to write home about, not a fan, {not} a fan, not my cup of tea, think twice, look elsewhere, go elsewhere
-3: spend your money elsewhere, skip it|this, pass on this, save yourself, save yourselves
-3: {not} worth *?, {never} recommend, {willnot}|{cannot} recommend, would|could|can not recommend
-3: {not} be? recommend|recommended|recommending, taking|take|took my|your|our business|custom elsewhere
-3: switching|switch|switched|moving|moved|going|go|gone to a|another|the? {rival}, going|gone|switching elsewhere
-3: lost|losing|lose a|my|our? customer|business|custom, lost my business, lost a customer, fed up, had enough
-3: sick of|and tired?, tired of, sick and tired, last straw, give|gave|giving|given up
-3: demand|want|need|get my money back, want|wants|wanted|need|give a|my|our|me? full? refund, money back
-3: closed|closing|close|cancelling|canceling|cancel my account|subscription|membership, cancelling my *?
-3: leaving for a|the|another?, good riddance, {not} good enough
-3: {not} care|cares|cared about? *?, {cannot}|can-not|could-not care less, {no} customer service
-3: customer service? is|was a? joke
-3: zero customer service, {not} even close
-3: leave|leaves|left a lot|much to be desired, to be desired, thanks for nothing, thank you for nothing
-3: good for nothing, {nothing} good, below|under par|average|expectations, way below, not up to|par *?
-3: not what i|we expected|ordered|paid|wanted
-3: {not} as advertised|described|expected|promised|pictured|shown, {not} live|lived up to
-3: false advertising|promises|advertisement|information|claims, broken promises, empty promises
-2.6: {not} fix|solve|address|resolve|answer|help the|my|our|this|any|a *, {not} get * to work, {not} get * * to work
-2.6: {not} work|works|worked|working|function|functioning properly|correctly|right|anymore|well
-2.6: stopped|stops|stop|quit|quits working|functioning|responding|charging|playing, {not} turn|turns|turned on
-2.6: {not} hold|holds|held a? charge
-2.6: {never} worked|works|work|working|arrived|came|received|got|showed|responded|replied|answered|called|heard
-2.6: out of order|service|date|stock|control|line, sold out
-2.6: broke|died|failed|stopped after|within|in only|just|about|less? than? * {time}|uses, broke down
-2.6: breaks|broke|fell off, breaks|broke easily, breaks down, let|lets|letting me|us|you|everyone|people down, let down
-2.6: {not} do anything|much, nobody|noone|none cares|answers|responds|helps|knows
-2.6: no one cares|answered|answers|responds|helps|knows|helped|responded|called|replied
-2.6: nobody answered|responded|helped|knew|called|replied
-2.6: {no} response|reply|answer|answers|explanation|apology|apologies|communication|updates|update|help|support|refund|compensation|warning|notice|info|information|resolution|solution|reason|signal|power|sound|luck|sign|record|show|use|way|sense|assistance|customer|idea|one|confirmation|access|bags|bag|luggage|wifi|food|water|success|avail
-2.6: to no avail, no luck, without warning|notice|explanation|asking|reason|telling|permission|consent
-2.6: hung|hangs|hang|hanging up on|me|us?, hung up, cut|cuts me|us? off, cutting out, cuts out, cut out
-2.6: drops|dropping|dropped|drop calls|my|the? call|connection|signal
-2.6: passed|pass|passing|bounced|sent|transferred around|from *? to?, run around, runaround
-2.6: go|going|went|round in? circles, wild goose chase, on deaf ears, brick wall, dead on arrival, out of pocket
-2.6: in the dark, down the drain|toilet|tubes, gone downhill, going|goes|went downhill, went|gone|goes wrong
-2.6: something|everything|anything wrong, wrong with, needs|need improvement|work|fixing|attention|repair
-2.6: room for improvement, could|should|can do|be {better}, could|should have been|done {better}
-2.6: could use *? improvement, need|needs|needed to improve|do better|be better|change|fix|get|work
-2.6: must|should improve|change|fix, do better, deserve|deserves|deserved|expected|expect better
-2.6: had|seen|known|experienced better, hoped|hoping for better|more, expected|expect more from|for|of
-2.6: wish it|there|they|i|you|this|the * would|had|was|were|could, if only, too bad, too good to be true, what a shame
-2.6: shame on, such a shame, get|got worse, gets worse|old, getting worse|old|ridiculous, going bad, worse than
-2.6: slower than, less than ideal|impressed|satisfactory|happy|pleased|stellar|helpful
-2.6: anything but good|helpful|easy|smooth|friendly|great|clear|simple|pleasant|happy, far from *, nowhere near *
-2.6: not so good|great|nice|easy|friendly|hot|happy|fast
-2.2: site|website|app|system|server|page|wifi|internet|network|phone|line is|was|seems|been|went|goes|keeps|are|were|lines? down
-2.2: is|was|been|went down again|all|for, hold time|times, on the tarmac|runway, {not} enough
-2.2: too much|many|late|long|slow|little|few|expensive, takes|took|take|taking forever|ages|too|so|way|a? long|years
-2.2: takes|took too? long, forever to, spent all day|night|morning|afternoon|week, on hold
-2.2: kept|keep|keeps|keeping me|us? on hold, left|leaving me|us? on hold, put|putting|puts me|us? on hold
-2.2: kept|keep|keeps|keeping waiting|me|us? waiting
-2.2: keep|keeps|kept asking|telling|getting|sending|saying|going|changing|happening|disconnecting|dropping|stopping|cutting|closing|transferring|having
-2.2: still no, still waiting|pending|nothing|unresolved|missing|lost, still {not} *?, still have|has|had {not}|no *?
-2.2: have|has|had|am|is|are yet to hear|receive|get|see|arrive|work, yet to hear|receive|get|arrive
-2.2: been waiting|sitting, trying for * {time}, stuck on|in|at|here|there
-2.2: sitting on|at|in the|a? tarmac|runway|plane|airport
-2.2: {cannot}|can-not|could-not get|find|reach|access|log|book|check|use|open|see|do|connect|sign|pay|cancel|change|speak|talk|contact|make|hear|even|seem|believe|figure|login|download|install|load|update|understand
-2.2: {not} able to, {not} able, failed|fails|fail|failing to, left out|behind, mess up|with
-2.2: messed|screwed|messes|screws up, missed|miss|missing my|our|a|the? connection|connecting|flight|connections
-2.2: lost|lose|losing|misplaced my|our|the bag|bags|luggage|baggage|suitcase, how hard|difficult *
-2.2: why is|are|do|does|did|would|has|have {not}, what is the? point, whats the point, what the hell|heck|fuck
-2.2: are you kidding|serious|joking|fucking, you have got to be kidding, get it|your * together
-2.2: get your|it|their act|shit|stuff together, fix this|your|that, do something about, do your job, no excuse
-2.2: no excuses, give me a break
-2.2: over priced, charged|charge|charging|billed me|us? twice|double|again|extra|for|wrongly
-2.2: double charged|booked|billed, took|taken money|my|out, hidden fees|costs|charges|cost
-2.2: extra fees|charges|charge|cost|fee, at my|our|own expense, cost|costs|costing me|us
-2.2: wasted|wasting my|our time|hours|money|day, wasted * {time}, spent * {time} on|trying|waiting?
-1.8: {not} the best|same|right, used to be *? good|great|better|fun|best|cheaper|easy|reliable|nice|excellent
-1.8: supposed to *, thought i|it|this|you|they * better, would be nice|great|good|helpful|better if?
-1.8: would have been|be? nice|great|good|helpful|better|nicer
-1.8: would|should|could have been *? *? better|nicer|easier|nice|great, only if you|they, as usual, same old *?
-1.8: once again, yet again, time after time, every|each single? time, time and again
-1.8: multiple|several|numerous|many|countless|repeated times|calls|emails|attempts|requests, back and forth
-1.8: another delay|problem|issue|excuse|fee|cancellation|hour, more delays|problems|issues|excuses, not to mention
-1.8: to make matters worse, on top of that|this, and counting, at the last minute, last minute *?, no longer *
-1.8: {willnot}|will-not|would-not let|allow|work|open|load|start|connect|turn|charge|give|accept|refund|help|budge
-1.8: {not} let|allow|give me|us *?, refuses|refused|refuse|refusing to
-1.8: had to *? *? call|wait|pay|return|send|buy|replace|ask|rebook|restart|reset|chase|argue|beg
-1.8: have to *? *? call|wait|pay|return|chase|restart|reset|charge|buy|replace|beg, forced|forcing|forces me|us? to
-1.8: made|make|makes|making me|us wait|pay|miss|late|stand, {really}? hard|difficult|impossible|tough to *, easier said
-1.8: less than, cheap feeling|plastic|looking|material|quality, low|poor|bad quality, {nothing} {really}? special
-1.8: {nothing} works|worked|happened|happens|working|helped|helps|done|changed|yet, does|did|do {nothing}
-1.8: {nothing} but trouble|problems|issues|lies|excuses, pain in the *, pain to *?, what happened to
-1.8: bad|poor|terrible|awful taste, bait and switch, small print, buyer beware, be aware|careful|warned, watch out
-1.8: beware, go wrong, up in the air, hit or miss
-2: {meal} {be}|came|arrived|got served|stone|ice|already|always|often? cold, cold food|fries|pizza
-2: left|thrown|dumped in|on|over the|my rain|street|fence|wet|snow|mud|pavement|sidewalk|bin
-2: stop emailing|calling|texting|spamming|contacting|sending|bothering
-2.8: used to answer|reply|respond|care|listen|deliver|help|smile, it|app used to work
-2: wish you|they|it d|would|had|was|were|could|did
-1.8: got|get|received|given none, easy|easier to break|lose|scratch|damage|crack|rip|tear|forget|confuse
-1.8: {not} as|so good|well as *?, {not} as|so * as advertised|described|expected|promised
-1.8: {absurd} cheap plastic|quality|material|feeling|looking
-1.8: only good|nice|positive|decent|redeeming|great thing|part|point|bit|aspect|feature
-1.8: would|d|could have given *? *? {number} star/n, would|d give *? {number} star/n if|but|except
`;

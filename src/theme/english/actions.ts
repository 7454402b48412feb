/** English words that say something only when negated: "it loads" is nothing, "it does not load" is a complaint. */
export const actions = `
0/-2 work working workin beat
0.8/-2 works worked
0/-2 function/v operat/e
0/-1.8 fix solve address handl/e respond/v response/n repl/y replies answer/v answered reach/x reachable
0/-1.6 load/v open/v connect/v sync/v charg/e charged start/v boot/v install/v download/v upload/v updat/e launch/x print/v scan/nn display/v play/v
0/-1.6 arriv/e arrived deliver/v delivered delivery ship/pp shipped receiv/e received show/n showed dispatch/x
0/-1.6 car/e cared keep/n kept
0/-1.4 understand/v understood know/n knows knew listen/v listened explain/v explained inform/v informed communicat/e communication communicated notif/y notified notification/n
0/-1.4 let lets allow/v allowed accept/v accepted offer/v offered provid/e provided send/n sent return/v returned refund/n replac/e process/x processed credit/v credited
0/-1.4 find/n found access/x log-in login log sign-in book/v booked order/v check-in select/v chang/e add/v edit/v submit/v pay/n payment purchas/e view/v see/n watch/x hear/n heard read/n
0/-1.4 last/v lasted stay/v fit/tt match/x suit/v
0/-1.2 buy/n bought us/e used  visit/v  eat/n ate fly/n flew
0/-1.2 possible available availability option/n solution/n acknowledg/e acknowledged acknowledgement
0/-1.2 advis/e wifi wi-fi water food seat/n sense signal reception service staff support luggage bag/n baggage
0/-1.2 compensation voucher/n manager/n supervisor/n agent/n representative/n rep/n
`;

import type { SentimentLanguage } from "../sentimentLanguage.js";
import { words } from "./words.js";

/** German for `createSentimentScorer`: what customers write in reviews, surveys and support tickets. Umlauts may be written ae, oe, ue. */
export const german: SentimentLanguage = {
  language: "de",
  endings: {
    // Adjectives with their cases, comparatives and superlatives.
    a: "- e em en er es ere eren erer eres ste sten ster stes",
    // Verbs by their stem: present, past and participles in -end.
    w: "e en st t te ten test tet end ende",
    n: "- e en s",
  },
  spellings: { ä: "ae", ö: "oe", ü: "ue" },
  classes: {
    number:
      "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    time: "sekunde sekunden minute minuten min stunde stunden std tag tage tagen woche wochen monat monate monaten jahr jahre jahren",
    trouble:
      "problem probleme problemen fehler fehlern beanstandung beanstandungen mängel schwierigkeiten störungen beschwerden reklamation verzögerung verzögerungen wartezeit wartezeiten stress ärger",
    no: "kein keine keinen keiner keinem keinerlei ohne",
    never: "nie niemals nimmer",
    again: "wieder mehr",
    wait: "wartezeit wartezeiten schlange schlangen",
    be: "ist war sind waren wäre",
  },
  lexicon: words,
  idioms: `
3: {be} der hammer, bin|sind begeistert, immer wieder gern|gerne, jederzeit wieder, gerne wieder, absolut zu empfehlen, nur zu empfehlen, sehr zu empfehlen, uneingeschränkt zu empfehlen, daumen hoch, alles bestens, alles super|top|perfekt|prima
2.6: nichts zu meckern|beanstanden|bemängeln|kritisieren, nichts auszusetzen, kann mich|man nicht beklagen|beschweren, kann nicht klagen, keinen grund zur klage|beschwerde, besser geht|gehts|geht's es? nicht|kaum, kann|können man|ich|wir? *? nicht|nichts meckern|klagen|motzen, gibt es nichts|nix zu meckern|beanstanden|bemängeln|kritisieren, kein|keinen|keinerlei grund zur|zum|für klage|klagen|beschwerde|meckern|kritik|beanstandung, könnte|kann|hätte nicht besser sein|laufen|gehen, könnte nicht zufriedener sein, besser als erwartet|gedacht, mehr als zufrieden, preis leistung *? gut|super|top|stimmt|passt, gutes preis leistungs verhältnis, hält was * verspricht, weiter so, macht|machen weiter so
2.4: {no} {trouble}, {no} einziges problem, {no} wenn und aber, {no} wartezeit|wartezeiten, kaum|kurze|wenig|geringe {wait}, {wait} {be} sehr|recht|angenehm|erfreulich? kurz|gering|minimal, {no} weiteres, alles in ordnung, alles gut, alles ok|okay, alles geklappt, hat|ging alles geklappt|gut|glatt, läuft|lief alles? rund|super|gut, endlich funktioniert|geht|läuft|klappt es|die|der|das|alles|wieder, wie beschrieben|bestellt|erwartet|versprochen, passt perfekt|super|gut, einen versuch wert, sein geld wert, jeden cent|euro|penny wert, genau das? richtige, genau was ich *, sofort|schnell|umgehend behoben|gelöst|erledigt|ersetzt|erstattet
1.6: nicht schlecht|übel|verkehrt, gar nicht schlecht|übel|so schlecht, vielen|besten|herzlichen|lieben dank, danke schön|sehr|vielmals, {no} problem, würde ich? wieder *, freue|freuen mich|uns auf, gut aufgehoben, gut beraten
0.3: könnte schlimmer sein, na ja, naja, geht so
0: mit freundlichen|besten|herzlichen grüßen|gruß, freundliche|beste|liebe|viele grüße, guten|gute|schönen tag|morgen|abend|nacht, sehr geehrte|geehrter, danke im voraus, vielen dank im voraus, im voraus vielen? dank, besten dank im voraus, danke für ihre? antwort|rückmeldung|mühe|hilfe, vielen dank für ihre? antwort|rückmeldung|mühe|hilfe, zum ersten mal, auf einmal, gut * tage|stunden|wochen|minuten, so gut wie, nicht nur, gute besserung, wie lange, sicher dass, in der schlange
-3.4: {never} wieder, nie mehr, einmal und nie wieder, finger weg, hände weg, nicht zu empfehlen, rate ab, rate dringend|nur ab, kann ich? nur|nicht abraten, abzuraten, zum kotzen, eine frechheit, eine zumutung, mehr schein als sein, viel lärm um nichts, der letzte|größte mist|dreck|schrott, raus|rausgeschmissenes|rausgeworfenes geld, geld zum fenster *?, will|möchte mein geld zurück, geld zurück, verlange mein geld, am arsch
-2.8: stürzt * ab, stürzt * * ab, stürzt ab, hängt sich * auf, hängt sich auf, fällt * aus, bricht * ab, bricht ab, bricht * * ab, legt * auf, lässt * im stich, im stich gelassen, lässt zu wünschen übrig, lässt * zu wünschen übrig, lassen * zu wünschen übrig, zu wünschen übrig, reicht nicht, reicht mir, die nase|schnauze voll, habe genug, wechsle|wechsele den|zur|zum, werde * wechseln|kündigen, schlechter als, teurer als, langsamer als, weit entfernt von, alles andere als *, von wegen *, nichts funktioniert|geht|klappt, funktioniert nichts, geht nichts, niemand antwortet|erreichbar|geht|hilft|weiß|reagiert, keiner antwortet|erreichbar|geht|hilft|weiß|reagiert, {no} antwort|reaktion|rückmeldung|hilfe|auskunft|info|information|lösung|erstattung|interesse|ahnung|entschuldigung|verständnis, bis heute nicht|nichts|keine, bis jetzt nicht|nichts|keine, immer noch nicht|nichts|keine|kein, noch immer nicht|nichts|keine|kein, warte noch|immer *?, warte seit, warten seit
-2: könnte|dürfte|sollte|müsste besser|schneller|freundlicher|günstiger|einfacher|sauberer|übersichtlicher sein, wäre schön|gut|nett|hilfreich|wünschenswert gewesen?, hätte|hätten mir|ich|wir mehr|besseres|anderes *?, luft nach oben, verbesserungswürdig, ausbaufähig, geht gar nicht, geht nicht mehr, nicht mehr, lohnt sich nicht, das geld|den preis nicht wert, nicht wert, nichts besonderes, nicht erreichbar, nicht zu erreichen, nicht der rede wert, was soll das, wo bleibt, wieso|warum dauert|funktioniert|geht|muss, dauert|dauerte ewig|zu|lang|lange|ewigkeiten, viel zu *, in der warteschleife, in der leitung, von * zu * geschickt|verbunden|verwiesen, ab jetzt bei|woanders
`,
  negators: `
-0.5: nicht, nich, nix
-0.6: kein, keine, keinen, keiner, keinem, keines, keinerlei
-0.8: nie, niemals, niemand, nichts
-0.4: ohne, kaum, weder, wenig
`,
  intensifiers: `
1.4: sehr, extrem, absolut, total, wirklich, echt, besonders, äußerst, unglaublich, unfassbar, wahnsinnig, furchtbar, schrecklich, mega, super, so, zu, viel zu, komplett, völlig, überaus, richtig, höchst, ungemein, enorm, dermaßen, ständig, dauernd, immer wieder, permanent, große, großer, großes, größte
1.15: ziemlich, recht, ganz schön, durchaus, definitiv, viel, deutlich, immer, stets, jederzeit
0.6: etwas, ein bisschen, bisschen, ein wenig, leicht, eher, relativ, einigermaßen, teilweise, manchmal, gelegentlich, kleiner, kleine, kleines, kleinen, nicht ganz, nicht so, nicht besonders, nicht sehr
0.85: ganz, meist, meistens
`,
  marks: {
    function:
      "der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, und, oder, ist, sind, war, waren, wird, wurde, wurden, werden, worden, bin, bist, sein, gewesen, hat, habe, haben, hatte, hatten, hab, ich, du, er, sie, es, wir, ihr, mich, mir, dich, dir, uns, euch, ihm, ihn, ihnen, mein, meine, meinen, meinem, meiner, dein, deine, unser, unsere, unseren, euer, eure, sich, man, zu, zum, zur, in, im, ins, an, am, auf, aus, bei, beim, mit, nach, von, vom, vor, für, über, unter, um, durch, gegen, bis, seit, als, wie, wenn, weil, dass, daß, ob, damit, auch, noch, nur, schon, dann, da, dort, hier, so, sehr, nicht, kein, keine, keinen, aber, doch, ja, nein, was, wer, wo, wann, welche, welcher, welches, dieser, diese, dieses, diesen, diesem, alles, alle, allen, etwas, kann, konnte, können, muss, musste, soll, sollte, will, wollte, darf, würde, möchte, mal, jetzt, heute, immer, wieder, ihre, ihren, seine, seinen, mehr, nichts, machen, macht, gemacht, gibt, gab, denn, also, bitte, beide, jede, jeder, jedes, ab, weiter, oh, ach",
    subject:
      "ich, wir, du, ihr, er, sie, es, man, der, die, das, mein, meine, unser, unsere, dieser, diese, dieses, den, dem, meinen, meinem, ihre",
    link: "und, oder, sowie, noch, &",
    contrast:
      "aber, jedoch, allerdings, dennoch, trotzdem, doch leider, nur leider, bis auf, außer, stattdessen, sondern, andererseits",
    concession: "obwohl, trotz, zwar, wenngleich, wenn auch, abgesehen von, auch wenn",
    hypothetical:
      "wäre, wären, wünsche, wünschte, wünschen, wünschenswert wäre, könnte, könnten, sollte, sollten, müsste, müssten, hätte, hätten",
    former:
      "früher, damals, angeblich, angebliche, angeblichen, soll, sollte eigentlich, eigentlich, war mal, einmal war, versprach, versprochen",
    hope: "hoffe, hoffen, hoffentlich, möchte, möchten, will, wollte, wollten, brauche, suche, suchen, bitte um, hätte gern, hätte gerne",
    condition: "wenn, falls, ob, sofern, bis",
    why: "warum, wieso, weshalb, wie kann, wie kann man, was soll, wie lange, wie oft",
    request:
      "bitte, können sie, könnten sie, könnt ihr, kann ich, kann man, gibt es, ich möchte, wir möchten, ich brauche, wie kann ich, wo kann ich, wo finde ich, ich bräuchte, würden sie, ich hätte gern, ich hätte gerne, ich bitte, bitte um",
    courtesy:
      "danke, dank, vielen dank, besten dank, herzlichen dank, danke schön, dankeschön, danke sehr, merci, lieben dank",
    praise:
      "super, toll, prima, klasse, na toll, wunderbar, perfekt, großartig, spitze, glückwunsch, bravo, na super, na prima, ganz toll, schön, genial",
    irony: "danke für, vielen dank für, danke dass, super dass, toll dass, schön dass, bravo zu, glückwunsch zu",
    wait: "warte, warten, wartet, wartete, warteten, gewartet, warteschleife, wartezeit, wartezeiten, dauert, dauerte, gedauert, schlange, hing, hänge, verspätung, verspätet, später, erst nach, nach über, am telefon, schon, seit",
    duration:
      "{number} {time}, {number} bis {number} {time}, über|mehr|fast|knapp|gut als? {number} {time}, eine|einer|einen|ein|halbe|halben|ganze|ganzen|über|ganzer {time}, mehrere|mehreren|einige|einigen|paar {time}, stundenlang, tagelang, wochenlang, monatelang, stunden, tagen, wochen, monaten, eine halbe {time}, ein paar {time}, {number} und halb {time}, anderthalb {time}",
    short: "{number} minute|minuten|min|sekunden|sekunde",
    quick: "innerhalb, innerhalb von, binnen, in nur, nach nur, in weniger als, unter, keine, nur",
    count:
      "zum zweiten|dritten|vierten|fünften|sechsten|x|zigten mal, {number} mal, zweimal, dreimal, viermal, fünfmal, mehrmals, mehrfach, mehrere male, unzählige male, zigmal, schon wieder",
    contact:
      "angerufen, anrufen, rufe, anruf, anrufe, geschrieben, schreibe, gemeldet, kontaktiert, nachgefragt, gefragt, reklamiert, beschwert, gemailt, email, mail, angeschrieben, versucht, probiert, geschickt",
    still: "immer noch, noch immer, bis heute, bis jetzt",
    again:
      "na toll|super|prima, schon wieder, wieder, erneut, nochmal, abermals, wieder mal, wieder einmal, noch eine, noch ein, mal wieder, weitere, weiterer",
    resolved:
      "schnell|sofort|umgehend behoben|gelöst|erledigt|ersetzt|erstattet, behoben, gelöst, erledigt, repariert, ersetzt, erstattet, ausgetauscht, geklärt, korrigiert, behebt, umgetauscht, getauscht, instandgesetzt",
    excess: "zu, viel zu, etwas zu, ein bisschen zu, deutlich zu",
    stars: "{number} stern, {number} sterne, {number} sternen, ein|einen|einem stern",
    outOf: "{number} von {number}",
    after: "überhaupt, sehr, ständig, dauernd, manchmal, total, wirklich, extrem",
  },
  emotions: {
    joy: "freu/w, freude, glücklich/a, begeistert/a, begeistern, toll/a, super, lieb/w, liebe, wunderbar/a, spaß, genial/a, fantastisch/a, genießen, happy, froh/a, traumhaft/a, herrlich/a",
    gratitude:
      "danke, dank, dankbar/a, vielen dank, herzlichen dank, besten dank, dankeschön, bedanke, bedanken, danke schön",
    anger:
      "wütend/a, wut, sauer, empört/a, zornig/a, frechheit, unverschämt/a, unverschämtheit, skandal, abzocke, betrug, betrüger, hasse, scheiße, zumutung, dreist/a, saftladen, verarscht, unmöglich/a",
    frustration:
      "frust, frustriert/a, frustrierend/a, nervt, nervig/a, genervt, genervt/a, warteschleife, schon wieder, immer noch nicht, stundenlang, ärgerlich/a, die nase voll, mühsam/a, hingehalten, vertröstet",
    disappointment:
      "enttäuscht/a, enttäuschend/a, enttäuschung, enttäusch/w, leider, schade, traurig/a, bedauerlich/a, unzufrieden/a, mehr erwartet, besseres erwartet, zu wünschen übrig, nachgelassen",
    confusion:
      "verwirrt/a, verwirrend/a, unklar/a, unverständlich/a, verstehe nicht, keine ahnung, unübersichtlich/a, ratlos/a, kompliziert/a, missverständlich/a, widersprüchlich/a",
    urgency:
      "dringend/a, sofort, schnellstmöglich, so schnell wie möglich, umgehend, eilt, notfall, eilig/a, asap, unverzüglich, noch heute",
  },
  negationReach: { forward: 3, backward: 4 },
  abbreviations: "dr hr fr nr str ca bzw usw z b u a inkl zzgl evtl ggf tel",
};

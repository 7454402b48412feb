/** German words by valence, and by valence when negated where that is not just the opposite. */
export const words = `
3.6/-1.6 hervorragend/a ausgezeichnet/a exzellent/a fantastisch/a phantastisch/a grandios/a genial/a sensationell/a perfekt/a großartig/a
3.6/-1.6 beste besten bester bestes bestem traumhaft/a überragend/a phänomenal/a herausragend/a unschlagbar/a tadellos/a makellos/a
3.4/-1.8 wunderbar/a wundervoll/a spitze spitzenmäßig/a spitzenklasse erstklassig/a vorbildlich/a vorzüglich/a klasse mega hammer bombe brillant/a
3/-2 lieb/w liebt geliebt toll/a super begeistert/a begeister/w begeisterung topp top prima bestens famos/a stark/a
3/-2.4 empfehl/w empfehle empfehlen empfiehlt empfohlen empfehlenswert/a empfehlung weiterempfehlen weiterempfehle weiterempfohlen weiterempfehlung
2.8/-2 zufrieden/a zufriedenheit glücklich/a freu/w gefreut freude erfreut/a erfreulich/a froh/a dankbar/a dankbarkeit genieß/w genossen genuss
2.8/-2 schön/a wunderschön/a hübsch/a herrlich/a liebevoll/a charmant/a elegant/a edel stilvoll/a gemütlich/a idyllisch/a traum
2.8/-2 freundlich/a freundlichkeit herzlich/a herzlichkeit höflich/a zuvorkommend/a hilfsbereit/a hilfsbereitschaft nett/a sympathisch/a aufmerksam/a gastfreundlich/a gastfreundschaft
2.6/-2 kompetent/a kompetenz professionell/a professionalität engagiert/a fachkundig/a geduldig/a geduld verständnisvoll/a respektvoll/a bemüht/a
2.6/-2 zuverlässig/a zuverlässigkeit verlässlich/a ehrlich/a ehrlichkeit seriös/a fair/a fairness transparent/a vertrauenswürdig/a kulant/a kulanz
2.4/-2 gut/a gute guten guter gutes gutem gern gerne angenehm/a positiv/a erfreut lecker/a leckerer leckeres köstlich/a schmackhaft/a schmeck/w geschmeckt frisch/a
2.4/-2 gefall/w gefällt gefallen gefiel gefielen überzeug/w überzeugt überzeugend/a beeindruck/w beeindruckend/a beeindruckt lohn/w gelohnt lohnenswert/a
2.2/-2 schnell/a zügig/a prompt/a rasch/a pünktlich/a pünktlichkeit flott/a blitzschnell/a umgehend/a sofort rechtzeitig/a termingerecht/a
2.2/-2 einfach/a unkompliziert/a problemlos/a reibungslos/a mühelos/a bequem/a praktisch/a übersichtlich/a verständlich/a intuitiv/a kinderleicht handlich/a
2.2/-1.8 sauber/a sauberkeit gepflegt/a ordentlich/a hygienisch/a modern/a hochwertig/a wertig/a solide robust/a stabil/a langlebig/a qualitativ
2.2/-1.8 günstig/a preiswert/a schnäppchen kostenlos/a gratis großzügig/a fairer angemessen/a erschwinglich/a rabatt
2/-1.8 hilfreich/a nützlich/a sinnvoll/a effektiv/a effizient/a flexibel flexible flexiblen wertvoll/a informativ/a gründlich/a sorgfältig/a
2/-1.8 erfolgreich/a erfolg/n gelungen/a gelingt vorteil/n vorteile lob/w gelobt kompliment/n kompliment bravo glückwunsch respekt daumen
2/-1.8 interessant/a spannend/a unterhaltsam/a lustig/a witzig/a spaß entspannt/a entspannend/a erholsam/a ruhig/a
2/-1.6 verbesser/w verbessert verbesserung verbesserungen optimal/a ideal/a passend/a korrekt/a einwandfrei/a
1.8/-1.5 danke dank vielen bedanke dankeschön merci
1.8/-1.8 sicher/a vertrau/w vertrauen vertraut lächelt lächeln strahlt treu/a treue loyal/a
1.6/-1.5 gelöst behoben erledigt repariert erstattet ersetzt
1.4/-1.4 besser/a okay ok in-ordnung akzeptabel annehmbar/a brauchbar/a anständig/a
1.2/-1.6 hilf/w hilft half geholfen hilfe unterstützt unterstützung beraten beratung
0.5/-1.8 wert würdig
0/-2 funktionier/w funktioniert funktionieren funktionierte geht ging läuft lief klappt klappte geklappt arbeitet
0/-1.8 antwort/n antworten antwortet antwortete geantwortet reagier/w reagiert reaktion erreich/w erreicht erreichbar/a meldet meldete gemeldet melden rückmeldung
0/-1.6 lädt laden geladen öffnet öffnen startet starten verbindet verbinden speichert liefert geliefert lieferung ankommt angekommen kommt kam erhalten bekommen bekomme bekam verschickt versandt zugestellt
0/-1.4 weiß wissen kennt versteht verstehen verstanden erklärt erklären informiert informieren information informationen möglich/a machbar finden finde gefunden nutzbar/a brauchen
0/-1.4 kümmert kümmern gekümmert interessiert zahlt bezahlt erstattung lösung entschuldigung auskunft bestellen bestelle bestellt kaufen kaufe komme wieder
-3.8/-2 schlechteste schlechtesten schlimmste schlimmsten katastrophe katastrophal/a unterirdisch/a grottenschlecht/a miserabel miserable miserablen miserabler
-3.6 furchtbar/a schrecklich/a entsetzlich/a grauenhaft/a grauenvoll/a abscheulich/a widerlich/a ekelhaft/a eklig/a ekel abartig/a
-3.6 unverschämt/a unverschämtheit frech/a frechheit dreist/a dreistigkeit skandal skandalös/a unzumutbar/a inakzeptabel unmöglich/a zumutung
-3.4 betrug betrüger betrüg/w betrogen abzock/w abzocke abzocker abgezockt gauner verbrecher diebstahl gestohlen geklaut wucher erpressung lügner lüge lügen gelogen belogen
-3.2 hass/w hasse scheiße scheiss beschissen/a mist müll schrott dreck saftladen sauladen schwachsinn blödsinn verarscht verarsche schande peinlich/a
-3.2 nutzlos/a wertlos/a sinnlos/a unbrauchbar/a unfähig/a unfähigkeit inkompetent/a inkompetenz ahnungslos/a lächerlich/a witz frechste arrogant/a arroganz überheblich/a respektlos/a
-3.2 unfreundlich/a unfreundlichkeit unhöflich/a unprofessionell/a pampig/a patzig/a genervt/a ruppig/a herablassend/a ignorant/a desinteressiert/a desinteresse gleichgültig/a
-3 wütend/a wut sauer verärgert/a ärger ärger/w ärgerlich/a empört/a zornig/a nervt nervig/a nerven genervt frust frustriert/a frustrierend/a
-3 albtraum horror hölle desaster chaos chaotisch/a fiasko alptraum reinfall
-2.8 enttäusch/w enttäuscht/a enttäuschend/a enttäuschung unzufrieden/a unzufriedenheit traurig/a leider bedauerlich/a schade unglücklich/a
-2.8 schlecht/a mies/a übel/a schwach/a mangelhaft/a ungenügend/a minderwertig/a lieblos/a lausig/a armselig/a dürftig/a billigste
-2.6 kaputt/a defekt/a defekte beschädigt/a zerbrochen/a zerstört/a gebrochen gerissen zerkratzt/a verbogen undicht/a verbeult/a fehlerhaft/a
-2.6 verlor/w verloren verschwunden fehlt fehlte fehlten vergessen ignorier/w ignoriert verweigert verweigern abgelehnt storniert/a stornierung abgesagt
-2.6 teuer teure teuren teurer teures überteuert/a kostspielig/a überhöht/a
-2.6 dreckig/a schmutzig/a verschmutzt/a verdreckt/a schimmel verschimmelt/a gestank stinkt stinken unhygienisch/a ungepflegt/a staubig/a muffig/a
-2.4/0.6 langsam/a lahm/a zäh/a schleppend/a träge
-2.4/0.8 verspät/w verspätet/a verspätung verspätungen verzögert verzögerung verzögerungen zu-spät überfällig/a unpünktlich/a
-2.4 absturz abstürze abgestürzt einfrieren eingefroren ausfall ausfälle ausgefallen hängengeblieben ruckelt ruckeln fehlermeldung fehlermeldungen
-2.2/1.4 problem probleme problemen fehler fehlern mangel mängel mängeln beschwerde beschwerden beanstandung beanstandungen störung störungen schwierigkeit schwierigkeiten nachteil nachteile reklamation
-2.4 kompliziert/a umständlich/a verwirrend/a verwirrt/a unübersichtlich/a unverständlich/a unklar/a missverständlich/a mühsam/a aufwendig/a schwierig/a
-2.4 unbequem/a ungemütlich/a eng/a laut/a lärm hart/a kalt/a zugig/a stickig/a überfüllt/a abgenutzt/a veraltet/a heruntergekommen/a durchgelegen/a
-2.4 langweilig/a fad/a fade geschmacklos/a ungenießbar/a zäh/a versalzen verkocht/a angebrannt/a trocken/a matschig/a lauwarm/a
-2.2 falsch/a unvollständig/a ungenau/a ungeeignet/a untauglich/a unseriös/a unzuverlässig/a unfair/a ungerecht/a unsicher/a
-2.2 vertan verschwendung verschwendet geldverschwendung zeitverschwendung umsonst vergeblich/a
-2.2 krank/a schmerz schmerzen schmerzhaft/a verletzt/a angst sorgen gefährlich/a gefahr riskant/a
-2.2 beschwer/w beschwert reklamiert kündig/w kündige gekündigt kündigung mahnung mahnungen inkasso anwalt
-2 stress stressig/a hektisch/a hektik überfordert/a überlastet/a genötigt unnötig/a lästig/a aufdringlich/a ausreden ausrede hinhaltetaktik
-1.6/0.5 wart/w gewartet warteschleife wartezeit wartezeiten schlange warteschlange geduldsprobe
-1.4 nachlassend nachgelassen verschlechtert verschlechterung abgenommen abwarten hingehalten vertröstet abgewimmelt
-1.2 billig/a gewöhnungsbedürftig/a mittelmäßig/a durchwachsen/a naja ungünstig/a dünn/a wackelig/a wacklig/a
-1 alt/a dringend/a notfall kostenpflichtig/a gebühr gebühren
`;

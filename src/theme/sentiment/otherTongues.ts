/**
 * Short words that texts in other languages are full of, by the language's code: enough to tell that a comment is in none of
 * the languages at hand. Words that English or German use as much are left out.
 */
export const otherTongues: Readonly<Record<string, string>> = {
  en: "the and is are was were of to in it i you they we my your this that with for have has had but not be on at so very from when would will just they their there been what do does did",
  de: "der die das und ist ich nicht ein eine einen einem sie wir es zu mit auf für von dem den des war sehr aber auch bei nach wie im am kein keine mein meine hat habe wurde wird sind bin noch nur schon alles immer leider",
  fr: "le la les des et est un une pas je ne que qui dans pour sur avec très vous nous il elle ce cette c j l d n qu au aux du mais mon ma mes son sont était a été j'ai bien tout plus on y bonne bon",
  es: "el la los las y es un una no que de en por con para muy pero lo se mi me le su al del está todo como más fue han ha son hay esta este nada gusta bien bueno buena yo siempre",
  pt: "o os as e é um uma não que de em por com para muito mas se meu minha me da do na no ao está foi são mais tudo bem bom boa eu já nunca",
  it: "il lo gli i le e è un una non che di in per con molto ma si mio mia del della dei sono questo questa anche più tutto bene nel alla ho hanno è buono buona",
  nl: "de het een en is niet ik van dat voor met op zijn aan te er maar heel zeer ook bij naar wij jullie deze dit geen goed goede heb heeft mijn worden erg nog wel",
  no: "og er det ikke jeg en et på som av til med har var veldig men at den de fra om kan vi ble bare så meget etter hva denne ingen godt bra dårlig fikk ble",
  sv: "och är det inte jag en ett på som av till med har var mycket men att den de från om kan vi blev bara så efter vad denna inga bra dåligt fick",
  da: "og er det ikke jeg en et på som af til med har var meget men at den de fra om kan vi blev bare så efter hvad denne ingen godt dårlig fik",
  fi: "ja on ei se en että oli hyvin mutta kun niin kuin myös tai hän minä ovat todella erittäin hyvä huono ole olen palvelu tämä mutta",
  pl: "i w na z nie się to jest do że jak ale od za o bardzo po tak co dla już tylko mi są był była było ja mam przez dobry dobra nigdy polecam",
  cs: "a je se na to že v s z do i o jsem ale jak tak jsou by velmi pro po byl byla bylo není za co když už jen dobrý",
  tr: "ve bir bu çok da de için ama ne ben o gibi daha var yok değil iyi kötü ile sonra kadar her hiç olarak en",
  ro: "și este un o nu în de la cu pe mai foarte dar din ce sunt că se pentru au fost am bine bun",
  hu: "a az és nem egy hogy is de van volt nagyon meg csak mint ez már jó rossz nem lehet",
  id: "yang dan di ini itu dengan untuk tidak dari saya ada ke pada sangat bisa juga sudah tapi akan bagus",
};

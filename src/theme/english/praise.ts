/** English words of praise: valence, and valence when negated where that is not just the opposite, then the words. */
export const praise = `
3.6/-1.6 outstanding/l exceptional/l phenomenal/l flawless/l superb/l magnificent/l unbeatable incomparab/le exemplary
3.6/-1.6 best stellar sublime/l masterpiece/n unmatched unrivalled unrivaled peerless world-class impeccab/le
3.4/-1.5 excellent/l fantastic fantastically awesome/l amazing/l incredib/le wonderful/l marvelous/l marvellous/l brilliant/l
3.4/-1.5 perfect/l perfection terrific terrifically fabulous/l splendid/l spectacular/l extraordinary extraordinarily
3.2/-2.2 lov/e ador/e cherish/x lovin luv luvs lovelov/e
3/-1.5 great greatest greatly gr8 delightful/l delight/v delighted lovely lovelier loveliest exquisite/l gorgeous/l stunning/l beautiful/l
3/-1.5 thrill/v thrilled ecstatic overjoyed elated blissful/l bliss blown-away mindblowing remarkable remarkably
3/-1.5 magical/l divine/l heavenly dreamy top-notch topnotch first-class five-star first-rate gem/n treasur/e
3/-1.5 excel/ll triumph/v triumphant/l impress/x impressive/l awestruck wow wowed winner/n champion/n champ/n hero/nx
3/-2 recommend/v recommendable recommendation recommendations endors/e
2.8/-1.8 happ/ay happiness glad/l gladder pleased pleasing/l pleasur/e pleasant/l enjoy/v enjoyable enjoyably enjoyment
2.8/-1.8 satisf/y satisfying/l satisfaction satisfactory content contented contentment joy/n joyful/l joyous cheerful/l cheer/v
2.8/-1.8 kind kinder kindest kindly kindness kind-hearted thoughtful/l considerate compassionate empathetic empathy empathise empathize sympathetic
2.8/-1.8 friendly friendliest friendlier friendliness welcom/e courtesy polite/l politeness gracious/l hospitable hospitality
2.8/-1.8 helpful/l helpfulness attentive/l attentiveness accommodating professional/l professionalism knowledgeable knowledgeably
2.6/-1.8 reliab/le reliability dependab/le trustworthy trustworthiness honest/l honesty sincere/l integrity
2.6/-1.8 efficient/l efficiency seamless/l effortless/l hassle-free painless/l smooth/a flawlessness frictionless intuitive/l
2.2/-1.6 super unreal
0/-1.8 like liking
1.8/-1.8 liked likes
1.6/-1.6 satisfying
2.6/-1.8 superfast speedy speedily prompt/l promptness punctual/l punctuality swift/l timely on-time responsive/l responsiveness
2.6/-1.6 charming/l charm/v elegant/l elegance classy stylish/l luxurious/l luxury sumptuous plush pristine spotless/l immaculate/l
2.6/-1.6 delicious/l tasty tastiest tastier yummy yum scrumptious mouthwatering flavorful flavourful flavoursome appetizing
2.6/-1.6 fun funny hilarious/l entertaining amusing/l exciting/l excited excitement thrilling/l engaging/l captivating/l memorable unforgettable
2.4/-2 good goodness nice nicely nicest nicer niceness decent/l fine/l solid/l high-quality premium
2.4/-2 thankful/l grateful/l gratitude appreciative/l blessed blessing/n
2.4/-1.8 skilled skillful/l skilful/l talented expert/l competent/l competence capable capably proficient/l dedicated dedication diligent/l
2.4/-1.8 success/nx successful/l succeed/v victor/ny victorious win/nn wins won
2.2/-1.8 comfort/v comfortab/le comf/ay cosy cozy cosier cozier relax/x relaxing/l soothing/l calm/a calming peaceful/l tranquil
2.2/-1.8 fresh/a freshness clean/a cleanliness tid/ay neat/a crisp/a warm/a warmth hygienic sanitary
2.2/-1.8 fast/a faster fastest quick/a quickness rapid/l instant/l instantly
2.2/-2 eas/ay easygoing straightforward user-friendly convenient/l convenience accessible
2.2/-1.8 attractive/l cute adorable handsome sleek beaut/ny aesthetic graceful/l vibrant/l
2.2/-1.8 smart/a clever/a genius ingenious/l innovative innovation creative/l bright/a wise/l insightful informative
2.2/-1.8 saf/ae secure/l sturdy robust/l durable durability well-made stable stability
2.2/-2 worth worthwhile worthy valuable invaluable priceless bargain/n steal affordab/le inexpensive reasonable reasonably cheap-and-cheerful
3/-1.6 riveting gripping enthralling mesmerizing mesmerising breathtaking jaw-dropping awe-inspiring unmissable must-see masterful/l
2.6/-1.6 compelling heartwarming touching poignant thought-provoking well-acted well-written imaginative original inventive witty superlative
2.2/-1.6 underrated watchable likable likeable believable convincing/l charismatic endearing timeless classic/n iconic
2.2/-1.6 flavor/n flavour/n fluffy moist homemade authentic hearty savory savoury appetising perfectly
2.2/-1.6 stunningly beautifully gracefully brilliantly masterfully skillfully effortlessly painlessly
2/-1.6 welcoming inviting homely homey family-friendly kid-friendly pet-friendly well-lit well-kept tasteful/l scenic picturesque
2/-1.6 comforted rejuvenat/e revived recharged pamper/v delightedly appreciatively
1.8/-1.6 trendy fashionable flattering soft silky cushioned breathable snug wearable washable wrinkle-free
1.8/-1.6 audible hi-fi high-resolution sharpness responsive snappy zippy lag-free glitch-free ad-free
1.6/-1.4 savvy resourceful adaptable tireless/l hardworking hard-working courteous/l tactful/l gentle gently affectionate
2.6/-1.6 tremendous superbly incredibly stupendous outperform/v excelent excellant
2/-1.6 useful/l usefulness handy beneficial benefit/v benefits practical/l effective/l effectiveness productive/l versatile flexible flexibility
2/-1.6 improv/e improvement/n upgrad/e enhanc/e enhancement/n refresh/x refreshing/l revitalis/e revitaliz/e
2/-1.6 compliment/v
2/-1.6 appreciat/e appreciation applaud/v applause kudos props bravo congrats congratulations congratulat/e commend/v commendable prais/e
2/-1.6 trust/v confident/l confidence assur/e reassur/e reassuring/l peace-of-mind hopeful/l optimistic proud/l pride
2/-1.6 generosity fair fairer fairest fairness honour honor honoured honored respect/v respectful/l loyal loyalty faithful/l
2/-1.6 passionate/l enthusiastic enthusiastically enthusiasm energetic lively upbeat positive/l positivity inspir/e inspiring/l inspiration
2/-1.6 smil/e smiley laugh/v laughter lol haha hahaha lmao rofl hehe xd chuckl/e
2/-1.6 patient/l personable approachable warm-hearted down-to-earth humble/l genuine/l proactive/l
2/-1.6 fab ace lush dope lit epic rad stoked sweet/a sweetheart cool/a cooler coolest neat badass rock/v rocks rockstar legend/n legendary
2/-1.6 yay hooray woohoo woot whoop yippee hurray huzzah yaay amen 
2/-1.6 favorite/n favourite/n fave/n fav/n beloved must-have musthave go-to
1.8/-1.5 thank/n thanks thx thnx thanx tysm thankyou tnx
1.8/-1.4 crystal-clear clear clearer clarity transparent/l transparency accurate/l accuracy precise/l precision correct/l consistent/l consistency
1.8/-1.6 welcome spacious roomy ample generous/l plentiful abundant/l bountiful comprehensive thorough/l thoroughness detailed
1.8/-1.8 resolve resolving rectif/y refunded reimbursed compensated
1.6/-1.4 interesting/l interested fascinating/l curious intriguing/l cleverness nifty spiffy snazzy
1.6/-1.4 better bettered brighter finer superior advantage/n advantageous perk/n perks pros pluses bonus/nx reward/v rewarding/l
1.6/-1.5 supportive encouraging/l encourag/e cooperative collaborative obliging willing/l eager/l keen/l
1.6/-1.4 satisfactorily adequate/l acceptable passable tolerable sufficient/l suitable suitably
1.6/-1.4 rejoic/e celebrat/e celebration/n glorious/l grandeur majestic
1.6/-1.4 gain/v prosper/v prosperity thriv/e flourish/x boost/v boosted profitable
1.6/-1.4 love-it luck/ay lucky fortunate/l blessing miracle/n miraculous/l
1.5/-1.6 impressively solid sharp/a crispness vivid/l rich/a richness juicy tender/l succulent creamy crunchy
1.5/-1.5 free complimentary discount/v discounted saving/n savings
1.2/-1.8 fixing solving addressing
1.4/-1.5 fixed resolved repaired solved mended rectified
1.4/-1.4 saved saver lifesaver lifesavers savior saviour
1.4/-1.4 friend/n buddy pal kiss/x hug/gg cuddly romantic romance
1.2/-1.4 lightweight compact portable ergonomic waterproof energy-efficient eco-friendly sustainable quiet/a silent/l
1.2/-1.4 modern contemporary up-to-date cutting-edge state-of-the-art advanced sophisticated powerful/l strong/a strength
1/-1.6 assist/v assistance assisted guid/e guidance
1/-1.4 relief reliev/e pleasantly
1/-1.4 ideal/l popular well-known renowned reputable prestigious acclaimed award-winning
1/-1.4 agreeable deserving
0.6/-1.6 properly readily correctly securely evenly simple simpler quality
0.6/-1.4 ok okay alright cheaper surprisingly surprised save/n
0.4/-2 help/v
2/-2 helped
0.3/-0.5 yes yep yeah yup agree agreed
`;

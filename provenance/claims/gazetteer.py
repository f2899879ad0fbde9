"""Names of the world's countries, peoples and larger cities, titles, and what names are made of.

Closed lists in full, open ones as far as general rules need them; all in lower case, a name of
several words with underscores. Left out on purpose: towns that are words of English as well.
"""

from provenance.claims.words import word_set


def _names(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())


COUNTRIES = _names(
    "afghanistan albania algeria andorra angola antigua_and_barbuda argentina armenia australia "
    "austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan "
    "bolivia bosnia bosnia_and_herzegovina botswana brazil brunei bulgaria burkina_faso burma "
    "burundi cambodia cameroon canada cape_verde central_african_republic chad chile china "
    "colombia comoros congo costa_rica croatia cuba cyprus czech_republic czechia denmark "
    "djibouti dominica dominican_republic east_timor ecuador egypt el_salvador england "
    "equatorial_guinea eritrea estonia eswatini ethiopia fiji finland france gabon gambia "
    "georgia germany ghana great_britain greece greenland grenada guatemala guinea "
    "guinea-bissau guyana haiti honduras hungary iceland india indonesia iran iraq ireland "
    "israel italy ivory_coast jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait "
    "kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg "
    "madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia "
    "moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal "
    "netherlands new_zealand nicaragua niger nigeria north_korea north_macedonia "
    "northern_ireland norway oman pakistan palau palestine panama papua_new_guinea paraguay "
    "peru philippines poland portugal qatar romania russia rwanda samoa san_marino saudi_arabia "
    "scotland senegal serbia seychelles sierra_leone singapore slovakia slovenia "
    "solomon_islands somalia somaliland south_africa south_korea south_sudan spain sri_lanka "
    "sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand tibet "
    "timor-leste togo tonga trinidad_and_tobago tunisia turkey türkiye turkmenistan tuvalu "
    "uganda ukraine united_arab_emirates united_kingdom united_states united_states_of_america "
    "uruguay uzbekistan vanuatu vatican venezuela vietnam wales yemen zambia zimbabwe "
    "soviet_union yugoslavia czechoslovakia u.s. u.k. u.s.a. us uk usa uae u.a.e. ussr america "
    "britain holland korea"
)
REGIONS = _names(
    "africa antarctica asia europe oceania latin_america north_america south_america "
    "central_america middle_east far_east balkans caucasus caribbean scandinavia sahara sahel "
    "siberia crimea donbas gaza west_bank kashmir kurdistan catalonia chechnya bavaria normandy "
    "tuscany sicily sardinia quebec ontario alabama alaska arizona arkansas california colorado "
    "connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana "
    "maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska "
    "nevada new_hampshire new_jersey new_mexico new_york north_carolina north_dakota ohio "
    "oklahoma oregon pennsylvania rhode_island south_carolina south_dakota tennessee texas utah "
    "vermont virginia west_virginia wisconsin wyoming atlantic pacific mediterranean baltic "
    "arctic euphrates tigris nile danube rhine amazon himalayas alps andes darfur tigray "
    "hong_kong macau puerto_rico"
)
CITIES = _names(
    "abidjan abu_dhabi abuja accra adana addis_ababa aden ahmedabad aleppo alexandria algiers "
    "almaty amman amsterdam ankara antananarivo antwerp asunción athens atlanta auckland "
    "baghdad baku baltimore bamako bangalore bangkok barcelona basra beijing beirut belfast "
    "belgrade benghazi berlin bern birmingham bogota bogotá bologna bonn boston brasilia "
    "bratislava bremen brisbane bristol brussels bucharest budapest buenos_aires cairo calcutta "
    "calgary canberra caracas cardiff casablanca chennai chicago chisinau cologne colombo "
    "conakry copenhagen dakar dallas damascus dar_es_salaam delhi denver detroit dhaka doha "
    "donetsk dresden dubai dublin dushanbe düsseldorf edinburgh erbil florence frankfurt geneva "
    "genoa ghent glasgow gothenburg guangzhou hague the_hague hamburg hanoi harare havana "
    "helsinki hiroshima ho_chi_minh_city homs houston hyderabad idlib islamabad istanbul izmir "
    "jakarta jeddah jerusalem johannesburg juba kabul kampala karachi kathmandu kharkiv "
    "khartoum kherson kiev kigali kingston kinshasa kolkata krakow kuala_lumpur kyiv kyoto "
    "lagos lahore lausanne leeds leipzig lima lisbon liverpool ljubljana london los_angeles "
    "luanda lusaka luxembourg lviv lyon madrid malaga managua manchester manila maputo "
    "marrakesh marseille mecca medina melbourne mexico_city miami milan minneapolis minsk "
    "mogadishu monrovia montevideo montreal moscow mosul mumbai munich muscat nagasaki nairobi "
    "naples new_delhi new_orleans new_york_city niamey nicosia odesa odessa osaka oslo ottawa "
    "ouagadougou palermo panama_city paris perth philadelphia phoenix phnom_penh pittsburgh "
    "porto prague pretoria pristina pyongyang quito rabat ramallah raqqa reykjavik riga "
    "rio_de_janeiro riyadh rome rotterdam salzburg san_diego san_francisco sanaa santiago "
    "sao_paulo são_paulo sarajevo seattle seoul sevastopol seville shanghai sheffield shenzhen "
    "skopje sofia st_petersburg saint_petersburg stockholm strasbourg stuttgart sydney taipei "
    "tallinn tashkent tbilisi tehran tel_aviv tirana tokyo toronto tripoli tunis turin utrecht "
    "vaduz valencia valletta vancouver venice vienna vientiane vilnius vladivostok warsaw "
    "washington windhoek wuhan yangon yaounde yerevan york zagreb zurich zürich brooklyn "
    "manhattan"
)
PLACES = COUNTRIES | REGIONS | CITIES
PEOPLES = word_set(
    "afghan afghans african africans albanian albanians algerian algerians american americans "
    "arab arabs arabic argentine argentinian armenian armenians asian asians australian "
    "australians austrian austrians azerbaijani azeri bangladeshi basque belarusian belgian "
    "belgians bolivian bosnian bosnians brazilian brazilians british briton britons bulgarian "
    "bulgarians burmese cambodian cameroonian canadian canadians catalan chechen chilean "
    "chinese christian christians colombian colombians congolese croat croatian croats cuban "
    "cubans cypriot czech czechs danish danes dutch ecuadorian egyptian egyptians english "
    "eritrean estonian estonians ethiopian ethiopians european europeans filipino filipinos "
    "finnish finns flemish french gazan georgian georgians german germans ghanaian greek greeks "
    "guatemalan gypsy haitian hindu hindus hungarian hungarians icelandic indian indians "
    "indonesian indonesians iranian iranians iraqi iraqis irish islamic islamist israeli "
    "israelis italian italians jamaican japanese jew jewish jews jordanian kazakh kenyan "
    "kenyans korean koreans kosovar kurd kurdish kurds kuwaiti kyrgyz laotian latino latvian "
    "latvians lebanese liberian libyan libyans lithuanian lithuanians macedonian malaysian "
    "malian maltese mexican mexicans moldovan mongolian montenegrin moroccan moroccans "
    "mozambican muslim muslims nepalese nigerian nigerians nigerien norwegian norwegians omani "
    "pakistani pakistanis palestinian palestinians panamanian paraguayan persian peruvian "
    "polish poles portuguese puerto qatari roman romanian romanians russian russians rwandan "
    "saudi saudis scots scottish senegalese serb serbian serbs shia shiite sikh sikhs "
    "singaporean slovak slovaks slovene slovenian somali somalis soviet spanish spaniards "
    "sudanese sunni sunnis swede swedes swedish swiss syrian syrians taiwanese tajik tanzanian "
    "tatar thai tibetan tunisian tunisians turk turkish turkmen turks ugandan ukrainian "
    "ukrainians uighur uruguayan uyghur uzbek venezuelan vietnamese welsh western yemeni "
    "yemenis zambian zimbabwean catholic catholics protestant orthodox buddhist buddhists "
    "republican republicans democrat democrats democratic"
)
ORGANISATIONS = _names(
    "reuters afp ap upi bbc cnn nato eu un u.n. e.u. opec unesco unicef interpol fbi cia nasa "
    "imf who wto hamas hezbollah isis taliban pentagon kremlin white_house bundestag knesset "
    "duma european_union united_nations african_union arab_league red_cross red_crescent "
    "world_bank downing_street supreme_court scotland_yard wall_street islamic_state al-qaeda "
    "al-qaida google facebook twitter microsoft amazon_inc apple_inc boeing airbus toyota "
    "samsung volkswagen siemens guardian times congress parliament senate labour tory tories"
)
TITLES = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron king queen prince "
    "princess emperor pope president vice-president premier minister chancellor secretary "
    "secretary-general senator sen congressman congresswoman rep representative governor gov "
    "mayor ambassador general gen colonel col major maj captain capt lieutenant lt sergeant sgt "
    "corporal admiral adm commander cmdr marshal brigadier inspector superintendent constable "
    "detective judge justice sheikh sheik imam ayatollah rabbi father sister bishop archbishop "
    "cardinal reverend rev chairman chairwoman chairperson executive councillor "
    "attorney-general commissioner speaker deputy spokesman spokeswoman"
)
TITLE_PARTS = word_set(
    "prime foreign vice chief attorney defence defense interior finance health education "
    "transport justice home energy trade state press first crown former deputy acting "
    "under-secretary police major-general lieutenant-general"
)
ROLES = TITLES | word_set(
    "spokesperson analyst economist lawyer solicitor actor actress author writer coach farmer "
    "director founder owner boss journalist reporter editor columnist historian scientist "
    "researcher activist campaigner leader candidate lawmaker politician officer pilot driver "
    "teacher doctor nurse witness resident player striker goalkeeper singer artist architect "
    "engineer businessman businesswoman billionaire tycoon manager head wife husband son "
    "daughter brother sister mother father widow friend colleague neighbour suspect gunman "
    "defendant"
)
GIVEN = word_set(
    "aaron abdul abdullah adam adrian ahmad ahmed aisha alan albert alex alexander alexei ali "
    "alice amanda amir amy ana anders andrea andrei andrew andrey andy angela anita ann anna "
    "anne anthony antonio arthur barbara ben benjamin bernard bill björn bob boris brian bruce "
    "carl carla carlos carmen caroline catherine charles charlotte chris christian christina "
    "christine christopher claire clara daniel david deborah dennis diana diego dmitri dmitry "
    "dominic donald dorothy edward elena elisabeth elizabeth ellen emily emma eric erik ernst "
    "eva fatima felix fernando francis francisco frank fred frederick gary george gerald gerard "
    "giovanni gordon grace graham greg gustav hans harold harry hassan heinrich helen helena "
    "henry hillary howard hugh hussein ian ibrahim igor ingrid irina isabel ivan jack jacob "
    "jacques jake james jan jane janet jason javier jean jeff jennifer jeremy jessica jim joan "
    "joe johan johanna john jonathan jorge jose joseph josé juan juana judith julia julian "
    "julie karen karim karl kate katherine kathleen keith kenneth kevin khaled klaus larry lars "
    "laura lena leo leonard leyla linda lisa louis louise luca lucas lucy luis luke magnus "
    "mahmoud marc marcel marco margaret maria marie mario mark marta martha martin mary matthew "
    "maurice max mehmet mia michael michel michelle miguel mikhail mohamed mohammad mohammed "
    "monica muhammad mustafa nadia nancy natalia natasha neil nicholas nick nicolas nikolai "
    "nina noah nora olaf oleg olga oliver olivia omar oscar osman otto pablo patricia patrick "
    "paul paula pavel pedro peter petra philip pierre rachel rafael ralph raymond rebecca "
    "ricardo richard robert roberto roger ronald rosa rose ruth ryan sally sam samantha samuel "
    "sandra sara sarah scott sean sebastian sergei sergey sergio simon sofia sophia sophie "
    "stefan stephanie stephen steve steven stuart susan suzanne sven tariq teresa terry theresa "
    "thomas tim timothy tom tony ursula vera veronica victor vincent vladimir volodymyr walter "
    "wendy werner wilhelm william wolfgang xavier yasmin yuri yusuf zeynep"
)
FIRM_ENDS = word_set("ltd inc corp plc llc gmbh ag sa nv co llp limited s.a n.v s.p.a l.p")
ORGANISED = FIRM_ENDS | word_set(
    "courier telegraph observer bulletin dispatch examiner inquirer daily weekly corporation "
    "company group holdings bank ministry department council commission committee agency "
    "authority party university college school institute academy association union federation "
    "foundation society club court parliament senate congress assembly army navy police force "
    "forces guard church hospital museum post news press radio television tv airlines airways "
    "motors energy industries network alliance front movement brigade bureau office service "
    "services board trust fund organization organisation nations cabinet rovers united herald "
    "tribune gazette journal guardian chronicle times administration government directorate "
    "inspectorate tribunal secretariat laboratory laboratories pharmaceuticals capital partners "
    "airline railways theatre orchestra league coalition consortium chamber centre center "
    "ombudsman command division regiment pac magazine observatory"
)
EVENTS = word_set(
    "war wars games cup olympics summit festival conference championship championships forum "
    "revolution uprising marathon prix awards election elections massacre battle siege"
)
LANDS = word_set(
    "river lake street avenue road island islands bay sea ocean mountain mountains valley "
    "province county district airport square park peninsula strait straits canal desert village "
    "gulf channel harbour harbor region coast oblast prefecture hill hills forest beach bridge"
)
LAND_HEADS = word_set("lake river mount mt cape port fort san santa saint st los las gulf isle")
PARTICLES = (
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "bin",
    "ibn", "ben", "el", "al", "ter", "ten", "af",
)  # fmt: skip
DAYS_AND_MONTHS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sept sep "
    "oct nov dec christmas easter ramadan"
)
NO_NAMES = word_set(
    "i i'm i've i'll i'd ok am pm gmt tv gdp ceo dna hiv aids phd vip faq pdf sms q&a"
)
"""Words with capitals that name nothing."""

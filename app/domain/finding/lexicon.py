"""Words that durable facts about a person are made of: relatives, professions, conditions,
languages, names. As parts of patterns, in English and German. Pure.
"""

from __future__ import annotations


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_DEGREE_EN = _any(
    "teenage older younger eldest youngest little big oldest twin late elder first second"
)
_RELATIVE_EN = _any(
    "wife husband partner girlfriend boyfriend spouse fiance fiancé fiancee fiancée mother mom mum"
    " father dad parents sister brother sisters brothers son sons daughter daughters kids? child"
    " children twins grandmother grandma granny grandfather granddad grandpa grandson"
    " granddaughter grandparents uncle aunt cousin nephew niece stepson stepdaughter stepmother"
    " stepfather mother-in-law father-in-law sister-in-law brother-in-law boss manager"
    " colleague assistant"
    " dogs? cats? puppy kitten hamster rabbit horse parrot tortoise budgie pet guinea.pig"
    " roommate flatmate housemate neighbour neighbor therapist doctor dentist teacher landlord"
    " landlady coach best.friend"
)
RELATIVE_EN = rf"(?:{_DEGREE_EN} )?{_RELATIVE_EN}"
_RELATIVE_DE = _any(
    "frau mann ehefrau ehemann partner partnerin freundin freund lebensgefährtin lebensgefährte"
    " verlobte verlobter mutter mama vater papa eltern schwester bruder geschwister sohn söhne"
    " tochter töchter kind kinder zwillinge oma großmutter opa großvater großeltern enkel enkelin"
    " onkel tante cousin cousine neffe nichte schwiegermutter schwiegervater schwägerin schwager"
    " chef chefin kollegin kollege hund hündin katze kater hamster kaninchen pferd papagei"
    " schildkröte meerschweinchen wellensittich mitbewohner mitbewohnerin nachbar nachbarin"
    " hausarzt hausärztin zahnarzt zahnärztin therapeutin therapeut vermieter vermieterin"
)
RELATIVE_DE = rf"(?:(?:älter|jünger|ältest|jüngst|klein|groß|best)e[rns]? )?{_RELATIVE_DE}"
OWNED_EN = _any(
    "kids? child(?:ren)? sons? daughters? brothers? sisters? siblings? grandchild(?:ren)?"
    " grandkids? nephews? nieces? dogs? cats? puppy kitten horses? rabbits? hamsters? parrots?"
    " budgies? tortoise chickens? hens? bees fish guinea.pigs? garden allotment greenhouse"
    " motorbike motorcycle camper.?van boat piano"
)
OWNED_DE = _any(
    "kind(?:er)? söhne? sohn töchter tochter brüder bruder schwestern? geschwister enkel(?:kinder)?"
    " hunde? katzen? kater pferde? hasen kaninchen hamster papageien? schildkröten? hühner bienen"
    " garten schrebergarten motorrad wohnmobil boot klavier"
)
PROFESSION_EN = (
    r"(?:nurse|midwife|doctor|gp|surgeon|vet|dentist|teacher|tutor|lecturer|professor|student"
    r"|baker|butcher|cook|chef|waiter|waitress|bartender|barista|carpenter|plumber|roofer|painter"
    r"|mason|welder|farmer|gardener|florist|lawyer|solicitor|judge|paralegal|police officer"
    r"|firefighter|soldier|pilot|sailor|clerk|cashier|secretary|librarian|archivist|architect"
    r"|journalist|editor|author|novelist|poet|musician|composer|singer|dancer|actor|actress"
    r"|photographer|illustrator|programmer|coder|tester|analyst|consultant|auditor|banker|broker"
    r"|hairdresser|barber|tailor|cleaner|caretaker|courier|trucker|guide|translator|interpreter"
    r"|carer|pensioner|retiree|freelancer|entrepreneur|electrician|mechanic|technician"
    r"|paramedic|pharmacist|optician|physician|social worker|bookkeeper|beekeeper|shopkeeper"
    r"|locksmith|goldsmith|postman|postwoman|trainee|apprentice|civil servant|priest|pastor"
    r"|(?!tourist|optimist|pessimist|realist|racist|fascist|sexist)\w*(?:ologist|[aeiry]nist"
    r"|[rtp]ist|scientist|engineer|developer|designer|manager|teacher|writer|driver|worker"
    r"|assistant|accountant|officer|player|trainer|instructor))"
)
PROFESSION_DE = (
    r"(?:(?:kranken|alten)?pfleger(?:in)?|hebamme|arzt|ärztin|tierarzt|tierärztin|zahnarzt"
    r"|zahnärztin|lehrer(?:in)?|\w*lehrer(?:in)?|dozent(?:in)?|student(?:in)?|schüler(?:in)?"
    r"|bäcker(?:in)?|metzger(?:in)?|koch|köchin|kellner(?:in)?|tischler(?:in)?|schreiner(?:in)?"
    r"|klempner(?:in)?|dachdecker(?:in)?|maler(?:in)?|maurer(?:in)?|landwirt(?:in)?|bauer"
    r"|bäuerin|gärtner(?:in)?|florist(?:in)?|anwalt|anwältin|rechtsanwalt|rechtsanwältin"
    r"|richter(?:in)?|polizist(?:in)?|feuerwehrmann|soldat(?:in)?|pilot(?:in)?|kassierer(?:in)?"
    r"|sekretär(?:in)?|bibliothekar(?:in)?|architekt(?:in)?|journalist(?:in)?|redakteur(?:in)?"
    r"|autor(?:in)?|musiker(?:in)?|sänger(?:in)?|tänzer(?:in)?|schauspieler(?:in)?"
    r"|fotograf(?:in)?|programmierer(?:in)?|entwickler(?:in)?|\w*entwickler(?:in)?"
    r"|berater(?:in)?|\w*berater(?:in)?|buchhalter(?:in)?|steuerberater(?:in)?|friseur(?:in)?"
    r"|schneider(?:in)?|hausmeister(?:in)?|busfahrer(?:in)?|\w+fahrer(?:in)?|übersetzer(?:in)?"
    r"|dolmetscher(?:in)?|rentner(?:in)?|elektriker(?:in)?|mechaniker(?:in)?|\w*techniker(?:in)?"
    r"|\w*ingenieur(?:in)?|apotheker(?:in)?|optiker(?:in)?|erzieher(?:in)?|sozialarbeiter(?:in)?"
    r"|imker(?:in)?|azubi|beamte[rn]?|beamtin|physiker(?:in)?|chemiker(?:in)?|biolog(?:e|in)"
    r"|psycholog(?:e|in)|informatiker(?:in)?|grafiker(?:in)?|hausfrau|hausmann|sanitäter(?:in)?)"
)
CONDITION_EN = (
    r"(?:(?:type (?:1|2|one|two) )?diabetes|asthma|c(?:o)?eliac(?: disease)?|adhd|autism|dyslexia"
    r"|dyscalculia|epilepsy|arthritis|migraines?|hay fever|high blood pressure|tinnitus|insomnia"
    r"|ibs|crohn'?s(?: disease)?|endometriosis|a bad (?:back|knee|hip|shoulder)|a pacemaker"
    r"|a hearing aid|hearing aids|an? (?:\w+ ){0,2}(?:allergy|intolerance)|eczema|psoriasis"
    r"|scoliosis|gout)"
)
STATE_EN = (
    r"(?:(?:an? )?(?:strict |lifelong )?(?:vegan|vegetarian|pescatarian|pescetarian|diabetic"
    r"|teetotaller|non-smoker|smoker|left-hander|night owl|morning person|early riser|introvert"
    r"|extrovert)|(?:lactose|gluten|fructose)[- ]intolerant|c(?:o)?eliac|colou?r[- ]?blind"
    r"|left-handed|right-handed|ambidextrous|hard of hearing|deaf|blind|short-sighted|dyslexic"
    r"|autistic|divorced|widowed|retired|self-employed|a single (?:mum|mom|mother|dad|father"
    r"|parent)|a (?:mother|father|mum|mom|dad|parent|grandmother|grandfather)(?: of .+)?"
    r"|an only child|married(?: to .+| with .+)?|engaged to .+|allergic to .+)"
)
CONDITION_DE = (
    r"(?:(?:typ[- ]?[12][- ])?diabetes|asthma|zöliakie|adhs|autismus|legasthenie|epilepsie|rheuma"
    r"|migräne|heuschnupfen|bluthochdruck|tinnitus|neurodermitis|arthrose|gicht|ein hörgerät"
    r"|einen herzschrittmacher|eine? \w*(?:allergie|unverträglichkeit|intoleranz)(?: gegen .+)?)"
)
STATE_DE = (
    r"(?:(?:strikt(?:er|e)? |überzeugte[r]? )?(?:vegan(?:er(?:in)?)?|vegetarier(?:in)?|vegetarisch"
    r"|diabetiker(?:in)?|nichtraucher(?:in)?|raucher(?:in)?|linkshänder(?:in)?"
    r"|frühaufsteher(?:in)?|nachteule|einzelkind)"
    r"|(?:laktose|gluten|fruktose)intolerant|farbenblind|rotgrünblind|schwerhörig|gehörlos|taub"
    r"|blind|kurzsichtig|legastheniker(?:in)?|geschieden|verwitwet|verheiratet(?: mit .+)?"
    r"|ledig|selbstständig|selbständig|alleinerziehend(?:e .+)?|(?:mutter|vater) (?:von|zweier) .+"
    r"|allergisch (?:gegen|auf) .+)"
)
LANGUAGE = _any(
    "english german french spanish italian portuguese dutch polish russian ukrainian turkish arabic"
    " chinese mandarin cantonese japanese korean swedish danish norwegian finnish greek czech"
    " hungarian romanian hindi urdu persian farsi hebrew welsh irish croatian serbian catalan"
    " esperanto englisch deutsch französisch spanisch italienisch portugiesisch niederländisch"
    " polnisch russisch ukrainisch türkisch arabisch chinesisch japanisch koreanisch schwedisch"
    " dänisch norwegisch finnisch griechisch tschechisch ungarisch rumänisch hebräisch kroatisch"
    " serbisch katalanisch plattdeutsch gebärdensprache sign.language latin latein"
)
NATIONALITY = _any(
    "german french spanish italian portuguese dutch polish russian ukrainian turkish british"
    " english scottish welsh irish american canadian australian chinese japanese korean swedish"
    " danish norwegian finnish greek czech hungarian romanian indian brazilian mexican swiss"
    " austrian belgian"
)
NUMBER = (
    r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twin|some|several|no"
    r"|ein|eine|einen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|mehrere|keine?)"
)
NAME = r"(?-i:[A-ZÄÖÜÉ])[\w'-]+(?: (?:(?:von|van|de|la|del|di|der) ?)*(?-i:[A-ZÄÖÜÉ])[\w'-]*){0,2}"
PLACE = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
    r"(?:the |der |die |dem |den )?(?:(?:north|south|east|west|northern|southern|eastern|western"
    r"|central|downtown|upstate|outer|inner) )?(?-i:[A-ZÄÖÜÉ])[\w'./-]*(?:(?:,? (?:in|of|on|near"
    r"|and|und|bei|am|an der|upon|the|de|la))?,? (?-i:[A-ZÄÖÜÉ])[\w'./-]*){0,4}"
)
WHERE = (
    r"(?:a|an|the|our|einem|einer|dem|der)(?! (?:dream|moment|past|world|hope|future|bubble|now"
    r"|same|middle of|traum|vergangenheit|moment))(?: [\w'-]+){1,8}"
)
AGE = r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)"

"""What teachers, GPs and health visitors would type, and what one of the first five results must be about.

Each line: what is typed | topics, one of which it must be about | words, one of which stands in it. The words must be
found wherever a national sign has them, and in every pack with levels; the topic in every pack.
"""
from typing import NamedTuple


class Typed(NamedTuple):
    """One thing typed, the topics it may be about, and a pattern for the words of what is found."""

    query: str
    topics: frozenset[str]
    words: str


TYPED = tuple(
    Typed(query.strip(), frozenset(topics.split()), words.strip())
    for query, topics, words in (line.split("|", 2) for line in """
hungry | neglect | food|diet|starved
always starving | neglect | food|diet|starved
no breakfast | neglect health | breakfast|diet|starved|food
not fed | neglect | food|diet|starved
no lunch | neglect health | lunch|diet|starved|food
steals food | neglect | food|diet|starved
losing weight | health | weight|growth|thrive
skinny | health neglect | weight|growth|thrive
not putting on weight | health neglect | weight|growth|thrive
fat | health | weight|obese
smells | neglect self_care | hygiene|filthy
smelly | neglect self_care | hygiene|filthy
dirty | neglect self_care housing_money | hygiene|filthy
dirty clothes | neglect | hygiene|filthy|clothing
filthy | neglect | hygiene|filthy
unwashed | neglect self_care | hygiene|filthy
nits | neglect health | hygiene
head lice | neglect health | hygiene
no coat | neglect | clothing|cold|basics
no shoes | neglect | clothing|cold|basics
cold | neglect | clothing|cold|warmth|basics
dirty nappy | neglect | hygiene|filthy
nappy rash | neglect | hygiene|filthy
rotten teeth | health | teeth|tooth|dental|health|neglect
toothache | health neglect | teeth|tooth|dental|health|neglect
wets the bed | health development | wet|soil
soiling | health | wet|soil
rats | housing_money neglect | home|hous|hygiene|cold
no heating | housing_money neglect | home|hous|hygiene|cold
mould | housing_money neglect | home|hous|hygiene|cold
hoarding | housing_money neglect | home|hous|hygiene|cold
no bed | housing_money neglect | home|hous|hygiene|cold
overcrowded | housing_money | overcrowd|housing
sofa surfing | housing_money | homeless|nowhere safe
sleeps on the sofa | housing_money neglect | home|hous|hygiene|cold
kicked out | housing_money | homeless|nowhere safe
evicted | housing_money | evict|homeless|housing|nowhere safe
homeless | housing_money | homeless
no money | housing_money | debt|poverty|hardship
food bank | housing_money neglect | debt|poverty|money|food
debt | housing_money | debt|poverty
black eye | injury | bruise|injur
bruise | injury | bruise|bruising
bruises on arm | injury | bruise|bruising|injur
marks on his neck | injury | neck
hand print | injury | bruise|bruising|injur
cigarette burn | injury | injur
burns | injury | injur
broken arm | injury | injur
cut lip | injury | injur
hits | injury | hit, shake
hit by dad | injury | hit, shake
slapped | injury | hit, shake
smacks him | injury | hit, shake
punched | injury | hit, shake
kicked | injury | hit, shake
beaten | injury | hit, shake|assaulted
beaten with a belt | injury | hit, shake|assaulted
hit with a belt | injury | hit, shake|assaulted
shook the baby | injury | hit, shake
thrown | injury | hit, shake
strangled | injury | neck
choked | injury | neck
hands round neck | injury | neck
grabbed by the throat | injury | neck
suffocated | injury | neck|breathing
keeps falling | injury | accident|injur
fell down the stairs | injury | accident|injur
dog bite | injury | dog
scared of dad | emotional_harm injury | frightened
doesn't want to go home | emotional_harm injury | frightened
flinches | emotional_harm injury | frightened
she told me | overall injury | told
disclosed abuse | overall injury | told
dad hit mum | domestic_abuse | domestic
daddy hurts mummy | domestic_abuse | domestic
domestic violence | domestic_abuse | domestic
DV | domestic_abuse | domestic
controlling partner | domestic_abuse | domestic|controls
violent boyfriend | domestic_abuse | domestic
parents arguing | family_conflict | conflict|discord|relationship|separat
messy divorce | family_conflict forced_marriage | conflict|discord|relationship|separat|divorce
contact dispute | family_conflict | contact|conflict|discord|relationship
shouts at her | emotional_harm parenting | critic|reject|emotional|cruel|warmth
dad shouts | emotional_harm parenting | critic|reject|emotional|cruel|warmth
cries all night | mental_health parenting neglect | anxi|distress|mental health|care|needs|safe
vape | substance_use | tobacco|substance|alcohol
smells of wee | neglect self_care health | hygiene|filthy|wet|soil
unloved | emotional_harm parenting | critic|reject|emotional|cruel|warmth
screamed at | emotional_harm parenting | critic|reject|emotional|cruel|warmth
touching | sexual_harm | sexually|sexual
touched her private parts | sexual_harm | sexually|sexual
raped | sexual_harm | raped
sexual abuse | sexual_harm | sexual
watching porn | sexual_harm | sexual
humping | sexual_harm | sexual
having sex | sexual_harm | sexual
underage sex | sexual_harm | sexual
nudes | sexual_harm online | sexual picture
sexting | sexual_harm online | sexual picture
sent pictures | sexual_harm online | picture
blackmailed | sexual_harm online | sexual picture
fgm | fgm | FGM
circumcised | fgm | FGM
cut down there | fgm | FGM
forced marriage | forced_marriage | marriage
made to marry | forced_marriage | marriage|marry
honour | forced_marriage | honour
virginity test | forced_marriage | virginity
taken abroad | forced_marriage fgm missing immigration | abroad
witchcraft | faith_abuse | witchcraft
evil spirits | faith_abuse | witchcraft
home alone | neglect | alone
left alone | neglect | alone
not supervised | neglect | alone|supervis
locked out | neglect | shut out
locked in his room | neglect | locked in
tied up | neglect | tied up
abandoned | care neglect | care|abandoned
not picked up from school | neglect education | alone|nobody|no one
no bond with baby | parenting emotional_harm | attach|interest|respon|critic|unavailable
no boundaries | parenting | boundar|limit
tired | parenting neglect | routine|limit|bound|advice
no toys | development parenting | toys|stimulat
missed appointments | health | appointments
was not brought | health | appointments
DNA | health | appointments
no jabs | health | immunisation
no medicine | health | treat|medic|health
asthma inhaler | health | treat|medic|health
making him ill | health | ill
fabricated illness | health | ill
not talking | development | milestone|language|development
not walking | development | milestone|development
speech delay | development | milestone|language|development
autism | disability | disab|special|additional
wheelchair | disability | disab|special|additional
pregnant | unborn young_parents | pregnan|birth
concealed pregnancy | unborn young_parents | pregnan|birth
late booker | unborn health | pregnan|birth|antenatal
teen mum | young_parents unborn | teenage|parents are young
depressed | mental_health | anxious|depress|mental health
panic attacks | mental_health | anxious|depress|mental health
cutting herself | mental_health | harm
self harm | mental_health | harm
overdose | mental_health | harm|suicid|life
suicidal | mental_health | end their life
wants to die | mental_health | end their life
not eating | mental_health health | eating|weight|diet|mental health
anorexia | mental_health health | eating|weight|diet|mental health
tantrums | behaviour | challeng|disrupt|behaviour
kicking off | behaviour | challeng|disrupt|behaviour
angry | behaviour mental_health family_conflict | angry|anger|behaviour|violent
out of control | behaviour | beyond|out of control|challeng|disrupt
weed | substance_use parent_substance | drug|substance
vaping | substance_use | tobacco|substance|alcohol
smoking cannabis | substance_use parent_substance | drug|substance|tobacco
takes drugs | substance_use | drug|substance
drinking | substance_use parent_substance | alcohol|drunk|drinking
missing school | education | absen|school
bunking off | education | absen|school|truant
school refuser | education | absen|school|attend|educat
always late | education | punctual|late|absen
excluded | education | exclu|suspen
home educated | education | educat
off rolled | education | educat|school
falling behind | education | progress|learn|achiev|educat
bullied | bullying | bull|discrimin|assault
racist abuse | bullying family_offending | discrimin|harass|hate|bull
picked on | bullying | bull|discrimin|harass|assault
no friends | friends_identity | friend|isolat|others of their age
low self esteem | friends_identity mental_health exploitation | esteem|insecur|confidence|isolat|relationship
drunk mum | parent_substance | drunk
mum drinks | parent_substance | drunk
smells of alcohol | parent_substance | drunk
heroin | parent_substance | drug|substance
mum uses drugs | parent_substance | drug|substance
drink driving | parent_substance | driving
mum depressed | parent_mental_health | mental health
postnatal depression | parent_mental_health | mental health
not coping | parent_mental_health | mental health|stress
mum suicidal | parent_mental_health | themselves|mental health
single mum no support | family_support | support|isolat
won't let me in | overall family_support missing | see the child|sight|hidden|engage|services|comply|respond
young carer | young_carer | young carer|caring
looks after his mum | young_carer | young carer|caring
dad in prison | family_offending | prison|crim|offen
sex offender | family_offending sexual_harm | danger|risk|sexual offence|harm
mum's new boyfriend | family_offending sexual_harm | danger|risk|sexual offence|harm
run away | missing | missing|runs away|running away
out all night | missing | missing|runs away|running away
older boyfriend | exploitation sexual_harm | groom|exploit|partner
groomed | exploitation sexual_harm online | groom
new phone | exploitation sexual_harm | groom|exploit
county lines | exploitation | used by others|exploit|gang
dealing drugs | exploitation substance_use | used by others|exploit|gang|drug
in a gang | exploitation family_offending offending | used by others|exploit|gang
trafficked | exploitation | trafficked|used by others
modern slavery | exploitation | trafficked|used by others|slavery
knife | offending | weapon
carrying a blade | offending | weapon
stealing | offending | offen|anti-social|crime|criminal
arrested | offending | offen|anti-social|crime|criminal
talking to strangers online | online | online
snapchat | online | online|internet|picture
far right | radicalisation | radicali|terror|extrem
extremist | radicalisation | radicali|terror|extrem
lives with nan | care | foster|care|guardian|looked after
foster care | care | foster|care|guardian|looked after
asylum seeker | immigration | asylum|refugee|from abroad|recourse
unaccompanied | immigration | asylum|refugee|from abroad
teacher hit him | staff_allegation | works or volunteers|professional
football coach | staff_allegation | works or volunteers|professional
something not right | overall | harm|protection
""".strip().splitlines()))

"""Words that stand in the name of a source and name nobody, or that are ordinary words beside being a name.

Only names are left out of papers. A word of the first list is never left out; a word of the second only where it is
written as a name, and the user is asked to read the paper for it.
"""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _listed("mr mrs ms miss mx dr sir rev reverend pc sgt")
"""What stands before a name and is left out with it."""
SMALL = _listed("""
a about above across after again all also always am among an and another any anybody anyone are as ask asked asks at
away be because been before behind being below beside between both but by call called calls can cannot child close
could did do does done down each else even ever every few first for from full get give given gives goes had has have
having he hello her here hers herself hidden him himself his how i if in into is it its itself just kept knew know
known knows last later least left less like live lived lives living local lot made make many me met mine more most
much must my myself name named names near nearby need never new next no nobody none nor not nothing now number of off
old older on once one only onto open or other others our ours out over own per perhaps person phone please private put
rather ring said same saw say says see seen she should since so some somebody someone something still such sure tell
tells than that the their theirs them then there these they this those through to told too towards two under unknown
unless unnamed until up upon us very want wanted wants was way we well went were what when where whether which while
who whoever whole whom whose why with within without won would yes yet you younger your yours anonymous anon tba tbc
nil na
""")
PEOPLE = _listed("""
brother doctor lady sister acquaintance adult assistant aunt auntie babysitter boss boy boyfriend caller carer
caretaker cashier children childminder class cleaner clerk coach colleague cousin dad daddy daughter driver ex family
father foster friend friends gentleman girl girlfriend gran grandad granddad grandfather grandma grandmother
grandparent granny guardian guest head helper husband ladies landlady landlord leader lodger man manager mate member
men midwife minder mother mum mummy nan nana nanny neighbour neighbours neighbor neighbors niece nephew nurse nursery
officer owner pal parent parents parishioner partner passer passerby people pupil receptionist relation relative
relatives resident school secretary shopkeeper social son staff stepfather stepmother stranger student teacher tenant
uncle visitor volunteer wife witness woman women worker youth baby babies toddler teenager
""")
PLACES = _listed("""
address apartment avenue block bottom building bungalow bus café church club community corner cottage council court
door doors downstairs drive east estate farm flat flats floor garage garden gate ground health high home hospital
hostel house houses lane mosque north office opposite park pub road room row shop side south square street surgery
temple terrace top town upstairs village work yard mobile email tel telephone text voicemail whatsapp facebook message
""")
ORDINARY = TITLES | SMALL | PEOPLE | PLACES
"""Words that are never left out, however they are written: they name nobody. After a title each of them is a name."""
MONTHS = _listed("january february march april may june july august september october november december")
FIRST_NAMES = _listed("""
amber angel art ash austin autumn belle bill blessing bob bonnie brook candy carol carter chad chance charity chase
cherry chester china chip christian christmas cliff constance cooper coral crystal daisy dale dawn dean destiny dot
drew duke earl easter ebony eve faith fern flora frank friday gay gem gene ginger ginny glen grace grant guy happy
harmony harry hazel heath heather herb holly honey honor honour hope hunter india iris ivy jack jade jay jean jewel
jimmy joan jordan josh joy kent king lance lark laurel lily lincoln london lucky major mark martin mason max melody
mercy merry miles monday nick noel norm olive page paris parker pat patience patty pearl peg penny pierce poppy
precious prince princess prudence rain ray reed rex rich river rob robin rock rod rose royal ruby rusty sandy saturday
sky skye special spring star stew sue summer sunday sunny sydney tanner taylor ted thursday treasure tuesday verity
victor violet wade ward wednesday will winter wren
""")
FAMILY_NAMES = _listed("""
abbot archer bacon baker ball banks barber barn barrow bean beans bell berry best bird bishop black bloom blow blunt
boil bond bower box boyle brand bread bridge bright broad brown bruise buck bull burn burns bush butcher butler butter
camp cane carpenter cash castle cave chalk chambers chapel cheek clark clay coffin cole cook cotton coward crane crisp
cross crow cutter dance dancer darling dart day deer dent dove drake dwyer dyer english fairy farmer fear fell field
fields fish fisher fleet flint flood flower flowers foot ford forest fox french frost fry gale game gates gift gold
golden good goodman goose gore grave gravel graves gray green grey groom gross gunn hall hand hands hardy hare harm
hart hawk hay hayes heard hedge herd hide hill hills hogg holder hole holmes hood hook hopper horn hunt hurt ice irons
joiner jolly judge jump keen kettle key keys kidd kitchen knight lamb large latch law leach leaf lean leek light link
little lively lock long loud love low marks marsh mercer mill miller mills mist money monk moon moor moore moss mould
mouse munch nail neck noble nutt oak organ outlaw paget pain palmer pane parks parsons pass patch peacock peel pepper
perfect pet pickle pike pilot piper pitt plant plum pond pool poole pope port porter post potter potts pound power
pratt press price prior proud quick quill rains raven read reader reeves rice rider ridge rigg rivers root rope rough
round rudd rule rush sadler sage saint sale salmon salt sands sauce savage scales scar seal self sell seller shade
sharp shell shepherd shore short shy sick silk silver singer skinner slater slim small smart smiles smoker snell snow
spark sparrow spear speed spice squire stamp stark steel steele stern stiff stock stocks stone stones storm strange
strong summers swallow swan sweet swift sykes tall tart thick thorn thread tiger till tongue tower towers townsend
tree trout tuck tune turner twist underwood vale vice vine wake walk walker wall walls warden warm wash waste watch
waters weaver webb weeks wells welsh west whale wheat wheel wheeler whip white wild wilder wing winner winters wise
wish wolf wonder wood woods woodward workman worm worth wright young
""")
ALSO_ORDINARY = (MONTHS | FIRST_NAMES | FAMILY_NAMES) - ORDINARY
"""Names that are ordinary words too: left out only where they are written as a name, not where a sentence begins."""
DATED = _listed("in since until till during last next early late mid every of this each before after")
"""Words before the name of a month that say that it is the month."""

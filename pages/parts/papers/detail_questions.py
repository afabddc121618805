"""What each part of the details asks, as lists of fields. Which record they fill is in detail_sections.py."""
from pages.parts.papers.detail_fields import Field

CHILD = (
    Field("name", "Full name", "held"),
    Field("other_names", "Other names the child is known by", "held", short="Other names"),
    Field("born", "Date of birth", "day", of="child_born"),
    Field("born_estimated", "The date of birth is an estimate", "tick"),
    Field("due", "Date the baby is due, if not yet born", "day", short="Due date", of="due"),
    Field("gender", "Gender"),
    Field("address", "Home address and postcode", "held_lines", short="Address"),
    Field("where_now", "Where the child is now, if not at home", "held_lines", short="Where now"),
    Field("phone", "Telephone", "held"),
    Field("school", "School, nursery or college", "held", short="School"),
    Field("gp", "GP practice", "held"),
    Field("language", "First language"),
    Field("interpreter", "Interpreter needed", "choice"),
    Field("disability", "Disability or special educational needs, and what helps", "lines", short="Disability"),
    Field("ethnicity", "Ethnicity", hint="As the family describes it. Do not guess."),
    Field("religion", "Religion", hint="As the family describes it. Do not guess."),
    Field("nhs_number", "NHS number"),
    Field("upn", "Unique pupil number"),
    Field("legal_status", "Plans or orders for the child, and the worker’s name", "lines", short="Plans"),
)
MEMBER = (
    Field("relation", "Relation to the child"),
    Field("name", "Full name", "held"),
    Field("lives_in_home", "Lives in the home", "choice"),
    Field("parental_responsibility", "Has parental responsibility", "choice"),
    Field("born", "Date of birth", "day", of="born"),
    Field("address", "Address, if different", "held_lines", short="Address"),
    Field("phone", "Telephone", "held"),
    Field("also_referred", "You are referring them too", "choice"),
)
PROFESSIONAL = (
    Field("role", "Role", hint="GP, health visitor, school nurse, social worker and so on"),
    Field("name", "Name"), Field("agency", "Organisation"), Field("phone", "Telephone"), Field("email", "E-mail"),
    Field("involvement", "What they do for the family, and since when", "lines", short="Involvement"),
)
REFERRER = (
    Field("name", "Your name"), Field("job", "Your job"), Field("agency", "Your organisation"),
    Field("phone", "Your direct telephone"), Field("email", "Your secure e-mail"),
    Field("best_times", "When you can best be reached", short="Best times"),
    Field("address", "Your work address", "lines"),
    Field("known_since", "How you know the child, since when, and when you last saw them", "lines",
          short="Knowing the child"),
    Field("lead_name", "Name of your safeguarding lead", short="Lead’s name"),
    Field("lead_phone", "Their telephone", short="Lead’s telephone"),
)
HAPPENED = (
    Field("why_now", "Why now? What has happened or changed?", "lines",
          "What, when, where, and who saw it. Keep what you know apart from what you think.", short="Why now"),
    Field("worry", "What are you worried about?", "lines", "What you have seen and heard, not labels.", short="Worry"),
    Field("exact_words", "What was said, word for word, by whom and to whom", "lines", short="Words said"),
    Field("question_asked", "What had been asked just before", "lines", short="What was asked"),
    Field("injury", "Any injury: where on the body, its size and colour, and how it was explained", "lines",
          "Only what you have seen in the ordinary way. Do not examine or photograph the child.", short="Injury"),
)
EFFECT = (Field("text", "What it means for this child day by day", "lines", short="Effect"),)
BACKGROUND = (
    Field("history", "What has happened before", "lines", "Earlier worries, referrals, patterns.", short="History"),
    Field("going_well", "What is going well, and who is safe for the child", "lines", short="Going well"),
    Field("tried", "What help has been tried, when, and what changed", "lines", short="Help tried"),
)
THINKING = (
    Field("analysis", "What do you think it means, and what will happen to the child if nothing changes?", "lines",
          "Give your reasons. This is your own judgement.", short="Your judgement"),
    Field("ask", "What are you asking for?", "lines", short="What you ask"),
    Field("meanwhile", "What will you go on doing meanwhile?", "lines", short="Meanwhile"),
    Field("not_known", "What is not known or not clear", "lines", short="Open questions"),
)
CONTACT = (
    Field("safe_contact", "How and when the family can be reached safely", "lines",
          "Say if a call, letter or message could put anyone at risk.", short="Safe contact"),
    Field("visiting_risk", "Anything a visitor should know: dogs, weapons, threats", "lines", short="Visiting"),
    Field("accessibility", "Help with language, reading, sight, hearing or moving about", "lines", short="Access"),
)
CHRONOLOGY = (
    Field("when", "When", "when", "A date or a period", of="event"), Field("event", "What happened", "lines"),
    Field("source", "How this is known"), Field("effect", "What it meant for the child", "lines"),
    Field("action", "What was done", "lines"),
)
PAPER = (
    Field("name", "What it is"),
    Field("state", "Where it is", "choice", options=(
        ("attached", "Attached"), ("to_follow", "To follow"), ("not_available", "Not available"))),
)
AGREEMENT = (
    Field("asked_on", "When you asked", "day"), Field("asked_by", "Who asked (their job)"),
    Field("how", "How", "choice", options=(
        ("face_to_face", "Face to face"), ("telephone", "By telephone"), ("writing", "In writing"),
        ("other", "Another way"))),
    Field("whose_information", "Whose information it covers"), Field("said", "What they said", "lines"),
)
NOT_ASKED = (
    Field("not_asked_because", "If somebody was not asked: the reason", "lines", short="Reason"),
    Field("approved_by", "Who decided that with you (their job)", short="Decided with"),
    Field("approved_on", "When that was decided", "day", short="Decided when"),
)
START = (
    Field("reason", "What led to this assessment, and what do you hope for?", "lines", short="Reason"),
    Field("checked_for_others", "You have checked whether there already is one", "choice"),
    Field("started_on", "Started on", "day"), Field("completed_on", "Completed on", "day"),
    Field("lead_professional", "Lead practitioner"), Field("took_part", "Who took part", "lines"),
    Field("arrangements", "Arrangements made, such as an interpreter", "lines", short="Arrangements"),
)
AGREED = (
    Field("given", "Agreement was given", "choice"), Field("by", "By whom"), Field("on", "When", "day"),
    Field("share_with", "Who it may be shared with", "lines", short="Shared with"),
    Field("must_not_see", "Who must not see it", "lines", short="Not to see it"),
    Field("comments", "Comments", "lines"),
)
DOMAIN = (
    Field("strengths", "What goes well", "lines"), Field("worries", "What is hard", "lines"),
    Field("evidence", "How you know", "lines"),
)
DOMAIN_NAMES = {
    "health": "Health", "learning": "Learning", "emotions_and_behaviour": "Feelings and behaviour",
    "identity": "Identity", "relationships": "Relationships with family and friends",
    "self_care": "Looking after oneself",
    "basic_care": "Basic care", "safety": "Keeping the child safe", "warmth": "Warmth", "stimulation": "Play and talk",
    "boundaries": "Guidance and limits", "stability": "Stability", "household": "The household",
    "wider_family": "Wider family", "housing": "Housing", "money_and_work": "Money and work", "community": "Community",
    "family_health": "Health of the family",
}
LIVED = (
    Field("view", "What the child says, wants and worries about", "lines", short="Child’s view"),
    Field("day", "An ordinary day through the child’s eyes", "lines", short="Ordinary day"),
    Field("method", "How you found out"),
)
VOICES = (
    Field("mother", "The mother’s view", "lines"), Field("father", "The father’s view", "lines"),
    Field("father_not_asked_because", "If the father was not asked: the reason", "lines", short="Reason"),
    Field("support_network", "Who helps the family", "lines"), Field("tried", "What has been tried", "lines"),
    Field("analysis", "What it means for the child, and what if nothing changes", "lines", short="Meaning"),
)
PLAN = (
    Field("need", "Need"), Field("outcome", "What should be different", "lines"),
    Field("action", "What will be done", "lines"),
    Field("who", "By whom"), Field("by_when", "By when", "when", of="ahead"),
    Field("how_we_know", "How we will know that it helped", "lines", short="How we know"),
)
CLOSE = (
    Field("review_on", "Review on", "day", of="ahead"), Field("signed_off_by", "Signed off by"),
    Field("signed_off_on", "Signed off on", "day"),
)
LOG = (
    Field("on", "Date", "day"), Field("time", "Time", "clock", "Such as 3.15pm or 15:15"),
    Field("half", "If you do not know the time", "choice", options=(("am", "Morning"), ("pm", "Afternoon or evening"))),
    Field("what", "What was done", "lines", "A call, a message, a visit, a question to another school or service. "
          "Write no address that must stay secret."),
    Field("who", "Who did it, and who answered"), Field("result", "What came of it", "lines"),
)
ATTENDANCE = (
    Field("last_attended", "Last day in school", "day"), Field("last_seen", "Last seen on", "day"),
    Field("last_seen_by", "Last seen by whom, and where"), Field("year_group", "Year group"),
    Field("brothers_sisters", "Brothers and sisters: name, school, and are they there?", "lines",
          short="Brothers and sisters"),
    Field("attendance_before", "Attendance before, and leave in term time", "lines", short="Attendance"),
    Field("signs_of_a_move", "Signs of a move", "lines", "Write no address that must stay secret."),
    Field("summary", "What is going on, in short", "lines", short="In short"),
)
TOLD = (
    Field("told_today", "Who has been told today: whom, when, by whom", "lines", short="Told"),
    Field("risk", "What your safeguarding lead thinks of the risk", "lines",
          "Think of a planned marriage, FGM, exploitation, radicalisation, flight from abuse, travel, a sick parent.",
          short="Risk"),
    Field("safeguarding_told", "Children’s services have been told", "choice"),
    Field("safeguarding_on", "When they were told", "day"), Field("safeguarding_result", "What came of it", "lines"),
    Field("address_found", "A new address has been found", "choice",
          "Do not write it here. It is told by telephone, to the person who needs it."),
)
SCHOOL_FILE = (
    Field("destination_known", "The next school is known", "choice"),
    Field("file_uploaded", "The file has been uploaded (s2s)", "choice"), Field("file_on", "Uploaded on", "day"),
    Field("file_taken", "The next school has taken the file", "choice"),
    Field("leaver_form", "The leaver form has been sent", "choice"), Field("leaver_form_on", "Sent on", "day"),
    Field("home_education", "Home education has been said or asked for", "choice"),
    Field("authority_asked", "The authority has been asked about the register", "choice"),
    Field("ground", "Ground in law that is thought of", "lines", "Ask the authority. No number of days is enough."),
    Field("plan_reviewed", "If there is an education, health and care plan: it has been reviewed", "choice"),
)
ADULT = (
    Field("name", "Full name of the adult", "held", short="Name"),
    Field("born", "Date of birth", "day", of="adult_born"),
    Field("address", "Home address", "held_lines", short="Address"), Field("job", "Job or role"),
    Field("workplace", "Place of work"), Field("employer", "Employer"),
    Field("personnel_contact", "Personnel contact at the employer"),
    Field("basis", "Works there as", "choice", options=(
        ("permanent", "Permanent staff"), ("temporary", "Temporary or fixed term"), ("agency", "Agency staff"),
        ("volunteer", "Volunteer"), ("other", "Something else"))),
    Field("started", "Since when", "when", of="event"),
    Field("other_work", "Other work or volunteering with children or adults at risk", "choice"),
    Field("other_work_where", "Where, and as what", "lines"),
    Field("own_children", "Has children, or cares for children", "choice"),
    Field("own_children_who", "Who they are: names, dates of birth or ages", "lines", short="Their children"),
    Field("earlier", "Earlier allegations or low-level concerns", "lines", short="Earlier concerns"),
    Field("knows", "Knows of this already", "choice",
          "Only if you have heard it. The officer says who may be told, by whom and when."),
)
ALLEGED = (
    Field("said_by", "Who said it"), Field("said_to", "To whom"), Field("said_on", "On which day", "day"),
    Field("happened", "When and where it happened", "lines"),
    Field("once", "How often", "choice", options=(
        ("once", "Once"), ("more", "More than once"), ("not_known", "Not known"))),
    Field("restraint", "It was during a restraint", "choice"),
    Field("summary", "Short summary of the facts", "lines",
          "What was seen or said, word for word where you can. No opinion.", short="Summary"),
    Field("witnesses", "Who else saw or heard it", "lines", "Do not ask them about it.", short="Witnesses"),
    Field("kept", "Messages, recordings and papers that are kept as they are", "lines", short="What is kept"),
)
DONE_SO_FAR = (
    Field("actions", "Done so far: police, front door, the children’s safety", "lines", short="Done so far"),
    Field("officer_told_on", "The officer (LADO) was told on", "day", short="Officer told on"),
    Field("officer_advice", "What the officer said", "lines"),
    Field("case_manager", "Who deals with it at the employer"),
)
TALK = (
    Field("on", "Date", "day"), Field("time", "Time", "clock", "Such as 3.15pm or 15:15"),
    Field("who", "With whom: name and role"), Field("team", "Team or organisation"),
    Field("named", "The child was named", "choice"),
    Field("said", "What you said", "lines"), Field("advice", "What they advised", "lines"),
    Field("my_view", "Your view, and why", "lines", short="Your view"),
    Field("their_view", "Their view, and why", "lines", short="Their view"),
)
DECIDED = (
    Field("decided", "What was decided", "choice", options=(
        ("refer", "To refer"), ("not_refer", "Not to refer now"), ("early_help", "To offer early help"),
        ("find_out_more", "To find out more first"), ("other", "Something else"))),
    Field("decided_by", "By whom: name and role", short="Decided by"),
    Field("reasons", "The reasons, also the reasons not to refer", "lines", short="Reasons"),
    Field("agree", "You agree", "choice"),
    Field("next_if_not", "If you do not agree: what you do next", "lines",
          "You may ring the front door yourself.", short="Next step"),
    Field("actions", "Who does what, by when", "lines"),
    Field("in_writing", "It has to be put in writing", "choice"),
    Field("in_writing_by", "By when", "day", of="ahead"),
    Field("look_again_on", "Look at it again on", "day", of="ahead"),
    Field("look_again_if", "Look at it sooner, if", "lines"),
)
UNNAMED = (
    Field("name", "Their name"), Field("relation", "Who they are to the child or family"),
    Field("contact", "How the front door can reach them", "lines", short="How to reach them"),
    Field("told_what", "What they told you", "lines"),
)

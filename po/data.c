/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts of the data files, for translators. Made by tests/potfiles.py --write; never compiled. */

/* calendars/england-wales.json: name */
N_("England and Wales")
/* calendars/england-wales.json: name */
N_("New Year’s Day")
/* calendars/england-wales.json: name */
N_("Good Friday")
/* calendars/england-wales.json: name */
N_("Easter Monday")
/* calendars/england-wales.json: name */
N_("Early May bank holiday")
/* calendars/england-wales.json: name */
N_("Spring bank holiday")
/* calendars/england-wales.json: name */
N_("Summer bank holiday")
/* calendars/england-wales.json: name */
N_("Christmas Day")
/* calendars/england-wales.json: name */
N_("Boxing Day (substitute day)")
/* calendars/england-wales.json: name */
N_("Boxing Day")
/* calendars/england-wales.json: name */
N_("Christmas Day (substitute day)")
/* calendars/england-wales.json: name */
N_("New Year’s Day (substitute day)")
/* calendars/england-wales.json: name */
N_("Early May bank holiday (VE Day)")
/* calendars/england-wales.json: name */
N_("Platinum Jubilee bank holiday")
/* calendars/england-wales.json: name */
N_("Bank holiday for the State Funeral of Queen Elizabeth II")
/* calendars/england-wales.json: name */
N_("Bank holiday for the coronation of King Charles III")
/* calendars/ireland.json: name */
N_("Ireland")
/* calendars/ireland.json: name */
N_("St Patrick’s Day")
/* calendars/ireland.json: name */
N_("May Day")
/* calendars/ireland.json: name */
N_("June bank holiday")
/* calendars/ireland.json: name */
N_("August bank holiday")
/* calendars/ireland.json: name */
N_("October bank holiday")
/* calendars/ireland.json: name */
N_("St Stephen’s Day")
/* calendars/ireland.json: name */
N_("Day of remembrance and recognition")
/* calendars/ireland.json: name */
N_("St Brigid’s Day")
/* calendars/northern-ireland.json: name */
N_("Northern Ireland")
/* calendars/northern-ireland.json: name */
N_("Battle of the Boyne (Orangemen’s Day) (substitute day)")
/* calendars/northern-ireland.json: name */
N_("Battle of the Boyne (Orangemen’s Day)")
/* calendars/northern-ireland.json: name */
N_("St Patrick’s Day (substitute day)")
/* calendars/nsw.json: name */
N_("New South Wales")
/* calendars/nsw.json: name */
N_("Australia Day")
/* calendars/nsw.json: name */
N_("Easter Saturday")
/* calendars/nsw.json: name */
N_("Easter Sunday")
/* calendars/nsw.json: name */
N_("Anzac Day")
/* calendars/nsw.json: name */
N_("Queen’s Birthday")
/* calendars/nsw.json: name */
N_("Labour Day")
/* calendars/nsw.json: name */
N_("Boxing Day (additional day)")
/* calendars/nsw.json: name */
N_("Christmas Day (additional day)")
/* calendars/nsw.json: name */
N_("New Year’s Day (additional day)")
/* calendars/nsw.json: name */
N_("National Day of Mourning for Queen Elizabeth II")
/* calendars/nsw.json: name */
N_("King’s Birthday")
/* calendars/nsw.json: name */
N_("Anzac Day (additional day)")
/* calendars/scotland.json: name */
N_("Scotland")
/* calendars/scotland.json: name */
N_("2nd January")
/* calendars/scotland.json: name */
N_("St Andrew’s Day")
/* calendars/scotland.json: name */
N_("2nd January (substitute day)")
/* calendars/scotland.json: name */
N_("St Andrew’s Day (substitute day)")
/* calendars/scotland.json: name */
N_("World Cup bank holiday")
/* calendars/us-federal.json: name */
N_("United States, federal holidays")
/* calendars/us-federal.json: name */
N_("Birthday of Martin Luther King, Jr.")
/* calendars/us-federal.json: name */
N_("Washington’s Birthday")
/* calendars/us-federal.json: name */
N_("Memorial Day")
/* calendars/us-federal.json: name */
N_("Independence Day (observed)")
/* calendars/us-federal.json: name */
N_("Independence Day")
/* calendars/us-federal.json: name */
N_("Labor Day")
/* calendars/us-federal.json: name */
N_("Columbus Day")
/* calendars/us-federal.json: name */
N_("Veterans Day")
/* calendars/us-federal.json: name */
N_("Thanksgiving Day")
/* calendars/us-federal.json: name */
N_("Christmas Day (observed)")
/* calendars/us-federal.json: name */
N_("New Year’s Day (observed)")
/* calendars/us-federal.json: name */
N_("Veterans Day (observed)")
/* calendars/us-federal.json: name */
N_("Juneteenth National Independence Day (observed)")
/* calendars/us-federal.json: name */
N_("Juneteenth National Independence Day")
/* calendars/weekdays.json: name */
N_("Weekdays only, no public holidays")
/* codes/action-strength.json: label */
N_("Weak: training, policy, reminder")
/* codes/action-strength.json: brief */
N_("Weak")
/* codes/action-strength.json: label */
N_("Medium: checklist, software, staffing")
/* codes/action-strength.json: brief */
N_("Medium")
/* codes/action-strength.json: label */
N_("Strong: a change that makes the error hard to make")
/* codes/action-strength.json: brief */
N_("Strong")
/* codes/activity.json: label */
N_("Contacts with patients")
/* codes/activity.json: brief */
N_("Contacts")
/* codes/activity.json: label */
N_("Days in a bed")
/* codes/activity.json: brief */
N_("Bed-days")
/* codes/activity.json: label */
N_("Attendances")
/* codes/activity.json: label */
N_("People on the list")
/* codes/activity.json: brief */
N_("List")
/* codes/activity.json: label */
N_("Calls")
/* codes/agreement.json: label */
N_("Agree fully")
/* codes/agreement.json: brief */
N_("Fully")
/* codes/agreement.json: label */
N_("Agree")
/* codes/agreement.json: label */
N_("Neither")
/* codes/agreement.json: label */
N_("Disagree")
/* codes/agreement.json: label */
N_("Disagree fully")
/* codes/agreement.json: brief */
N_("Not at all")
/* codes/agreement.json: label */
N_("Does not apply")
/* codes/agreement.json: brief */
N_("Not for me")
/* codes/apology-elements.json: label */
N_("What went wrong, plainly")
/* codes/apology-elements.json: brief */
N_("What went wrong")
/* codes/apology-elements.json: label */
N_("What it meant for them")
/* codes/apology-elements.json: brief */
N_("What it meant")
/* codes/apology-elements.json: label */
N_("That we are responsible")
/* codes/apology-elements.json: brief */
N_("Responsibility")
/* codes/apology-elements.json: label */
N_("That we are sorry")
/* codes/apology-elements.json: brief */
N_("Regret")
/* codes/apology-elements.json: label */
N_("Why it happened")
/* codes/apology-elements.json: brief */
N_("Why")
/* codes/apology-elements.json: label */
N_("What we will do about it")
/* codes/apology-elements.json: brief */
N_("What changes")
/* codes/apology-forms.json: label */
N_("In person")
/* codes/apology-forms.json: label */
N_("By phone")
/* codes/apology-forms.json: label */
N_("In a meeting")
/* codes/apology-forms.json: brief */
N_("Meeting")
/* codes/apology-forms.json: label */
N_("In a letter")
/* codes/apology-forms.json: brief */
N_("Letter")
/* codes/apology-forms.json: label */
N_("By e-mail")
/* codes/apology-forms.json: brief */
N_("E-mail")
/* codes/apology.json: label */
N_("Given")
/* codes/apology.json: label */
N_("Offered")
/* codes/apology.json: label */
N_("Not due")
/* codes/authority.json: label */
N_("Not needed: it is the patient")
/* codes/authority.json: brief */
N_("Not needed")
/* codes/authority.json: label */
N_("Awaited")
/* codes/authority.json: label */
N_("Refused")
/* codes/authority.json: label */
N_("Not possible: decided in their best interests")
/* codes/authority.json: brief */
N_("Not possible")
/* codes/care-stages.json: label */
N_("Admission")
/* codes/care-stages.json: label */
N_("Examination and diagnosis")
/* codes/care-stages.json: brief */
N_("Examination")
/* codes/care-stages.json: label */
N_("Care on the ward")
/* codes/care-stages.json: brief */
N_("Ward care")
/* codes/care-stages.json: label */
N_("Operation or procedure")
/* codes/care-stages.json: brief */
N_("Operation")
/* codes/care-stages.json: label */
N_("Discharge or transfer")
/* codes/care-stages.json: brief */
N_("Discharge")
/* codes/care-stages.json: label */
N_("Practice: getting an appointment")
/* codes/care-stages.json: brief */
N_("Access")
/* codes/care-stages.json: label */
N_("Practice: while there")
/* codes/care-stages.json: brief */
N_("At the practice")
/* codes/care-stages.json: label */
N_("Practice: during the consultation")
/* codes/care-stages.json: brief */
N_("Consultation")
/* codes/care-stages.json: label */
N_("Practice: follow-up or referral")
/* codes/care-stages.json: brief */
N_("Follow-up")
/* codes/care-stages.json: label */
N_("Several stages")
/* codes/care-stages.json: brief */
N_("Several")
/* codes/care-stages.json: label */
N_("Other")
/* codes/channels.json: label */
N_("Email")
/* codes/channels.json: label */
N_("Phone")
/* codes/channels.json: label */
N_("Website or portal")
/* codes/channels.json: brief */
N_("Website")
/* codes/channels.json: label */
N_("Voicemail")
/* codes/channels.json: label */
N_("Text message")
/* codes/channels.json: brief */
N_("Text")
/* codes/channels.json: label */
N_("Sign language video relay")
/* codes/channels.json: brief */
N_("Video relay")
/* codes/channels.json: label */
N_("Survey comment")
/* codes/channels.json: brief */
N_("Survey")
/* codes/channels.json: label */
N_("Social media")
/* codes/channels.json: label */
N_("Letter from an elected representative")
/* codes/channels.json: brief */
N_("Elected rep.")
/* codes/channels.json: label */
N_("Solicitor")
/* codes/channels.json: label */
N_("Ombudsman")
/* codes/channels.json: label */
N_("Regulator")
/* codes/compliment-reasons.json: label */
N_("Kindness")
/* codes/compliment-reasons.json: label */
N_("Listening")
/* codes/compliment-reasons.json: label */
N_("Clear explanation")
/* codes/compliment-reasons.json: brief */
N_("Explanation")
/* codes/compliment-reasons.json: label */
N_("Skill and care")
/* codes/compliment-reasons.json: brief */
N_("Skill")
/* codes/compliment-reasons.json: label */
N_("Dignity and respect")
/* codes/compliment-reasons.json: brief */
N_("Dignity")
/* codes/compliment-reasons.json: label */
N_("Teamwork")
/* codes/compliment-reasons.json: label */
N_("Food")
/* codes/compliment-reasons.json: label */
N_("Cleanliness")
/* codes/compliment-reasons.json: label */
N_("Speed")
/* codes/compliment-reasons.json: label */
N_("Care for family and visitors")
/* codes/compliment-reasons.json: brief */
N_("Family")
/* codes/compliment-reasons.json: label */
N_("Something else")
/* codes/contact-means.json: label */
N_("Phone call")
/* codes/contact-means.json: brief */
N_("Call")
/* codes/contact-means.json: label */
N_("Video call")
/* codes/contact-means.json: brief */
N_("Video")
/* codes/contact-means.json: label */
N_("Tried, not reached")
/* codes/contact-means.json: brief */
N_("Tried")
/* codes/contact-types.json: label */
N_("Complaint")
/* codes/contact-types.json: label */
N_("Concern")
/* codes/contact-types.json: label */
N_("Compliment")
/* codes/contact-types.json: label */
N_("Comment or suggestion")
/* codes/contact-types.json: brief */
N_("Suggestion")
/* codes/contact-types.json: label */
N_("Enquiry")
/* codes/contributory-factors.json: label */
N_("A slip, a lapse or a step left out")
/* codes/contributory-factors.json: brief */
N_("Slip or lapse")
/* codes/contributory-factors.json: label */
N_("Someone tired, unwell or under strain")
/* codes/contributory-factors.json: brief */
N_("Staff under strain")
/* codes/contributory-factors.json: label */
N_("Something about the patient that made care harder")
/* codes/contributory-factors.json: brief */
N_("Patient")
/* codes/contributory-factors.json: label */
N_("How people worked together")
/* codes/contributory-factors.json: label */
N_("The task itself: unclear, rare or hard to do")
/* codes/contributory-factors.json: brief */
N_("Task")
/* codes/contributory-factors.json: label */
N_("Too much to do in the time")
/* codes/contributory-factors.json: brief */
N_("Workload")
/* codes/contributory-factors.json: label */
N_("Not clear whose job it was")
/* codes/contributory-factors.json: label */
N_("Supervision and leadership")
/* codes/contributory-factors.json: brief */
N_("Leadership")
/* codes/contributory-factors.json: label */
N_("Too few people, or the wrong mix")
/* codes/contributory-factors.json: brief */
N_("Staffing")
/* codes/contributory-factors.json: label */
N_("Equipment and supplies missing or not working")
/* codes/contributory-factors.json: brief */
N_("Equipment")
/* codes/contributory-factors.json: label */
N_("The building, the room, noise, light")
/* codes/contributory-factors.json: brief */
N_("Surroundings")
/* codes/contributory-factors.json: label */
N_("Support from other departments")
/* codes/contributory-factors.json: brief */
N_("Support")
/* codes/contributory-factors.json: label */
N_("Appointments, lists and beds")
/* codes/contributory-factors.json: brief */
N_("Scheduling")
/* codes/contributory-factors.json: label */
N_("Training and experience")
/* codes/contributory-factors.json: brief */
N_("Training")
/* codes/contributory-factors.json: label */
N_("Rules and procedures: missing, unclear or not followed")
/* codes/contributory-factors.json: brief */
N_("Procedures")
/* codes/contributory-factors.json: label */
N_("Design of equipment, supplies or medicines")
/* codes/contributory-factors.json: brief */
N_("Design")
/* codes/contributory-factors.json: label */
N_("Rules or pressure from outside")
/* codes/contributory-factors.json: brief */
N_("Outside")
/* codes/contributory-factors.json: label */
N_("People did not feel safe to speak up")
/* codes/contributory-factors.json: brief */
N_("Culture")
/* codes/contributory-factors.json: label */
N_("How information was passed on")
/* codes/contributory-factors.json: brief */
N_("Communication")
/* codes/contributory-factors.json: label */
N_("Not known")
/* codes/dangers.json: label */
N_("Somebody needs care now")
/* codes/dangers.json: brief */
N_("Needs care now")
/* codes/dangers.json: label */
N_("Talk of suicide or self-harm")
/* codes/dangers.json: brief */
N_("Suicide, self-harm")
/* codes/dangers.json: label */
N_("Abuse or neglect")
/* codes/dangers.json: brief */
N_("Abuse, neglect")
/* codes/dangers.json: label */
N_("Somebody may be harmed by another")
/* codes/dangers.json: brief */
N_("Harm to others")
/* codes/dangers.json: label */
N_("A threat, or staff in danger")
/* codes/dangers.json: brief */
N_("Threat")
/* codes/directions.json: label */
N_("From them to us")
/* codes/directions.json: brief */
N_("In")
/* codes/directions.json: label */
N_("From us to them")
/* codes/directions.json: brief */
N_("Out")
/* codes/effectiveness.json: label */
N_("Yes, it works")
/* codes/effectiveness.json: brief */
N_("Works")
/* codes/effectiveness.json: label */
N_("Partly")
/* codes/effectiveness.json: label */
N_("No, it does not work")
/* codes/effectiveness.json: brief */
N_("Does not work")
/* codes/endings.json: label */
N_("Looked into and answered")
/* codes/endings.json: brief */
N_("Answered")
/* codes/endings.json: label */
N_("Settled without an investigation")
/* codes/endings.json: brief */
N_("Settled")
/* codes/endings.json: label */
N_("Withdrawn by the person")
/* codes/endings.json: brief */
N_("Withdrawn")
/* codes/endings.json: label */
N_("Passed to another organisation")
/* codes/endings.json: brief */
N_("Passed on")
/* codes/endings.json: label */
N_("Not accepted")
/* codes/endings.json: label */
N_("Same as another case")
/* codes/endings.json: brief */
N_("Duplicate")
/* codes/endings.json: label */
N_("Thanked and passed on")
/* codes/endings.json: brief */
N_("Thanked")
/* codes/endings.json: label */
N_("No contact any more")
/* codes/endings.json: brief */
N_("No contact")
/* codes/feedback-declines.json: label */
N_("They would rather not")
/* codes/feedback-declines.json: brief */
N_("Said no")
/* codes/feedback-declines.json: label */
N_("No answer came")
/* codes/feedback-declines.json: brief */
N_("No answer")
/* codes/feedback-declines.json: label */
N_("They could not be reached")
/* codes/feedback-declines.json: brief */
N_("Not reached")
/* codes/feedback-declines.json: label */
N_("It would not be right to ask")
/* codes/feedback-declines.json: brief */
N_("Not right")
/* codes/feedback-ways.json: label */
N_("On paper")
/* codes/feedback-ways.json: brief */
N_("Paper")
/* codes/feedback-ways.json: label */
N_("By text message")
/* codes/feedback-ways.json: label */
N_("On a web page")
/* codes/feedback-ways.json: brief */
N_("Online")
/* codes/feelings.json: label */
N_("Calm")
/* codes/feelings.json: label */
N_("Worried or frustrated")
/* codes/feelings.json: brief */
N_("Worried")
/* codes/feelings.json: label */
N_("Very upset or angry")
/* codes/feelings.json: brief */
N_("Very upset")
/* codes/feelings.json: label */
N_("Feels unsafe")
/* codes/felt-heard.json: label */
N_("Mostly")
/* codes/felt-heard.json: label */
N_("A little")
/* codes/fft.json: label */
N_("Very good")
/* codes/fft.json: label */
N_("Good")
/* codes/fft.json: label */
N_("Neither good nor poor")
/* codes/fft.json: label */
N_("Poor")
/* codes/fft.json: label */
N_("Very poor")
/* codes/fft.json: label */
N_("Don’t know")
/* codes/findings.json: label */
N_("Upheld")
/* codes/findings.json: label */
N_("Partly upheld")
/* codes/findings.json: label */
N_("Not upheld")
/* codes/flags.json: label */
N_("Someone may be at risk")
/* codes/flags.json: brief */
N_("At risk")
/* codes/flags.json: label */
N_("Safeguarding")
/* codes/flags.json: label */
N_("A child is involved")
/* codes/flags.json: brief */
N_("Child")
/* codes/flags.json: label */
N_("Bereaved")
/* codes/flags.json: label */
N_("Needs an interpreter")
/* codes/flags.json: brief */
N_("Interpreter")
/* codes/flags.json: label */
N_("Linked to an incident")
/* codes/flags.json: brief */
N_("Incident")
/* codes/flags.json: label */
N_("Duty of candour")
/* codes/flags.json: brief */
N_("Candour")
/* codes/flags.json: label */
N_("Possible privacy breach")
/* codes/flags.json: brief */
N_("Privacy")
/* codes/flags.json: label */
N_("Discrimination alleged")
/* codes/flags.json: brief */
N_("Discrimination")
/* codes/flags.json: label */
N_("Legal claim possible or begun")
/* codes/flags.json: brief */
N_("Legal")
/* codes/flags.json: label */
N_("Police involved")
/* codes/flags.json: brief */
N_("Police")
/* codes/flags.json: label */
N_("Media interest")
/* codes/flags.json: brief */
N_("Media")
/* codes/flags.json: label */
N_("With the ombudsman")
/* codes/flags.json: label */
N_("Says that speaking up affected their care")
/* codes/flags.json: brief */
N_("Care affected")
/* codes/flags.json: label */
N_("Conflict of interest")
/* codes/flags.json: brief */
N_("Conflict")
/* codes/flags.json: label */
N_("Contact agreement in place")
/* codes/flags.json: brief */
N_("Agreement")
/* codes/formats.json: label */
N_("Standard letter")
/* codes/formats.json: brief */
N_("Standard")
/* codes/formats.json: label */
N_("Large print")
/* codes/formats.json: label */
N_("Easy read")
/* codes/formats.json: label */
N_("Audio")
/* codes/formats.json: label */
N_("Braille")
/* codes/formats.json: label */
N_("Sign language video")
/* codes/formats.json: brief */
N_("Sign video")
/* codes/harm.json: label */
N_("No harm reported")
/* codes/harm.json: brief */
N_("None")
/* codes/harm.json: label */
N_("Minimal: upset")
/* codes/harm.json: brief */
N_("Minimal")
/* codes/harm.json: label */
N_("Minor: stress and anxiety")
/* codes/harm.json: brief */
N_("Minor")
/* codes/harm.json: label */
N_("Moderate: a setback in recovery")
/* codes/harm.json: brief */
N_("Moderate")
/* codes/harm.json: label */
N_("Major: lasting harm")
/* codes/harm.json: brief */
N_("Major")
/* codes/harm.json: label */
N_("Catastrophic: death or the like")
/* codes/harm.json: brief */
N_("Catastrophic")
/* codes/hcat.json: label */
N_("Clinical problems")
/* codes/hcat.json: brief */
N_("Clinical")
/* codes/hcat.json: label */
N_("Management problems")
/* codes/hcat.json: brief */
N_("Management")
/* codes/hcat.json: label */
N_("Relationship problems")
/* codes/hcat.json: brief */
N_("Relationships")
/* codes/hcat.json: label */
N_("Quality of care")
/* codes/hcat.json: label */
N_("Safety of care")
/* codes/hcat.json: brief */
N_("Safety")
/* codes/hcat.json: label */
N_("Environment")
/* codes/hcat.json: label */
N_("Institutional processes")
/* codes/hcat.json: brief */
N_("Processes")
/* codes/hcat.json: label */
N_("Respect and patient rights")
/* codes/hcat.json: brief */
N_("Respect and rights")
/* codes/hcat.json: label */
N_("Neglect: washing and personal care")
/* codes/hcat.json: brief */
N_("Personal care")
/* codes/hcat.json: label */
N_("Neglect: food and drink")
/* codes/hcat.json: brief */
N_("Food and drink")
/* codes/hcat.json: label */
N_("Neglect: care in general")
/* codes/hcat.json: brief */
N_("Care and dignity")
/* codes/hcat.json: label */
N_("Rough handling or discomfort")
/* codes/hcat.json: brief */
N_("Rough handling")
/* codes/hcat.json: label */
N_("Examination and monitoring")
/* codes/hcat.json: label */
N_("Making and following care plans")
/* codes/hcat.json: brief */
N_("Care plan")
/* codes/hcat.json: label */
N_("Outcomes and side effects")
/* codes/hcat.json: brief */
N_("Outcome of care")
/* codes/hcat.json: label */
N_("Error in diagnosis")
/* codes/hcat.json: brief */
N_("Diagnosis")
/* codes/hcat.json: label */
N_("Error in medication")
/* codes/hcat.json: brief */
N_("Medication")
/* codes/hcat.json: label */
N_("Other error in care")
/* codes/hcat.json: brief */
N_("Error in care")
/* codes/hcat.json: label */
N_("Failure to respond to a worsening state")
/* codes/hcat.json: brief */
N_("Not responding")
/* codes/hcat.json: label */
N_("Skills of clinical staff")
/* codes/hcat.json: brief */
N_("Staff skills")
/* codes/hcat.json: label */
N_("Teamwork between staff")
/* codes/hcat.json: label */
N_("Accommodation and comfort")
/* codes/hcat.json: brief */
N_("Accommodation")
/* codes/hcat.json: label */
N_("Supplies and preparedness")
/* codes/hcat.json: brief */
N_("Preparedness")
/* codes/hcat.json: label */
N_("Cleanliness of the ward")
/* codes/hcat.json: label */
N_("Too few staff")
/* codes/hcat.json: label */
N_("Security and belongings")
/* codes/hcat.json: brief */
N_("Security")
/* codes/hcat.json: label */
N_("Delay in getting care")
/* codes/hcat.json: brief */
N_("Waiting for care")
/* codes/hcat.json: label */
N_("Delay of a procedure or treatment")
/* codes/hcat.json: brief */
N_("Treatment delay")
/* codes/hcat.json: label */
N_("Delay in general")
/* codes/hcat.json: brief */
N_("Delay")
/* codes/hcat.json: label */
N_("Bureaucracy and appointments")
/* codes/hcat.json: brief */
N_("Paperwork")
/* codes/hcat.json: label */
N_("Visiting")
/* codes/hcat.json: label */
N_("Records and documents")
/* codes/hcat.json: brief */
N_("Records")
/* codes/hcat.json: label */
N_("Being ignored")
/* codes/hcat.json: brief */
N_("Ignored")
/* codes/hcat.json: label */
N_("Being dismissed")
/* codes/hcat.json: brief */
N_("Dismissed")
/* codes/hcat.json: label */
N_("Listened to, but nothing came of it")
/* codes/hcat.json: brief */
N_("Token listening")
/* codes/hcat.json: label */
N_("Told too late")
/* codes/hcat.json: brief */
N_("Told late")
/* codes/hcat.json: label */
N_("Told something wrong")
/* codes/hcat.json: brief */
N_("Wrong information")
/* codes/hcat.json: label */
N_("Not told at all")
/* codes/hcat.json: brief */
N_("Not told")
/* codes/hcat.json: label */
N_("Disrespect")
/* codes/hcat.json: label */
N_("Confidentiality")
/* codes/hcat.json: label */
N_("Rights")
/* codes/hcat.json: label */
N_("Consent")
/* codes/interpreter-states.json: label */
N_("Interpreter booked")
/* codes/interpreter-states.json: brief */
N_("Booked")
/* codes/interpreter-states.json: label */
N_("Interpreter was there")
/* codes/interpreter-states.json: brief */
N_("Was there")
/* codes/interpreter-states.json: label */
N_("Interpreter did not come")
/* codes/interpreter-states.json: brief */
N_("Did not come")
/* codes/interpreter-states.json: label */
N_("They would rather do without")
/* codes/interpreter-states.json: brief */
N_("Not wanted")
/* codes/letter-recipients.json: label */
N_("The person who got in touch")
/* codes/letter-recipients.json: brief */
N_("The person")
/* codes/letter-recipients.json: label */
N_("The patient")
/* codes/letter-recipients.json: label */
N_("Somebody else")
/* codes/letters.json: label */
N_("Acknowledgement")
/* codes/letters.json: label */
N_("Record of what they told us")
/* codes/letters.json: brief */
N_("Record")
/* codes/letters.json: label */
N_("Holding letter: more time is needed")
/* codes/letters.json: brief */
N_("Holding")
/* codes/letters.json: label */
N_("Reply")
/* codes/letters.json: label */
N_("Thanks for a compliment")
/* codes/letters.json: brief */
N_("Thanks")
/* codes/letters.json: label */
N_("Request for permission")
/* codes/letters.json: brief */
N_("Permission")
/* codes/moments.json: label */
N_("At the start")
/* codes/moments.json: brief */
N_("Start")
/* codes/moments.json: label */
N_("Now")
/* codes/moments.json: label */
N_("At the end")
/* codes/moments.json: brief */
N_("End")
/* codes/needs-steps.json: label */
N_("Asked what they need")
/* codes/needs-steps.json: brief */
N_("Asked")
/* codes/needs-steps.json: label */
N_("Written down")
/* codes/needs-steps.json: label */
N_("Shown wherever the case is shown")
/* codes/needs-steps.json: brief */
N_("Shown")
/* codes/needs-steps.json: label */
N_("Told to those who will meet or write to them")
/* codes/needs-steps.json: brief */
N_("Shared")
/* codes/needs-steps.json: label */
N_("Done as they need it")
/* codes/needs-steps.json: brief */
N_("Done")
/* codes/needs-steps.json: label */
N_("Asked again whether it still fits")
/* codes/needs-steps.json: brief */
N_("Reviewed")
/* codes/ombudsman-decisions.json: label */
N_("Will not investigate")
/* codes/ombudsman-decisions.json: brief */
N_("Not taken")
/* codes/ombudsman-decisions.json: label */
N_("Ended without a decision")
/* codes/ombudsman-decisions.json: brief */
N_("Ended")
/* codes/ombudsman-stages.json: label */
N_("First checks")
/* codes/ombudsman-stages.json: label */
N_("Deciding whether to investigate")
/* codes/ombudsman-stages.json: brief */
N_("Assessment")
/* codes/ombudsman-stages.json: label */
N_("Investigating")
/* codes/ombudsman-stages.json: brief */
N_("Investigation")
/* codes/overall.json: label */
N_("Very well")
/* codes/overall.json: label */
N_("Well")
/* codes/overall.json: label */
N_("Neither well nor badly")
/* codes/overall.json: label */
N_("Badly")
/* codes/overall.json: label */
N_("Very badly")
/* codes/pause-reasons.json: label */
N_("Waiting for permission")
/* codes/pause-reasons.json: label */
N_("Waiting for information from the person")
/* codes/pause-reasons.json: brief */
N_("Information")
/* codes/pause-reasons.json: label */
N_("At the person’s request")
/* codes/pause-reasons.json: brief */
N_("Their request")
/* codes/pause-reasons.json: label */
N_("Time to grieve")
/* codes/pause-reasons.json: brief */
N_("Bereavement")
/* codes/pause-reasons.json: label */
N_("The person is too ill")
/* codes/pause-reasons.json: brief */
N_("Illness")
/* codes/pause-reasons.json: label */
N_("Police or coroner asked us to wait")
/* codes/pause-reasons.json: brief */
N_("Police, coroner")
/* codes/pause-reasons.json: label */
N_("Legal proceedings")
/* codes/promises-kept.json: label */
N_("All of it")
/* codes/promises-kept.json: brief */
N_("All")
/* codes/promises-kept.json: label */
N_("Some of it")
/* codes/promises-kept.json: brief */
N_("Some")
/* codes/promises-kept.json: label */
N_("None of it")
/* codes/promises-kept.json: label */
N_("Nothing was promised")
/* codes/promises-kept.json: brief */
N_("No promise")
/* codes/relations.json: label */
N_("Related")
/* codes/relations.json: label */
N_("The same complaint, logged twice")
/* codes/relationships.json: label */
N_("Parent")
/* codes/relationships.json: label */
N_("Guardian")
/* codes/relationships.json: label */
N_("Spouse or partner")
/* codes/relationships.json: brief */
N_("Partner")
/* codes/relationships.json: label */
N_("Son or daughter")
/* codes/relationships.json: label */
N_("Other relative")
/* codes/relationships.json: brief */
N_("Relative")
/* codes/relationships.json: label */
N_("Unpaid carer")
/* codes/relationships.json: brief */
N_("Carer")
/* codes/relationships.json: label */
N_("Friend")
/* codes/relationships.json: label */
N_("Advocate")
/* codes/relationships.json: label */
N_("Attorney or deputy")
/* codes/relationships.json: brief */
N_("Attorney")
/* codes/relationships.json: label */
N_("Executor or administrator of an estate")
/* codes/relationships.json: brief */
N_("Executor")
/* codes/relationships.json: label */
N_("Elected representative")
/* codes/relationships.json: label */
N_("Care home")
/* codes/relationships.json: label */
N_("Member of staff for the patient")
/* codes/relationships.json: brief */
N_("Staff")
/* codes/relationships.json: label */
N_("Visitor")
/* codes/relationships.json: label */
N_("Anonymous")
/* codes/remedies.json: label */
N_("Apology")
/* codes/remedies.json: label */
N_("Record corrected")
/* codes/remedies.json: label */
N_("Second opinion")
/* codes/remedies.json: label */
N_("Appointment or treatment brought forward")
/* codes/remedies.json: brief */
N_("Earlier care")
/* codes/remedies.json: label */
N_("Named contact")
/* codes/remedies.json: label */
N_("Advocacy arranged")
/* codes/remedies.json: brief */
N_("Advocacy")
/* codes/remedies.json: label */
N_("Belongings replaced")
/* codes/remedies.json: brief */
N_("Replacement")
/* codes/remedies.json: label */
N_("Refund or waiver")
/* codes/remedies.json: brief */
N_("Refund")
/* codes/remedies.json: label */
N_("Costs paid back")
/* codes/remedies.json: brief */
N_("Costs")
/* codes/remedies.json: label */
N_("Payment for distress")
/* codes/remedies.json: brief */
N_("Payment")
/* codes/remedies.json: label */
N_("Referred for financial redress")
/* codes/remedies.json: brief */
N_("Redress")
/* codes/remedies.json: label */
N_("Action with staff")
/* codes/remedies.json: brief */
N_("Staff action")
/* codes/remedies.json: label */
N_("Change to how we work")
/* codes/remedies.json: brief */
N_("Process change")
/* codes/remedies.json: label */
N_("Change to the building or ward")
/* codes/remedies.json: label */
N_("Better information or leaflet")
/* codes/remedies.json: label */
N_("Review of staffing")
/* codes/remedies.json: brief */
N_("Staffing review")
/* codes/remedies.json: label */
N_("Audit")
/* codes/remedies.json: label */
N_("No remedy due")
/* codes/remedies.json: brief */
N_("None due")
/* codes/safety.json: label */
N_("No one")
/* codes/safety.json: label */
N_("Someone was, and it has been handled")
/* codes/safety.json: brief */
N_("Handled")
/* codes/safety.json: label */
N_("Not sure")
/* codes/severity.json: label */
N_("Not present")
/* codes/severity.json: label */
N_("Low")
/* codes/severity.json: label */
N_("High")
/* codes/suggestion-decisions.json: label */
N_("We will do it")
/* codes/suggestion-decisions.json: brief */
N_("Taken up")
/* codes/suggestion-decisions.json: label */
N_("We will do part of it")
/* codes/suggestion-decisions.json: brief */
N_("In part")
/* codes/suggestion-decisions.json: label */
N_("We will try it out")
/* codes/suggestion-decisions.json: brief */
N_("To be tried")
/* codes/suggestion-decisions.json: label */
N_("It is done already")
/* codes/suggestion-decisions.json: brief */
N_("Done already")
/* codes/suggestion-decisions.json: label */
N_("Not now")
/* codes/suggestion-decisions.json: label */
N_("It is for somebody else to decide")
/* codes/suggestion-decisions.json: brief */
N_("For others")
/* codes/support.json: label */
N_("Sign language interpreter")
/* codes/support.json: brief */
N_("Sign language")
/* codes/support.json: label */
N_("Lip speaker, or a face in good light")
/* codes/support.json: brief */
N_("Lip reading")
/* codes/support.json: label */
N_("Speech to text")
/* codes/support.json: label */
N_("Hearing loop")
/* codes/support.json: label */
N_("Text or relay instead of voice calls")
/* codes/support.json: brief */
N_("Text, not voice")
/* codes/support.json: label */
N_("Easy read, with pictures")
/* codes/support.json: label */
N_("Audio, or read aloud")
/* codes/support.json: label */
N_("A quiet place")
/* codes/support.json: brief */
N_("Quiet place")
/* codes/support.json: label */
N_("Extra time, one thing at a time")
/* codes/support.json: brief */
N_("Extra time")
/* codes/support.json: label */
N_("Somebody with them")
/* codes/support.json: brief */
N_("Supporter")
/* codes/training.json: label */
N_("Dignity, comfort and care round by round")
/* codes/training.json: label */
N_("Noticing and speaking up when somebody gets worse")
/* codes/training.json: brief */
N_("Speaking up")
/* codes/training.json: label */
N_("Seeing the place with the eyes of those who use it")
/* codes/training.json: label */
N_("Telling people what happens next, and when")
/* codes/training.json: brief */
N_("What happens next")
/* codes/training.json: label */
N_("Listening: letting people finish and giving back what was heard")
/* codes/training.json: label */
N_("Plain words, early, and checking what was understood")
/* codes/training.json: brief */
N_("Plain words")
/* codes/training.json: label */
N_("Respect: names, privacy and asking first")
/* codes/training.json: brief */
N_("Respect")
/* codes/yes-no-unsure.json: label */
N_("Yes")
/* codes/yes-no-unsure.json: label */
N_("No")
/* exports/safe-harbor.json: label */
N_("Web addresses")
/* exports/safe-harbor.json: label */
N_("Email addresses")
/* exports/safe-harbor.json: label */
N_("Names on social media")
/* exports/safe-harbor.json: label */
N_("Internet addresses")
/* exports/safe-harbor.json: label */
N_("Names")
/* exports/safe-harbor.json: label */
N_("Addresses")
/* exports/safe-harbor.json: label */
N_("Social security numbers")
/* exports/safe-harbor.json: label */
N_("Dates")
/* exports/safe-harbor.json: label */
N_("Ages from 90 on")
/* exports/safe-harbor.json: label */
N_("Phone numbers")
/* exports/safe-harbor.json: label */
N_("Numbers of records, accounts and insurance")
/* exports/safe-harbor.json: label */
N_("Postcodes")
/* exports/safe-harbor.json: label */
N_("Codes of things and vehicles")
/* guidance/frames/aidet.json: name */
N_("AIDET: acknowledge, introduce, duration, explain, thank")
/* guidance/frames/aidet.json: brief */
N_("AIDET")
/* guidance/frames/aidet.json: opening */
N_("Five things to say whenever you meet somebody.")
/* guidance/frames/aidet.json: text */
N_("Acknowledge: look up, greet, use the name")
/* guidance/frames/aidet.json: why */
N_("Being seen comes first.")
/* guidance/frames/aidet.json: say */
N_("Good morning, Mrs Yusuf.")
/* guidance/frames/aidet.json: text */
N_("Introduce yourself and what you do")
/* guidance/frames/aidet.json: why */
N_("They should know whose help they have.")
/* guidance/frames/aidet.json: say */
N_("I am Jo. I look after complaints here.")
/* guidance/frames/aidet.json: text */
N_("Duration: say how long it takes")
/* guidance/frames/aidet.json: why */
N_("Waiting is easier with an end.")
/* guidance/frames/aidet.json: say */
N_("This takes about ten minutes.")
/* guidance/frames/aidet.json: text */
N_("Explain what you will do, and why")
/* guidance/frames/aidet.json: why */
N_("It takes the fear out of forms.")
/* guidance/frames/aidet.json: say */
N_("I will write it down and read it back to you.")
/* guidance/frames/aidet.json: text */
N_("Thank them")
/* guidance/frames/aidet.json: why */
N_("They need not have come.")
/* guidance/frames/aidet.json: say */
N_("Thank you for coming to us with this.")
/* guidance/frames/beta.json: name */
N_("BETA: ten ways to calm someone in crisis")
/* guidance/frames/beta.json: brief */
N_("BETA ten")
/* guidance/frames/beta.json: opening */
N_("From a 2012 agreement among emergency psychiatrists on calming people in crisis. One person talks; everybody stays safe.")
/* guidance/frames/beta.json: text */
N_("Respect their space: two arms’ lengths, a way out for both")
/* guidance/frames/beta.json: why */
N_("Being cornered turns fear into attack.")
/* guidance/frames/beta.json: text */
N_("Do not provoke: open hands, quiet face")
/* guidance/frames/beta.json: why */
N_("Your body speaks first.")
/* guidance/frames/beta.json: text */
N_("Make contact by words: one person talks")
/* guidance/frames/beta.json: why */
N_("Several voices are a crowd.")
/* guidance/frames/beta.json: say */
N_("I am Jo. I would like to help you.")
/* guidance/frames/beta.json: text */
N_("Be brief; say it again, and wait")
/* guidance/frames/beta.json: why */
N_("In crisis only short sentences arrive.")
/* guidance/frames/beta.json: say */
N_("You are safe here. You are safe here.")
/* guidance/frames/beta.json: text */
N_("Find out what they want and feel")
/* guidance/frames/beta.json: why */
N_("Even a wish you cannot grant tells you where it hurts.")
/* guidance/frames/beta.json: say */
N_("What do you need most right now?")
/* guidance/frames/beta.json: text */
N_("Listen closely; say back what you heard")
/* guidance/frames/beta.json: why */
N_("It slows things down, for both.")
/* guidance/frames/beta.json: say */
N_("You want to see the doctor, and nobody tells you when.")
/* guidance/frames/beta.json: text */
N_("Agree, or agree to differ")
/* guidance/frames/beta.json: why */
N_("There is nearly always something true to agree with.")
/* guidance/frames/beta.json: say */
N_("Anybody would be angry after that.")
/* guidance/frames/beta.json: text */
N_("Set clear limits, kindly")
/* guidance/frames/beta.json: why */
N_("Limits make people feel safe when they are fair.")
/* guidance/frames/beta.json: say */
N_("I want to help, and I cannot while you stand so close.")
/* guidance/frames/beta.json: text */
N_("Offer choices and hope")
/* guidance/frames/beta.json: why */
N_("A choice is the opposite of force.")
/* guidance/frames/beta.json: say */
N_("Would you rather sit in here or outside? This can be sorted out.")
/* guidance/frames/beta.json: text */
N_("Afterwards, talk it over with them and with staff")
/* guidance/frames/beta.json: why */
N_("What was learned in it saves the next one.")
/* guidance/frames/beta.json: say */
N_("What helped just now? What should we do differently?")
/* guidance/frames/calmer.json: name */
N_("CALMER: six steps for a hard talk")
/* guidance/frames/calmer.json: brief */
N_("CALMER")
/* guidance/frames/calmer.json: opening */
N_("For talks that go wrong again and again. It begins with yourself.")
/* guidance/frames/calmer.json: text */
N_("Catalyst: find what could move them one step")
/* guidance/frames/calmer.json: why */
N_("Nobody can be pushed, but many can be invited.")
/* guidance/frames/calmer.json: say */
N_("What would have to be different for this to feel better?")
/* guidance/frames/calmer.json: text */
N_("Alter your own thoughts before you speak")
/* guidance/frames/calmer.json: why */
N_("Your irritation is heard before your words are.")
/* guidance/frames/calmer.json: text */
N_("Listen, then form your view")
/* guidance/frames/calmer.json: why */
N_("A view formed first hears only itself.")
/* guidance/frames/calmer.json: say */
N_("Help me to understand.")
/* guidance/frames/calmer.json: text */
N_("Make an agreement, however small")
/* guidance/frames/calmer.json: why */
N_("One shared sentence is a start.")
/* guidance/frames/calmer.json: say */
N_("Can we agree that you should have been told?")
/* guidance/frames/calmer.json: text */
N_("Explain, and set the next goal together")
/* guidance/frames/calmer.json: why */
N_("Small goals are reached.")
/* guidance/frames/calmer.json: say */
N_("By Friday we will know what the records say.")
/* guidance/frames/calmer.json: text */
N_("Reach out: to them again, and to a colleague for yourself")
/* guidance/frames/calmer.json: why */
N_("Hard talks need an afterwards for both.")
/* guidance/frames/calmer.json: say */
N_("I will ring you on Friday.")
/* guidance/frames/heard.json: name */
N_("HEARD: hear, empathise, acknowledge, respond, document")
/* guidance/frames/heard.json: brief */
N_("HEARD")
/* guidance/frames/heard.json: opening */
N_("Used in many hospitals for service recovery.")
/* guidance/frames/heard.json: text */
N_("Hear the whole story without interrupting")
/* guidance/frames/heard.json: why */
N_("The first minute decides how the rest goes.")
/* guidance/frames/heard.json: say */
N_("Please tell me all of it.")
/* guidance/frames/heard.json: text */
N_("Empathise: say what it must have been like")
/* guidance/frames/heard.json: why */
N_("They want to know that it reached you.")
/* guidance/frames/heard.json: say */
N_("That must have been a frightening night.")
/* guidance/frames/heard.json: text */
N_("Acknowledge, and apologise")
/* guidance/frames/heard.json: why */
N_("It happened; say so.")
/* guidance/frames/heard.json: say */
N_("You are right that nobody came. I am sorry.")
/* guidance/frames/heard.json: text */
N_("Respond: mend what can be mended")
/* guidance/frames/heard.json: why */
N_("Sympathy without help is soon hollow.")
/* guidance/frames/heard.json: say */
N_("I will ring the ward now.")
/* guidance/frames/heard.json: text */
N_("Document it, and delegate what is left")
/* guidance/frames/heard.json: why */
N_("What is not written is lost at the end of the shift.")
/* guidance/frames/heard.json: say */
N_("I am writing down what I promised.")
/* guidance/frames/last.json: name */
N_("LAST: listen, apologise, solve, thank")
/* guidance/frames/last.json: brief */
N_("LAST")
/* guidance/frames/last.json: opening */
N_("Four steps that fit any counter.")
/* guidance/frames/last.json: text */
N_("Listen until they have finished")
/* guidance/frames/last.json: why */
N_("Nobody can solve what was not heard.")
/* guidance/frames/last.json: say */
N_("Tell me what happened. I am listening.")
/* guidance/frames/last.json: text */
N_("Apologise for what happened")
/* guidance/frames/last.json: why */
N_("It is the shortest way to the other side of the desk.")
/* guidance/frames/last.json: say */
N_("I am sorry that happened to you.")
/* guidance/frames/last.json: text */
N_("Solve it, or say who will and by when")
/* guidance/frames/last.json: why */
N_("Feelings come first, but they want it mended.")
/* guidance/frames/last.json: say */
N_("Here is what I can do today.")
/* guidance/frames/last.json: why */
N_("They took the trouble to tell you.")
/* guidance/frames/last.json: say */
N_("Thank you for telling me.")
/* guidance/frames/lead.json: name */
N_("LEAD: listen, empathise, apologise, do the right thing")
/* guidance/frames/lead.json: brief */
N_("LEAD")
/* guidance/frames/lead.json: opening */
N_("Short enough to remember when it gets loud.")
/* guidance/frames/lead.json: text */
N_("Listen")
/* guidance/frames/lead.json: why */
N_("Let them finish.")
/* guidance/frames/lead.json: say */
N_("Go on, I am listening.")
/* guidance/frames/lead.json: text */
N_("Empathise")
/* guidance/frames/lead.json: why */
N_("Show that it reached you.")
/* guidance/frames/lead.json: say */
N_("I would be upset too.")
/* guidance/frames/lead.json: text */
N_("Apologise")
/* guidance/frames/lead.json: why */
N_("For what happened, not for how they feel.")
/* guidance/frames/lead.json: say */
N_("I am sorry that we lost your letter.")
/* guidance/frames/lead.json: text */
N_("Do the right thing")
/* guidance/frames/lead.json: why */
N_("Ask yourself what you would do for your own mother.")
/* guidance/frames/lead.json: say */
N_("I will take you there myself.")
/* guidance/frames/leaps.json: name */
N_("LEAPS: listen, empathise, ask, paraphrase, summarise")
/* guidance/frames/leaps.json: brief */
N_("LEAPS")
/* guidance/frames/leaps.json: opening */
N_("Keeps a tense talk moving without argument.")
/* guidance/frames/leaps.json: why */
N_("With eyes and silence.")
/* guidance/frames/leaps.json: say */
N_("I am listening.")
/* guidance/frames/leaps.json: why */
N_("See it from where they stand.")
/* guidance/frames/leaps.json: say */
N_("From where you sat, nobody seemed to care.")
/* guidance/frames/leaps.json: text */
N_("Ask open questions")
/* guidance/frames/leaps.json: why */
N_("“What” and “how” open; “why” accuses.")
/* guidance/frames/leaps.json: say */
N_("What happened then?")
/* guidance/frames/leaps.json: text */
N_("Paraphrase: say it in your words")
/* guidance/frames/leaps.json: why */
N_("They hear whether you have got it.")
/* guidance/frames/leaps.json: say */
N_("So you were told two different things.")
/* guidance/frames/leaps.json: text */
N_("Summarise, and say what is next")
/* guidance/frames/leaps.json: why */
N_("It ends the circle.")
/* guidance/frames/leaps.json: say */
N_("There are two things: the delay and the letter. I begin with the delay.")
/* guidance/frames/learn.json: name */
N_("LEARN: listen, empathise, apologise, resolve, notify")
/* guidance/frames/learn.json: brief */
N_("LEARN")
/* guidance/frames/learn.json: opening */
N_("Ends with telling the team, so that it happens to nobody else.")
/* guidance/frames/learn.json: text */
N_("Listen with your full attention")
/* guidance/frames/learn.json: why */
N_("Half an ear is felt at once.")
/* guidance/frames/learn.json: say */
N_("I have put everything else aside.")
/* guidance/frames/learn.json: text */
N_("Empathise with what they feel")
/* guidance/frames/learn.json: why */
N_("It is the feeling that brought them here.")
/* guidance/frames/learn.json: say */
N_("I can hear how worried you are.")
/* guidance/frames/learn.json: text */
N_("Apologise, own it, acknowledge it")
/* guidance/frames/learn.json: why */
N_("One clear sorry is worth ten careful ones.")
/* guidance/frames/learn.json: say */
N_("We got this wrong, and I am sorry.")
/* guidance/frames/learn.json: text */
N_("Resolve it with them")
/* guidance/frames/learn.json: why */
N_("They know what would help.")
/* guidance/frames/learn.json: say */
N_("What would put this right for you?")
/* guidance/frames/learn.json: text */
N_("Notify the team")
/* guidance/frames/learn.json: why */
N_("Otherwise the next person meets the same thing.")
/* guidance/frames/learn.json: say */
N_("I will tell the team today, so that it is not repeated.")
/* guidance/frames/nurse.json: name */
N_("NURSE: name, understand, respect, support, explore")
/* guidance/frames/nurse.json: brief */
N_("NURSE")
/* guidance/frames/nurse.json: opening */
N_("Five ways to answer a feeling instead of a fact.")
/* guidance/frames/nurse.json: text */
N_("Name the feeling")
/* guidance/frames/nurse.json: why */
N_("It shows that you saw it.")
/* guidance/frames/nurse.json: say */
N_("You sound exhausted.")
/* guidance/frames/nurse.json: text */
N_("Understand: say what makes sense to you")
/* guidance/frames/nurse.json: why */
N_("Not “I know how you feel”: nobody does.")
/* guidance/frames/nurse.json: say */
N_("After three nights without sleep, of course.")
/* guidance/frames/nurse.json: text */
N_("Respect: say what they did well")
/* guidance/frames/nurse.json: why */
N_("They carried more than we saw.")
/* guidance/frames/nurse.json: say */
N_("You never left your mother’s side.")
/* guidance/frames/nurse.json: text */
N_("Support: say what you will do with them")
/* guidance/frames/nurse.json: why */
N_("Nobody wants to do this alone.")
/* guidance/frames/nurse.json: say */
N_("We will go through this together.")
/* guidance/frames/nurse.json: text */
N_("Explore: ask for more")
/* guidance/frames/nurse.json: why */
N_("The next thing they say is often the real one.")
/* guidance/frames/nurse.json: say */
N_("Tell me more about that night.")
/* guidance/frames/relate.json: name */
N_("RELATE: reassure, explain, listen, answer, act, thank")
/* guidance/frames/relate.json: brief */
N_("RELATE")
/* guidance/frames/relate.json: opening */
N_("For fear and uncertainty more than for anger.")
/* guidance/frames/relate.json: text */
N_("Reassure them that they are in the right place")
/* guidance/frames/relate.json: why */
N_("Fear looks for a door; open it.")
/* guidance/frames/relate.json: say */
N_("You have come to the right place.")
/* guidance/frames/relate.json: text */
N_("Explain what will happen")
/* guidance/frames/relate.json: why */
N_("What is known is less frightening.")
/* guidance/frames/relate.json: say */
N_("First we talk. Then I ring the ward.")
/* guidance/frames/relate.json: text */
N_("Listen to what worries them")
/* guidance/frames/relate.json: why */
N_("It may not be what you think.")
/* guidance/frames/relate.json: say */
N_("What worries you most?")
/* guidance/frames/relate.json: text */
N_("Answer each question plainly")
/* guidance/frames/relate.json: why */
N_("“I do not know” is an answer; silence is not.")
/* guidance/frames/relate.json: say */
N_("I do not know, and I will find out by noon.")
/* guidance/frames/relate.json: text */
N_("Act, and let them see it")
/* guidance/frames/relate.json: why */
N_("A call made in front of them counts double.")
/* guidance/frames/relate.json: say */
N_("I am ringing them now.")
/* guidance/frames/relate.json: why */
N_("It ends the talk as equals.")
/* guidance/frames/relate.json: say */
N_("Thank you for your patience.")
/* guidance/signs/amber.json: opening */
N_("Slow down, one person talks, offer a quieter place. Let a colleague know where you are.")
/* guidance/signs/amber.json: text */
N_("Stands over you")
/* guidance/signs/amber.json: text */
N_("Paces, or cannot sit")
/* guidance/signs/amber.json: text */
N_("Points, or hits the counter")
/* guidance/signs/amber.json: text */
N_("Swears at what happened")
/* guidance/signs/amber.json: text */
N_("Refuses every choice")
/* guidance/signs/amber.json: text */
N_("Blames one person again and again")
/* guidance/signs/amber.json: text */
N_("Films you")
/* guidance/signs/green.json: opening */
N_("Listen and follow the list; it will carry you both.")
/* guidance/signs/green.json: text */
N_("Worried, tearful, or very quiet")
/* guidance/signs/green.json: text */
N_("Voice raised once")
/* guidance/signs/green.json: text */
N_("Says the same point again")
/* guidance/signs/green.json: text */
N_("Restless, keeps looking at the clock or the door")
/* guidance/signs/red.json: name */
N_("Unsafe")
/* guidance/signs/red.json: opening */
N_("Stop the list. Leave, or get help, now. Write it down afterwards.")
/* guidance/signs/red.json: text */
N_("Threatens you or somebody else")
/* guidance/signs/red.json: text */
N_("Blocks the way out")
/* guidance/signs/red.json: text */
N_("Throws or breaks something")
/* guidance/signs/red.json: text */
N_("Has a weapon, or says so")
/* guidance/signs/red.json: text */
N_("Insults somebody for who they are")
/* guidance/signs/red.json: text */
N_("Comes closer while drunk, drugged or not to be reached")
/* guidance/situations/afraid.json: name */
N_("Afraid of a bad reaction")
/* guidance/situations/afraid.json: opening */
N_("Fear keeps most complaints from being made. Promise only what you can keep, and say what to do if it breaks.")
/* guidance/situations/afraid.json: text */
N_("Ask what they are afraid of, and from whom")
/* guidance/situations/afraid.json: why */
N_("A named fear can be planned for.")
/* guidance/situations/afraid.json: say */
N_("What are you afraid might happen, and from whom?")
/* guidance/situations/afraid.json: ask */
N_("What they fear")
/* guidance/situations/afraid.json: text */
N_("Say that care will not change, and mean it")
/* guidance/situations/afraid.json: why */
N_("They watch for signs; so must we.")
/* guidance/situations/afraid.json: say */
N_("Your care will not change because you told us.")
/* guidance/situations/afraid.json: text */
N_("Tell them who will read this, and who will not")
/* guidance/situations/afraid.json: why */
N_("Unknown readers are the worst ones.")
/* guidance/situations/afraid.json: say */
N_("Complaints are not kept in your medical notes. These people will read it.")
/* guidance/situations/afraid.json: text */
N_("Offer to leave out the name, and say what is lost")
/* guidance/situations/afraid.json: why */
N_("A nameless point can still teach, but cannot be answered.")
/* guidance/situations/afraid.json: say */
N_("We can do it without your name. Then we cannot tell you what we found.")
/* guidance/situations/afraid.json: text */
N_("Say whom to ring if it does happen")
/* guidance/situations/afraid.json: why */
N_("Then they are not alone with it.")
/* guidance/situations/afraid.json: say */
N_("If anything changes, ring me that same day.")
/* guidance/situations/afraid.json: ask */
N_("Whom they ring")
/* guidance/situations/afraid.json: text */
N_("Ring in a week, and ask")
/* guidance/situations/afraid.json: why */
N_("Few will ring by themselves.")
/* guidance/situations/afraid.json: say */
N_("I will ring you next Tuesday and ask.")
/* guidance/situations/afraid.json: ask */
N_("When you ring")
/* guidance/situations/angry.json: name */
N_("Angry at the desk")
/* guidance/situations/angry.json: brief */
N_("Angry")
/* guidance/situations/angry.json: opening */
N_("Anger is often fear or pain. Stay, slow down, and find the true part of what they say.")
/* guidance/situations/angry.json: text */
N_("Breathe out before you speak")
/* guidance/situations/angry.json: why */
N_("A slow breath lowers your voice, and theirs follows.")
/* guidance/situations/angry.json: text */
N_("Stand a little sideways, hands open, two arms’ lengths away")
/* guidance/situations/angry.json: why */
N_("Squared shoulders and hidden hands look like a fight; distance is safe for both.")
/* guidance/situations/angry.json: text */
N_("Say their name once, and “I want to get this right”")
/* guidance/situations/angry.json: why */
N_("A name reaches a person when reasons do not.")
/* guidance/situations/angry.json: say */
N_("Mr Okafor, I want to get this right.")
/* guidance/situations/angry.json: text */
N_("Agree with any part that is true")
/* guidance/situations/angry.json: why */
N_("Nobody can go on fighting someone who says “you are right”.")
/* guidance/situations/angry.json: say */
N_("You are right, four hours is far too long.")
/* guidance/situations/angry.json: text */
N_("Ask one question at a time, then wait")
/* guidance/situations/angry.json: why */
N_("Anger leaves little room for thinking; a pause of three seconds is not rude.")
/* guidance/situations/angry.json: say */
N_("What happened first?")
/* guidance/situations/angry.json: text */
N_("Offer two real choices")
/* guidance/situations/angry.json: why */
N_("A choice gives back some of the control they lost.")
/* guidance/situations/angry.json: say */
N_("Shall I ring the ward now, or would you rather come with me?")
/* guidance/situations/angry.json: text */
N_("Offer a seat, water, a quieter room")
/* guidance/situations/angry.json: why */
N_("Comfort lowers anger, and moving ends the audience.")
/* guidance/situations/angry.json: say */
N_("There is a quiet room here. May I bring you some water?")
/* guidance/situations/angry.json: text */
N_("Name the limit calmly, and what you can do")
/* guidance/situations/angry.json: why */
N_("A limit with an offer is clear; a threat makes it worse.")
/* guidance/situations/angry.json: say */
N_("I can help you if we keep our voices lower.")
/* guidance/situations/angry.json: text */
N_("After two limits, fetch the lead")
/* guidance/situations/angry.json: why */
N_("A new face often breaks the deadlock, and you should not be alone with it.")
/* guidance/situations/angry.json: say */
N_("I am going to ask my manager to help us.")
/* guidance/situations/angry.json: ask */
N_("Who came")
/* guidance/situations/angry.json: text */
N_("No smile, no “calm down”, no touching")
/* guidance/situations/angry.json: why */
N_("Each of them says that the anger is the problem.")
/* guidance/situations/bereaved.json: hand_over_to */
N_("the bereavement lead or one named person")
/* guidance/situations/bereaved.json: opening */
N_("Somebody died. Go slowly, use the name, and let nothing official arrive by accident.")
/* guidance/situations/bereaved.json: text */
N_("Learn the name of the person who died, and use it")
/* guidance/situations/bereaved.json: why */
N_("“The deceased” and “your loss” are words for a file; they lost somebody with a name.")
/* guidance/situations/bereaved.json: say */
N_("I am so sorry. What was your father’s name? Would you like to tell me about him?")
/* guidance/situations/bereaved.json: text */
N_("No “at least”, no “peacefully” unless they say it")
/* guidance/situations/bereaved.json: why */
N_("Comfort that is not asked for makes grief smaller than it is.")
/* guidance/situations/bereaved.json: text */
N_("Ask how and when they want to hear from us")
/* guidance/situations/bereaved.json: why */
N_("A brown envelope on the day of the funeral can never be taken back.")
/* guidance/situations/bereaved.json: say */
N_("How would you like us to reach you? Are there days when we should not?")
/* guidance/situations/bereaved.json: ask */
N_("How, and which days to avoid")
/* guidance/situations/bereaved.json: text */
N_("Keep clear of the funeral and the anniversary")
/* guidance/situations/bereaved.json: why */
N_("These days are theirs.")
/* guidance/situations/bereaved.json: ask */
N_("Days to avoid")
/* guidance/situations/bereaved.json: text */
N_("Give one named person, and hand over to them")
/* guidance/situations/bereaved.json: why */
N_("To tell the death again to each new voice is cruel.")
/* guidance/situations/bereaved.json: say */
N_("From now on Claire will be the one you talk to. I will tell her what you told me.")
/* guidance/situations/bereaved.json: ask */
N_("Who they talk to")
/* guidance/situations/bereaved.json: text */
N_("Offer a meeting with the clinician")
/* guidance/situations/bereaved.json: why */
N_("Many only want to know how the last hours were.")
/* guidance/situations/bereaved.json: say */
N_("Would it help to meet the doctor who was there, when you are ready?")
/* guidance/situations/bereaved.json: text */
N_("Explain the coroner’s or medical examiner’s part, if any")
/* guidance/situations/bereaved.json: why */
N_("An inquest has its own time, and some answers must wait for it.")
/* guidance/situations/bereaved.json: text */
N_("Explain who may see the records")
/* guidance/situations/bereaved.json: why */
N_("Access after a death goes to those the law names, and not always to the nearest.")
/* guidance/situations/bereaved.json: ask */
N_("Who may see them")
/* guidance/situations/bereaved.json: text */
N_("Check whether others must answer too; one reply")
/* guidance/situations/bereaved.json: why */
N_("Three letters from three bodies leave the gaps to the family.")
/* guidance/situations/bereaved.json: ask */
N_("Who else answers")
/* guidance/situations/bereaved.json: text */
N_("Have the reply read by the bereavement lead")
/* guidance/situations/bereaved.json: why */
N_("One wrong word is read for years.")
/* guidance/situations/bereaved.json: ask */
N_("Who read it")
/* guidance/situations/bereaved.json: text */
N_("Offer the list of bereavement support")
/* guidance/situations/bereaved.json: why */
N_("Grief does not end with our reply.")
/* guidance/situations/bereaved.json: say */
N_("There are people who help with just this. May I give you their number?")
/* guidance/situations/child.json: name */
N_("A child or young person")
/* guidance/situations/child.json: brief */
N_("Child or young person")
/* guidance/situations/child.json: hand_over_to */
N_("the safeguarding lead, or the lead for children")
/* guidance/situations/child.json: opening */
N_("Talk to them, not over their head.")
/* guidance/situations/child.json: text */
N_("Talk to them, not only to the parent")
/* guidance/situations/child.json: why */
N_("It happened to them.")
/* guidance/situations/child.json: say */
N_("I would like to hear it from you, in your own words. Is that all right?")
/* guidance/situations/child.json: text */
N_("Use words for their age; no forms")
/* guidance/situations/child.json: why */
N_("A form makes it school.")
/* guidance/situations/child.json: say */
N_("There are no wrong answers here.")
/* guidance/situations/child.json: text */
N_("Tell them who will know what they say")
/* guidance/situations/child.json: why */
N_("Children stop telling when a promise was broken.")
/* guidance/situations/child.json: say */
N_("I will not tell everyone. If you are not safe, I have to tell someone who can help.")
/* guidance/situations/child.json: text */
N_("Offer to talk without the parent, with someone they trust")
/* guidance/situations/child.json: why */
N_("Some things cannot be said in front of those they concern.")
/* guidance/situations/child.json: say */
N_("Would you like to talk with me alone, or with someone you choose?")
/* guidance/situations/child.json: text */
N_("Ask whether anyone hurts or frightens them")
/* guidance/situations/child.json: why */
N_("If nobody asks, many never say it.")
/* guidance/situations/child.json: say */
N_("Does anybody hurt you or make you afraid?")
/* guidance/situations/child.json: text */
N_("Note how well they understand the decision")
/* guidance/situations/child.json: why */
N_("A young person who understands may decide and complain for themselves.")
/* guidance/situations/child.json: ask */
N_("How it was judged, and by whom")
/* guidance/situations/child.json: text */
N_("Thank them, and say that they did right")
/* guidance/situations/child.json: why */
N_("Telling an adult took courage.")
/* guidance/situations/child.json: say */
N_("Thank you for telling me. You did the right thing.")
/* guidance/situations/child.json: text */
N_("Answer soon, in words they can read")
/* guidance/situations/child.json: why */
N_("A week is very long when you are nine.")
/* guidance/situations/child.json: ask */
N_("When they will hear")
/* guidance/situations/child.json: text */
N_("Hand over to the lead for children or safeguarding")
/* guidance/situations/child.json: why */
N_("Children have a right to someone who knows how.")
/* guidance/situations/child.json: ask */
N_("Who took over")
/* guidance/situations/confused.json: name */
N_("Confused or intoxicated")
/* guidance/situations/confused.json: opening */
N_("Safety first, facts later. Ill and drunk can look the same.")
/* guidance/situations/confused.json: text */
N_("Are they ill, hurt, or safe to go?")
/* guidance/situations/confused.json: why */
N_("Low sugar, infection and head injury look like drink.")
/* guidance/situations/confused.json: say */
N_("Are you feeling unwell? Did you take or drink anything?")
/* guidance/situations/confused.json: ask */
N_("What you saw and did")
/* guidance/situations/confused.json: text */
N_("Short sentences, slow voice, one thing at a time")
/* guidance/situations/confused.json: why */
N_("It is what can still be followed.")
/* guidance/situations/confused.json: text */
N_("Keep space and a way out; do not block the door")
/* guidance/situations/confused.json: why */
N_("Fear comes quickly when things are unclear.")
/* guidance/situations/confused.json: text */
N_("Take the outline; the full account another day")
/* guidance/situations/confused.json: why */
N_("What is signed today may not be meant tomorrow.")
/* guidance/situations/confused.json: say */
N_("I have the main thing. Let us talk properly tomorrow at ten.")
/* guidance/situations/confused.json: ask */
N_("When you talk again")
/* guidance/situations/confused.json: text */
N_("A relative only if they agree")
/* guidance/situations/confused.json: why */
N_("It is still their complaint.")
/* guidance/situations/confused.json: say */
N_("May I ring somebody to be with you?")
/* guidance/situations/confused.json: ask */
N_("Who was rung")
/* guidance/situations/confused.json: text */
N_("See that they get home, or to care")
/* guidance/situations/confused.json: why */
N_("Our duty does not end at the door.")
/* guidance/situations/confused.json: ask */
N_("How they left")
/* guidance/situations/deaf.json: name */
N_("Deaf or hard of hearing")
/* guidance/situations/deaf.json: hand_over_to */
N_("whoever rings or writes next")
/* guidance/situations/deaf.json: opening */
N_("Ask how they like to communicate. Signing is a language of its own; writing may be their second.")
/* guidance/situations/deaf.json: text */
N_("Ask how they communicate best")
/* guidance/situations/deaf.json: why */
N_("Deaf people differ: signing, lip-reading, writing, a hearing aid.")
/* guidance/situations/deaf.json: say */
N_("How shall we talk? Signing, writing, or will you read my lips?")
/* guidance/situations/deaf.json: ask */
N_("How they communicate")
/* guidance/situations/deaf.json: text */
N_("Book a sign interpreter, lip-speaker or speech-to-text")
/* guidance/situations/deaf.json: why */
N_("Notes passed over a counter are no conversation.")
/* guidance/situations/deaf.json: ask */
N_("Booking")
/* guidance/situations/deaf.json: text */
N_("Face them and the light; do not turn away")
/* guidance/situations/deaf.json: why */
N_("Lips cannot be read from behind, or against a window.")
/* guidance/situations/deaf.json: text */
N_("Quiet place, loop on, one voice at a time")
/* guidance/situations/deaf.json: why */
N_("Hearing aids make every noise louder, not only you.")
/* guidance/situations/deaf.json: text */
N_("Speak plainly; do not shout or exaggerate")
/* guidance/situations/deaf.json: why */
N_("Shouting twists the lips.")
/* guidance/situations/deaf.json: text */
N_("Check what was understood")
/* guidance/situations/deaf.json: why */
N_("Guessing is tiring, and politeness hides it.")
/* guidance/situations/deaf.json: say */
N_("Could you tell me what you understood, so that I know I was clear?")
/* guidance/situations/deaf.json: text */
N_("Agree text, relay, video or email; never only the phone")
/* guidance/situations/deaf.json: why */
N_("“I will ring you” shuts the door.")
/* guidance/situations/deaf.json: say */
N_("Shall I text you, or use the relay service?")
/* guidance/situations/deaf.json: ask */
N_("The way agreed")
/* guidance/situations/deaf.json: text */
N_("Offer the reply in sign language")
/* guidance/situations/deaf.json: why */
N_("A long letter in a second language is half an answer.")
/* guidance/situations/deaf.json: say */
N_("Would you like our answer as a video in sign language?")
/* guidance/situations/deaf.json: text */
N_("Tell the next person how they communicate")
/* guidance/situations/deaf.json: why */
N_("Else somebody will ring.")
/* guidance/situations/deaf.json: ask */
N_("Who was told")
/* guidance/situations/discrimination.json: name */
N_("Discrimination, culture or faith")
/* guidance/situations/discrimination.json: hand_over_to */
N_("the equality lead")
/* guidance/situations/discrimination.json: opening */
N_("Believe that it hurt before you ask whether it was meant.")
/* guidance/situations/discrimination.json: text */
N_("Thank them for raising it")
/* guidance/situations/discrimination.json: why */
N_("Many have said it before and were not believed.")
/* guidance/situations/discrimination.json: say */
N_("Thank you for telling me. That should not happen here, and I am taking it seriously.")
/* guidance/situations/discrimination.json: text */
N_("Do not debate what was meant")
/* guidance/situations/discrimination.json: why */
N_("Whether it was meant can be asked later; that it hurt is known now.")
/* guidance/situations/discrimination.json: text */
N_("Ask, do not assume: name, title, prayer, food, touch")
/* guidance/situations/discrimination.json: why */
N_("Guessing from a name or a face repeats the injury.")
/* guidance/situations/discrimination.json: say */
N_("Is there anything about your faith or culture that we should know to treat you well?")
/* guidance/situations/discrimination.json: text */
N_("Name it as an equality matter in the case")
/* guidance/situations/discrimination.json: why */
N_("What is filed as “attitude” is never counted.")
/* guidance/situations/discrimination.json: say */
N_("I am recording this as a complaint about discrimination. Is that what you want?")
/* guidance/situations/discrimination.json: text */
N_("Record personal characteristics only with consent")
/* guidance/situations/discrimination.json: why */
N_("It is theirs to tell, and they may fear what we do with it.")
/* guidance/situations/discrimination.json: say */
N_("May I write that down? You do not have to say.")
/* guidance/situations/discrimination.json: ask */
N_("What they agreed to")
/* guidance/situations/discrimination.json: text */
N_("Choose an investigator who knows equality law")
/* guidance/situations/discrimination.json: why */
N_("Good will alone does not see what it is used to.")
/* guidance/situations/discrimination.json: ask */
N_("Who looks into it")
/* guidance/situations/discrimination.json: text */
N_("Look for the same place or name in other cases")
/* guidance/situations/discrimination.json: why */
N_("Once may be a misunderstanding; five times is not.")
/* guidance/situations/discrimination.json: ask */
N_("What was found")
/* guidance/situations/discrimination.json: text */
N_("Ask whether they fear to come back")
/* guidance/situations/discrimination.json: why */
N_("People stay away from care, and pay for it.")
/* guidance/situations/discrimination.json: say */
N_("Would you feel safe coming back here? What would help?")
/* guidance/situations/discrimination.json: text */
N_("Hand over to the equality lead")
/* guidance/situations/discrimination.json: why */
N_("They decide whether it is more than a complaint.")
/* guidance/situations/interpreter.json: name */
N_("Interpreter needed")
/* guidance/situations/interpreter.json: hand_over_to */
N_("the interpreter service")
/* guidance/situations/interpreter.json: opening */
N_("They must be able to complain in the language they think in. Family should not have to interpret.")
/* guidance/situations/interpreter.json: text */
N_("Ask which language and dialect, and any wish about gender")
/* guidance/situations/interpreter.json: why */
N_("“Arabic” or “Chinese” is not one language, and some things are said only to a woman or a man.")
/* guidance/situations/interpreter.json: say */
N_("Which language is best for you? Would you prefer a woman or a man to interpret?")
/* guidance/situations/interpreter.json: ask */
N_("Language, dialect, any wish")
/* guidance/situations/interpreter.json: text */
N_("Book a trained interpreter; not a child, not a relative")
/* guidance/situations/interpreter.json: why */
N_("Relatives soften and leave out; a child must never hear it.")
/* guidance/situations/interpreter.json: say */
N_("I am getting an interpreter for us. It costs you nothing.")
/* guidance/situations/interpreter.json: ask */
N_("Interpreter’s number or booking")
/* guidance/situations/interpreter.json: text */
N_("Tell the interpreter beforehand what it is about")
/* guidance/situations/interpreter.json: why */
N_("Nobody interprets well what takes them by surprise.")
/* guidance/situations/interpreter.json: text */
N_("Speak to the person, not to the interpreter")
/* guidance/situations/interpreter.json: why */
N_("They are the one who complains.")
/* guidance/situations/interpreter.json: say */
N_("Tell me what happened. I am listening to you.")
/* guidance/situations/interpreter.json: text */
N_("Short turns; no idioms, no jargon")
/* guidance/situations/interpreter.json: why */
N_("What cannot be carried over in one breath gets lost.")
/* guidance/situations/interpreter.json: text */
N_("Ask them to say back what was agreed")
/* guidance/situations/interpreter.json: why */
N_("A nod is not understanding.")
/* guidance/situations/interpreter.json: say */
N_("So that I know I was clear: what will happen next?")
/* guidance/situations/interpreter.json: text */
N_("Ask the interpreter afterwards how it went")
/* guidance/situations/interpreter.json: why */
N_("They hear what is not said, and they too carry it home.")
/* guidance/situations/interpreter.json: text */
N_("Have the reply translated, and allow time for it")
/* guidance/situations/interpreter.json: why */
N_("A reply they cannot read is no reply.")
/* guidance/situations/interpreter.json: ask */
N_("When the translation is due")
/* guidance/situations/interpreter.json: text */
N_("Tell the next person which language and interpreter")
/* guidance/situations/interpreter.json: why */
N_("Else the next call is made in English.")
/* guidance/situations/interpreter.json: text */
N_("Record the language in the case")
/* guidance/situations/interpreter.json: why */
N_("It should never have to be asked again.")
/* guidance/situations/learning-disability.json: name */
N_("Learning disability, autism or dementia")
/* guidance/situations/learning-disability.json: brief */
N_("Learning disability, autism, dementia")
/* guidance/situations/learning-disability.json: hand_over_to */
N_("the learning disability or dementia lead")
/* guidance/situations/learning-disability.json: opening */
N_("It is their complaint. Give it time, and make every word easy.")
/* guidance/situations/learning-disability.json: text */
N_("Ask about a passport, and what helps")
/* guidance/situations/learning-disability.json: why */
N_("They, and those who know them, know what works.")
/* guidance/situations/learning-disability.json: say */
N_("Do you have a passport or a card that says what helps you? What should I know?")
/* guidance/situations/learning-disability.json: ask */
N_("What helps")
/* guidance/situations/learning-disability.json: text */
N_("Quiet place, extra time, the same person each time")
/* guidance/situations/learning-disability.json: why */
N_("Noise and new faces take the strength that telling needs.")
/* guidance/situations/learning-disability.json: text */
N_("Short sentences, one idea each; pictures if they help")
/* guidance/situations/learning-disability.json: why */
N_("The thought is there; long words hide the way to it.")
/* guidance/situations/learning-disability.json: say */
N_("I will ask you one thing. Then I will wait.")
/* guidance/situations/learning-disability.json: text */
N_("Talk to them; a supporter helps, but the voice is theirs")
/* guidance/situations/learning-disability.json: why */
N_("Being talked about is what many complaints are about.")
/* guidance/situations/learning-disability.json: say */
N_("I would like to hear it from you. Take your time.")
/* guidance/situations/learning-disability.json: text */
N_("Ask them to say it back in their own way")
/* guidance/situations/learning-disability.json: why */
N_("“Do you understand?” is always answered with yes.")
/* guidance/situations/learning-disability.json: say */
N_("Can you show me or tell me what will happen now?")
/* guidance/situations/learning-disability.json: text */
N_("Think of capacity for this decision only")
/* guidance/situations/learning-disability.json: why */
N_("Nobody is unable to decide about everything.")
/* guidance/situations/learning-disability.json: ask */
N_("The decision, and how it was judged")
/* guidance/situations/learning-disability.json: text */
N_("Offer an advocate who knows them")
/* guidance/situations/learning-disability.json: why */
N_("An independent voice can say what is hard to say.")
/* guidance/situations/learning-disability.json: say */
N_("Would you like somebody on your side who helps people to complain?")
/* guidance/situations/learning-disability.json: ask */
N_("Who it is")
/* guidance/situations/learning-disability.json: text */
N_("Reply in easy read, or as they asked")
/* guidance/situations/learning-disability.json: why */
N_("An answer is only one if it can be understood.")
/* guidance/situations/learning-disability.json: ask */
N_("When it was sent")
/* guidance/situations/learning-disability.json: text */
N_("Record and share what they need, and look at it again")
/* guidance/situations/learning-disability.json: why */
N_("Find out, write down, show, pass on, do it, review: the next person should know.")
/* guidance/situations/learning-disability.json: text */
N_("Tell the learning disability or dementia lead")
/* guidance/situations/learning-disability.json: why */
N_("They know what is possible, and may know the person.")
/* guidance/situations/lost-property.json: name */
N_("Lost property, costs or a bill")
/* guidance/situations/lost-property.json: brief */
N_("Lost property or bill")
/* guidance/situations/lost-property.json: opening */
N_("Small for us; for them it may be the ring of a husband who died. Be quick and exact.")
/* guidance/situations/lost-property.json: text */
N_("Ask what it is and what it means to them")
/* guidance/situations/lost-property.json: why */
N_("A plastic bag may hold the last photograph.")
/* guidance/situations/lost-property.json: say */
N_("What is missing, and what does it mean to you?")
/* guidance/situations/lost-property.json: ask */
N_("What is missing")
/* guidance/situations/lost-property.json: text */
N_("Look today: last place, laundry, safe, the ward before")
/* guidance/situations/lost-property.json: why */
N_("Things are found on the first day or never.")
/* guidance/situations/lost-property.json: ask */
N_("Where you looked")
/* guidance/situations/lost-property.json: text */
N_("Name who deals with it, and by when")
/* guidance/situations/lost-property.json: why */
N_("Lost things fall between wards; so do complaints about them.")
/* guidance/situations/lost-property.json: say */
N_("Anil looks after this. You will hear by Thursday.")
/* guidance/situations/lost-property.json: ask */
N_("Who deals with it")
/* guidance/situations/lost-property.json: text */
N_("Give a receipt; ask for the bill or a photo")
/* guidance/situations/lost-property.json: why */
N_("It saves them from having to prove it twice.")
/* guidance/situations/lost-property.json: ask */
N_("Receipt number")
/* guidance/situations/lost-property.json: text */
N_("Keep it apart from the complaint about care")
/* guidance/situations/lost-property.json: why */
N_("A repaid taxi is no answer about a fall.")
/* guidance/situations/lost-property.json: text */
N_("Say plainly what can be paid back, and when")
/* guidance/situations/lost-property.json: why */
N_("Weeks for a small sum feel like contempt.")
/* guidance/situations/lost-property.json: ask */
N_("When it is paid")
/* guidance/situations/low-vision.json: name */
N_("Blind or low vision")
/* guidance/situations/low-vision.json: opening */
N_("Say what they cannot see, and give them something they can read alone.")
/* guidance/situations/low-vision.json: text */
N_("Say who you are, and when you leave")
/* guidance/situations/low-vision.json: why */
N_("A voice without a name is a stranger.")
/* guidance/situations/low-vision.json: say */
N_("I am Jo from the desk, on your left. I am going to the printer and will be back.")
/* guidance/situations/low-vision.json: text */
N_("Ask which format they read: large, braille, audio, email")
/* guidance/situations/low-vision.json: why */
N_("What can be read alone need not be shared with others.")
/* guidance/situations/low-vision.json: say */
N_("How would you like to get our letters?")
/* guidance/situations/low-vision.json: ask */
N_("The format")
/* guidance/situations/low-vision.json: text */
N_("Offer to read aloud what you wrote")
/* guidance/situations/low-vision.json: why */
N_("They must be able to correct it.")
/* guidance/situations/low-vision.json: say */
N_("Shall I read you what I have written?")
/* guidance/situations/low-vision.json: text */
N_("Ask before you guide; offer your arm")
/* guidance/situations/low-vision.json: why */
N_("A sudden hand is frightening.")
/* guidance/situations/low-vision.json: say */
N_("Would you like my arm?")
/* guidance/situations/low-vision.json: text */
N_("Do not depend on a signature on paper")
/* guidance/situations/low-vision.json: why */
N_("A recorded yes counts just as much.")
/* guidance/situations/low-vision.json: ask */
N_("How they agreed")
/* guidance/situations/low-vision.json: text */
N_("Send everything in that format, the first time")
/* guidance/situations/low-vision.json: why */
N_("Sending it again costs them a week.")
/* guidance/situations/phone.json: name */
N_("Angry on the phone")
/* guidance/situations/phone.json: opening */
N_("They cannot see your face. Your pace and your words are all they have.")
/* guidance/situations/phone.json: text */
N_("Take the number first, in case the call drops")
/* guidance/situations/phone.json: why */
N_("A lost call to an angry person sounds like being hung up on.")
/* guidance/situations/phone.json: say */
N_("In case we are cut off, which number can I ring you on?")
/* guidance/situations/phone.json: text */
N_("Speak slower and lower than they do")
/* guidance/situations/phone.json: why */
N_("People fall in with the pace of the other voice.")
/* guidance/situations/phone.json: text */
N_("Take notes aloud")
/* guidance/situations/phone.json: why */
N_("They cannot see that you are writing.")
/* guidance/situations/phone.json: say */
N_("I am writing that down: nobody rang on Tuesday.")
/* guidance/situations/phone.json: text */
N_("Ask before you put them on hold, and say how long")
/* guidance/situations/phone.json: why */
N_("Silence on the line feels like being forgotten.")
/* guidance/situations/phone.json: say */
N_("May I put you on hold for one minute while I look?")
/* guidance/situations/phone.json: text */
N_("Come back within two minutes, even with nothing")
/* guidance/situations/phone.json: why */
N_("A kept minute is a kept promise.")
/* guidance/situations/phone.json: say */
N_("I am still looking. Thank you for waiting.")
/* guidance/situations/phone.json: text */
N_("Warn once, plainly and kindly")
/* guidance/situations/phone.json: why */
N_("A fair warning lets people stop without losing face.")
/* guidance/situations/phone.json: say */
N_("I want to help. If the swearing goes on I will have to end the call.")
/* guidance/situations/phone.json: text */
N_("If you must end it, say how they can continue")
/* guidance/situations/phone.json: why */
N_("The behaviour ends; the complaint does not.")
/* guidance/situations/phone.json: say */
N_("I am going to end the call now. You can write, or ring again this afternoon.")
/* guidance/situations/phone.json: text */
N_("Note the time of the warning and of the end")
/* guidance/situations/phone.json: why */
N_("Later, these two times are what shows that it was fair.")
/* guidance/situations/phone.json: ask */
N_("Both times")
/* guidance/situations/repeat.json: name */
N_("Calls again and again")
/* guidance/situations/repeat.json: brief */
N_("Calls again")
/* guidance/situations/repeat.json: hand_over_to */
N_("one named person")
/* guidance/situations/repeat.json: opening */
N_("Somebody who keeps calling has not been answered yet, or needs something else than an answer.")
/* guidance/situations/repeat.json: text */
N_("Read the summary at the top before you talk")
/* guidance/situations/repeat.json: why */
N_("Telling it for the tenth time is what makes people shout.")
/* guidance/situations/repeat.json: say */
N_("I have your case in front of me, so you need not start again.")
/* guidance/situations/repeat.json: text */
N_("Ask: is this new, or the same?")
/* guidance/situations/repeat.json: why */
N_("A new issue must not drown in an old one.")
/* guidance/situations/repeat.json: say */
N_("Has something new happened, or is it about what we have not answered?")
/* guidance/situations/repeat.json: text */
N_("List what is answered and what is open")
/* guidance/situations/repeat.json: why */
N_("A list that both can see ends the circle.")
/* guidance/situations/repeat.json: say */
N_("These three we have answered. This one is still open.")
/* guidance/situations/repeat.json: ask */
N_("What is open")
/* guidance/situations/repeat.json: why */
N_("Five people give five answers.")
/* guidance/situations/repeat.json: say */
N_("From today Claire is the one you ring.")
/* guidance/situations/repeat.json: ask */
N_("Who they ring")
/* guidance/situations/repeat.json: text */
N_("Agree a day and time to talk")
/* guidance/situations/repeat.json: why */
N_("A fixed call makes the calls between it unnecessary.")
/* guidance/situations/repeat.json: say */
N_("Shall we talk every Tuesday at two?")
/* guidance/situations/repeat.json: ask */
N_("Day and time")
/* guidance/situations/repeat.json: text */
N_("Have someone else read the whole case")
/* guidance/situations/repeat.json: why */
N_("After long enough, nobody involved still sees it.")
/* guidance/situations/repeat.json: text */
N_("Look for a need behind it: grief, illness, loneliness")
/* guidance/situations/repeat.json: why */
N_("The complaint may be the only door they know.")
/* guidance/situations/repeat.json: say */
N_("How are you managing with all this?")
/* guidance/situations/repeat.json: text */
N_("If it is answered, say so plainly, and where to go next")
/* guidance/situations/repeat.json: why */
N_("An honest end is kinder than silence.")
/* guidance/situations/repeat.json: say */
N_("We have answered this as far as we can. The ombudsman can look at it independently.")
/* guidance/situations/safeguarding.json: name */
N_("Abuse or neglect: safeguarding")
/* guidance/situations/safeguarding.json: hand_over_to */
N_("the safeguarding lead")
/* guidance/situations/safeguarding.json: opening */
N_("Somebody may be harmed by a person who should care for them. You do not have to prove it, only to pass it on.")
/* guidance/situations/safeguarding.json: text */
N_("Ask whether they are safe right now")
/* guidance/situations/safeguarding.json: why */
N_("Being believed comes first, and being safe even before that.")
/* guidance/situations/safeguarding.json: say */
N_("Are you safe now? Is the person who did this near you?")
/* guidance/situations/safeguarding.json: text */
N_("Listen; do not question or promise secrecy")
/* guidance/situations/safeguarding.json: why */
N_("Many questions can spoil what an investigation needs, and a promise cannot be kept.")
/* guidance/situations/safeguarding.json: say */
N_("You did right to tell me. I have to tell someone whose job it is to protect people.")
/* guidance/situations/safeguarding.json: text */
N_("Write their exact words, and what you saw")
/* guidance/situations/safeguarding.json: why */
N_("Their words and your eyes are evidence; opinions are not.")
/* guidance/situations/safeguarding.json: ask */
N_("Their words, and what you saw")
/* guidance/situations/safeguarding.json: text */
N_("Ask what they want to happen")
/* guidance/situations/safeguarding.json: why */
N_("It is their life; even where you must act, their wishes count.")
/* guidance/situations/safeguarding.json: say */
N_("What would you like to happen? What are you afraid of?")
/* guidance/situations/safeguarding.json: text */
N_("Do not tell the person they accuse")
/* guidance/situations/safeguarding.json: why */
N_("A warning can put them in danger and destroy proof.")
/* guidance/situations/safeguarding.json: text */
N_("Ask whether a child or another adult is at risk")
/* guidance/situations/safeguarding.json: why */
N_("The one who tells is often not the only one.")
/* guidance/situations/safeguarding.json: say */
N_("Is there anybody else who may be harmed? A child?")
/* guidance/situations/safeguarding.json: ask */
N_("Who else")
/* guidance/situations/safeguarding.json: text */
N_("Hand over to the safeguarding lead today")
/* guidance/situations/safeguarding.json: why */
N_("It has a duty and a clock of its own; the complaint does not replace it.")
/* guidance/situations/safeguarding.json: text */
N_("Note the referral, and who decides about the complaint")
/* guidance/situations/safeguarding.json: why */
N_("An investigation may have to come first, and somebody must say so.")
/* guidance/situations/safeguarding.json: ask */
N_("The number of the referral")
/* guidance/situations/safeguarding.json: text */
N_("Ask for a safe way to reach them")
/* guidance/situations/safeguarding.json: why */
N_("A letter or a call at the wrong moment can betray them.")
/* guidance/situations/safeguarding.json: say */
N_("How can I reach you so that nobody else sees it?")
/* guidance/situations/safeguarding.json: ask */
N_("The safe way")
/* guidance/situations/safeguarding.json: text */
N_("Tell them what happens next, and check on yourself")
/* guidance/situations/safeguarding.json: why */
N_("Silence after telling feels like not being believed.")
/* guidance/situations/self-harm.json: brief */
N_("Talk of suicide")
/* guidance/situations/self-harm.json: hand_over_to */
N_("the crisis or clinical lead on duty")
/* guidance/situations/self-harm.json: opening */
N_("Asking about suicide does not put the thought there. Stay with them until someone else has them.")
/* guidance/situations/self-harm.json: text */
N_("Take it seriously; stay; thank them for saying it")
/* guidance/situations/self-harm.json: why */
N_("People who say it are looking for someone who can bear to hear it.")
/* guidance/situations/self-harm.json: say */
N_("Thank you for telling me. I am glad that you said it, and I am staying with you.")
/* guidance/situations/self-harm.json: text */
N_("Ask plainly: are you thinking of ending your life?")
/* guidance/situations/self-harm.json: why */
N_("A plain question is a relief; hints leave them alone with it.")
/* guidance/situations/self-harm.json: say */
N_("Are you thinking of ending your life? Are you in danger right now?")
/* guidance/situations/self-harm.json: text */
N_("Ask whether they have already hurt themselves")
/* guidance/situations/self-harm.json: why */
N_("What was taken or done an hour ago decides what help is needed now.")
/* guidance/situations/self-harm.json: say */
N_("Have you hurt yourself, or taken anything? What, and when?")
/* guidance/situations/self-harm.json: ask */
N_("What they said")
/* guidance/situations/self-harm.json: text */
N_("Ask where they are, who is with them, a number")
/* guidance/situations/self-harm.json: why */
N_("Help can only come to a place that it knows.")
/* guidance/situations/self-harm.json: say */
N_("Where are you now? Is anyone with you? What number are you on?")
/* guidance/situations/self-harm.json: ask */
N_("Where they are, and the number")
/* guidance/situations/self-harm.json: text */
N_("Keep them with you while a colleague gets help")
/* guidance/situations/self-harm.json: why */
N_("A line that goes dead is the worst moment of all.")
/* guidance/situations/self-harm.json: say */
N_("I am staying on the line with you while my colleague gets help.")
/* guidance/situations/self-harm.json: text */
N_("Do not promise to keep it secret")
/* guidance/situations/self-harm.json: why */
N_("You may have to act without their consent when danger is near.")
/* guidance/situations/self-harm.json: say */
N_("I cannot keep this to myself, because I want you to be safe. I will tell you who I tell.")
/* guidance/situations/self-harm.json: text */
N_("Do not argue, bargain, or say “you don’t mean it”")
/* guidance/situations/self-harm.json: why */
N_("Doubt ends the talk; it does not end the danger.")
/* guidance/situations/self-harm.json: text */
N_("Hand over to crisis help; it is yours until they accept")
/* guidance/situations/self-harm.json: why */
N_("Everyone thinking that somebody else has it is how people are lost.")
/* guidance/situations/self-harm.json: say */
N_("My colleague Sam is taking over now. Sam knows what you told me.")
/* guidance/situations/self-harm.json: text */
N_("Confirm that help has reached them")
/* guidance/situations/self-harm.json: why */
N_("Called is not the same as arrived.")
/* guidance/situations/self-harm.json: ask */
N_("Who confirmed it, and when")
/* guidance/situations/self-harm.json: text */
N_("Write their words as they said them")
/* guidance/situations/self-harm.json: why */
N_("Those who help next need the words, not a summary.")
/* guidance/situations/self-harm.json: ask */
N_("Their words")
/* guidance/situations/self-harm.json: text */
N_("Written or online? Take it out of the ordinary queue now")
/* guidance/situations/self-harm.json: why */
N_("A message read on Monday may have been written on Friday.")
/* guidance/situations/self-harm.json: text */
N_("Decide about the complaint’s clock, and note it")
/* guidance/situations/self-harm.json: why */
N_("Nobody should be chased for details in a crisis; the decision must be seen.")
/* guidance/situations/self-harm.json: ask */
N_("What was decided, and why")
/* guidance/situations/self-harm.json: text */
N_("Talk it over with someone today")
/* guidance/situations/self-harm.json: why */
N_("You carried something heavy, and you should not carry it home alone.")
/* guidance/situations/social-media.json: name */
N_("On social media")
/* guidance/situations/social-media.json: opening */
N_("Everybody reads along. Be human in public, and exact in private.")
/* guidance/situations/social-media.json: text */
N_("Answer soon, as a person, without details")
/* guidance/situations/social-media.json: why */
N_("Even to confirm that they are a patient is a breach.")
/* guidance/situations/social-media.json: say */
N_("I am sorry to read this. I would like to help. Please send us a private message.")
/* guidance/situations/social-media.json: text */
N_("Move to a private channel, with a name")
/* guidance/situations/social-media.json: why */
N_("Nothing can be put right in public.")
/* guidance/situations/social-media.json: say */
N_("You can ring me, Jo, on the number on our page.")
/* guidance/situations/social-media.json: text */
N_("Do not argue, explain or correct in public")
/* guidance/situations/social-media.json: why */
N_("The argument is what gets shared.")
/* guidance/situations/social-media.json: text */
N_("Watch for danger to anyone; then it leaves the queue")
/* guidance/situations/social-media.json: why */
N_("A cry for help may look like an angry post.")
/* guidance/situations/social-media.json: text */
N_("Keep a copy of the post and the time")
/* guidance/situations/social-media.json: why */
N_("Posts are changed and deleted.")
/* guidance/situations/social-media.json: ask */
N_("Address of the post")
/* guidance/situations/social-media.json: text */
N_("Log it as a contact, and as a complaint if it is one")
/* guidance/situations/social-media.json: why */
N_("What is not logged is neither answered nor learned from.")
/* guidance/situations/social-media.json: text */
N_("If staff are named, tell them and support them")
/* guidance/situations/social-media.json: why */
N_("They should not find it by themselves.")
/* guidance/situations/social-media.json: ask */
N_("Who told them")
/* guidance/situations/staff.json: name */
N_("The complaint is about you or a colleague")
/* guidance/situations/staff.json: brief */
N_("About you or a colleague")
/* guidance/situations/staff.json: hand_over_to */
N_("your manager")
/* guidance/situations/staff.json: opening */
N_("Being complained about hurts. You are not the one to judge it, and you are not alone with it.")
/* guidance/situations/staff.json: text */
N_("Do not defend or explain; thank them")
/* guidance/situations/staff.json: why */
N_("Any explanation now sounds like an excuse.")
/* guidance/situations/staff.json: say */
N_("Thank you for telling me. Somebody else should hear this, so that it is fair.")
/* guidance/situations/staff.json: text */
N_("Hand over to someone not involved")
/* guidance/situations/staff.json: why */
N_("Nobody can look into their own complaint.")
/* guidance/situations/staff.json: say */
N_("I will ask a colleague who was not there to take this over.")
/* guidance/situations/staff.json: text */
N_("Tell your manager today")
/* guidance/situations/staff.json: why */
N_("They should hear it from you.")
/* guidance/situations/staff.json: text */
N_("Do not read or change the case or the record")
/* guidance/situations/staff.json: why */
N_("Even a look can make honest work look dishonest.")
/* guidance/situations/staff.json: text */
N_("Do not contact the person about it")
/* guidance/situations/staff.json: why */
N_("Even an apology can feel like pressure.")
/* guidance/situations/staff.json: text */
N_("Write the facts only, when you are asked")
/* guidance/situations/staff.json: why */
N_("What you saw and did; not what they are like.")
/* guidance/situations/staff.json: ask */
N_("When it was given")
/* guidance/situations/staff.json: text */
N_("Take support: a friend at work, the union, the support line")
/* guidance/situations/staff.json: why */
N_("Good people leave over complaints they bore alone.")
/* guidance/situations/threat.json: name */
N_("Abusive or threatening")
/* guidance/situations/threat.json: hand_over_to */
N_("the security lead or manager on duty")
/* guidance/situations/threat.json: opening */
N_("First everybody’s safety. Then two separate things: what they did, and what they complain about.")
/* guidance/situations/threat.json: text */
N_("Is everyone safe? Leave or call help if not")
/* guidance/situations/threat.json: why */
N_("No complaint is worth an injury.")
/* guidance/situations/threat.json: say */
N_("I am going to step away now and come back with a colleague.")
/* guidance/situations/threat.json: text */
N_("Write the exact words and the time")
/* guidance/situations/threat.json: why */
N_("Exact words can be judged later; “was abusive” cannot.")
/* guidance/situations/threat.json: ask */
N_("Their words, and when")
/* guidance/situations/threat.json: text */
N_("Deal with the complaint on its merits all the same")
/* guidance/situations/threat.json: why */
N_("People who behave badly can still be right.")
/* guidance/situations/threat.json: say */
N_("I will look into what happened. I cannot go on while you shout at me.")
/* guidance/situations/threat.json: text */
N_("Think of illness, disability or crisis as a cause")
/* guidance/situations/threat.json: why */
N_("Pain, fear, low blood sugar or dementia can look like abuse.")
/* guidance/situations/threat.json: text */
N_("Warn, and offer another way to go on")
/* guidance/situations/threat.json: why */
N_("A way out works better than a wall.")
/* guidance/situations/threat.json: say */
N_("I can go on with this in writing, or with one person you can ring.")
/* guidance/situations/threat.json: text */
N_("Report it to your lead and on the incident form")
/* guidance/situations/threat.json: why */
N_("Threats that are not reported happen to the next colleague.")
/* guidance/situations/threat.json: ask */
N_("The incident number")
/* guidance/situations/threat.json: text */
N_("Hand over to the lead on duty, and know who took it")
/* guidance/situations/threat.json: why */
N_("One person decides what happens next, and it should not be the person threatened.")
/* guidance/situations/threat.json: text */
N_("Leave any restriction to a senior; in writing, with review")
/* guidance/situations/threat.json: why */
N_("Limits on contact are serious: they need reasons, a date to end and a way to appeal.")
/* guidance/situations/threat.json: ask */
N_("When it is reviewed")
/* guidance/situations/threat.json: text */
N_("Agree one contact, set times, or writing only")
/* guidance/situations/threat.json: why */
N_("A frame keeps the complaint alive and staff safe.")
/* guidance/situations/threat.json: ask */
N_("What was agreed")
/* guidance/situations/threat.json: why */
N_("Being threatened is not part of the job, and it does not just go away.")
/* guidance/situations/urgent.json: name */
N_("Someone needs care now")
/* guidance/situations/urgent.json: hand_over_to */
N_("the nurse or doctor in charge")
/* guidance/situations/urgent.json: opening */
N_("Get the care first. The complaint can wait ten minutes; the patient cannot.")
/* guidance/situations/urgent.json: text */
N_("Ask: awake, breathing, talking?")
/* guidance/situations/urgent.json: why */
N_("Three words tell you whether to ring the emergency number first.")
/* guidance/situations/urgent.json: say */
N_("Are they awake and talking to you? Is anything getting worse?")
/* guidance/situations/urgent.json: text */
N_("Ring whoever can act now")
/* guidance/situations/urgent.json: why */
N_("You do not need to be sure; they would rather be called in vain.")
/* guidance/situations/urgent.json: say */
N_("I am ringing the nurse in charge now, before we carry on.")
/* guidance/situations/urgent.json: ask */
N_("Who was rung, and when")
/* guidance/situations/urgent.json: text */
N_("Pass on what the family sees, in their words")
/* guidance/situations/urgent.json: why */
N_("Families often see that something is wrong before anybody measures it.")
/* guidance/situations/urgent.json: text */
N_("Hand over to the nurse or doctor in charge")
/* guidance/situations/urgent.json: why */
N_("“I left a message” is not a handover.")
/* guidance/situations/urgent.json: say */
N_("The nurse in charge is on the way to them now.")
/* guidance/situations/urgent.json: text */
N_("Check that the patient was seen")
/* guidance/situations/urgent.json: why */
N_("The family cannot listen to anything else until then.")
/* guidance/situations/urgent.json: ask */
N_("Who saw them, and when")
/* guidance/situations/urgent.json: text */
N_("Then come back to the complaint")
/* guidance/situations/urgent.json: why */
N_("They will remember that you came back.")
/* guidance/situations/urgent.json: say */
N_("Thank you for waiting. Tell me the rest when you are ready.")
/* guidance/situations/wait.json: name */
N_("Long wait or delay")
/* guidance/situations/wait.json: brief */
N_("Long wait")
/* guidance/situations/wait.json: opening */
N_("They gave you hours of their life. Own it, and tell the truth about the rest.")
/* guidance/situations/wait.json: text */
N_("Own the wait; do not explain it away")
/* guidance/situations/wait.json: why */
N_("“We are busy” says that they do not matter.")
/* guidance/situations/wait.json: say */
N_("You have waited four hours. That is too long, and I am sorry.")
/* guidance/situations/wait.json: text */
N_("Give a true estimate, and who says so")
/* guidance/situations/wait.json: why */
N_("A wrong hour is worse than an honest “I do not know”.")
/* guidance/situations/wait.json: say */
N_("The doctor says about forty minutes. If that changes I will tell you.")
/* guidance/situations/wait.json: text */
N_("Say what happens next, and who is before them")
/* guidance/situations/wait.json: why */
N_("Waiting in the dark is longer.")
/* guidance/situations/wait.json: say */
N_("Two people are before you. Then the doctor sees you, and then you get the medicine.")
/* guidance/situations/wait.json: text */
N_("Offer water, food, a seat, a call home")
/* guidance/situations/wait.json: why */
N_("Hunger and pain speak too.")
/* guidance/situations/wait.json: say */
N_("Have you had anything to eat? Is there anyone I should ring?")
/* guidance/situations/wait.json: text */
N_("Ask whether anything got worse while waiting")
/* guidance/situations/wait.json: why */
N_("The sickest often wait most quietly.")
/* guidance/situations/wait.json: say */
N_("Do you feel any worse than when you came?")
/* guidance/situations/wait.json: text */
N_("Do not quote targets")
/* guidance/situations/wait.json: why */
N_("Their wait is not a percentage.")
/* guidance/situations/wait.json: text */
N_("Come back when you said you would")
/* guidance/situations/wait.json: why */
N_("It is the whole of the promise.")
/* guidance/situations/wait.json: ask */
N_("When you came back")
/* guidance/stages/acknowledge.json: name */
N_("Acknowledge")
/* guidance/stages/acknowledge.json: opening */
N_("Before the deadline: tell them that we heard, what we understood, and what happens now.")
/* guidance/stages/acknowledge.json: text */
N_("Contact them in the way they chose")
/* guidance/stages/acknowledge.json: why */
N_("The wrong way of writing or ringing can harm: others may hear or read it.")
/* guidance/stages/acknowledge.json: say */
N_("Is now a good time to talk?")
/* guidance/stages/acknowledge.json: ask */
N_("When they were contacted, or when you tried")
/* guidance/stages/acknowledge.json: text */
N_("Say sorry for what it was like, without deciding fault")
/* guidance/stages/acknowledge.json: why */
N_("It costs nothing to be sorry that somebody suffered, and everything to doubt it.")
/* guidance/stages/acknowledge.json: say */
N_("I am sorry that this happened to you, and that nobody told you why.")
/* guidance/stages/acknowledge.json: text */
N_("Read the points back; ask what is missing")
/* guidance/stages/acknowledge.json: why */
N_("An answer to the wrong question is a second complaint.")
/* guidance/stages/acknowledge.json: say */
N_("I have three points here. May I read them to you? Tell me what is wrong or missing.")
/* guidance/stages/acknowledge.json: text */
N_("Ask what they want; be honest about what cannot be done")
/* guidance/stages/acknowledge.json: why */
N_("A no that is said early is easier to bear than one at the end.")
/* guidance/stages/acknowledge.json: say */
N_("I cannot promise that. What I can do is this.")
/* guidance/stages/acknowledge.json: text */
N_("Agree who looks into it, and how often to ring")
/* guidance/stages/acknowledge.json: why */
N_("They wait better when they know who is working on it and when they will hear.")
/* guidance/stages/acknowledge.json: say */
N_("Ruth, who does not work on that ward, will look into this. Would a call every Friday suit you?")
/* guidance/stages/acknowledge.json: text */
N_("Agree the date of the reply")
/* guidance/stages/acknowledge.json: why */
N_("A date that they agreed to is a promise between two; one that we set is only ours.")
/* guidance/stages/acknowledge.json: say */
N_("We need about four weeks. Would the fifteenth suit you?")
/* guidance/stages/acknowledge.json: ask */
N_("The date agreed")
/* guidance/stages/acknowledge.json: text */
N_("Check consent, and what may be shared")
/* guidance/stages/acknowledge.json: why */
N_("A reply about somebody else’s health needs that person’s permission.")
/* guidance/stages/acknowledge.json: say */
N_("May we share what we find with you? Has your mother said that she is happy with that?")
/* guidance/stages/acknowledge.json: ask */
N_("What may be shared, and with whom")
/* guidance/stages/acknowledge.json: text */
N_("Offer a meeting, an advocate, an interpreter")
/* guidance/stages/acknowledge.json: why */
N_("Some things cannot be said in a letter, and some cannot be read in one.")
/* guidance/stages/acknowledge.json: say */
N_("Would you rather talk about this face to face? Somebody independent can come with you.")
/* guidance/stages/acknowledge.json: text */
N_("Tell the staff concerned, and name who supports them")
/* guidance/stages/acknowledge.json: why */
N_("People who hear of a complaint from others defend themselves; those who are supported explain.")
/* guidance/stages/acknowledge.json: ask */
N_("Who supports them")
/* guidance/stages/acknowledge.json: text */
N_("Check candour, incident, safeguarding, records to keep")
/* guidance/stages/acknowledge.json: why */
N_("Each has a duty and a clock of its own that a complaint does not replace.")
/* guidance/stages/acknowledge.json: ask */
N_("The number of the incident or referral")
/* guidance/stages/acknowledge.json: text */
N_("Send it in plain words, with the date of next contact")
/* guidance/stages/acknowledge.json: why */
N_("What was said on the phone is soon forgotten; a clear page is kept.")
/* guidance/stages/acknowledge.json: say */
N_("I will put all of this in writing, and ring you on Friday.")
/* guidance/stages/listen.json: opening */
N_("About ten minutes at first contact. Let them speak first; write while you listen.")
/* guidance/stages/listen.json: text */
N_("Is anyone in danger? Ask plainly")
/* guidance/stages/listen.json: why */
N_("Care and safety come before any form.")
/* guidance/stages/listen.json: say */
N_("Is anybody hurt, or in danger, right now?")
/* guidance/stages/listen.json: text */
N_("Offer somewhere private, and a seat")
/* guidance/stages/listen.json: why */
N_("People say more, and more calmly, where nobody else can hear.")
/* guidance/stages/listen.json: say */
N_("Would you like to sit down somewhere quieter? Is there anyone you would like with you?")
/* guidance/stages/listen.json: text */
N_("Give your name; ask what they like to be called")
/* guidance/stages/listen.json: why */
N_("With two names it is a talk between two people, and you can reach them again.")
/* guidance/stages/listen.json: say */
N_("My name is Jo, and I work here. What would you like me to call you, and how can I reach you?")
/* guidance/stages/listen.json: text */
N_("Ask how best to talk: language, signing, large print")
/* guidance/stages/listen.json: why */
N_("A need that nobody asks about becomes a complaint of its own.")
/* guidance/stages/listen.json: say */
N_("Is there anything that would make it easier to talk with me, or to read what we send you?")
/* guidance/stages/listen.json: text */
N_("“Tell me from the beginning.” Two minutes, no questions")
/* guidance/stages/listen.json: why */
N_("Being heard to the end calms most people more than any answer does.")
/* guidance/stages/listen.json: say */
N_("Tell me from the beginning. I will listen first.")
/* guidance/stages/listen.json: text */
N_("Write their words, not a verdict on them")
/* guidance/stages/listen.json: why */
N_("Their own words show later what was asked; a label hides it, and hurts when it is read.")
/* guidance/stages/listen.json: say */
N_("I am writing this down as you say it.")
/* guidance/stages/listen.json: text */
N_("Name the feeling, and check it")
/* guidance/stages/listen.json: why */
N_("A feeling that is named loses some of its heat, and checking keeps you from guessing.")
/* guidance/stages/listen.json: say */
N_("That sounds frightening. Did I understand that right?")
/* guidance/stages/listen.json: text */
N_("Say it back. “What have I missed?”")
/* guidance/stages/listen.json: why */
N_("It proves that you listened, and finds mistakes while they are easy to mend.")
/* guidance/stages/listen.json: say */
N_("So you rang four times and nobody came. What have I missed?")
/* guidance/stages/listen.json: text */
N_("Ask what they want, and what matters most")
/* guidance/stages/listen.json: why */
N_("Many people want less than we fear, or something else than we think.")
/* guidance/stages/listen.json: say */
N_("What would you like to happen? Which of these matters most to you?")
/* guidance/stages/listen.json: text */
N_("Ask whether they are still in care, or afraid to complain")
/* guidance/stages/listen.json: why */
N_("Fear of a bad reaction silences those who most need to be heard.")
/* guidance/stages/listen.json: say */
N_("Your care will not change because you told us. If it ever seems to, ring me.")
/* guidance/stages/listen.json: text */
N_("Do what can be done today, or say who will and when")
/* guidance/stages/listen.json: why */
N_("One small thing done now is believed more than a large one promised.")
/* guidance/stages/listen.json: say */
N_("Here is what I can do before three o’clock, and I will ring you either way.")
/* guidance/stages/listen.json: ask */
N_("What was done, or who does it by when")
/* guidance/stages/listen.json: text */
N_("Explain what happens next; offer a copy and an advocate")
/* guidance/stages/listen.json: why */
N_("Not knowing what comes next is half of the distress.")
/* guidance/stages/listen.json: say */
N_("I have written it down. This is what happens next, and these people can help you with it.")
/* guidance/stages/listen.json: text */
N_("Thank them; give the reference and a name")
/* guidance/stages/listen.json: why */
N_("It is hard to complain, and a reference shows that it was not in vain.")
/* guidance/stages/listen.json: say */
N_("Thank you for telling me. Your reference is on this card, with my name.")
/* guidance/stages/listen.json: text */
N_("Afterwards: flag what is urgent, hand over, catch your breath")
/* guidance/stages/listen.json: why */
N_("A worry that only you know about helps nobody, and hard talks stay with us.")
/* guidance/stages/listen.json: ask */
N_("Who took over, or what was flagged")
/* guidance/stages/resolve.json: name */
N_("Resolve")
/* guidance/stages/resolve.json: opening */
N_("Find out, answer each point, and put right what can be put right.")
/* guidance/stages/resolve.json: text */
N_("Give each point a finding, and the evidence for it")
/* guidance/stages/resolve.json: why */
N_("A point without an answer comes back.")
/* guidance/stages/resolve.json: text */
N_("Hear both accounts; explain where they differ")
/* guidance/stages/resolve.json: why */
N_("Where memories differ, the middle is not the truth; say what you know and what you cannot know.")
/* guidance/stages/resolve.json: say */
N_("We could not find out which of the two is right. This is what the records show.")
/* guidance/stages/resolve.json: text */
N_("Compare what happened with what should have happened")
/* guidance/stages/resolve.json: why */
N_("Only the difference between the two shows what went wrong.")
/* guidance/stages/resolve.json: ask */
N_("The standard or policy")
/* guidance/stages/resolve.json: text */
N_("Apologise: what we did, what it did to them, what we mend")
/* guidance/stages/resolve.json: why */
N_("An apology that names the act can be believed; one that regrets a feeling cannot.")
/* guidance/stages/resolve.json: say */
N_("We did not give your father his insulin, and he became ill. That was our fault, and we are sorry.")
/* guidance/stages/resolve.json: text */
N_("Choose the remedy, deliver it, show the date")
/* guidance/stages/resolve.json: why */
N_("A promise without a date is one more thing to be angry about.")
/* guidance/stages/resolve.json: ask */
N_("When it was delivered")
/* guidance/stages/resolve.json: text */
N_("Give the learning an owner, a date and a measure")
/* guidance/stages/resolve.json: why */
N_("“Lessons will be learned” means nothing until it says who, when and how we know.")
/* guidance/stages/resolve.json: ask */
N_("Who makes the change")
/* guidance/stages/resolve.json: text */
N_("Have it read by someone not involved")
/* guidance/stages/resolve.json: why */
N_("Whoever wrote it no longer sees the jargon, the blame and the wrong name.")
/* guidance/stages/resolve.json: text */
N_("Sign it; send it as they asked; bad news by phone first")
/* guidance/stages/resolve.json: why */
N_("Nobody should learn the worst from an envelope.")
/* guidance/stages/resolve.json: say */
N_("I wanted to tell you this myself before you read it.")
/* guidance/stages/resolve.json: text */
N_("Invite questions; say where they can turn next")
/* guidance/stages/resolve.json: why */
N_("The right to go further is theirs even when we think that we are right.")
/* guidance/stages/resolve.json: say */
N_("If this does not answer you, ring me. You can also ask the ombudsman; here is how, and by when.")
/* guidance/stages/resolve.json: text */
N_("Ask whether a short survey would be welcome")
/* guidance/stages/resolve.json: why */
N_("Only they know whether they felt heard.")
/* guidance/stages/resolve.json: say */
N_("May we ask you in a few weeks how we handled this? It is fine to say no.")
/* guidance/stages/resolve.json: text */
N_("Tell the staff the outcome; thank them; talk it over")
/* guidance/stages/resolve.json: why */
N_("People who never hear how it ended learn only to be afraid.")
/* guidance/stages/resolve.json: text */
N_("Close when actions are logged; plan a check in three months")
/* guidance/stages/resolve.json: why */
N_("Changes fade; one look after three months shows whether they held.")
/* guidance/stages/resolve.json: ask */
N_("When it will be checked")
/* guidance/words/help.json: name */
N_("Words that help")
/* guidance/words/help.json: brief */
N_("Help")
/* guidance/words/help.json: opening */
N_("Short, true and about them.")
/* guidance/words/help.json: why */
N_("It makes them someone who helps, not someone who bothers.")
/* guidance/words/help.json: text */
N_("That sounds frightening. Did I understand you right?")
/* guidance/words/help.json: why */
N_("It names the feeling and leaves the last word to them.")
/* guidance/words/help.json: text */
N_("You waited four hours and nobody came back.")
/* guidance/words/help.json: why */
N_("Their own facts, said back, prove that you listened.")
/* guidance/words/help.json: why */
N_("It takes no side and costs nothing.")
/* guidance/words/help.json: text */
N_("I am sorry that we did not ring you.")
/* guidance/words/help.json: why */
N_("It names who did what, and so it can be believed.")
/* guidance/words/help.json: text */
N_("You are right, it was late.")
/* guidance/words/help.json: why */
N_("One true “you are right” ends most fights.")
/* guidance/words/help.json: text */
N_("Here is what I can do before three o’clock.")
/* guidance/words/help.json: why */
N_("A time makes it a promise.")
/* guidance/words/help.json: text */
N_("What would help most now?")
/* guidance/words/help.json: why */
N_("It turns the talk from the past to the next hour.")
/* guidance/words/help.json: text */
N_("I do not know. I will find out and ring you by noon.")
/* guidance/words/help.json: why */
N_("Honest, with a time, is better than quick and wrong.")
/* guidance/words/help.json: why */
N_("It answers the fear that many do not say.")
/* guidance/words/hurt.json: name */
N_("Words that hurt")
/* guidance/words/hurt.json: brief */
N_("Hurt")
/* guidance/words/hurt.json: opening */
N_("Nearly always said with good intent. What to say instead stands below each.")
/* guidance/words/hurt.json: text */
N_("Calm down")
/* guidance/words/hurt.json: why */
N_("It tells them that their feeling is the problem.")
/* guidance/words/hurt.json: say */
N_("I can see how upsetting this is. I am listening.")
/* guidance/words/hurt.json: text */
N_("You need to …")
/* guidance/words/hurt.json: why */
N_("It is an order from someone who should help.")
/* guidance/words/hurt.json: say */
N_("What we can do next is …")
/* guidance/words/hurt.json: text */
N_("It’s our policy")
/* guidance/words/hurt.json: why */
N_("It ends the talk with a wall.")
/* guidance/words/hurt.json: say */
N_("The reason for this rule is … What I can do is …")
/* guidance/words/hurt.json: text */
N_("As I said")
/* guidance/words/hurt.json: why */
N_("It says that they did not listen.")
/* guidance/words/hurt.json: say */
N_("Let me say that more clearly.")
/* guidance/words/hurt.json: text */
N_("Unfortunately …")
/* guidance/words/hurt.json: why */
N_("As a first word it announces a no.")
/* guidance/words/hurt.json: say */
N_("I am sorry, we cannot do that. We can …")
/* guidance/words/hurt.json: text */
N_("With all due respect")
/* guidance/words/hurt.json: why */
N_("It is only said when there is none.")
/* guidance/words/hurt.json: say */
N_("I see it differently. May I tell you how?")
/* guidance/words/hurt.json: text */
N_("You should have …")
/* guidance/words/hurt.json: why */
N_("It makes it their fault.")
/* guidance/words/hurt.json: say */
N_("Next time it may help to … That was not clear, and it should have been.")
/* guidance/words/hurt.json: text */
N_("We are sorry if …")
/* guidance/words/hurt.json: why */
N_("“If” doubts that it happened.")
/* guidance/words/hurt.json: say */
N_("We are sorry that …")
/* guidance/words/hurt.json: text */
N_("I am sorry you feel that way")
/* guidance/words/hurt.json: why */
N_("It regrets their feeling, not what was done.")
/* guidance/words/hurt.json: say */
N_("I am sorry that we did this.")
/* guidance/words/hurt.json: text */
N_("Sorry for any inconvenience")
/* guidance/words/hurt.json: why */
N_("It makes pain into a nuisance.")
/* guidance/words/hurt.json: say */
N_("I am sorry that you waited in pain for four hours.")
/* guidance/words/hurt.json: text */
N_("I understand exactly how you feel")
/* guidance/words/hurt.json: why */
N_("Nobody does.")
/* guidance/words/hurt.json: say */
N_("I can only imagine what that was like. Tell me more.")
/* guidance/words/hurt.json: text */
N_("Nobody else has complained")
/* guidance/words/hurt.json: why */
N_("It makes them the odd one out.")
/* guidance/words/hurt.json: say */
N_("Thank you for being the one who tells us.")
/* guidance/words/hurt.json: text */
N_("Staff are very busy")
/* guidance/words/hurt.json: why */
N_("It says that they matter less.")
/* guidance/words/hurt.json: say */
N_("You should not have had to wait so long.")
/* guidance/words/hurt.json: text */
N_("At least …")
/* guidance/words/hurt.json: why */
N_("It makes their loss smaller than it is.")
/* guidance/words/hurt.json: say */
N_("I am so sorry.")
/* guidance/words/hurt.json: text */
N_("I am sorry, but …")
/* guidance/words/hurt.json: why */
N_("All that stands before “but” is taken back.")
/* guidance/words/hurt.json: say */
N_("I am sorry. Full stop; then: This is what we found.")
/* guidance/words/hurt.json: text */
N_("An isolated incident")
/* guidance/words/hurt.json: why */
N_("To them it was not isolated; it was everything.")
/* guidance/words/hurt.json: say */
N_("This should not have happened, and here is how we check that it does not.")
/* guidance/words/hurt.json: text */
N_("Lessons will be learned")
/* guidance/words/hurt.json: why */
N_("It says nothing until it says who, what and when.")
/* guidance/words/hurt.json: say */
N_("By March, Claire will have … and we will tell you.")
/* guidance/words/hurt.json: text */
N_("You claim; you appear to; alleged")
/* guidance/words/hurt.json: why */
N_("It calls them a liar, politely.")
/* guidance/words/hurt.json: say */
N_("You told us that …")
/* guidance/words/hurt.json: text */
N_("Mistakes were made")
/* guidance/words/hurt.json: why */
N_("It hides who made them.")
/* guidance/words/hurt.json: say */
N_("We made a mistake.")
/* guidance/words/hurt.json: text */
N_("There was no harm done")
/* guidance/words/hurt.json: why */
N_("Only they can say that.")
/* guidance/words/hurt.json: say */
N_("I am glad that it was not worse, and it must have been frightening.")
/* guidance/listener/danger.json: label */
N_("May be thinking of harming themselves")
/* guidance/listener/danger.json: question */
N_("Are you thinking of ending your life, or of hurting yourself, now?")
/* guidance/listener/danger.json: label */
N_("Somebody else may be in danger")
/* guidance/listener/danger.json: question */
N_("Is anybody in danger from somebody else right now? Where are they?")
/* guidance/listener/danger.json: label */
N_("May be abuse or neglect")
/* guidance/listener/danger.json: question */
N_("Is the person safe where they are now? Is the one who did this with them?")
/* guidance/listener/danger.json: label */
N_("May need care now")
/* guidance/listener/danger.json: question */
N_("How are they this minute: awake, breathing, talking to you?")
/* guidance/listener/danger.json: label */
N_("May be a threat to staff")
/* guidance/listener/danger.json: question */
N_("I want to help. Are you telling me that somebody will get hurt?")
/* guidance/listener/danger.json: label */
N_("Legal steps are mentioned")
/* guidance/listener/danger.json: question */
N_("Have you asked a solicitor or the police for help? We go on answering you all the same.")
/* guidance/listener/danger.json: label */
N_("Press, internet or a politician is mentioned")
/* guidance/listener/danger.json: question */
N_("Is there something in public already that we should know about?")
/* guidance/phrases/everyday.json: label */
N_("There is an everyday word")
/* guidance/phrases/everyday.json: why */
N_("A shorter, more usual word says the same.")
/* guidance/phrases/jargon.json: label */
N_("Jargon")
/* guidance/phrases/jargon.json: why */
N_("Not everybody knows this word; say it plainly, or explain it once.")
/* guidance/phrases/words.json: label */
N_("Not an apology")
/* guidance/phrases/words.json: why */
N_("It is sorry about what the person felt, not about what we did.")
/* guidance/phrases/words.json: label */
N_("Apology with a condition")
/* guidance/phrases/words.json: why */
N_("“If” doubts that it happened. The person has told us that it did.")
/* guidance/phrases/words.json: label */
N_("“But” after sorry")
/* guidance/phrases/words.json: why */
N_("What comes after “but” takes the apology back.")
/* guidance/phrases/words.json: label */
N_("Sounds like blame")
/* guidance/phrases/words.json: why */
N_("It puts the fault, or doubt, on the person who complained.")
/* guidance/phrases/words.json: label */
N_("Nobody did it")
/* guidance/phrases/words.json: why */
N_("It hides who did it, so nobody takes responsibility.")
/* guidance/phrases/words.json: label */
N_("Makes it smaller")
/* guidance/phrases/words.json: why */
N_("It tells the person that what hurt them was small or usual.")
/* guidance/phrases/words.json: label */
N_("Office language")
/* guidance/phrases/words.json: why */
N_("People do not talk like this; say it as you would say it to them.")
/* guidance/phrases/words.json: why */
N_("It regrets the feeling, not the act. Say what we did.")
/* guidance/phrases/words.json: why */
N_("It regrets the upset and leaves out its cause.")
/* guidance/phrases/words.json: why */
N_("It regrets the complaint, not what it was about.")
/* guidance/phrases/words.json: why */
N_("“Any” shows that we did not look. Name the harm.")
/* guidance/phrases/words.json: why */
N_("It makes the fault one of expectations.")
/* guidance/phrases/words.json: why */
N_("It says that it only seemed so.")
/* guidance/phrases/words.json: why */
N_("It shares out the fault. If we were unclear, say so.")
/* guidance/phrases/words.json: why */
N_("It speaks of bad luck, where somebody did something.")
/* guidance/phrases/words.json: why */
N_("As a first word it prepares a refusal. Say sorry, or say it straight.")
/* guidance/phrases/words.json: why */
N_("Nobody knows exactly; it claims the feeling for us.")
/* guidance/phrases/words.json: why */
N_("“Any” and “may” leave open whether it happened.")
/* guidance/phrases/words.json: why */
N_("It wishes to be sorry, and is not yet.")
/* guidance/phrases/words.json: why */
N_("Stop after the apology and begin a new sentence.")
/* guidance/phrases/words.json: why */
N_("It is a “but” in better clothes.")
/* guidance/phrases/words.json: why */
N_("It makes the apology smaller before it is given.")
/* guidance/phrases/words.json: why */
N_("Right after an apology it reads as an excuse.")
/* guidance/phrases/words.json: why */
N_("“On this occasion” says that all else was fine.")
/* guidance/phrases/words.json: why */
N_("It says that the person is at fault.")
/* guidance/phrases/words.json: why */
N_("It tells grown people what to think.")
/* guidance/phrases/words.json: why */
N_("Say what we could have done, so that it did not hang on them.")
/* guidance/phrases/words.json: why */
N_("It says that we do not believe them.")
/* guidance/phrases/words.json: why */
N_("It judges the person instead of the event.")
/* guidance/phrases/words.json: why */
N_("What follows it is seldom respectful. Leave it out.")
/* guidance/phrases/words.json: why */
N_("Say who: “we did not tell you”.")
/* guidance/phrases/words.json: why */
N_("Say what will change, who will do it and by when.")
/* guidance/phrases/words.json: why */
N_("Say who it was: “we”.")
/* guidance/phrases/words.json: why */
N_("Things do not lose themselves. Say who.")
/* guidance/phrases/words.json: why */
N_("It has never calmed anybody.")
/* guidance/phrases/words.json: why */
N_("A rule is no reason. Say why the rule is there, or change it.")
/* guidance/phrases/words.json: why */
N_("It says that they are the odd one out.")
/* guidance/phrases/words.json: why */
N_("True or not, it asks them to feel sorry for us.")
/* guidance/phrases/words.json: why */
N_("It weighs the hurt against something else.")
/* guidance/phrases/words.json: why */
N_("It may be true, but it makes their day small.")
/* guidance/phrases/words.json: why */
N_("Harm is also fear, pain and lost trust.")
/* guidance/phrases/words.json: why */
N_("They decide when it is over.")
/* guidance/phrases/words.json: why */
N_("Leave it out and begin with what you want to say.")
/* guidance/phrases/words.json: why */
N_("You are writing as “we”.")
/* guidance/phrases/words.json: why */
N_("Use “you”, or the person’s name.")
/* guidance/phrases/words.json: why */
N_("Use “you” and “I”.")
/* letters/parts/clinic.json: apology_note */
N_("Laws differ on whether an apology can be used in court. Say that you are sorry; ask for advice before you write who was at fault.")
/* letters/parts/clinic.json: label */
N_("How it was looked at")
/* letters/parts/clinic.json: hint */
N_("Who was asked, what was read")
/* letters/parts/clinic.json: hint */
N_("What is done, by whom and when")
/* letters/parts/clinic.json: label */
N_("An offer to talk or meet")
/* letters/parts/clinic.json: hint */
N_("To go through the reply")
/* letters/parts/common.json: hint */
N_("That it was right to speak up")
/* letters/parts/common.json: label */
N_("The reference")
/* letters/parts/common.json: hint */
N_("So that they can ask about it")
/* letters/parts/common.json: label */
N_("What we understood")
/* letters/parts/common.json: hint */
N_("The points, in their order")
/* letters/parts/common.json: hint */
N_("A name")
/* letters/parts/common.json: label */
N_("How it will be looked at")
/* letters/parts/common.json: label */
N_("By when")
/* letters/parts/common.json: hint */
N_("A date")
/* letters/parts/common.json: label */
N_("How to reach us")
/* letters/parts/common.json: hint */
N_("A name or number for questions")
/* letters/parts/common.json: hint */
N_("In person if they like")
/* letters/parts/common.json: label */
N_("Help to complain")
/* letters/parts/common.json: hint */
N_("Somebody on their side")
/* letters/parts/common.json: label */
N_("Other formats")
/* letters/parts/common.json: hint */
N_("Print, language, interpreter")
/* letters/parts/common.json: label */
N_("Care is not affected")
/* letters/parts/common.json: hint */
N_("Nothing changes for the worse")
/* letters/parts/common.json: label */
N_("What we wrote down")
/* letters/parts/common.json: hint */
N_("Their own words")
/* letters/parts/common.json: label */
N_("Room for corrections")
/* letters/parts/common.json: hint */
N_("They can change it")
/* letters/parts/common.json: hint */
N_("Who does what")
/* letters/parts/common.json: label */
N_("That we are late")
/* letters/parts/common.json: hint */
N_("And that we are sorry")
/* letters/parts/common.json: hint */
N_("The true reason")
/* letters/parts/common.json: label */
N_("What is done so far")
/* letters/parts/common.json: hint */
N_("And what is left")
/* letters/parts/common.json: label */
N_("The new date")
/* letters/parts/common.json: label */
N_("Why not")
/* letters/parts/common.json: hint */
N_("A reason they can follow")
/* letters/parts/common.json: label */
N_("That it stops")
/* letters/parts/common.json: hint */
N_("As they asked")
/* letters/parts/common.json: label */
N_("The way back")
/* letters/parts/common.json: hint */
N_("They may change their mind")
/* letters/parts/common.json: label */
N_("That it was passed on")
/* letters/parts/common.json: hint */
N_("To those who earned it")
/* letters/parts/common.json: label */
N_("Why we ask")
/* letters/parts/common.json: hint */
N_("What it is for")
/* letters/parts/common.json: label */
N_("What would be shared")
/* letters/parts/common.json: hint */
N_("And with whom")
/* letters/parts/common.json: label */
N_("That it is their choice")
/* letters/parts/common.json: hint */
N_("No is an answer")
/* letters/parts/common.json: label */
N_("How to say yes or no")
/* letters/parts/common.json: hint */
N_("Simple steps")
/* letters/parts/england-nhs.json: apology_note */
N_("England and Wales: an apology or an offer to put things right is not by itself an admission of negligence or breach of duty (Compensation Act 2006, section 2). Where the duty of candour applies, an apology must be given.")
/* letters/parts/england-nhs.json: label */
N_("The ombudsman")
/* letters/parts/england-nhs.json: hint */
N_("Where to go next, and by when")
/* letters/parts/ireland-hse.json: apology_note */
N_("Ireland: an apology made in an open disclosure meeting is not an admission of liability (Civil Liability (Amendment) Act 2017, part 4). A letter after it should say the same as the meeting.")
/* letters/parts/ireland-hse.json: label */
N_("Both dates")
/* letters/parts/ireland-hse.json: hint */
N_("When they wrote, when we received it")
/* letters/parts/ireland-hse.json: label */
N_("Review and ombudsman")
/* letters/parts/northern-ireland-hsc.json: apology_note */
N_("Northern Ireland: no law of its own says that an apology admits nothing. Say that you are sorry all the same; ask for legal advice before you write who was at fault.")
/* letters/parts/nsw-health.json: apology_note */
N_("New South Wales: an apology is not an admission of fault or liability (Civil Liability Act 2002, part 10).")
/* letters/parts/nsw-health.json: label */
N_("Review")
/* letters/parts/scotland-mchp.json: apology_note */
N_("Scotland: an apology is not evidence of liability in most civil proceedings (Apologies (Scotland) Act 2016).")
/* letters/parts/scotland-mchp.json: label */
N_("That it is investigated")
/* letters/parts/scotland-mchp.json: hint */
N_("And answered in 20 working days")
/* letters/parts/us-hospital.json: apology_note */
N_("United States: state laws differ. Most protect words of sympathy, few protect words of fault. Say that you are sorry for what they went through; ask risk management before you write what caused it.")
/* letters/parts/us-hospital.json: label */
N_("The contact person")
/* letters/parts/us-hospital.json: hint */
N_("A name and a way to reach them")
/* letters/parts/us-hospital.json: label */
N_("Steps taken")
/* letters/parts/us-hospital.json: hint */
N_("What was done to look into it")
/* letters/parts/us-hospital.json: label */
N_("Results")
/* letters/parts/us-hospital.json: label */
N_("The date it was completed")
/* letters/parts/us-hospital.json: hint */
N_("Day, month and year")
/* letters/parts/us-hospital.json: label */
N_("Where to go next")
/* letters/signs/en.json: label */
N_("What we did")
/* letters/signs/en.json: hint */
N_("Name the act")
/* letters/signs/en.json: label */
N_("What it was like for them")
/* letters/signs/en.json: hint */
N_("Name the effect")
/* letters/signs/en.json: hint */
N_("I am sorry, without if or but")
/* letters/signs/en.json: hint */
N_("That it was ours")
/* letters/signs/en.json: label */
N_("Putting it right")
/* letters/signs/en.json: hint */
N_("What we do now")
/* presets/actions.json: name */
N_("Cases with what was learned")
/* presets/cms-log.json: name */
N_("CMS grievance log")
/* profiles/clinic.json: label */
N_("Settle informally")
/* profiles/clinic.json: basis */
N_("Local practice")
/* profiles/clinic.json: label */
N_("Next update")
/* profiles/clinic.json: label */
N_("Ask how it went")
/* profiles/clinic.json: label */
N_("Answer")
/* profiles/clinic.json: label */
N_("Thank")
/* profiles/england-nhs.json: basis */
N_("Set by the regulations")
/* profiles/england-nhs.json: basis */
N_("Agreed with the person")
/* profiles/england-nhs.json: label */
N_("Outer limit")
/* profiles/ireland-hse.json: label */
N_("Informal contact")
/* profiles/ireland-hse.json: basis */
N_("Set by the HSE policy")
/* profiles/ireland-hse.json: label */
N_("Aim to end")
/* profiles/northern-ireland-hsc.json: label */
N_("Stage 1: early resolution")
/* profiles/northern-ireland-hsc.json: basis */
N_("Set by the model procedure")
/* profiles/northern-ireland-hsc.json: label */
N_("Stage 2: reply")
/* profiles/nsw-health.json: label */
N_("Settle at the point of service")
/* profiles/nsw-health.json: basis */
N_("Set by NSW Health")
/* profiles/us-hospital.json: label */
N_("Settle on the spot")
/* profiles/us-hospital.json: basis */
N_("Common practice, not in the rule")
/* profiles/us-hospital.json: basis */
N_("Average expected by CMS guidance; set your own in policy")
/* surveys/after-closing.json: intro */
N_("You told us about something that went wrong. How did we deal with it? There are no wrong answers, and what you say will not change your care.")
/* surveys/after-closing.json: text */
N_("I knew how to raise it.")
/* surveys/after-closing.json: brief */
N_("Knew how")
/* surveys/after-closing.json: text */
N_("I felt safe to raise it.")
/* surveys/after-closing.json: brief */
N_("Felt safe")
/* surveys/after-closing.json: text */
N_("I was offered help, or someone to speak for me.")
/* surveys/after-closing.json: brief */
N_("Offered help")
/* surveys/after-closing.json: text */
N_("It was easy to do in a way that suited me.")
/* surveys/after-closing.json: brief */
N_("Easy")
/* surveys/after-closing.json: text */
N_("I was listened to.")
/* surveys/after-closing.json: brief */
N_("Listened to")
/* surveys/after-closing.json: text */
N_("They understood what mattered to me.")
/* surveys/after-closing.json: brief */
N_("Understood")
/* surveys/after-closing.json: text */
N_("I agreed with the plan and the date.")
/* surveys/after-closing.json: brief */
N_("Plan agreed")
/* surveys/after-closing.json: text */
N_("I was kept up to date.")
/* surveys/after-closing.json: brief */
N_("Kept up to date")
/* surveys/after-closing.json: text */
N_("The answer covered each point.")
/* surveys/after-closing.json: brief */
N_("Each point answered")
/* surveys/after-closing.json: text */
N_("The apology felt real.")
/* surveys/after-closing.json: brief */
N_("Real apology")
/* surveys/after-closing.json: hint */
N_("Leave out if none was due.")
/* surveys/after-closing.json: text */
N_("I can see what will change.")
/* surveys/after-closing.json: brief */
N_("See the change")
/* surveys/after-closing.json: text */
N_("I would speak up again.")
/* surveys/after-closing.json: brief */
N_("Would again")

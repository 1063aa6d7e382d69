# Everything a person reads, in English. `de.ftl` comes first; a test keeps the keys the same.

## Frame of every page
site-name = Meeting places
site-title = Meeting places in { $city }
site-description = Rooms and outdoor places to meet in { $city }: near you, open now, free, with no need to buy.
skip-list = Skip to the list
skip-map = Skip to the map
skip-content = Skip to the content
language-own = English
language-nav = Language
site-nav = Pages
data-revision = Data revision { $revision }
sample-data = Sample data
sample-data-note = Positions and facts are partly estimated and not officially checked.
osm-attribution = © OpenStreetMap contributors
api-link = Open data (API)
assets-missing = Map and styling are missing from this program. Build them with “make run”, or with “npm ci && npm run build” in the folder “web”. The list works all the same.

## Finder
finder-label = Find meeting places
finder-text = Name, district or kind
finder-text-hint = for example “library”
finder-submit = Search
finder-near = Address or street
finder-near-hint = for example “{ $example }”
finder-district = District
finder-district-any = All districts
finder-kind = Kind
finder-kind-any = All kinds
finder-now = Open now
finder-evening = This evening
finder-sunday = Sunday
finder-when-hint = This evening: today from 18:00. Sunday: next Sunday from 6:00. You see places that are then open for at least an hour without a break.
chosen-open-at = Open: { $moment }
finder-free = Free
finder-no-consumption = No need to buy
finder-more = More filters
finder-cls = Indoors or outdoors
finder-cls-any = Either
finder-wc = Toilet
finder-wc-any = Not important
finder-wc-yes = Toilet available
finder-wc-wheelchair = Accessible toilet
finder-topics = What is it about?
finder-needs = What do you need?
finder-needs-hint = No place has been checked yet. Every place then shows what OpenStreetMap says about it. No place is hidden.
finder-reset = Reset all filters
cls-room = Room (indoor)
cls-outdoor = Outdoor place

## Near me
near-me = Near me
near-waiting = Finding your position …
near-denied = Your position is not shared. Choose a district instead, or tap the map.
near-failed = Your position cannot be found right now. Choose a district instead, or tap the map.
near-active = Sorted by walking time
bbox-active = Only places in the map view

## Start of the way
start-chosen = From { $address }
start-unknown = We did not find “{ $address }”. The list is sorted by name.
start-nearest = We do not know number { $number }. We take the nearest: { $address }.
start-no-numbers = We know no house numbers here. We take: { $address }.
start-similar = We do not know it spelled like this. We take: { $address }.
start-partial = We know only a part of this. We take: { $address }.
start-others = Or do you mean:
address-suggestions = Suggested addresses
address-count =
    { $count ->
        [0] No suggestion
        [one] 1 suggestion, choose with the arrow keys
       *[other] { $count } suggestions, choose with the arrow keys
    }
address-other-number = number { $number } is not known
spot-district = District
spot-settlement = Settlement
spot-quarter = Neighbourhood
spot-street = Street
spot-house = Address
spot-place = Meeting place

## List
results-count =
    { $count ->
        [one] 1 place found
       *[other] { $total } places found
    }
results-limited = { $shown } of { $total } places, please narrow down
results-filters = Chosen filters
results-remove = Remove filter: { $filter }
results-none = No place found
results-none-hint = Remove a filter or search with another word.
results-failed = The list could not be loaded. Please try again.
results-retry = Try again
distance-m = { $metres } m
distance-km = { $kilometres } km
distance-here = right here
walk-minutes = { $minutes } min walk
walk-minutes-about = about { $minutes } min walk
walk-minutes-line = about { $minutes } min (straight line, too optimistic)

## Views on a small screen
view-label = View
view-list = List
view-map = Map

## Map
map-label = Map of meeting places
map-canvas = Interactive map
map-help = Arrow keys move the map, plus and minus zoom. Enter opens the place under the crosshair, or finds places near this spot.
map-loading = Loading the map …
map-failed = The map cannot be shown on this device. The list holds the same places.
map-no-script = The map needs JavaScript. The list shows the same places.
map-controls = Move the map
map-north = Move north
map-south = Move south
map-west = Move west
map-east = Move east
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-city = Show the whole city
map-only-here = Only places in the map view
map-under = Under the crosshair: { $name }. Enter opens it.
map-under-nothing = No place under the crosshair. Enter searches near this spot.

## Place
panel-close = Close
panel-loading = Loading the place …
panel-failed = The place could not be loaded. Please try again.
panel-full-page = Page of this place
place-ways = Ways back
place-back = Back to the list
place-on-map = Show on the map
place-cls-room = indoors
place-cls-outdoor = outdoors
place-quarter = { $quarter } ({ $district })
place-border = near the district’s border
place-no-district = outside all districts
place-facts = At a glance
place-district = District
place-address = Address
place-access = Access
place-cost = Cost
place-consumption = Buying something
place-own-food = Own food
place-audience = For whom
place-toilets = Toilet
place-topics = What is it about?
place-amenities = What there is
place-needs = Who can use this place?
place-amenities-unknown = Not known: { $list }
place-hours = Opening hours
place-hours-raw = As the source says
place-operator = Run by
place-languages = Languages
place-seats = Seats
place-floor-area = Floor area
place-floor-area-m2 = { $area } m²
place-bookable = Bookable
place-about = Where these facts come from
place-source = Source
place-licence = Licence
place-verified = Last verified
place-verified-never = never
place-verified-stale = please check
place-revision = Data revision
place-origin = Kept by
place-position = Position on the map
place-rooms = Rooms
place-hours-source = Source of the hours
place-estimated = Some facts are estimated: { $fields }.
place-sample = This place is part of the sample data.
share-title = Pass it on
share-copy = Copy the address
share-copied = The address is copied.
share-send = Share
share-print = Print

## Districts
districts-link = Districts
districts-title = The districts
districts-all = All districts
districts-none = No districts are entered for this city yet.
district-title = District { $name }
district-description = Rooms and outdoor places to meet in the district { $name } of { $city }, and what is not known about them yet.
district-list = Places as a list
district-not-surveyed = Not yet surveyed.
district-not-surveyed-note = What is missing here may exist all the same.
district-survey = All places recorded
district-survey-none = not yet
district-surveyed = Completely recorded on { $day } ({ $role }).
district-survey-expired = That is more than two years ago and holds no longer.
participation-title = Suggestions of residents
participation-about = How many suggestions came, and what became of them. Counted for the whole city.
participation-quarter = quarter
participation-received = received
participation-soon = decided in 30 days
participation-accepted = on the map
district-population = Residents
district-quarters = Quarters
district-boundary = Boundary
district-room = Rooms (indoor)
district-outdoor = Outdoor places
district-none-known = None known yet.
district-known = What is known and what is not
district-known-fact = Fact
district-known-yes = known
district-known-no = not known
boundary-official = official
boundary-osm = from OpenStreetMap
boundary-demo = drawn for demonstration, not official
estimated = estimated

## Status of a place
status-planned = Planned
status-not-today = Not in use today
status-active = In use
status-temporarily_closed = Temporarily closed
status-relocated = Relocated
status-closed = Permanently closed
status-from = from { $from }
status-until = until { $until }
status-from-until = from { $from } until { $until }
status-relocated-to = Now here: { $name }

## Opening hours
hours-open-until = Open until { $until }
hours-always = Always accessible
hours-open = Open
hours-closed = Closed
hours-opens = Closed, opens { $at }
hours-unclear = Opening hours unclear
hours-unknown = Opening hours not known
hours-appointment = By appointment
hours-stale = please check
hours-all-day = all day
hours-span = { $from }–{ $to }
hours-day-closed = closed
hours-day-unclear = unclear
hours-today = today
hours-holiday-doubt = Public holiday: hours may differ
day-tomorrow = tomorrow
day-mo = Mon
day-tu = Tue
day-we = Wed
day-th = Thu
day-fr = Fri
day-sa = Sat
day-su = Sun
weekday-mo = Monday
weekday-tu = Tuesday
weekday-we = Wednesday
weekday-th = Thursday
weekday-fr = Friday
weekday-sa = Saturday
weekday-su = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Facts
fact-yes = yes
fact-no = no
fact-unknown = not known
consumption-no = No need to buy
consumption-yes = Buying something is expected
own-food-yes = Own food allowed
own-food-no = Own food not allowed
access-public = Open to everyone
access-drop_in_hours = Open to everyone at set times
access-registration = Free, with registration
access-members = Members only
access-appointment = By appointment
cost-free = Free
cost-donation = Donation welcome
cost-fee = Costs money
toilets-none = No toilet
toilets-yes = Toilet available
toilets-wheelchair = Accessible toilet
toilets-changing_place = Accessible toilet with changing bench
toilets-eurokey = with Eurokey
audience-age-from = from age { $min }
audience-age-to = up to age { $max }
audience-age-between = age { $min } to { $max }
audience-gender = For one gender only
audience-membership = Members only
audience-other = With a restriction
audience-none = For everyone
amenity-baby_change = Changing table
amenity-drinking_water = Drinking water
amenity-wifi = Wi-Fi
amenity-power = Power socket
amenity-heating = Heated
amenity-cool_in_heat = Cool in the heat
amenity-shade = Shade
amenity-rain_shelter = Shelter from rain
amenity-seats_with_backrest = Seats with a backrest
amenity-lit_after_dark = Lit after dark
amenity-assistance_dog = Assistance dogs welcome
amenity-quiet_room = Quiet room
topic-talk_coffee = Talk over coffee
topic-cook_eat = Cook and eat
topic-play_games = Play games
topic-move_sport = Move and do sport
topic-learn_homework = Learn and do homework
topic-language = Practise a language
topic-digital_help = Help with computers and phones
topic-read_quiet = Read and be quiet
topic-music_dance = Music and dance
topic-arts_crafts = Arts and crafts
topic-repair_make = Repair and make
topic-garden_nature = Garden and nature
topic-parents_small_children = Parents with small children
topic-advice = Advice
topic-self_help = Self-help
topic-neighbourhood_help = Help among neighbours
topic-culture_faith = Culture and faith
topic-volunteering = Volunteering
topic-just_be_there = Just be there

origin-sample = Sample data
origin-osm = OpenStreetMap
origin-local = The city
need-wheelchair = Wheelchair
need-walking = Walking aid, pushchair
need-blind = Blind
need-lowvision = Low vision
need-deaf = Deaf
need-hoh = Hard of hearing
need-cognitive = Easy to understand
need-not-checked = not yet checked
need-osm = Stated by OpenStreetMap, not checked: { $said }
osm-unchecked = stated by OpenStreetMap, not checked
osm-tag-wheelchair = wheelchair
osm-tag-toilets_wheelchair = toilet for wheelchairs
osm-tag-ramp_wheelchair = ramp for wheelchairs
osm-tag-stroller = pushchair
osm-tag-ramp_stroller = ramp for pushchairs
osm-tag-blind = for blind people
osm-tag-tactile_paving = tactile paving
osm-tag-tactile_writing = tactile writing
osm-tag-deaf = for deaf people
osm-tag-hearing_loop = hearing loop
position-survey = exact
position-address = estimated, about 200 m
position-quarter = rough only, about 700 m
operator-municipal = the city
operator-religious = religious community
operator-welfare = welfare organisation
operator-association = association
operator-housing_company = housing company
operator-commercial = business
operator-initiative = initiative
osm-value-yes = yes
osm-value-limited = limited
osm-value-no = no
osm-value-designated = yes, made for it
language-ar = Arabic
language-de = German
language-de-leicht = Easy German
language-dgs = German Sign Language
language-en = English
language-es = Spanish
language-fa = Persian
language-fr = French
language-it = Italian
language-ru = Russian
language-tr = Turkish
language-uk = Ukrainian

## Help, privacy, accessibility, imprint
not-given = not given
help-title = Help
help-find = Find a place
help-find-filters = Type a word or choose filters. All filters hold together. They are in the address of the page: keep the address or pass it on.
help-find-unknown = A filter shows only places of which it is surely known. A place of which it is not known is missing from the filtered list.
help-near = Nearby
help-near-position = “Near me” asks your device for your position. You can also choose a district or tap the map.
help-near-time = Where a network of ways is loaded, the time on foot follows the ways. Otherwise it is estimated from a line, and “about” stands before it.
help-hours = Opening hours
help-hours-unclear = “Opening hours unclear” means: there is a statement, but it is ambiguous. “By appointment” means: you need an appointment.
help-hours-holiday = Other hours often hold on public holidays. Where the source says nothing about them, this is noted.
help-needs = What you need
help-needs-checked = No place has been checked for barriers yet. Statements of OpenStreetMap stand apart and do not count as a check.
help-map = Map and keyboard
help-map-same = The map shows the same places as the list. You can find everything without the map too.
help-key-tab = Tab
help-key-tab-does = to the next link or field
help-key-enter = Enter
help-key-enter-does = opens what is selected
help-key-escape = Escape
help-key-escape-does = closes a place and leads back
help-key-arrows = Arrows on the map
help-key-arrows-does = move the map
help-key-zoom = Plus and minus on the map
help-key-zoom-does = zoom in and out
help-key-cross = Enter on the map
help-key-cross-does = opens the place under the crosshair or searches nearby
help-pages = Print and pass on
help-pages-own = Each place and each district has a page of its own with its own address. You can print it and pass it on.
help-languages = Languages
help-languages-three = The pages are in German, in plain German and in English. Choose the language at the top.
privacy-title = Privacy
privacy-short = In short
privacy-short-nothing = This program stores nothing about you: no account, no cookies, no counting of your visits, no log of your requests.
privacy-request = What happens with a request
privacy-request-here = Your browser asks this server alone. Map, fonts and pictures come from here.
privacy-request-others = The map comes from { $hosts }: your browser asks there too and tells your internet address. Everything else comes from this server.
privacy-request-forgotten = Search words, filters and position are in the request. The program answers it and forgets it.
privacy-request-counted = So that nobody can bring the service down, the program counts for a while how many requests come from one network. For that it remembers no address, but in memory alone a number for the whole network. It throws the key to it away every day; then the number tells nobody anything any more.
privacy-request-before = A server of the responsible body may stand before the program and record requests. That body tells you about it.
privacy-position = Your position
privacy-position-asked = Your browser passes your position on only when you choose “Near me” and agree.
privacy-position-address = The position is then in the address of the page. Whoever gets this address sees it.
privacy-suggestion = When you suggest a place
privacy-suggestion-kept = What you say about the place and the day are stored. Who sent it is not stored. Please write no names of people into it.
privacy-browser = What your browser keeps
privacy-browser-keeps = Your browser keeps pages you have seen lately and parts of the map, so that you can see them again without a network. It does not keep pages with your position, search words or needs. All of it stays on your device. You delete it in the settings of the browser.
privacy-rights = Your rights
privacy-rights-what = You have a right to information, correction, deletion and complaint. Nothing is stored here about visitors.
privacy-officer = Data protection officer
privacy-authority = Supervisory authority
accessibility-title = Accessibility
accessibility-aim = Aim
accessibility-aim-standard = Everybody should be able to use these pages without help. The standard is WCAG 2.2, level AA.
accessibility-tested = What is tested
accessibility-tested-program = A program (axe) checks every kind of page in Chromium: light, dark, with high contrast and at a width of 320 pixels.
accessibility-tested-keys = Tests use list, map and pages with the keyboard, at the size of a phone too.
accessibility-untested = What is not tested
accessibility-untested-people = People with disabilities have not tested the pages yet. Screen readers, voice control and real phones are missing from the tests. Nobody from outside has tested.
accessibility-untested-plain = People with learning difficulties have not checked the plain German texts yet. There is no sign language.
accessibility-known = Known barriers
accessibility-known-map = The map is a picture. The list contains the same places.
accessibility-known-words = Names, remarks and sources stand as they were entered: often in German only, and not in plain words.
accessibility-report = Report a barrier
accessibility-report-to = Write to
accessibility-arbitration = Arbitration
accessibility-date = As of November 2026, by our own tests.
imprint-title = Imprint
imprint-sample = This is a demonstration with sample data. It is not a site of the city.
imprint-publisher = Responsible
imprint-represented = Represented by
imprint-address = Postal address
imprint-phone = Telephone
imprint-email = E-mail
imprint-data = Data
imprint-data-source = Source
imprint-data-residents = Who lives where: { $source }
imprint-data-osm = Facts from OpenStreetMap: © OpenStreetMap contributors, licence ODbL 1.0.
imprint-program = Program
imprint-program-licence = miteinander, free software under the licence EUPL 1.2.
## What is on
events-link = What’s on
events-title = What’s on
events-hint = Offers and events at meeting places. They have hours of their own and do not change the opening hours of a place.
events-description = Offers and events in { $city }: today, this week and after, with place, cost and languages.
events-form = Find dates
events-by-topics = What is it about?
events-any-topics = All topics
events-by-district = District
events-any-district = All districts
events-by-place = Place
events-any-place = All places
events-by-language = Language spoken
events-any-language = All languages
events-by-effort = How often?
events-any-effort = Any
events-by-demand = How hard?
events-any-demand = Any
events-several = Several
events-free = Free
events-engagement = Lend a hand
events-engagement-more = Lend a hand: how often, how hard?
events-engagement-hint = These offers look for people who help: once or for good, easy or demanding.
events-submit = Show dates
events-count =
    { $count ->
        [0] No dates found
        [one] 1 date until { $day }
       *[other] { $total } dates until { $day }
    }
events-limited = { $shown } of { $total } dates, please narrow down
events-none = Nothing is entered for this in the next weeks. That does not mean that nothing is on.
events-today-title = Today
events-week-title = This week
events-next-week-title = Next week
events-later-title = After that
events-far-title = Later
events-nothing-today = Nothing more is entered for today.
events-today = today
events-tomorrow = tomorrow
events-from = from { $from }
events-until-day = until { $day }
events-place-unknown = Place not known
events-cancelled = Cancelled
events-tentative = Not yet sure
events-moved = Moved, planned was: { $planned }
events-languages = Languages: { $languages }
events-weekly = every week: { $days }
events-every-weeks = every { $weeks } weeks: { $days }
events-organiser = Held by: { $name }
events-add = Add to calendar
events-url = More on the page of the offer
events-subscribe = Subscribe to calendar
events-subscribe-hint = Your own calendar will then always show the latest state of this selection.
effort-one_off = once
effort-occasional = now and then
effort-regular = regularly
effort-permanent = for good
demand-easy = easy
demand-moderate = with an introduction
demand-demanding = demanding
place-events = What is on here
place-events-none = Nothing is entered here for the next two weeks.
place-events-hint = Offers have hours of their own. They do not change the opening hours.
place-events-all = All dates at this place
rule-place = It must be the id of a place of this city.
rule-engagement = It must be “true” or “false”.
rule-effort = It must be one_off, occasional, regular or permanent.
rule-demand = It must be easy, moderate or demanding.
rule-language = It must be the code of a language, for example “tr”.

## Missing or wrong
suggest-link = A place is missing or wrong?
suggest-wrong-link = Is something wrong here?
suggest-back = Back
suggest-missing-title = A place is missing
suggest-wrong-title = Something is wrong: { $name }
suggest-intro = Tell the city which meeting place is missing. The city checks it, and only then the place stands here. Is something wrong with a place? Then open that place and choose “Is something wrong here?”.
suggest-intro-wrong = Fill in only what is different. The city checks it, and only then something changes here.
suggest-anonymous = You stay unknown: only this and the day are stored. So we cannot answer.
suggest-name = Name of the place
suggest-name-right = Right name
suggest-kind = Kind of place
suggest-unknown = I do not know
suggest-address = Where is the place?
suggest-address-hint = Address or description, for example “behind the school”
suggest-hours = When is it open?
suggest-hours-hint = for example “Mon to Fri 10 to 17”
suggest-free = Free of charge?
suggest-consumption = Do you have to buy something?
suggest-toilets = Is there a toilet?
suggest-gone = This place no longer exists
suggest-remark = Anything else?
suggest-remark-hint = At most 1,000 characters. No names, telephone numbers or e-mail addresses, please.
suggest-trap = Please leave this empty
suggest-send = Send
suggest-map-open = Show the spot on the map
suggest-map-close = Close the map
suggest-map-label = Map to choose a spot
suggest-map-help = Tap the spot. By keyboard: arrow keys move the map, Enter takes the spot under the crosshair.
suggest-map-chosen = The spot on the map is chosen.
suggest-map-clear = Remove the spot
suggest-thanks-title = Thank you
suggest-thanks = Your hint has arrived. The city checks it.
suggest-again = Give another hint
suggest-errors = Please check:
suggest-error-name = What is the place called? Write a name.
suggest-error-where = Where is the place? Write an address or show the spot on the map.
suggest-error-nothing = What is different? Fill in at least one field.
suggest-error-long = This is too long. At most { $most } characters fit in here.
suggest-error-characters = There are characters here that we cannot read.
suggest-error-contact = Please take out e-mail addresses and telephone numbers. We store no contact data.
suggest-error-dwelling = A home is no meeting place. Please write nothing that tells where somebody lives.
suggest-error-dwelling-known = Please write nothing that tells where somebody lives. Is this place a home? Then choose “This place no longer exists”.
suggest-error-choice = Please choose one of the answers.
suggest-error-outside = This spot does not lie in the city.
suggest-busy = Very many hints are coming in just now. Please send this again in { $minutes } min. What you wrote is still here.
suggest-full = Too many hints are waiting at the moment. Please send this again in a few days.
suggest-failed = The hint could not be stored. Please send it again later. What you wrote is still here.
suggest-foreign = This form came from another website. Please check it and send it again from here.
suggest-unreadable = We cannot read this form. Please fill it in here.

## When something is wrong
problem-query-title = This search cannot be answered
problem-query = The filter “{ $field }” has the value “{ $value }”, which we do not understand. { $rule }
rule-unknown = There is no such filter.
rule-repeated = This filter may stand only once.
rule-q = At most 200 characters, no control characters.
rule-district = It must be a district of this city.
rule-kind = It must be a kind from the list.
rule-cls = It must be “room” (indoor) or “outdoor”.
rule-topics = It must be topics from the list, separated by commas.
rule-open_at = It must be “now”, “evening”, “sunday” or a moment such as 2026-11-22T18:00; several are separated by commas.
rule-free = It must be “true” or “false”.
rule-no_consumption = It must be “true” or “false”.
rule-wc = It must be “yes” (toilet available) or “wheelchair” (accessible toilet).
rule-need = It must be needs from the list, separated by commas.
rule-status = It must be states such as active or closed, separated by commas.
rule-datetime = It must be a day or a span such as 2026-01-01/2026-12-31.
rule-lon = It must be a number between -180 and 180, together with lat.
rule-lat = It must be a number between -90 and 90, together with lon.
rule-near = At most 400 characters, no control characters.
rule-bbox = It must be four numbers in degrees: west, south, east, north.
rule-lang = It must be “de”, “de-simple” or “en”.
rule-fragment = It must be “panel”.
problem-place-title = There is no such place
problem-place = No place can be found at this address. It may have been deleted.
problem-district-title = There is no such district
problem-district = No district can be found at this address.
problem-too-many-title = Too many requests just now
problem-too-many = A great many requests have just come from your network. Please try again in a minute.
problem-busy-title = Very busy just now
problem-busy = A great many people are asking at this moment. Please try again in a minute.
problem-too-large-title = That was too much at once
problem-too-large = What you sent is larger than this page takes. Nothing was stored.
problem-too-slow-title = That took too long
problem-too-slow = What you sent arrived too slowly. Nothing was stored. Please try again.
problem-home = To all places

## The way to a place
way-title = Way to { $name }
way-words = How to get there
way-none = No way on foot is known from here.
way-note-barriers = No ways are recorded for this city. This is the straight line with a detour, round the river, the railway and main roads.
way-note-line = Neither ways nor barriers are recorded for this city. The real way is longer than the straight line.
way-steps = { $count ->
    [0] No steps recorded on the map
    [one] One flight of steps
   *[other] { $count } flights of steps
}
way-signals = { $count ->
    [one] One crossing with signals
   *[other] { $count } crossings with signals
}
way-unlit = { $distance } without light
way-light-unknown = For { $distance } nobody has recorded whether there is light
way-leg-named = { $name }, { $distance }
way-leg-unnamed = Path without a name, { $distance }
way-leg-steps = Steps, { $distance }
way-leg-steps-named = Steps { $name }, { $distance }
way-profile = Time for:
walker-adult = brisk walking
walker-older = slow walking
walker-walker = walking aid
walker-child_6 = small child
walker-wheelchair = wheelchair
rule-profile = It must be adult, older, walker, child_6 or wheelchair.

## Without a network
offline-now = You are offline. Searching and filtering need a network.
offline-seen = You are offline. This was last seen on { $when }. Whether a place is open may have changed since.

## Changes to subscribe to
feed-link = Subscribe to changes
feed-title = Changes in { $city }
feed-title-district = Changes in { $district }, { $city }
feed-added = new
feed-changed = changed
feed-closed = closed
feed-removed = removed
feed-no-place = A place that is no longer here
feed-no-event = Something that is no longer announced here
feed-undone = This takes back an earlier change.
feed-about-name = name
feed-about-where = position
feed-about-hours = opening hours
feed-about-dates = dates
feed-about-cost = cost
feed-about-state = state
feed-about-equipment = equipment
feed-about-check = check on the spot
feed-about-more = other facts

## The desk: pages for the people of the city. They are not said in plain German.
role-editor = Editor
role-auditor = Auditor
role-planner = Planner
role-patrol = Patrol
role-prevention = Prevention
role-admin = Administrator
role-about-editor = enters and changes places and events
role-about-auditor = audits places for barriers
role-about-planner = confirms surveys; scenarios and indicators
role-about-patrol = zones, plans and presence, figures by zone
role-about-prevention = sensitive figures and offers of help
role-about-admin = accounts, imports, releases; no figures about safety
staff-home = Desk
staff-nav = Parts of the desk
staff-link = For the city's staff
staff-log-in = Log in
staff-log-in-intro = Only for the people of the city who keep this map. To look for a place or to report something you need no account.
staff-log-out = Log out
staff-field-name = Name of the account
staff-field-password = Password
staff-field-new-password = New password
staff-field-again = New password once more
staff-wrong = Name or password is wrong.
staff-wait = Too many attempts. The next one is possible in { $seconds } seconds.
staff-foreign = The form came from another site. Please send it again here.
staff-failed = That did not work just now. Please try again later.
staff-not-allowed = This account has no role for that.
staff-roles = Roles
staff-no-roles = This account has no role yet.
staff-own-account = Own account
staff-change-password = Change password
staff-password-due = Please choose a password of your own first: somebody else knows the present one.
staff-password-rule = { $least } to { $most } characters, at least five of them different, and not the name of the account. Several words in a row are good.
staff-password-wrong = The present password is wrong.
staff-password-same = The new password is the old one.
staff-password-differs = The two new passwords differ.
staff-log-out-everywhere = Log out everywhere
staff-log-out-everywhere-about = Ends every session of this account, this one too.
staff-scenarios = Scenarios
staff-scenarios-about = What if? These are the scenarios that somebody has kept. New ones are made on the page:
staff-scenarios-all = Kept scenarios
staff-scenarios-none = None yet.
staff-scenarios-too-many = No more scenarios can be kept. Please delete one first.
staff-scenarios-compare = Compare two
staff-scenarios-show = Show side by side
staff-scenario-a = Scenario A
staff-scenario-b = Scenario B
staff-scenario-new = Keep the scenario
staff-scenario-name = Name
staff-scenario-name-rule = Please give a name of 1 to 100 characters.
staff-scenario-note = Note (optional)
staff-scenario-note-rule = The note is too long or holds control characters.
staff-scenario-keep = Keep
staff-scenario-kept = Kept on { $at } ({ $role }) for data revision { $revision }.
staff-scenario-changed = Data have changed since; the new ones are reckoned with.
staff-scenario-remove = Delete

# Measures against barriers, and looking again
staff-measures = Measures
staff-measures-about = What can be done about barriers. First comes what lets most people in for its cost. What is only proposed is no decision of the city and stands nowhere in public.
staff-measures-score = Score: residents within { $minutes } minutes on foot (at the speed of older people), times steps over all needs (not usable → with limits 2, with limits → fully 1), divided by the weight of the cost (A 1, B 3, C 10, D 30). A proposal: its parts always stand beside it.
staff-measures-show = Show
staff-measures-ranked = { $count ->
    [one] One measure with a rank
   *[other] { $count } measures with a rank
  }
staff-measures-none = None.
staff-measures-apart = Without a rank
staff-measures-left-out = { $count ->
    [one] One more measure does not fit the choice or is closed.
   *[other] { $count } more measures do not fit the choice or are closed.
  }
staff-measure-rank = Rank
staff-measure-what = Measure
staff-measure-where = Place
staff-measure-parts = Score
staff-measure-formula = { $residents } residents × { $steps } steps ÷ { $weight }
staff-measure-gained = Gain a usable place
staff-measure-gained-none = nobody new: the place becomes better but could be used before
staff-measure-state = Status
staff-measure-cost = Cost
staff-measure-until = by { $year }
staff-any-need = any
staff-cost-A = A: below €1,000
staff-cost-B = B: €1,000 to €10,000
staff-cost-C = C: €10,000 to €100,000
staff-cost-D = D: above €100,000
staff-progress-proposed = proposed
staff-progress-decided = decided
staff-progress-funded = funded
staff-progress-in_progress = in progress
staff-progress-implemented = implemented
staff-progress-rejected = rejected
staff-why-no_place = The place is there no more.
staff-why-not_published = No audit of this place is published: what would become better is not known.
staff-why-other_criteria = The newest audit does not know all criteria of this measure.
staff-why-nothing_alone = Alone it changes no rating. Perhaps together with others at the same place: see the retrofit.
staff-why-no_cost = Nobody has estimated the cost.
staff-why-residents_unknown = Nobody knows who lives where.
staff-why-few_residents = Fewer than ten people live around the place; so few are not told.
staff-retrofit = Retrofit: what if?
staff-retrofit-about = What follows if all measures of a choice are carried out? Nothing is stored. If no status is chosen, all that are not closed count.
staff-retrofit-ask = Work it out
staff-retrofit-result = What follows
staff-retrofit-counts = Measures carried out: { $measures }. Places: { $places }.
staff-retrofit-cost = Cost by classes: €{ $low } to €{ $high }.
staff-retrofit-cost-open = Cost by classes: at least €{ $low }, with no upper end (class D: { $count }).
staff-retrofit-cost-unknown = Without a cost class: { $count }. So the sum is too low.
staff-retrofit-year = Year in which all meet the standard
staff-retrofit-year-about = At the same pace as until now, with less to do. A quick check cannot prove the standard, not after a retrofit either.
staff-retrofit-reached = reached
staff-retrofit-no-year = no year
staff-retrofit-apart = Not reckoned with
staff-retrofit-better = Places that become better
staff-retrofit-usable = of these usable only then
staff-retrofit-share = Residents with a usable place
staff-retrofit-nobody = For no need does a place become better.
staff-retrofit-needs-about = Usable means fully or with limits, within { $minutes } minutes on foot at the speed of older people.
staff-due = Looking again
staff-due-about = Places with a published audit where somebody has to look again. The old audit counts until then.
staff-due-no-reports = What people report about changes is not yet counted in this list.
staff-due-count = { $count ->
    [one] One place is to be audited again
   *[other] { $count } places are to be audited again
  }
staff-due-none = None at present.
staff-due-audited = Audited on { $day }
staff-due-plan = Plan an audit
staff-due-expired = 36 months have passed.
staff-due-measure_implemented = A measure was carried out since the audit.
staff-due-rebuilt = Rebuilt, moved or opened again since the audit.
staff-due-reported = Several people have reported a change.
staff-open-count = { $count ->
    [one] Measures are open at one place
   *[other] Measures are open at { $count } places
  }
staff-open-measures = { $count ->
    [one] one open
   *[other] { $count } open
  }
staff-webhooks = Webhooks
staff-webhooks-about = Other programs hear of changes of places and events, one after the other, until they have answered. They are told what changed where and in which role, never a name.
staff-webhooks-all = All webhooks
staff-webhooks-none = None yet.
staff-webhooks-off = This server tells no other programs.
staff-webhooks-too-many = There cannot be more webhooks. Please delete one first.
staff-webhook-new = New webhook
staff-webhook-add = Add webhook
staff-webhook-url = Address
staff-webhook-url-rule = It begins with https:// and does not lead into the house's own network, unless the server allows it.
staff-webhook-kinds = Kinds of changes
staff-webhook-districts = Districts
staff-webhook-all = (nothing chosen means all)
staff-webhook-secret = Messages to { $url } are signed with this. It is shown only now:
staff-webhook-last = Last heard
staff-webhook-never = never yet
staff-webhook-active = Running.
staff-webhook-paused = Paused.
staff-webhook-in-trouble = Has not answered since { $since }: { $reason }. Attempts: { $attempts }, the next one on { $next }.
staff-webhook-given-up = Given up: has not answered since { $since }, lastly: { $reason }. "Go on" makes up for everything.
staff-webhook-waiting = Entries of the trail not looked at yet: { $count }.
staff-webhook-try = Send a test
staff-webhook-heard = The test has arrived.
staff-webhook-not-heard = The test has not arrived: { $reason }.
staff-webhook-pause = Pause
staff-webhook-go-on = Go on
staff-webhook-remove = Delete
staff-webhook-status = answer { $status }
staff-webhook-nameless = the name is not known
staff-webhook-out-of-reach = the address is in the house's own network
staff-webhook-unreachable = cannot be reached
staff-webhook-untrusted = no trusted connection
staff-webhook-slow = no answer within ten seconds
staff-webhook-garbled = the answer is not understood
staff-news-place-added = place new
staff-news-place-changed = place changed
staff-news-place-closed = place closed
staff-news-place-removed = place removed
staff-news-event-added = event new
staff-news-event-changed = event changed
staff-news-event-removed = event removed
staff-done-scenario-kept = The scenario is kept.
staff-done-scenario-removed = The scenario is deleted.
staff-done-webhook-changed = The webhook is changed.
staff-done-webhook-removed = The webhook is deleted.
staff-accounts = Accounts
staff-accounts-all = All accounts
staff-account-new = New account
staff-account-add = Add account
staff-account-since = made on { $day }
staff-account-disabled = disabled
staff-account-must-change = has to change its password
staff-account-sso = by single sign-on
staff-account-save-roles = Save roles
staff-account-new-password = Hand out a new password
staff-account-log-out = Log out everywhere
staff-account-enable = Enable
staff-account-disable = Disable
staff-account-remove = Delete
staff-first-password = First password of { $name }. It is shown only now and has to be changed at the first log-in:
staff-sso-button = Use the central log-in
staff-sso-password-admins = Log in with a password (only for keeping the accounts)
staff-sso-none = There is no central log-in here.
staff-sso-away = The central log-in cannot be reached right now. Please try again later.
staff-sso-stale = This log-in is too old or was begun in another browser. Please log in again.
staff-sso-denied = The central log-in was broken off.
staff-sso-untrusted = The central log-in answered something that is not right. Nobody is logged in. Whoever runs this server finds the reason in its log.
staff-sso-no-role = The central log-in names no role in this program for this account. Whoever manages it can give one.
staff-sso-disabled = This account is disabled.
staff-sso-left = Nobody is logged in here any more. The session with the central log-in goes on.
staff-sso-leave = Log out there too
staff-sso-no-password = This account has no password here. It is used with the central log-in.
staff-name-rule = 2 to 60 letters, digits and the signs . - _ @
staff-name-taken = There is an account with this name already.
staff-own-account-stays = One cannot disable or delete one's own account, nor take its right to keep accounts away.
staff-done-password = The password is changed. Other sessions have ended.
staff-done-account-changed = The account is changed.
staff-done-account-removed = The account is deleted.
staff-places = Places
staff-place-new = New place
staff-place-save = Save
staff-place-public = Public page
staff-place-history = History
staff-place-verified = Last checked on { $day }
staff-place-never-verified = Never checked
staff-place-stale = please check
staff-place-outdated = unchecked for more than two years
staff-place-checked = Checked
staff-place-complete = Complete
staff-place-confirmed = I have checked everything; it is right today
staff-place-choose = please choose
staff-place-faults = This has to be mended:
staff-place-group-what = What is it?
staff-place-group-where = Where is it?
staff-place-group-state = State
staff-place-group-hours = Opening hours
staff-place-group-use = Who, what for, at what cost?
staff-place-group-equipment = Equipment
staff-place-group-amenities = What is there?
staff-place-group-remarks = Remarks and source
staff-place-where-hint = Move or draw it on the map, or enter the numbers.
staff-place-name = Name
staff-place-name-easy = Name in easy language
staff-place-kind = Kind
staff-place-operator = Operator
staff-place-operator-type = Sort of operator
staff-place-lon = Longitude (east)
staff-place-lat = Latitude (north)
staff-place-geometry = Drawn area or line (GeoJSON)
staff-place-street = Street
staff-place-housenumber = House number
staff-place-postcode = Postcode
staff-place-city = Town
staff-place-status = Status
staff-place-valid-from = Valid from
staff-place-valid-to = Valid until
staff-place-status-reason = Reason
staff-place-relocated-to = Moved to (id of a place)
staff-place-opening-hours = Opening hours
staff-place-opening-hours-source = Where do the hours come from?
staff-place-access = Access
staff-place-cost = Cost
staff-place-cost-text = Cost in words
staff-place-consumption-required = Must one buy something?
staff-place-own-food-allowed = Own food allowed?
staff-place-audience-restriction = Who may come?
staff-place-min-age = From age
staff-place-max-age = Up to age
staff-place-topics = Topics
staff-place-languages = Languages
staff-place-bookable = Can groups book it?
staff-place-seats = Seats
staff-place-floor-area-m2 = Floor area in m²
staff-place-room-count = Rooms
staff-place-toilets = Toilet
staff-place-eurokey = With the Eurokey?
staff-place-note-de = Remark in German
staff-place-note-en = Remark in English
staff-place-source = Source
staff-place-licence = Licence
staff-hint-hours = In the notation of OpenStreetMap, such as “Mo-Fr 10:00-17:00; PH off”.
staff-hint-languages = Codes with commas between them: de, en, dgs (sign language), de-leicht.
staff-hint-geometry = Is filled in by the map. Empty means that the place is a point.
staff-hint-relocated = Only for “relocated”: the id from the address of the other place.
staff-hint-valid-from = First day of the place; for “relocated” and “temporarily closed”: since when.
staff-hint-valid-to = Last day of the place; needed for “closed”.
staff-hours-look = Show the week
staff-hours-none = Without a text it is not known when it is open.
staff-hours-unclear = This text is not understood. It is shown as it is and never means “open”.
staff-empty = (empty)
staff-meanwhile = Meanwhile somebody else has changed this place. Nothing is saved yet.
staff-meanwhile-before = before
staff-meanwhile-now = now
staff-meanwhile-typed = your entry
staff-meanwhile-save = The form holds both changes together. Please look at it and save once more.
staff-rule-needed = This is needed.
staff-rule-text = The text is too long or has signs that are not allowed.
staff-rule-number = Please enter a whole number.
staff-rule-day = Please enter a day.
staff-rule-degrees = Please enter degrees, such as 48.8975.
staff-rule-spot = The place on the map is missing or cannot be read. Please enter longitude and latitude, or click on the map.
staff-rule-place = This is not the id of another place.
staff-rule-shape = This is no valid area or line.
staff-rule-choice = Please choose one of the possibilities.
staff-rule-order = The end is before the beginning.
staff-rule-over = This day has passed. Please leave it empty or enter a later day.
staff-rule-outside = This lies outside the city. Longitude is east, latitude is north.
staff-rule-refuge = Places of refuge are never entered here.
staff-rule-needed-or-wrong = missing or wrong
staff-no-place = There is no such place, or not any more.
staff-done-place = The place is saved.
staff-done-place-added = The place is entered.
staff-done-places = Saved.
staff-done-hours-unclear = Saved. But nobody understands the opening hours: the place never counts as “open”, and visitors only read the text. Please change them below.
staff-done-taken-back = The change is taken back.
staff-search = Name, kind or district
staff-all = all
staff-show = Show
staff-more = More
staff-choose = choose
staff-choose-place = choose { $name }
staff-places-count = { $count } places
staff-several = Change those that are ticked
staff-several-field = What?
staff-several-do = Change all that are ticked
staff-several-with-status = only together with a status
staff-several-not = Nothing is changed, as it cannot be done for these places:
staff-several-meanwhile = changed by somebody else meanwhile; please reload
staff-none-chosen = No place is ticked.
staff-no-column = Please choose what is to be changed.
staff-check = To check
staff-check-stale = Not checked for a long time
staff-check-count =
    { $stale ->
        [one] 1 place has not been checked for twelve months.
       *[other] { $stale } places have not been checked for twelve months.
    } { $outdated ->
        [0] After two years a place no longer counts as a meeting place.
        [one] For 1 of them it is more than two years: it no longer counts as a meeting place.
       *[other] For { $outdated } of them it is more than two years: they no longer count as meeting places.
    }
staff-check-never-about =
    { $count ->
        [one] Of 1 place nobody has confirmed yet that its entry is right. It may be: that is not known.
       *[other] Of { $count } places nobody has confirmed yet that their entries are right. They may be: that is not known.
    }
staff-check-more = and { $count } more
staff-still-right = Still right
staff-table = Table
staff-table-out = All places as a table
staff-table-out-about = A CSV file with everything that is known, to edit in a spreadsheet. Empty cells mean: not known.
staff-table-download = Download the table
staff-table-in = Bring a table in
staff-table-in-about = A row with a known id changes the place, one without enters a new one. Columns that are missing stay as they are. Only the column “version” must stay, or the table is refused. What somebody else has changed or taken away since the download is left out and named. New places may come as GeoJSON too.
staff-table-file = File (CSV or GeoJSON, at most 16 MB)
staff-table-try = Dry run
staff-table-store = Bring in
staff-table-no-file = No file was chosen.
staff-table-trial = Dry run: nothing is stored yet
staff-table-stored = Stored
staff-table-refused = The file is not taken, nothing is stored
staff-table-unchanged = Unchanged: { $count }
staff-table-added = New: { $count }
staff-table-changed = Changed: { $count }
staff-table-since = Changed or taken away by somebody else since, and left out: { $count }
staff-table-duplicates = Probably twice: { $count }
staff-place-edit = Edit
staff-place-gone = Removed place
staff-history-of = History: { $name }
staff-history-none = Nothing has happened since the trail began.
staff-take-back = Take back
staff-take-back-added = This takes the place off the map. If it has only closed, the status “Permanently closed” is right.
staff-place-remove = Remove the place
staff-moved = moved { $distance }
staff-redrawn = drawn anew
staff-redrawn-moved = drawn anew, the middle moved { $distance }
staff-place-spot = Place on the map
staff-member-origin = Who looks after the entry
staff-member-verified-by-role = Checked by
staff-member-position-quality = How exactly the position is known
staff-member-estimated = Estimated
staff-undoes = takes back no. { $number }
staff-entry-number = no. { $number }
staff-undo-since = That is no longer possible: changed again since: { $members }.
staff-undo-again = That is not possible: the place comes from an import and would come again. Please close it.
staff-undo-in-use = That is not possible: events are held there, or another place has moved there. Please change that first.
staff-undo-not = This cannot be taken back.
staff-trail = Audit trail
staff-trail-about = Every change with role and moment. Entries are only added and are chained to each other; “miteinander check” verifies the chain. People who look for places or report something are never in it.
staff-trail-wrong = This is not understood: { $field }
staff-trail-number = No.
staff-trail-at = When
staff-trail-by = Who
staff-trail-action = What
staff-trail-subject = On what (such as place/)
staff-trail-detail = Details
staff-trail-from = From day
staff-trail-until = Until day
staff-trail-redacted = content taken away
trail-added = added
trail-changed = changed
trail-closed = closed
trail-removed = removed
trail-redacted = content taken away
trail-import = Imported:
trail-built-in = came with the program
trail-owner = own account
trail-command-line = command line
trail-single-sign-on = Central log-in
staff-audience-age = only certain ages
staff-map-corners = { $count ->
    [one] One corner
   *[other] { $count } corners
}
staff-draft = The form holds what was not saved before.
staff-draft-discard = Discard
staff-map-open = Show or draw on the map
staff-map-mode = What does the map show?
staff-map-point = a point
staff-map-area = an area
staff-map-help-point = A click on the map puts the place there. By keyboard: arrow keys move the map, Enter puts the place in the middle.
staff-map-help-area = Each click puts a corner. By keyboard: arrow keys move the map, Enter puts a corner in the middle.
staff-map-back = Take the last corner back
staff-map-anew = Begin anew

## Staff: suggestions of residents
staff-suggestions = Suggestions
staff-suggestions-back = All suggestions
staff-suggestion-none = There is no such suggestion.
staff-suggestion-withheld = Withheld suggestion
staff-suggestion-removed = Deleted suggestion
staff-suggestion-place-gone = The place it is about is no longer here.
staff-suggestion-nameless = Without a name
staff-states = State of the suggestions
staff-state-open = Open
staff-state-accepted = Accepted
staff-state-rejected = Rejected
staff-state-removed = Deleted
staff-was-open = Open
staff-was-accepted = Accepted
staff-was-rejected = Rejected
staff-was-removed = Content deleted
staff-matter-missing = A place is missing
staff-matter-wrong = Something is wrong
staff-matter-gone = A place is gone
staff-by-matter = What it is about
staff-any-matter = Everything
staff-filter = Show
staff-received = came on { $day }
staff-waits =
    { $days ->
        [0] waiting since today
        [one] waiting for 1 day
       *[other] waiting for { $days } days
    }
staff-decided-on = on { $day }
staff-queue-empty = There is nothing to do here.
staff-next-page = More suggestions
staff-alike-count =
    { $count ->
        [one] 1 similar place
       *[other] { $count } similar places
    }
staff-withheld-refuge = withheld: names a protected place
staff-withheld-dwelling = withheld: is about a home
staff-withheld-about-refuge = What it says is shown to nobody: it names a place that protects people. Please delete the content.
staff-withheld-about-dwelling = What it says is shown to nobody: it seems to be about a home. Is it about a place that is on the map already? Then check whether that is a home.
staff-doubt-dwelling = Could be a home
staff-doubt-about-dwelling = The words sound like a private household. Only what is open to everybody belongs on the map.
staff-doubt-house_number = Address without a known place
staff-doubt-about-house_number = We know no place at this house number yet. It could be a home.
staff-doubt-person = May name a person
staff-doubt-about-person = Names of people do not belong into the entry.
staff-open-place = Look at the place
staff-compare-now = So far
staff-compare-said = Suggestion
staff-compare-differs = different
staff-compare-status = State
staff-compare-spot = Spot on the map
staff-compare-away = { $distance } away
staff-spot-unknown = We do not know where this is.
staff-spot-outside = in no district
staff-spot-picked = shown on the map
staff-spot-place = spot of the place
staff-spot-address = found by the address
staff-alike-places = Perhaps known already
staff-alike-none = Nothing similar nearby.
staff-alike-suggestions = Similar open suggestions
staff-called-alike = similar name
staff-edit-this = Edit this place with it
staff-decide = Decide
staff-accept-new = Add as a new place
staff-accept-new-hint = Opens the form with what the suggestion says. It is accepted only when the place is saved.
staff-accept-edit = Edit the place with it
staff-accept-edit-hint = Opens the place with what the suggestion says. It is accepted only when the place is saved.
staff-reject = Reject
staff-reject-several = Reject several
staff-reject-chosen = Reject those chosen
staff-ground = Reason
staff-ground-choose = Please choose
staff-ground-known = Known already
staff-ground-no_meeting_place = No place to meet
staff-ground-private = A home or private ground
staff-ground-not_so = Checked on site: not so
staff-ground-unclear = Cannot be understood
staff-ground-advertising = Advertisement or nonsense
staff-ground-other = Another reason
staff-ground-missing = Please choose a reason.
staff-note = In your own words
staff-note-hint = At most 500 characters. It is kept: please no names, telephone numbers or e-mail addresses.
staff-note-missing = Please write the reason in your own words.
staff-note-unreadable = The text is too long or has characters that we cannot read.
staff-note-refuge = The text names a place that protects people. That may not stand here.
staff-note-contact = Please take e-mail addresses and telephone numbers out of the text.
staff-note-person = Please name nobody.
staff-note-dwelling = Please write nothing that tells where somebody lives.
staff-choose-some = Please choose at least one suggestion.
staff-choose-fewer = So many at once are not possible.
staff-decided-already = Somebody has decided meanwhile. Your decision was not saved.
staff-remove-content = Delete the content
staff-remove-content-about = For what nobody should keep. Only the day and the reason stay.
staff-not-asked = We do not understand “{ $field }” in the address of this page.
staff-done-rejected = Rejected.
staff-done-rejected-some = What was still open is rejected. Somebody had decided on the others already.
staff-done-content-removed = The content is deleted.
staff-list-map-open = Show the map
staff-list-map-label = Map of the list
staff-list-map-help = By keyboard: arrow keys move the map, plus and minus zoom, Enter leads to the entry in the crosshair.
staff-follows = Filled in with what a suggestion says. Please check it before you save.
staff-follows-link = To the suggestion
staff-follows-late = Somebody has decided on the suggestion meanwhile, or there is none. What you save is about the place alone.

## Staff: surveys of districts
staff-surveys = Surveys
staff-surveys-about = Confirm here that a district is completely recorded. That holds for { $months } months. Only then may anybody say that something is missing there.
staff-survey-missing = not confirmed yet
staff-survey-until = holds until { $day }
staff-survey-expired = expired on { $day }
staff-survey-known =
    { $rooms ->
        [one] 1 room
       *[other] { $rooms } rooms
    }, { $outdoor ->
        [one] 1 outdoor place
       *[other] { $outdoor } outdoor places
    }
staff-survey-unknown = { $percent } % of what matters most is not known
staff-survey-confirm = Confirm as complete
staff-survey-confirm-about = All rooms and places to meet in this district are on the map.
staff-survey-since = Completely recorded on
staff-survey-day-rule = The day may not be in the future, nor two years ago or more.
staff-survey-meanwhile = Somebody else has changed this survey meanwhile. What holds now stands above. Nothing has been saved yet.
staff-survey-withdraw = Withdraw the confirmation
staff-survey-none-here = There is nothing to withdraw for this district, or there is no such district.
staff-survey-was-added = confirmed
staff-survey-was-changed = confirmed anew
staff-survey-was-withdrawn = withdrawn
staff-done-surveyed = The district is confirmed as completely recorded.
staff-done-survey-withdrawn = The confirmation is withdrawn.

## Staff: what there is to do
staff-todo = To do
staff-todo-nothing = Nothing urgent.
staff-todo-suggestions =
    { $count ->
        [one] 1 open suggestion
       *[other] { $count } open suggestions
    }
staff-todo-oldest =
    { $days ->
        [0] the oldest came today
        [one] the oldest has waited for 1 day
       *[other] the oldest has waited for { $days } days
    }
staff-todo-check =
    { $count ->
        [one] 1 place not checked for a year
       *[other] { $count } places not checked for a year
    }
staff-todo-outdated = { $count } of them for two years
staff-todo-never =
    { $count ->
        [one] 1 place never checked
       *[other] { $count } places never checked
    }
staff-todo-surveys =
    { $count ->
        [one] 1 district without a valid survey
       *[other] { $count } districts without a valid survey
    }
staff-figures = How suggestions are dealt with
staff-figures-about = Indicator 6.1.4: what comes in, what becomes of it, and how long that takes. It is counted for the whole city.
staff-figures-median = Half were decided within this many days
staff-figures-p90 = Nine in ten were decided within this many days
staff-figures-14 = Wait longer than 14 days
staff-figures-30 = Wait longer than 30 days
staff-figures-month = Came in the month
staff-figures-months = Suggestions by month

## Planning
planning-link = Planning
planning-title = Rooms and places to meet in { $city }
planning-about = Does every district have a room and a place to meet? Who can walk there? What is missing?
planning-target = Goal: all { $count } districts at level 1 by { $day }.
planning-ask = Question to the map
planning-profile = Who walks?
planning-minutes = How many minutes?
planning-counted-only = Only places that count
planning-when = When is something open?
planning-day = Day
planning-hour = Time of day
planning-any-time = any time
planning-slider = Hour of the week
planning-submit = Show
planning-working = Working it out …
planning-done = The figures are new.
planning-not-done = That did not work. The figures are still the old ones.
planning-figures = Who is how near?
planning-asked-only = Only: { $sorts }.
planning-asked = Asked: { $who }, { $minutes } minutes, { $count } places.
planning-hour-of-day = { $day } at { $time }
planning-open-then = Only what is surely open: { $when }.
planning-table-title = The districts: level, residents, ways
planning-district = District
planning-level = Level
planning-level-U = not enough known
planning-level-0 = something is missing
planning-level-1 = room and place present
planning-level-2 = within walking distance
planning-level-3 = good for all
planning-residents = Residents
planning-rooms-within = Room within { $minutes } minutes
planning-outdoors-within = Place within { $minutes } minutes
planning-asked-within = Asked, within { $minutes } minutes
planning-typical = Minutes: half / 9 of 10
planning-hinges = Hangs on one room
planning-to-do = To find out
planning-none = none
planning-unknown = unknown
planning-of = of
planning-up-to = to
planning-at-least = at least
planning-no-districts = No districts are known. So there are no levels.
planning-elsewhere = Outside of the districts
planning-reasons = Reasons
planning-n-of = { $count } of { $total }
planning-step-1 = Level 1 or more: present
planning-step-2 = Level 2 or more: within reach
planning-step-3 = Level 3: good for all
planning-live-there = of the residents live there
planning-share-unknown = How many live there is unknown.
planning-not-surveyed = { $count } of which not enough is known
planning-fragile = in { $count } districts
planning-estimated = estimated
planning-official = official: { $count }, where they live is unknown
planning-source-census = census
planning-source-city_statistics = statistics of the city
planning-source-estimated = estimated from buildings
planning-source-synthetic = sample data
planning-holds-yes = Yes
planning-holds-no = No
planning-holds-unknown = Unclear
planning-need-counted_room = A room in the district counts
planning-need-counted_outdoor = A place in the district counts
planning-need-room_in_reach = Enough people have a room nearby
planning-need-outdoor_in_reach = Enough people have a place nearby
planning-need-wheelchair_room = A room is audited: fully usable in a wheelchair, with toilet
planning-need-evening_room = A room is open in the evening
planning-need-weekend_room = A room is open at the weekend
planning-need-floor_area = The rooms are large enough
planning-found = Found: { $found }, needed: { $needed }.
planning-found-persons = Found: { $found } persons, needed: { $needed }.
planning-found-m2 = Found: { $found } m², needed: { $needed } m².
planning-undecided = To find out about: { $count } places.
planning-missing-last_verified_at = a recent check (there is none, or it is too long ago)
planning-missing-verified_by_role = check by the city
planning-missing-access = access
planning-missing-cost = cost
planning-missing-consumption_required = whether one must buy something
planning-missing-audience = who may come
planning-missing-opening_hours = opening hours
planning-missing-seats = seats
planning-missing-floor_area_m2 = area in m²
planning-missing-toilets = toilet
planning-missing-seats_with_backrest = seats with backrest
planning-is-missing = Missing: { $fields }
planning-failing-kind = this kind never counts
planning-failing-not_in_use = not in use
planning-failing-not_yet = not open yet
planning-failing-no_longer = no longer open
planning-failing-access = not everybody can walk in
planning-failing-fee = costs money
planning-failing-must_buy = one must buy something
planning-failing-limited = only for some
planning-failing-too_few_hours = open for too few hours
planning-failing-too_few_days = open on too few days
planning-failing-neither_evening_nor_weekend = open neither on an evening nor at the weekend
planning-failing-too_small = too small
planning-failing-no_toilet = no toilet
planning-failing-not_all_daylight = not open all daylight
planning-failing-too_few_seats = too few seats
planning-failing-no_backrest = no seats with backrest
planning-failing-too_little_ground = too little ground
planning-map-title = Map of the districts with their levels
planning-map-about = Patterns and signs show the level. The table says the same.
planning-map-room = room that counts
planning-map-outdoor = place that counts
planning-map-mark = something changes here
planning-map-gap = too far from everything
planning-map-district = Map of { $name }
planning-map-before = Before
planning-map-after = After
planning-to-do-title = What to find out
planning-to-do-about = Of these places something is not known. Once it is, they may count.
planning-to-do-none = There is nothing to find out here.
planning-revision = Data revision { $revision }, as of { $day }.
planning-engine-network = Ways on foot from the network of ways.
planning-engine-barrier_line = Ways estimated, with detours at river, railway and main road.
planning-engine-line = Straight line – too good to be true.
planning-elsewhere-barrier_line = Where no way is drawn: estimated.
planning-elsewhere-line = Where no way is drawn: a straight line.
planning-by-line = For { $persons } persons the way asked about is estimated: no ways are drawn there.
planning-unplaced = { $persons } persons are in no share: it is unknown where they live.
planning-boundaries = Outlines: { $sources } ({ $version }).
planning-residents-from = Residents: { $source }, { $year }.
planning-residents-unknown = Where people live is unknown.
planning-year-unknown = year unknown
planning-link-page = This page as of this day
planning-link-csv = Table (CSV)
planning-link-geojson = Map (GeoJSON)
planning-link-before = The city as it is (API)
planning-link-api = The data (API)
planning-rounded = Only what is known is counted. “0 % to 40 %” means: 40 % if everything counts that is still to be found out about. Persons are rounded to whole ones.
planning-back = All districts
planning-for-residents = Page for residents
planning-dossier = To print
planning-keep = Keep for the planners of the city
planning-what-if = What if?
planning-district-title = Planning: { $name }
planning-next = What is missing to level { $level }?
planning-next-none = The highest level is reached.
planning-next-survey = First: all places must be recorded.
planning-hinge = One room alone carries the level.
planning-hinge-about = If it closes, the district falls back:
planning-floor = m² of rooms per 1,000 residents
planning-counted-title = What counts
planning-counted-none = No place counts here yet.
planning-for-ages = For some ages only
planning-ages-young = for young people
planning-ages-old = for older people
planning-ages-other = not for every age
planning-rejected-title = What does not count, and why
planning-week-title = When is something open nearby?
planning-week-about = For each hour: share of residents in percent. The table says the same.
planning-week-legend = Percent of residents with an open place nearby. Dark means many. A + means: perhaps more.
planning-week-table = Table of the week
planning-week-unknown = Where people live is unknown. So there is no picture.
planning-as-table = As a table
planning-past-title = How many districts have level 1?
planning-past-about = A line over the quarters. The goal is dashed. The area above is not recorded yet.
planning-past-legend = Line: surely level 1. Area above it: not enough known, perhaps as well.
planning-past-level = The level in the past years
planning-past-level-about = A line over the quarters. The goal is dashed: level 1.
planning-goal = Goal { $year }
planning-quarter = Quarter
planning-counted = Count
planning-in-use = In use
planning-opened = opened
planning-closed = closed
planning-basis = How known
planning-kept = written down then
planning-worked-out = from today’s records
planning-rooms-outdoors = { $rooms } rooms, { $outdoors } places
planning-dossier-title = Rooms and places to meet: { $name }
planning-dossier-lead = { $city }, as of { $day }. Goal: level 1 by { $goal }.
planning-print-hint = Print this page on A4. In the browser press Ctrl + P.

# The way to 2040: how many places everybody can use
barriers-link = Places for everyone by 2040
barriers-back = Rooms and places in the districts
barriers-title = Places for everyone by 2040: { $city }
barriers-lead-none = No place is on the list, so there are no shares.
barriers-lead = Meeting the standard: { $standard } of { $all } places. Not audited yet: { $missing }.
barriers-lead-reached = The goal is reached.
barriers-lead-year = At this pace all of them will in { $year }: probably between { $low } and { $high }.
barriers-lead-year-open = At this pace all of them will in { $year }: probably not before { $low }, with no upper end.
barriers-lead-no-year = At this pace no year can be named. It is not to be expected before { $low }.
barriers-lead-never = At this pace no year can be named.
barriers-figure-total = meet the standard (S2)
barriers-figure-minimum = meet the minimum (S1)
barriers-figure-audited = have been audited
barriers-warning-easy_first = Easy cases are done first, so the straight line is optimistic.
barriers-warning-no_year = In the full years that count no place newly reached the standard.
barriers-warning-too_slow = At this pace it will be later than 2040.
barriers-warning-reached = All places on the list meet the standard.
barriers-warning-missed = The year of the goal has passed.
barriers-warning-nothing_listed = No place is on the list.
barriers-warning-short_record = The records begin later than the years that make the pace. What was well before is in no number.
barriers-pace = { $count ->
    [one] Pace: one place newly reached the standard in the years { $first } to { $last }. That is { $rate } a year (90 % interval: { $low } to { $high }).
   *[other] Pace: { $count } places newly reached the standard in the years { $first } to { $last }. That is { $rate } a year (90 % interval: { $low } to { $high }).
  }
barriers-required = It takes { $rate } a year.
barriers-open = open
barriers-obstacles-title = What would help most?
barriers-obstacles-none = No published audit knows of anything missing.
barriers-obstacles-about = What published audits found missing. First comes what changes something for most people if it alone is put right.
barriers-obstacles-more = { $count ->
    [one] One more stands in the data.
   *[other] { $count } more stand in the data.
  }
barriers-obstacle-not-met = { $count ->
    [one] Not met at one place.
   *[other] Not met at { $count } places.
  }
barriers-obstacle-limited = Met in part at { $count }.
barriers-obstacle-opens = With this alone usable: { $count }.
barriers-obstacle-standard = With this alone meeting the standard: { $count }.
barriers-unknown-title = What we do not know
barriers-unknown-not-audited = { $count ->
    [one] One place has not been audited yet. In the share that counts as not met.
   *[other] { $count } places have not been audited yet. In the share that counts as not met.
  }
barriers-unknown-minimum = { $count ->
    [one] Of one audited place not enough was read off to judge the minimum.
   *[other] Of { $count } audited places not enough was read off to judge the minimum.
  }
barriers-unknown-quick = { $count ->
    [one] One place has had a quick check only. With that a place cannot meet the standard yet.
   *[other] { $count } places have had a quick check only. With that a place cannot meet the standard yet.
  }
barriers-unknown-due = { $count ->
    [one] One audit is older than 36 months. They count until somebody has looked again.
   *[other] { $count } audits are older than 36 months. They count until somebody has looked again.
  }
barriers-unknown-undecided = { $count ->
    [one] One place may belong on the list: who runs it, or something else, is not known.
   *[other] { $count } places may belong on the list: who runs it, or something else, is not known.
  }
barriers-since = The first audit was published on { $day }. How it was before is not recorded.
barriers-since-never = No audit has been published yet.
barriers-list-today = The curve of the past counts the places of today’s list too. What matters is the day of publication.
barriers-rules-title = What the words mean
barriers-rule-list = List
barriers-rule-list-about = On the list stand all places in use that the city runs, and all that count as a room or a place in a district.
barriers-rule-projection = Estimate
barriers-rule-projection-about = The pace of the last three full years goes on. The span is what is to be expected in 9 of 10 cases.
barriers-minimum = Minimum (S1)
barriers-minimum-about = Nobody is shut out: for no need is the place unusable.
barriers-standard = Standard (S2)
barriers-standard-about = The place is fully usable for every need.
barriers-districts-title = The districts
barriers-listed = On the list
barriers-audited = Audited
barriers-not-audited = Not audited yet
barriers-share = Share meeting the standard
barriers-of-unknown = { $count } unclear
barriers-needs-title = Who can use the places?
barriers-need = Need
barriers-rating-full = Fully usable
barriers-rating-partial = With limits
barriers-rating-none = Not usable
barriers-rating-unknown = Audited, but unclear
barriers-years-title = The curve to 2040
barriers-curve-about = Lines over the years from { $first }. Today { $standard } of { $all } places meet the standard. The table below has all numbers.
barriers-line-standard = meet the standard
barriers-line-audited = audited
barriers-line-required = needed for 2040
barriers-line-expected = at the pace of the last three years
barriers-line-fan = to be expected in 9 of 10 cases
barriers-goal = Goal { $year }
barriers-year = Year
barriers-year-end = at its end
barriers-today = up to today
barriers-required-line = Needed
barriers-expected = Expected (span)
barriers-list-link = List of all places
barriers-list-title = Which places count: { $city }
barriers-list-count = { $count ->
    [one] One place is on the list
   *[other] { $count } places are on the list
  }
barriers-undecided-title = Perhaps on the list
barriers-undecided-about = Something is not known of these places: who runs them, or whether they count as a room or a place. They are in no number.
barriers-undecided-count = { $count ->
    [one] Of one place it is unclear
   *[other] Of { $count } places it is unclear
  }
barriers-place = Place
barriers-why-listed = Why on the list?
barriers-municipal = Run by the city
barriers-counted = Counts in its district
barriers-audit = Audit
barriers-depth-quick = quick check
barriers-depth-full = full audit
barriers-due = To be audited again
barriers-is-yes = yes
barriers-is-no = no
barriers-is-unknown = unknown
barriers-is-not_audited = not audited yet
barriers-address = This page, always as of today
barriers-link-csv = The list as a table (CSV)
planning-what-if-about = Close, open or move places. It is only a trial. Nothing is kept.
planning-changes = Changes
planning-no-changes = No change yet. Add one above.
planning-scenario = Scenario { $name }
planning-impossible = That is not possible:
planning-sort = What changes?
planning-sort-close = close a place
planning-sort-reopen = reopen a place
planning-sort-open = open a place
planning-sort-move = move a place
planning-sort-hours = other hours
planning-sort-barrier_free = make barrier-free
planning-choose = please choose
planning-place = Which place?
planning-kind = What kind? (new place)
planning-where = Where?
planning-where-hint = Address, or longitude and latitude: 9.1912, 48.8976
planning-hours = When open?
planning-hours-hint = As in OpenStreetMap: Mo-Fr 10:00-20:00
planning-into = Into which scenario?
planning-add = Add
planning-change-close = { $name } closes.
planning-change-reopen = { $name } reopens.
planning-change-barrier-free = { $name } becomes barrier-free.
planning-change-move = { $name } moves.
planning-change-hours = { $name } has other hours: { $hours }
planning-change-open = New: { $kind } at { $spot }
planning-change-remove = Remove
planning-fault-place = Please choose a place.
planning-fault-kind = Please choose a kind.
planning-fault-site = This spot is not known.
planning-fault-hours = These hours cannot be read.
planning-fault-sort = Please choose what changes.
planning-fault-many = No more changes are possible.
planning-losing = Lose a place nearby
planning-gaining = Gain a place nearby
planning-longer = Longer way
planning-shorter = Shorter way
planning-cut-off = No way known any more
planning-newly-reached = A way known only then
planning-share = Share with a place nearby
planning-moved = Other way
planning-few = fewer than 10
planning-mean = on average
planning-p90 = 9 of 10 at most
planning-min = minutes
planning-touched = Districts in which something changes
planning-no-district = Nothing changes in any district.
planning-pin-open = Try a new place on the map
planning-pin-close = Close the map
planning-pin-label = Map to try on
planning-pin-name = New place: move with arrow keys or by dragging
planning-pin-help = Drag the pin. Or go to the pin with Tab and press arrow keys.
planning-pin-result = { $gaining } persons gain a place nearby.
planning-pin-levels = { $name }: level { $before } → { $after }
planning-pin-levels-same = No level changes.
planning-pin-share = Share nearby: { $before } % → { $after } %
planning-pin-take = Take as scenario A
planning-pin-failed = That could not be worked out.
planning-sites = Search for the best new sites
planning-sites-proven = Of { $count } spots this is proven to be the best choice.
planning-sites-open = Of { $count } spots this is the best choice found. None reaches more than { $bound } persons.
planning-site = Site { $number }: { $persons } more persons
planning-persons = persons
planning-gaps-title = Who is too far away?
planning-gaps-about = Groups of fewer than 10 persons are not shown.
planning-gaps-none = No larger group is too far away.
planning-gaps-small = Only small groups of fewer than 10 persons live too far away.
planning-gap-whole = the whole group
planning-gap-nearest = The nearest place
planning-gap-no-way = How far it is, is unknown.
planning-wheels-title = How sure is the way with a wheelchair or a walking frame?
planning-wheels-unknown = Too little is known of the ways: there is no network of ways.
planning-proven = proven
planning-likely = likely
planning-possible = possible
planning-look-at = Please look at on the spot
planning-way-unnamed = way without a name
planning-way-kerb = kerb
planning-way-surface = surface
planning-way-smoothness = smoothness
planning-way-width = width
planning-way-incline = incline
planning-way-handrail = handrail
planning-way-passing = persons on this way
planning-fair-title = Is it evenly spread?
planning-fair-least = Least has (seat hours per person)
planning-fair-most = Most has (seat hours per person)
planning-fair-ratio = Least to most: 1 means all the same
planning-fair-times = The way 1 of 10 has, as a multiple of the one 9 of 10 have
planning-fair-mean = Way on average, in minutes
planning-fair-gini = Gini: 0 means all the same
planning-fair-undecided = Only rooms that count are reckoned with. { $count } rooms are still to be found out about: they may change everything.
planning-fair-unknown = The size of { $count } rooms is unknown.
planning-seat-hours = Seat hours per person and week
rule-minutes = It must be a whole number from 1 to 120.
rule-usable_for = It must be needs from the list, separated by commas.
rule-fully_usable_for = It must be needs from the list, separated by commas.
rule-counted = It must be “true” or “false”.
rule-date = It must be a day such as 2026-01-31.
rule-day = It must be mo, tu, we, th, fr, sa or su.
rule-hour = It must be a whole number from 0 to 23.
rule-scenario = It must be 1 to 50 changes as the API takes them.

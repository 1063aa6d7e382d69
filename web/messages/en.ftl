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
near-active = Sorted by distance (straight line)
bbox-active = Only places in the map view

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
rule-bbox = It must be four numbers in degrees: west, south, east, north.
rule-lang = It must be “de”, “de-simple” or “en”.
rule-fragment = It must be “panel”.
problem-place-title = There is no such place
problem-place = No place can be found at this address. It may have been deleted.
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

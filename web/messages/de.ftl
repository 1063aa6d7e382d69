# Everything a person reads, in German. `en.ftl` has the same keys; a test keeps it so.
# The server reads the whole file; the browser gets the keys of src/messages/keys.ts.
# Write "Sie", short verbs, no claim of "barrierefrei" without a fact.
# `de-simple.ftl` says again, in plain German, what is not plain here; a test counts words and letters.

## Frame of every page
site-name = Begegnungsorte
site-title = Begegnungsorte in { $city }
site-description = Räume und Plätze zum Treffen in { $city }: in der Nähe, jetzt geöffnet, kostenlos, ohne Verzehrzwang.
skip-list = Zur Liste
skip-map = Zur Karte
skip-content = Zum Inhalt
language-own = Deutsch
language-nav = Sprache
site-nav = Seiten
data-revision = Datenstand { $revision }
sample-data = Beispieldaten
sample-data-note = Lagen und Angaben sind teils geschätzt und nicht amtlich geprüft.
osm-attribution = © OpenStreetMap-Mitwirkende
api-link = Offene Daten (API)
assets-missing = Karte und Gestaltung fehlen in diesem Programm. Bauen Sie sie mit „make run“ oder mit „npm ci && npm run build“ im Ordner „web“. Die Liste funktioniert auch so.

## Finder
finder-label = Begegnungsorte suchen
finder-text = Name, Stadtteil oder Art
finder-text-hint = zum Beispiel „Bibliothek“
finder-submit = Suchen
finder-near = Adresse oder Straße
finder-near-hint = zum Beispiel „Marktplatz 1“
finder-district = Stadtteil
finder-district-any = Alle Stadtteile
finder-kind = Art
finder-kind-any = Alle Arten
finder-now = Jetzt geöffnet
finder-evening = Heute Abend
finder-sunday = Sonntag
finder-when-hint = Heute Abend: heute ab 18 Uhr. Sonntag: am nächsten Sonntag ab 6 Uhr. Sie sehen Orte, die dann mindestens 1 Stunde am Stück geöffnet sind.
chosen-open-at = Geöffnet: { $moment }
finder-free = Kostenlos
finder-no-consumption = Ohne Verzehrzwang
finder-more = Weitere Filter
finder-cls = Drinnen oder draußen
finder-cls-any = Beides
finder-wc = Toilette
finder-wc-any = Nicht wichtig
finder-wc-yes = WC vorhanden
finder-wc-wheelchair = Barrierefreies WC
finder-topics = Worum geht es?
finder-needs = Was brauchen Sie?
finder-needs-hint = Noch ist kein Ort geprüft. Bei jedem Ort steht dann, was OpenStreetMap dazu sagt. Es wird kein Ort ausgeblendet.
finder-reset = Alle Filter zurücksetzen
cls-room = Raum (drinnen)
cls-outdoor = Platz (draußen)

## Near me
near-me = In meiner Nähe
near-waiting = Ihr Standort wird ermittelt …
near-denied = Ihr Standort ist nicht freigegeben. Wählen Sie stattdessen einen Stadtteil oder tippen Sie auf die Karte.
near-failed = Ihr Standort lässt sich gerade nicht ermitteln. Wählen Sie stattdessen einen Stadtteil oder tippen Sie auf die Karte.
near-active = Sortiert nach Zeit zu Fuß
bbox-active = Nur Orte im Kartenausschnitt

## Start of the way
start-chosen = Ab { $address }
start-unknown = „{ $address }“ haben wir nicht gefunden. Die Liste ist nach Namen sortiert.
start-nearest = Die Nummer { $number } kennen wir nicht. Wir nehmen die nächste: { $address }.
start-no-numbers = Hausnummern kennen wir hier nicht. Wir nehmen: { $address }.
start-similar = So geschrieben kennen wir das nicht. Wir nehmen: { $address }.
start-partial = Wir kennen nur einen Teil davon. Wir nehmen: { $address }.
start-others = Oder meinen Sie:
address-suggestions = Vorschläge für Adressen
address-count =
    { $count ->
        [0] Kein Vorschlag
        [one] 1 Vorschlag, mit den Pfeiltasten wählen
       *[other] { $count } Vorschläge, mit den Pfeiltasten wählen
    }
address-other-number = Nummer { $number } ist nicht bekannt
spot-district = Stadtteil
spot-settlement = Ort
spot-quarter = Viertel
spot-street = Straße
spot-house = Adresse
spot-place = Begegnungsort

## List
results-count =
    { $count ->
        [one] 1 Ort gefunden
       *[other] { $total } Orte gefunden
    }
results-limited = { $shown } von { $total } Orten, bitte eingrenzen
results-filters = Gewählte Filter
results-remove = Filter entfernen: { $filter }
results-none = Kein Ort gefunden
results-none-hint = Nehmen Sie einen Filter weg oder suchen Sie mit einem anderen Wort.
results-failed = Die Liste ließ sich nicht laden. Bitte versuchen Sie es noch einmal.
results-retry = Noch einmal versuchen
distance-m = { $metres } m
distance-km = { $kilometres } km
distance-here = direkt hier
walk-minutes = { $minutes } Min. zu Fuß
walk-minutes-about = etwa { $minutes } Min. zu Fuß
walk-minutes-line = etwa { $minutes } Min. (Luftlinie, überschätzt)

## Views on a small screen
view-label = Ansicht
view-list = Liste
view-map = Karte

## Map
map-label = Karte der Begegnungsorte
map-canvas = Interaktive Karte
map-help = Pfeiltasten verschieben die Karte, Plus und Minus ändern den Maßstab. Eingabe öffnet den Ort im Fadenkreuz oder sucht Orte in der Nähe dieser Stelle.
map-loading = Karte wird geladen …
map-failed = Die Karte lässt sich auf diesem Gerät nicht zeigen. Die Liste enthält dieselben Orte.
map-no-script = Die Karte braucht JavaScript. Die Liste zeigt dieselben Orte.
map-controls = Karte bewegen
map-north = Nach Norden
map-south = Nach Süden
map-west = Nach Westen
map-east = Nach Osten
map-zoom-in = Vergrößern
map-zoom-out = Verkleinern
map-city = Ganze Stadt zeigen
map-only-here = Nur Orte im Kartenausschnitt
map-under = Im Fadenkreuz: { $name }. Eingabe öffnet den Ort.
map-under-nothing = Kein Ort im Fadenkreuz. Eingabe sucht in der Nähe.

## Place
panel-close = Schließen
panel-loading = Ort wird geladen …
panel-failed = Der Ort ließ sich nicht laden. Bitte versuchen Sie es noch einmal.
panel-full-page = Eigene Seite dieses Ortes
place-ways = Wege zurück
place-back = Zurück zur Liste
place-on-map = Auf der Karte zeigen
place-cls-room = drinnen
place-cls-outdoor = draußen
place-quarter = { $quarter } ({ $district })
place-border = nahe der Grenze des Stadtteils
place-no-district = außerhalb aller Stadtteile
place-facts = Auf einen Blick
place-district = Stadtteil
place-address = Adresse
place-access = Zugang
place-cost = Kosten
place-consumption = Verzehr
place-own-food = Eigenes Essen
place-audience = Für wen
place-toilets = Toilette
place-topics = Worum geht es?
place-amenities = Ausstattung
place-needs = Für wen ist der Ort nutzbar?
place-amenities-unknown = Nicht bekannt: { $list }
place-hours = Öffnungszeiten
place-hours-raw = Angabe der Quelle
place-operator = Betrieben von
place-languages = Sprachen
place-seats = Sitzplätze
place-floor-area = Fläche
place-floor-area-m2 = { $area } m²
place-bookable = Raum mieten / reservieren
place-about = Woher diese Angaben stammen
place-source = Quelle
place-licence = Lizenz
place-verified = Zuletzt geprüft
place-verified-never = noch nie
place-verified-stale = bitte prüfen
place-revision = Datenstand
place-origin = Gepflegt von
place-position = Lage auf der Karte
place-rooms = Räume
place-hours-source = Quelle der Zeiten
place-estimated = Einzelne Angaben sind geschätzt: { $fields }.
place-sample = Dieser Ort gehört zu den Beispieldaten.
share-title = Weitergeben
share-copy = Adresse kopieren
share-copied = Die Adresse ist kopiert.
share-send = Teilen
share-print = Drucken

## Districts
districts-link = Stadtteile
districts-title = Die Stadtteile
districts-all = Alle Stadtteile
districts-none = Zu dieser Stadt sind noch keine Stadtteile eingetragen.
district-title = Stadtteil { $name }
district-description = Räume und Plätze zum Treffen im Stadtteil { $name } in { $city }, und was darüber noch nicht bekannt ist.
district-list = Orte als Liste
district-not-surveyed = Noch nicht vollständig erfasst.
district-not-surveyed-note = Was hier fehlt, kann es trotzdem geben.
district-population = Einwohner
district-quarters = Quartiere
district-boundary = Grenze
district-room = Räume (drinnen)
district-outdoor = Plätze (draußen)
district-none-known = Noch keiner bekannt.
district-known = Was bekannt ist und was nicht
district-known-fact = Angabe
district-known-yes = bekannt
district-known-no = nicht bekannt
boundary-official = amtlich
boundary-osm = aus OpenStreetMap
boundary-demo = zur Anschauung gezeichnet, nicht amtlich
estimated = geschätzt

## Status of a place
status-planned = Geplant
status-not-today = Heute nicht in Betrieb
status-active = In Betrieb
status-temporarily_closed = Vorübergehend geschlossen
status-relocated = Umgezogen
status-closed = Dauerhaft geschlossen
status-from = ab { $from }
status-until = bis { $until }
status-from-until = vom { $from } bis { $until }
status-relocated-to = Jetzt hier: { $name }

## Opening hours
hours-open-until = Offen bis { $until }
hours-always = Immer zugänglich
hours-open = Offen
hours-closed = Geschlossen
hours-opens = Geschlossen, öffnet { $at }
hours-unclear = Öffnungszeiten unklar
hours-unknown = Öffnungszeiten nicht bekannt
hours-appointment = Nach Vereinbarung
hours-stale = bitte prüfen
hours-all-day = ganztägig
hours-span = { $from }–{ $to }
hours-day-closed = geschlossen
hours-day-unclear = unklar
hours-today = heute
hours-holiday-doubt = Feiertag: Zeiten vielleicht anders
day-tomorrow = morgen
day-mo = Mo
day-tu = Di
day-we = Mi
day-th = Do
day-fr = Fr
day-sa = Sa
day-su = So
weekday-mo = Montag
weekday-tu = Dienstag
weekday-we = Mittwoch
weekday-th = Donnerstag
weekday-fr = Freitag
weekday-sa = Samstag
weekday-su = Sonntag
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

## Facts
fact-yes = ja
fact-no = nein
fact-unknown = nicht bekannt
consumption-no = Ohne Verzehrzwang
consumption-yes = Verzehr wird erwartet
own-food-yes = Eigenes Essen erlaubt
own-food-no = Eigenes Essen nicht erlaubt
access-public = Offen für alle
access-drop_in_hours = Offen für alle zu festen Zeiten
access-registration = Kostenlos mit Anmeldung
access-members = Nur für Mitglieder
access-appointment = Nach Vereinbarung
cost-free = Kostenlos
cost-donation = Spende willkommen
cost-fee = Kostet Geld
toilets-none = Keine Toilette
toilets-yes = WC vorhanden
toilets-wheelchair = Barrierefreies WC
toilets-changing_place = Barrierefreies WC mit Liege
toilets-eurokey = mit Euroschlüssel
audience-age-from = ab { $min } Jahren
audience-age-to = bis { $max } Jahre
audience-age-between = von { $min } bis { $max } Jahren
audience-gender = Nur für ein Geschlecht
audience-membership = Nur für Mitglieder
audience-other = Mit Einschränkung
audience-none = Für alle
amenity-baby_change = Wickeltisch
amenity-drinking_water = Trinkwasser
amenity-wifi = WLAN
amenity-power = Steckdose
amenity-heating = Beheizt
amenity-cool_in_heat = Kühl bei Hitze
amenity-shade = Schatten
amenity-rain_shelter = Schutz vor Regen
amenity-seats_with_backrest = Sitze mit Lehne
amenity-lit_after_dark = Abends beleuchtet
amenity-assistance_dog = Assistenzhund willkommen
amenity-quiet_room = Ruhiger Raum
topic-talk_coffee = Reden und Kaffee trinken
topic-cook_eat = Kochen und Essen
topic-play_games = Spielen
topic-move_sport = Bewegung und Sport
topic-learn_homework = Lernen und Hausaufgaben
topic-language = Sprache üben
topic-digital_help = Hilfe mit Computer und Handy
topic-read_quiet = Lesen und Ruhe
topic-music_dance = Musik und Tanz
topic-arts_crafts = Kunst und Handwerk
topic-repair_make = Reparieren und Selbermachen
topic-garden_nature = Garten und Natur
topic-parents_small_children = Eltern mit kleinen Kindern
topic-advice = Beratung
topic-self_help = Selbsthilfe
topic-neighbourhood_help = Hilfe in der Nachbarschaft
topic-culture_faith = Kultur und Glaube
topic-volunteering = Sich engagieren
topic-just_be_there = Einfach da sein

origin-sample = Beispieldaten
origin-osm = OpenStreetMap
origin-local = Stadt
need-wheelchair = Rollstuhl
need-walking = Rollator, Gehhilfe, Kinderwagen
need-blind = blind
need-lowvision = Sehbehinderung
need-deaf = gehörlos
need-hoh = schwerhörig
need-cognitive = leicht verständlich
need-not-checked = noch nicht geprüft
need-osm = Angabe aus OpenStreetMap, nicht geprüft: { $said }
osm-unchecked = Angabe aus OpenStreetMap, nicht geprüft
osm-tag-wheelchair = Rollstuhl
osm-tag-toilets_wheelchair = WC für Rollstuhl
osm-tag-ramp_wheelchair = Rampe für Rollstuhl
osm-tag-stroller = Kinderwagen
osm-tag-ramp_stroller = Rampe für Kinderwagen
osm-tag-blind = für blinde Menschen
osm-tag-tactile_paving = Leitstreifen am Boden
osm-tag-tactile_writing = Schrift zum Tasten
osm-tag-deaf = für gehörlose Menschen
osm-tag-hearing_loop = Höranlage
position-survey = genau
position-address = geschätzt, etwa 200 m
position-quarter = nur ungefähr, etwa 700 m
operator-municipal = Stadt
operator-religious = Religionsgemeinschaft
operator-welfare = Wohlfahrtsverband
operator-association = Verein
operator-housing_company = Wohnungsunternehmen
operator-commercial = Unternehmen
operator-initiative = Initiative
osm-value-yes = ja
osm-value-limited = mit Einschränkungen
osm-value-no = nein
osm-value-designated = ja, eigens dafür gedacht
language-ar = Arabisch
language-de = Deutsch
language-de-leicht = Leichte Sprache
language-dgs = Gebärdensprache (DGS)
language-en = Englisch
language-es = Spanisch
language-fa = Persisch
language-fr = Französisch
language-it = Italienisch
language-ru = Russisch
language-tr = Türkisch
language-uk = Ukrainisch

## Help, privacy, accessibility, imprint
not-given = nicht angegeben
help-title = Hilfe
help-find = Einen Ort finden
help-find-filters = Schreiben Sie ein Wort oder wählen Sie Filter. Alle Filter gelten zusammen. Sie stehen in der Adresse der Seite: Heben Sie die Adresse auf oder geben Sie sie weiter.
help-find-unknown = Ein Filter zeigt nur Orte, von denen es sicher bekannt ist. Wo eine Angabe fehlt, fehlt der Ort in der gefilterten Liste.
help-near = In der Nähe
help-near-position = „In meiner Nähe“ fragt Ihr Gerät nach dem Standort. Sie können auch einen Stadtteil wählen oder auf die Karte tippen.
help-near-time = Wo ein Wegenetz geladen ist, folgt die Zeit zu Fuß den Wegen. Sonst ist sie aus einer Linie geschätzt; dann steht „etwa“ dabei.
help-hours = Öffnungszeiten
help-hours-unclear = „Öffnungszeiten unklar“ heißt: Es gibt eine Angabe, aber sie ist nicht eindeutig. „Nach Vereinbarung“ heißt: Sie brauchen einen Termin.
help-hours-holiday = An Feiertagen gelten oft andere Zeiten. Sagt die Quelle dazu nichts, steht es dabei.
help-needs = Was Sie brauchen
help-needs-checked = Noch ist kein Ort auf Barrieren geprüft. Angaben aus OpenStreetMap stehen getrennt davon und zählen nicht als Prüfung.
help-map = Karte und Tastatur
help-map-same = Die Karte zeigt dieselben Orte wie die Liste. Sie können alles auch ohne Karte finden.
help-key-tab = Tabulator
help-key-tab-does = zum nächsten Link oder Feld
help-key-enter = Eingabe
help-key-enter-does = öffnet, was ausgewählt ist
help-key-escape = Escape
help-key-escape-does = schließt einen Ort und führt zurück
help-key-arrows = Pfeile auf der Karte
help-key-arrows-does = verschieben die Karte
help-key-zoom = Plus und Minus auf der Karte
help-key-zoom-does = ändern den Maßstab
help-key-cross = Eingabe auf der Karte
help-key-cross-does = öffnet den Ort im Fadenkreuz oder sucht in der Nähe
help-pages = Drucken und weitergeben
help-pages-own = Jeder Ort und jeder Stadtteil hat eine eigene Seite mit eigener Adresse. Sie können sie drucken und weitergeben.
help-languages = Sprachen
help-languages-three = Die Seiten gibt es auf Deutsch, auf Englisch und einfach erklärt. Die Sprache wählen Sie oben.
privacy-title = Datenschutz
privacy-short = Kurz gesagt
privacy-short-nothing = Dieses Programm speichert nichts über Sie: kein Konto, keine Cookies, keine Zählung, kein Protokoll Ihrer Anfragen.
privacy-request = Was bei einem Aufruf geschieht
privacy-request-here = Ihr Browser fragt nur diesen Server. Karte, Schriften und Bilder kommen von hier.
privacy-request-others = Die Karte kommt von { $hosts }: Ihr Browser fragt auch dort und nennt dabei Ihre Internet-Adresse. Alles andere kommt von diesem Server.
privacy-request-forgotten = Suchwörter, Filter und Standort stehen in der Anfrage. Das Programm beantwortet sie und vergisst sie.
privacy-request-before = Vor dem Programm kann ein Server der verantwortlichen Stelle stehen, der Anfragen aufzeichnet. Darüber gibt diese Stelle Auskunft.
privacy-position = Ihr Standort
privacy-position-asked = Ihr Browser gibt den Standort nur weiter, wenn Sie „In meiner Nähe“ wählen und zustimmen.
privacy-position-address = Der Standort steht danach in der Adresse der Seite. Wer diese Adresse bekommt, sieht ihn.
privacy-browser = Was Ihr Browser aufhebt
privacy-browser-keeps = Ihr Browser hebt zuletzt gesehene Seiten und Teile der Karte auf, damit Sie sie ohne Netz wieder sehen. Seiten mit Ihrem Standort, Suchwort oder Bedarf hebt er nicht auf. Alles bleibt auf Ihrem Gerät. Sie löschen es in den Einstellungen des Browsers.
privacy-rights = Ihre Rechte
privacy-rights-what = Sie haben ein Recht auf Auskunft, Berichtigung, Löschung und Beschwerde. Über Besucherinnen und Besucher ist hier nichts gespeichert.
privacy-officer = Datenschutz-Beauftragte
privacy-authority = Aufsicht
accessibility-title = Barrierefreiheit
accessibility-aim = Ziel
accessibility-aim-standard = Alle sollen diese Seiten ohne Hilfe benutzen können. Der Maßstab ist WCAG 2.2, Stufe AA.
accessibility-tested = Was geprüft ist
accessibility-tested-program = Ein Programm (axe) prüft alle Arten von Seiten in Chromium: hell, dunkel, mit hohem Kontrast und bei 320 Pixel Breite.
accessibility-tested-keys = Tests bedienen Liste, Karte und Seiten mit der Tastatur, auch in der Größe eines Telefons.
accessibility-untested = Was nicht geprüft ist
accessibility-untested-people = Menschen mit Behinderung haben die Seiten noch nicht geprüft. Bildschirmleser, Sprachsteuerung und echte Telefone fehlen in den Tests. Eine Stelle von außen hat nicht geprüft.
accessibility-untested-plain = Die Texte „einfach erklärt“ haben Menschen mit Lernschwierigkeiten noch nicht geprüft. Gebärdensprache gibt es nicht.
accessibility-known = Bekannte Hürden
accessibility-known-map = Die Karte ist ein Bild. Die Liste enthält dieselben Orte.
accessibility-known-words = Namen, Bemerkungen und Quellen stehen da, wie sie eingetragen sind: oft nur auf Deutsch und nicht einfach.
accessibility-report = Eine Hürde melden
accessibility-report-to = Schreiben Sie an
accessibility-arbitration = Schlichtung
accessibility-date = Stand: November 2026, nach eigener Prüfung.
imprint-title = Impressum
imprint-sample = Dies ist eine Vorführung mit Beispieldaten. Es ist keine Seite der Stadt.
imprint-publisher = Verantwortlich
imprint-represented = Vertreten durch
imprint-address = Anschrift
imprint-phone = Telefon
imprint-email = E-Mail
imprint-data = Daten
imprint-data-source = Herkunft
imprint-data-osm = Angaben aus OpenStreetMap: © OpenStreetMap-Mitwirkende, Lizenz ODbL 1.0.
imprint-program = Programm
imprint-program-licence = miteinander, freie Software unter der Lizenz EUPL 1.2.
## What is on
events-link = Was ist los?
events-title = Was ist los?
events-hint = Angebote und Veranstaltungen an Begegnungsorten. Sie haben eigene Zeiten und ändern die Öffnungszeiten eines Ortes nicht.
events-description = Angebote und Veranstaltungen in { $city }: heute, diese Woche und danach, mit Ort, Kosten und Sprachen.
events-form = Termine suchen
events-by-topics = Worum geht es?
events-any-topics = Alle Themen
events-by-district = Stadtteil
events-any-district = Alle Stadtteile
events-by-place = Ort
events-any-place = Alle Orte
events-by-language = Sprache vor Ort
events-any-language = Alle Sprachen
events-by-effort = Wie oft?
events-any-effort = Egal
events-by-demand = Wie schwer?
events-any-demand = Egal
events-several = Mehrere
events-free = Kostenlos
events-engagement = Mitmachen
events-engagement-more = Mitmachen: wie oft, wie schwer?
events-engagement-hint = Hier werden Menschen gesucht, die mithelfen: einmal oder dauerhaft, leicht oder anspruchsvoll.
events-submit = Termine zeigen
events-count =
    { $count ->
        [0] Keine Termine gefunden
        [one] 1 Termin bis { $day }
       *[other] { $total } Termine bis { $day }
    }
events-limited = { $shown } von { $total } Terminen, bitte eingrenzen
events-none = In den nächsten Wochen ist dazu nichts eingetragen. Das heißt nicht, dass nichts stattfindet.
events-today-title = Heute
events-week-title = Diese Woche
events-next-week-title = Nächste Woche
events-later-title = Danach
events-far-title = Später
events-nothing-today = Für heute ist nichts mehr eingetragen.
events-today = heute
events-tomorrow = morgen
events-from = ab { $from }
events-until-day = bis { $day }
events-place-unknown = Ort nicht bekannt
events-cancelled = Fällt aus
events-tentative = Noch nicht sicher
events-moved = Verschoben, geplant war: { $planned }
events-languages = Sprachen: { $languages }
events-weekly = jede Woche: { $days }
events-every-weeks = alle { $weeks } Wochen: { $days }
events-organiser = Veranstaltet von: { $name }
events-add = Zum Kalender hinzufügen
events-url = Mehr auf der Seite des Angebots
events-subscribe = Kalender abonnieren
events-subscribe-hint = Ihr eigener Kalender zeigt dann immer den neuesten Stand dieser Auswahl.
effort-one_off = einmalig
effort-occasional = ab und zu
effort-regular = regelmäßig
effort-permanent = dauerhaft
demand-easy = leicht
demand-moderate = mit Einarbeitung
demand-demanding = anspruchsvoll
place-events = Was hier stattfindet
place-events-none = In den nächsten zwei Wochen ist hier nichts eingetragen.
place-events-hint = Angebote haben eigene Zeiten. Sie ändern die Öffnungszeiten nicht.
place-events-all = Alle Termine an diesem Ort
rule-place = Es muss die Nummer eines Ortes dieser Stadt sein.
rule-engagement = Es muss „true“ oder „false“ sein.
rule-effort = Es muss einmalig (one_off), ab und zu (occasional), regelmäßig (regular) oder dauerhaft (permanent) sein.
rule-demand = Es muss leicht (easy), mit Einarbeitung (moderate) oder anspruchsvoll (demanding) sein.
rule-language = Es muss die Abkürzung einer Sprache sein, zum Beispiel „tr“.

## When something is wrong
problem-query-title = Diese Suche lässt sich nicht beantworten
problem-query = Der Filter „{ $field }“ hat den Wert „{ $value }“, den wir nicht verstehen. { $rule }
rule-unknown = Diesen Filter gibt es nicht.
rule-repeated = Dieser Filter darf nur einmal vorkommen.
rule-q = Höchstens 200 Zeichen, keine Steuerzeichen.
rule-district = Es muss ein Stadtteil dieser Stadt sein.
rule-kind = Es muss eine Art aus der Auswahl sein.
rule-cls = Es muss „room“ (drinnen) oder „outdoor“ (draußen) sein.
rule-topics = Es müssen Themen aus der Auswahl sein, mit Komma getrennt.
rule-open_at = Es muss „now“, „evening“, „sunday“ oder ein Zeitpunkt sein wie 2026-11-22T18:00, mehrere mit Komma getrennt.
rule-free = Es muss „true“ oder „false“ sein.
rule-no_consumption = Es muss „true“ oder „false“ sein.
rule-wc = Es muss „yes“ (WC vorhanden) oder „wheelchair“ (barrierefreies WC) sein.
rule-need = Es müssen Bedarfe aus der Auswahl sein, mit Komma getrennt.
rule-status = Es müssen Zustände sein wie active oder closed, mit Komma getrennt.
rule-datetime = Es muss ein Tag oder ein Zeitraum sein wie 2026-01-01/2026-12-31.
rule-lon = Es muss eine Zahl zwischen -180 und 180 sein, zusammen mit lat.
rule-lat = Es muss eine Zahl zwischen -90 und 90 sein, zusammen mit lon.
rule-near = Höchstens 400 Zeichen, keine Steuerzeichen.
rule-bbox = Es müssen vier Zahlen in Grad sein: Westen, Süden, Osten, Norden.
rule-lang = Es muss „de“, „de-simple“ oder „en“ sein.
rule-fragment = Es muss „panel“ sein.
problem-place-title = Diesen Ort gibt es nicht
problem-place = Unter dieser Adresse ist kein Ort zu finden. Vielleicht wurde er gelöscht.
problem-district-title = Diesen Stadtteil gibt es nicht
problem-district = Unter dieser Adresse ist kein Stadtteil zu finden.
problem-home = Zu allen Orten

## The way to a place
way-title = Weg zu: { $name }
way-words = Weg dorthin
way-none = Von hier ist kein Weg zu Fuß bekannt.
way-note-barriers = Für diese Stadt sind keine Wege erfasst. Gerechnet ist die Luftlinie mit Umweg; Fluss, Bahn und große Straßen sind beachtet.
way-note-line = Für diese Stadt sind weder Wege noch Hindernisse erfasst. Der wirkliche Weg ist länger als die Luftlinie.
way-steps = { $count ->
    [0] Keine Treppe in der Karte erfasst
    [one] Eine Treppe
   *[other] { $count } Treppen
}
way-signals = { $count ->
    [one] Eine Ampel
   *[other] { $count } Ampeln
}
way-unlit = { $distance } ohne Beleuchtung
way-light-unknown = Bei { $distance } ist nicht bekannt, ob es Licht gibt
way-leg-named = { $name }, { $distance }
way-leg-unnamed = Weg ohne Namen, { $distance }
way-leg-steps = Treppe, { $distance }
way-leg-steps-named = Treppe { $name }, { $distance }
way-profile = Zeit für:
walker-adult = zügiges Gehen
walker-older = langsames Gehen
walker-walker = Rollator
walker-child_6 = kleines Kind
walker-wheelchair = Rollstuhl
rule-profile = Es muss adult, older, walker, child_6 oder wheelchair sein.

## Without a network
offline-now = Sie sind offline. Suchen und Filtern geht erst wieder mit Netz.
offline-seen = Sie sind offline. Das ist der Stand vom { $when }. Ob ein Ort jetzt geöffnet ist, kann sich geändert haben.

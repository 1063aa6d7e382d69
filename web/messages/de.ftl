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
finder-near-hint = zum Beispiel „{ $example }“
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
district-survey = Alle Orte erfasst
district-survey-none = noch nicht
district-surveyed = Vollständig erfasst am { $day } ({ $role }).
district-survey-expired = Das ist länger als zwei Jahre her und gilt nicht mehr.
participation-title = Hinweise aus der Bevölkerung
participation-about = Wie viele Hinweise kamen, und was daraus wurde. Gezählt für die ganze Stadt.
participation-quarter = Quartal
participation-received = eingegangen
participation-soon = in 30 Tagen entschieden
participation-accepted = auf der Karte
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
privacy-short-nothing = Dieses Programm speichert nichts über Sie: kein Konto, keine Cookies, keine Zählung Ihrer Besuche, kein Protokoll Ihrer Anfragen.
privacy-request = Was bei einem Aufruf geschieht
privacy-request-here = Ihr Browser fragt nur diesen Server. Karte, Schriften und Bilder kommen von hier.
privacy-request-others = Die Karte kommt von { $hosts }: Ihr Browser fragt auch dort und nennt dabei Ihre Internet-Adresse. Alles andere kommt von diesem Server.
privacy-request-forgotten = Suchwörter, Filter und Standort stehen in der Anfrage. Das Programm beantwortet sie und vergisst sie.
privacy-request-counted = Damit niemand den Dienst lahmlegt, zählt das Programm eine Weile, wie viele Anfragen aus einem Netz kommen. Es merkt sich dafür keine Adresse, sondern nur im Arbeitsspeicher eine Zahl für das ganze Netz. Den Schlüssel dazu wirft es jeden Tag weg; dann sagt die Zahl niemandem mehr etwas.
privacy-request-before = Vor dem Programm kann ein Server der verantwortlichen Stelle stehen, der Anfragen aufzeichnet. Darüber gibt diese Stelle Auskunft.
privacy-position = Ihr Standort
privacy-position-asked = Ihr Browser gibt den Standort nur weiter, wenn Sie „In meiner Nähe“ wählen und zustimmen.
privacy-position-address = Der Standort steht danach in der Adresse der Seite. Wer diese Adresse bekommt, sieht ihn.
privacy-suggestion = Wenn Sie einen Ort vorschlagen
privacy-suggestion-kept = Gespeichert werden Ihre Angaben zum Ort und der Tag. Wer sie geschickt hat, wird nicht gespeichert. Schreiben Sie bitte keine Namen von Menschen hinein.
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
imprint-data-residents = Wer wo wohnt: { $source }
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

## Missing or wrong
suggest-link = Ort fehlt oder stimmt nicht?
suggest-wrong-link = Stimmt hier etwas nicht?
suggest-back = Zurück
suggest-missing-title = Ein Ort fehlt
suggest-wrong-title = Stimmt etwas nicht: { $name }
suggest-intro = Sagen Sie der Stadt, welcher Ort zum Treffen fehlt. Die Stadt prüft es. Erst dann steht der Ort hier. Stimmt bei einem Ort etwas nicht? Dann öffnen Sie diesen Ort und wählen dort „Stimmt hier etwas nicht?“.
suggest-intro-wrong = Füllen Sie nur aus, was anders ist. Die Stadt prüft es. Erst dann ändert sich hier etwas.
suggest-anonymous = Sie bleiben unbekannt: Gespeichert werden nur diese Angaben und der Tag. Antworten können wir deshalb nicht.
suggest-name = Name des Ortes
suggest-name-right = Richtiger Name
suggest-kind = Art des Ortes
suggest-unknown = weiß ich nicht
suggest-address = Wo ist der Ort?
suggest-address-hint = Adresse oder Beschreibung, zum Beispiel „hinter der Schule“
suggest-hours = Wann ist offen?
suggest-hours-hint = zum Beispiel „Mo bis Fr 10 bis 17 Uhr“
suggest-free = Kostenlos?
suggest-consumption = Muss man etwas kaufen?
suggest-toilets = Gibt es eine Toilette?
suggest-gone = Diesen Ort gibt es nicht mehr
suggest-remark = Noch etwas?
suggest-remark-hint = Höchstens 1.000 Zeichen. Bitte keine Namen, Telefonnummern oder E-Mail-Adressen.
suggest-trap = Bitte leer lassen
suggest-send = Absenden
suggest-map-open = Stelle auf der Karte zeigen
suggest-map-close = Karte schließen
suggest-map-label = Karte zum Auswählen einer Stelle
suggest-map-help = Tippen Sie auf die Stelle. Mit der Tastatur: Pfeiltasten verschieben die Karte, Eingabe nimmt die Stelle im Fadenkreuz.
suggest-map-chosen = Die Stelle auf der Karte ist gewählt.
suggest-map-clear = Stelle löschen
suggest-thanks-title = Danke
suggest-thanks = Ihr Hinweis ist angekommen. Die Stadt prüft ihn.
suggest-again = Noch einen Hinweis geben
suggest-errors = Bitte prüfen Sie diese Angaben:
suggest-error-name = Wie heißt der Ort? Schreiben Sie einen Namen.
suggest-error-where = Wo ist der Ort? Schreiben Sie eine Adresse oder zeigen Sie die Stelle auf der Karte.
suggest-error-nothing = Was ist anders? Füllen Sie mindestens ein Feld aus.
suggest-error-long = Das ist zu lang. Höchstens { $most } Zeichen passen hier hinein.
suggest-error-characters = Hier stehen Zeichen, die wir nicht lesen können.
suggest-error-contact = Bitte nehmen Sie E-Mail-Adressen und Telefonnummern heraus. Wir speichern keine Kontaktdaten.
suggest-error-dwelling = Eine Wohnung ist kein Ort zum Treffen. Bitte schreiben Sie nichts, was zeigt, wo jemand wohnt.
suggest-error-dwelling-known = Bitte schreiben Sie nichts, was zeigt, wo jemand wohnt. Ist dieser Ort eine Wohnung? Dann wählen Sie „Diesen Ort gibt es nicht mehr“.
suggest-error-choice = Bitte wählen Sie eine der Antworten.
suggest-error-outside = Diese Stelle liegt nicht in der Stadt.
suggest-busy = Gerade kommen sehr viele Hinweise an. Bitte senden Sie in { $minutes } Min. noch einmal ab. Ihre Angaben stehen noch hier.
suggest-full = Zurzeit warten zu viele Hinweise. Bitte senden Sie in einigen Tagen noch einmal ab.
suggest-failed = Der Hinweis ließ sich nicht speichern. Bitte senden Sie später noch einmal ab. Ihre Angaben stehen noch hier.
suggest-foreign = Dieses Formular kam von einer anderen Internetseite. Bitte prüfen Sie die Angaben und senden Sie hier noch einmal ab.
suggest-unreadable = Dieses Formular können wir nicht lesen. Bitte füllen Sie es hier aus.

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
problem-too-many-title = Gerade zu viele Anfragen
problem-too-many = Aus Ihrem Netz kamen eben sehr viele Anfragen. Bitte versuchen Sie es in einer Minute noch einmal.
problem-busy-title = Gerade ist sehr viel los
problem-busy = Im Moment fragen sehr viele zugleich. Bitte versuchen Sie es in einer Minute noch einmal.
problem-too-large-title = Das war zu viel auf einmal
problem-too-large = Was Sie gesendet haben, ist größer, als diese Seite annimmt. Gespeichert wurde nichts.
problem-too-slow-title = Das hat zu lange gedauert
problem-too-slow = Was Sie gesendet haben, kam zu langsam an. Gespeichert wurde nichts. Bitte versuchen Sie es noch einmal.
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

## Changes to subscribe to
feed-link = Änderungen abonnieren
feed-title = Änderungen in { $city }
feed-title-district = Änderungen in { $district }, { $city }
feed-added = neu
feed-changed = geändert
feed-closed = geschlossen
feed-removed = entfernt
feed-no-place = Ein Ort, den es hier nicht mehr gibt
feed-no-event = Etwas, das hier nicht mehr angekündigt ist
feed-undone = Damit ist eine frühere Änderung zurückgenommen.
feed-about-name = Name
feed-about-where = Lage
feed-about-hours = Öffnungszeiten
feed-about-dates = Termine
feed-about-cost = Kosten
feed-about-state = Zustand
feed-about-equipment = Ausstattung
feed-about-check = Prüfung vor Ort
feed-about-more = weitere Angaben

## The desk: pages for the people of the city. They are not said in plain German.
role-editor = Redaktion
role-auditor = Barriere-Prüfung
role-planner = Planung
role-patrol = Präsenz
role-prevention = Prävention
role-admin = Verwaltung der Konten
role-about-editor = Orte und Termine eintragen und ändern
role-about-auditor = Orte auf Barrieren prüfen
role-about-planner = Erhebungen bestätigen, Szenarien und Kennzahlen
role-about-patrol = Zonen, Pläne und Präsenz, Auswertungen nach Zone
role-about-prevention = vertrauliche Auswertungen und Hilfsangebote
role-about-admin = Konten, Einspielen von Daten, Veröffentlichungen; keine Auswertungen zur Sicherheit
staff-home = Verwaltung
staff-nav = Bereiche der Verwaltung
staff-link = Für die Verwaltung
staff-log-in = Anmelden
staff-log-in-intro = Nur für Menschen, die bei der Stadt diese Karte pflegen. Wer einen Ort sucht oder etwas melden möchte, braucht kein Konto.
staff-log-out = Abmelden
staff-field-name = Name des Kontos
staff-field-password = Passwort
staff-field-new-password = Neues Passwort
staff-field-again = Neues Passwort noch einmal
staff-wrong = Name oder Passwort stimmt nicht.
staff-wait = Zu viele Versuche. Der nächste ist in { $seconds } Sekunden möglich.
staff-foreign = Das Formular kam von einer anderen Seite. Bitte hier noch einmal absenden.
staff-failed = Das hat gerade nicht geklappt. Bitte später noch einmal versuchen.
staff-not-allowed = Dafür hat dieses Konto keine Rolle.
staff-roles = Rollen
staff-no-roles = Dieses Konto hat noch keine Rolle.
staff-own-account = Eigenes Konto
staff-change-password = Passwort ändern
staff-password-due = Bitte zuerst ein eigenes Passwort wählen: Das jetzige kennt noch jemand.
staff-password-rule = { $least } bis { $most } Zeichen, davon mindestens fünf verschiedene, und nicht der Name des Kontos. Mehrere Wörter hintereinander sind gut.
staff-password-wrong = Das jetzige Passwort stimmt nicht.
staff-password-same = Das neue Passwort ist das alte.
staff-password-differs = Die beiden neuen Passwörter sind verschieden.
staff-log-out-everywhere = Überall abmelden
staff-log-out-everywhere-about = Beendet jede Sitzung dieses Kontos, auch diese.
staff-scenarios = Versuche
staff-scenarios-about = Hier stehen Versuche, die sich jemand gemerkt hat. Neue entstehen auf der Seite:
staff-scenarios-all = Gemerkte Versuche
staff-scenarios-none = Noch keine.
staff-scenarios-too-many = Mehr Versuche gehen nicht. Bitte zuerst einen löschen.
staff-scenarios-compare = Zwei vergleichen
staff-scenarios-show = Nebeneinander zeigen
staff-scenario-a = Versuch A
staff-scenario-b = Versuch B
staff-scenario-new = Versuch merken
staff-scenario-name = Name
staff-scenario-name-rule = Bitte einen Namen von 1 bis 100 Zeichen.
staff-scenario-note = Notiz (freiwillig)
staff-scenario-note-rule = Die Notiz ist zu lang oder enthält Steuerzeichen.
staff-scenario-keep = Merken
staff-scenario-kept = Gemerkt am { $at } ({ $role }) für Datenstand { $revision }.
staff-scenario-changed = Seitdem haben sich Daten geändert; gerechnet wird mit den neuen.
staff-scenario-remove = Löschen

# Maßnahmen gegen Barrieren und Nachprüfungen
staff-measures = Maßnahmen
staff-measures-about = Was gegen Barrieren getan werden kann. Oben steht, was für seine Kosten die meisten Menschen hineinlässt. Vorgeschlagenes ist noch kein Beschluss der Stadt und steht nirgends öffentlich.
staff-measures-score = Punkte: Einwohner, die in { $minutes } Minuten zu Fuß dort sind (Tempo älterer Menschen), mal Stufen über alle Bedarfe (nicht nutzbar → eingeschränkt 2, eingeschränkt → gut 1), geteilt durch das Gewicht der Kosten (A 1, B 3, C 10, D 30). Ein Vorschlag: Die Teile stehen immer dabei.
staff-measures-show = Zeigen
staff-measures-ranked = { $count ->
    [one] Eine Maßnahme mit Rang
   *[other] { $count } Maßnahmen mit Rang
  }
staff-measures-none = Keine.
staff-measures-apart = Ohne Rang
staff-measures-left-out = { $count ->
    [one] Eine weitere Maßnahme passt nicht zur Auswahl oder ist abgeschlossen.
   *[other] { $count } weitere Maßnahmen passen nicht zur Auswahl oder sind abgeschlossen.
  }
staff-measure-rank = Rang
staff-measure-what = Maßnahme
staff-measure-where = Ort
staff-measure-parts = Punkte
staff-measure-formula = { $residents } Einwohner × { $steps } Stufen ÷ { $weight }
staff-measure-gained = Gewinnen einen nutzbaren Ort
staff-measure-gained-none = niemand neu: Der Ort wird besser, war aber schon nutzbar
staff-measure-state = Stand
staff-measure-cost = Kosten
staff-measure-until = bis { $year }
staff-any-need = egal welcher
staff-cost-A = A: unter 1.000 €
staff-cost-B = B: 1.000 bis 10.000 €
staff-cost-C = C: 10.000 bis 100.000 €
staff-cost-D = D: über 100.000 €
staff-progress-proposed = vorgeschlagen
staff-progress-decided = beschlossen
staff-progress-funded = finanziert
staff-progress-in_progress = in Arbeit
staff-progress-implemented = umgesetzt
staff-progress-rejected = abgelehnt
staff-why-no_place = Den Ort gibt es nicht mehr.
staff-why-not_published = Keine Prüfung dieses Ortes ist veröffentlicht: Was besser würde, ist nicht bekannt.
staff-why-other_criteria = Die neueste Prüfung kennt nicht alle Kriterien dieser Maßnahme.
staff-why-nothing_alone = Allein ändert sie keine Bewertung. Vielleicht zusammen mit anderen am selben Ort: siehe Umbau.
staff-why-no_cost = Niemand hat die Kosten geschätzt.
staff-why-residents_unknown = Wo Menschen wohnen, ist nicht bekannt.
staff-why-few_residents = Um den Ort wohnen weniger als zehn Menschen; so wenige werden nicht genannt.
staff-retrofit = Umbau: Was wäre, wenn?
staff-retrofit-about = Was folgt, wenn alle Maßnahmen einer Auswahl umgesetzt werden? Gespeichert wird nichts. Ohne Angabe beim Stand zählen alle, die nicht abgeschlossen sind.
staff-retrofit-ask = Rechnen
staff-retrofit-result = Das folgt daraus
staff-retrofit-counts = Umgesetzte Maßnahmen: { $measures }. Orte: { $places }.
staff-retrofit-cost = Kosten nach Klassen: { $low } bis { $high } €.
staff-retrofit-cost-open = Kosten nach Klassen: mindestens { $low } €, nach oben offen (Klasse D: { $count }).
staff-retrofit-cost-unknown = Ohne Kostenklasse: { $count }. Die Summe ist darum zu niedrig.
staff-retrofit-year = Jahr, in dem alle den Standard erfüllen
staff-retrofit-year-about = Im selben Tempo wie bisher, nur mit weniger Rest. Eine Kurzprüfung kann den Standard nicht belegen, auch nach einem Umbau nicht.
staff-retrofit-reached = erreicht
staff-retrofit-no-year = kein Jahr
staff-retrofit-apart = Nicht gerechnet
staff-retrofit-better = Orte, die besser werden
staff-retrofit-usable = davon erst damit nutzbar
staff-retrofit-share = Einwohner mit nutzbarem Ort
staff-retrofit-nobody = Für keinen Bedarf wird ein Ort besser.
staff-retrofit-needs-about = Nutzbar heißt: gut oder mit Einschränkungen, in { $minutes } Minuten zu Fuß im Tempo älterer Menschen.
staff-due = Nachprüfungen
staff-due-about = Orte mit veröffentlichter Prüfung, an denen noch einmal jemand nachsehen muss. Die alte Prüfung gilt bis dahin.
staff-due-no-reports = Was Menschen über Veränderungen melden, zählt in dieser Liste noch nicht.
staff-due-count = { $count ->
    [one] Ein Ort ist neu zu prüfen
   *[other] { $count } Orte sind neu zu prüfen
  }
staff-due-none = Zurzeit keiner.
staff-due-audited = Geprüft am { $day }
staff-due-plan = Prüfung planen
staff-due-expired = 36 Monate sind vorbei.
staff-due-measure_implemented = Seit der Prüfung wurde eine Maßnahme umgesetzt.
staff-due-rebuilt = Seit der Prüfung umgebaut, umgezogen oder wieder eröffnet.
staff-due-reported = Mehrere Menschen haben eine Veränderung gemeldet.
staff-open-count = { $count ->
    [one] An einem Ort sind Maßnahmen offen
   *[other] An { $count } Orten sind Maßnahmen offen
  }
staff-open-measures = { $count ->
    [one] eine offen
   *[other] { $count } offen
  }
staff-webhooks = Webhooks
staff-webhooks-about = Andere Programme erfahren von Änderungen an Orten und Terminen, eines nach dem anderen, bis sie geantwortet haben. Übermittelt wird, was sich wo geändert hat und in welcher Rolle, nie ein Name.
staff-webhooks-all = Alle Webhooks
staff-webhooks-none = Noch keine.
staff-webhooks-off = Dieser Server benachrichtigt keine anderen Programme.
staff-webhooks-too-many = Mehr Webhooks gehen nicht. Bitte zuerst einen löschen.
staff-webhook-new = Neuer Webhook
staff-webhook-add = Webhook anlegen
staff-webhook-url = Adresse
staff-webhook-url-rule = Sie beginnt mit https:// und führt nicht in das eigene Netz, außer der Server erlaubt es.
staff-webhook-kinds = Arten von Änderungen
staff-webhook-districts = Stadtteile
staff-webhook-all = (nichts gewählt heißt alle)
staff-webhook-secret = Damit sind Nachrichten an { $url } unterschrieben. Es wird nur jetzt gezeigt:
staff-webhook-last = Zuletzt angenommen
staff-webhook-never = noch nie
staff-webhook-active = Läuft.
staff-webhook-paused = Angehalten.
staff-webhook-in-trouble = Antwortet seit { $since } nicht: { $reason }. Versuche: { $attempts }, der nächste am { $next }.
staff-webhook-given-up = Aufgegeben: hat seit { $since } nicht geantwortet, zuletzt: { $reason }. Mit „Weiter“ wird alles nachgeholt.
staff-webhook-waiting = Noch nicht durchgesehene Einträge des Protokolls: { $count }.
staff-webhook-try = Probe senden
staff-webhook-heard = Die Probe ist angekommen.
staff-webhook-not-heard = Die Probe ist nicht angekommen: { $reason }.
staff-webhook-pause = Anhalten
staff-webhook-go-on = Weiter
staff-webhook-remove = Löschen
staff-webhook-status = Antwort { $status }
staff-webhook-nameless = der Name ist unbekannt
staff-webhook-out-of-reach = die Adresse liegt im eigenen Netz
staff-webhook-unreachable = nicht erreichbar
staff-webhook-untrusted = keine vertrauenswürdige Verbindung
staff-webhook-slow = keine Antwort in zehn Sekunden
staff-webhook-garbled = die Antwort ist unverständlich
staff-news-place-added = Ort neu
staff-news-place-changed = Ort geändert
staff-news-place-closed = Ort geschlossen
staff-news-place-removed = Ort entfernt
staff-news-event-added = Termin neu
staff-news-event-changed = Termin geändert
staff-news-event-removed = Termin entfernt
staff-done-scenario-kept = Der Versuch ist gemerkt.
staff-done-scenario-removed = Der Versuch ist gelöscht.
staff-done-webhook-changed = Der Webhook ist geändert.
staff-done-webhook-removed = Der Webhook ist gelöscht.
staff-accounts = Konten
staff-accounts-all = Alle Konten
staff-account-new = Neues Konto
staff-account-add = Konto anlegen
staff-account-since = angelegt am { $day }
staff-account-disabled = gesperrt
staff-account-must-change = muss das Passwort noch ändern
staff-account-sso = mit zentraler Anmeldung
staff-account-save-roles = Rollen speichern
staff-account-new-password = Neues Passwort ausgeben
staff-account-log-out = Überall abmelden
staff-account-enable = Entsperren
staff-account-disable = Sperren
staff-account-remove = Löschen
staff-first-password = Erstes Passwort für { $name }. Es wird nur jetzt gezeigt und muss beim ersten Anmelden geändert werden:
staff-sso-button = Mit der zentralen Anmeldung
staff-sso-password-admins = Mit Passwort anmelden (nur für die Verwaltung der Konten)
staff-sso-none = Eine zentrale Anmeldung ist hier nicht eingerichtet.
staff-sso-away = Die zentrale Anmeldung ist gerade nicht erreichbar. Bitte später noch einmal versuchen.
staff-sso-stale = Diese Anmeldung ist abgelaufen oder wurde in einem anderen Browser begonnen. Bitte noch einmal anmelden.
staff-sso-denied = Die zentrale Anmeldung wurde abgebrochen.
staff-sso-untrusted = Die zentrale Anmeldung hat etwas geantwortet, das nicht stimmt. Niemand ist angemeldet. Wer die Anlage betreut, findet den Grund im Protokoll.
staff-sso-no-role = Die zentrale Anmeldung nennt für dieses Konto keine Rolle in diesem Programm. Wer sie verwaltet, kann eine vergeben.
staff-sso-disabled = Dieses Konto ist gesperrt.
staff-sso-left = Hier ist niemand mehr angemeldet. Bei der zentralen Anmeldung läuft die Sitzung noch.
staff-sso-leave = Auch dort abmelden
staff-sso-no-password = Dieses Konto hat hier kein Passwort. Es wird mit der zentralen Anmeldung benutzt.
staff-name-rule = 2 bis 60 Buchstaben, Ziffern und die Zeichen . - _ @
staff-name-taken = Ein Konto mit diesem Namen gibt es schon.
staff-own-account-stays = Das eigene Konto kann man nicht sperren, löschen oder von der Verwaltung der Konten ausschließen.
staff-done-password = Das Passwort ist geändert. Andere Sitzungen sind beendet.
staff-done-account-changed = Das Konto ist geändert.
staff-done-account-removed = Das Konto ist gelöscht.
staff-places = Orte
staff-place-new = Neuer Ort
staff-place-save = Speichern
staff-place-public = Öffentliche Seite
staff-place-history = Verlauf
staff-place-verified = Zuletzt geprüft am { $day }
staff-place-never-verified = Noch nie geprüft
staff-place-stale = bitte prüfen
staff-place-outdated = seit über zwei Jahren ungeprüft
staff-place-checked = Geprüft
staff-place-complete = Vollständig
staff-place-confirmed = Ich habe alle Angaben geprüft; sie stimmen heute
staff-place-choose = bitte wählen
staff-place-faults = Das ist noch zu ändern:
staff-place-group-what = Was ist es?
staff-place-group-where = Wo ist es?
staff-place-group-state = Zustand
staff-place-group-hours = Öffnungszeiten
staff-place-group-use = Wer, wofür, zu welchen Kosten?
staff-place-group-equipment = Ausstattung
staff-place-group-amenities = Was gibt es dort?
staff-place-group-remarks = Hinweise und Quelle
staff-place-where-hint = Auf der Karte verschieben oder zeichnen, oder die Zahlen eintragen.
staff-place-name = Name
staff-place-name-easy = Name in Leichter Sprache
staff-place-kind = Art
staff-place-operator = Träger
staff-place-operator-type = Art des Trägers
staff-place-lon = Länge (Ost)
staff-place-lat = Breite (Nord)
staff-place-geometry = Gezeichnete Fläche oder Linie (GeoJSON)
staff-place-street = Straße
staff-place-housenumber = Hausnummer
staff-place-postcode = Postleitzahl
staff-place-city = Ort
staff-place-status = Status
staff-place-valid-from = Gilt ab
staff-place-valid-to = Gilt bis
staff-place-status-reason = Grund
staff-place-relocated-to = Verlegt nach (Kennung eines Ortes)
staff-place-opening-hours = Öffnungszeiten
staff-place-opening-hours-source = Woher kommen die Zeiten?
staff-place-access = Zugang
staff-place-cost = Kosten
staff-place-cost-text = Kosten in Worten
staff-place-consumption-required = Muss man etwas kaufen?
staff-place-own-food-allowed = Eigenes Essen erlaubt?
staff-place-audience-restriction = Wer darf kommen?
staff-place-min-age = Ab Alter
staff-place-max-age = Bis Alter
staff-place-topics = Themen
staff-place-languages = Sprachen
staff-place-bookable = Können Gruppen buchen?
staff-place-seats = Sitzplätze
staff-place-floor-area-m2 = Fläche in m²
staff-place-room-count = Räume
staff-place-toilets = Toilette
staff-place-eurokey = Mit Euro-Schlüssel?
staff-place-note-de = Hinweis auf Deutsch
staff-place-note-en = Hinweis auf Englisch
staff-place-source = Quelle
staff-place-licence = Lizenz
staff-hint-hours = In der Schreibweise von OpenStreetMap, zum Beispiel „Mo-Fr 10:00-17:00; PH off“.
staff-hint-languages = Kürzel mit Komma dazwischen: de, en, dgs (Gebärdensprache), de-leicht.
staff-hint-geometry = Wird von der Karte ausgefüllt. Leer heißt: Der Ort ist ein Punkt.
staff-hint-relocated = Nur bei „verlegt“: die Kennung aus der Adresszeile des anderen Ortes.
staff-hint-valid-from = Erster Tag des Ortes; bei „verlegt“ und „vorübergehend geschlossen“: seit wann.
staff-hint-valid-to = Letzter Tag des Ortes; bei „geschlossen“ nötig.
staff-hours-look = Woche zeigen
staff-hours-none = Ohne Text ist nicht bekannt, wann offen ist.
staff-hours-unclear = Dieser Text wird nicht verstanden. Er wird so gezeigt, wie er ist, und gilt nie als „offen“.
staff-empty = (leer)
staff-meanwhile = Inzwischen hat jemand anderes diesen Ort geändert. Es ist noch nichts gespeichert.
staff-meanwhile-before = vorher
staff-meanwhile-now = jetzt
staff-meanwhile-typed = Ihre Eingabe
staff-meanwhile-save = Im Formular stehen beide Änderungen zusammen. Bitte ansehen und noch einmal speichern.
staff-rule-needed = Das wird gebraucht.
staff-rule-text = Der Text ist zu lang oder enthält unzulässige Zeichen.
staff-rule-number = Bitte eine ganze Zahl eintragen.
staff-rule-day = Bitte einen Tag eintragen.
staff-rule-degrees = Bitte Grad eintragen, zum Beispiel 48,8975.
staff-rule-spot = Der Ort auf der Karte fehlt oder ist nicht zu lesen. Bitte Länge und Breite eintragen oder auf die Karte klicken.
staff-rule-place = Das ist nicht die Kennung eines anderen Ortes.
staff-rule-shape = Das ist keine gültige Fläche oder Linie.
staff-rule-choice = Bitte eine der Möglichkeiten wählen.
staff-rule-order = Das Ende liegt vor dem Anfang.
staff-rule-over = Dieser Tag ist schon vorbei. Bitte leer lassen oder einen späteren Tag eintragen.
staff-rule-outside = Das liegt außerhalb der Stadt. Länge ist Ost, Breite ist Nord.
staff-rule-refuge = Schutz-Einrichtungen werden hier nie eingetragen.
staff-rule-needed-or-wrong = fehlt oder passt nicht
staff-no-place = Diesen Ort gibt es nicht oder nicht mehr.
staff-done-place = Der Ort ist gespeichert.
staff-done-place-added = Der Ort ist eingetragen.
staff-done-places = Gespeichert.
staff-done-hours-unclear = Gespeichert. Aber die Öffnungszeiten werden nicht verstanden: Der Ort gilt nie als „offen“, und Besucher lesen nur den Text. Bitte unten ändern.
staff-done-taken-back = Die Änderung ist zurückgenommen.
staff-search = Name, Art oder Stadtteil
staff-all = alle
staff-show = Zeigen
staff-more = Weiter
staff-choose = auswählen
staff-choose-place = { $name } auswählen
staff-places-count = { $count } Orte
staff-several = Angekreuzte gemeinsam ändern
staff-several-field = Was?
staff-several-do = Alle angekreuzten ändern
staff-several-with-status = nur zusammen mit einem Status
staff-several-not = Nichts ist geändert, denn bei diesen Orten geht es nicht:
staff-several-meanwhile = inzwischen von jemand anderem geändert; bitte neu laden
staff-none-chosen = Es ist kein Ort angekreuzt.
staff-no-column = Bitte wählen, was geändert werden soll.
staff-check = Zu prüfen
staff-check-stale = Lange nicht geprüft
staff-check-count =
    { $stale ->
        [one] 1 Ort ist seit zwölf Monaten nicht geprüft.
       *[other] { $stale } Orte sind seit zwölf Monaten nicht geprüft.
    } { $outdated ->
        [0] Nach zwei Jahren zählt ein Ort nicht mehr als Treffpunkt.
        [one] Bei 1 davon ist es länger als zwei Jahre her: Er zählt nicht mehr als Treffpunkt.
       *[other] Bei { $outdated } davon ist es länger als zwei Jahre her: Sie zählen nicht mehr als Treffpunkt.
    }
staff-check-never-about =
    { $count ->
        [one] Bei 1 Ort hat noch niemand bestätigt, dass die Angaben stimmen. Sie können richtig sein: Das ist nicht bekannt.
       *[other] Bei { $count } Orten hat noch niemand bestätigt, dass die Angaben stimmen. Sie können richtig sein: Das ist nicht bekannt.
    }
staff-check-more = und { $count } weitere
staff-still-right = Stimmt noch
staff-table = Tabelle
staff-table-out = Alle Orte als Tabelle
staff-table-out-about = Eine CSV-Datei mit allen Angaben, zum Bearbeiten in einer Tabellen-Kalkulation. Leere Zellen heißen: nicht bekannt.
staff-table-download = Tabelle herunterladen
staff-table-in = Tabelle einspielen
staff-table-in-about = Eine Zeile mit bekannter Kennung ändert den Ort, eine ohne Kennung trägt einen neuen ein. Spalten, die fehlen, bleiben wie sie sind. Nur die Spalte „version“ muss bleiben, sonst wird die Tabelle abgelehnt. Was seit dem Herunterladen jemand anderes geändert oder entfernt hat, wird ausgelassen und genannt. Neue Orte gehen auch als GeoJSON.
staff-table-file = Datei (CSV oder GeoJSON, höchstens 16 MB)
staff-table-try = Probelauf
staff-table-store = Einspielen
staff-table-no-file = Es wurde keine Datei gewählt.
staff-table-trial = Probelauf: Noch ist nichts gespeichert
staff-table-stored = Gespeichert
staff-table-refused = Die Datei wird nicht genommen, nichts ist gespeichert
staff-table-unchanged = Unverändert: { $count }
staff-table-added = Neu: { $count }
staff-table-changed = Geändert: { $count }
staff-table-since = Seither von jemand anderem geändert oder entfernt, und ausgelassen: { $count }
staff-table-duplicates = Wahrscheinlich doppelt: { $count }
staff-place-edit = Bearbeiten
staff-place-gone = Entfernter Ort
staff-history-of = Verlauf: { $name }
staff-history-none = Seit das Protokoll beginnt, ist nichts geschehen.
staff-take-back = Zurücknehmen
staff-take-back-added = Damit verschwindet der Ort von der Karte. Hat er nur geschlossen, ist der Status „Dauerhaft geschlossen“ richtig.
staff-place-remove = Ort entfernen
staff-moved = um { $distance } verschoben
staff-redrawn = neu gezeichnet
staff-redrawn-moved = neu gezeichnet, Mitte um { $distance } verschoben
staff-place-spot = Ort auf der Karte
staff-member-origin = Wer den Eintrag pflegt
staff-member-verified-by-role = Geprüft von
staff-member-position-quality = Wie genau die Stelle bekannt ist
staff-member-estimated = Geschätzt
staff-undoes = nimmt Nr. { $number } zurück
staff-entry-number = Nr. { $number }
staff-undo-since = Das geht nicht mehr: Seither wurde das wieder geändert: { $members }.
staff-undo-again = Das geht nicht: Der Ort kommt aus einer eingespielten Datei und käme wieder. Bitte schließen.
staff-undo-in-use = Das geht nicht: Dort finden Termine statt, oder ein anderer Ort ist dorthin umgezogen. Bitte das zuerst ändern.
staff-undo-not = Das lässt sich nicht zurücknehmen.
staff-trail = Protokoll
staff-trail-about = Jede Änderung mit Rolle und Zeitpunkt. Einträge kommen nur hinzu und sind miteinander verkettet; „miteinander check“ prüft die Kette. Menschen, die Orte suchen oder etwas melden, stehen hier nie.
staff-trail-wrong = Das wird nicht verstanden: { $field }
staff-trail-number = Nr.
staff-trail-at = Wann
staff-trail-by = Wer
staff-trail-action = Was
staff-trail-subject = Woran (zum Beispiel place/)
staff-trail-detail = Angaben
staff-trail-from = Ab Tag
staff-trail-until = Bis Tag
staff-trail-redacted = Inhalt entfernt
trail-added = neu
trail-changed = geändert
trail-closed = geschlossen
trail-removed = entfernt
trail-redacted = Inhalt entfernt
trail-import = Eingespielt:
trail-built-in = mit dem Programm geliefert
trail-owner = eigenes Konto
trail-command-line = Kommandozeile
trail-single-sign-on = Zentrale Anmeldung
staff-audience-age = nur bestimmte Alter
staff-map-corners = { $count ->
    [one] Eine Ecke
   *[other] { $count } Ecken
}
staff-draft = Das Formular enthält noch nicht Gespeichertes von vorhin.
staff-draft-discard = Verwerfen
staff-map-open = Auf der Karte zeigen oder zeichnen
staff-map-mode = Was zeigt die Karte?
staff-map-point = einen Punkt
staff-map-area = eine Fläche
staff-map-help-point = Ein Klick auf die Karte setzt den Ort dorthin. Mit der Tastatur: Pfeiltasten bewegen die Karte, Enter setzt den Ort in die Mitte.
staff-map-help-area = Jeder Klick setzt eine Ecke. Mit der Tastatur: Pfeiltasten bewegen die Karte, Enter setzt eine Ecke in die Mitte.
staff-map-back = Letzte Ecke zurücknehmen
staff-map-anew = Neu beginnen

## Staff: suggestions of residents
staff-suggestions = Hinweise
staff-suggestions-back = Alle Hinweise
staff-suggestion-none = Diesen Hinweis gibt es nicht.
staff-suggestion-withheld = Zurückgehaltener Hinweis
staff-suggestion-removed = Gelöschter Hinweis
staff-suggestion-place-gone = Der Ort, um den es geht, ist nicht mehr hier.
staff-suggestion-nameless = Ohne Namen
staff-states = Stand der Hinweise
staff-state-open = Offen
staff-state-accepted = Übernommen
staff-state-rejected = Abgelehnt
staff-state-removed = Gelöscht
staff-was-open = Offen
staff-was-accepted = Übernommen
staff-was-rejected = Abgelehnt
staff-was-removed = Inhalt gelöscht
staff-matter-missing = Ort fehlt
staff-matter-wrong = Etwas stimmt nicht
staff-matter-gone = Ort gibt es nicht mehr
staff-by-matter = Worum es geht
staff-any-matter = Alles
staff-filter = Anzeigen
staff-received = eingegangen am { $day }
staff-waits =
    { $days ->
        [0] wartet seit heute
        [one] wartet seit 1 Tag
       *[other] wartet seit { $days } Tagen
    }
staff-decided-on = am { $day }
staff-queue-empty = Hier ist nichts zu tun.
staff-next-page = Weitere Hinweise
staff-alike-count =
    { $count ->
        [one] 1 ähnlicher Ort
       *[other] { $count } ähnliche Orte
    }
staff-withheld-refuge = zurückgehalten: nennt einen geschützten Ort
staff-withheld-dwelling = zurückgehalten: handelt von einer Wohnung
staff-withheld-about-refuge = Was hier steht, zeigen wir niemandem: Es nennt einen Ort, der Menschen schützt. Bitte löschen Sie den Inhalt.
staff-withheld-about-dwelling = Was hier steht, zeigen wir niemandem: Es handelt wohl von einer Wohnung. Geht es um einen Ort, der schon auf der Karte ist? Dann prüfen Sie, ob er eine Wohnung ist.
staff-doubt-dwelling = Könnte eine Wohnung sein
staff-doubt-about-dwelling = Die Wörter klingen nach einem privaten Haushalt. Auf die Karte gehört nur, was allen offensteht.
staff-doubt-house_number = Adresse ohne bekannten Ort
staff-doubt-about-house_number = An dieser Hausnummer kennen wir noch keinen Ort. Es könnte eine Wohnung sein.
staff-doubt-person = Nennt vielleicht eine Person
staff-doubt-about-person = Namen von Menschen gehören nicht in den Eintrag.
staff-open-place = Den Ort ansehen
staff-compare-now = Bisher
staff-compare-said = Hinweis
staff-compare-differs = anders
staff-compare-status = Stand
staff-compare-spot = Stelle auf der Karte
staff-compare-away = { $distance } entfernt
staff-spot-unknown = Wo das ist, wissen wir nicht.
staff-spot-outside = in keinem Stadtteil
staff-spot-picked = auf der Karte gezeigt
staff-spot-place = Stelle des Ortes
staff-spot-address = aus der Adresse bestimmt
staff-alike-places = Vielleicht schon bekannt
staff-alike-none = Nichts Ähnliches in der Nähe.
staff-alike-suggestions = Ähnliche offene Hinweise
staff-called-alike = ähnlicher Name
staff-edit-this = Diesen Ort damit bearbeiten
staff-decide = Entscheiden
staff-accept-new = Als neuen Ort anlegen
staff-accept-new-hint = Öffnet das Formular mit dem, was im Hinweis steht. Übernommen ist er erst, wenn der Ort gespeichert ist.
staff-accept-edit = Ort damit bearbeiten
staff-accept-edit-hint = Öffnet den Ort mit dem, was im Hinweis steht. Übernommen ist er erst, wenn der Ort gespeichert ist.
staff-reject = Ablehnen
staff-reject-several = Mehrere ablehnen
staff-reject-chosen = Ausgewählte ablehnen
staff-ground = Grund
staff-ground-choose = Bitte wählen
staff-ground-known = Ist schon bekannt
staff-ground-no_meeting_place = Kein Ort zum Treffen
staff-ground-private = Wohnung oder privater Grund
staff-ground-not_so = Vor Ort geprüft: nicht so
staff-ground-unclear = Nicht zu verstehen
staff-ground-advertising = Werbung oder Unsinn
staff-ground-other = Anderer Grund
staff-ground-missing = Bitte wählen Sie einen Grund.
staff-note = In eigenen Worten
staff-note-hint = Höchstens 500 Zeichen. Bleibt gespeichert: bitte keine Namen, Telefonnummern oder E-Mail-Adressen.
staff-note-missing = Bitte schreiben Sie den Grund in eigenen Worten.
staff-note-unreadable = Der Text ist zu lang oder enthält Zeichen, die wir nicht lesen können.
staff-note-refuge = Der Text nennt einen Ort, der Menschen schützt. Das darf hier nicht stehen.
staff-note-contact = Bitte nehmen Sie E-Mail-Adressen und Telefonnummern aus dem Text.
staff-note-person = Bitte nennen Sie niemanden mit Namen.
staff-note-dwelling = Bitte schreiben Sie nichts, was zeigt, wo jemand wohnt.
staff-choose-some = Bitte wählen Sie mindestens einen Hinweis aus.
staff-choose-fewer = So viele auf einmal sind nicht möglich.
staff-decided-already = Inzwischen hat schon jemand entschieden. Ihre Entscheidung wurde nicht gespeichert.
staff-remove-content = Inhalt löschen
staff-remove-content-about = Für Angaben, die niemand aufbewahren soll. Es bleiben nur der Tag und der Grund.
staff-not-asked = Die Angabe „{ $field }“ in der Adresse dieser Seite verstehen wir nicht.
staff-done-rejected = Abgelehnt.
staff-done-rejected-some = Abgelehnt, was noch offen war. Über die anderen hatte schon jemand entschieden.
staff-done-content-removed = Der Inhalt ist gelöscht.
staff-list-map-open = Karte zeigen
staff-list-map-label = Karte der Liste
staff-list-map-help = Mit der Tastatur: Pfeiltasten verschieben die Karte, Plus und Minus vergrößern und verkleinern, Eingabe führt zum Eintrag im Fadenkreuz.
staff-follows = Ausgefüllt mit dem, was in einem Hinweis steht. Bitte prüfen, bevor Sie speichern.
staff-follows-link = Zum Hinweis
staff-follows-late = Über den Hinweis hat inzwischen jemand entschieden, oder es gibt ihn nicht. Was Sie speichern, gilt nur für den Ort.

## Staff: surveys of districts
staff-surveys = Erhebung
staff-surveys-about = Bestätigen Sie hier, dass ein Stadtteil vollständig erfasst ist. Das gilt { $months } Monate. Erst dann darf jemand sagen, dass dort etwas fehlt.
staff-survey-missing = noch nicht bestätigt
staff-survey-until = gilt bis { $day }
staff-survey-expired = abgelaufen am { $day }
staff-survey-known =
    { $rooms ->
        [one] 1 Raum
       *[other] { $rooms } Räume
    }, { $outdoor ->
        [one] 1 Platz
       *[other] { $outdoor } Plätze
    }
staff-survey-unknown = { $percent } % der wichtigsten Angaben fehlen
staff-survey-confirm = Als vollständig bestätigen
staff-survey-confirm-about = Alle Räume und Plätze zum Treffen in diesem Stadtteil stehen auf der Karte.
staff-survey-since = Vollständig erfasst am
staff-survey-day-rule = Der Tag darf nicht in der Zukunft und nicht zwei Jahre oder länger zurück liegen.
staff-survey-meanwhile = Inzwischen hat jemand anderes diese Erhebung geändert. Was jetzt gilt, steht darüber. Es ist noch nichts gespeichert.
staff-survey-withdraw = Bestätigung zurücknehmen
staff-survey-none-here = Für diesen Stadtteil gibt es nichts zurückzunehmen, oder es gibt ihn nicht.
staff-survey-was-added = bestätigt
staff-survey-was-changed = neu bestätigt
staff-survey-was-withdrawn = zurückgenommen
staff-done-surveyed = Der Stadtteil ist als vollständig erfasst bestätigt.
staff-done-survey-withdrawn = Die Bestätigung ist zurückgenommen.

## Staff: what there is to do
staff-todo = Zu tun
staff-todo-nothing = Nichts Dringendes.
staff-todo-suggestions =
    { $count ->
        [one] 1 offener Hinweis
       *[other] { $count } offene Hinweise
    }
staff-todo-oldest =
    { $days ->
        [0] der älteste von heute
        [one] der älteste wartet seit 1 Tag
       *[other] der älteste wartet seit { $days } Tagen
    }
staff-todo-check =
    { $count ->
        [one] 1 Ort seit einem Jahr nicht geprüft
       *[other] { $count } Orte seit einem Jahr nicht geprüft
    }
staff-todo-outdated = davon { $count } seit zwei Jahren
staff-todo-never =
    { $count ->
        [one] 1 Ort noch nie geprüft
       *[other] { $count } Orte noch nie geprüft
    }
staff-todo-surveys =
    { $count ->
        [one] 1 Stadtteil ohne gültige Erhebung
       *[other] { $count } Stadtteile ohne gültige Erhebung
    }
staff-figures = Umgang mit Hinweisen
staff-figures-about = Kennzahl 6.1.4: was eingeht, was daraus wird und wie lange das dauert. Gezählt wird für die ganze Stadt.
staff-figures-median = In so vielen Tagen war die Hälfte entschieden
staff-figures-p90 = In so vielen Tagen waren neun von zehn entschieden
staff-figures-14 = Warten länger als 14 Tage
staff-figures-30 = Warten länger als 30 Tage
staff-figures-month = Eingang im Monat
staff-figures-months = Hinweise nach Monaten

## Planning
planning-link = Planung
planning-title = Räume und Plätze zum Treffen in { $city }
planning-about = Hat jeder Stadtteil einen Raum und einen Platz zum Treffen? Für wen sind sie zu Fuß nah? Was fehlt?
planning-target = Ziel: Bis { $day } alle { $count } Stadtteile auf Stufe 1.
planning-ask = Frage an die Karte
planning-profile = Wer geht?
planning-minutes = Wie viele Minuten?
planning-counted-only = Nur Orte, die zählen
planning-when = Wann ist etwas offen?
planning-day = Tag
planning-hour = Uhrzeit
planning-any-time = egal wann
planning-slider = Stunde der Woche
planning-submit = Zeigen
planning-working = Wird berechnet …
planning-done = Die Zahlen sind neu.
planning-not-done = Das hat nicht geklappt. Die Zahlen sind noch die alten.
planning-figures = Wer ist wie nah?
planning-asked-only = Nur: { $sorts }.
planning-asked = Gefragt: { $who }, { $minutes } Minuten, { $count ->
    [one] 1 Ort
   *[other] { $count } Orte
}.
planning-hour-of-day = { $day } um { $time } Uhr
planning-open-then = Nur was sicher offen ist: { $when }.
planning-table-title = Die Stadtteile: Stufe, Personen, Wege
planning-district = Stadtteil
planning-level = Stufe
planning-level-U = noch nicht genug bekannt
planning-level-0 = etwas fehlt
planning-level-1 = Raum und Platz vorhanden
planning-level-2 = zu Fuß erreichbar
planning-level-3 = gut für alle
planning-residents = Einwohner
planning-rooms-within = Raum in { $minutes } Minuten
planning-outdoors-within = Platz in { $minutes } Minuten
planning-asked-within = Gefragte Orte in { $minutes } Minuten
planning-typical = Minuten zu Fuß: für die Hälfte / für 9 von 10
planning-hinges = Hängt an einem Raum
planning-to-do = Zu klären
planning-none = keiner
planning-unknown = unbekannt
planning-of = von
planning-up-to = bis
planning-at-least = mindestens
planning-no-districts = Es sind keine Stadtteile bekannt. Darum gibt es keine Stufen.
planning-elsewhere = Außerhalb der Stadtteile
planning-reasons = Gründe
planning-n-of = { $count } von { $total }
planning-step-1 = Stufe 1 oder mehr: vorhanden
planning-step-2 = Stufe 2 oder mehr: erreichbar
planning-step-3 = Stufe 3: gut für alle
planning-live-there = der Einwohner leben dort
planning-share-unknown = Wie viele dort leben, ist unbekannt.
planning-not-surveyed = { $count } noch nicht genug bekannt
planning-fragile = in { $count } Stadtteilen
planning-estimated = geschätzt
planning-official = amtlich: { $count }, Verteilung unbekannt
planning-source-census = Zensus
planning-source-city_statistics = Statistik der Stadt
planning-source-estimated = aus Gebäuden geschätzt
planning-source-synthetic = Beispieldaten
planning-holds-yes = Ja
planning-holds-no = Nein
planning-holds-unknown = Unklar
planning-need-counted_room = Ein Raum im Stadtteil zählt
planning-need-counted_outdoor = Ein Platz im Stadtteil zählt
planning-need-room_in_reach = Genug Menschen haben einen Raum in der Nähe
planning-need-outdoor_in_reach = Genug Menschen haben einen Platz in der Nähe
planning-need-wheelchair_room = Ein Raum ist geprüft: gut im Rollstuhl, mit WC
planning-need-evening_room = Ein Raum ist am Abend offen
planning-need-weekend_room = Ein Raum ist am Wochenende offen
planning-need-floor_area = Die Räume sind groß genug
planning-found = Gefunden: { $found }, nötig: { $needed }.
planning-found-persons = Gefunden: { $found } Personen, nötig: { $needed }.
planning-found-m2 = Gefunden: { $found } m², nötig: { $needed } m².
planning-undecided = Noch zu klären: { $count ->
    [one] 1 Ort
   *[other] { $count } Orte
}.
planning-missing-last_verified_at = aktuelle Prüfung (es gibt keine, oder sie ist zu lange her)
planning-missing-verified_by_role = Prüfung durch die Stadt
planning-missing-access = Zugang
planning-missing-cost = Kosten
planning-missing-consumption_required = Muss man etwas kaufen?
planning-missing-audience = Wer darf kommen?
planning-missing-opening_hours = Öffnungszeiten
planning-missing-seats = Sitzplätze
planning-missing-floor_area_m2 = Fläche in m²
planning-missing-toilets = WC
planning-missing-seats_with_backrest = Sitze mit Lehne
planning-is-missing = Es fehlt: { $fields }
planning-failing-kind = diese Art zählt nie
planning-failing-not_in_use = nicht in Betrieb
planning-failing-not_yet = noch nicht offen
planning-failing-no_longer = nicht mehr offen
planning-failing-access = nicht für alle zugänglich
planning-failing-fee = kostet Geld
planning-failing-must_buy = Kaufzwang
planning-failing-limited = nur für manche
planning-failing-too_few_hours = zu wenige Stunden offen
planning-failing-too_few_days = an zu wenigen Tagen offen
planning-failing-neither_evening_nor_weekend = weder am Abend noch am Wochenende offen
planning-failing-too_small = zu klein
planning-failing-no_toilet = kein WC
planning-failing-not_all_daylight = nicht den ganzen Tag offen
planning-failing-too_few_seats = zu wenige Sitze
planning-failing-no_backrest = keine Sitze mit Lehne
planning-failing-too_little_ground = zu wenig Fläche
planning-map-title = Karte der Stadtteile mit ihren Stufen
planning-map-about = Muster und Zeichen zeigen die Stufe. Alles steht auch in der Tabelle.
planning-map-room = Raum, der zählt
planning-map-outdoor = Platz, der zählt
planning-map-mark = Hier ändert sich etwas
planning-map-gap = Zu weit von allem
planning-map-district = Karte von { $name }
planning-map-before = Vorher
planning-map-after = Nachher
planning-to-do-title = Was noch zu klären ist
planning-to-do-about = Bei diesen Orten fehlt eine Angabe. Ist sie da, können sie zählen.
planning-to-do-none = Hier ist nichts zu klären.
planning-revision = Datenstand { $revision }, gerechnet für { $day }.
planning-engine-network = Wege zu Fuß aus dem Wegenetz.
planning-engine-barrier_line = Wege geschätzt, mit Umwegen an Fluss, Bahn und Straße.
planning-engine-line = Luftlinie – überschätzt.
planning-elsewhere-barrier_line = Ohne Wege auf der Karte: geschätzt.
planning-elsewhere-line = Ohne Wege auf der Karte: Luftlinie.
planning-by-line = Bei { $persons } Personen ist der gefragte Weg geschätzt: Dort sind keine Wege gezeichnet.
planning-unplaced = { $persons } Personen fehlen in allen Anteilen: Wo sie wohnen, ist unbekannt.
planning-boundaries = Grenzen: { $sources } ({ $version }).
planning-residents-from = Einwohner: { $source }, { $year }.
planning-residents-unknown = Wo die Menschen wohnen, ist unbekannt.
planning-year-unknown = Jahr unbekannt
planning-link-page = Diese Seite mit diesem Tag
planning-link-csv = Tabelle (CSV)
planning-link-geojson = Karte (GeoJSON)
planning-link-before = Die Stadt, wie sie ist (API)
planning-link-api = Die Daten dazu (API)
planning-rounded = Gezählt wird nur, was bekannt ist. „0 % bis 40 %“ heißt: 40 %, wenn alles zählt, was noch zu klären ist. Personen sind auf ganze gerundet.
planning-back = Alle Stadtteile
planning-for-residents = Seite für alle
planning-dossier = Zum Drucken
planning-keep = Für die Planung der Stadt merken
planning-what-if = Was wäre, wenn?
planning-district-title = Planung: { $name }
planning-next = Was fehlt bis Stufe { $level }?
planning-next-none = Die höchste Stufe ist erreicht.
planning-next-survey = Zuerst: Alle Orte müssen erfasst sein.
planning-hinge = Nur 1 Raum trägt die Stufe.
planning-hinge-about = Schließt er, fällt der Stadtteil zurück:
planning-floor = m² Raum je 1.000 Einwohner
planning-counted-title = Was zählt
planning-counted-none = Noch zählt hier kein Ort.
planning-for-ages = Nur für manche Alter
planning-ages-young = für junge Menschen
planning-ages-old = für ältere Menschen
planning-ages-other = nicht für jedes Alter
planning-rejected-title = Was nicht zählt, und warum
planning-week-title = Wann ist etwas in der Nähe offen?
planning-week-about = Je Stunde: Anteil der Einwohner in Prozent. Alles steht auch in der Tabelle.
planning-week-legend = Prozent der Einwohner mit einem offenen Ort in der Nähe. Dunkel heißt viele. Ein + heißt: vielleicht mehr.
planning-week-table = Tabelle der Woche
planning-week-unknown = Wo die Menschen wohnen, ist unbekannt. Darum gibt es kein Bild.
planning-as-table = Als Tabelle
planning-past-title = Wie viele Stadtteile haben Stufe 1?
planning-past-about = Eine Linie über die Quartale. Gestrichelt ist das Ziel. Die Fläche darüber ist noch nicht erfasst.
planning-past-legend = Linie: sicher Stufe 1. Fläche darüber: noch nicht genug bekannt, vielleicht auch.
planning-past-level = Die Stufe in den letzten Jahren
planning-past-level-about = Eine Linie über die Quartale. Gestrichelt ist das Ziel: Stufe 1.
planning-goal = Ziel { $year }
planning-quarter = Quartal
planning-counted = Zählen
planning-in-use = In Betrieb
planning-opened = neu
planning-closed = geschlossen
planning-basis = Woher
planning-kept = damals notiert
planning-worked-out = aus heutigen Daten
planning-rooms-outdoors = Räume: { $rooms }, Plätze: { $outdoors }
planning-dossier-title = Räume und Plätze zum Treffen: { $name }
planning-dossier-lead = { $city }, Stand { $day }. Ziel: Stufe 1 bis { $goal }.
planning-print-hint = Drucken Sie diese Seite auf A4. Im Browser geht das mit Strg + P.

# Der Weg zu 2040: wie viele Orte alle nutzen können
barriers-link = Orte für alle bis 2040
barriers-back = Räume und Plätze in den Stadtteilen
barriers-title = Orte für alle bis 2040: { $city }
barriers-lead-none = Kein Ort steht auf der Liste. Darum gibt es keine Anteile.
barriers-lead = Standard erfüllt: { $standard } von { $all } Orten. Noch nicht geprüft: { $missing }.
barriers-lead-reached = Das Ziel ist erreicht.
barriers-lead-year = Geht es so weiter, erfüllen ihn alle im Jahr { $year }: wahrscheinlich zwischen { $low } und { $high }.
barriers-lead-year-open = Geht es so weiter, erfüllen ihn alle im Jahr { $year }: wahrscheinlich nicht vor { $low }, nach oben ist es offen.
barriers-lead-no-year = In diesem Tempo lässt sich kein Jahr nennen. Vor { $low } ist es nicht zu erwarten.
barriers-lead-never = In diesem Tempo lässt sich kein Jahr nennen.
barriers-figure-total = erfüllen den Standard (S2)
barriers-figure-minimum = erfüllen das Minimum (S1)
barriers-figure-audited = sind geprüft
barriers-warning-easy_first = Leichte Fälle werden zuerst erledigt. Die gerade Linie ist darum zu günstig.
barriers-warning-no_year = In den vollen Jahren, die zählen, hat kein Ort den Standard neu erreicht.
barriers-warning-too_slow = In diesem Tempo wird es später als 2040.
barriers-warning-reached = Alle Orte der Liste erfüllen den Standard.
barriers-warning-missed = Das Jahr des Ziels ist vorbei.
barriers-warning-nothing_listed = Kein Ort steht auf der Liste.
barriers-warning-short_record = Die Aufzeichnung ist jünger als die Jahre, die das Tempo ergeben. Was davor schon gut war, ist in keiner Zahl.
barriers-pace = { $count ->
    [one] Tempo: Ein Ort hat den Standard in den Jahren { $first } bis { $last } neu erreicht. Das sind { $rate } im Jahr (90 % sicher: { $low } bis { $high }).
   *[other] Tempo: { $count } Orte haben den Standard in den Jahren { $first } bis { $last } neu erreicht. Das sind { $rate } im Jahr (90 % sicher: { $low } bis { $high }).
  }
barriers-required = Nötig sind { $rate } im Jahr.
barriers-open = offen
barriers-obstacles-title = Was würde am meisten helfen?
barriers-obstacles-none = In den veröffentlichten Prüfungen ist kein Mangel bekannt.
barriers-obstacles-about = Mängel aus veröffentlichten Prüfungen. Oben steht, was für die meisten Menschen etwas ändert, wenn nur das behoben wird.
barriers-obstacles-more = { $count ->
    [one] Ein weiterer Mangel steht in den Daten.
   *[other] { $count } weitere Mängel stehen in den Daten.
  }
barriers-obstacle-not-met = { $count ->
    [one] Nicht erfüllt an einem Ort.
   *[other] Nicht erfüllt an { $count } Orten.
  }
barriers-obstacle-limited = Nur zum Teil erfüllt an { $count }.
barriers-obstacle-opens = Nur damit würden nutzbar: { $count }.
barriers-obstacle-standard = Nur damit den Standard erfüllen würden: { $count }.
barriers-unknown-title = Was wir nicht wissen
barriers-unknown-not-audited = { $count ->
    [one] Ein Ort ist noch nicht geprüft. Für den Anteil zählt das als nicht erfüllt.
   *[other] { $count } Orte sind noch nicht geprüft. Für den Anteil zählt das als nicht erfüllt.
  }
barriers-unknown-minimum = { $count ->
    [one] Bei einem geprüften Ort reicht das Gemessene nicht für ein Urteil über das Minimum.
   *[other] Bei { $count } geprüften Orten reicht das Gemessene nicht für ein Urteil über das Minimum.
  }
barriers-unknown-quick = { $count ->
    [one] Ein Ort hat nur eine Kurzprüfung. Damit kann ein Ort den Standard noch nicht erfüllen.
   *[other] { $count } Orte haben nur eine Kurzprüfung. Damit kann ein Ort den Standard noch nicht erfüllen.
  }
barriers-unknown-due = { $count ->
    [one] Eine Prüfung ist älter als 36 Monate. Sie zählen, bis neu geprüft ist.
   *[other] { $count } Prüfungen sind älter als 36 Monate. Sie zählen, bis neu geprüft ist.
  }
barriers-unknown-undecided = { $count ->
    [one] Ein Ort könnte auf die Liste gehören: Der Betreiber oder eine andere Angabe fehlt.
   *[other] { $count } Orte könnten auf die Liste gehören: Der Betreiber oder eine andere Angabe fehlt.
  }
barriers-since = Die erste Prüfung wurde am { $day } veröffentlicht. Wie es davor war, ist nicht aufgezeichnet.
barriers-since-never = Noch keine Prüfung ist veröffentlicht.
barriers-list-today = Auch die Kurve der Vergangenheit zählt die Orte der heutigen Liste. Es gilt der Tag der Veröffentlichung.
barriers-rules-title = Was die Wörter bedeuten
barriers-rule-list = Liste
barriers-rule-list-about = Auf der Liste stehen alle Orte in Betrieb, die die Stadt selbst führt, und alle, die als Raum oder Platz im Stadtteil zählen.
barriers-rule-projection = Schätzung
barriers-rule-projection-about = Das Tempo der letzten drei vollen Jahre geht weiter. Die Spanne sagt, womit in 9 von 10 Fällen zu rechnen ist.
barriers-minimum = Minimum (S1)
barriers-minimum-about = Niemand ist ausgeschlossen: Bei keinem Bedarf ist der Ort nicht nutzbar.
barriers-standard = Standard (S2)
barriers-standard-about = Der Ort ist bei jedem Bedarf gut nutzbar.
barriers-districts-title = Die Stadtteile
barriers-listed = Auf der Liste
barriers-audited = Geprüft
barriers-not-audited = Noch nicht geprüft
barriers-share = Anteil Standard
barriers-of-unknown = { $count } unklar
barriers-needs-title = Wer kann die Orte nutzen?
barriers-need = Bedarf
barriers-rating-full = Gut nutzbar
barriers-rating-partial = Mit Einschränkungen
barriers-rating-none = Nicht nutzbar
barriers-rating-unknown = Geprüft, aber unklar
barriers-years-title = Die Kurve bis 2040
barriers-curve-about = Linien über die Jahre ab { $first }. Heute erfüllen { $standard } von { $all } Orten den Standard. Die Tabelle darunter hat alle Zahlen.
barriers-line-standard = erfüllen den Standard
barriers-line-audited = geprüft
barriers-line-required = nötig bis 2040
barriers-line-expected = im Tempo der letzten drei Jahre
barriers-line-fan = damit ist in 9 von 10 Fällen zu rechnen
barriers-goal = Ziel { $year }
barriers-year = Jahr
barriers-year-end = am Ende
barriers-today = bis heute
barriers-required-line = Nötig
barriers-expected = Zu erwarten (Spanne)
barriers-list-link = Liste aller Orte
barriers-list-title = Welche Orte zählen: { $city }
barriers-list-count = { $count ->
    [one] Ein Ort steht auf der Liste
   *[other] { $count } Orte stehen auf der Liste
  }
barriers-undecided-title = Vielleicht auf der Liste
barriers-undecided-about = Von diesen Orten fehlt eine Angabe: wer sie betreibt, oder ob sie als Raum oder Platz zählen. Sie sind in keiner Zahl.
barriers-undecided-count = { $count ->
    [one] Bei einem Ort ist es unklar
   *[other] Bei { $count } Orten ist es unklar
  }
barriers-place = Ort
barriers-why-listed = Warum auf der Liste?
barriers-municipal = Betrieb der Stadt
barriers-counted = Zählt im Stadtteil
barriers-audit = Prüfung
barriers-depth-quick = Kurzprüfung
barriers-depth-full = volle Prüfung
barriers-due = Neu zu prüfen
barriers-is-yes = ja
barriers-is-no = nein
barriers-is-unknown = unbekannt
barriers-is-not_audited = noch nicht geprüft
barriers-address = Diese Seite, immer mit neuem Stand
barriers-link-csv = Die Liste als Tabelle (CSV)
planning-what-if-about = Schließen, öffnen oder verlegen Sie Orte. Es ist nur ein Versuch. Nichts wird gespeichert.
planning-changes = Änderungen
planning-no-changes = Noch keine Änderung. Fügen Sie oben eine hinzu.
planning-scenario = Versuch { $name }
planning-impossible = Das geht nicht:
planning-sort = Was ändert sich?
planning-sort-close = Ort schließen
planning-sort-reopen = Ort wieder öffnen
planning-sort-open = Neuer Ort
planning-sort-move = Ort verlegen
planning-sort-hours = Andere Zeiten
planning-sort-barrier_free = Barrierefrei machen
planning-choose = bitte wählen
planning-place = Welcher Ort?
planning-kind = Welche Art? (neuer Ort)
planning-where = Wo?
planning-where-hint = Adresse, oder Länge und Breite: 9.1912, 48.8976
planning-hours = Wann offen?
planning-hours-hint = Wie in OpenStreetMap: Mo-Fr 10:00-20:00
planning-into = In welchen Versuch?
planning-add = Hinzufügen
planning-change-close = { $name } schließt.
planning-change-reopen = { $name } öffnet wieder.
planning-change-barrier-free = { $name } wird barrierefrei.
planning-change-move = { $name } zieht um.
planning-change-hours = { $name } hat andere Zeiten: { $hours }
planning-change-open = Neu: { $kind } bei { $spot }
planning-change-remove = Entfernen
planning-fault-place = Bitte wählen Sie einen Ort.
planning-fault-kind = Bitte wählen Sie eine Art.
planning-fault-site = Diese Stelle ist nicht bekannt.
planning-fault-hours = Diese Zeiten sind nicht zu lesen.
planning-fault-sort = Bitte wählen Sie: Was ändert sich?
planning-fault-many = Mehr Änderungen gehen nicht.
planning-losing = Verlieren einen Ort in der Nähe
planning-gaining = Gewinnen einen Ort in der Nähe
planning-longer = Längerer Weg
planning-shorter = Kürzerer Weg
planning-cut-off = Kein Weg mehr bekannt
planning-newly-reached = Jetzt ein Weg bekannt
planning-share = Anteil mit Ort in der Nähe
planning-moved = Anderer Weg
planning-few = weniger als 10
planning-mean = im Mittel
planning-p90 = 9 von 10 höchstens
planning-min = Minuten
planning-touched = Stadtteile, in denen sich etwas ändert
planning-no-district = In keinem Stadtteil ändert sich etwas.
planning-pin-open = Neuen Ort auf der Karte versuchen
planning-pin-close = Karte schließen
planning-pin-label = Karte zum Versuchen
planning-pin-name = Neuer Ort: mit Pfeiltasten oder Ziehen bewegen
planning-pin-help = Ziehen Sie die Nadel. Oder gehen Sie mit Tab auf die Nadel und drücken Sie Pfeiltasten.
planning-pin-result = { $gaining } Personen gewinnen einen Ort in der Nähe.
planning-pin-levels = { $name }: Stufe { $before } → { $after }
planning-pin-levels-same = Keine Stufe ändert sich.
planning-pin-share = Anteil in der Nähe: { $before } % → { $after } %
planning-pin-take = Als Versuch A übernehmen
planning-pin-failed = Das ließ sich nicht berechnen.
planning-sites = Beste neue Stellen suchen
planning-sites-proven = Von { $count } Stellen ist das bewiesen die beste Wahl.
planning-sites-open = Von { $count } Stellen ist das die beste gefundene Wahl. Keine erreicht mehr als { $bound } Personen.
planning-site = Stelle { $number }: { $persons } Personen mehr
planning-persons = Personen
planning-gaps-title = Wer ist zu weit weg?
planning-gaps-about = Gruppen unter 10 Personen stehen nicht hier.
planning-gaps-none = Keine größere Gruppe ist zu weit weg.
planning-gaps-small = Zu weit weg wohnen nur kleine Gruppen von weniger als 10 Personen.
planning-gap-whole = die ganze Gruppe
planning-gap-nearest = Der nächste Ort
planning-gap-no-way = Wie weit es ist, ist unbekannt.
planning-wheels-title = Wie sicher ist der Weg mit Rollstuhl und Rollator?
planning-wheels-unknown = Über die Wege ist zu wenig bekannt. Es fehlt ein Wegenetz.
planning-proven = bewiesen
planning-likely = wahrscheinlich
planning-possible = möglich
planning-look-at = Bitte vor Ort ansehen
planning-way-unnamed = Weg ohne Namen
planning-way-kerb = Bordstein
planning-way-surface = Belag
planning-way-smoothness = Ebenheit
planning-way-width = Breite
planning-way-incline = Neigung
planning-way-handrail = Handlauf
planning-way-passing = Personen auf diesem Weg
planning-fair-title = Ist es gerecht verteilt?
planning-fair-least = Am wenigsten hat (Sitzplatz-Stunden je Person und Woche)
planning-fair-most = Am meisten hat (Sitzplatz-Stunden je Person und Woche)
planning-fair-ratio = Das Wenigste geteilt durch das Meiste (1: alle gleich)
planning-fair-times = Lange Wege (1 von 10) gegen kurze (9 von 10): so viel mal länger
planning-fair-mean = Weg im Mittel, in Minuten
planning-fair-gini = Gini: 0 heißt alle gleich
planning-fair-undecided = Gerechnet ist nur mit Räumen, die zählen. { $count } Räume sind noch zu klären: Sie können alles ändern.
planning-fair-unknown = Bei { $count } Räumen ist die Größe unbekannt.
planning-seat-hours = Sitzplatz-Stunden je Person und Woche
rule-minutes = Es muss eine ganze Zahl von 1 bis 120 sein.
rule-usable_for = Es müssen Bedürfnisse aus der Auswahl sein, mit Komma getrennt.
rule-fully_usable_for = Es müssen Bedürfnisse aus der Auswahl sein, mit Komma getrennt.
rule-counted = Es muss „true“ oder „false“ sein.
rule-date = Es muss ein Tag sein wie 2026-01-31.
rule-day = Es muss mo, tu, we, th, fr, sa oder su sein.
rule-hour = Es muss eine ganze Zahl von 0 bis 23 sein.
rule-scenario = Es müssen 1 bis 50 Änderungen sein, wie die API sie nimmt.

# Plain German, labelled "einfach erklärt": only what is said otherwise than in `de.ftl`, which speaks for the rest.
# One statement per sentence, at most 12 words, no genitive, no negation where there is another way, compound words
# with hyphen, numbers as digits. People with learning difficulties have not checked these texts yet: until they
# have, nothing here may be called by the name that is kept for texts they have checked.

## Frame of every page
site-name = Orte zum Treffen
site-title = Orte zum Treffen in { $city }
site-description = Hier finden Sie Orte zum Treffen in { $city }. Sie sehen: Welcher Ort ist nah? Welcher Ort ist offen? Was kostet nichts?
language-own = Einfach erklärt
data-revision = Stand { $revision }
sample-data = Das sind nur Beispiele.
sample-data-note = Manche Angaben sind geschätzt. Das Amt hat sie nicht geprüft.
osm-attribution = © Die Menschen von OpenStreetMap
api-link = Offene Daten
assets-missing = Die Karte fehlt in diesem Programm. Auch die Farben fehlen. Sie bekommen beides mit „make run“. Oder Sie schreiben „npm ci && npm run build“ im Ordner „web“. Die Liste geht auch so.

## Finder
finder-label = Orte zum Treffen suchen
finder-text = Name, Stadt-Teil oder Art
finder-district = Stadt-Teil
finder-district-any = Alle Stadt-Teile
finder-now = Jetzt offen
finder-when-hint = Heute Abend heißt: heute ab 18 Uhr. Sonntag heißt: am nächsten Sonntag ab 6 Uhr. Der Ort ist dann mindestens 1 Stunde offen.
chosen-open-at = Offen: { $moment }
finder-free = Kostet nichts
finder-no-consumption = Sie müssen nichts kaufen
finder-more = Mehr auswählen
finder-cls = Im Haus oder im Freien
finder-wc-yes = Es gibt ein WC
finder-wc-wheelchair = WC für Rollstuhl
finder-topics = Was kann ich dort machen?
finder-needs-hint = Sie sehen dann bei jedem Ort: Haben wir geprüft? Was haben wir gefunden? Alle Orte bleiben in der Liste.
finder-reset = Alles zurück-setzen
spot-district = Stadt-Teil
spot-place = Ort zum Treffen
cls-room = Raum im Haus
cls-outdoor = Platz im Freien

## Near me
near-me = Nah bei mir
near-waiting = Wir suchen Ihren Stand-Ort …
near-denied = Wir dürfen Ihren Stand-Ort nicht sehen. Wählen Sie einen Stadt-Teil. Oder tippen Sie auf die Karte.
near-failed = Wir finden Ihren Stand-Ort gerade nicht. Wählen Sie einen Stadt-Teil. Oder tippen Sie auf die Karte.
near-active = Die nahen Orte stehen oben
bbox-active = Nur Orte auf diesem Teil der Karte

## Start of the way
start-chosen = Sie sind hier: { $address }
start-unknown = Wir finden „{ $address }“ nicht. Die Liste ist nach Namen geordnet.
start-nearest = Die Nummer { $number } kennen wir nicht. Wir nehmen die nächste Nummer: { $address }.
start-no-numbers = Wir kennen hier keine Haus-Nummern. Wir nehmen: { $address }.
start-similar = Wir kennen ein ähnliches Wort. Wir nehmen: { $address }.
start-others = Meinen Sie etwas anderes?
address-count =
    { $count ->
        [0] Wir haben keinen Vorschlag.
        [one] Wir haben 1 Vorschlag. Wählen Sie mit den Pfeil-Tasten.
       *[other] Wir haben { $count } Vorschläge. Wählen Sie mit den Pfeil-Tasten.
    }
address-other-number = Nummer { $number } kennen wir nicht.

## List
results-count =
    { $count ->
        [one] Sie sehen 1 Ort
       *[other] Sie sehen { $total } Orte
    }
results-limited = Sie sehen { $shown } von { $total } Orten. Bitte wählen Sie mehr aus.
results-filters = Das haben Sie gewählt
results-remove = Das nicht mehr: { $filter }
results-none = Wir finden keinen Ort.
results-none-hint = Nehmen Sie eine Auswahl weg. Oder suchen Sie mit einem anderen Wort.
results-failed = Die Liste ist nicht da. Bitte versuchen Sie es noch 1 Mal.
results-retry = Noch 1 Mal versuchen
distance-m = { $metres } Meter
distance-km = { $kilometres } Kilo-Meter
distance-here = genau hier
walk-minutes = { $minutes } Minuten zu Fuß
walk-minutes-about = ungefähr { $minutes } Minuten zu Fuß
walk-minutes-line = mehr als { $minutes } Minuten zu Fuß

## Map
map-label = Karte mit Orten zum Treffen
map-canvas = Karte zum Bewegen
map-help = Die Pfeil-Tasten bewegen die Karte. Plus macht die Karte größer. Minus macht die Karte kleiner. In der Mitte ist ein Kreuz. Die Eingabe-Taste öffnet den Ort im Kreuz. Ist dort kein Ort? Dann sucht die Eingabe-Taste Orte in der Nähe.
map-loading = Die Karte kommt gleich …
map-failed = Ihr Gerät kann die Karte nicht zeigen. In der Liste stehen die gleichen Orte.
map-no-script = Die Karte braucht JavaScript. In der Liste stehen die gleichen Orte.
map-zoom-in = Größer
map-zoom-out = Kleiner
map-only-here = Nur Orte auf diesem Teil der Karte
map-under = Im Kreuz: { $name }. Die Eingabe-Taste öffnet den Ort.
map-under-nothing = Im Kreuz ist kein Ort. Die Eingabe-Taste sucht in der Nähe.

## Place
panel-loading = Der Ort kommt gleich …
panel-failed = Der Ort ist nicht da. Bitte versuchen Sie es noch 1 Mal.
panel-full-page = Eigene Seite für diesen Ort
place-cls-room = im Haus
place-cls-outdoor = im Freien
place-border = nah bei einem anderen Stadt-Teil
place-no-district = in keinem Stadt-Teil
place-facts = Das Wichtigste
place-district = Stadt-Teil
place-access = Kann ich einfach kommen?
place-cost = Was kostet es?
place-consumption = Muss ich etwas kaufen?
place-own-food = Darf ich Essen mitbringen?
place-audience = Für wen ist der Ort?
place-topics = Was kann ich dort machen?
place-amenities = Das gibt es dort
place-needs = Wer kommt hier gut zurecht?
place-amenities-unknown = Das wissen wir nicht: { $list }
place-hours = Wann ist offen?
place-hours-raw = So steht es in der Quelle
place-operator = Wem gehört der Ort?
place-seats = Sitz-Plätze
place-floor-area = Größe
place-floor-area-m2 = { $area } Quadrat-Meter
place-bookable = Raum für eine Feier oder Gruppe
place-about = Woher wissen wir das?
place-licence = Recht zum Nutzen
place-verified = Zuletzt geprüft am
place-verified-stale = Das ist alt. Bitte fragen Sie nach.
place-revision = Stand
place-origin = Das hat geschrieben
place-position = Wie genau ist der Punkt auf der Karte?
place-hours-source = Woher kommen die Zeiten?
place-estimated = Das ist nur geschätzt: { $fields }.
place-sample = Dieser Ort ist nur ein Beispiel.
share-title = Anderen davon erzählen
share-copied = Die Adresse ist kopiert. Sie können sie jetzt einfügen.

## Districts
districts-link = Stadt-Teile
districts-title = Die Stadt-Teile
districts-all = Alle Stadt-Teile
districts-none = Wir kennen die Stadt-Teile noch nicht.
district-title = Stadt-Teil { $name }
district-description = Sie sehen Orte im Stadt-Teil { $name } in { $city }. Sie sehen auch: Das wissen wir noch nicht.
district-not-surveyed = Wir kennen noch nicht alle Orte.
district-not-surveyed-note = Vielleicht gibt es noch mehr Orte.
district-population = So viele Menschen wohnen dort
district-quarters = Teile vom Stadt-Teil
district-boundary = Woher kommt die Grenze?
district-room = Räume im Haus
district-outdoor = Plätze im Freien
district-none-known = Wir kennen noch keinen Ort.
district-known = Das wissen wir. Und das wissen wir nicht.
district-known-fact = Frage
district-known-yes = Das wissen wir
district-known-no = Das wissen wir nicht
boundary-official = vom Amt
boundary-demo = nur gezeichnet, nicht vom Amt

## Status of a place
status-planned = Diesen Ort gibt es bald
status-not-today = Heute geht es nicht
status-active = Diesen Ort gibt es
status-temporarily_closed = Gerade zu
status-relocated = Der Ort ist jetzt woanders
status-closed = Für immer zu
status-from-until = von { $from } bis { $until }

## Opening hours
hours-open-until = Offen bis { $until } Uhr
hours-always = Immer offen
hours-closed = Zu
hours-opens = Jetzt zu. Offen ab { $at } Uhr
hours-unclear = Wir wissen nicht: Wann ist offen?
hours-unknown = Wir wissen nicht: Wann ist offen?
hours-appointment = Sie brauchen einen Termin
hours-stale = Das ist alt. Bitte fragen Sie nach.
hours-all-day = den ganzen Tag
hours-span = { $from } bis { $to } Uhr
hours-day-closed = zu
hours-day-unclear = Das wissen wir nicht
hours-holiday-doubt = Feier-Tag: Vielleicht ist es anders.
day-mo = Montag
day-tu = Dienstag
day-we = Mittwoch
day-th = Donnerstag
day-fr = Freitag
day-sa = Samstag
day-su = Sonntag

## Facts
fact-unknown = Das wissen wir nicht
consumption-no = Sie müssen nichts kaufen
consumption-yes = Sie sollen etwas kaufen
own-food-yes = Sie dürfen Essen mitbringen
own-food-no = Eigenes Essen ist verboten
access-public = Einfach kommen. Alle dürfen kommen.
access-drop_in_hours = Einfach kommen, wenn offen ist
access-registration = Sie müssen sich anmelden. Das kostet nichts.
access-appointment = Sie brauchen einen Termin
cost-free = Kostet nichts
cost-donation = Sie können etwas Geld geben
toilets-none = Kein WC
toilets-yes = Es gibt ein WC
toilets-wheelchair = WC für Rollstuhl
toilets-changing_place = WC für Rollstuhl mit Liege
toilets-eurokey = Sie brauchen einen Euro-Schlüssel
audience-gender = Nur für Frauen oder nur für Männer
audience-other = Nicht für alle
amenity-baby_change = Wickel-Tisch
amenity-drinking_water = Wasser zum Trinken
amenity-wifi = Internet (WLAN)
amenity-power = Strom für Ihr Handy
amenity-heating = Im Winter warm
amenity-cool_in_heat = Im Sommer kühl
amenity-rain_shelter = Dach bei Regen
amenity-lit_after_dark = Abends gibt es Licht
amenity-assistance_dog = Hilfs-Hunde dürfen mit
topic-move_sport = Sport machen
topic-learn_homework = Lernen und Haus-Aufgaben
topic-repair_make = Dinge reparieren
topic-advice = Rat bekommen
topic-self_help = Sich gegenseitig helfen
topic-neighbourhood_help = Nachbarn helfen
topic-volunteering = Anderen helfen

origin-sample = Das sind nur Beispiele
need-walking = Rollator oder Kinder-Wagen
need-lowvision = Seh-Behinderung
need-hoh = schwer-hörig
need-cognitive = leicht zu verstehen
need-not-checked = Noch nicht geprüft
need-osm = So steht es bei OpenStreetMap: { $said }. Wir haben es nicht geprüft.
osm-unchecked = steht bei OpenStreetMap, nicht geprüft
osm-tag-stroller = Kinder-Wagen
osm-tag-ramp_stroller = Rampe für Kinder-Wagen
osm-tag-tactile_paving = Streifen am Boden zum Fühlen
osm-tag-tactile_writing = Schrift zum Fühlen
osm-tag-hearing_loop = Technik zum besseren Hören
position-address = geschätzt, auf 200 Meter
position-quarter = nur ungefähr, auf 700 Meter
operator-religious = Religion
operator-welfare = Wohlfahrts-Verband
operator-housing_company = Firma für Wohnungen
operator-commercial = Firma
operator-initiative = Gruppe von Bürgern
osm-value-limited = nur zum Teil
osm-value-designated = ja
language-dgs = Gebärden-Sprache

## Help, privacy, accessibility, imprint
not-given = Das steht hier nicht.
help-find = So finden Sie einen Ort
help-find-filters = Schreiben Sie ein Wort. Oder wählen Sie etwas aus. Sie können mehrere Dinge auswählen. Dann muss alles stimmen.
help-find-unknown = Manches wissen wir nicht. Zum Beispiel: Was kostet es? Dann fehlt der Ort bei „Kostet nichts“.
help-near = Nah bei mir
help-near-position = „Nah bei mir“ fragt Ihr Gerät: Wo sind Sie? Sie können auch einen Stadt-Teil wählen. Oder Sie tippen auf die Karte.
help-near-time = Die Zeit zu Fuß ist oft geschätzt. Dann steht dabei: ungefähr.
help-hours = Wann ist offen?
help-hours-unclear = Manchmal steht da: „Wir wissen nicht: Wann ist offen?“ Dann fragen Sie bitte nach.
help-hours-holiday = An Feier-Tagen ist es oft anders. Dann steht es dabei.
help-needs-checked = Manche Orte haben wir geprüft. Bei den anderen steht: Noch nicht geprüft. OpenStreetMap weiß manchmal etwas. Das steht extra dabei.
help-map = Karte und Tasten
help-map-same = In der Liste stehen die gleichen Orte. Sie brauchen die Karte nicht.
help-key-tab = Tabulator-Taste
help-key-tab-does = Sie kommen weiter.
help-key-enter = Eingabe-Taste
help-key-enter-does = Sie öffnen etwas.
help-key-escape = Escape-Taste
help-key-escape-does = Sie schließen einen Ort.
help-key-arrows = Pfeil-Tasten auf der Karte
help-key-arrows-does = Sie bewegen die Karte.
help-key-zoom-does = Die Karte wird größer oder kleiner.
help-key-cross = Eingabe-Taste auf der Karte
help-key-cross-does = Sie öffnen den Ort in der Mitte.
help-pages = Drucken und anderen zeigen
help-pages-own = Jeder Ort hat eine eigene Seite. Sie können die Seite drucken. Sie können anderen die Adresse geben.
help-languages-three = Die Seiten gibt es auf Deutsch. Es gibt sie auf Englisch. Und es gibt sie einfach erklärt. Sie wählen die Sprache oben.
privacy-title = Daten-Schutz
privacy-short = Das Wichtigste
privacy-short-nothing = Wir speichern nichts über Sie. Sie brauchen keinen Namen. Wir zählen Ihre Besuche nicht.
privacy-request = Das passiert, wenn Sie suchen
privacy-request-here = Ihr Browser fragt nur unseren Computer. Sonst niemanden.
privacy-request-others = Die Karte kommt von { $hosts }. Diese Stelle sieht die Nummer von Ihrem Gerät.
privacy-request-forgotten = Unser Programm antwortet Ihnen. Danach vergisst es die Frage.
privacy-request-counted = Niemand soll diese Seite kaputt machen. Deshalb zählt unser Programm: So viele Fragen kommen aus einem Netz. Ihre Adresse im Internet merkt es sich nicht.
privacy-request-before = Vielleicht schreibt ein anderer Computer vom Amt mit. Fragen Sie dort nach.
privacy-position = Wo sind Sie?
privacy-position-asked = Sie wählen „Nah bei mir“. Dann fragt Ihr Browser: Darf ich das sagen? Sie entscheiden.
privacy-position-address = Danach steht der Ort in der Adresse oben. Geben Sie die Adresse weiter? Dann sehen andere: Hier waren Sie.
privacy-suggestion = Sie sagen uns: Hier fehlt ein Ort
privacy-suggestion-kept = Wir speichern: Was haben Sie geschrieben? An welchem Tag? Wir speichern nicht: Wer sind Sie? Schreiben Sie keine Namen von Menschen.
flow-picture-squares = Stadt-Teile und Quadrate
privacy-report = Sie sagen uns: Wie sicher fühlen Sie sich?
privacy-report-kept = Wir speichern: Ihre Antworten, das Gebiet, die Woche und die Tages-Zeit. Das Gebiet ist 500 Meter breit. Nach 24 Monaten löschen wir alles. Wir wissen nicht, was von Ihnen ist. Darum finden wir Ihre Antwort nicht wieder.
privacy-report-position = Ihr Gerät sucht das Gebiet. Das Gerät sagt uns nicht, wo Sie sind.
privacy-report-traces = Die Seiten speichern nichts in Ihrem Browser. Aber der Browser merkt sich vielleicht die Adresse.
privacy-browser = Das merkt sich Ihr Browser
privacy-browser-keeps = Ihr Browser merkt sich Seiten und Karten. Dann sehen Sie die Seiten auch ohne Internet. Er merkt sich nicht: Wo waren Sie? Was brauchen Sie? Alles bleibt auf Ihrem Gerät. Sie können es löschen.
privacy-rights-what = Sie dürfen fragen: Was wissen Sie über mich? Sie dürfen sagen: Löschen Sie das. Hier ist aber nichts über Sie gespeichert.
privacy-officer = Wer passt auf die Daten auf?
privacy-authority = Hier können Sie sich beschweren
accessibility-title = Gibt es Hürden?
accessibility-aim = Das wollen wir
accessibility-aim-standard = Alle sollen die Seiten gut benutzen können. Dafür gibt es Regeln: WCAG 2.2, Stufe AA.
accessibility-tested = Das haben wir geprüft
accessibility-tested-program = Ein Programm prüft die Seiten. Es prüft helle und dunkle Farben. Es prüft große Schrift.
accessibility-tested-keys = Alles geht mit den Tasten. Das prüft auch ein Programm.
accessibility-untested = Das haben wir noch nicht geprüft
accessibility-untested-people = Menschen mit Behinderung haben die Seiten noch nicht geprüft. Wir haben noch keine Vorlese-Programme geprüft.
accessibility-untested-plain = Menschen mit Lern-Schwierigkeiten haben die Texte noch nicht geprüft. Gebärden-Sprache gibt es nicht.
accessibility-known = Das geht noch nicht gut
accessibility-known-map = Die Karte ist ein Bild. In der Liste stehen die gleichen Orte.
accessibility-known-words = Manche Texte kommen von anderen. Diese Texte sind oft schwer.
accessibility-report = Sagen Sie uns: Das geht nicht
accessibility-arbitration = Hilfe bei Streit
accessibility-date = Geschrieben im November 2026.
imprint-title = Wer macht diese Seite?
imprint-sample = Diese Seite ist nur ein Beispiel. Sie ist nicht von der Stadt.
imprint-publisher = Wer ist zuständig?
imprint-represented = Wer spricht dafür?
imprint-address = Adresse
imprint-data = Woher wissen wir das alles?
imprint-data-source = Quelle
imprint-data-residents = Wo Menschen wohnen, wissen wir von: { $source }
imprint-data-osm = Manches kommt von OpenStreetMap. Das Recht dafür heißt: ODbL 1.0.
imprint-program-licence = Das Programm heißt: miteinander. Alle dürfen es benutzen. Das Recht dafür heißt: EUPL 1.2.
## What is on
events-hint = Hier sehen Sie Angebote an vielen Orten. Jedes Angebot hat eigene Zeiten.
events-description = Angebote in { $city }. Sie sehen: Was ist heute los? Was ist diese Woche los?
events-by-topics = Was möchten Sie machen?
events-by-district = Stadt-Teil
events-any-district = Alle Stadt-Teile
events-by-language = Welche Sprache?
events-free = Kostet nichts
events-engagement = Mithelfen
events-engagement-more = Helfen: Wie oft? Wie schwer?
events-engagement-hint = Hier suchen Gruppen Menschen zum Helfen. Manche Aufgaben sind leicht. Manche Aufgaben sind schwer.
events-limited = Sie sehen { $shown } von { $total } Terminen. Bitte wählen Sie genauer aus.
events-none = Dazu kennen wir keinen Termin. Vielleicht gibt es trotzdem einen.
events-nothing-today = Für heute kennen wir keinen Termin mehr.
events-place-unknown = Wir wissen nicht: Wo ist das?
events-tentative = Das ist noch nicht sicher.
events-moved = Der Termin ist anders. Geplant war: { $planned }
events-organiser = Das macht: { $name }
events-add = In meinen Kalender
events-url = Mehr dazu auf einer anderen Seite
events-subscribe = Kalender holen
events-subscribe-hint = Ihr Kalender zeigt dann immer die neuen Termine.
effort-one_off = 1 Mal
effort-regular = immer wieder
effort-permanent = auf Dauer
demand-moderate = mit Übung
demand-demanding = schwer
place-events = Was ist hier los?
place-events-none = Für die nächsten 2 Wochen kennen wir hier keinen Termin.
place-events-hint = Jedes Angebot hat eigene Zeiten.
rule-place = Es muss ein Ort in dieser Stadt sein.
rule-effort = Bitte wählen Sie aus der Liste.
rule-demand = Bitte wählen Sie aus der Liste.
rule-language = Bitte wählen Sie eine Sprache aus der Liste.

## Missing or wrong
suggest-link = Fehlt ein Ort? Sagen Sie es uns.
suggest-wrong-link = Ist hier etwas falsch?
suggest-wrong-title = Etwas ist falsch: { $name }
suggest-intro = Fehlt ein Ort zum Treffen? Sagen Sie es der Stadt. Die Stadt prüft es. Erst dann sehen Sie den Ort hier. Ist bei einem Ort etwas falsch? Dann öffnen Sie den Ort. Dort steht: „Ist hier etwas falsch?“
suggest-intro-wrong = Was ist falsch? Schreiben Sie nur das. Die Stadt prüft es. Erst dann ändert sich hier etwas.
suggest-anonymous = Sie sagen keinen Namen. Wir speichern nur Ihre Angaben und den Tag. Wir wissen nicht: Wer hat geschrieben?
suggest-name = Wie heißt der Ort?
suggest-name-right = Wie heißt der Ort richtig?
suggest-kind = Was für ein Ort ist das?
suggest-address-hint = Schreiben Sie die Adresse. Oder schreiben Sie: „hinter der Schule“.
suggest-hours-hint = Zum Beispiel: Montag bis Freitag von 10 bis 17 Uhr
suggest-free = Kostet der Ort nichts?
suggest-consumption = Müssen Sie dort etwas kaufen?
suggest-gone = Den Ort gibt es nicht mehr
suggest-remark = Möchten Sie noch etwas sagen?
suggest-remark-hint = Sie dürfen 1.000 Zeichen schreiben. Schreiben Sie keine Namen. Schreiben Sie keine Telefon-Nummer. Schreiben Sie keine E-Mail-Adresse.
suggest-send = Senden
suggest-map-open = Den Ort auf der Karte zeigen
suggest-map-label = Karte: Zeigen Sie den Ort
suggest-map-help = Tippen Sie auf den Ort. Oder nehmen Sie die Pfeil-Tasten. Die Eingabe-Taste nimmt den Ort im Kreuz.
suggest-map-chosen = Sie haben den Ort auf der Karte gezeigt.
suggest-map-clear = Den Ort auf der Karte löschen
suggest-thanks = Die Stadt hat Ihren Hinweis. Die Stadt prüft ihn.
suggest-errors = Bitte sehen Sie noch einmal nach:
suggest-error-where = Wo ist der Ort? Schreiben Sie eine Adresse. Oder zeigen Sie den Ort auf der Karte.
suggest-error-nothing = Was ist falsch? Füllen Sie 1 Feld aus.
suggest-error-long = Das ist zu lang. Sie dürfen { $most } Zeichen schreiben.
suggest-error-characters = Wir können manche Zeichen hier nicht lesen.
suggest-error-contact = Löschen Sie bitte die E-Mail-Adresse. Löschen Sie bitte die Telefon-Nummer. Wir wollen nicht wissen: Wer sind Sie?
suggest-error-choice = Bitte wählen Sie 1 Antwort.
suggest-error-dwelling = Hier steht etwas über eine Wohnung. Eine Wohnung ist kein Ort zum Treffen. Wir wollen nicht wissen: Wo wohnt jemand?
suggest-error-dwelling-known = Hier steht etwas über eine Wohnung. Bitte löschen Sie das. Ist dieser Ort eine Wohnung? Dann wählen Sie: „Den Ort gibt es nicht mehr“.
suggest-error-outside = Der Ort ist nicht in der Stadt.
suggest-busy = Gerade schreiben sehr viele Menschen. Warten Sie { $minutes } Minuten. Dann senden Sie noch 1 Mal. Ihre Angaben sind noch da.
suggest-full = Die Stadt muss zuerst andere Hinweise lesen. Bitte senden Sie in ein paar Tagen noch 1 Mal.
suggest-failed = Wir konnten den Hinweis nicht speichern. Bitte senden Sie später noch 1 Mal. Ihre Angaben sind noch da.
suggest-foreign = Das Formular kam von einer anderen Seite. Prüfen Sie Ihre Angaben. Dann senden Sie noch 1 Mal.
suggest-unreadable = Wir können das Formular nicht lesen. Bitte füllen Sie es hier aus.

## When something is wrong
problem-query-title = Das können wir nicht suchen
problem-query = „{ $field }“ ist „{ $value }“. Das verstehen wir nicht. { $rule }
rule-unknown = Danach können Sie nicht suchen.
rule-repeated = Das darf nur 1 Mal vorkommen.
rule-q = Sie dürfen 200 Zeichen schreiben.
rule-near = Sie dürfen 400 Zeichen schreiben.
rule-district = Wählen Sie einen Stadt-Teil aus der Liste.
rule-kind = Wählen Sie eine Art aus der Liste.
rule-cls = Schreiben Sie „room“ oder „outdoor“. „room“ heißt: im Haus. „outdoor“ heißt: im Freien.
rule-topics = Wählen Sie Themen aus der Liste.
rule-open_at = Schreiben Sie „now“, „evening“ oder „sunday“. Oder schreiben Sie eine Zeit wie 2026-11-22T18:00.
rule-free = Schreiben Sie „true“ oder „false“.
rule-no_consumption = Schreiben Sie „true“ oder „false“.
rule-wc = Schreiben Sie „yes“ oder „wheelchair“. „yes“ heißt: Es gibt ein WC. „wheelchair“ heißt: WC für Rollstuhl.
rule-need = Wählen Sie aus der Liste: Was brauchen Sie?
rule-status = Schreiben Sie ein Wort wie active oder closed.
rule-datetime = Schreiben Sie einen Tag wie 2026-01-01.
rule-lon = Schreiben Sie eine Zahl von -180 bis 180. Dazu gehört lat.
rule-lat = Schreiben Sie eine Zahl von -90 bis 90. Dazu gehört lon.
rule-bbox = Schreiben Sie 4 Zahlen: Westen, Süden, Osten, Norden.
rule-lang = Schreiben Sie „de“, „de-simple“ oder „en“.
rule-fragment = Schreiben Sie „panel“.
problem-place = Hier ist kein Ort. Vielleicht gibt es den Ort nicht mehr.
problem-district-title = Diesen Stadt-Teil gibt es nicht
problem-district = Hier ist kein Stadt-Teil.
problem-too-many-title = Gerade zu viele Fragen
problem-too-many = Aus Ihrem Netz kamen gerade sehr viele Fragen. Bitte warten Sie eine Minute. Versuchen Sie es dann noch einmal.
problem-busy = Gerade fragen sehr viele Menschen. Bitte warten Sie eine Minute. Versuchen Sie es dann noch einmal.
problem-too-large = Sie haben zu viel gesendet. Wir haben nichts gespeichert.
problem-too-slow = Das Senden hat zu lange gedauert. Wir haben nichts gespeichert. Bitte versuchen Sie es noch einmal.

## The way to a place
way-words = So kommen Sie hin
way-none = Wir kennen keinen Weg von hier.
way-note-barriers = Wir kennen die Wege hier noch nicht. Die Zeit ist geschätzt.
way-note-line = Wir kennen die Wege hier noch nicht. Ihr Weg ist länger. Die Zeit ist geschätzt.
way-steps = { $count ->
    [0] Wir kennen keine Treppe auf dem Weg
    [one] 1 Treppe
   *[other] { $count } Treppen
}
way-signals = { $count ->
    [one] 1 Ampel
   *[other] { $count } Ampeln
}
way-unlit = { $distance } ohne Licht
way-light-unknown = { $distance }: Wir wissen nicht: Gibt es dort Licht?
walker-adult = schnell gehen
walker-older = langsam gehen

## Without a network
offline-now = Sie haben gerade kein Internet. Zum Suchen brauchen Sie Internet.
offline-seen = Sie haben gerade kein Internet. Das ist der Stand vom { $when }. Vielleicht ist jetzt etwas anders.

## Changes to subscribe to
feed-link = Neues abonnieren
feed-undone = Eine Änderung vorher gilt nicht mehr.
feed-about-hours = Wann offen ist

## Planning
planning-level-U = wir wissen noch nicht genug
planning-level-2 = zu Fuß nah
planning-step-2 = Stufe 2 oder mehr: nah
planning-not-surveyed = Über { $count } wissen wir noch nicht genug
planning-source-synthetic = Beispiel-Daten
planning-missing-consumption_required = Muss ich etwas kaufen?
planning-missing-opening_hours = Wann ist offen?
planning-revision = Daten-Stand { $revision }. Gerechnet für { $day }.
planning-engine-line = Gerade Linie: Der Weg ist wirklich länger.
planning-link-api = Die Daten
planning-next-none = Das ist die höchste Stufe.
planning-past-about = Eine Linie zeigt die Zeit. Die Linie mit Lücken ist das Ziel.
planning-past-level-about = Eine Linie zeigt die Zeit. Die Linie mit Lücken ist das Ziel: Stufe 1.
planning-sort-barrier_free = Gut im Rollstuhl machen
planning-change-barrier-free = { $name } ist dann gut im Rollstuhl.
planning-pin-help = Ziehen Sie die Nadel. Oder drücken Sie die Tasten mit Pfeil.
planning-likely = sehr gut möglich

# Der Weg zu 2040: wie viele Orte alle nutzen können
barriers-back = Räume und Plätze
barriers-lead = Gut für alle: { $standard } von { $all } Orten. Noch nicht geprüft: { $missing }.
barriers-lead-reached = Das Ziel ist geschafft.
barriers-lead-year = Geht es so weiter? Dann sind alle Orte gut im Jahr { $year }. Das kann anders kommen: { $low } bis { $high }.
barriers-lead-year-open = Geht es so weiter? Dann sind alle Orte gut im Jahr { $year }. Früher als { $low } geht es kaum. Es kann viel später werden.
barriers-lead-no-year = Wir können kein Jahr sagen. Früher als { $low } geht es kaum.
barriers-lead-never = Wir können kein Jahr sagen.
barriers-figure-total = sind gut für alle (S2)
barriers-figure-minimum = Alle kommen hinein (S1)
barriers-warning-easy_first = Das Leichte kommt zuerst. Später dauert es länger.
barriers-warning-no_year = In den letzten 3 Jahren haben wir keinen guten Ort neu gefunden.
barriers-warning-too_slow = So dauert es länger als bis 2040.
barriers-warning-reached = Alle Orte auf der Liste sind gut für alle.
barriers-warning-missed = Das Jahr für das Ziel ist vorbei.
barriers-warning-short_record = Wir schreiben das noch nicht lange auf. Was vorher gut war: Das wissen wir nicht.
barriers-warning-first_found = Manche Orte waren vielleicht schon lange gut. Dann geht es langsamer.
barriers-pace = { $count ->
    [one] Die Jahre { $first } bis { $last }: Wir haben einen guten Ort neu gefunden. Schon bei der ersten Prüfung: { $found }. Das sind { $rate } im Jahr. Es können auch { $low } bis { $high } sein.
   *[other] Die Jahre { $first } bis { $last }: Wir haben { $count } gute Orte neu gefunden. Schon bei der ersten Prüfung: { $found }. Das sind { $rate } im Jahr. Es können auch { $low } bis { $high } sein.
  }
barriers-required = Wir brauchen { $rate } im Jahr.
barriers-open = Das wissen wir nicht
barriers-obstacles-title = Was hilft am meisten?
barriers-obstacles-none = Wir haben noch keine Fehler gefunden.
barriers-obstacles-about = Das fehlt an Orten. Oben steht: Das hilft den meisten Menschen.
barriers-obstacles-more = { $count ->
    [one] Ein Fehler mehr steht in den Daten.
   *[other] { $count } Fehler mehr stehen in den Daten.
  }
barriers-obstacle-not-met = { $count ->
    [one] Das fehlt an einem Ort.
   *[other] Das fehlt an { $count } Orten.
  }
barriers-obstacle-limited = Nur zum Teil gut: { $count }.
barriers-obstacle-opens = Dann geht es an so vielen Orten mehr: { $count }.
barriers-obstacle-standard = Dann ist der Ort gut für alle: { $count }.
barriers-made-up-count = { $count ->
    [one] Ein Ort ist nur ein Beispiel. Wir zählen ihn mit.
   *[other] { $count } Orte sind nur Beispiele. Wir zählen sie mit.
  }
barriers-rating-unknown-or-example = Wir wissen zu wenig
barriers-unknown-title = Das wissen wir nicht
barriers-unknown-not-audited = { $count ->
    [one] Ein Ort ist noch nicht geprüft. Wir zählen: noch nicht gut.
   *[other] { $count } Orte sind noch nicht geprüft. Wir zählen: noch nicht gut.
  }
barriers-unknown-minimum = { $count ->
    [one] Ein Ort ist geprüft. Aber wir wissen zu wenig.
   *[other] { $count } Orte sind geprüft. Aber wir wissen zu wenig.
  }
barriers-unknown-quick = { $count ->
    [one] Ein Ort hat nur eine kurze Prüfung. Das reicht noch nicht.
   *[other] { $count } Orte haben nur eine kurze Prüfung. Das reicht noch nicht.
  }
barriers-unknown-expired = { $count ->
    [one] Eine Prüfung ist älter als 3 Jahre. Wir müssen noch einmal prüfen.
   *[other] { $count } Prüfungen sind älter als 3 Jahre. Wir müssen noch einmal prüfen.
  }
barriers-unknown-reported = { $count ->
    [one] Bei einem Ort sagen mindestens 2 Meldungen: Hier ist etwas anders. Wir müssen noch einmal prüfen.
   *[other] Bei { $count } Orten sagen mindestens 2 Meldungen: Hier ist etwas anders. Wir müssen noch einmal prüfen.
  }
barriers-unknown-undecided = { $count ->
    [one] Ein Ort gehört vielleicht auf die Liste. Wir wissen zu wenig.
   *[other] { $count } Orte gehören vielleicht auf die Liste. Wir wissen zu wenig.
  }
barriers-since = Die erste Prüfung war am { $day } fertig. Davor wissen wir nichts.
barriers-since-never = Noch keine Prüfung ist fertig.
barriers-list-today = Wir zählen immer die Orte von heute.
barriers-rules-title = Das heißen die Wörter
barriers-rule-list-about = Das sind Orte von der Stadt. Und Orte, die im Stadt-Teil zählen. Alle sind offen.
barriers-rule-projection = So raten wir
barriers-rule-projection-about = Wir schauen auf die letzten 3 Jahre. Wir rechnen: Es geht so weiter.
barriers-minimum-about = Alle kommen hinein. Manche brauchen Hilfe.
barriers-standard-about = Der Ort ist gut für alle.
barriers-districts-title = Die Stadt-Teile
barriers-share = Wie viele sind gut?
barriers-of-unknown = { $count } wissen wir nicht
barriers-need = Wer?
barriers-rating-full = Geht gut
barriers-rating-partial = Geht nur zum Teil
barriers-rating-none = Geht nicht
barriers-rating-unknown = Geprüft: wir wissen zu wenig
barriers-curve-about = Linien zeigen die Jahre ab { $first }. Heute sind { $standard } von { $all } Orten gut. In der Tabelle stehen alle Zahlen.
barriers-line-standard = gut für alle
barriers-line-required = Das brauchen wir
barriers-line-expected = So geht es weiter
barriers-line-fan = So kann es auch kommen
barriers-required-line = Das brauchen wir
barriers-expected = So kommt es vielleicht
barriers-undecided-about = Von diesen Orten wissen wir zu wenig. Wir zählen sie nicht mit.
barriers-undecided-count = { $count ->
    [one] Bei einem Ort wissen wir es nicht
   *[other] Bei { $count } Orten wissen wir es nicht
  }
barriers-municipal = Gehört zur Stadt
barriers-counted = Zählt im Stadt-Teil
barriers-depth-quick = kurze Prüfung
barriers-depth-full = ganze Prüfung
barriers-due = Noch einmal prüfen
barriers-is-unknown = Das wissen wir nicht
rule-day = Es muss ein Tag sein, zum Beispiel: mo.
rule-scenario = Das sind keine Änderungen. Die Regeln stehen bei der API.

## Barriers of a place
barriers-title = Wie gut kommen Sie zurecht?
barriers-none = Wir haben den Ort noch nicht geprüft. Darum wissen wir nicht: Wer kommt hier gut zurecht?
barriers-steps = Stufen
barriers-threshold = Keine Stufe. Nur eine kleine Kante: { $height }
barriers-mobile-ramp = Es gibt eine Rampe zum Anlegen
barriers-wc-distance = { $distance } weit weg
barriers-quick = Kurze Prüfung
barriers-quick-about = Wir haben nur { $core } Dinge geprüft. Darum sagen wir höchstens: Geht zum Teil.
barriers-stale = Die Prüfung ist alt. Bitte fragen Sie nach
barriers-reported = Hier ist etwas anders. Bitte fragen Sie nach
barriers-criteria-gone = Die Prüfung ist mit alten Regeln gemacht. Diese Regeln kennen wir nicht mehr.
barriers-made-up = Das ist nur ein Beispiel. Wir haben hier nichts gemessen.
barriers-example = nur ein Beispiel
barriers-by-nobody = niemand, nur ein Beispiel
barriers-measured = Das haben wir alles geprüft
barriers-decided-by = (Das hat entschieden: { $office })
barriers-depth = Wie viel?
barriers-criteria = Regeln
barriers-declared = Das sagen die Leute vom Ort. Wir haben es nicht geprüft
barriers-declared-about = Niemand hat nach-gemessen.
barriers-declared-on = Tag
barriers-a11yjson = Das Gleiche für Computer-Programme (A11yJSON)
rating-full = Geht gut
rating-partial = Geht nur zum Teil
rating-none = Geht nicht
rating-unknown = Noch nicht genug geprüft
rating-why-nothing_applies = Unsere Regeln passen hier nicht.
rating-why-blocking_fails = Das geht nicht
rating-why-blocking_unknown = Das wissen wir noch nicht
rating-why-too_little_known = Das wissen wir noch nicht
rating-why-essentials_fail = Das Wichtige fehlt
rating-why-blocking_limited = Das ist schwierig
rating-why-essential_not_met = Das fehlt oder wir wissen es nicht
rating-why-comforts_missing = Das fehlt
rating-why-quick_check_only = Alles war gut. Aber wir haben nur das Wichtigste geprüft.
rating-why-self_declared_only = Das sagen nur die Leute vom Ort.
rating-why-all_well = Hier fehlt nichts Wichtiges.
verdict-met = Gut
verdict-met_by_equivalent = Auf andere Art gut
verdict-limited = Geht zum Teil
verdict-not_met = Nicht gut
verdict-unknown = Das wissen wir noch nicht
auditor-volunteer = Mensch, der freiwillig hilft
auditor-contractor = Ein Büro für die Stadt
depth-quick = Kurze Prüfung
depth-full = Große Prüfung
amount-cm = { $number } Zentimeter
amount-m = { $number } Meter
amount-percent = { $number } Prozent
amount-newton = { $number } Newton
amount-seconds = { $number } Sekunden
unit-ratio = Eine Zahl von 0 bis 1
unit-count = Wie viele?

## Criteria of audits
criteria-title = So prüfen wir die Orte
criteria-version = Das sind die Regeln { $version }. Sie gelten ab { $since }.
criteria-draft = Die Regeln sind noch nicht fertig.
criteria-not-current = Heute gelten andere Regeln.
criteria-count = Es gibt { $all } Fragen. Die kurze Prüfung hat { $core } Fragen.
criteria-caution = Achtung: Die Normen kosten Geld. Wir haben sie nicht gelesen. Unsere Zahlen stehen in freien Texten. Die Stadt muss die Zahlen noch prüfen.
severity-major = wichtig
severity-minor = bequem
severity-about-blocking = Ohne das geht es hier nicht.
severity-about-major = Ohne das brauchen Sie Hilfe.
severity-about-minor = Ohne das geht es auch.
mark-about-verified = Das steht in einem anderen Text. Es ist nicht die Norm selbst.
mark-about-memory = Wir glauben: Das stimmt. Nachgelesen haben wir es nicht.
mark-about-proposed = Das ist unser Vorschlag.
criteria-core = Kurze Prüfung
criteria-core-about = Diese Frage hat auch die kurze Prüfung.
criteria-unblocked = Hier sagt keine Frage: Das geht nicht
criteria-criterion = Frage
criteria-measured = Was messen wir?
criteria-standard = Gut
criteria-minimum = Geht zum Teil
criteria-for-whom = Für wen?
criteria-source = Woher sind die Zahlen?
criteria-only-if = Nur bei „ja“:
criteria-versions = Alle Regeln
criteria-versions-about = Jede Prüfung behält ihre Regeln.
area-way = Auf dem Weg
area-inside = Auf dem Weg innen
area-stay = Wo Sie bleiben
problem-criteria-title = Diese Regeln gibt es nicht
problem-criteria = Diese Regeln kennen wir nicht.

## Filter: checked and usable
finder-usable = Nur geprüfte Orte: geht gut oder zum Teil
finder-usable-hint = Wählen Sie zuerst: Was brauchen Sie? Dann sehen Sie nur geprüfte Orte. Dort geht es gut oder zum Teil.
chosen-usable = Geht gut oder zum Teil: { $need }
chosen-fully-usable = Geht gut: { $need }
results-unchecked = { $need }. Noch nicht genug geprüft: { $open } von { $all } Orten
results-all-checked = { $need }: Alle diese Orte haben wir geprüft.
results-none-usable = Wir haben hier keinen passenden Ort geprüft. Schalten Sie „Nur geprüfte Orte“ aus. Dann sehen Sie auch andere Orte.
planning-usable-for = Geprüft: geht gut oder zum Teil für
planning-usable-for-hint = Dann zählen nur geprüfte Orte. Dort geht es gut oder zum Teil. Andere Orte können auch gut sein. Das wissen wir noch nicht.
suggest-barriers = Hier ist etwas anders: bei Stufen, Tür oder WC
## Quiet pages: how safe people feel, help
quiet-exit = Seite schnell schließen
quiet-exit-keys = Oder drücken Sie 2 Mal die Taste Esc.
quiet-traces = Wir speichern nichts auf Ihrem Gerät. Aber der Browser merkt sich vielleicht: Sie waren hier. Benutzen andere Ihr Gerät? Dann löschen Sie den Verlauf im Browser.

## How safe people feel: the way to a report
flow-danger-call = Rufen Sie an: 110 oder 112.
flow-call-rescue = Rettung und Feuer-Wehr
flow-deaf = Sie hören nicht oder sprechen nicht?
flow-no-danger = Nein. Weiter
flow-door-feeling = Hier geht es mir gut. Oder: Hier habe ich Angst.
flow-door-feeling-about = Sie sagen keinen Namen. Sagen Sie uns: Wo geht es Ihnen gut? Wo haben Sie Angst? Was hilft?
flow-door-feeling-go = Hier weiter
flow-door-happened = Es ist etwas passiert: mir oder einer anderen Person
flow-door-happened-about = Sie haben keine Schuld. Hier hören Ihnen Menschen zu. Sie helfen Ihnen. Sie entscheiden: Wollen Sie zur Polizei gehen?
flow-door-happened-go = Hier bekommen Sie Hilfe
flow-door-defect-about = Zum Beispiel: eine Laterne, Müll, Scherben. Das sagen Sie der Stadt an einer anderen Stelle. Wir speichern dazu nichts.
flow-door-defect-nowhere = Rufen Sie bei Ihrer Stadt an. Dort bekommen Sie Hilfe.
flow-door-traffic-about = Zum Beispiel: Autos fahren zu schnell. Das sagen Sie der Stadt an einer anderen Stelle. Wir speichern dazu nichts.
flow-door-traffic-nowhere = Rufen Sie bei Ihrer Stadt an. Ist jetzt jemand in Gefahr? Dann rufen Sie an: 110.

## How safe people feel: the report
flow-link = Gut oder Angst?
flow-report = Wo geht es Ihnen gut? Wo haben Sie Angst?
flow-help-first = Ist Ihnen etwas passiert? Oder einer anderen Person?
flow-anonymous = Sie sagen keinen Namen. Wir wissen nicht, wer Sie sind. Wir speichern: Ihre Antworten, das Gebiet, die Woche und die Tages-Zeit.
flow-area-hint = Die Karte hat Quadrate. Jedes Quadrat ist 500 Meter breit. Genauer fragen wir nicht.
flow-square-nowhere = Wir kennen hier keinen Ort
flow-towards-n = im Norden von { $name }, { $metres } m
flow-towards-ne = im Nord-Osten von { $name }, { $metres } m
flow-towards-e = im Osten von { $name }, { $metres } m
flow-towards-se = im Süd-Osten von { $name }, { $metres } m
flow-towards-s = im Süden von { $name }, { $metres } m
flow-towards-sw = im Süd-Westen von { $name }, { $metres } m
flow-towards-w = im Westen von { $name }, { $metres } m
flow-towards-nw = im Nord-Westen von { $name }, { $metres } m
flow-picture = Karte mit Quadraten
flow-picture-marks = Jedes Quadrat hat einen Buchstaben und eine Zahl. Sie stehen auch in der Liste.
flow-picture-about = Tippen Sie auf ein Quadrat. Dann ist es gewählt.
flow-here = Ich bin gerade dort
flow-here-about = Ihr Gerät findet das Quadrat. Das Gerät sagt uns nicht, wo Sie sind.
flow-here-waiting = Ihr Gerät sucht …
flow-here-found = Das Quadrat ist gewählt. Stimmt es? Bitte prüfen Sie das.
flow-here-outside = Sie sind gerade nicht in dieser Stadt.
flow-here-failed = Das Gerät findet den Ort nicht. Bitte wählen Sie in der Liste.
flow-category-feel_good = Hier fühle ich mich gut
flow-category-dark = Es ist zu dunkel. Oder: Ich sehe nicht weit.
flow-category-neglected = Es ist schmutzig
flow-category-lonely = Hier ist kein Mensch
flow-category-no_way_out = Es ist eng. Ich komme schlecht weg. Zum Beispiel: ein Tunnel
flow-category-disturbing = Es ist laut. Oder: Menschen streiten.
flow-category-harassed = Jemand hat mich bedrängt oder verfolgt
flow-category-hate = Jemand hat mich beleidigt oder bedroht. Zum Beispiel: wegen Herkunft, Religion, Behinderung, Geschlecht oder Liebe
flow-band = Wann am Tag?
flow-band-morning = Am Morgen: 6 bis 12 Uhr
flow-band-afternoon = Am Nachmittag: 12 bis 18 Uhr
flow-band-evening = Am Abend: 18 bis 22 Uhr
flow-band-night = In der Nacht: 22 bis 6 Uhr
flow-daytype-su_holiday = Sonntag und Feier-Tag
flow-factors = Warum ist das so? Sie können mehrere Sachen wählen. Sie müssen nicht.
flow-factors-lighting = Das Licht
flow-factors-sight_lines = Wie weit ich sehe
flow-factors-tunnel = Tunnel
flow-factors-nowhere_to_sit = Keine Bank zum Sitzen
flow-factors-closed_shops = Läden sind zu
flow-factors-traffic_noise = Lärm von Autos
flow-wish = Was hilft am meisten? Sie müssen nichts wählen.
flow-wish-none = Ich wähle nichts
flow-wish-cleaning = Sauber machen
flow-wish-activity = Mehr Menschen
flow-wish-design = Den Ort anders bauen
flow-wish-presence = Eine Person von der Stadt kommt vorbei
flow-wish-help_point = Eine Stelle für Hilfe
flow-avoid = Ich gehe nicht an diesen Ort
flow-fault-category = Bitte wählen Sie: Wie ist es dort?
flow-fault-band = Bitte wählen Sie: Wann am Tag?
flow-fault-daytype = Bitte wählen Sie: An welchen Tagen?
flow-fault-factors = Bitte wählen Sie nur Gründe von der Liste.
flow-fault-wish = Bitte wählen Sie einen Wunsch von der Liste.
flow-fault-avoid = Bitte setzen Sie den Haken noch einmal.
flow-send = Senden
flow-sending = Wir senden …
flow-trouble-network = Heute haben wir schon genug Angaben von hier. Bitte versuchen Sie es morgen wieder.
flow-trouble-plain = Jetzt haben wir genug Angaben ohne JavaScript. Bitte versuchen Sie es später wieder. Oder schalten Sie JavaScript ein.
flow-trouble-foreign = Die Angaben kommen von einer fremden Seite. Bitte senden Sie von hier.
flow-trouble-faults = Da stimmt etwas nicht. Bitte prüfen Sie Ihre Antworten und senden Sie noch einmal.
flow-trouble-offline = Das Netz antwortet nicht. Ihre Angaben sind noch da. Bitte senden Sie noch einmal.
flow-trouble-failed = Es geht gerade nicht. Ihre Angaben sind noch da. Bitte versuchen Sie es später noch einmal.
flow-thanks-kept = Wir haben Ihre Angabe.
flow-thanks-use = Ihren Namen kennen wir nicht. Wir zeigen nur, was viele sagen.
flow-another = Noch etwas sagen

## How safe people feel: entered for others
flow-source = Woher kommt das?
flow-source-kiosk = Von einem Gerät der Stadt
flow-source-event = Von einem Treffen
flow-fault-source = Bitte wählen Sie: Woher kommt das?

## Something is broken or dirty: passed on
flow-defect-about = Wir geben Ihre Meldung weiter an: { $name }. Wir speichern nichts.
flow-defect-place = Wo ist es? Zum Beispiel: Straße und Haus-Nummer
flow-defect-what-hint = Bitte schreiben Sie keine Namen und keine Telefon-Nummern.
flow-defect-consent = Ja, geben Sie meine Meldung weiter an { $name }.
flow-defect-send = Senden
flow-defect-passed-on = Wir haben Ihre Meldung gesendet. Wir haben nichts gespeichert.
flow-defect-back = Zurück
flow-defect-silent = Es geht gerade nicht. Ihre Meldung ist noch da. Bitte versuchen Sie es später noch einmal.
flow-defect-refused = Das geht hier leider nicht. Bitte rufen Sie bei Ihrer Stadt an.
flow-fault-service = Bitte wählen Sie: Was ist es?
flow-fault-place = Bitte schreiben Sie kurz: Wo ist es?
flow-fault-what = Bitte schreiben Sie kurz: Was ist los? Schreiben Sie keine Namen und keine Telefon-Nummern.
flow-fault-consent = Bitte setzen Sie den Haken. Dann geben wir die Meldung weiter.

# The sheet for audits on site
onsite-title = Orte prüfen
onsite-about = Sie messen hier: Können Menschen mit Behinderung den Ort nutzen? Alles bleibt auf diesem Gerät. Sie senden es später.
onsite-needs-script = Diese Seite braucht JavaScript. Ohne JavaScript können Sie nur lesen: in der Verwaltung bei „Begehungen“.
onsite-finished = Fertig und vom Gerät gelöscht: { $name }.
onsite-limited = nur zum Teil erfüllt
onsite-lost = Diese Begehung kommt nicht auf das Gerät. Vielleicht fehlt das Netz. Vielleicht ist sie schon fertig.
onsite-waiting = Fertig. Mit Netz wird die Begehung gesendet.
onsite-unsent = Noch nicht gesendet: { $count }
onsite-all-sent = Alles ist gesendet.
onsite-sending = Wir senden gerade …
onsite-send = Jetzt senden
onsite-forget-unsent = Die Verwaltung hat das noch nicht. Sie löschen es trotzdem? Dann sind die Antworten weg.
onsite-equivalent = Anders gelöst
onsite-depth = Wie viel prüfen Sie?
onsite-quick = kurz prüfen
onsite-full = alles prüfen

# Help and counselling
counsel-title = Hier bekommen Sie Hilfe
counsel-believed = Es ist etwas passiert? Sie haben keine Schuld. Hier sind Menschen für Sie da. Sie glauben Ihnen. Sie hören Ihnen zu. Sie sagen nur: das wollen Sie sagen.
counsel-no-duty = Sie müssen nicht zur Polizei gehen. Sie müssen nichts beweisen. Es ist lange her? Sie dürfen trotzdem anrufen. Es ist einer anderen Person passiert? Auch dann dürfen Sie anrufen.
counsel-filter = Das möchten Sie sehen
counsel-rule-need = Bitte wählen Sie ein Thema aus der Liste.
counsel-rule-language = Bitte wählen Sie eine Sprache aus der Liste.
counsel-none = Hier steht noch keine Nummer. In Gefahr rufen Sie an: 112.
counsel-none-found = Dazu steht hier keine Nummer. Zeigen Sie alles an. Viele helfen auch bei anderen Themen.
counsel-need-sexual_abuse = Sexuelle Gewalt gegen Kinder
counsel-need-children = Kinder und junge Menschen
counsel-need-older_people = Alte Menschen
counsel-need-victims = Opfer von Straf-Taten
counsel-need-discrimination = Hass und schlechte Behandlung
counsel-need-crisis = Sie sind sehr traurig. Oder: Sie wollen nicht mehr leben.
counsel-need-addiction = Sucht: Alkohol, Drogen, Spielen
counsel-need-own_violence = Sie haben Angst: Sie tun selbst jemandem weh
counsel-hours-unknown = Wir wissen nicht: Wann ist jemand am Telefon?
counsel-hours-always = Immer, am Tag und in der Nacht
counsel-hours-until = Jetzt ist jemand da, bis { $until }
counsel-hours-opens = Jetzt ist niemand da. Wieder: { $at }
counsel-hours-closed = Jetzt ist niemand da
counsel-hours-week = Zeiten in dieser Woche
counsel-web = Seite im Internet
counsel-free-yes = Es kostet nichts
counsel-free-no = Es kostet etwas
counsel-anonymous-yes = ja, Sie müssen Ihren Namen nicht sagen
counsel-languages-count = Dort gibt es { $count } andere Sprachen
counsel-languages-open = Andere Sprachen: Das wissen wir nicht
counsel-language-unsure = Wir wissen nicht: Spricht dort jemand { $language }?
counsel-sign = Gebärden-Sprache
counsel-easy = Leicht zu verstehen
counsel-address-consent = (Das dürfen wir hier sagen.)
counsel-room-step-free = Keine Stufen
counsel-room-wide-doors = Breite Türen
counsel-unchecked = Noch nicht geprüft
counsel-as-of = Das war so am { $day }
counsel-old = lange nicht geprüft
counsel-source = Das haben wir von: { $source }
counsel-safe-place-call = Fragen Sie hier:
counsel-safe-place-about = Es gibt sichere Orte. Wir sagen hier nicht, wo. Das schützt Sie. Fragen Sie am Telefon. In Gefahr rufen Sie an: 110.
counsel-evidence = Spuren sichern: auch ohne Polizei
counsel-evidence-about = Jemand hat Ihnen weh getan? Manche Kranken-Häuser schreiben das auf. Sie heben Spuren auf. Sie müssen nicht zur Polizei. Fragen Sie am Telefon: Wo geht das? Waschen Sie sich am besten noch nicht.
counsel-report = Nur den Ort sagen
counsel-report-about = Sie können uns sagen: Wo ist es passiert? Ohne Namen. Sie müssen das nicht. Es hilft der Stadt.
counsel-report-go = Nur den Ort sagen: hier weiter

# What the city works on so that things do not happen
prevention-title = Damit weniger passiert
prevention-link = Damit weniger passiert
prevention-about = Das macht die Stadt. Dann passiert weniger. Und mehr Menschen fühlen sich wohl.
prevention-areas = Das macht die Stadt
prevention-none = Hier steht noch nichts.
prevention-state-running = läuft gerade
prevention-state-done = fertig
prevention-district-gone = ein Stadt-Teil von früher
prevention-measures = Das wird gemacht
prevention-no-measure = Hier steht noch nichts.
prevention-result = Das kam heraus:
prevention-office = Das macht: { $office }
prevention-made-up = Das sind nur Beispiele
prevention-experienced = Das haben Menschen erlebt
prevention-year = So oft sagten Menschen im Jahr { $year }: Jemand hat mir Angst gemacht.
prevention-class-more = { $from } oder mehr
prevention-too-few = Dazu wissen wir zu wenig
prevention-not-asked = Das fragt diese Stadt nicht.
prevention-no-release = Dazu wissen wir noch zu wenig.
prevention-released = Vom { $day }. Die Zahl ist nicht ganz genau. So kann niemand Sie erkennen.
prevention-perception = Die Zahl zeigt Gefühle. Straf-Taten zählt die Polizei.
language-pt = Sprache aus Portugal
language-vi = Sprache aus Vietnam
problem-page = Bitte gehen Sie zurück an den Anfang.
## How safe people feel: what was released
safety-description = Wo fühlen sich Menschen gut? Wo haben Menschen Angst? Hier sehen Sie Antworten aus der Stadt.
safety-perception = Die Karte zeigt Gefühle. Sie zeigt keine Straf-Taten.
safety-about = Menschen sagen: Hier fühle ich mich gut. Oder: Hier habe ich Angst. Sie sagen keinen Namen. Wir zeigen keine genauen Zahlen. Wir ändern jede Zahl ein wenig. Manchmal steht da: Dazu wissen wir zu wenig. Das heißt: Wenige haben etwas gesagt. Oder niemand. Wir wissen dann nicht: Ist es dort gut?
safety-report-link = Sagen Sie: Wie geht es Ihnen hier?
safety-help-link = Hier bekommen Sie Hilfe
safety-transparency-link = So machen wir das
safety-districts = Stadt-Teile
safety-districts-table = Antworten aus den Stadt-Teilen
safety-district = Stadt-Teil
safety-squares = Kleine Gebiete
safety-squares-about = Jedes Gebiet hat 500 Meter oder mehr. Es heißt wie die Orte in der Nähe.
safety-square-in = { $district }: kein Ort in der Nähe
safety-none-released = Hier gibt es noch nichts.
safety-periods = Welche Zeit? { $product }
safety-released = { $period }. Das zeigen wir seit dem { $day }. Es ändert sich nicht mehr.
safety-sample = Das sind nur Beispiele. Das hat niemand gesagt.
safety-too-few = Dazu wissen wir zu wenig
safety-class-between = { $from } bis { $to } Antworten
safety-class-from = { $from } Antworten oder mehr
safety-group-feel_good = Fühlen sich gut
safety-group-unsafe = Haben Angst
safety-group-dark_or_neglected = Zu dunkel oder schmutzig
safety-group-sensitive = Schlecht behandelt
safety-product-districts = Stadt-Teile, 3 Monate
safety-product-cells = Kleine Gebiete, 1 Jahr
safety-product-city = Ganze Stadt, 1 Jahr
safety-map-about = Das Gleiche steht in der Liste.
safety-measures-district = Das macht die Stadt im ganzen Stadt-Teil
safety-measures = Das macht die Stadt hier
safety-hidden =
    { $count ->
        [one] Zu 1 Gebiet wissen wir zu wenig
       *[other] Zu { $count } Gebieten wissen wir zu wenig
    }
safety-hidden-about = Vielleicht ist es dort gut. Vielleicht auch nicht. Wir wissen es nicht.
safety-city = Was Menschen erlebt haben
safety-city-about = Manche Menschen werden schlecht behandelt. Sie können das sagen. Wir zählen es für die ganze Stadt. Im Stadt-Teil steht es nur bei „Haben Angst“.
safety-data-about = Diese Seite zeigt nur das: was in den Dateien steht.
safety-data-all = Alle Dateien (JSON)
safety-more = Wie sicher fühlen sich Menschen hier? Alle Stadt-Teile
rule-quarter = Wählen Sie eine Zeit aus der Liste.
rule-year = Wählen Sie ein Jahr aus der Liste.

## How safe people feel: how it comes about
safety-transparency = So machen wir die Karte
safety-stored = Das speichern wir
safety-stored-about = Jede Meldung hat diese Teile. Mehr gibt es nicht.
safety-field-day = Welcher Tag
safety-field-area-is = Ein Quadrat mit 500 Metern. Oder ein Gebiet von der Stadt. Den genauen Ort kennen wir nicht.
safety-field-category-is = Die Auswahl steht in der Tabelle.
safety-field-week-is = Nur die Woche. Den Tag und die Uhrzeit speichern wir nicht.
safety-field-avoids = Nicht mehr hingehen
safety-field-avoids-is = Geht jemand nicht mehr hin? Ja, nein oder keine Antwort.
safety-not-taken = geht hier nicht
safety-taken = geht hier
safety-category-neglected = Schmutzig
safety-category-feel_good = Hier fühle ich mich gut
safety-category-dark = Zu dunkel
safety-category-disturbing = Laut und unruhig
safety-category-harassed = Jemand war böse zu mir oder ging mir nach
safety-category-hate = Jemand war böse zu mir: zum Beispiel wegen meiner Religion
safety-sensitivity-positive = Bei „Fühlen sich gut“
safety-sensitivity-place = Im Stadt-Teil bei „Zu dunkel oder schmutzig“. Im Gebiet bei „Haben Angst“
safety-sensitivity-feeling = Bei „Haben Angst“
safety-sensitivity-sensitive = Nie allein. Im Stadt-Teil bei „Haben Angst“. Und 1 Zahl im Jahr für die ganze Stadt
safety-factor-closed_shops = Läden sind zu
safety-wish-help_point = ein Ort mit Hilfe
safety-wish-cleaning = mehr putzen
safety-wish-design = anders bauen
safety-wish-presence = jemand von der Stadt ist da
safety-source-event = ein Fest oder Treffen
safety-never = Das speichern wir nie
safety-never-number = eine Nummer für Ihre Meldung
safety-never-device = Ihr Gerät oder Ihre Sprache
safety-never-person = Name, Adresse, Telefon, Alter
safety-never-moment = den Tag oder die Uhrzeit
safety-never-text = Texte, Fotos oder andere Dateien
safety-long-about = Nach { $months } Monaten löschen wir eine Meldung.
safety-limits = Alle sollen gleich viel sagen können
safety-limit-shared = Manche Anschlüsse nutzen viele Menschen. Hier sind es { $count }. Von dort nehmen wir mehr: höchstens { $most } am Tag.
safety-limit-others = Manche Meldungen kommen auf Papier. Auch davon nehmen wir nicht zu viele.
safety-limit-day = Von einem Anschluss nehmen wir { $count } Meldungen am Tag.
safety-limit-none = Von einem Anschluss können viele Meldungen kommen.
safety-limit-week = In einer Woche zählen { $count } Meldungen aus einem Gebiet.
safety-limit-puzzle = Ihr Gerät löst zuerst eine Aufgabe ({ $bits } Bit). Das stoppt Programme.
safety-noise = Niemand soll Sie finden
safety-noise-about = Wir ändern jede Zahl ein wenig. Das macht der Zufall. Kleine Zahlen zeigen wir nicht. Epsilon ist eine Zahl für den Schutz. Kleine Zahl: viel Schutz.
safety-product = Was
safety-threshold = Kleinste Zahl
safety-epsilon-sum = Für 1 Meldung gilt: Epsilon { $sum }. Jemand will raten: Gibt es diese Meldung? Dann rät er höchstens { $percent } von 100 Mal richtig. Mit Zufall sind es 50 Mal.
safety-wait = Wir warten { $days } Tage. Dann zeigen wir die Zahlen.
safety-frozen = Wir machen die Zahlen nur einmal. Dann bleiben sie so.
safety-merged-quiet = Das machen wir auch bei manchen Häusern.
safety-merged = Manchmal wohnen wenige Menschen in einem Gebiet: weniger als { $count }. Dann machen wir das Gebiet größer.
safety-who = Wer sieht das?
safety-see-released = Die Zahlen auf der Karte
safety-see-counts = Zahlen für { $weeks } Wochen, ab { $count } Meldungen. Alle { $step } Wochen neu
safety-see-sensitive = Was Menschen erlebt haben. Für ein halbes Jahr, ab { $count } Meldungen
safety-who-noted = Wir schreiben auf: Wer von der Stadt hat das angesehen? Und warum?
safety-releases = Alle Dateien
safety-releases-about = Jede Datei hat eine Prüf-Summe. So sehen Sie: Die Datei ist noch gleich.
safety-release = Datei
safety-release-visible = So viele Meldungen sehen Sie
safety-release-sum = Prüf-Summe
safety-rights-delete = Sie wollen Ihre Meldung löschen? Das geht nicht. Wir wissen nicht: Welche Meldung ist von Ihnen?
safety-rights-why = Die Regel steht in Artikel 11 vom Daten-Schutz-Gesetz (DSGVO). Nach einiger Zeit löschen wir jede Meldung.

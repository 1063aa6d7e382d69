// Generated from openapi.json by `npm run generate`.
export interface paths {
    "/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entrance, with links to everything else */
        get: operations["getLandingPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses, streets, districts and places by what people type, the best first */
        get: operations["getAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audits.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every reading of published audits, for German spreadsheets: semicolons and decimal commas */
        get: operations["getMeasurements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/barrier-free": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many places meet minimum and standard, by district and need, year by year, and whether 2040 is realistic */
        get: operations["getBarrierFreeProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/barrier-free/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All places that are counted, with the reason, and those of which nobody knows whether they belong there */
        get: operations["getBarrierFreeList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/barrier-free/list.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same list as a table for German spreadsheets */
        get: operations["getBarrierFreeTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/changes.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest changes of places and events, to subscribe to (Atom) */
        get: operations["getChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which collections there are */
        get: operations["getCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/audits/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published audits by id, page by page: of each place the newest, and the newest word of whoever runs it */
        get: operations["getAudits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/audits/items/{feature}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One published audit */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/districts/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Districts by id, page by page */
        get: operations["getDistricts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/districts/items/{feature}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One district */
        get: operations["getDistrict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/events/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events and offers by id, page by page */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/events/items/{feature}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/places/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meeting places by id, page by page */
        get: operations["getPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/places/items/{feature}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One place */
        get: operations["getPlace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/safety-cells/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Districts and merged squares of the newest releases by id, page by page: whole areas with their frozen classes */
        get: operations["getSafetyCells"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/safety-cells/items/{feature}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One area of the newest release of its product */
        get: operations["getSafetyCell"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{collection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One collection */
        get: operations["getCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which classes of OGC API Features hold */
        get: operations["getConformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counselling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of help and counselling; what is absent is unknown */
        get: operations["getHelpLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who reaches a place to meet, district by district, with levels and reasons */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table for German spreadsheets: semicolons and decimal commas */
        get: operations["getCoverageTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same with the outlines of the districts */
        get: operations["getCoverageFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where people live beyond reach: neighbouring squares taken together, none with fewer than ten people */
        get: operations["getCoverageGaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the districts had come at the end of every quarter, and the goal */
        get: operations["getCoverageHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ten ways whose missing facts keep most people on wheels from getting there for certain */
        get: operations["getMissingFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/siting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where the next places would reach most people, with proof; nothing is stored */
        post: operations["askSites"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/siting/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which further hours of which places would reach most people; nothing is stored */
        post: operations["askHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When something is open within reach, hour by hour of an ordinary week */
        get: operations["getCoverageWeek"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would follow if places closed, opened, moved, or were open at other hours; nothing is stored */
        post: operations["askWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/districts/at": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which district and quarter a location is in */
        get: operations["getDistrictAt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is on, as a calendar to subscribe to: everything with a date since 31 days ago */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event with all its dates, as a file for one's calendar */
        get: operations["getEventFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getApiDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/near": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The nearest places in use, nearest first */
        get: operations["getPlacesNear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/{id}/a11yjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the newest published audit says of a place, as A11yJSON (https://a11yjson.org) */
        get: operations["getA11yJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The way on foot from a location to a place */
        get: operations["getRoute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/safety/puzzle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A puzzle to solve before a report is sent: the number for which SHA-256 of puzzle, colon and number begins with so many noughts in binary */
        get: operations["getPuzzle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/safety/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every frozen release of reports */
        get: operations["getReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/safety/releases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One release, byte for byte as it was made; no class means none or too few */
        get: operations["getRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/safety/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how safe one feels somewhere: with no name, point or moment */
        post: operations["sendReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is logged in, and in which roles
         * @description For everybody who is logged in.
         */
        get: operations["getOwnAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All audits, the last written first, with what may be done with each next
         * @description For auditor, planner.
         */
        get: operations["getStaffAudits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/audits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One audit with its version in ETag, its published revisions and its measures
         * @description For auditor, planner.
         */
        get: operations["getStaffAudit"];
        /**
         * Send an audit whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing
         * @description For auditor, planner.
         */
        put: operations["saveAudit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/audits/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a new revision of a published audit; what is published stays until the new one is
         * @description For auditor.
         */
        post: operations["correctAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/audits/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What another audit of the same place says differently, answer by answer
         * @description For auditor, planner.
         */
        get: operations["getAuditDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/audits/{id}/measures/{measure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send a measure whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing
         * @description For planner, auditor.
         */
        put: operations["saveMeasure"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/audits/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an audit a step further, or back before it is published
         * @description For auditor, planner.
         */
        post: operations["moveAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/audits/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a photo (JPEG, PNG, WebP) with an audit, where the city has switched photos on: it is drawn anew, without anything the camera wrote into it
         * @description For auditor.
         */
        post: operations["addPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/audits/{id}/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The picture of a photo, for the people of the city alone
         * @description For auditor, planner.
         */
        get: operations["getPhoto"];
        put?: never;
        post?: never;
        /**
         * Take a photo away for good
         * @description For auditor.
         */
        delete: operations["removePhoto"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/audits/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an audit for a reason: nobody outside sees it any more
         * @description For auditor, planner.
         */
        post: operations["withdrawAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/counselling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All lines of help, those too that come with the program and are not shown
         * @description For prevention.
         */
        get: operations["getStaffHelpLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/counselling/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One line with its version in ETag
         * @description For prevention.
         */
        get: operations["getStaffHelpLine"];
        /**
         * Send a line whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing
         * @description For prevention.
         */
        put: operations["saveHelpLine"];
        post?: never;
        /**
         * Show a line no more; one that comes with the program can be sent again
         * @description For prevention.
         */
        delete: operations["withdrawHelpLine"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/criteria": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All versions of the criteria, each with the number of published audits made with it
         * @description For auditor, planner, editor.
         */
        get: operations["getCriteria"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/criteria/{version}/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which published audits a version would rate differently, and what it cannot take over
         * @description For auditor, planner, editor.
         */
        get: operations["getCriteriaEffects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measures by residents let in for their cost, with every part of the score, and those without a rank
         * @description For planner, auditor.
         */
        get: operations["getRankedMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/measures.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a table for German spreadsheets
         * @description For planner, auditor.
         */
        get: operations["getMeasuresTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a place
         * @description For editor.
         */
        post: operations["addPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/places.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All places as a table for a spreadsheet
         * @description For editor.
         */
        get: operations["getTable"];
        /**
         * Bring a table in: its rows that fit what is stored, or none if one breaks a rule; `changed_since` names those left out
         * @description For editor.
         */
        put: operations["takeTable"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/places/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A place with its version in ETag
         * @description For editor.
         */
        get: operations["getPlaceToEdit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what the body names, if the place is as If-Match says; null takes a member away
         * @description For editor.
         */
        patch: operations["changePlace"];
        trace?: never;
    };
    "/api/staff/places/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that everything known of a place is still right
         * @description For editor.
         */
        post: operations["confirmPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/places/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every change of a place, the newest first
         * @description For editor.
         */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/re-audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where somebody has to look again and why, and where measures are open
         * @description For auditor, planner.
         */
        get: operations["getReAudits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/re-audits.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where somebody has to look again, as a table for German spreadsheets
         * @description For auditor, planner.
         */
        get: operations["getReAuditsTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/retrofit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would follow if all measures of a sort were carried out; nothing is stored
         * @description For planner.
         */
        post: operations["askRetrofit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/safety/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many reports there are by district, part of the day, kind of day and group in twelve weeks, in classes; cells below the least are left out, and each look is written down
         * @description For patrol, prevention.
         */
        get: operations["getReportCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/safety/sensitive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many sensitive reports there are by district in the half-year before this one, in classes
         * @description For prevention.
         */
        get: operations["getSensitiveCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scenarios of planners, the last written first
         * @description For planner.
         */
        get: operations["getScenarios"];
        put?: never;
        /**
         * Keep a scenario
         * @description For planner.
         */
        post: operations["addScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/scenarios/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One scenario, with its version in ETag
         * @description For planner.
         */
        get: operations["getScenario"];
        /**
         * Put another in place of a scenario that is as If-Match says
         * @description For planner.
         */
        put: operations["changeScenario"];
        post?: never;
        /**
         * Take a scenario away that is as If-Match says
         * @description For planner.
         */
        delete: operations["removeScenario"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/scenarios/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What follows from a scenario for the city as it is now, and whether that has changed since
         * @description For planner.
         */
        get: operations["getScenarioResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What residents suggest: the oldest first, what is decided the latest first
         * @description For editor.
         */
        get: operations["getSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/suggestions/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many suggestions came, what became of them and how long that took
         * @description For editor, planner.
         */
        get: operations["getSuggestionFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/suggestions/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject up to 500 suggestions for one reason
         * @description For editor.
         */
        post: operations["rejectSuggestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/suggestions/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a report that the barriers of a place have changed and nothing else: audits from before are then to be doubted
         * @description For editor.
         */
        post: operations["acceptReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/suggestions/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a suggestion with a reason
         * @description For editor.
         */
        post: operations["rejectSuggestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/surveys/{district}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The survey of a district with its version in ETag
         * @description For planner.
         */
        get: operations["getSurvey"];
        /**
         * Confirm that a district is completely recorded; If-Match names the survey it replaces, where there is one
         * @description For planner.
         */
        put: operations["confirmSurvey"];
        post?: never;
        /**
         * Take the confirmation back
         * @description For planner.
         */
        delete: operations["withdrawSurvey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries of the audit trail
         * @description For admin.
         */
        get: operations["getTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/trail.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries of the audit trail as a table
         * @description For admin.
         */
        get: operations["getTrailTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/trail/{number}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what an entry did to a place or an event
         * @description For editor.
         */
        post: operations["takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All measurements of ways, those too that no drawn way matches
         * @description For auditor, planner.
         */
        get: operations["getStaffWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/ways/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One measurement with its version in ETag
         * @description For auditor, planner.
         */
        get: operations["getStaffWay"];
        /**
         * Send a measurement whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing
         * @description For auditor.
         */
        put: operations["saveWay"];
        post?: never;
        /**
         * Withdraw a measurement: the way is what it was before
         * @description For auditor.
         */
        delete: operations["withdrawWay"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which programs are told of changes, and whether they listen
         * @description For admin.
         */
        get: operations["getWebhooks"];
        put?: never;
        /**
         * Tell a program of changes from now on; only this answer holds the secret that messages are signed with
         * @description For admin.
         */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook
         * @description For admin.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Tell a program nothing any more
         * @description For admin.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/webhooks/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell a program nothing for the time being
         * @description For admin.
         */
        post: operations["pauseWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message that says nothing, and say whether it arrived
         * @description For admin.
         */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/webhooks/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on telling a program where it stopped
         * @description For admin.
         */
        post: operations["resumeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/style.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The base map as a style for MapLibre */
        get: operations["getStyle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiles/base/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A vector tile of the base map in the Shortbread schema; 204 where nothing is drawn */
        get: operations["getTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ways/measured": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the city measured on ways, and what that changes for wheels */
        get: operations["getMeasuredWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the program runs */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the store answers, and which revision is served */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description PlaceInfo of A11yJSON */
        A11yPlaceInfo: Record<string, never>;
        AddressCollection: {
            features: components["schemas"]["AddressFeature"][];
            numberReturned: number;
            revision: number;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        AddressFeature: {
            geometry: components["schemas"]["Geometry"];
            properties: components["schemas"]["AddressProperties"];
            /** @enum {string} */
            type: "Feature";
        };
        AddressProperties: {
            /** @description The house number asked for, where that one is not known and another spot stands for it */
            asked_number?: string;
            /** @enum {string} */
            kind: "district" | "settlement" | "quarter" | "street" | "house" | "place";
            /** @description Name and whereabouts: asking for it finds the spot again */
            label: string;
            /** @description Its name, with the house number */
            name: string;
            /**
             * @description What stands for the house number asked for: the nearest known, one that begins with it, or the whole street
             * @enum {string}
             */
            number?: "nearest" | "begun" | "none_known";
            /**
             * Format: uuid
             * @description The id of the place it is
             */
            place?: string;
            /**
             * @description Everything asked for is in it as written (exact), it begins so (begun), is written a little differently (similar), or lacks a part of it (partial)
             * @enum {string}
             */
            quality: "exact" | "begun" | "similar" | "partial";
            /** @description Postcode, town and part of town, as far as they are known */
            whereabouts?: string;
        };
        ApiDocument: Record<string, never>;
        AuditCollection: {
            features: components["schemas"]["AuditFeature"][];
            links: components["schemas"]["Link"][];
            /** @description What to ask from next time; only where it was asked what changed */
            next_since?: number;
            numberMatched: number;
            numberReturned: number;
            /** @description The ids of those that are gone; likewise */
            removed?: string[];
            revision: number;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        AuditDifferences: {
            differences: {
                /** @description Such as readings/C14/steps */
                at: string;
                one: (number | boolean | string | string[]) | null;
                other: (number | boolean | string | string[]) | null;
            }[];
            /** Format: uuid */
            one: string;
            /** Format: uuid */
            other: string;
        };
        AuditFacts: {
            /** @description Clear width of the door */
            door_cm?: number;
            max_step_cm?: number;
            mobile_ramp?: boolean;
            /** @description Steps at the entrance */
            steps?: number;
            /** @description A toilet for wheelchairs */
            wc?: boolean;
        };
        AuditFeature: {
            geometry: components["schemas"]["Geometry"];
            id: string;
            properties: components["schemas"]["AuditProperties"];
            /** @enum {string} */
            type: "Feature";
        };
        AuditMove: {
            /** @enum {string} */
            move: "schedule" | "unschedule" | "begin" | "complete" | "reopen" | "publish";
        };
        AuditProperties: {
            /** Format: date */
            audited_on: string;
            /** @description Who was on the spot; nobody where it is made up */
            auditors: ("city" | "expert_by_experience" | "volunteer" | "contractor")[];
            /** @description How many reports of a change at the place since the audit the city has accepted */
            change_reports: number;
            /** @description The version of the criteria */
            criteria: string;
            /** @enum {string} */
            depth: "quick" | "full";
            district?: string;
            facts: components["schemas"]["AuditFacts"];
            /** Format: date */
            holds_until: string;
            is_stale: boolean;
            /** @description Whether nobody was on the spot: it came with the sample city, and every value is invented */
            made_up: boolean;
            /**
             * @description S1: nobody is shut out
             * @enum {string}
             */
            meets_minimum: "yes" | "no" | "unknown";
            /**
             * @description S2: fully usable for every need
             * @enum {string}
             */
            meets_standard: "yes" | "no" | "unknown";
            /** Format: uuid */
            place: string;
            place_kind: string;
            place_name: string;
            place_url: string;
            /** Format: date */
            published_on: string;
            ratings: {
                blind?: {
                    incomplete: boolean;
                    /** @enum {string} */
                    rating: "full" | "partial" | "none" | "unknown";
                    /** @enum {string} */
                    reason: "nothing_applies" | "not_audited" | "blocking_fails" | "blocking_unknown" | "too_little_known" | "essentials_fail" | "blocking_limited" | "essential_not_met" | "comforts_missing" | "quick_check_only" | "self_declared_only" | "all_well";
                };
                cognitive?: {
                    incomplete: boolean;
                    /** @enum {string} */
                    rating: "full" | "partial" | "none" | "unknown";
                    /** @enum {string} */
                    reason: "nothing_applies" | "not_audited" | "blocking_fails" | "blocking_unknown" | "too_little_known" | "essentials_fail" | "blocking_limited" | "essential_not_met" | "comforts_missing" | "quick_check_only" | "self_declared_only" | "all_well";
                };
                deaf?: {
                    incomplete: boolean;
                    /** @enum {string} */
                    rating: "full" | "partial" | "none" | "unknown";
                    /** @enum {string} */
                    reason: "nothing_applies" | "not_audited" | "blocking_fails" | "blocking_unknown" | "too_little_known" | "essentials_fail" | "blocking_limited" | "essential_not_met" | "comforts_missing" | "quick_check_only" | "self_declared_only" | "all_well";
                };
                hoh?: {
                    incomplete: boolean;
                    /** @enum {string} */
                    rating: "full" | "partial" | "none" | "unknown";
                    /** @enum {string} */
                    reason: "nothing_applies" | "not_audited" | "blocking_fails" | "blocking_unknown" | "too_little_known" | "essentials_fail" | "blocking_limited" | "essential_not_met" | "comforts_missing" | "quick_check_only" | "self_declared_only" | "all_well";
                };
                lowvision?: {
                    incomplete: boolean;
                    /** @enum {string} */
                    rating: "full" | "partial" | "none" | "unknown";
                    /** @enum {string} */
                    reason: "nothing_applies" | "not_audited" | "blocking_fails" | "blocking_unknown" | "too_little_known" | "essentials_fail" | "blocking_limited" | "essential_not_met" | "comforts_missing" | "quick_check_only" | "self_declared_only" | "all_well";
                };
                walking?: {
                    incomplete: boolean;
                    /** @enum {string} */
                    rating: "full" | "partial" | "none" | "unknown";
                    /** @enum {string} */
                    reason: "nothing_applies" | "not_audited" | "blocking_fails" | "blocking_unknown" | "too_little_known" | "essentials_fail" | "blocking_limited" | "essential_not_met" | "comforts_missing" | "quick_check_only" | "self_declared_only" | "all_well";
                };
                wheelchair?: {
                    incomplete: boolean;
                    /** @enum {string} */
                    rating: "full" | "partial" | "none" | "unknown";
                    /** @enum {string} */
                    reason: "nothing_applies" | "not_audited" | "blocking_fails" | "blocking_unknown" | "too_little_known" | "essentials_fail" | "blocking_limited" | "essential_not_met" | "comforts_missing" | "quick_check_only" | "self_declared_only" | "all_well";
                };
            };
            /** @description Why the place is to be audited again */
            re_audit_due: ("expired" | "measure_implemented" | "rebuilt" | "reported")[];
            revision: number;
            sheet: components["schemas"]["AuditSheet"];
            /** @enum {string} */
            source: "audit" | "self_declared" | "osm";
            verdicts: {
                [key: string]: "met" | "met_by_equivalent" | "limited" | "not_met" | "unknown" | "not_applicable";
            };
        };
        AuditRevision: {
            /** Format: date */
            audited_on?: string;
            auditors?: ("city" | "expert_by_experience" | "volunteer" | "contractor")[];
            /** @description The version of the criteria; of a new audit today's if left out */
            criteria?: string;
            /** @enum {string} */
            depth?: "quick" | "full";
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            place?: string;
            /** Format: date */
            planned_on?: string;
            /** Format: date */
            published_on: string;
            revision: number;
            sheet?: components["schemas"]["AuditSheet"];
            /** @enum {string} */
            source?: "audit" | "self_declared";
        };
        /** @description What was read off, by criterion and reading; what is absent is unknown */
        AuditSheet: {
            conditions?: {
                [key: string]: boolean;
            };
            equivalents?: {
                [key: string]: {
                    decided_by: string;
                    reason: string;
                };
            };
            estimated?: {
                [key: string]: string[];
            };
            readings?: {
                [key: string]: {
                    [key: string]: number | boolean | string;
                };
            };
        };
        AuditWithdrawal: {
            reason: string;
        };
        BarrierFreeCounts: {
            all: number;
            audited: number;
            expired: number;
            /** @description Audited ones whose audit came with the sample city: nobody was there */
            made_up: number;
            /** @description S1: nobody is shut out */
            minimum: number;
            /** @description Audited, but not enough to say so */
            minimum_unknown: number;
            not_audited: number;
            quality: number | null;
            quick: number;
            /** @description Too old, or enough reports of a change were accepted */
            re_audit_due: number;
            reported: number;
            share_audited: number | null;
            share_minimum: number | null;
            share_total: number | null;
            /** @description S2: fully usable for everybody */
            standard: number;
            standard_unknown: number;
        };
        BarrierFreeList: {
            listed: components["schemas"]["BarrierFreePlace"][];
            provenance: components["schemas"]["CoverageProvenance"];
            undecided: components["schemas"]["BarrierFreePlace"][];
        };
        BarrierFreePlace: {
            audit: {
                /** Format: date */
                audited_on: string;
                criteria: string;
                /** @enum {string} */
                depth: "quick" | "full";
                /** Format: date */
                holds_until: string;
                /** Format: uuid */
                id: string;
                /** @description It came with the sample city: nobody was there */
                is_made_up: boolean;
                /** @description Too old, or enough reports of a change were accepted */
                re_audit_due: boolean;
            } | null;
            /** @enum {string} */
            cls: "room" | "outdoor" | "amenity";
            /**
             * @description Whether it counts for a room and a place in every district
             * @enum {string}
             */
            counted: "yes" | "no" | "unknown";
            district: string | null;
            district_name: string | null;
            kind: string;
            /** @enum {string} */
            minimum: "yes" | "no" | "unknown" | "not_audited";
            /**
             * @description Whether the city runs it
             * @enum {string}
             */
            municipal: "yes" | "no" | "unknown";
            name: string;
            /** Format: uuid */
            place: string;
            /** @enum {string} */
            standard: "yes" | "no" | "unknown" | "not_audited";
        };
        BarrierFreeProgress: {
            ahead: {
                /** @description With the ends of the 90 % interval; null is beyond any forecast */
                expected: {
                    high: number | null;
                    low: number | null;
                    value: number | null;
                };
                required: number | null;
                year: number;
            }[];
            city: components["schemas"]["BarrierFreeCounts"];
            districts: {
                all: number;
                audited: number;
                expired: number;
                id: string;
                /** @description Audited ones whose audit came with the sample city: nobody was there */
                made_up: number;
                /** @description S1: nobody is shut out */
                minimum: number;
                /** @description Audited, but not enough to say so */
                minimum_unknown: number;
                name: string;
                not_audited: number;
                quality: number | null;
                quick: number;
                /** @description Too old, or enough reports of a change were accepted */
                re_audit_due: number;
                reported: number;
                share_audited: number | null;
                share_minimum: number | null;
                share_total: number | null;
                /** @description S2: fully usable for everybody */
                standard: number;
                standard_unknown: number;
            }[];
            elsewhere: components["schemas"]["BarrierFreeCounts"];
            /** @description The places of today's list at the end of each year, by what was published then; and today */
            history: {
                audited: number;
                /** Format: date */
                day: string;
                minimum: number;
                standard: number;
                year: number;
            }[];
            needs: {
                full: number;
                /** @enum {string} */
                need: "wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive";
                none: number;
                not_audited: number;
                partial: number;
                unknown: number;
            }[];
            obstacles: {
                criterion: string;
                de: string;
                de_simple: string;
                en: string;
                limited: number;
                not_met: number;
                /** @description Places that people of some need could use only then, if this alone were met */
                opens: number;
                reaches_standard: number;
                steps: number;
            }[];
            outlook: {
                /** @description Those of them of which nobody had said before that they do not */
                first_found: number;
                /** @description First found to meet the standard in those years, and meeting it still */
                newly_reached: number;
                pace_years: number[];
                /** @description With the ends of the 90 % interval; null is beyond any forecast */
                rate_per_year: {
                    high: number | null;
                    low: number | null;
                    value: number | null;
                };
                required_per_year: number | null;
                warnings: ("easy_first" | "no_year" | "too_slow" | "reached" | "missed" | "nothing_listed" | "short_record" | "first_found")[];
                /** @description With the ends of the 90 % interval; null is beyond any forecast */
                year: {
                    high: number | null;
                    low: number | null;
                    value: number | null;
                } | null;
            };
            provenance: components["schemas"]["CoverageProvenance"];
            /**
             * Format: date
             * @description The first day on which any audit was published
             */
            recorded_since: string | null;
            target_year: number;
            /** @description Places of which nobody knows whether they belong on the list */
            undecided: number;
        };
        BestHours: {
            asked: components["schemas"]["CoverageAsked"];
            bound: number;
            considered: number;
            covered_after: number;
            covered_before: number;
            hours: {
                added: number;
                /** @description Of the week: 0 is Monday's first */
                hour: number;
                place: components["schemas"]["CoveragePlace"] | null;
            }[];
            is_proven: boolean;
            provenance: components["schemas"]["CoverageProvenance"];
            /** @description Persons times hours, as all sums here */
            whole: number;
        };
        CalendarText: string;
        Changes: {
            /** Format: uuid */
            barrier_free?: string;
            /** Format: uuid */
            close?: string;
            hours?: {
                /** Format: uuid */
                id: string;
                opening_hours: string;
            };
            move?: {
                /** Format: uuid */
                id: string;
                lat: number;
                lon: number;
            };
            open?: {
                floor_area_m2?: number;
                kind: string;
                lat: number;
                lon: number;
                name?: string;
                opening_hours?: string;
                seats?: number;
                toilets?: string;
            };
            /** Format: uuid */
            reopen?: string;
        }[];
        Collection: {
            crs?: string[];
            description?: string;
            extent?: Record<string, never>;
            id: string;
            itemType?: string;
            links: components["schemas"]["Link"][];
            title?: string;
        };
        Collections: {
            collections: components["schemas"]["Collection"][];
            links: components["schemas"]["Link"][];
            revision?: number;
        };
        Conformance: {
            conformsTo: string[];
        };
        CoverageAsked: {
            /** Format: date-time */
            at: string | null;
            /** @enum {string|null} */
            cls: "room" | "outdoor" | "amenity" | null;
            counted: boolean;
            /** @description Parts of days such as 2026-01-31T18:00/24:00 in each of which places must surely be open */
            during: string[];
            free: boolean;
            fully_usable_for: string[];
            kinds: string[];
            minutes: number;
            no_consumption: boolean;
            /** @description How many places that are */
            places: number;
            /** @enum {string} */
            profile: "adult" | "older" | "walker" | "child_6" | "wheelchair";
            topics: string[];
            usable_for: string[];
        };
        CoverageCity: {
            asked: components["schemas"]["CoverageReach"];
            at_least: components["schemas"]["CoverageStep"][];
            districts: number;
            /** @description Places outside all districts */
            elsewhere: {
                counted: components["schemas"]["CoveragePlace"][];
                for_ages: components["schemas"]["CoveragePlace"][];
                rejected: components["schemas"]["CoveragePlace"][];
                to_do: components["schemas"]["CoveragePlace"][];
            };
            fairness: components["schemas"]["CoverageFairness"];
            /** @description Districts of level U */
            not_surveyed: number;
            outdoors: components["schemas"]["CoverageReach"];
            persons: number | null;
            persons_elsewhere: number;
            rooms: components["schemas"]["CoverageReach"];
            unplaced: number | null;
        };
        CoverageCollection: {
            asked: components["schemas"]["CoverageAsked"];
            city: components["schemas"]["CoverageCity"];
            features: components["schemas"]["CoverageFeature"][];
            provenance: components["schemas"]["CoverageProvenance"];
            /** @enum {string} */
            type: "FeatureCollection";
        };
        CoverageDistrict: {
            asked: components["schemas"]["CoverageReach"];
            counted: components["schemas"]["CoveragePlace"][];
            floor_m2: number;
            floor_m2_per_1000: number | null;
            for_ages: components["schemas"]["CoveragePlace"][];
            hinges: components["schemas"]["CoveragePlace"][];
            id: string;
            /** @enum {string} */
            level: "U" | "0" | "1" | "2" | "3";
            name: string;
            outdoors: components["schemas"]["CoverageReach"];
            reasons: components["schemas"]["CoverageReason"][];
            rejected: components["schemas"]["CoveragePlace"][];
            residents: components["schemas"]["CoverageResidents"];
            rooms: components["schemas"]["CoverageReach"];
            seat_hours_by_distance: number | null;
            seat_hours_per_resident: number | null;
            survey: components["schemas"]["CoverageSurvey"] | null;
            to_do: components["schemas"]["CoveragePlace"][];
        };
        CoverageFairness: {
            gini: number | null;
            least: {
                id: string;
                name: string;
                seat_hours_per_resident: number | null;
            } | null;
            mean_min: number | null;
            min_max_ratio: number | null;
            most: {
                id: string;
                name: string;
                seat_hours_per_resident: number | null;
            } | null;
            p90_to_p10: number | null;
            rooms_of_unknown_size: number;
            rooms_undecided: number;
            seat_hours: number | null;
            seat_hours_out_of_reach: number | null;
        };
        CoverageFeature: {
            geometry: components["schemas"]["Geometry"];
            id: string;
            properties: components["schemas"]["CoverageDistrict"];
            /** @enum {string} */
            type: "Feature";
        };
        CoverageHistory: {
            provenance: components["schemas"]["CoverageProvenance"];
            quarters: {
                at_least: number[];
                closed: components["schemas"]["CoveragePlace"][];
                districts: {
                    counted_outdoors: number;
                    counted_rooms: number;
                    id: string;
                    /** @description Written down at the time; else worked out from today's records */
                    is_kept: boolean;
                    /** @enum {string} */
                    level: "U" | "0" | "1" | "2" | "3";
                    outdoors_in_use: number;
                    rooms_in_use: number;
                }[];
                /** Format: date */
                last_day: string;
                opened: components["schemas"]["CoveragePlace"][];
                quarter: string;
            }[];
            target: {
                /** Format: date */
                date: string;
                districts: number;
                /** @enum {string} */
                level: "U" | "0" | "1" | "2" | "3";
            };
        };
        CoveragePlace: {
            /**
             * @description Only in for_ages
             * @enum {string}
             */
            ages?: "young" | "old" | "other";
            /** @enum {string} */
            cls: "room" | "outdoor" | "amenity";
            /** Format: uuid */
            id: string;
            kind: string;
            /** @description Only in to_do; last_verified_at where nobody has confirmed the place, or nobody within verified_within_months */
            missing?: ("last_verified_at" | "verified_by_role" | "access" | "cost" | "consumption_required" | "audience" | "opening_hours" | "seats" | "floor_area_m2" | "toilets" | "seats_with_backrest")[];
            name: string;
            /** @description Only in rejected */
            reasons?: {
                /** @description What was found, and what is needed */
                found?: unknown;
                /** @enum {string} */
                reason: "kind" | "not_in_use" | "not_yet" | "no_longer" | "access" | "fee" | "must_buy" | "limited" | "too_few_hours" | "too_few_days" | "neither_evening_nor_weekend" | "too_small" | "no_toilet" | "not_all_daylight" | "too_few_seats" | "no_backrest" | "too_little_ground";
            }[];
        };
        CoverageProvenance: {
            boundaries: ("official" | "osm" | "demo")[];
            boundary_version: string;
            city: string;
            /** Format: date */
            date: string;
            /** @enum {string} */
            engine: "network" | "barrier_line" | "line";
            /** @enum {string} */
            engine_elsewhere: "network" | "barrier_line" | "line";
            is_sample: boolean;
            lineage: string;
            /** @description Gives this answer again, as long as the data stay as they are */
            link: string;
            residents: {
                attribution: string | null;
                coarse_squares: number;
                /** @enum {string} */
                source: "census" | "city_statistics" | "estimated" | "synthetic";
                withheld_squares: number;
                year: number | null;
            } | null;
            revision: number;
            rules: Record<string, never>;
        };
        CoverageReach: {
            /** @description If every place counted of which something must be found out; left out where that is nobody more */
            at_most?: {
                covered: number;
                percent: number | null;
            };
            beyond: number;
            /** @description Whose time a line told, because no way is drawn there */
            by_line: number;
            covered: number;
            median_min: number | null;
            p90_min: number | null;
            /** @description The covered share, rounded down; null is unknown */
            percent: number | null;
            persons: number;
            /** @description For wheelchair and walker, where ways are drawn: how surely they get there */
            sure?: {
                likely: number;
                possible: number;
                proven: number;
            };
            /** @description Of those beyond: for whom no way is known */
            unreached: number;
        };
        CoverageReason: {
            found: number;
            /** @enum {string} */
            holds: "yes" | "no" | "unknown";
            /** @enum {string} */
            level: "U" | "0" | "1" | "2" | "3";
            /** @enum {string} */
            need: "counted_room" | "counted_outdoor" | "room_in_reach" | "outdoor_in_reach" | "wheelchair_room" | "evening_room" | "weekend_room" | "floor_area";
            needed: number | null;
            /** @description Places of which something must be found out first */
            undecided: number;
            /** @enum {string} */
            unit: "places" | "persons" | "square_metres";
        };
        CoverageReport: {
            asked: components["schemas"]["CoverageAsked"];
            city: components["schemas"]["CoverageCity"];
            districts: components["schemas"]["CoverageDistrict"][];
            provenance: components["schemas"]["CoverageProvenance"];
        };
        CoverageResidents: {
            counted: number | null;
            inhabited_squares: number;
            official: number | null;
            official_is_estimated: boolean;
            official_year: number | null;
            persons: number | null;
            unplaced: number | null;
            withheld_squares: number;
        };
        CoverageStep: {
            districts: number;
            /** @enum {string} */
            level: "U" | "0" | "1" | "2" | "3";
            percent: number | null;
            persons: number;
        };
        CoverageSurvey: {
            /** Format: date */
            complete_since: string;
            /** Format: date */
            expires_on: string;
            is_current: boolean;
        };
        CoverageWeek: {
            asked: components["schemas"]["CoverageAsked"];
            /** @description Each list has 168 hours from Monday's first */
            districts: {
                id: string;
                name: string;
                /** @description Of some places nobody knows the hours */
                perhaps: number[];
                perhaps_percent: (number | null)[];
                persons: number | null;
                surely: number[];
                surely_percent: (number | null)[];
            }[];
            /** Format: date */
            monday: string;
            provenance: components["schemas"]["CoverageProvenance"];
        };
        CriteriaEffects: {
            audits: {
                /** Format: uuid */
                audit: string;
                /** @description The version it was made with */
                criteria: string;
                /** Format: uuid */
                place: string;
                place_name: string;
                rerated: {
                    /** @enum {string} */
                    after: "full" | "partial" | "none" | "unknown";
                    /** @enum {string} */
                    before: "full" | "partial" | "none" | "unknown";
                    /** @enum {string} */
                    need: "wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive";
                }[];
                /** @description Criteria that ask for something that nobody was asked for */
                unasked: string[];
                /** @description What was read off and is unknown in the other version */
                uncarried: {
                    criterion: string;
                    reading: string;
                }[];
            }[];
            /** @description Published audits made with another version */
            compared: number;
            revision: number;
            /** @description Audits of which nothing can be said: their version is not known any more */
            unknown: number;
            version: string;
        };
        CriteriaVersions: {
            revision: number;
            versions: {
                /** @description How many published audits that count were made with it */
                audits: number;
                /** @description How many of them a quick check looks at */
                core: number;
                criteria: number;
                /** @description Whether new audits use it */
                current: boolean;
                draft: boolean;
                /** Format: date */
                since: string;
                version: string;
            }[];
        };
        District: {
            bbox?: number[];
            geometry: components["schemas"]["Geometry"];
            id: string;
            links?: components["schemas"]["Link"][];
            properties: components["schemas"]["DistrictProperties"];
            revision?: number;
            /** @enum {string} */
            type: "Feature";
        };
        DistrictAt: {
            /** @description Metres to the nearest border of any district */
            border_distance_m?: number | null;
            district?: components["schemas"]["Named"] | null;
            quarter?: components["schemas"]["Named"] | null;
            revision: number;
        };
        DistrictCollection: {
            features: components["schemas"]["DistrictFeature"][];
            links: components["schemas"]["Link"][];
            /** @description What to ask from next time; only where it was asked what changed */
            next_since?: number;
            numberMatched: number;
            numberReturned: number;
            /** @description The ids of those that are gone; likewise */
            removed?: string[];
            revision: number;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        DistrictFeature: {
            bbox?: number[];
            geometry: components["schemas"]["Geometry"];
            id: string;
            properties: components["schemas"]["DistrictProperties"];
            /** @enum {string} */
            type: "Feature";
        };
        DistrictProperties: {
            /**
             * @description Where the outline comes from
             * @enum {string}
             */
            boundary: "official" | "osm" | "demo";
            id: string;
            /** @description Longitude and latitude where its name fits on a map */
            label: number[];
            name: string;
            population?: number;
            population_estimated?: boolean;
            population_year?: number;
            /** @description Whether that still holds: two years; otherwise what is missing may only be missing from the data */
            survey_current: boolean;
            /**
             * Format: date
             * @description The day since when everything there is recorded, as somebody of the city confirmed
             */
            surveyed_on?: string;
        };
        Event: {
            geometry: components["schemas"]["Geometry"] | null;
            id: string;
            links?: components["schemas"]["Link"][];
            properties: components["schemas"]["EventProperties"];
            revision?: number;
            /** @enum {string} */
            type: "Feature";
        };
        EventCollection: {
            features: components["schemas"]["EventFeature"][];
            links: components["schemas"]["Link"][];
            /** @description What to ask from next time; only where it was asked what changed */
            next_since?: number;
            numberMatched: number;
            numberReturned: number;
            /** @description The ids of those that are gone; likewise */
            removed?: string[];
            revision: number;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        EventDate: {
            /** @description Like the begin; of whole days the last one. Absent is unknown */
            ends?: string;
            /** @description Whether it begins at another time than the series says */
            moved?: boolean;
            /** @description A day, or a time with the offset its zone has then */
            starts: string;
            /** @enum {string} */
            status: "confirmed" | "tentative" | "cancelled";
            /** @description What it is called, if that differs */
            title?: string;
        };
        EventFeature: {
            geometry: components["schemas"]["Geometry"] | null;
            id: string;
            properties: components["schemas"]["EventProperties"];
            /** @enum {string} */
            type: "Feature";
        };
        EventProperties: {
            all_day: boolean;
            /** @enum {string} */
            cost?: "free" | "donation" | "fee";
            cost_text?: string;
            /** @description The id of the district it is held in */
            district?: string;
            /** @description The end of the first date; of whole days the last one. Absent is unknown */
            ends?: string;
            /** @description What it asks of helping hands; absent when it asks for none */
            engagement?: {
                /** @enum {string} */
                demand?: "easy" | "moderate" | "demanding";
                /** @enum {string} */
                effort?: "one_off" | "occasional" | "regular" | "permanent";
            };
            /** @description The event as a file for one's calendar */
            ics: string;
            /** @description ISO 639-1, dgs (sign language) or de-leicht */
            languages?: string[];
            /** @description The next five dates that are not over */
            next: components["schemas"]["EventDate"][];
            /** @description The organisation behind it, never a person */
            organiser?: string;
            /** @enum {string} */
            origin: "sample" | "calendar" | "local";
            /**
             * Format: uuid
             * @description The place it is held at
             */
            place?: string;
            place_name?: string;
            /** @description The page of the place */
            place_url?: string;
            /**
             * Format: date-time
             * @description When its source last changed it
             */
            revised_at?: string;
            /** @description How it repeats (RFC 5545) */
            rrule?: string;
            /** @description The calendar it came from */
            source: string;
            /** @description The room in the place; without a place, the spot in words */
            spot?: string;
            /** @description The first date: a day, or a time with the offset its zone has then */
            starts: string;
            /** @enum {string} */
            status: "confirmed" | "tentative" | "cancelled";
            summary?: string;
            /** @description The zone its times are meant in; none for whole days */
            timezone?: string;
            title: string;
            topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
            /** @description What calendars call it, for ever */
            uid: string;
            /** @description Its own page */
            url?: string;
        };
        Fault: {
            feature?: string;
            field: string;
            reason: string;
        };
        FeedText: string;
        GapCollection: {
            asked: components["schemas"]["CoverageAsked"];
            covered: number;
            features: {
                geometry: components["schemas"]["Geometry"];
                id: number;
                properties: {
                    district: string | null;
                    district_name: string | null;
                    label: number[];
                    nearest: components["schemas"]["CoveragePlace"] | null;
                    nearest_min: number | null;
                    persons: number;
                    shares: {
                        district: string | null;
                        persons: number;
                    }[];
                };
                /** @enum {string} */
                type: "Feature";
            }[];
            provenance: components["schemas"]["CoverageProvenance"];
            /** @description Beyond reach, but too few together to be shown */
            remainder: number;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        Geometry: {
            coordinates: unknown[];
            /** @enum {string} */
            type: "Point" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon";
        };
        HelpLine: {
            address?: {
                postal: string;
            };
            /** @enum {string} */
            anonymous?: "yes" | "no" | "unknown";
            chat?: string;
            checked?: {
                by: string;
                /** Format: date */
                on: string;
            };
            /** @enum {string} */
            easy_language?: "yes" | "no" | "unknown";
            email?: string;
            /** @description How many the source counts without naming each */
            foreign_languages?: number;
            /** @enum {string} */
            free?: "yes" | "no" | "unknown";
            /** @description When somebody answers the telephone, in the notation of OpenStreetMap */
            hours?: string;
            id: string;
            /** @description Those that are known; others may be spoken too */
            languages?: ("de" | "en" | "tr" | "ar" | "ru" | "uk" | "ro" | "it" | "hr" | "sr" | "bs" | "el" | "pl" | "bg" | "sq" | "hu" | "es" | "pt" | "fr" | "fa" | "ps" | "kmr" | "ckb" | "ti" | "so" | "ta" | "ur" | "hi" | "vi" | "zh" | "th" | "rom")[];
            /** @description Whether no other language is spoken */
            languages_complete?: boolean;
            name: string;
            needs: ("violence_women" | "violence_men" | "sexual_abuse" | "children" | "parents" | "older_people" | "victims" | "discrimination" | "crisis" | "addiction" | "own_violence")[];
            phone?: string;
            remark?: string;
            room?: {
                /** @enum {string} */
                step_free?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair_toilet?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wide_doors?: "yes" | "no" | "unknown";
            };
            /** @enum {string} */
            scope: "national" | "local";
            /** @enum {string} */
            sign_language?: "yes" | "no" | "unknown";
            source: string;
            /**
             * @description Whether the language that was asked for is spoken
             * @enum {string}
             */
            speaks?: "yes" | "no" | "unknown";
            /** @description The telephone number as a link */
            tel?: string;
            web?: string;
        };
        HelpLines: {
            lines: components["schemas"]["HelpLine"][];
            revision: number;
        };
        History: {
            steps: components["schemas"]["HistoryStep"][];
            subject: string;
        };
        HistoryStep: {
            /** @enum {string} */
            action: "added" | "changed" | "closed" | "removed" | "redacted" | "viewed";
            /** Format: date-time */
            at: string;
            by: string;
            changes: Record<string, never>[];
            number: number;
        };
        HoursQuestion: {
            hours: number[];
            p: number;
        };
        Landing: {
            description?: string;
            links: components["schemas"]["Link"][];
            revision?: number;
            sample?: boolean;
            title: string;
        };
        Link: {
            href: string;
            rel: string;
            title?: string;
            type?: string;
        };
        ListedRelease: {
            id: string;
            link: string;
            period: string;
            /** @enum {string} */
            product: "districts" | "cells" | "city";
            sha256: string;
        };
        Live: {
            /** @enum {string} */
            status: "live";
        };
        Measure: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            audit: string;
            by: string;
            /** @enum {string} */
            cost_class?: "A" | "B" | "C" | "D";
            criteria: string[];
            description: string;
            /** Format: uuid */
            id: string;
            owner?: string;
            /** @description Why it was rejected */
            reason?: string;
            /** @enum {string} */
            status: "proposed" | "decided" | "funded" | "in_progress" | "implemented" | "rejected";
            target_year?: number;
            /** @description The needs for which it makes the place better */
            unblocked?: {
                /** @enum {string} */
                after: "full" | "partial" | "none" | "unknown";
                /** @enum {string} */
                before: "full" | "partial" | "none" | "unknown";
                /** @enum {string} */
                need: "wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive";
            }[];
            version: number;
        };
        MeasuredWay: {
            geometry: components["schemas"]["Geometry"];
            id: string;
            properties: components["schemas"]["MeasuredWayProperties"];
            /** @enum {string} */
            type: "Feature";
        };
        MeasuredWayProperties: {
            /** @enum {string} */
            by: "editor" | "auditor" | "planner" | "patrol" | "prevention" | "admin";
            estimated: boolean;
            /**
             * Format: date
             * @description The last day on which it may prove something; afterwards it still bars
             */
            holds_until: string;
            /**
             * @description Whether a drawn way of its sort lies there; unless it is one way, the measurement changes nothing
             * @enum {string}
             */
            matched: "way" | "nothing" | "several";
            /** Format: date */
            measured_on: string;
            readings: components["schemas"]["WayReadings"];
            /** @enum {string} */
            sort: "street" | "path" | "steps";
            stretch?: {
                length_m: number;
                line: number[][];
                name?: string;
                /** @description How sure it is: as drawn, and as known now */
                walker: ("barred" | "possible" | "likely" | "proven")[];
                /** @description How sure it is: as drawn, and as known now */
                wheelchair: ("barred" | "possible" | "likely" | "proven")[];
            };
        };
        MeasuredWays: {
            features: components["schemas"]["MeasuredWay"][];
            /** @description How many there are in all */
            matched: number;
            /** @description Ask for those `after` this one next; null on the last page */
            next: string | null;
            revision: number;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        MissingFacts: {
            asked: components["schemas"]["CoverageAsked"];
            provenance: components["schemas"]["CoverageProvenance"];
            ways: {
                /** @description For whom this way is all that is unproven; null is fewer than ten */
                alone: number | null;
                fields: ("kerb" | "surface" | "smoothness" | "width" | "incline" | "handrail")[];
                location: number[];
                name: string | null;
                passing: number | null;
            }[];
        };
        Named: {
            id: string;
            name: string;
        };
        NearCollection: {
            /**
             * @description What told the walking times
             * @enum {string}
             */
            engine: "network" | "barrier_line" | "line";
            features: components["schemas"]["PlaceFeature"][];
            numberReturned: number;
            /**
             * @description Whose walking is meant
             * @enum {string}
             */
            profile: "adult" | "older" | "walker" | "child_6" | "wheelchair";
            revision: number;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        NewAudit: {
            /** Format: date */
            audited_on?: string;
            auditors?: ("city" | "expert_by_experience" | "volunteer" | "contractor")[];
            /** @description The version of the criteria; of a new audit today's if left out */
            criteria?: string;
            /** @enum {string} */
            depth: "quick" | "full";
            /** Format: uuid */
            place: string;
            /** Format: date */
            planned_on?: string;
            sheet?: components["schemas"]["AuditSheet"];
            /** @enum {string} */
            source?: "audit" | "self_declared";
        };
        NewHelpLine: {
            address?: {
                /** @description Which office agreed in writing that the address is published, and when */
                consent: {
                    by: string;
                    /** Format: date */
                    on: string;
                };
                postal: string;
            };
            /** @enum {string} */
            anonymous?: "yes" | "no" | "unknown";
            chat?: string;
            checked?: {
                by: string;
                /** Format: date */
                on: string;
            };
            /** @enum {string} */
            easy_language?: "yes" | "no" | "unknown";
            email?: string;
            /** @description How many the source counts without naming each */
            foreign_languages?: number;
            /** @enum {string} */
            free?: "yes" | "no" | "unknown";
            /** @description When somebody answers the telephone, in the notation of OpenStreetMap */
            hours?: string;
            /** @description Those that are known; others may be spoken too */
            languages?: ("de" | "en" | "tr" | "ar" | "ru" | "uk" | "ro" | "it" | "hr" | "sr" | "bs" | "el" | "pl" | "bg" | "sq" | "hu" | "es" | "pt" | "fr" | "fa" | "ps" | "kmr" | "ckb" | "ti" | "so" | "ta" | "ur" | "hi" | "vi" | "zh" | "th" | "rom")[];
            /** @description Whether no other language is spoken */
            languages_complete?: boolean;
            name: string;
            needs: ("violence_women" | "violence_men" | "sexual_abuse" | "children" | "parents" | "older_people" | "victims" | "discrimination" | "crisis" | "addiction" | "own_violence")[];
            phone?: string;
            remark?: string;
            room?: {
                /** @enum {string} */
                step_free?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair_toilet?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wide_doors?: "yes" | "no" | "unknown";
            };
            /** @enum {string} */
            scope: "national" | "local";
            /** @enum {string} */
            sign_language?: "yes" | "no" | "unknown";
            source: string;
            web?: string;
        };
        NewMeasure: {
            /** @enum {string} */
            cost_class?: "A" | "B" | "C" | "D";
            criteria: string[];
            description: string;
            owner?: string;
            /** @description Why it was rejected */
            reason?: string;
            /** @enum {string} */
            status?: "proposed" | "decided" | "funded" | "in_progress" | "implemented" | "rejected";
            target_year?: number;
        };
        NewMeasuredWay: {
            /** @description Whether something is an estimate: it may bar, and proves nothing */
            estimated?: boolean;
            /** @description Longitude and latitude of a spot on the stretch, not on a junction */
            location: number[];
            /**
             * Format: date
             * @description Today, if left out
             */
            measured_on?: string;
            readings: components["schemas"]["WayReadings"];
            /** @enum {string} */
            sort: "street" | "path" | "steps";
        };
        NewScenario: {
            changes: components["schemas"]["Changes"];
            name: string;
            note?: string | null;
        };
        NewSurvey: {
            /** Format: date */
            complete_since: string;
            note?: string;
        };
        NewWebhook: {
            /** @description From which districts; empty means all */
            districts?: string[];
            /** @description Which sorts of news; empty means all */
            kinds?: ("place.added" | "place.changed" | "place.closed" | "place.removed" | "event.added" | "event.changed" | "event.removed")[];
            /** @description https://, or http:// on the machine itself */
            url: string;
        };
        OwnAccount: {
            id: string;
            name: string;
            roles: string[];
        };
        Photo: {
            /** Format: date-time */
            at: string;
            by: string;
            criterion?: string;
            /** Format: uuid */
            id: string;
        };
        /** Format: binary */
        Picture: string;
        Ping: {
            heard: boolean;
            reason?: string;
        };
        Place: {
            geometry: components["schemas"]["Geometry"];
            id: string;
            links?: components["schemas"]["Link"][];
            properties: components["schemas"]["PlaceProperties"];
            revision?: number;
            /** @enum {string} */
            type: "Feature";
        };
        PlaceCollection: {
            features: components["schemas"]["PlaceFeature"][];
            links: components["schemas"]["Link"][];
            /** @description What to ask from next time; only where it was asked what changed */
            next_since?: number;
            numberMatched: number;
            numberReturned: number;
            /** @description The ids of those that are gone; likewise */
            removed?: string[];
            revision: number;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        PlaceEdit: {
            geometry?: components["schemas"]["Geometry"];
            /** @description Members as in PlaceProperties; null takes one away */
            properties?: Record<string, never>;
            /** @enum {string} */
            type?: "Feature";
        };
        PlaceFeature: {
            geometry: components["schemas"]["Geometry"];
            id: string;
            properties: components["schemas"]["PlaceProperties"];
            /** @enum {string} */
            type: "Feature";
        };
        PlaceProperties: {
            /** @enum {string} */
            access?: "public" | "drop_in_hours" | "registration" | "members" | "appointment";
            /** @description What an audit on the spot found for each need; not_checked where nobody has looked */
            accessibility: {
                /** Format: uuid */
                audit?: string;
                /** Format: date */
                audited_on?: string;
                /** @enum {string} */
                blind: "not_checked" | "full" | "partial" | "none" | "unknown";
                /** @description Accepted reports of a change since then */
                change_reports?: number;
                /** @enum {string} */
                cognitive: "not_checked" | "full" | "partial" | "none" | "unknown";
                /** @enum {string} */
                deaf: "not_checked" | "full" | "partial" | "none" | "unknown";
                /** @enum {string} */
                depth?: "quick" | "full";
                facts?: components["schemas"]["AuditFacts"];
                /** @enum {string} */
                hoh: "not_checked" | "full" | "partial" | "none" | "unknown";
                /**
                 * Format: date
                 * @description The last day on which the audit says something certain
                 */
                holds_until?: string;
                /** @description Whether something was not read off */
                incomplete?: boolean;
                /** @enum {string} */
                lowvision: "not_checked" | "full" | "partial" | "none" | "unknown";
                /** @enum {string} */
                walking: "not_checked" | "full" | "partial" | "none" | "unknown";
                /** @enum {string} */
                wheelchair: "not_checked" | "full" | "partial" | "none" | "unknown";
            };
            address?: {
                city?: string;
                housenumber?: string;
                postcode?: string;
                street?: string;
            };
            amenities?: {
                /** @enum {string} */
                assistance_dog?: "yes" | "no" | "unknown";
                /** @enum {string} */
                baby_change?: "yes" | "no" | "unknown";
                /** @enum {string} */
                cool_in_heat?: "yes" | "no" | "unknown";
                /** @enum {string} */
                drinking_water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                heating?: "yes" | "no" | "unknown";
                /** @enum {string} */
                lit_after_dark?: "yes" | "no" | "unknown";
                /** @enum {string} */
                power?: "yes" | "no" | "unknown";
                /** @enum {string} */
                quiet_room?: "yes" | "no" | "unknown";
                /** @enum {string} */
                rain_shelter?: "yes" | "no" | "unknown";
                /** @enum {string} */
                seats_with_backrest?: "yes" | "no" | "unknown";
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wifi?: "yes" | "no" | "unknown";
            };
            audience?: {
                max_age?: number;
                min_age?: number;
                /** @enum {string} */
                restriction: "none" | "age" | "gender" | "membership" | "other";
            };
            /** @enum {string} */
            bookable?: "yes" | "no" | "unknown";
            /** @enum {string} */
            cls: "room" | "outdoor";
            /** @description Share of twelve key facts that is known, in percent */
            completeness: number;
            /** @enum {string} */
            consumption_required?: "yes" | "no" | "unknown";
            /** @enum {string} */
            cost?: "free" | "donation" | "fee";
            cost_text?: string;
            /** @description Straight distance to the nearest edge in metres, 0 inside */
            distance_m?: number;
            /** @description The id of the district its marker lies in */
            district?: string;
            /** @description Members whose values are estimates */
            estimated?: string[];
            /** @enum {string} */
            eurokey?: "yes" | "no" | "unknown";
            floor_area_m2?: number;
            /** @enum {string} */
            kind: "neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction";
            /** @description ISO 639-1, dgs (sign language) or de-leicht */
            languages?: string[];
            /** Format: date */
            last_verified_at?: string;
            licence?: string;
            name: string;
            name_easy?: string;
            /** @description The district the source names */
            named_district?: string;
            /** @description Within 25 m of a district's border: it serves both sides */
            near_border: boolean;
            note_de?: string;
            note_en?: string;
            /** @description As OpenStreetMap writes opening hours; as entered, perhaps not understood */
            opening_hours?: string;
            opening_hours_source?: string;
            operator?: string;
            /** @enum {string} */
            operator_type?: "municipal" | "religious" | "welfare" | "association" | "housing_company" | "commercial" | "initiative";
            /** @enum {string} */
            origin: "sample" | "osm" | "local";
            /** @description OpenStreetMap's words on who can use it; not verified by the city */
            osm_access?: {
                blind?: string;
                deaf?: string;
                hearing_loop?: string;
                ramp_stroller?: string;
                ramp_wheelchair?: string;
                stroller?: string;
                tactile_paving?: string;
                tactile_writing?: string;
                toilets_wheelchair?: string;
            };
            osm_id?: string;
            /** @description OpenStreetMap's word on wheelchair access; not verified by the city */
            osm_wheelchair?: string;
            /** @enum {string} */
            own_food_allowed?: "yes" | "no" | "unknown";
            /** @enum {string} */
            position_quality?: "survey" | "address" | "quarter";
            /** Format: uuid */
            relocated_to?: string;
            room_count?: number;
            seats?: number;
            source?: string;
            /** @enum {string} */
            status: "planned" | "active" | "temporarily_closed" | "relocated" | "closed";
            status_reason?: string;
            /** @enum {string} */
            toilets?: "none" | "yes" | "wheelchair" | "changing_place";
            topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
            /** @description The page of the place */
            url: string;
            /** Format: date */
            valid_from?: string;
            /** Format: date */
            valid_to?: string;
            verified_by_role?: string;
            /**
             * @description What told the walking time
             * @enum {string}
             */
            walk_engine?: "network" | "barrier_line" | "line";
            /** @description Seconds on foot for the profile asked about; null where no way is known */
            walk_s?: number | null;
        };
        Problem: {
            detail?: string;
            /** @description Everything that is wrong */
            errors?: components["schemas"]["Fault"][];
            /** @description The parameter or field that is wrong; the first of several */
            field?: string;
            status: number;
            title: string;
            type: string;
        };
        PublishedAudit: {
            geometry: components["schemas"]["Geometry"];
            id: string;
            links?: components["schemas"]["Link"][];
            properties: components["schemas"]["AuditProperties"];
            revision?: number;
            /** @enum {string} */
            type: "Feature";
        };
        Puzzle: {
            bits: number;
            puzzle: string;
        };
        RankedMeasure: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            audit: string;
            by: string;
            /** @enum {string} */
            cost_class?: "A" | "B" | "C" | "D";
            criteria: string[];
            description: string;
            district?: string | null;
            district_name?: string | null;
            /** @description Residents who newly have a usable place within reach; null is fewer than ten */
            gained: {
                /** @enum {string} */
                need: "wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive";
                persons: number | null;
            }[];
            gained_any: number | null;
            /** Format: uuid */
            id: string;
            owner?: string;
            /** Format: uuid */
            place: string;
            place_name?: string | null;
            priority: {
                cost_weight: number | null;
                residents: number | null;
                score: number | null;
                steps: number;
            };
            reason?: string;
            /** @enum {string} */
            status: "proposed" | "decided" | "funded" | "in_progress" | "implemented" | "rejected";
            target_year?: number;
            unblocked: {
                /** @enum {string} */
                after: "full" | "partial" | "none" | "unknown";
                /** @enum {string} */
                before: "full" | "partial" | "none" | "unknown";
                /** @enum {string} */
                need: "wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive";
            }[];
            version: number;
        };
        RankedMeasures: {
            apart: components["schemas"]["UnrankedMeasure"][];
            left_out: number;
            minutes: number;
            profile: string;
            provenance: components["schemas"]["CoverageProvenance"];
            ranked: components["schemas"]["RankedMeasure"][];
        };
        ReAudits: {
            due: {
                /** Format: uuid */
                audit: string;
                /** Format: date */
                audited_on: string;
                district: string | null;
                district_name: string | null;
                /** Format: date */
                holds_until: string;
                /** Format: date */
                implemented_on: string | null;
                /** Format: uuid */
                place: string;
                place_name: string | null;
                reasons: ("expired" | "measure_implemented" | "rebuilt" | "reported")[];
                /** Format: date */
                rebuilt_on: string | null;
                to_do: ("measures_open" | "re_audit_due")[];
            }[];
            open: {
                district: string | null;
                district_name: string | null;
                measures: number;
                /** Format: uuid */
                place: string;
                place_name: string | null;
            }[];
            provenance: components["schemas"]["CoverageProvenance"];
        };
        Ready: {
            revision: number;
            /** @enum {string} */
            status: "ready";
        };
        Rejected: {
            not_open: string[];
            rejected: string[];
        };
        Rejection: {
            /** @enum {string} */
            ground: "known" | "no_meeting_place" | "private" | "not_so" | "unclear" | "advertising" | "other";
            text?: string;
        };
        Rejections: {
            /** @enum {string} */
            ground: "known" | "no_meeting_place" | "private" | "not_so" | "unclear" | "advertising" | "other";
            ids: string[];
            text?: string;
        };
        Release: {
            areas: components["schemas"]["ReleasedArea"][];
            classes: components["schemas"]["ReportClass"][];
            epsilon: number;
            id: string;
            is_sample: boolean;
            period: string;
            /** @enum {string} */
            product: "districts" | "cells" | "city";
            /** Format: date */
            released_on: string;
            threshold: number;
            visible_percent: number | null;
        };
        ReleasedArea: {
            /** @description A district, the first square of a merged area, or city */
            area: string;
            groups: {
                dark_or_neglected?: components["schemas"]["ReportClass"] | null;
                feel_good?: components["schemas"]["ReportClass"] | null;
                sensitive?: components["schemas"]["ReportClass"] | null;
                unsafe?: components["schemas"]["ReportClass"] | null;
            };
            squares?: string[];
        };
        Releases: {
            releases: components["schemas"]["ListedRelease"][];
        };
        Report: {
            /** @description Whether the person stays away from there */
            avoid?: boolean;
            /** @enum {string} */
            band: "morning" | "afternoon" | "evening" | "night";
            /** @enum {string} */
            category: "feel_good" | "dark" | "neglected" | "lonely" | "no_way_out" | "disturbing" | "harassed" | "hate";
            /** @description A square of 500 m of EPSG:3035 in the city; this or zone */
            cell_500?: string;
            /** @enum {string} */
            daytype: "mo_th" | "fr_sa" | "su_holiday";
            factors?: ("lighting" | "sight_lines" | "hedges" | "tunnel" | "dirt" | "smell" | "no_people" | "no_toilet" | "nowhere_to_sit" | "closed_shops" | "traffic_noise")[];
            /** @enum {string} */
            wish?: "light" | "cleaning" | "activity" | "design" | "presence" | "help_point" | "other";
            /** @description A zone of the city */
            zone?: string;
        };
        ReportClass: {
            from: number;
            /** @description null: and more */
            to: number | null;
        };
        ReportCount: {
            /** @description A district */
            area: string;
            /** @enum {string} */
            band: "morning" | "afternoon" | "evening" | "night";
            /** @enum {string} */
            daytype: "mo_th" | "fr_sa" | "su_holiday";
            /** @enum {string} */
            group: "feel_good" | "unsafe" | "dark_or_neglected" | "sensitive";
            reports: components["schemas"]["ReportClass"];
        };
        ReportCounts: {
            from_week: string;
            least: number;
            rows: components["schemas"]["ReportCount"][];
            to_week: string;
        };
        Retrofit: {
            apart: {
                district: string | null;
                district_name: string | null;
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                place: string;
                place_name: string | null;
                /** @enum {string} */
                why: "no_place" | "withdrawn" | "not_published" | "other_criteria" | "already_met" | "nothing_alone" | "no_cost" | "residents_unknown" | "few_residents";
            }[];
            city: components["schemas"]["BarrierFreeCounts"][];
            cost: {
                at_least_eur: number;
                /** @description Null is open */
                at_most_eur: number | null;
                open_ended: number;
                /** @description Measures without a class: they are in no sum */
                unknown: number;
            };
            districts: {
                counts: components["schemas"]["BarrierFreeCounts"][];
                id: string;
                name: string;
            }[];
            measures: number;
            minutes: number;
            needs: {
                better: number;
                districts: {
                    gained: number | null;
                    id: string;
                    name: string;
                }[];
                gained: number | null;
                /** @enum {string} */
                need: "wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive";
                percent: (number | null)[];
                usable: number;
            }[];
            outlook: {
                /** @description Those of them of which nobody had said before that they do not */
                first_found: number;
                /** @description First found to meet the standard in those years, and meeting it still */
                newly_reached: number;
                pace_years: number[];
                /** @description With the ends of the 90 % interval; null is beyond any forecast */
                rate_per_year: {
                    high: number | null;
                    low: number | null;
                    value: number | null;
                };
                required_per_year: number | null;
                warnings: ("easy_first" | "no_year" | "too_slow" | "reached" | "missed" | "nothing_listed" | "short_record" | "first_found")[];
                /** @description With the ends of the 90 % interval; null is beyond any forecast */
                year: {
                    high: number | null;
                    low: number | null;
                    value: number | null;
                } | null;
            }[];
            places: number;
            /** @description In the cost and in what residents gain, but in no count of places */
            places_off_list: number;
            profile: string;
            provenance: components["schemas"]["CoverageProvenance"];
        };
        RetrofitQuestion: {
            cost_classes?: ("A" | "B" | "C" | "D")[];
            districts?: string[];
            needs?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
            /** @description If left out, all that are not closed */
            statuses?: ("proposed" | "decided" | "funded" | "in_progress" | "implemented" | "rejected")[];
        };
        Route: {
            geometry: components["schemas"]["Geometry"];
            properties: components["schemas"]["RouteProperties"];
            revision: number;
            /** @enum {string} */
            type: "Feature";
        };
        RouteProperties: {
            /** @enum {string} */
            engine: "network" | "barrier_line" | "line";
            flights_of_steps?: number;
            legs?: {
                metres: number;
                name?: string;
                steps: boolean;
            }[];
            /** @description Metres of which nobody has recorded whether they are lit */
            light_unknown_metres?: number;
            /** @description Length of the way; left out where only a line is known */
            metres?: number;
            /** @enum {string} */
            profile: "adult" | "older" | "walker" | "child_6" | "wheelchair";
            /** @description Time on foot, waiting at signals included */
            seconds: number;
            signals?: number;
            /** @description Metres known to be without light after dark */
            unlit_metres?: number;
        };
        SafetyCell: {
            geometry: components["schemas"]["Geometry"];
            id: string;
            links?: components["schemas"]["Link"][];
            properties: components["schemas"]["SafetyCellProperties"];
            revision?: number;
            /** @enum {string} */
            type: "Feature";
        };
        SafetyCellCollection: {
            features: components["schemas"]["SafetyCell"][];
            links: components["schemas"]["Link"][];
            /** @description What to ask from next time; only where it was asked what changed */
            next_since?: number;
            numberMatched: number;
            numberReturned: number;
            /** @description The ids of those that are gone; likewise */
            removed?: string[];
            revision: number;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        SafetyCellProperties: {
            area: string;
            /** @description null: none or too few */
            groups: {
                dark_or_neglected?: components["schemas"]["ReportClass"] | null;
                feel_good?: components["schemas"]["ReportClass"] | null;
                sensitive?: components["schemas"]["ReportClass"] | null;
                unsafe?: components["schemas"]["ReportClass"] | null;
            };
            is_sample: boolean;
            period: string;
            /** @enum {string} */
            product: "districts" | "cells";
            /** @description The id of the release it stands in */
            release: string;
            /** Format: date */
            released_on: string;
            squares?: string[];
        };
        Scenario: {
            /** Format: date-time */
            at: string;
            by: string;
            changes: components["schemas"]["Changes"];
            /** @description Whether the city has changed since it was written */
            data_changed: boolean;
            /** Format: uuid */
            id: string;
            made_for: number;
            name: string;
            note?: string;
            revision: number;
            version: number;
        };
        Scenarios: {
            scenarios: components["schemas"]["Scenario"][];
        };
        SensitiveCounts: {
            districts: {
                [key: string]: components["schemas"]["ReportClass"];
            };
            half: number;
            least: number;
            year: number;
        };
        SentReport: {
            number: number;
            puzzle: string;
            report: components["schemas"]["Report"];
        };
        Sites: {
            alternatives: {
                covered_after: number;
                instead_of: number[];
                location: number[];
                name: string | null;
            }[];
            asked: components["schemas"]["CoverageAsked"];
            /** @description No choice of so many of the considered sites has more within reach; in tens, rounded up; null where persons were weighed by their need */
            bound: number | null;
            considered: number;
            covered_after: number;
            covered_before: number;
            is_proven: boolean;
            is_weighted: boolean;
            offered: number;
            percent: (number | null)[];
            persons: number;
            provenance: components["schemas"]["CoverageProvenance"];
            sites: {
                /** @description Residents it adds to those before it; left out is what would add fewer than ten */
                added: number;
                location: number[];
                name: string | null;
                number: number | null;
            }[];
        };
        SitingQuestion: {
            candidates: ("nodes" | "municipal") | {
                kinds: string[];
            } | {
                lat: number;
                lon: number;
                name?: string;
            }[];
            p: number;
        };
        StaffAudit: {
            /** Format: date-time */
            at: string;
            /** Format: date */
            audited_on?: string;
            auditors: ("city" | "expert_by_experience" | "volunteer" | "contractor")[];
            by: string;
            /** @description The version of the criteria; of a new audit today's if left out */
            criteria: string;
            /** @enum {string} */
            depth: "quick" | "full";
            /** Format: uuid */
            id: string;
            /** @description What may be done next */
            moves: ("schedule" | "unschedule" | "begin" | "complete" | "reopen" | "publish")[];
            /** Format: uuid */
            place: string;
            /** Format: date */
            planned_on?: string;
            /** @description What would follow if it were published as it is */
            ratings?: {
                incomplete: boolean;
                /** @enum {string} */
                need: "wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive";
                /** @enum {string} */
                rating: "full" | "partial" | "none" | "unknown";
            }[];
            revision: number;
            sheet: components["schemas"]["AuditSheet"];
            /** @enum {string} */
            source: "audit" | "self_declared";
            /** @enum {string} */
            state: "planned" | "scheduled" | "in_progress" | "completed" | "published";
            version: number;
            withdrawn?: string;
        };
        StaffAudits: {
            audits: components["schemas"]["StaffAudit"][];
            more?: boolean;
        };
        StaffHelpLine: {
            address?: {
                /** @description Which office agreed in writing that the address is published, and when */
                consent: {
                    by: string;
                    /** Format: date */
                    on: string;
                };
                postal: string;
            };
            /** @enum {string} */
            anonymous?: "yes" | "no" | "unknown";
            chat?: string;
            checked?: {
                by: string;
                /** Format: date */
                on: string;
            };
            /** @enum {string} */
            easy_language?: "yes" | "no" | "unknown";
            email?: string;
            /** @description How many the source counts without naming each */
            foreign_languages?: number;
            /** @enum {string} */
            free?: "yes" | "no" | "unknown";
            /** @description When somebody answers the telephone, in the notation of OpenStreetMap */
            hours?: string;
            id: string;
            is_shown?: boolean;
            /** @description Those that are known; others may be spoken too */
            languages?: ("de" | "en" | "tr" | "ar" | "ru" | "uk" | "ro" | "it" | "hr" | "sr" | "bs" | "el" | "pl" | "bg" | "sq" | "hu" | "es" | "pt" | "fr" | "fa" | "ps" | "kmr" | "ckb" | "ti" | "so" | "ta" | "ur" | "hi" | "vi" | "zh" | "th" | "rom")[];
            /** @description Whether no other language is spoken */
            languages_complete?: boolean;
            name: string;
            needs: ("violence_women" | "violence_men" | "sexual_abuse" | "children" | "parents" | "older_people" | "victims" | "discrimination" | "crisis" | "addiction" | "own_violence")[];
            phone?: string;
            remark?: string;
            room?: {
                /** @enum {string} */
                step_free?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair_toilet?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wide_doors?: "yes" | "no" | "unknown";
            };
            /** @enum {string} */
            scope: "national" | "local";
            /** @enum {string} */
            sign_language?: "yes" | "no" | "unknown";
            source: string;
            web?: string;
        };
        StaffHelpLines: {
            lines: components["schemas"]["StaffHelpLine"][];
            revision: number;
        };
        Style: {
            "font-faces"?: Record<string, never>;
            layers: Record<string, never>[];
            name: string;
            sources: Record<string, never>;
            version: number;
        };
        Suggestion: {
            address?: string;
            barriers_changed?: boolean;
            district?: string;
            id: string;
            is_gone?: boolean;
            kind?: string;
            location?: number[];
            matter?: string;
            name?: string;
            opening_hours?: string;
            place?: string;
            place_name?: string;
            /** Format: date */
            received_on: string;
            /** @enum {string} */
            state: "open" | "accepted" | "rejected" | "removed";
            withheld?: string;
        };
        SuggestionFigures: {
            median_days?: number | null;
            months: Record<string, never>[];
            p90_days?: number | null;
            quarters: Record<string, never>[];
            states: Record<string, never>;
            waiting: Record<string, never>;
        };
        Suggestions: {
            next?: string;
            suggestions: components["schemas"]["Suggestion"][];
        };
        Survey: {
            /** Format: date */
            complete_since: string;
            confirmed_by_role?: string;
            district: string;
            /** Format: date */
            expires_on: string;
            is_current: boolean;
            note?: string;
        };
        Table: string;
        TableReport: {
            added: string[];
            changed: string[];
            changed_since?: string[];
            gone?: string[];
            kept_local?: string[];
            likely_duplicates?: string[];
            removed?: number;
            unchanged: number;
        };
        /** Format: binary */
        Tile: string;
        Trail: {
            entries: components["schemas"]["TrailEntry"][];
        };
        TrailEntry: {
            /** @enum {string} */
            action: "added" | "changed" | "closed" | "removed" | "redacted" | "viewed";
            /** Format: date-time */
            at: string;
            author: string;
            hash: string;
            number: number;
            revision?: number;
            subject: string;
        };
        UnrankedMeasure: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            audit: string;
            by: string;
            /** @enum {string} */
            cost_class?: "A" | "B" | "C" | "D";
            criteria: string[];
            description: string;
            district?: string | null;
            district_name?: string | null;
            /** @description Residents who newly have a usable place within reach; null is fewer than ten */
            gained: {
                /** @enum {string} */
                need: "wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive";
                persons: number | null;
            }[];
            gained_any: number | null;
            /** Format: uuid */
            id: string;
            owner?: string;
            /** Format: uuid */
            place: string;
            place_name?: string | null;
            priority: {
                cost_weight: number | null;
                residents: number | null;
                score: number | null;
                steps: number;
            };
            reason?: string;
            /** @enum {string} */
            status: "proposed" | "decided" | "funded" | "in_progress" | "implemented" | "rejected";
            target_year?: number;
            unblocked: {
                /** @enum {string} */
                after: "full" | "partial" | "none" | "unknown";
                /** @enum {string} */
                before: "full" | "partial" | "none" | "unknown";
                /** @enum {string} */
                need: "wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive";
            }[];
            version: number;
            /** @enum {string} */
            why: "no_place" | "withdrawn" | "not_published" | "other_criteria" | "already_met" | "nothing_alone" | "no_cost" | "residents_unknown" | "few_residents";
        };
        /** @description Of each reading the worst of the stretch between two junctions; what nobody looked at is left out */
        WayReadings: {
            /** @description Only where there are steps */
            handrail?: boolean;
            incline_per_mille?: number;
            kerb_mm?: number;
            /** @enum {string} */
            smoothness?: "good" | "intermediate" | "bad";
            steps?: number;
            /** @enum {string} */
            surface?: "smooth" | "paved" | "cobbled" | "gravel" | "soft";
            width_cm?: number;
        };
        Webhook: {
            /** Format: date */
            created_on: string;
            /** @description From which districts; empty means all */
            districts: string[];
            /**
             * Format: date-time
             * @description When it last took something
             */
            heard_at?: string;
            /** Format: uuid */
            id: string;
            /** @description Which sorts of news; empty means all */
            kinds: ("place.added" | "place.changed" | "place.closed" | "place.removed" | "event.added" | "event.changed" | "event.removed")[];
            /** @description What messages are signed with; only when it is made */
            secret?: string;
            /** @enum {string} */
            state: "active" | "paused" | "given_up";
            /** @description The number of the last entry of the trail that it need not hear of any more */
            through: number;
            /** @description That it does not answer */
            trouble?: {
                attempts: number;
                /** Format: date-time */
                next_at: string;
                reason: string;
                /** Format: date-time */
                since: string;
            };
            /** @description https://, or http:// on the machine itself */
            url: string;
        };
        Webhooks: {
            webhooks: components["schemas"]["Webhook"][];
        };
        WhatIf: {
            asked: components["schemas"]["CoverageAsked"];
            at_least: number[][];
            cut_off: number | null;
            /** @description Whether the city has changed since */
            data_changed?: boolean;
            districts: {
                gaining: number | null;
                id: string | null;
                levels: ("U" | "0" | "1" | "2" | "3")[] | null;
                losing: number | null;
                moved: number | null;
                name: string | null;
            }[];
            gaining: number | null;
            /** @description Where people live beyond reach before and after; told if asked for */
            gaps?: components["schemas"]["Geometry"][];
            longer: {
                mean_min: number | null;
                p90_min: number | null;
                persons: number | null;
            };
            /** @description As everywhere here: null is more than none and fewer than ten */
            losing: number | null;
            /** @description The revision that a kept scenario was written for */
            made_for?: number;
            newly_reached: number | null;
            percent: (number | null)[];
            provenance: components["schemas"]["CoverageProvenance"];
            shorter: {
                mean_min: number | null;
                p90_min: number | null;
                persons: number | null;
            };
        };
        WhatIfQuestion: {
            changes: components["schemas"]["Changes"];
            gaps?: boolean;
        };
        WholeAudit: {
            /** Format: date-time */
            at: string;
            /** Format: date */
            audited_on?: string;
            auditors: ("city" | "expert_by_experience" | "volunteer" | "contractor")[];
            by: string;
            /** @description The version of the criteria; of a new audit today's if left out */
            criteria: string;
            /** @enum {string} */
            depth: "quick" | "full";
            /** Format: uuid */
            id: string;
            measures: components["schemas"]["Measure"][];
            /** @description What may be done next */
            moves: ("schedule" | "unschedule" | "begin" | "complete" | "reopen" | "publish")[];
            photos: components["schemas"]["Photo"][];
            /** Format: uuid */
            place: string;
            /** Format: date */
            planned_on?: string;
            /** @description What would follow if it were published as it is */
            ratings?: {
                incomplete: boolean;
                /** @enum {string} */
                need: "wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive";
                /** @enum {string} */
                rating: "full" | "partial" | "none" | "unknown";
            }[];
            revision: number;
            revisions: components["schemas"]["AuditRevision"][];
            sheet: components["schemas"]["AuditSheet"];
            /** @enum {string} */
            source: "audit" | "self_declared";
            /** @enum {string} */
            state: "planned" | "scheduled" | "in_progress" | "completed" | "published";
            version: number;
            withdrawn?: string;
        };
        Written: {
            revision: number;
        };
    };
    responses: {
        /** @description Invalid value (`/problems/invalid-value`) */
        400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not logged in (`/problems/not-logged-in`) */
        401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed (`/problems/not-allowed`), Sent from another site (`/problems/foreign-site`), Password due (`/problems/password-due`) */
        403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unknown path (`/problems/unknown-path`), Unknown feature (`/problems/unknown-feature`), Unknown collection (`/problems/unknown-collection`) */
        404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Wrong method (`/problems/wrong-method`) */
        405: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not acceptable (`/problems/not-acceptable`) */
        406: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too slow (`/problems/too-slow`) */
        408: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Changed at the same time (`/problems/conflict`), Cannot be taken back (`/problems/not-undone`), Not possible here (`/problems/not-possible`) */
        409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Read anew (`/problems/read-anew`) */
        410: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Changed meanwhile (`/problems/outdated-version`) */
        412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too large (`/problems/too-large`) */
        413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unsupported type (`/problems/unsupported-type`) */
        415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Version needed (`/problems/precondition-required`) */
        428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests (`/problems/too-many`) */
        429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Internal error (`about:blank`) */
        500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Busy (`/problems/busy`), Not ready (`/problems/not-ready`) */
        503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLandingPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entrance, with links to everything else */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Landing"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getAddresses: {
        parameters: {
            query: {
                /** @description What somebody typed: an address, a street, a district, a place; whole or begun, in any order. */
                q: string;
                /** @description At most so many spots. */
                limit?: number;
                /** @description Longitude in degrees east (WGS 84): of what fits equally well the nearer comes first. */
                lon?: number;
                /** @description Latitude in degrees north (WGS 84), together with lon. */
                lat?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Addresses, streets, districts and places by what people type, the best first */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["AddressCollection"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getMeasurements: {
        parameters: {
            query?: {
                /** @description Only of places in this box: west,south,east,north in degrees. */
                bbox?: number[];
                /** @description The readings of at most so many audits; where there are more, go on with the last audit as `after`. */
                limit?: number;
                /** @description Go on after the feature with this id; the link `next` has it. */
                after?: string;
                /** @description Only of this place. */
                place?: string;
                /** @description The id of the district. */
                district?: string;
                /** @description Who says it: an audit on the spot, or whoever runs the place. */
                source?: "audit" | "self_declared";
                /** @description The needs that `rating` is about; all of them must be rated so. */
                need?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Any of these ratings, for each need in `need`. */
                rating?: ("full" | "partial" | "none" | "unknown")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every reading of published audits, for German spreadsheets: semicolons and decimal commas */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": components["schemas"]["Table"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getBarrierFreeProgress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many places meet minimum and standard, by district and need, year by year, and whether 2040 is realistic */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarrierFreeProgress"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getBarrierFreeList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All places that are counted, with the reason, and those of which nobody knows whether they belong there */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarrierFreeList"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getBarrierFreeTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same list as a table for German spreadsheets */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": components["schemas"]["Table"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getChanges: {
        parameters: {
            query?: {
                /** @description Only what is or was in this district. */
                district?: string;
                /** @description Only places of any of these kinds, and what is held there. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description The language of the texts. */
                lang?: "de" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest changes of places and events, to subscribe to (Atom) */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": components["schemas"]["FeedText"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCollections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which collections there are */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collections"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getAudits: {
        parameters: {
            query?: {
                /** @description Only features that touch this box: west,south,east,north in degrees. */
                bbox?: number[];
                /** @description At most so many features; more than 10000 means 10000. */
                limit?: number;
                /** @description Go on after the feature with this id; the link `next` has it. */
                after?: string;
                /** @description Only of this place. */
                place?: string;
                /** @description The id of the district. */
                district?: string;
                /** @description Who says it: an audit on the spot, or whoever runs the place. */
                source?: "audit" | "self_declared";
                /** @description The needs that `rating` is about; all of them must be rated so. */
                need?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Any of these ratings, for each need in `need`. */
                rating?: ("full" | "partial" | "none" | "unknown")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published audits by id, page by page: of each place the newest, and the newest word of whoever runs it */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["AuditCollection"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the audit (UUID) */
                feature: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One published audit */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["PublishedAudit"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getDistricts: {
        parameters: {
            query?: {
                /** @description Only features that touch this box: west,south,east,north in degrees. */
                bbox?: number[];
                /** @description At most so many features; more than 10000 means 10000. */
                limit?: number;
                /** @description Go on after the feature with this id; the link `next` has it. */
                after?: string;
                /** @description Accepted and without effect: districts have no validity. */
                datetime?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Districts by id, page by page */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["DistrictCollection"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getDistrict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the district */
                feature: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One district */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["District"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getEvents: {
        parameters: {
            query?: {
                /** @description Only features that touch this box: west,south,east,north in degrees. */
                bbox?: number[];
                /** @description At most so many features; more than 10000 means 10000. */
                limit?: number;
                /** @description Go on after the feature with this id; the link `next` has it. */
                after?: string;
                /** @description Held then: a date, a time, or an interval such as 2026-11-23/2026-11-29; all events when left out, past ones too. */
                datetime?: string;
                /** @description Only what changed after this revision, closed features too; no filter may stand beside it, or what no longer fits would be missed. The answer says in `next_since` what to ask from next time and in `removed` what is gone; 410 when everything has to be read anew. */
                since?: number;
                /** @description The revision up to which the first page counted; the link `next` has it. */
                until?: number;
                /** @description The id of the place it is held at. */
                place?: string;
                /** @description The id of the district it is held in. */
                district?: string;
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only offers that ask for helping hands. */
                engagement?: boolean;
                /** @description Only offers that ask for helping hands for any of these times. Unknown is not included. */
                effort?: ("one_off" | "occasional" | "regular" | "permanent")[];
                /** @description Only offers that ask any of this of helping hands. Unknown is not included. */
                demand?: ("easy" | "moderate" | "demanding")[];
                /** @description Only events where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only events held in this language: ISO 639-1, dgs (sign language) or de-leicht. Unknown is not included. */
                language?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events and offers by id, page by page */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["EventCollection"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the event (UUID) */
                feature: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["Event"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getPlaces: {
        parameters: {
            query?: {
                /** @description Only features that touch this box: west,south,east,north in degrees. */
                bbox?: number[];
                /** @description At most so many features; more than 10000 means 10000. */
                limit?: number;
                /** @description Go on after the feature with this id; the link `next` has it. */
                after?: string;
                /** @description Only what changed after this revision, closed features too; no filter may stand beside it, or what no longer fits would be missed. The answer says in `next_since` what to ask from next time and in `removed` what is gone; 410 when everything has to be read anew. */
                since?: number;
                /** @description The revision up to which the first page counted; the link `next` has it. */
                until?: number;
                /** @description Words that the name, the kind or the district must contain, each of them. */
                q?: string;
                /** @description The id of the district. */
                district?: string;
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Surely open then: now, a local time such as 2026-01-31T18:30 or a time with an offset; evening (an hour without a break today from 18:00 on, or what is left of the day) or sunday (an hour without a break on the next Sunday from 6:00 on); part of a day such as 2026-01-31T18:00/24:00 (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open. */
                open_at?: string;
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places with a toilet (yes) or a toilet for wheelchairs (wheelchair). */
                wc?: "yes" | "wheelchair";
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Any of these states; all of them when left out. */
                status?: ("planned" | "active" | "temporarily_closed" | "relocated" | "closed")[];
                /** @description Valid then: a date, a time, or an interval such as 2020-01-01/.. . */
                datetime?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Meeting places by id, page by page */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["PlaceCollection"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the place (UUID) */
                feature: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One place */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["Place"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getSafetyCells: {
        parameters: {
            query?: {
                /** @description Only features that touch this box: west,south,east,north in degrees. */
                bbox?: number[];
                /** @description At most so many features; more than 10000 means 10000. */
                limit?: number;
                /** @description Go on after the feature with this id; the link `next` has it. */
                after?: string;
                /** @description Only districts, or only areas made of squares. */
                product?: "districts" | "cells";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Districts and merged squares of the newest releases by id, page by page: whole areas with their frozen classes */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["SafetyCellCollection"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getSafetyCell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Product and area, such as districts-nord */
                feature: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One area of the newest release of its product */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["SafetyCell"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description places, districts, events, audits or safety-cells */
                collection: "places" | "districts" | "events" | "audits" | "safety-cells";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One collection */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getConformance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which classes of OGC API Features hold */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conformance"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getHelpLines: {
        parameters: {
            query?: {
                /** @description Only lines for this need. */
                need?: "violence_women" | "violence_men" | "sexual_abuse" | "children" | "parents" | "older_people" | "victims" | "discrimination" | "crisis" | "addiction" | "own_violence";
                /** @description Without those that surely do not speak it; `speaks` tells those that do from those of which nobody knows. */
                language?: "de" | "en" | "tr" | "ar" | "ru" | "uk" | "ro" | "it" | "hr" | "sr" | "bs" | "el" | "pl" | "bg" | "sq" | "hu" | "es" | "pt" | "fr" | "fa" | "ps" | "kmr" | "ckb" | "ti" | "so" | "ta" | "ur" | "hi" | "vi" | "zh" | "th" | "rom";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of help and counselling; what is absent is unknown */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpLines"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCoverage: {
        parameters: {
            query?: {
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
                /** @description Within reach is what takes at most so many minutes on foot; if left out, what the city's rules ask for: 15 to rooms, 10 where only places outdoors are meant. */
                minutes?: number;
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that count for a room and a place to meet in every district. */
                counted?: boolean;
                /** @description The day as of which places count; today if left out. */
                date?: string;
                /** @description Only places that are surely open then: now, a local time such as 2026-01-31T18:30, a time with an offset; evening or sunday, as seen from the day in date, or from now on if it is left out; part of a day such as 2026-01-31T18:00/24:00 (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who reaches a place to meet, district by district, with levels and reasons */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageReport"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCoverageTable: {
        parameters: {
            query?: {
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
                /** @description Within reach is what takes at most so many minutes on foot; if left out, what the city's rules ask for: 15 to rooms, 10 where only places outdoors are meant. */
                minutes?: number;
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that count for a room and a place to meet in every district. */
                counted?: boolean;
                /** @description The day as of which places count; today if left out. */
                date?: string;
                /** @description Only places that are surely open then: now, a local time such as 2026-01-31T18:30, a time with an offset; evening or sunday, as seen from the day in date, or from now on if it is left out; part of a day such as 2026-01-31T18:00/24:00 (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same as a table for German spreadsheets: semicolons and decimal commas */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": components["schemas"]["Table"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCoverageFeatures: {
        parameters: {
            query?: {
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
                /** @description Within reach is what takes at most so many minutes on foot; if left out, what the city's rules ask for: 15 to rooms, 10 where only places outdoors are meant. */
                minutes?: number;
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that count for a room and a place to meet in every district. */
                counted?: boolean;
                /** @description The day as of which places count; today if left out. */
                date?: string;
                /** @description Only places that are surely open then: now, a local time such as 2026-01-31T18:30, a time with an offset; evening or sunday, as seen from the day in date, or from now on if it is left out; part of a day such as 2026-01-31T18:00/24:00 (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same with the outlines of the districts */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["CoverageCollection"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCoverageGaps: {
        parameters: {
            query?: {
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
                /** @description Within reach is what takes at most so many minutes on foot; if left out, what the city's rules ask for: 15 to rooms, 10 where only places outdoors are meant. */
                minutes?: number;
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that count for a room and a place to meet in every district. */
                counted?: boolean;
                /** @description The day as of which places count; today if left out. */
                date?: string;
                /** @description Only places that are surely open then: now, a local time such as 2026-01-31T18:30, a time with an offset; evening or sunday, as seen from the day in date, or from now on if it is left out; part of a day such as 2026-01-31T18:00/24:00 (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where people live beyond reach: neighbouring squares taken together, none with fewer than ten people */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["GapCollection"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCoverageHistory: {
        parameters: {
            query?: {
                /** @description At most so many quarters, the last being the one that is over; more than 80 means 80. */
                quarters?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far the districts had come at the end of every quarter, and the goal */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageHistory"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getMissingFacts: {
        parameters: {
            query?: {
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
                /** @description Within reach is what takes at most so many minutes on foot; if left out, what the city's rules ask for: 15 to rooms, 10 where only places outdoors are meant. */
                minutes?: number;
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that count for a room and a place to meet in every district. */
                counted?: boolean;
                /** @description The day as of which places count; today if left out. */
                date?: string;
                /** @description Only places that are surely open then: now, a local time such as 2026-01-31T18:30, a time with an offset; evening or sunday, as seen from the day in date, or from now on if it is left out; part of a day such as 2026-01-31T18:00/24:00 (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open. */
                at?: string;
                /** @description Only this district; all of them if left out. */
                district?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ten ways whose missing facts keep most people on wheels from getting there for certain */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingFacts"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    askSites: {
        parameters: {
            query?: {
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
                /** @description Within reach is what takes at most so many minutes on foot; if left out, what the city's rules ask for: 15 to rooms, 10 where only places outdoors are meant. */
                minutes?: number;
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that count for a room and a place to meet in every district. */
                counted?: boolean;
                /** @description The day as of which places count; today if left out. */
                date?: string;
                /** @description Only places that are surely open then: now, a local time such as 2026-01-31T18:30, a time with an offset; evening or sunday, as seen from the day in date, or from now on if it is left out; part of a day such as 2026-01-31T18:00/24:00 (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SitingQuestion"];
            };
        };
        responses: {
            /** @description Where the next places would reach most people, with proof; nothing is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sites"];
                };
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    askHours: {
        parameters: {
            query?: {
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
                /** @description Within reach is what takes at most so many minutes on foot; if left out, what the city's rules ask for: 15 to rooms, 10 where only places outdoors are meant. */
                minutes?: number;
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that count for a room and a place to meet in every district. */
                counted?: boolean;
                /** @description The day as of which places count; today if left out. */
                date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoursQuestion"];
            };
        };
        responses: {
            /** @description Which further hours of which places would reach most people; nothing is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BestHours"];
                };
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCoverageWeek: {
        parameters: {
            query?: {
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
                /** @description Within reach is what takes at most so many minutes on foot; if left out, what the city's rules ask for: 15 to rooms, 10 where only places outdoors are meant. */
                minutes?: number;
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that count for a room and a place to meet in every district. */
                counted?: boolean;
                /** @description The day as of which places count; today if left out. */
                date?: string;
                /** @description Only this district; all of them if left out. */
                district?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description When something is open within reach, hour by hour of an ordinary week */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageWeek"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    askWhatIf: {
        parameters: {
            query?: {
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
                /** @description Within reach is what takes at most so many minutes on foot; if left out, what the city's rules ask for: 15 to rooms, 10 where only places outdoors are meant. */
                minutes?: number;
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that count for a room and a place to meet in every district. */
                counted?: boolean;
                /** @description The day as of which places count; today if left out. */
                date?: string;
                /** @description Only places that are surely open then: now, a local time such as 2026-01-31T18:30, a time with an offset; evening or sunday, as seen from the day in date, or from now on if it is left out; part of a day such as 2026-01-31T18:00/24:00 (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfQuestion"];
            };
        };
        responses: {
            /** @description What would follow if places closed, opened, moved, or were open at other hours; nothing is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getDistrictAt: {
        parameters: {
            query: {
                /** @description Longitude in degrees east (WGS 84). */
                lon: number;
                /** @description Latitude in degrees north (WGS 84). */
                lat: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which district and quarter a location is in */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistrictAt"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCalendar: {
        parameters: {
            query?: {
                /** @description The id of the place it is held at. */
                place?: string;
                /** @description The id of the district it is held in. */
                district?: string;
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only offers that ask for helping hands. */
                engagement?: boolean;
                /** @description Only offers that ask for helping hands for any of these times. Unknown is not included. */
                effort?: ("one_off" | "occasional" | "regular" | "permanent")[];
                /** @description Only offers that ask any of this of helping hands. Unknown is not included. */
                demand?: ("easy" | "moderate" | "demanding")[];
                /** @description Only events where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only events held in this language: ISO 639-1, dgs (sign language) or de-leicht. Unknown is not included. */
                language?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is on, as a calendar to subscribe to: everything with a date since 31 days ago */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar; charset=utf-8": components["schemas"]["CalendarText"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getEventFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the event (UUID), followed by .ics */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event with all its dates, as a file for one's calendar */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar; charset=utf-8": components["schemas"]["CalendarText"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getApiDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.oai.openapi+json;version=3.0": components["schemas"]["ApiDocument"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getPlacesNear: {
        parameters: {
            query: {
                /** @description Longitude in degrees east (WGS 84). */
                lon: number;
                /** @description Latitude in degrees north (WGS 84). */
                lat: number;
                /** @description Only places whose nearest edge is at most so many metres away. */
                within_m?: number;
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
                /** @description At most so many places. */
                limit?: number;
                /** @description Words that the name, the kind or the district must contain, each of them. */
                q?: string;
                /** @description The id of the district. */
                district?: string;
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Surely open then: now, a local time such as 2026-01-31T18:30 or a time with an offset; evening (an hour without a break today from 18:00 on, or what is left of the day) or sunday (an hour without a break on the next Sunday from 6:00 on); part of a day such as 2026-01-31T18:00/24:00 (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open. */
                open_at?: string;
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places with a toilet (yes) or a toilet for wheelchairs (wheelchair). */
                wc?: "yes" | "wheelchair";
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Any of these states; all of them when left out. */
                status?: ("planned" | "active" | "temporarily_closed" | "relocated" | "closed")[];
                /** @description Valid then: a date, a time, or an interval such as 2020-01-01/.. . */
                datetime?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nearest places in use, nearest first */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["NearCollection"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getA11yJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the place (UUID) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the newest published audit says of a place, as A11yJSON (https://a11yjson.org) */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["A11yPlaceInfo"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getRoute: {
        parameters: {
            query: {
                /** @description Longitude in degrees east (WGS 84). */
                lon: number;
                /** @description Latitude in degrees north (WGS 84). */
                lat: number;
                /** @description The id of the place to walk to. */
                to: string;
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The way on foot from a location to a place */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["Route"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getPuzzle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A puzzle to solve before a report is sent: the number for which SHA-256 of puzzle, colon and number begins with so many noughts in binary */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Puzzle"];
                };
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getReleases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every frozen release of reports */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Releases"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Product and period, such as cells-2025 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One release, byte for byte as it was made; no class means none or too few */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    sendReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SentReport"];
            };
        };
        responses: {
            /** @description It is kept. Nothing leads to it any more, not even for whoever sent it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getOwnAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is logged in, and in which roles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAccount"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getStaffAudits: {
        parameters: {
            query?: {
                /** @description Only of this place. */
                place?: string;
                /** @description Any of these states. */
                state?: ("planned" | "scheduled" | "in_progress" | "completed" | "published")[];
                /** @description At most so many audits, the last written first; more than 1000 means 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All audits, the last written first, with what may be done with each next */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAudits"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getStaffAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One audit with its version in ETag, its published revisions and its measures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeAudit"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    saveAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAudit"];
            };
        };
        responses: {
            /** @description Send an audit whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAudit"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    correctAudit: {
        parameters: {
            query?: never;
            header: {
                /** @description The version the change was made for, as ETag told it */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin a new revision of a published audit; what is published stays until the new one is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAudit"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getAuditDifferences: {
        parameters: {
            query: {
                /** @description The other audit, of the same place. */
                with: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What another audit of the same place says differently, answer by answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditDifferences"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    saveMeasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                measure: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMeasure"];
            };
        };
        responses: {
            /** @description Send a measure whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measure"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    moveAudit: {
        parameters: {
            query?: never;
            header: {
                /** @description The version the change was made for, as ETag told it */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditMove"];
            };
        };
        responses: {
            /** @description Take an audit a step further, or back before it is published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAudit"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    addPhoto: {
        parameters: {
            query?: {
                /** @description The criterion that it shows, such as C14. */
                criterion?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": components["schemas"]["Picture"];
            };
        };
        responses: {
            /** @description Keep a photo (JPEG, PNG, WebP) with an audit, where the city has switched photos on: it is drawn anew, without anything the camera wrote into it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                photo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture of a photo, for the people of the city alone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": components["schemas"]["Picture"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    removePhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                photo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a photo away for good */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    withdrawAudit: {
        parameters: {
            query?: never;
            header: {
                /** @description The version the change was made for, as ETag told it */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditWithdrawal"];
            };
        };
        responses: {
            /** @description Withdraw an audit for a reason: nobody outside sees it any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAudit"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getStaffHelpLines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All lines of help, those too that come with the program and are not shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffHelpLines"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getStaffHelpLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line with its version in ETag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffHelpLine"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    saveHelpLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHelpLine"];
            };
        };
        responses: {
            /** @description Send a line whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffHelpLine"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    withdrawHelpLine: {
        parameters: {
            query?: never;
            header: {
                /** @description The version the change was made for, as ETag told it */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Show a line no more; one that comes with the program can be sent again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCriteria: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All versions of the criteria, each with the number of published audits made with it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CriteriaVersions"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCriteriaEffects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which published audits a version would rate differently, and what it cannot take over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CriteriaEffects"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getRankedMeasures: {
        parameters: {
            query?: {
                /** @description Only of places in these districts, by their ids. */
                district?: string;
                /** @description Only about a criterion that matters to one of these needs. */
                need?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only of these cost classes: A below 1,000 EUR, B up to 10,000, C up to 100,000, D above. */
                cost?: ("A" | "B" | "C" | "D")[];
                /** @description Only this far; if left out, those that are neither implemented nor rejected. */
                status?: ("proposed" | "decided" | "funded" | "in_progress" | "implemented" | "rejected")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Measures by residents let in for their cost, with every part of the score, and those without a rank */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankedMeasures"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getMeasuresTable: {
        parameters: {
            query?: {
                /** @description Only of places in these districts, by their ids. */
                district?: string;
                /** @description Only about a criterion that matters to one of these needs. */
                need?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only of these cost classes: A below 1,000 EUR, B up to 10,000, C up to 100,000, D above. */
                cost?: ("A" | "B" | "C" | "D")[];
                /** @description Only this far; if left out, those that are neither implemented nor rejected. */
                status?: ("proposed" | "decided" | "funded" | "in_progress" | "implemented" | "rejected")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same as a table for German spreadsheets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": components["schemas"]["Table"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    addPlace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/geo+json": components["schemas"]["PlaceEdit"];
            };
        };
        responses: {
            /** @description Enter a place */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["PlaceFeature"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All places as a table for a spreadsheet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Table"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    takeTable: {
        parameters: {
            query?: {
                /** @description Only say what would happen. */
                dry_run?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": components["schemas"]["Table"];
            };
        };
        responses: {
            /** @description Bring a table in: its rows that fit what is stored, or none if one breaks a rule; `changed_since` names those left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableReport"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getPlaceToEdit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A place with its version in ETag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["PlaceFeature"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    changePlace: {
        parameters: {
            query?: never;
            header: {
                /** @description The version the change was made for, as ETag told it */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PlaceEdit"];
            };
        };
        responses: {
            /** @description Change what the body names, if the place is as If-Match says; null takes a member away */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["PlaceFeature"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    confirmPlace: {
        parameters: {
            query?: never;
            header: {
                /** @description The version the change was made for, as ETag told it */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say that everything known of a place is still right */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["PlaceFeature"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every change of a place, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getReAudits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where somebody has to look again and why, and where measures are open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReAudits"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getReAuditsTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where somebody has to look again, as a table for German spreadsheets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": components["schemas"]["Table"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    askRetrofit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetrofitQuestion"];
            };
        };
        responses: {
            /** @description What would follow if all measures of a sort were carried out; nothing is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retrofit"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getReportCounts: {
        parameters: {
            query: {
                /** @description What for: it is written down with the role. */
                purpose: "presence" | "measures" | "council";
                /** @description Only rows of this district. */
                district?: string;
                /** @description Only rows of this part of the day. */
                band?: "morning" | "afternoon" | "evening" | "night";
                /** @description Only rows of this kind of day. */
                daytype?: "mo_th" | "fr_sa" | "su_holiday";
                /** @description Only rows of this group. */
                group?: "feel_good" | "unsafe" | "dark_or_neglected" | "sensitive";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many reports there are by district, part of the day, kind of day and group in twelve weeks, in classes; cells below the least are left out, and each look is written down */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportCounts"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getSensitiveCounts: {
        parameters: {
            query: {
                /** @description What for: it is written down with the role. */
                purpose: "presence" | "measures" | "council";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many sensitive reports there are by district in the half-year before this one, in classes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SensitiveCounts"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Scenarios of planners, the last written first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scenarios"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    addScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewScenario"];
            };
        };
        responses: {
            /** @description Keep a scenario */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scenario"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One scenario, with its version in ETag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scenario"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    changeScenario: {
        parameters: {
            query?: never;
            header: {
                /** @description The version the change was made for, as ETag told it */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewScenario"];
            };
        };
        responses: {
            /** @description Put another in place of a scenario that is as If-Match says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scenario"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    removeScenario: {
        parameters: {
            query?: never;
            header: {
                /** @description The version the change was made for, as ETag told it */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a scenario away that is as If-Match says */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getScenarioResult: {
        parameters: {
            query?: {
                /** @description Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %. */
                profile?: "adult" | "older" | "walker" | "child_6" | "wheelchair";
                /** @description Within reach is what takes at most so many minutes on foot; if left out, what the city's rules ask for: 15 to rooms, 10 where only places outdoors are meant. */
                minutes?: number;
                /** @description Indoors (room) or outdoors. */
                cls?: "room" | "outdoor";
                /** @description Any of these kinds. */
                kind?: ("neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction")[];
                /** @description Any of these topics. */
                topics?: ("talk_coffee" | "cook_eat" | "play_games" | "move_sport" | "learn_homework" | "language" | "digital_help" | "read_quiet" | "music_dance" | "arts_crafts" | "repair_make" | "garden_nature" | "parents_small_children" | "advice" | "self_help" | "neighbourhood_help" | "culture_faith" | "volunteering" | "just_be_there")[];
                /** @description Only places where nobody has to pay. Unknown is not free. */
                free?: boolean;
                /** @description Only places where nobody has to buy something. Unknown is not included. */
                no_consumption?: boolean;
                /** @description Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has checked is not included. */
                usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that an audit found fully usable for people with each of these needs. */
                fully_usable_for?: ("wheelchair" | "walking" | "blind" | "lowvision" | "deaf" | "hoh" | "cognitive")[];
                /** @description Only places that count for a room and a place to meet in every district. */
                counted?: boolean;
                /** @description The day as of which places count; today if left out. */
                date?: string;
                /** @description Only places that are surely open then: now, a local time such as 2026-01-31T18:30, a time with an offset; evening or sunday, as seen from the day in date, or from now on if it is left out; part of a day such as 2026-01-31T18:00/24:00 (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open. */
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What follows from a scenario for the city as it is now, and whether that has changed since */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getSuggestions: {
        parameters: {
            query?: {
                /** @description What became of them; open when left out. */
                state?: "open" | "accepted" | "rejected" | "removed";
                /** @description Whether a place is said to be missing, wrong or gone. */
                matter?: "missing" | "wrong" | "gone" | "barriers";
                /** @description The id of the district; a suggestion whose spot is not known is in none. */
                district?: string;
                /** @description The kind, as said or as of the place it is about. */
                kind?: "neighbourhood_centre" | "family_centre" | "multigen_house" | "youth_centre" | "senior_meeting" | "community_hall" | "parish_hall" | "library" | "culture_centre" | "club_house" | "adult_education" | "makerspace" | "open_cafe" | "sports_hall" | "day_centre_homeless" | "town_hall_room" | "school_room" | "park" | "square" | "marketplace" | "playground" | "ball_court" | "skatepark" | "games_spot" | "fitness_spot" | "community_garden" | "bbq_picnic" | "youth_shelter" | "adventure_playground" | "school_yard" | "communal_oven" | "riverside" | "trail" | "fee_attraction";
                /** @description Go on where the page before ended; its member `next` says where. */
                after?: string;
                /** @description At most so many suggestions; more than 500 means 500. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What residents suggest: the oldest first, what is decided the latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getSuggestionFigures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many suggestions came, what became of them and how long that took */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionFigures"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    rejectSuggestions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rejections"];
            };
        };
        responses: {
            /** @description Reject up to 500 suggestions for one reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rejected"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    acceptReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accept a report that the barriers of a place have changed and nothing else: audits from before are then to be doubted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestion"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    rejectSuggestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rejection"];
            };
        };
        responses: {
            /** @description Reject a suggestion with a reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestion"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                district: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The survey of a district with its version in ETag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Survey"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    confirmSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                district: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSurvey"];
            };
        };
        responses: {
            /** @description Confirm that a district is completely recorded; If-Match names the survey it replaces, where there is one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    withdrawSurvey: {
        parameters: {
            query?: never;
            header: {
                /** @description The version the change was made for, as ETag told it */
                "If-Match": string;
            };
            path: {
                district: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take the confirmation back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getTrail: {
        parameters: {
            query?: {
                /** @description About what: a subject such as place/<id>, or the beginning of several such as place/. */
                subject?: string;
                /** @description Whose hand: a role, import, built-in, command-line, single-sign-on or owner (of an account). */
                by?: string;
                /** @description What was done. */
                action?: "added" | "changed" | "closed" | "removed" | "redacted" | "viewed";
                /** @description From this day or moment on. */
                from?: string;
                /** @description Up to the end of this day, or before this moment. */
                until?: string;
                /** @description From the entry before this number back. */
                before?: string;
                /** @description From the entry after this number on, the oldest first. */
                after?: string;
                /** @description At most so many entries. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries of the audit trail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trail"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getTrailTable: {
        parameters: {
            query?: {
                /** @description About what: a subject such as place/<id>, or the beginning of several such as place/. */
                subject?: string;
                /** @description Whose hand: a role, import, built-in, command-line, single-sign-on or owner (of an account). */
                by?: string;
                /** @description What was done. */
                action?: "added" | "changed" | "closed" | "removed" | "redacted" | "viewed";
                /** @description From this day or moment on. */
                from?: string;
                /** @description Up to the end of this day, or before this moment. */
                until?: string;
                /** @description From the entry before this number back. */
                before?: string;
                /** @description From the entry after this number on, the oldest first. */
                after?: string;
                /** @description At most so many entries. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries of the audit trail as a table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Table"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    takeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back what an entry did to a place or an event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getStaffWays: {
        parameters: {
            query?: {
                /** @description At most so many measurements; more than 1000 means 1000. */
                limit?: number;
                /** @description Go on after the feature with this id; the link `next` has it. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All measurements of ways, those too that no drawn way matches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasuredWays"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getStaffWay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One measurement with its version in ETag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasuredWay"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    saveWay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMeasuredWay"];
            };
        };
        responses: {
            /** @description Send a measurement whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasuredWay"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    withdrawWay: {
        parameters: {
            query?: never;
            header: {
                /** @description The version the change was made for, as ETag told it */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdraw a measurement: the way is what it was before */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which programs are told of changes, and whether they listen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description Tell a program of changes from now on; only this answer holds the secret that messages are signed with */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell a program nothing any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    pauseWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell a program nothing for the time being */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a message that says nothing, and say whether it arrived */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ping"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    resumeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go on telling a program where it stopped */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getStyle: {
        parameters: {
            query?: {
                /** @description By day (if left out), by night, with more contrast, or for paper. */
                theme?: "light" | "dark" | "contrast" | "contrast-dark" | "print";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The base map as a style for MapLibre */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Style"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getTile: {
        parameters: {
            query?: {
                /** @description The drawing, as the style names it: the tile then stays the same for ever and may be kept. */
                drawing?: string;
            };
            header?: never;
            path: {
                /** @description Zoom, 0 to 14 */
                z: string;
                /** @description Column from the west */
                x: string;
                /** @description Row from the north, with the ending .mvt */
                y: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A vector tile of the base map in the Shortbread schema; 204 where nothing is drawn */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": components["schemas"]["Tile"];
                };
            };
            /** @description There is nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getMeasuredWays: {
        parameters: {
            query?: {
                /** @description At most so many measurements; more than 1000 means 1000. */
                limit?: number;
                /** @description Go on after the feature with this id; the link `next` has it. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the city measured on ways, and what that changes for wheels */
            200: {
                headers: {
                    /** @description Revision and question */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["MeasuredWays"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the program runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the store answers, and which revision is served */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
}

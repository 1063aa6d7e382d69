//! What may be answered. The answers describe places, never people (specification, C.4 and C.5).

use crate::domain::choice::choice;

choice! {
    /// What a report is about. What belongs to the police or to the city's repair service is not here: it is handed over.
    Category: "category" {
        /// "Hier fühle ich mich wohl".
        FeelGood = "feel_good",
        /// Too dark, hard to see into.
        Dark = "dark",
        /// Dirty, not cared for.
        Neglected = "neglected",
        /// Nobody around.
        Lonely = "lonely",
        /// Narrow, without a way out.
        NoWayOut = "no_way_out",
        /// Loud, restless, quarrels about who uses it.
        Disturbing = "disturbing",
        /// Molested, harassed, followed.
        Harassed = "harassed",
        /// Insulted or threatened for who one is.
        Hate = "hate",
    }
}

choice! {
    /// How much a category could give away. It decides who may ever see it.
    Sensitivity: "sensitivity" {
        /// Something good.
        Positive = "positive",
        /// The state of the place (S0).
        Place = "place",
        /// How it feels (S1).
        Feeling = "feeling",
        /// What was done to somebody (S2): off until a city switches it on.
        Sensitive = "sensitive",
    }
}

impl Category {
    /// How much it could give away.
    #[must_use]
    pub const fn sensitivity(self) -> Sensitivity {
        match self {
            Self::FeelGood => Sensitivity::Positive,
            Self::Dark | Self::Neglected => Sensitivity::Place,
            Self::Lonely | Self::NoWayOut | Self::Disturbing => Sensitivity::Feeling,
            Self::Harassed | Self::Hate => Sensitivity::Sensitive,
        }
    }
}

choice! {
    /// The part of the day: six to twelve, twelve to six, six to ten, ten to six.
    Band: "band" {
        /// 6 to 12.
        Morning = "morning",
        /// 12 to 18.
        Afternoon = "afternoon",
        /// 18 to 22.
        Evening = "evening",
        /// 22 to 6.
        Night = "night",
    }
}

choice! {
    /// The kind of day.
    DayType: "daytype" {
        /// Monday to Thursday.
        Weekday = "mo_th",
        /// Friday and Saturday.
        WeekendNight = "fr_sa",
        /// Sundays and public holidays.
        SundayOrHoliday = "su_holiday",
    }
}

choice! {
    /// What makes a place feel as it does.
    Factor: "factors" {
        /// Lamps that are there or missing.
        Lighting = "lighting",
        /// How far one can see.
        SightLines = "sight_lines",
        /// Hedges and bushes.
        Hedges = "hedges",
        /// An underpass or tunnel.
        Tunnel = "tunnel",
        /// Litter.
        Dirt = "dirt",
        /// A bad smell.
        Smell = "smell",
        /// Nobody around.
        NoPeople = "no_people",
        /// No toilet.
        NoToilet = "no_toilet",
        /// Nowhere to sit.
        NowhereToSit = "nowhere_to_sit",
        /// Shops that are shut.
        ClosedShops = "closed_shops",
        /// Noise of traffic.
        TrafficNoise = "traffic_noise",
    }
}

choice! {
    /// What would help most.
    Wish: "wish" {
        /// More light.
        Light = "light",
        /// Cleaning.
        Cleaning = "cleaning",
        /// People and something going on.
        Activity = "activity",
        /// Another design.
        Design = "design",
        /// Somebody of the city who comes by.
        Presence = "presence",
        /// A point where one finds help.
        HelpPoint = "help_point",
        /// Something else.
        Other = "other",
    }
}

choice! {
    /// How a report came to the city.
    ReportSource: "source" {
        /// From a browser.
        Web = "web",
        /// From a device that the city has put up.
        Kiosk = "kiosk",
        /// From a sheet of paper.
        Paper = "paper",
        /// From an event of the city.
        Event = "event",
    }
}

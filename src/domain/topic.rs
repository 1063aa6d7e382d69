//! What one can do at a place: topics instead of target groups.

mod words;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::Invalid;
use crate::domain::choice::choice;

choice! {
    /// What people do at a place. The city's strategy replaced target groups by topics,
    /// because there are no homogeneous target groups.
    Topic: "topics" {
        /// Talk over a coffee.
        TalkCoffee = "talk_coffee",
        /// Cook and eat together.
        CookEat = "cook_eat",
        /// Play games.
        PlayGames = "play_games",
        /// Move, do sport.
        MoveSport = "move_sport",
        /// Learn, do homework.
        LearnHomework = "learn_homework",
        /// Practise a language.
        Language = "language",
        /// Help with computers and phones.
        DigitalHelp = "digital_help",
        /// Read, be quiet.
        ReadQuiet = "read_quiet",
        /// Make music, dance.
        MusicDance = "music_dance",
        /// Arts and crafts.
        ArtsCrafts = "arts_crafts",
        /// Repair, make things.
        RepairMake = "repair_make",
        /// Garden, be in nature.
        GardenNature = "garden_nature",
        /// Parents with small children.
        ParentsSmallChildren = "parents_small_children",
        /// Advice.
        Advice = "advice",
        /// Self-help groups.
        SelfHelp = "self_help",
        /// Help among neighbours.
        NeighbourhoodHelp = "neighbourhood_help",
        /// Culture and faith.
        CultureFaith = "culture_faith",
        /// Volunteer.
        Volunteering = "volunteering",
        /// Just be there.
        JustBeThere = "just_be_there",
    }
}

/// A set of [`Topic`]s in four bytes.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Topics(u32);

impl Topics {
    /// Whether no topic is in the set.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0 == 0
    }

    /// Whether the sets share a topic.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The topics in the order of the specification.
    pub fn iter(self) -> impl Iterator<Item = Topic> {
        Topic::ALL
            .iter()
            .copied()
            .filter(move |topic| self.0 & (1 << *topic as u32) != 0)
    }
}

impl FromIterator<Topic> for Topics {
    fn from_iter<I: IntoIterator<Item = Topic>>(topics: I) -> Self {
        Self(
            topics
                .into_iter()
                .fold(0, |set, topic| set | 1 << topic as u32),
        )
    }
}

impl std::str::FromStr for Topics {
    type Err = Invalid;

    /// Reads a comma-separated list of topics.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        text.split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(str::parse)
            .collect()
    }
}

impl Serialize for Topics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Topics {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<Topic>::deserialize(deserializer)?
            .into_iter()
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_read_from_a_list_and_keep_the_order_of_the_specification() {
        let topics: Topics = "volunteering, talk_coffee".parse().unwrap();
        assert_eq!(
            topics.iter().collect::<Vec<_>>(),
            [Topic::TalkCoffee, Topic::Volunteering]
        );
        assert!(
            "coffee"
                .parse::<Topics>()
                .unwrap_err()
                .reason
                .contains("coffee")
        );
    }
}

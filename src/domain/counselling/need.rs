//! What people need help with.

use crate::domain::choice::choice;

choice! {
    /// Whom and what a line is for, in the order in which pages tell them.
    HelpNeed: "need" {
        /// Violence against women, at home and elsewhere.
        ViolenceWomen = "violence_women",
        /// Violence against men, at home and elsewhere.
        ViolenceMen = "violence_men",
        /// Sexual abuse of children and young people, now or long ago.
        SexualAbuse = "sexual_abuse",
        /// Children and young people, with whatever worries them.
        Children = "children",
        /// Parents and those who raise children.
        Parents = "parents",
        /// Older people who are hurt or left alone.
        OlderPeople = "older_people",
        /// Whoever became the victim of a crime.
        Victims = "victims",
        /// Discrimination and hate.
        Discrimination = "discrimination",
        /// A crisis, grief, thoughts of death.
        Crisis = "crisis",
        /// Addiction of one's own or of somebody near.
        Addiction = "addiction",
        /// Fear of hurting somebody oneself.
        OwnViolence = "own_violence",
    }
}

//! Who looked at counts of reports, and what for.

use crate::domain::trail::{Action, NewEntry, Subject, written};
use crate::error::Error;
use crate::store::trail::append::{append_trail, lock_trail};
use crate::store::{Hand, Store, writing};

impl Store {
    /// Writes down that somebody is about to see `what`, and for which purpose.
    ///
    /// # Errors
    /// When the database fails; then nothing may be shown.
    pub async fn note_view(&self, by: &Hand, what: &str, purpose: &str) -> Result<(), Error> {
        let entry = NewEntry::new(&by.author, Action::Viewed, Subject::alone(what));
        let entry = entry.saying(purpose);
        writing!(self, tx => {
            let mut head = lock_trail!(tx);
            append_trail!(tx, head, [entry], None, &written(by.at));
        });
        Ok(())
    }
}

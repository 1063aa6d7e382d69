//! The one door into the trail, for every transaction that writes to it.

/// Takes the turn to write to the trail, and returns its last entry: whoever comes second waits until the transaction of the
/// first has ended. Comes before everything else in a transaction.
macro_rules! lock_trail {
    ($tx:expr) => {{
        let statement =
            "update trail_head set number = number where one = 1 returning number, hash";
        let (number, hash) = sqlx::query_as(statement).fetch_one(&mut *$tx).await?;
        $crate::domain::trail::chain::Head { number, hash }
    }};
}

/// Puts new entries behind `head`, which becomes the last of them. `revision` is the city's, if it changes; `at` the moment
/// as the trail writes it.
macro_rules! append_trail {
    ($tx:expr, $head:expr, $entries:expr, $revision:expr, $at:expr) => {
        for chunk in $entries.chunks($crate::store::CHUNK) {
            let seal =
                |entry| $head.seal(entry, $revision, $at, $crate::store::trail::append::salt());
            let rows: Vec<_> = chunk.iter().map(seal).collect();
            $crate::store::trail::append::insert_written!($tx, rows);
        }
        $crate::store::trail::append::keep_head!($tx, $head);
    };
}

macro_rules! insert_written {
    ($tx:expr, $rows:expr) => {
        $crate::store::insert_rows!(
            $tx,
            $rows,
            "insert into trail (number, revision, at, author, action, subject, undoes, detail, before, after, salt, digest, \
             hash) ",
            "",
            |values, row| values
                .push_bind(row.number)
                .push_bind(row.revision)
                .push_bind(&row.at)
                .push_bind(&row.author)
                .push_bind(&row.action)
                .push_bind(&row.subject)
                .push_bind(row.undoes)
                .push_bind(&row.detail)
                .push_bind(&row.before)
                .push_bind(&row.after)
                .push_bind(&row.salt)
                .push_bind(&row.digest)
                .push_bind(&row.hash)
        );
    };
}

macro_rules! keep_head {
    ($tx:expr, $head:expr) => {
        let statement = sqlx::query("update trail_head set number = $1, hash = $2 where one = 1");
        statement
            .bind($head.number)
            .bind(&$head.hash)
            .execute(&mut *$tx)
            .await?;
    };
}

pub(in crate::store) use {append_trail, insert_written, keep_head, lock_trail};

/// What makes the digest of an entry's content say nothing without it.
pub(in crate::store) fn salt() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

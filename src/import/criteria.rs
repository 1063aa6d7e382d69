//! The catalogues of criteria that audits are made with: those that came with the program, and a city's own beside them.

use std::borrow::Cow;

use crate::barrier_free::catalogue::{Catalogue, Catalogues, Fault};
use crate::import::{Complaint, Refused, record};

/// Reads versions, each from a file; of two with the same name the later in the list holds.
///
/// # Errors
/// Every complaint about every file, each with its line.
pub fn read(files: Vec<(String, Cow<'static, [u8]>)>) -> Result<Catalogues, Refused> {
    let mut catalogues = Vec::new();
    let mut complaints = Vec::new();
    for (name, bytes) in files {
        let text = match record::utf8(&name, &bytes) {
            Ok(text) => text,
            Err(refused) => {
                complaints.extend(refused.0);
                continue;
            }
        };
        match Catalogue::from_toml(text) {
            Ok(own) => catalogues.push(own),
            Err(faults) => complaints.extend(faults.into_iter().map(|own| complaint(&name, own))),
        }
    }
    if !complaints.is_empty() {
        return Err(Refused(complaints));
    }
    Catalogues::new(catalogues).map_err(|invalid| Refused::file("criteria", invalid.to_string()))
}

fn complaint(file: &str, fault: Fault) -> Complaint {
    Complaint {
        file: file.to_owned(),
        feature: format!("line {}", fault.line),
        field: fault.field,
        reason: fault.reason,
    }
}

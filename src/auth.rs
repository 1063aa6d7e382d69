//! Who may do what: log-in, sessions, and the one guard before every path that is not for everyone.
//!
//! A browser holds a random token in a cookie; the store holds its digest. A request that changes something is only
//! taken from our own pages: browsers say where a request comes from, and who does not say it is refused.

pub mod access;
pub mod accounts;
pub mod cookie;
pub mod guard;
pub mod log_in;
pub mod origin;
pub mod password;
pub mod paths;
pub mod sso;
pub mod token;

pub use access::Who;
pub use guard::Refusal;
pub use paths::Paths;

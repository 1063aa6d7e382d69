//! The command `miteinander`.

fn main() {}

//! Memory of a process, as Linux tells it.

/// Largest memory so far of a process in megabytes; none where there is no `/proc`.
pub fn peak_mb(process: u32) -> Option<f64> {
    field_mb(process, "VmHWM:")
}

fn field_mb(process: u32, field: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// A figure in words, or that it could not be had.
pub fn in_words(megabytes: Option<f64>) -> String {
    megabytes.map_or_else(
        || "unknown".to_owned(),
        |megabytes| format!("{megabytes:.0} MB"),
    )
}

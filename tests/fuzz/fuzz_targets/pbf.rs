#![no_main]

#[path = "../targets.rs"]
#[allow(dead_code, reason = "each program runs one of the targets")]
mod targets;

static BEGIN: std::sync::Once = std::sync::Once::new();

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // The decoder of blocks panics on nonsense, and its caller catches that and says so. The fuzzer must not end at the
    // panic but only where nobody catches it.
    BEGIN.call_once(|| std::panic::set_hook(Box::new(|_| {})));
    targets::pbf(bytes);
});

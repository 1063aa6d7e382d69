//! Has cargo build the program anew when the web assets in `web/dist` change: a new file there is named by nobody.

#[expect(
    clippy::print_stdout,
    reason = "this is how a build script speaks to cargo"
)]
fn main() {
    println!("cargo:rerun-if-changed=web/dist");
    println!("cargo:rerun-if-changed=web/build/embed.rs");
}

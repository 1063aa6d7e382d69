//! The one PostgreSQL server of the test process: found, started, and ended with it.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, Write},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
};

/// Makes a folder, starts the server in it, says `ready FOLDER`, and ends both when its input closes.
///
/// `$1` is the folder of the server's programs, `$2` is `on` or `off` for fsync. The folder is in `/tmp`
/// whatever `TMPDIR` says, because a socket path must stay under 107 bytes. SIGPIPE is ignored because
/// the reader of `ready` may be dead by then, and the server must be stopped all the same.
const KEEPER: &str = r#"
set -eu
exec 2>&1
folder=$(mktemp -d /tmp/miteinander-pg.XXXXXX)
tidy() {
    "$1/pg_ctl" -D "$folder/data" -m immediate stop >"$folder/stop" || true
    rm -rf "$folder"
}
trap 'tidy "$1"' EXIT
trap '' PIPE
trap 'exit 1' HUP INT TERM
"$1/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$folder/log" ||
    { cat "$folder/log"; exit 1; }
cat >>"$folder/data/postgresql.conf" <<END
listen_addresses = ''
unix_socket_directories = '$folder'
port = 5432
fsync = $2
max_connections = 200
END
"$1/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 start >"$folder/start" ||
    { cat "$folder/start" "$folder/log"; exit 1; }
echo "ready $folder"
cat >"$folder/ended"
"#;

/// The URL of the one server of this test process, started by the first caller.
pub(super) fn url() -> Option<&'static str> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER
        .get_or_init(Server::given_or_started)
        .as_ref()
        .map(|server| server.url.as_str())
}

struct Server {
    url: String,
    /// Held for its pipe; absent for a server that was given.
    _keeper: Option<Keeper>,
}

impl Server {
    fn given_or_started() -> Option<Self> {
        if let Some(url) = env::var("TEST_POSTGRES_URL")
            .ok()
            .filter(|url| !url.is_empty())
        {
            return Some(Self { url, _keeper: None });
        }
        let keeper = Keeper::start(&programs_or_reason()?);
        Some(Self {
            url: keeper.url(),
            _keeper: Some(keeper),
        })
    }
}

/// The shell process that runs [`KEEPER`], and the folder of its server.
struct Keeper {
    process: Child,
    folder: PathBuf,
}

impl Keeper {
    fn start(programs: &Path) -> Self {
        let fsync = env::var("TEST_POSTGRES_FSYNC").unwrap_or_else(|_| "off".to_owned());
        let mut command = Command::new("/bin/sh");
        command
            .args(["-c", KEEPER, "postgres-keeper"])
            .arg(programs)
            .arg(fsync);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        // Ctrl-C goes to a whole process group; in its own, the keeper outlives the tests and tidies up.
        command.current_dir("/").process_group(0);
        if numeric_id(&["-u"]) == Some(0) {
            let user = numeric_id(&["-u", "postgres"]).zip(numeric_id(&["-g", "postgres"]));
            let (uid, gid) =
                user.expect("PostgreSQL refuses to run as root and there is no user `postgres`");
            command.uid(uid).gid(gid);
        }
        let mut process = command.spawn().expect("/bin/sh starts");
        let folder = ready_folder(&mut process);
        Self { process, folder }
    }

    /// The percent-encoded socket folder stands in the place of the host.
    fn url(&self) -> String {
        let host = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://postgres@{host}:5432/postgres")
    }
}

/// Waits for the keeper's `ready FOLDER`. `pg_ctl` gives up after a minute, so this ends.
fn ready_folder(keeper: &mut Child) -> PathBuf {
    let output = keeper
        .stdout
        .as_mut()
        .expect("the keeper's output is a pipe");
    let mut output = BufReader::new(output);
    let mut said = String::new();
    loop {
        let mut line = String::new();
        let read = output
            .read_line(&mut line)
            .expect("the server's log is UTF-8");
        if let Some(folder) = line.strip_prefix("ready ") {
            return PathBuf::from(folder.trim_end());
        }
        said.push_str(&line);
        assert!(
            read > 0,
            "the PostgreSQL server for the tests did not start:\n{said}"
        );
    }
}

/// The output of `id` with these arguments, when it is a number.
fn numeric_id(arguments: &[&str]) -> Option<u32> {
    let output = Command::new("id").args(arguments).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// Where the server's programs are; if nowhere, says so and skips, or panics under `CI=true`.
fn programs_or_reason() -> Option<PathBuf> {
    if let Some(given) = env::var_os("PG_BIN_DIR").map(PathBuf::from) {
        assert!(
            has_server(&given),
            "PG_BIN_DIR is {}, which has no `initdb`",
            given.display()
        );
        return Some(given);
    }
    let found = debian_folders()
        .into_iter()
        .chain(pg_config_folder())
        .find(|folder| has_server(folder));
    if found.is_none() {
        let reason = "no PostgreSQL server found: install `postgresql`, or set PG_BIN_DIR or TEST_POSTGRES_URL";
        assert!(env::var("CI").as_deref() != Ok("true"), "{reason}");
        say(&format!("skipped: tests on PostgreSQL ({reason})"));
    }
    found
}

/// A client-only installation has the folder too, but not `initdb`.
fn has_server(folder: &Path) -> bool {
    folder.join("initdb").is_file() && folder.join("pg_ctl").is_file()
}

/// `/usr/lib/postgresql/*/bin`, newest version first.
fn debian_folders() -> Vec<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let names = versions.filter_map(|version| version.file_name().into_string().ok());
    newest_first(names.collect())
        .into_iter()
        .map(|version| Path::new("/usr/lib/postgresql").join(version).join("bin"))
        .collect()
}

fn newest_first(mut versions: Vec<String>) -> Vec<String> {
    versions.sort_by_key(|version| {
        let parts = version
            .split('.')
            .map(|part| part.parse::<u32>().unwrap_or(0));
        std::cmp::Reverse(parts.collect::<Vec<_>>())
    });
    versions
}

fn pg_config_folder() -> Option<PathBuf> {
    let output = Command::new("pg_config").arg("--bindir").output().ok()?;
    Some(PathBuf::from(String::from_utf8(output.stdout).ok()?.trim()))
}

/// Writes to the real standard error: the test harness would swallow a macro's output of a test that passes.
pub(crate) fn say(line: &str) {
    writeln!(io::stderr(), "{line}").ok();
}

mod tests {
    use super::*;

    #[test]
    fn closing_the_pipe_stops_the_server_and_removes_its_folder() {
        if env::var_os("TEST_POSTGRES_URL").is_some() {
            return say("skipped: stopping a server of our own (TEST_POSTGRES_URL names another)");
        }
        let Some(programs) = programs_or_reason() else {
            return;
        };
        let mut keeper = Keeper::start(&programs);
        let socket = keeper.folder.join(".s.PGSQL.5432");
        assert!(socket.exists() && socket.as_os_str().len() < 107);
        drop(keeper.process.stdin.take());
        let status = keeper.process.wait().expect("the keeper is our child");
        assert!(status.success() && !keeper.folder.exists());
    }

    #[test]
    fn the_newest_version_is_the_largest_number_not_the_last_in_the_alphabet() {
        let versions = ["9.6", "15", "9.10", "8"].map(str::to_owned);
        assert_eq!(newest_first(versions.into()), ["15", "9.10", "9.6", "8"]);
    }
}

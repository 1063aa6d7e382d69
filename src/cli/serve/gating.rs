//! How much one network may ask, and whose word counts for others.

use clap::Args;

use crate::domain::allowance::Rate;
use crate::gate::{Gate, Proxies, Proxy, Rates};
use crate::safety::challenge::BITS;
use crate::server::Limits;

#[derive(Args)]
pub(super) struct Gating {
    /// A proxy in front, or a network of them, whose X-Forwarded-* and Forwarded are believed; may be given several times
    #[arg(
        long = "trusted-proxy",
        env = "MITEINANDER_TRUSTED_PROXY",
        value_name = "ADDR[/PREFIX]",
        value_delimiter = ','
    )]
    proxies: Vec<Proxy>,
    /// Requests a minute that one network may make (its first 24 bits in IPv4, 48 in IPv6); 0 for no limit
    #[arg(
        long,
        env = "MITEINANDER_REQUESTS_PER_MINUTE",
        value_name = "NUMBER",
        default_value_t = times(Rates::DEFAULT.reads)
    )]
    requests_per_minute: u32,
    /// Requests a minute for lists, districts and ways, which cost more and are counted by themselves; 0 for no limit
    #[arg(
        long,
        env = "MITEINANDER_COSTLY_PER_MINUTE",
        value_name = "NUMBER",
        default_value_t = times(Rates::DEFAULT.costly)
    )]
    costly_per_minute: u32,
    /// Suggestions an hour from one network; 0 for no limit
    #[arg(
        long,
        env = "MITEINANDER_SUGGESTIONS_PER_HOUR",
        value_name = "NUMBER",
        default_value_t = times(Rates::DEFAULT.suggestions)
    )]
    suggestions_per_hour: u32,
    /// Reports of how safe somebody feels that one network may send a day; 0 for no limit
    #[arg(
        long,
        env = "MITEINANDER_REPORTS_PER_DAY",
        value_name = "NUMBER",
        default_value_t = times(Rates::DEFAULT.reports)
    )]
    reports_per_day: u32,
    /// How hard the puzzle is that a browser solves before it reports: each step more takes it twice as long (17:
    /// 131,072 hashes in the mean). Raise it while reports come in floods
    #[arg(
        long,
        env = "MITEINANDER_PUZZLE_BITS",
        value_name = "NUMBER",
        default_value_t = BITS,
        value_parser = clap::value_parser!(u32).range(0..=24)
    )]
    pub(super) puzzle_bits: u32,
    /// Tries to log in an hour from one network; 0 for no limit
    #[arg(
        long,
        env = "MITEINANDER_LOG_INS_PER_HOUR",
        value_name = "NUMBER",
        default_value_t = times(Rates::DEFAULT.log_ins)
    )]
    log_ins_per_hour: u32,
    /// Connections that one network may have at the same time; 0 for no limit
    #[arg(
        long,
        env = "MITEINANDER_CONNECTIONS_PER_NETWORK",
        value_name = "NUMBER",
        default_value_t = Limits::default().of_one_network
    )]
    connections_per_network: usize,
}

impl Gating {
    pub(super) fn gate(&self) -> Gate {
        let rates = Rates {
            reads: some(self.requests_per_minute).map(Rate::a_minute),
            costly: some(self.costly_per_minute).map(Rate::a_minute),
            suggestions: some(self.suggestions_per_hour).map(Rate::an_hour),
            reports: some(self.reports_per_day).map(Rate::under_one_key),
            entries: Rates::DEFAULT.entries,
            log_ins: some(self.log_ins_per_hour).map(Rate::an_hour),
        };
        Gate::new(self.proxies(), rates)
    }

    pub(super) fn limits(&self) -> Limits {
        let of_one_network = match self.connections_per_network {
            0 => usize::MAX,
            number => number,
        };
        Limits {
            of_one_network,
            proxies: self.proxies(),
            ..Limits::default()
        }
    }

    fn proxies(&self) -> Proxies {
        self.proxies.iter().copied().collect()
    }
}

fn some(times: u32) -> Option<u32> {
    (times > 0).then_some(times)
}

fn times(rate: Option<Rate>) -> u32 {
    rate.map_or(0, |rate| rate.times)
}

//! `miteinander user`: accounts of the city's people. The first one is made here; there is no default password.

use std::io::{IsTerminal, Read};

use chrono::Utc;
use clap::{Args, Subcommand};
use uuid::Uuid;

use crate::auth::password;
use crate::cli::{Failure, WhereKept, say};
use crate::domain::Invalid;
use crate::domain::account::{Account, Password, PasswordHash};
use crate::domain::staff::{AccountId, AccountName, Role, Roles};
use crate::domain::trail::Author;
use crate::error::Error;
use crate::store::{AccountChange, Hand, Store};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Add an account; its password is asked for, or read from standard input
    Add(Add),
    /// Give an account these roles in place of the ones it has
    Role(SetRoles),
    /// Give an account another password; every session of it ends
    Password(Named),
    /// Keep an account from being used; every session of it ends
    Disable(Named),
    /// Let an account be used again
    Enable(Named),
    /// Take an account away for good; what it did stays in the audit trail
    Remove(Named),
    /// Print the accounts
    List(List),
}

#[derive(Args)]
pub(super) struct Add {
    /// What its owner types to log in
    name: AccountName,
    /// What its owner may do; repeat it for several
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<Role>,
    /// What the provider of single sign-on calls its owner ("ISSUER SUBJECT"); such an account needs no password
    #[arg(long, value_name = "TEXT")]
    subject: Option<String>,
}

#[derive(Args)]
pub(super) struct SetRoles {
    /// The account
    name: AccountName,
    /// Its roles; none takes all away
    roles: Vec<Role>,
}

#[derive(Args)]
pub(super) struct Named {
    /// The account
    name: AccountName,
}

#[derive(Args)]
pub(super) struct List {
    /// Print them as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(place: &WhereKept, command: Command) -> Result<(), Failure> {
    let store = place.open().await?;
    match command {
        Command::Add(new) => add(&store, new).await?,
        Command::Role(SetRoles { name, roles }) => {
            let roles: Roles = roles.into_iter().collect();
            let change = AccountChange {
                roles: Some(roles),
                ..AccountChange::default()
            };
            change_named(&store, &name, &change).await?;
        }
        Command::Password(Named { name }) => {
            let hash = asked(&name).await?;
            let change = AccountChange {
                password: Some((hash, false)),
                ..AccountChange::default()
            };
            change_named(&store, &name, &change).await?;
        }
        Command::Disable(Named { name }) => change_named(&store, &name, &disabling(true)).await?,
        Command::Enable(Named { name }) => change_named(&store, &name, &disabling(false)).await?,
        Command::Remove(Named { name }) => {
            let account = named(&store, &name).await?;
            store.remove_account(account.id, &hand()).await?;
            say(format_args!("removed {name}"));
        }
        Command::List(options) => list(&store, &options).await?,
    }
    store.close().await;
    Ok(())
}

fn hand() -> Hand {
    Hand {
        author: Author::command_line(),
        at: Utc::now(),
    }
}

async fn add(store: &Store, new: Add) -> Result<(), Failure> {
    let hash = match &new.subject {
        Some(_) => None,
        None => Some(asked(&new.name).await?),
    };
    let account = Account {
        id: AccountId(Uuid::new_v4()),
        name: new.name,
        roles: new.roles.into_iter().collect(),
        is_disabled: false,
        must_change: false,
        has_password: hash.is_some(),
        subject: new.subject,
        created_on: Utc::now().date_naive(),
    };
    if store.add_account(&account, hash.as_ref(), &hand()).await? {
        say(format_args!("added {}", account.name));
        Ok(())
    } else {
        let rule = format!("\"{}\" or its subject is taken", account.name);
        Err(Error::from(Invalid::new("name", rule)).into())
    }
}

fn disabling(is_disabled: bool) -> AccountChange {
    AccountChange {
        is_disabled: Some(is_disabled),
        ..AccountChange::default()
    }
}

async fn change_named(
    store: &Store,
    name: &AccountName,
    change: &AccountChange,
) -> Result<(), Failure> {
    let account = named(store, name).await?;
    store
        .change_account(account.id, change, None, &hand())
        .await?;
    say(format_args!("changed {name}"));
    Ok(())
}

async fn named(store: &Store, name: &AccountName) -> Result<Account, Failure> {
    if let Some((account, _)) = store.account_named(name).await? {
        return Ok(account);
    }
    let rule = format!("there is no account \"{name}\"");
    Err(Error::from(Invalid::new("name", rule)).into())
}

async fn list(store: &Store, options: &List) -> Result<(), Failure> {
    let accounts = store.accounts().await?;
    if options.json {
        let text = serde_json::to_string_pretty(&accounts);
        say(text.map_err(|error| Failure::Said(error.to_string()))?);
        return Ok(());
    }
    for account in &accounts {
        let state = if account.is_disabled {
            "  disabled"
        } else {
            ""
        };
        say(format_args!("{}  {}{state}", account.name, account.roles));
    }
    say(format_args!("accounts: {}", accounts.len()));
    Ok(())
}

/// The hash of a password that is typed twice at a terminal without being shown, or read from standard input.
async fn asked(name: &AccountName) -> Result<PasswordHash, Failure> {
    let failed =
        |error: std::io::Error| Failure::Said(format!("no password could be read: {error}"));
    let typed = if std::io::stdin().is_terminal() {
        let typed = rpassword::prompt_password(format!("Password for {name}: ")).map_err(failed)?;
        let again = rpassword::prompt_password("Once more: ").map_err(failed)?;
        if typed != again {
            return Err(Failure::Said("the two passwords differ".to_owned()));
        }
        typed
    } else {
        let mut typed = String::new();
        // No password is longer; standard input may be anything.
        let mut input = std::io::stdin().take(8 * 1024);
        input.read_to_string(&mut typed).map_err(failed)?;
        typed.trim_end_matches(['\r', '\n']).to_owned()
    };
    let chosen = Password::chosen(&typed, name).map_err(Error::from)?;
    Ok(password::hash(chosen).await?)
}

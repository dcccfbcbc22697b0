//! What looks after members. WHO is an e-mail address, a @handle or a number.

use clap::{Args, Subcommand};
use domain::id::{ApiTokenId, InvitationId};
use domain::language::Language;
use domain::member::Role;

/// Look after members. WHO is an e-mail address, a @handle or a number.
#[derive(Debug, Subcommand)]
pub enum MemberCommand {
    /// Show everybody, those who left included
    List {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Add a member; the first one founds the team
    Add(NewMember),
    /// Ask somebody to join, and print the link; with an address, a letter goes too while a server runs
    Invite(Invite),
    /// Show who was asked to join
    Invitations,
    /// Take an invitation back
    Revoke {
        /// The number in the list of invitations
        id: InvitationId,
    },
    /// Give a member another role: owner, admin or member
    Role {
        /// An e-mail address, a @handle or a number
        who: String,
        /// owner, admin or member
        role: Role,
    },
    /// Make a member alumni: sign-ins and tokens end, their words stay
    Leave {
        /// An e-mail address, a @handle or a number
        who: String,
        /// Who takes over
        #[arg(long, value_name = "WHO")]
        successor: String,
    },
    /// Have somebody who left back, as a member
    Return {
        /// An e-mail address, a @handle or a number
        who: String,
    },
    /// Set a member's password; every sign-in of theirs ends
    Password {
        /// An e-mail address, a @handle or a number
        who: String,
        /// Read the password from standard input, one line; otherwise one is made and printed
        #[arg(long)]
        password_stdin: bool,
    },
    /// Print a link by which a member chooses a new password, once, within 30 minutes
    Reset {
        /// An e-mail address, a @handle or a number
        who: String,
    },
    /// Give a member another address at once, for when a mailbox is lost; the old address is told
    Email {
        /// An e-mail address, a @handle or a number
        who: String,
        /// The new address
        new: String,
    },
    /// End every sign-in of a member
    SignOut {
        /// An e-mail address, a @handle or a number
        who: String,
    },
    /// Turn a member's second factor off, for when app and recovery codes are lost; they are told by mail
    SecondFactorOff {
        /// An e-mail address, a @handle or a number
        who: String,
    },
    /// Show a member's API tokens, never the tokens themselves
    Tokens {
        /// An e-mail address, a @handle or a number
        who: String,
    },
    /// End an API token of a member
    EndToken {
        /// An e-mail address, a @handle or a number
        who: String,
        /// The number in the list of tokens
        id: ApiTokenId,
    },
}

/// Somebody to ask.
#[derive(Debug, Args)]
pub struct Invite {
    /// Whom it is for, and where the letter goes
    #[arg(long, required_unless_present = "link_only")]
    pub email: Option<String>,
    /// owner, admin or member
    #[arg(long, default_value = "member")]
    pub role: Role,
    /// The language of the letter, ko or en; the team's otherwise
    #[arg(long)]
    pub language: Option<Language>,
    /// For whoever holds the link: no letter goes
    #[arg(long, conflicts_with = "email")]
    pub link_only: bool,
}

/// A member to add.
#[derive(Debug, Args)]
pub struct NewMember {
    /// What they sign in with, and where mail reaches them
    #[arg(long)]
    pub email: String,
    /// What colleagues call them
    #[arg(long)]
    pub name: String,
    /// owner, admin, member or alumni
    #[arg(long)]
    pub role: Role,
    /// Read the password from standard input, one line; otherwise one is made and printed
    #[arg(long)]
    pub password_stdin: bool,
    /// ko or en; the team's otherwise
    #[arg(long)]
    pub language: Option<Language>,
    /// A zone of the IANA database, such as Asia/Seoul; the team's otherwise
    #[arg(long)]
    pub zone: Option<String>,
    /// What the team is called, for its first member, who has to be an owner
    #[arg(long, value_name = "NAME")]
    pub team: Option<String>,
}

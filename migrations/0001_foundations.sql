-- The foundations: a team, its members, their posts, and the reminders that bring posts back.
-- Instants are Unix milliseconds UTC; civil dates, wall clocks and zone names are text.
-- Words in `check` lists are those of the enums in `domain`.

create table team (
    team_id integer primary key check (team_id = 1), -- one installation is one team
    name text not null,
    language text not null check (language in ('ko', 'en')),
    zone text not null,
    founded_at integer not null
) strict;

create table member (
    member_id integer primary key,
    name text not null,
    email text not null unique, -- lower case: one person, one address
    password_hash text not null, -- argon2id, PHC string
    role text not null check (role in ('owner', 'admin', 'member', 'alumni')),
    language text not null check (language in ('ko', 'en')),
    zone text not null,
    theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
    joined_at integer not null
) strict;

create table sign_in (
    sign_in_id integer primary key,
    token_sha256 blob not null unique, -- a copy of the database holds no usable token
    member_id integer not null references member,
    begun_at integer not null,
    expires_at integer not null
) strict;
create index sign_in_of_member on sign_in (member_id);

-- A post is who it is for and which revision is current; its words are in the revision.
create table post (
    post_id integer primary key,
    kind text not null check (kind in ('retrospective', 'book_note', 'write_up')),
    audience text not null check (audience in ('team', 'only_me')),
    revision_id integer not null references revision deferrable initially deferred, -- post and first revision arrive together
    created_at integer not null,
    changed_at integer not null
) strict;
create index post_by_change on post (changed_at desc, post_id desc);
create index post_by_kind on post (kind, changed_at desc, post_id desc);

create table post_author (
    post_id integer not null references post,
    member_id integer not null references member,
    primary key (post_id, member_id)
) strict, without rowid;
create index post_of_author on post_author (member_id);

-- Never changed, never deleted: everything a save kept.
create table revision (
    revision_id integer primary key,
    post_id integer not null references post deferrable initially deferred,
    number integer not null, -- 1, 2, 3 … within its post
    member_id integer not null references member, -- who saved it
    saved_at integer not null,
    title text not null,
    language text not null check (language in ('ko', 'en')),
    tags text not null, -- parted by spaces, in the order typed
    period_start text, -- a retrospective's
    period_end text,
    book text, -- a book note's
    summary text, -- a write-up's, if written
    body text not null,
    unique (post_id, number)
) strict;

-- What the renderer made of a revision; thrown away and made again when the renderer changes.
create table rendering (
    revision_id integer primary key references revision,
    renderer integer not null, -- domain::markdown::RENDERER at the time
    html text not null,
    headings text not null, -- JSON: the contents list
    opening text not null, -- first words, for lists and mail
    characters integer not null -- without white space, for the reading time
) strict;

-- Tags of the current revision.
create table post_tag (
    post_id integer not null references post,
    tag text not null,
    primary key (post_id, tag)
) strict, without rowid;
create index post_with_tag on post_tag (tag);

create table schedule (
    schedule_id integer primary key,
    member_id integer not null references member, -- whom it reminds
    kind text not null check (kind in ('read_again')),
    post_id integer not null references post,
    recurrence text not null check (recurrence in ('once', 'weekly', 'monthly', 'half_yearly', 'yearly')),
    zone text not null, -- kept with the schedule: moving house does not move a reminder
    first_local text not null, -- wall clock
    rule_version integer not null default 1, -- raised by every change; what an older rule made and has not sent is cancelled
    next_at integer, -- null: no occasion left, or stopped
    created_at integer not null,
    stopped_at integer
) strict;
create index schedule_due on schedule (next_at) where next_at is not null; -- a tick looks at what is due, not at everything
create index schedule_of_member on schedule (member_id);

-- One row per time a schedule came round. The key is the wall clock: a repeated hour cannot fire
-- twice, and a restarted worker cannot remind twice.
create table occurrence (
    schedule_id integer not null references schedule,
    local_at text not null,
    utc_at integer not null,
    rule_version integer not null,
    made_at integer not null,
    primary key (schedule_id, local_at)
) strict, without rowid;

create table outbox (
    outbox_id integer primary key,
    idempotency_key text not null unique, -- one message per occurrence, whatever happens
    message_id text not null unique, -- with angle brackets (RFC 5322 §3.6.4)
    schedule_id integer not null references schedule,
    member_id integer not null references member,
    recipient text not null, -- the address when it was made
    subject text, -- null until frozen
    due_at integer not null, -- when it should have gone: late mail says so
    mime blob, -- frozen at the first claim: a retry is byte-identical
    state text not null check (state in ('ready', 'leased', 'retry', 'sent', 'ambiguous', 'dead', 'cancelled', 'skipped', 'suppressed')),
    attempts integer not null default 0,
    next_at integer not null, -- earliest next try
    lease_token text,
    last_code integer, -- SMTP reply code
    last_error text,
    made_at integer not null,
    settled_at integer -- when it reached an end state; an ambiguous message has when it was given up
) strict;
create index outbox_waiting on outbox (next_at) where settled_at is null and state in ('ready', 'retry', 'ambiguous');
create index outbox_leased on outbox (outbox_id) where state = 'leased';
create index outbox_of_schedule on outbox (schedule_id);

create table attempt (
    outbox_id integer not null references outbox,
    number integer not null, -- 1, 2, 3 …
    phase text not null, -- how far it got: domain::mail::Phase
    code integer,
    text text not null,
    at integer not null,
    primary key (outbox_id, number)
) strict, without rowid;

-- Addresses a mail server refused for good; nothing more is sent there until an admin lifts it.
create table suppression (
    address text primary key,
    reason text not null,
    at integer not null
) strict, without rowid;

-- The mail server's own trouble (sign-in refused, TLS broken): the queue waits, no message dies.
create table mail_pause (
    mail_pause_id integer primary key check (mail_pause_id = 1),
    until_at integer not null,
    code integer,
    reason text not null,
    at integer not null
) strict;

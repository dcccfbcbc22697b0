-- People: joining and leaving, ways in, what was done in the house, and letters that are no reminders.
-- A link that goes out by mail is made of its `salt` and the house's secret, which is not in here; of the
-- token itself only the SHA-256 is kept. A copy of the database opens nothing.

alter table team add column second_factor_required_at integer; -- since when everybody with a password needs one

-- A member's `password_hash` is empty when they come in by a sign-in provider alone.
alter table member add column handle text; -- null until the next start, which makes one of the name
alter table member add column handle_skeleton text; -- Unicode TS39 §4: two that look alike cannot both be here
alter table member add column outside_name text; -- on the blog; null: nobody is named there
alter table member add column email_proven_at integer; -- a letter sent there was answered, or who holds the house vouched for it: only
    -- then may the sign-in provider take somebody for this member by their address
update member set email_proven_at = joined_at; -- so far everybody was added by who holds the house
alter table member add column digest_hour integer not null default 9 check (digest_hour between 0 and 23); -- in their zone
create unique index member_by_handle on member (handle);
create unique index member_by_handle_skeleton on member (handle_skeleton);

-- Made again from what was uploaded, 256 by 256 pixels, so that nothing else travels in it.
create table picture (
    member_id integer primary key references member,
    jpeg blob not null,
    set_at integer not null -- part of its address: a new one is fetched at once
) strict;

-- Somebody left the team. What they wrote stays theirs.
create table departure (
    departure_id integer primary key,
    member_id integer not null references member,
    role text not null check (role in ('owner', 'admin', 'member')), -- what they were
    successor_id integer references member, -- who takes over what was theirs to do
    left_at integer not null,
    by_id integer references member, -- null: by the command line
    returned_at integer
) strict;
create unique index departure_of_member on departure (member_id) where returned_at is null;

alter table sign_in add column way text not null default 'password' check (way in ('password', 'provider', 'link'));
alter table sign_in add column device text not null default ''; -- browser and system, by its own word
alter table sign_in add column address text not null default ''; -- where it was seen last
alter table sign_in add column seen_at integer not null default 0; -- to some minutes
alter table sign_in add column awaits_code integer not null default 0 check (awaits_code in (0, 1)); -- half way in

create table invitation (
    invitation_id integer primary key,
    salt blob not null,
    token_sha256 blob not null unique,
    email text, -- null: for whoever holds the link
    role text not null check (role in ('owner', 'admin', 'member', 'alumni')),
    language text not null check (language in ('ko', 'en')), -- of its letter
    by_id integer references member, -- null: by the command line
    made_at integer not null,
    expires_at integer not null,
    used_at integer,
    member_id integer references member, -- who joined by it
    revoked_at integer,
    check ((used_at is null) = (member_id is null))
) strict;
create index invitation_of_address on invitation (email) where used_at is null and revoked_at is null;

create table password_reset (
    password_reset_id integer primary key,
    salt blob not null,
    token_sha256 blob not null unique,
    member_id integer references member, -- null: nobody has the address. Written all the same, so that it takes as long
    made_at integer not null,
    expires_at integer not null,
    used_at integer
) strict;

-- Another address for a member: once both the old one and the new one have said yes.
create table email_change (
    email_change_id integer primary key,
    member_id integer not null references member,
    email text not null, -- the new one
    old_salt blob not null,
    old_token_sha256 blob not null unique,
    new_salt blob not null,
    new_token_sha256 blob not null unique,
    made_at integer not null,
    expires_at integer not null,
    old_confirmed_at integer,
    new_confirmed_at integer,
    ended_at integer -- done, or given up for another
) strict;
create unique index email_change_of_member on email_change (member_id) where ended_at is null;

create table second_factor (
    member_id integer primary key references member,
    salt blob not null, -- the shared secret is made of it and the house's
    last_step integer, -- RFC 6238 §5.2: a code counts once
    begun_at integer not null,
    confirmed_at integer -- null: being set up, and not asked for yet
) strict;

create table recovery_code (
    member_id integer not null references member,
    code_hmac blob not null, -- keyed by the house's secret
    used_at integer,
    primary key (member_id, code_hmac)
) strict, without rowid;

-- Who a member is to the sign-in provider (OpenID Connect Core §2: issuer and subject together).
create table provider_identity (
    issuer text not null,
    subject text not null,
    member_id integer not null references member,
    linked_at integer not null,
    primary key (issuer, subject)
) strict, without rowid;
create index provider_identity_of_member on provider_identity (member_id);

create table api_token (
    api_token_id integer primary key,
    member_id integer not null references member,
    name text not null, -- what its owner calls it
    scope text not null check (scope in ('read', 'write')),
    token_sha256 blob not null unique,
    made_at integer not null,
    expires_at integer not null,
    used_at integer, -- to some minutes
    ended_at integer
) strict;
create index api_token_of_member on api_token (member_id);

-- What was done in the house, for 400 days. Never a password, a token or a text.
create table audit (
    audit_id integer primary key,
    at integer not null,
    deed text not null, -- domain::audit::Deed
    actor_id integer references member, -- null: nobody signed in, or the command line
    subject_id integer references member, -- to whom it was done, if not to themselves
    detail text not null default '', -- a role, a token's name: what the deed's sentence needs
    address text not null default '' -- where from; empty: the command line
) strict;
create index audit_by_time on audit (at);
create index audit_of_actor on audit (actor_id);
create index audit_of_subject on audit (subject_id);

-- Letters that are no reminders: the outbox learns what each message is.
create table outbox_2 (
    outbox_id integer primary key,
    idempotency_key text not null unique, -- one message per occurrence, whatever happens
    message_id text not null unique, -- a reminder's with angle brackets (RFC 5322 §3.6.4); else the part before the @ alone
    letter text not null check (letter in ('read_again', 'invitation', 'password_reset', 'email_change_old', 'email_change_new', 'notice')),
    schedule_id integer references schedule,
    invitation_id integer references invitation,
    password_reset_id integer references password_reset on delete cascade,
    email_change_id integer references email_change,
    audit_id integer references audit on delete cascade, -- a notice's deed
    member_id integer references member, -- null: for nobody who is a member yet
    recipient text not null, -- the address when it was made
    subject text, -- null until frozen
    due_at integer not null, -- when it should have gone: late mail says so
    mime blob, -- frozen at the first claim: a retry is byte-identical; never of a letter with a link that opens something
    state text not null check (state in ('ready', 'leased', 'retry', 'sent', 'ambiguous', 'dead', 'cancelled', 'skipped', 'suppressed')),
    attempts integer not null default 0,
    next_at integer not null, -- earliest next try
    lease_token text,
    last_code integer, -- SMTP reply code
    last_error text,
    made_at integer not null,
    settled_at integer, -- when it reached an end state; an ambiguous message has when it was given up
    check ((letter = 'read_again') = (schedule_id is not null)),
    check ((letter = 'invitation') = (invitation_id is not null)),
    check ((letter = 'password_reset') = (password_reset_id is not null)),
    check ((letter in ('email_change_old', 'email_change_new')) = (email_change_id is not null)),
    check ((letter = 'notice') = (audit_id is not null))
) strict;
create table attempt_2 (
    outbox_id integer not null references outbox_2 on delete cascade,
    number integer not null, -- 1, 2, 3 …
    phase text not null, -- how far it got: domain::mail::Phase
    code integer,
    text text not null,
    at integer not null,
    primary key (outbox_id, number)
) strict, without rowid;
insert into outbox_2 (outbox_id, idempotency_key, message_id, letter, schedule_id, member_id, recipient, subject, due_at, mime,
    state, attempts, next_at, lease_token, last_code, last_error, made_at, settled_at)
select outbox_id, idempotency_key, message_id, 'read_again', schedule_id, member_id, recipient, subject, due_at, mime,
    state, attempts, next_at, lease_token, last_code, last_error, made_at, settled_at from outbox;
insert into attempt_2 select outbox_id, number, phase, code, text, at from attempt;
drop table attempt;
drop table outbox;
alter table outbox_2 rename to outbox;
alter table attempt_2 rename to attempt;
create index outbox_waiting on outbox (next_at) where settled_at is null and state in ('ready', 'retry', 'ambiguous');
create index outbox_leased on outbox (outbox_id) where state = 'leased';
create index outbox_of_schedule on outbox (schedule_id) where schedule_id is not null;
create index outbox_of_audit on outbox (audit_id) where audit_id is not null; -- what is forgotten takes its letter along
create index outbox_of_reset on outbox (password_reset_id) where password_reset_id is not null;

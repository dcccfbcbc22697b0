-- Passkeys: another second factor, beside the codes of an authenticator app (WebAuthn Level 3).
-- Nothing in here signs anybody in: the private key is with the member.

create table passkey (
    passkey_id integer primary key,
    member_id integer not null references member,
    name text not null, -- what its owner calls it
    credential_id blob not null unique, -- one member's alone, WebAuthn §7.1
    transports integer not null, -- how a browser may reach it: a hint
    public_key blob not null, -- never changes
    state blob not null, -- its counter and whether it is backed up: changes with its use
    made_at integer not null,
    used_at integer
) strict;
create index passkey_of_member on passkey (member_id);

-- One being made or shown, by one browser: it goes when its answer comes, so that a challenge counts once.
create table passkey_ceremony (
    sign_in_id integer primary key references sign_in on delete cascade,
    name text, -- of the passkey being made; null: one is being shown at the door
    state blob not null, -- the challenge, and what else the answer has to fit
    begun_at integer not null
) strict;

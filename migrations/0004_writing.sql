-- Writing that nobody fears to lose: drafts, uploads, links between posts, comments, reviews, series, templates, trash.

-- A post.
alter table post add column trashed_at integer; -- null: not in the trash; thirty days later it is deleted for good
alter table post add column trashed_by integer references member;
create index post_in_trash on post (trashed_at) where trashed_at is not null;
-- Where a write-up stands; that it is in review is said by its open reviews.
alter table post add column status text not null default 'drafting' check (status in ('seed', 'drafting', 'shared'));
alter table post add column status_at integer; -- null: as it began
alter table post add column status_by integer references member;

-- Who asked whom to write along; null of who was there from the first revision.
alter table post_author add column added_at integer;
alter table post_author add column added_by integer references member;

-- A revision.
alter table revision add column check_by text; -- a write-up's: the day by which somebody should look whether it is still true
alter table revision add column restored_from integer references revision; -- null: typed
-- Whom the post was for when it was saved: what was private stays so in the history of a post that is opened later.
alter table revision add column audience text check (audience in ('team', 'only_me')); -- null: not known, its authors' alone
update revision set audience = (select p.audience from post p where p.revision_id = revision.revision_id)
    where revision_id in (select revision_id from post);

-- What a member is writing and has not saved: as typed, right or wrong.
create table draft (
    draft_id integer primary key autoincrement, -- never twice: pages that were left open name it
    member_id integer not null references member, -- nobody else ever sees it
    post_id integer references post on delete cascade, -- null: of a post that was never saved
    form text not null, -- JSON of the form's fields, the base revision among them
    saved_at integer not null,
    unique (member_id, post_id)
) strict;
create index draft_of_post on draft (post_id);

-- A file that came with somebody's words. Its bytes are in the folder `uploads` under its name.
create table upload (
    upload_id integer primary key,
    name text not null unique, -- made by us, and what Markdown says after /uploads/
    member_id integer not null references member, -- who brought it
    kind text not null check (kind in ('picture', 'file')), -- a picture was drawn anew; a file is only ever a download
    file_name text not null, -- what it was called where it came from
    media_type text not null,
    bytes integer not null,
    width integer, -- a picture's, in pixels
    height integer,
    sha256 blob not null, -- of what is kept
    uploaded_at integer not null,
    unused_since integer -- null: in use; thirty days later it is removed
) strict;
create index upload_of_member on upload (member_id, upload_id desc);
create index upload_unused on upload (unused_since) where unused_since is not null;

-- What revisions use: history keeps its pictures.
create table revision_upload (
    revision_id integer not null references revision on delete cascade,
    upload_id integer not null references upload,
    primary key (revision_id, upload_id)
) strict, without rowid;
create index revision_with_upload on revision_upload (upload_id);

-- What a post is called now, and a book note's book, folded by domain::markdown::title_key to be looked up.
create table post_title (
    post_id integer primary key references post on delete cascade,
    title text not null,
    book text
) strict;
create index post_titled on post_title (title);
create index post_on_book on post_title (book) where book is not null;

-- `[[title]]` in a post's current revision. Where it leads is kept, so that the link survives a new title there.
create table post_link (
    post_id integer not null references post on delete cascade, -- where it stands
    title text not null, -- folded by domain::markdown::title_key
    words text not null, -- as typed
    target_id integer references post on delete set null, -- null: no such post yet
    primary key (post_id, title)
) strict, without rowid;
create index post_linked on post_link (target_id);
create index post_link_waiting on post_link (title) where target_id is null;

-- An old tag and the one it is now: a rename, or a merge when the other was there already. Words are never rewritten.
create table tag_alias (
    tag text primary key,
    now_tag text not null,
    member_id integer not null references member, -- who said so
    made_at integer not null,
    is_open integer not null check (is_open in (0, 1)) -- whether a post for the team bore it then: else the old name is told to nobody else
) strict, without rowid;
create index tag_alias_to on tag_alias (now_tag);

-- What is said about a post. A thread is a comment and those that name it.
create table comment (
    comment_id integer primary key,
    post_id integer not null references post on delete cascade,
    thread_id integer references comment on delete cascade, -- null: it begins a thread
    member_id integer not null references member,
    body text not null, -- Markdown
    revision_id integer not null references revision on delete cascade, -- what its writer had before them
    anchor text not null check (anchor in ('post', 'heading', 'passage', 'line')), -- of a thread's first
    heading text, -- the heading's id
    passage text, -- the words themselves (W3C Web Annotation, TextQuoteSelector)
    before text, -- some words before and after them, to tell two like passages apart
    after text,
    line integer, -- of the revision's source, from 1
    review_id integer references review on delete set null, -- said in a review
    written_at integer not null,
    edited_at integer,
    deleted_at integer, -- its place in the thread stays, its words are gone
    deleted_by integer references member,
    resolved_at integer, -- of a thread's first
    resolved_by integer references member
) strict;
create index comment_of_post on comment (post_id, comment_id);
create index comment_of_thread on comment (thread_id, comment_id);

-- A named colleague is asked to read a write-up before it goes further.
create table review (
    review_id integer primary key,
    post_id integer not null references post on delete cascade,
    reviewer_id integer not null references member,
    asked_by integer not null references member,
    asked_at integer not null,
    due_on text not null, -- civil date
    remark text, -- what they are told with it
    revision_id integer not null references revision on delete cascade, -- what they were asked to read
    outcome text check (outcome in ('approved', 'changes', 'withdrawn')), -- null: open
    note text, -- what the reviewer says in a sentence
    answered_at integer,
    answered_by integer references member,
    answered_revision_id integer references revision on delete cascade -- what they had read
) strict;
create index review_of_post on review (post_id, review_id);
create index review_open on review (reviewer_id) where outcome is null;

-- What concerns a member, as one line in the house; mail is the digest's.
create table notice (
    notice_id integer primary key,
    member_id integer not null references member, -- whom it concerns
    kind text not null check (kind in ('comment', 'reply', 'mention', 'resolved', 'review_asked', 'review_answered', 'co_author')),
    post_id integer not null references post on delete cascade,
    comment_id integer references comment on delete cascade,
    review_id integer references review on delete cascade,
    by_member_id integer not null references member, -- who did it
    made_at integer not null,
    read_at integer
) strict;
create index notice_of_member on notice (member_id, notice_id desc);
create index notice_unread on notice (member_id, post_id) where read_at is null; -- asked by every page
-- Who was named once is not told again at each save; these rows outlive the others, so that it stays known.
create unique index notice_of_mention on notice (member_id, post_id, coalesce(comment_id, 0)) where kind = 'mention';

-- One story in several posts.
create table series (
    series_id integer primary key,
    title text not null,
    member_id integer not null references member, -- who began it
    begun_at integer not null
) strict;

create table series_part (
    post_id integer primary key references post on delete cascade, -- a post is part of one story at most
    series_id integer not null references series on delete cascade,
    place integer not null, -- 1, 2, 3 …; gaps are harmless
    added_by integer not null references member,
    added_at integer not null
) strict;
create index part_of_series on series_part (series_id, place);

-- What a new post of a kind begins with. Those that come with Dasi are in domain::template; a row with the same word
-- stands in the place of one.
create table template (
    template_id integer primary key,
    kind text not null check (kind in ('retrospective', 'book_note', 'write_up')),
    built_in text unique, -- the word of the one it replaces; null: the team's own
    name text not null,
    body text not null,
    changed_by integer not null references member,
    changed_at integer not null,
    removed_at integer, -- null: offered
    removed_by integer references member
) strict;
create index template_of_kind on template (kind);

-- A file that somebody wants to bring in, between looking and committing.
create table import (
    import_id integer primary key,
    member_id integer not null references member,
    file_name text not null,
    archive blob, -- null once committed or given up
    brought_at integer not null,
    committed_at integer,
    lost text -- lines: files of it that could not be kept, known once committed
) strict;
create index import_of_member on import (member_id);

-- Numbers of posts and schedules that were deleted for good: nothing else ever gets them, since addresses and letters
-- name them.
create table spent_number (
    noun text primary key check (noun in ('post', 'schedule')),
    number integer not null -- the highest
) strict, without rowid;

-- A reminder that was deleted with its post leaves the message it made in the mail log.
create table outbox_2 (
    outbox_id integer primary key,
    idempotency_key text not null unique, -- one message per occurrence, whatever happens
    message_id text not null unique, -- a reminder's with angle brackets (RFC 5322 §3.6.4); else the part before the @ alone
    letter text not null check (letter in ('read_again', 'invitation', 'password_reset', 'email_change_old', 'email_change_new', 'notice')),
    schedule_id integer references schedule on delete set null, -- null of a reminder: its post was deleted for good
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
    check (letter = 'read_again' or schedule_id is null),
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
insert into outbox_2 select * from outbox;
insert into attempt_2 select * from attempt;
drop table attempt;
drop table outbox;
alter table outbox_2 rename to outbox;
alter table attempt_2 rename to attempt;
create index outbox_waiting on outbox (next_at) where settled_at is null and state in ('ready', 'retry', 'ambiguous');
create index outbox_leased on outbox (outbox_id) where state = 'leased';
create index outbox_of_schedule on outbox (schedule_id) where schedule_id is not null;
create index outbox_of_audit on outbox (audit_id) where audit_id is not null; -- what is forgotten takes its letter along
create index outbox_of_reset on outbox (password_reset_id) where password_reset_id is not null;
-- What an import brought, so that it can be taken back as one.
create table import_post (
    import_id integer not null references import on delete cascade,
    path text not null, -- the file's name in the archive
    post_id integer not null references post on delete cascade,
    sha256 blob not null, -- of the file: what was brought once is not brought twice unseen
    written_by text, -- who wrote it where it comes from, when that was not the importer
    primary key (import_id, path)
) strict, without rowid;
create index import_of_post on import_post (post_id);
create index import_of_file on import_post (sha256);

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

-- What a member is writing and has not saved: as typed, right or wrong.
create table draft (
    draft_id integer primary key,
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

-- `[[title]]` in a post's current revision. Where it leads is kept, so that the link survives a new title there.
create table post_link (
    post_id integer not null references post on delete cascade, -- where it stands
    title text not null, -- as typed, folded by domain::markdown::title_key
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
    made_at integer not null
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
    anchor text not null check (anchor in ('post', 'heading', 'passage', 'line')),
    heading text, -- the heading's id without its prefix
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

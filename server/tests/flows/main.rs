//! What people do, through the real router, a temporary database and a fixed clock.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod access; // role × route × object
mod api; // which programs come in, and what they are told
mod api_comments; // what is said about posts, by programs
mod api_posts; // posts read and written by programs
mod api_tokens; // what programs come in with
mod archive; // posts taken along, and brought into another house
mod assets; // built files, and what is compressed
mod audit; // what was done in the house
mod authors; // who writes a post along
mod bad_input; // what is wrong comes back with its words
mod browser; // cookies, forms and pages, as a browser has them
mod claims; // docs/security.md keeps its word
mod command_line; // the executable, as an operator calls it
mod comments; // what is said about a post
mod conflicts; // two people save the same post
mod copied; // somebody has a copy of the database
mod cross_site; // every unsafe route refuses requests from elsewhere
mod desk; // what the writing page asks while somebody writes
mod draft; // what is not saved yet
mod draining; // SIGTERM ends nothing that has begun
mod errors; // pages for what is not there
mod export; // files for the blog
mod first_start; // welcome, the door, the way out
mod history; // revisions, and what changed between them
mod house; // a whole Dasi in a temporary folder
mod import; // files become posts
mod joining; // invitations, and joining by them
mod killed; // a worker killed at each step loses nothing
mod links; // `[[post title]]`, what leads here, what is related
mod listener; // the log of one test
mod logs; // what the log tells
mod mail; // what a mail carries, and what its links do
mod members; // everybody on the team, roles, leaving
mod notices; // what concerns a member
mod passkey_device; // a device that makes passkeys and shows them
mod passkeys; // made, shown at the door, and all that is refused
mod picture; // faces, uploaded and shown
mod postman; // the letters that went out
mod privacy; // what is mine alone stays so
mod profile; // what a member says of themselves
mod program; // a token, and the document that says what may be answered
mod provider; // the door by the sign-in provider
mod provider_script; // a provider that says what a test tells it to
mod provider_wrong; // ways back that let nobody in
mod recovery; // forgotten passwords, and guesses
mod reminding; // schedules, and what the worker makes of them
mod reviews; // where a write-up stands, and who reads it first
mod second_factor; // an app and ten codes, set up and given up
mod series; // one story in several posts
mod sign_in_code; // the second half of the door
mod sign_ins; // where somebody is signed in, and ending it
mod smtp; // servers that refuse, stall and break
mod smtp_peer; // a mail server that follows a script
mod stale; // what should be looked at again
mod tags; // renamed, merged and given back
mod tasks; // ticked on the page of their post
mod team_page; // what is true of the whole team
mod templates; // what a new post begins with
mod trash; // thrown away, brought back, deleted for good
mod uploads; // pictures and files that come with somebody's words
mod ways_in; // another password, another address
mod writing; // new posts, revisions

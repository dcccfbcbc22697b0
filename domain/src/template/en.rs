//! What comes with Dasi: questions that become a text when they are answered.

use super::BuiltIn;
use crate::post::PostKind::{BookNote, Retrospective, WriteUp};

pub(super) const ALL: &[BuiltIn] = &[
    BuiltIn {
        word: "kpt",
        kind: Retrospective,
        name: "KPT",
        body: "> Keep, Problem, Try. It works best when everybody writes alone for a quarter of an hour, and reads together.

## Keep

What went well and should stay as it is. Say why it went well, or nobody can do it again.

- 

## Problem

Write about the work, not about people. \"A review takes three days\" is easier to mend than \"we are slow\".

- 

## Try

One try for one problem. Say who and by when, and stop at three.

- [ ] 
",
    },
    BuiltIn {
        word: "four_ls",
        kind: Retrospective,
        name: "4Ls",
        body: "> Liked, learned, lacked, longed for. Good at the end of something long.

## Liked

Choose one moment that stayed with you, and begin with the scene.

- 

## Learned

What you would tell yourself from before all this. Keep the numbers and the links beside it.

- 

## Lacked

People, tools, time or knowledge that would have spared you trouble.

- 

## Longed for

What is not there yet and should be. Whom could you ask for it?

- 
",
    },
    BuiltIn {
        word: "start_stop_continue",
        kind: Retrospective,
        name: "Start, Stop, Continue",
        body: "> For deciding what will be different. Keep it short, and do stop at least one thing.

## Start

Small enough that it can begin next week.

- [ ] 

## Stop

What takes more than it gives back. Ask first who would miss it.

- [ ] 

## Continue

Write it down even if it seems obvious: a habit that nobody named is the first to go when things get busy.

- 
",
    },
    BuiltIn {
        word: "mad_sad_glad",
        kind: Retrospective,
        name: "Mad, Sad, Glad",
        body: "> Feelings first, work second. No feeling is wrong, and nobody writes down somebody else's.

## Mad

What frustrated you or felt unfair. What happened, and what did you need?

- 

## Sad

What turned out other than you hoped, what you missed, what you had to let go.

- 

## Glad

If somebody made you glad, say their name.

- 

## So next time

Choose one thing that came up more than once. What should be different?

- [ ] 
",
    },
    BuiltIn {
        word: "sailboat",
        kind: Retrospective,
        name: "Sailboat",
        body: "> We are in one boat, on the way to an island. What pushes us on, and what holds us back?

## The island: where we are going

Where you wanted to arrive in this period, in one sentence. Did you?

## The wind: what pushed us on

People, decisions and tools that made it faster.

- 

## The anchor: what held us back

Keep apart the anchors that you can lift and those that you cannot.

- 

## The rocks: what lies ahead

Dangers that you can see and have not hit yet. When will you meet them?

- 

## The next leg

How to lift one anchor, or to steer around one rock.

- [ ] 
",
    },
    BuiltIn {
        word: "half_year_letter",
        kind: Retrospective,
        name: "Half-year letter",
        body: "> A letter to yourself in six months. Once it is saved, choose \"Remind me\", and it comes back to you.

To myself in six months.

## Where I am now

What you work on, with whom, what is fun and what is hard. The small things too: you will have forgotten them.

## What I am proud of

It need not be on any list of goals. Think of something that somebody thanked you for.

## What I wish had been different

What would you do differently? Without blame: write down what you did not know then.

## What I mean to do

Three at most, so that you can answer each in six months: kept, changed, dropped, or still.

1. 

## What I want to ask you

- 
",
    },
    BuiltIn {
        word: "book_note",
        kind: BookNote,
        name: "What the book left",
        body: "## In three sentences

What you would tell a colleague over lunch who has not read it.

## Words worth copying

> 
> — book, p.

One line on why you stopped at these.

## Where I nodded, and where I did not

What fits your own experience and what does not. What would the author answer?

## What we could try

One thing that can begin tomorrow. Come back here afterwards, and say how it went.

- [ ] 

## Questions to talk about

- 
",
    },
    BuiltIn {
        word: "incident_report",
        kind: WriteUp,
        name: "Incident report",
        body: "> Not who was wrong, but what made it the natural thing to do. Call people by their role.

## What happened

In two or three sentences: from when to when, and who could not do what.

## What it touched

- How long it lasted:
- Which people or data:
- What was lost, and what came back:

## Timeline

With the time zone. Keep apart when it began and when somebody first noticed.

| when | what |
|---|---|
|  |  |

## Why it happened

Do not stop at the nearest cause: go back to what made that one possible.

## What helped, and what was luck

What luck prevented this time will not be prevented next time.

## So that it does not happen again

One person and one date each. Look for ways to notice it, to prevent it, and to make it smaller.

- [ ] 
",
    },
    BuiltIn {
        word: "design_note",
        kind: WriteUp,
        name: "Design note",
        body: "> Written before the code, while changing your mind is cheap. Short enough to be read in twenty minutes.

## The problem

Who is in trouble today, and because of what? What happens if we do nothing?

## What we want, and what we do not

- We want:
- Not this time:

## What we mean to do

Begin with one picture and the hardest part. Where the data lives, and how it moves.

## Other ways, and why not

Two at least. Doing nothing is one of them.

## What worries us

What can go wrong, how to go back, what we do not know yet and how we shall find out.

## How we get there

The steps from here to there. Can we stop after each of them?
",
    },
    BuiltIn {
        word: "how_to",
        kind: WriteUp,
        name: "How to",
        body: "> For somebody who does it for the first time, in a hurry. With \"check again by\" you are told before it is out of date.

## When to use this

What is done at the end, and when this is the wrong way.

## What you need first

Permissions, tools, things to know. Whom to ask if you have not got them.

## Steps

One thing to a step. Commands that can be pasted as they are; what has to be replaced in CAPITALS.

1. 

   It went well if you see:

## When it does not work

The message just as it appears, like a heading, and what to do below it.

## How to go back

What has to be undone if you stop half way.
",
    },
];

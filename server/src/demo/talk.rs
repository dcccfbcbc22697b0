//! What they said about each other's posts.

use anyhow::Context;
use domain::comment::{Anchor, CommentBody, Passage};
use domain::id::CommentId;
use jiff::SignedDuration;
use store::{NewComment, Viewer};

use super::cast::{ADA, BILL, HANEUL, JIEUN, MINSU, NARI, RETRIES};
use super::valid;

/// A thread: who says what about which post, how many hours after it was saved, and what is answered.
struct Said {
    post: &'static str,
    /// Words of the post; none: all of it.
    passage: Option<&'static str>,
    lines: &'static [(&'static str, &'static str, i64)],
    /// Who settled it, so many hours after.
    resolved: Option<(&'static str, i64)>,
}

const TALK: &[Said] = &[
    Said {
        post: BILL,
        passage: Some("자기가 자기를 읽는 건 뺀다"),
        lines: &[
            (NARI, "뷰를 거쳐서 읽는 것도 여기에 잡히나요?", 20),
            (MINSU, "아니요, 뷰는 펼쳐서 세야 해요. `query_reads`를 만들 때 한 번 펼쳐 둡니다.", 26),
            (NARI, "고마워요. 저희 쪽 쿼리에도 넣었어요.", 29),
        ],
        resolved: Some((NARI, 30)),
    },
    Said {
        post: BILL,
        passage: Some("있다고 한 곳은 둘이었다."),
        lines: &[
            (JIEUN, "이 질문, 다른 팀에도 그대로 물어보고 싶어요. @ada 영어로는 뭐라고 물을까요?", 22),
            (ADA, "“What do you do within ten minutes of seeing this number?” It worked on ours.", 25),
        ],
        resolved: None,
    },
    Said {
        post: RETRIES,
        passage: Some("Retry in one place."),
        lines: &[
            (HANEUL, "In the gateway it is still there behind a flag, **off**. Shall I remove it for good?", 5),
            (ADA, "Please do.", 6),
        ],
        resolved: None,
    },
    Said {
        post: RETRIES,
        passage: None,
        lines: &[(
            JIEUN,
            "읽고 나서 우리 클라이언트도 찾아봤더니 세 곳이 같은 일을 하고 있었어요. @민수 다음 주에 같이 볼까요?",
            48,
        )],
        resolved: None,
    },
];

/// All of it, each at its hour.
pub(super) async fn talk<'v>(viewer: impl Fn(&str) -> anyhow::Result<&'v Viewer>) -> anyhow::Result<()> {
    for thread in TALK {
        say(thread, &viewer).await.with_context(|| format!("what is said about {}", thread.post))?;
    }
    Ok(())
}

async fn say<'v>(said: &Said, viewer: &impl Fn(&str) -> anyhow::Result<&'v Viewer>) -> anyhow::Result<()> {
    let posts = viewer(JIEUN)?.posts(None, 0, 100).await?;
    let line = posts.iter().find(|line| line.post.title == said.post).context("a post that they may read")?;
    let (post, saved) = (line.post.id, line.post.created_at);
    let after = |hours| saved + SignedDuration::from_hours(hours);
    let mut thread: Option<CommentId> = None;
    for (who, words, hours) in said.lines {
        let passage = said.passage.filter(|_| thread.is_none());
        let anchor = match passage {
            Some(exact) => Anchor::Passage(valid(Passage::parse(exact, "", ""))?),
            None => Anchor::Post,
        };
        let body = valid(CommentBody::parse(words))?;
        let new = NewComment { post, thread, body, anchor, seen: None, review: None };
        let id = viewer(who)?.at(after(*hours)).comment(&new).await?;
        thread = thread.or(Some(id));
    }
    if let (Some((who, hours)), Some(thread)) = (said.resolved, thread) {
        viewer(who)?.at(after(hours)).resolve_thread(thread, true).await?;
    }
    Ok(())
}

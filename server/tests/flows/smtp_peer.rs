//! A mail server that follows a script: refuses, stalls or breaks at one step (RFC 5321). What a real
//! server does is tried in `end2end`, against a maintained one.

use std::sync::{Arc, Mutex};

use server::mailer::{Mailer, Smtp, SmtpServer, Timeouts};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A step of the conversation, named by what the client has just said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Point {
    Connected,
    Hello,
    MailFrom,
    RcptTo,
    Data,
    /// Some of the message has arrived.
    HalfBody,
    /// All of it, the final dot included.
    Dot,
    /// After the server said that it took it.
    Taken,
}

/// What the server does at a step.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// What a good server does.
    Go,
    /// Says this instead.
    Say(&'static str),
    /// The same, in whatever encoding.
    Bytes(&'static [u8]),
    /// Breaks the connection.
    HangUp,
    /// Says nothing more.
    Stall,
}

/// The server, and what it has taken.
pub(crate) struct Peer {
    pub(crate) port: u16,
    taken: Arc<Mutex<Vec<Vec<u8>>>>,
    talks: Arc<Mutex<usize>>,
}

impl Peer {
    /// Begins to listen; `script` says what to do at each step.
    pub(crate) async fn start(script: impl Fn(Point) -> Act + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (taken, talks) = (Arc::default(), Arc::default());
        let peer = Self { port, taken: Arc::clone(&taken), talks: Arc::clone(&talks) };
        let script: Arc<dyn Fn(Point) -> Act + Send + Sync> = Arc::new(script);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                *talks.lock().unwrap() += 1;
                let (script, taken) = (Arc::clone(&script), Arc::clone(&taken));
                tokio::spawn(async move {
                    let _ = talk(stream, &*script, &taken).await; // a client may break off at any point
                });
            }
        });
        peer
    }

    /// A port where nobody listens any more.
    pub(crate) fn gone() -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        Self { port, taken: Arc::default(), talks: Arc::default() }
    }

    /// Every message it has said 250 to, or has held whole when it broke.
    pub(crate) fn taken(&self) -> Vec<Vec<u8>> {
        self.taken.lock().unwrap().clone()
    }

    /// How many connections it has had.
    pub(crate) fn talks(&self) -> usize {
        *self.talks.lock().unwrap()
    }

    /// A mailer that talks to it, and waits a moment where a real one waits minutes.
    pub(crate) fn mailer(&self) -> Mailer {
        let server = SmtpServer::parse(&format!("smtp://127.0.0.1:{}", self.port)).unwrap();
        let moment = std::time::Duration::from_millis(300);
        Mailer::Smtp(Box::new(Smtp::new(server, Timeouts { step: moment, after_dot: moment })))
    }
}

type Script = dyn Fn(Point) -> Act + Send + Sync;

async fn talk(stream: TcpStream, script: &Script, taken: &Mutex<Vec<Vec<u8>>>) -> std::io::Result<()> {
    let mut line = Line { stream: BufReader::new(stream) };
    if !line.act(script(Point::Connected), "220 peer ready").await? {
        return Ok(());
    }
    loop {
        let said = line.read().await?;
        let verb = said.split([' ', '\r', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let (point, answer) = match verb.as_str() {
            "EHLO" => (Point::Hello, "250 peer"),
            "MAIL" => (Point::MailFrom, "250 sender"),
            "RCPT" => (Point::RcptTo, "250 recipient"),
            "DATA" => (Point::Data, "354 go ahead"),
            "QUIT" => return line.say("221 bye").await,
            _ => return Ok(()),
        };
        let act = script(point);
        let went = matches!(act, Act::Go);
        if !line.act(act, answer).await? {
            return Ok(());
        }
        if point == Point::Data && went && !line.body(script, taken).await? {
            return Ok(());
        }
    }
}

struct Line {
    stream: BufReader<TcpStream>,
}

impl Line {
    async fn read(&mut self) -> std::io::Result<String> {
        let mut said = String::new();
        match self.stream.read_line(&mut said).await? {
            0 => Err(std::io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(said),
        }
    }

    async fn say(&mut self, answer: &str) -> std::io::Result<()> {
        self.stream.get_mut().write_all(format!("{answer}\r\n").as_bytes()).await
    }

    /// False when the conversation is over.
    async fn act(&mut self, act: Act, answer: &str) -> std::io::Result<bool> {
        match act {
            Act::Go => self.say(answer).await.map(|()| true),
            Act::Say(other) => self.say(other).await.map(|()| true),
            Act::Bytes(bytes) => self.stream.get_mut().write_all(bytes).await.map(|()| true),
            Act::HangUp => Ok(false),
            Act::Stall => std::future::pending().await,
        }
    }

    async fn body(&mut self, script: &Script, taken: &Mutex<Vec<Vec<u8>>>) -> std::io::Result<bool> {
        let mut message = vec![0; 100];
        self.stream.read_exact(&mut message).await?;
        if !matches!(script(Point::HalfBody), Act::Go) {
            return Ok(false);
        }
        while !message.ends_with(b"\r\n.\r\n") {
            message.extend_from_slice(self.read().await?.as_bytes());
        }
        let act = script(Point::Dot);
        if !matches!(act, Act::Say(_)) {
            taken.lock().unwrap().push(message);
        }
        if !self.act(act, "250 taken").await? {
            return Ok(false);
        }
        Ok(matches!(script(Point::Taken), Act::Go))
    }
}

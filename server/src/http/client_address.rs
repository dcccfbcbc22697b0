//! Where a request comes from: the peer, or what a trusted proxy says of it.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Once};

use app::ClientAddress;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderName};
use axum::middleware::Next;
use axum::response::Response;
use ipnet::IpNet;

/// Client and proxies, each written down by the proxy that it came to, the last one last. `Forwarded` (RFC 7239)
/// is not read: proxies pass on what a client writes there, and two headers could disagree.
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Said once: behind a proxy that is not named, the limits take everybody for one.
static UNTRUSTED: Once = Once::new();

/// Gives every request its [`ClientAddress`].
pub(super) async fn find(State(trusted): State<Arc<[IpNet]>>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let address = peer.map_or(ClientAddress::UNKNOWN, |peer| ClientAddress(client(peer, request.headers(), &trusted)));
    if peer.is_some() && trusted.is_empty() && request.headers().contains_key(FORWARDED_FOR) {
        UNTRUSTED.call_once(|| {
            tracing::warn!(
                "a proxy says where requests come from, and DASI_TRUSTED_PROXIES names none: everybody counts as one"
            );
        });
    }
    request.extensions_mut().insert(address);
    next.run(request).await
}

/// Walks from the peer towards the client for as long as those who say where it goes on are trusted. What stands
/// further left is anybody's word. At something that is no address the walk ends at the last one that was.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut address = peer.to_canonical();
    // Several lines are one list, in their order (RFC 9110 §5.3).
    for line in headers.get_all(FORWARDED_FOR).into_iter().rev() {
        for entry in line.as_bytes().rsplit(|byte| *byte == b',') {
            if !is_trusted(&address) {
                return address;
            }
            let Some(said) = read(entry) else { return address };
            address = said;
        }
    }
    address
}

/// An address, as proxies write it: some with a port, and IPv6 then in brackets.
fn read(entry: &[u8]) -> Option<IpAddr> {
    let entry = std::str::from_utf8(entry).ok()?.trim();
    let bare = entry.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(entry);
    let address = bare.parse().or_else(|_| entry.parse().map(|with_port: SocketAddr| with_port.ip()));
    address.ok().map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use axum::{Extension, Router};
    use tower::ServiceExt;

    use super::*;

    /// What the house takes for the client's address.
    async fn found(trusted: &str, peer: Option<&str>, lines: &[&str]) -> String {
        let trusted: Arc<[IpNet]> = trusted.split_whitespace().map(|network| network.parse().unwrap()).collect();
        let answer = async |Extension(ClientAddress(address)): Extension<ClientAddress>| address.to_string();
        let router = Router::new().route("/", get(answer)).layer(from_fn_with_state(trusted, find));
        let mut request = Request::builder().uri("/");
        for line in lines {
            request = request.header(FORWARDED_FOR, *line);
        }
        if let Some(peer) = peer {
            request = request.extension(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 50_000)));
        }
        let answer = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        String::from_utf8(to_bytes(answer.into_body(), 100).await.unwrap().to_vec()).unwrap()
    }

    const PROXIES: &str = "127.0.0.0/8 10.0.0.0/8 fd00::/8";

    #[tokio::test]
    async fn a_peer_is_itself_and_a_missing_one_is_unknown() {
        assert_eq!(found("", Some("192.0.2.1"), &[]).await, "192.0.2.1");
        assert_eq!(found(PROXIES, Some("::ffff:192.0.2.1"), &[]).await, "192.0.2.1");
        assert_eq!(found(PROXIES, Some("127.0.0.1"), &[]).await, "127.0.0.1");
        assert_eq!(found("0.0.0.0/0", None, &["192.0.2.1"]).await, "0.0.0.0");
    }

    #[tokio::test]
    async fn nobody_but_a_trusted_proxy_is_believed() {
        assert_eq!(found("", Some("127.0.0.1"), &["192.0.2.1"]).await, "127.0.0.1");
        assert_eq!(found(PROXIES, Some("198.51.100.7"), &["192.0.2.1"]).await, "198.51.100.7");
        assert_eq!(found(PROXIES, Some("127.0.0.1"), &["192.0.2.1"]).await, "192.0.2.1");
        assert_eq!(found(PROXIES, Some("::ffff:127.0.0.1"), &["2001:db8::1"]).await, "2001:db8::1");
    }

    #[tokio::test]
    async fn the_rightmost_address_that_is_no_proxy_s_counts_and_not_what_a_client_wrote_before_it() {
        for lines in [
            &["203.0.113.9, 192.0.2.1, 10.0.0.5"][..],
            &["203.0.113.9", "192.0.2.1", "10.0.0.5"],
            &["203.0.113.9,192.0.2.1", "10.0.0.5"],
            &["10.9.9.9,192.0.2.1 ,\t10.0.0.5"],
            &["nonsense, 192.0.2.1"],
        ] {
            assert_eq!(found(PROXIES, Some("127.0.0.1"), lines).await, "192.0.2.1", "{lines:?}");
        }
        assert_eq!(found(PROXIES, Some("127.0.0.1"), &["10.0.0.4, fd00::1"]).await, "10.0.0.4", "proxies alone");
    }

    #[tokio::test]
    async fn the_walk_ends_at_the_last_address_that_can_be_read() {
        for (line, last) in [
            ("192.0.2.1, unknown", "127.0.0.1"),
            ("192.0.2.1, , 10.0.0.5", "10.0.0.5"),
            ("192.0.2.1, 10.0.0.300, 10.0.0.5", "10.0.0.5"),
            ("192.0.2.1, \u{ac00}, 10.0.0.5", "10.0.0.5"),
            ("", "127.0.0.1"),
        ] {
            assert_eq!(found(PROXIES, Some("127.0.0.1"), &[line]).await, last, "{line}");
        }
    }

    #[tokio::test]
    async fn ports_and_brackets_are_read_past() {
        for (entry, address) in [
            ("192.0.2.1:4711", "192.0.2.1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("[2001:db8::1]:4711", "2001:db8::1"),
            ("::ffff:192.0.2.1", "192.0.2.1"),
        ] {
            assert_eq!(found(PROXIES, Some("127.0.0.1"), &[entry]).await, address, "{entry}");
        }
    }
}
